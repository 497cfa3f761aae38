//! The system packages that building and testing need, installed with apt where there is apt.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{answer, exists, finish};
use crate::setup::For;

/// A package, and what it is for.
pub(crate) struct Package {
    name: &'static str,
    reason: &'static str,
}

const BUILDING: [Package; 5] = [
    Package {
        name: "build-essential",
        reason: "compiles SQLite",
    },
    Package {
        name: "libclang1-14",
        reason: "makes the bindings of SQLite's sessions, which undo rests on",
    },
    Package {
        name: "libclang-common-14-dev",
        reason: "holds C headers that making them needs",
    },
    Package {
        name: "pkg-config",
        reason: "finds the window's libraries",
    },
    Package {
        name: "libwebkit2gtk-4.1-dev",
        reason: "the web view that the window is made of",
    },
];

const TESTING: [Package; 6] = [
    Package {
        name: "graphviz",
        reason: "reads the graphs that are exported",
    },
    Package {
        name: "poppler-utils",
        reason: "reads the PDFs that are exported",
    },
    Package {
        name: "python3-venv",
        reason: "holds the readers of the other formats",
    },
    Package {
        name: "webkit2gtk-driver",
        reason: "lets tests click in the real window",
    },
    Package {
        name: "x11-utils",
        reason: "reads the title of the window",
    },
    Package {
        name: "xvfb",
        reason: "a screen for tests where there is none",
    },
];

const NODE: [Package; 2] = [
    Package {
        name: "nodejs",
        reason: "builds the window's page",
    },
    Package {
        name: "npm",
        reason: "fetches the page's libraries",
    },
];

/// Installs what is missing, after saying what and why.
pub(crate) fn install(purpose: For) -> Result<String> {
    let mut wanted: Vec<&Package> = BUILDING.iter().collect();
    if purpose == For::Testing {
        wanted.extend(&TESTING);
    }
    if !(exists("node") && exists("npm")) {
        wanted.extend(&NODE);
    }
    if !(exists("apt-get") && exists("dpkg-query")) {
        return elsewhere(&wanted);
    }
    let missing: Vec<&Package> = wanted
        .into_iter()
        .filter(|it| !installed(it.name))
        .collect();
    if missing.is_empty() {
        return Ok("ok".to_owned());
    }
    println!(
        "    Missing on {}, to be installed with apt-get:",
        distribution()
    );
    for package in &missing {
        println!("    - {}: {}", package.name, package.reason);
    }
    let names: Vec<&str> = missing.iter().map(|it| it.name).collect();
    apt_get(&["update", "-q"])?;
    apt_get(
        &[
            &["install", "-q", "-y", "--no-install-recommends"],
            names.as_slice(),
        ]
        .concat(),
    )?;
    Ok(format!("installed {}", names.join(", ")))
}

fn apt_get(words: &[&str]) -> Result<()> {
    let is_root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !is_root && !exists("sudo") {
        bail!(
            "installing needs root and there is no sudo. As root: apt-get {}",
            words.join(" ")
        );
    }
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        Command::new("sudo")
    };
    if !is_root {
        println!("    sudo may ask for your password");
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    finish(command.args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn installed(package: &str) -> bool {
    let status = answer(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]));
    status.as_deref() == Some("installed")
}

/// Without apt there is no telling what packages are called; what counts is whether the libraries are there.
fn elsewhere(wanted: &[&Package]) -> Result<String> {
    if answer(Command::new("pkg-config").args(["--modversion", "webkit2gtk-4.1"])).is_some()
        && exists("npm")
    {
        return Ok("no apt here; WebKitGTK 4.1 and npm are".to_owned());
    }
    let list: Vec<String> = wanted
        .iter()
        .map(|it| format!("  {} ({})", it.name, it.reason))
        .collect();
    let list = list.join("\n");
    bail!(
        "{} has no apt-get. Install what these Debian packages hold, then try again:\n{list}",
        distribution()
    )
}

fn distribution() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.map_or_else(
        || "this system".to_owned(),
        |it| it.trim_matches('"').to_owned(),
    )
}
