//! Node, which builds the page: the one on the path when it is new enough, else one from the npm registry.
//!
//! Debian 12 has Node 18 and Vite wants 20.19. The registry serves Node itself as a package, so nothing else is needed.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{answer, finish, root, target};

/// The oldest Node that will do, as (major, minor).
const OLDEST: [(u32, u32); 2] = [(20, 19), (22, 12)];
const NODE: &str = "22.23.3";
const NPM: &str = "10.9.3";

/// Sees to it that there is a Node that will do.
pub(crate) fn install() -> Result<String> {
    if let Some(version) = version(&mut Command::new("node")) {
        return Ok(format!("ok, {version}"));
    }
    if own_folder().join("node").exists() {
        return Ok(format!("ok, {NODE} under target/node"));
    }
    let architecture = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => {
            bail!("Node 20.19 or newer is needed, and npm has none for {other}: install it by hand")
        }
    };
    println!(
        "    Node here is missing or older than 20.19; fetching {NODE} from the npm registry into target/node"
    );
    let packages = [
        format!("node-linux-{architecture}@{NODE}"),
        format!("npm@{NPM}"),
    ];
    let mut npm = Command::new("npm");
    npm.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--prefix",
    ])
    .arg(target().join("node"))
    .args(packages);
    std::fs::create_dir_all(target().join("node"))?;
    finish(&mut npm)?;
    match version(&mut Command::new(own_folder().join("node"))) {
        Some(version) => Ok(format!("installed {version} under target/node")),
        None => {
            bail!("the Node under target/node does not start: install Node 20.19 or newer by hand")
        }
    }
}

/// npm in the page's folder, with the Node that will do.
pub(crate) fn npm(words: &[&str]) -> Command {
    let mut path = vec![];
    if version(&mut Command::new("node")).is_none() {
        path.push(own_folder());
    }
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    path.extend(std::env::split_paths(&inherited));
    let program = path.iter().map(|it| it.join("npm")).find(|it| it.is_file());
    let mut command = Command::new(program.unwrap_or_else(|| "npm".into()));
    if let Ok(path) = std::env::join_paths(path) {
        command.env("PATH", path);
    }
    command.args(words).current_dir(root().join("ui"));
    command
}

fn own_folder() -> PathBuf {
    target().join("node/node_modules/.bin")
}

/// What this Node calls itself, if it is new enough.
fn version(node: &mut Command) -> Option<String> {
    let said = answer(node.arg("--version"))?;
    new_enough(&said).then_some(said)
}

fn new_enough(version: &str) -> bool {
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map(|it| it.parse().unwrap_or(0));
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    let newest_named = OLDEST[OLDEST.len() - 1].0;
    major > newest_named
        || OLDEST
            .iter()
            .any(|&(line, oldest)| major == line && minor >= oldest)
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn vite_says_which_node_will_do() {
        for version in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.0.0"] {
            assert!(new_enough(version), "{version}");
        }
        for version in [
            "v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "", "nonsense",
        ] {
            assert!(!new_enough(version), "{version}");
        }
    }
}
