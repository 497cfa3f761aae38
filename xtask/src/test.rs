//! `cargo xtask test`: everything the checks run, and what it came to.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, anyhow};

use crate::licenses;
use crate::node::npm;
use crate::process::{built, cargo, exists, finish};
use crate::progress::took;
use crate::readers;
use crate::setup::{self, For};

/// How a step went. A skipped one says why.
enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

struct Step {
    name: &'static str,
    work: fn() -> Outcome,
}

const STEPS: [Step; 9] = [
    Step {
        name: "format",
        work: || ran(format()),
    },
    Step {
        name: "lints",
        work: || ran(lints()),
    },
    Step {
        name: "licenses",
        work: || ran(licenses::check()),
    },
    Step {
        name: "documentation",
        work: || ran(documentation()),
    },
    Step {
        name: "rules, unit and suite tests",
        work: || ran(crate_tests()),
    },
    Step {
        name: "page: types",
        work: || ran(page("check")),
    },
    Step {
        name: "page: lints",
        work: || ran(page("lint")),
    },
    Step {
        name: "page: tests",
        work: || ran(page("test")),
    },
    Step {
        name: "tests in the real window",
        work: window_tests,
    },
];

/// Runs every step, even after one failed, and ends with a count.
pub(crate) fn test() -> Result<ExitCode> {
    let started = Instant::now();
    setup::prepare(For::Testing)?;
    let outcomes: Vec<(&Step, Outcome)> = STEPS
        .iter()
        .enumerate()
        .map(|(at, step)| (step, take(at, step)))
        .collect();
    println!();
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (step, outcome) in &outcomes {
        match outcome {
            Outcome::Passed => passed += 1,
            Outcome::Failed(why) => {
                failed += 1;
                println!("failed: {}: {why}", step.name);
            }
            Outcome::Skipped(why) => {
                skipped += 1;
                println!("skipped: {}: {why}", step.name);
            }
        }
    }
    println!("{} steps{}", STEPS.len(), took(started.elapsed()));
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    let must_not_skip = std::env::var_os("CI").is_some();
    let good = failed == 0 && !(must_not_skip && skipped > 0);
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn take(at: usize, step: &Step) -> Outcome {
    println!("\n== {}/{} {}", at + 1, STEPS.len(), step.name);
    let started = Instant::now();
    let outcome = (step.work)();
    let word = match &outcome {
        Outcome::Passed => "passed",
        Outcome::Failed(_) => "FAILED",
        Outcome::Skipped(_) => "skipped",
    };
    println!("== {} {word}{}", step.name, took(started.elapsed()));
    outcome
}

fn ran(result: Result<()>) -> Outcome {
    result.map_or_else(
        |error| Outcome::Failed(format!("{error:#}")),
        |()| Outcome::Passed,
    )
}

/// Format and lints, for in between.
pub(crate) fn check() -> Result<()> {
    setup::prepare(For::Running)?;
    format()?;
    lints()?;
    licenses::check()?;
    documentation()?;
    page("check")?;
    page("lint")
}

/// Rewrites generated types, golden files and the pictures in the documents.
pub(crate) fn update() -> Result<()> {
    setup::prepare(For::Testing)?;
    finish(cargo(&["test", "--workspace"]).env("FAULTLINE_UPDATE", "1"))?;
    build_window()?;
    finish(window_cargo().env("FAULTLINE_UPDATE", "1"))
}

fn format() -> Result<()> {
    finish(&mut cargo(&["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    finish(&mut cargo(&[
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The documentation of everything, private items included, without a warning: a link to something that was renamed is one.
fn documentation() -> Result<()> {
    let words = [
        "doc",
        "--quiet",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ];
    finish(cargo(&words).env("RUSTDOCFLAGS", "-D warnings"))
}

/// The scope is always the whole workspace: another would compile the libraries again with other features.
fn crate_tests() -> Result<()> {
    finish(cargo(&["test", "--quiet", "--workspace"]).env("FAULTLINE_READERS", readers::python()))
}

fn page(script: &str) -> Result<()> {
    finish(&mut npm(&["run", "--silent", script]))
}

/// Tests of the window drive the release build, which is what people use.
fn window_tests() -> Outcome {
    for program in ["WebKitWebDriver", "Xvfb"] {
        if !exists(program) {
            return Outcome::Skipped(format!("there is no {program}"));
        }
    }
    ran(build_window().and_then(|()| finish(&mut window_cargo())))
}

fn build_window() -> Result<()> {
    finish(&mut cargo(&[
        "build",
        "--quiet",
        "--release",
        "--package",
        "faultline-window",
    ]))?;
    let window = built("faultline-window");
    if window.is_file() {
        Ok(())
    } else {
        Err(anyhow!("{} was not built", window.display()))
    }
}

fn window_cargo() -> std::process::Command {
    let mut command = cargo(&[
        "test",
        "--quiet",
        "--workspace",
        "--test",
        "window",
        "--",
        "--ignored",
        "--test-threads",
        "2",
    ]);
    command
        .env("FAULTLINE_WINDOW", built("faultline-window"))
        .env("FAULTLINE_READERS", readers::python());
    command
}
