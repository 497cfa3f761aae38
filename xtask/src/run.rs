//! `cargo xtask run`: from a fresh clone to the open window.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::{built, cargo, finish, target};
use crate::setup::{self, For};

/// Prepares, builds and opens the window; where there is no screen, draws the sample's pictures instead.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let (flags, files): (Vec<&String>, Vec<&String>) =
        words.iter().partition(|it| it.starts_with("--"));
    setup::prepare(For::Running)?;
    if flags.iter().any(|it| *it == "--headless") || !has_screen() {
        println!(
            "\nNo screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): drawing the sample instead of opening a window."
        );
        return draw_sample();
    }
    println!("\nBuilding the window; the first time takes some minutes …");
    finish(&mut cargo(&[
        "build",
        "--release",
        "--package",
        "faultline-window",
    ]))?;
    let window = built("faultline-window");
    println!("Opening {}", window.display());
    finish(Command::new(window).args(files))
}

fn has_screen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Does with the command line what the window would show.
fn draw_sample() -> Result<()> {
    println!("Building the command line; the first time takes some minutes …");
    finish(&mut cargo(&["build", "--release", "--package", "cli"]))?;
    let folder = target().join("sample");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let workspace = folder.join("sample.faultline");
    faultline(&["new"], &workspace, &["--sample", "--force"])?;
    let mut written = vec![workspace.clone()];
    for view in ["timeline", "causes"] {
        for ending in ["png", "svg"] {
            let picture = folder.join(format!("{view}.{ending}"));
            let output = picture.to_string_lossy().into_owned();
            faultline(&["chart", view], &workspace, &["-o", &output, "--force"])?;
            written.push(picture);
        }
    }
    print_written(&written);
    Ok(())
}

fn faultline(before: &[&str], workspace: &Path, after: &[&str]) -> Result<()> {
    finish(
        Command::new(built("faultline"))
            .args(before)
            .arg(workspace)
            .args(after),
    )
}

fn print_written(written: &[PathBuf]) {
    println!("\nWritten:");
    for path in written {
        println!("  {}", path.display());
    }
    println!("More: {} --help", built("faultline").display());
}
