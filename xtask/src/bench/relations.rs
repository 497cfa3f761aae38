//! `cargo xtask bench relations`: figures of charts of relations beside their bars, with graphviz and ELK on the same boxes.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::{built, exists, finish, target};

/// Only run, never shipped: its license (EPL-2.0) is not among ours.
const ELK: &str = "elkjs@0.12.1";

/// Prints the table. With a folder of GraphML files, the North DAGs, their figures too.
pub(super) fn relations(words: &[String]) -> Result<()> {
    super::build_example("bench", "relations")?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    if !exists("dot") {
        println!("skipped: graphviz (there is no dot on the path; apt-get install graphviz)");
    }
    let mut measure = Command::new(built("examples/relations"));
    measure.arg(&folder);
    match elk() {
        Ok(elk) => drop(measure.arg("--elk").arg(elk)),
        Err(error) => println!("skipped: ELK ({error:#})"),
    }
    match words {
        [north] => drop(measure.arg("--north").arg(north)),
        _ => println!(
            "skipped: North (name the folder of its GraphML files: bench relations FOLDER)"
        ),
    }
    println!();
    finish(&mut measure)
}

/// The folder with ELK in it, installed once.
fn elk() -> Result<PathBuf> {
    let folder = target().join("elk");
    if !folder.join("node_modules/elkjs").is_dir() {
        std::fs::create_dir_all(&folder)?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
            .arg("--prefix")
            .arg(&folder)
            .arg(ELK);
        finish(&mut npm)?;
    }
    Ok(folder)
}
