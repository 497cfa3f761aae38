//! `cargo xtask gallery`: every chart on every page size, for people to look at.

mod others;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{built, cargo, finish, target};
use crate::setup::{self, For};

/// Every chart, with what it needs besides the workspace.
const CHARTS: [(&str, &[&str]); 8] = [
    ("timeline", &["--overview"]),
    ("causes", &[]),
    ("cause-map", &[]),
    ("themes", &[]),
    ("index", &["--series", "oil"]),
    ("study", &["--series", "oil", "--event", "E21"]),
    ("heat", &[]),
    ("outlook", &[]),
];

const PRESETS: [&str; 9] = [
    "slide",
    "slide-4k",
    "a4-landscape",
    "a4-portrait",
    "letter-landscape",
    "letter-portrait",
    "column-85",
    "column-180",
    "poster",
];

/// Text on every picture, so that it is seen in every size.
const WORDS: [&str; 4] = ["--handling", "TLP:AMBER", "--note", "Drawn for the gallery"];

/// Draws all of them into a folder, `target/gallery` by default, with a page that shows them.
pub(crate) fn gallery(words: &[String]) -> Result<()> {
    let folder = match words {
        [] => target().join("gallery"),
        [folder] => PathBuf::from(folder),
        _ => bail!("gallery takes one folder"),
    };
    setup::prepare(For::Running)?;
    finish(&mut cargo(&["build", "--release", "--package", "cli"]))?;
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let workspace = workspace(&folder)?;
    for (chart, own) in CHARTS {
        for preset in PRESETS {
            let name = format!("{chart}-{preset}.png");
            let page = ["--preset", preset, "--theme", "print", "--logo"];
            draw(
                &workspace,
                chart,
                &folder.join(name),
                &[&page, own, &WORDS].concat(),
            )?;
        }
    }
    for (name, own) in others::TIMELINES {
        draw(&workspace, "timeline", &folder.join(name), own)?;
    }
    for (name, chart, own) in others::RELATIONS {
        draw(&workspace, chart, &folder.join(name), own)?;
    }
    let many = others::linked(&folder)?;
    draw(&many, "cause-map", &folder.join(others::MANY), &[])?;
    draw(
        &workspace,
        "all",
        &folder.join("all.pdf"),
        &["--preset", "a4-portrait"],
    )?;
    let page = folder.join("index.html");
    std::fs::write(&page, contact_sheet())?;
    println!("\nLook at {}", page.display());
    Ok(())
}

/// The sample with a logo and a made-up series.
fn workspace(folder: &Path) -> Result<PathBuf> {
    let workspace = folder.join("sample.faultline");
    let said = |words: &[&str], file: &Path| {
        finish(
            Command::new(built("faultline"))
                .arg(words[0])
                .arg(&workspace)
                .args(&words[1..])
                .arg(file),
        )
    };
    finish(
        Command::new(built("faultline"))
            .args(["new", "--sample", "--force"])
            .arg(&workspace),
    )?;
    let (oil, logo) = (folder.join("oil.csv"), folder.join("logo.svg"));
    std::fs::write(&oil, made_up_prices())?;
    std::fs::write(&logo, LOGO)?;
    said(
        &[
            "import",
            "--set",
            "name=Oil, made up",
            "--set",
            "unit=USD/barrel",
        ],
        &oil,
    )?;
    said(&["logo"], &logo)?;
    Ok(workspace)
}

/// A made-up logo, in gray.
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"60\">\
    <circle cx=\"30\" cy=\"30\" r=\"26\" fill=\"none\" stroke=\"gray\" stroke-width=\"8\"/>\
    <text x=\"70\" y=\"42\" font-size=\"34\" font-weight=\"600\" fill=\"gray\">House</text></svg>";

/// A price for every day, with a rise on 9 June 2025.
fn made_up_prices() -> String {
    let mut table = String::from("date,oil\n");
    let months = [
        (2024, 10, 31),
        (2024, 11, 30),
        (2024, 12, 31),
        (2025, 1, 31),
        (2025, 2, 28),
        (2025, 3, 31),
        (2025, 4, 30),
        (2025, 5, 31),
        (2025, 6, 30),
        (2025, 7, 31),
    ];
    let mut day_number = 0.0_f64;
    for (year, month, days) in months {
        for day in 1..=days {
            day_number += 1.0;
            let risen = if (year, month, day) >= (2025, 6, 9) {
                6.0
            } else {
                0.0
            };
            let price = 66.0 + 3.0 * (day_number / 17.0).sin() + (day_number * 1.7).sin() + risen;
            let _ = writeln!(table, "{year}-{month:02}-{day:02},{price:.2}");
        }
    }
    table
}

fn draw(workspace: &Path, chart: &str, file: &Path, words: &[&str]) -> Result<()> {
    let mut command = Command::new(built("faultline"));
    command
        .arg("chart")
        .arg(chart)
        .arg(workspace)
        .arg("-o")
        .arg(file)
        .arg("--force");
    finish(command.args(words))
}

/// A page with all of them.
fn contact_sheet() -> String {
    let mut page = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Gallery</title>\n<style>body{font:14px sans-serif}img{max-width:320px;max-height:240px;border:1px solid silver}td{vertical-align:top}</style>\n<table>\n<tr><th></th>",
    );
    for preset in PRESETS {
        let _ = write!(page, "<th>{preset}</th>");
    }
    for (chart, _) in CHARTS {
        let _ = write!(page, "</tr>\n<tr><th>{chart}</th>");
        for preset in PRESETS {
            let name = format!("{chart}-{preset}.png");
            let _ = write!(
                page,
                "<td><a href=\"{name}\"><img loading=\"lazy\" alt=\"{chart} on {preset}\" src=\"{name}\"></a></td>"
            );
        }
    }
    page.push_str("</tr>\n</table>\n<p>");
    for name in others::names().chain(["all.pdf"]) {
        let _ = write!(page, "<a href=\"{name}\">{name}</a> ");
    }
    page
}
