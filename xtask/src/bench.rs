//! `cargo xtask bench`: measures ours next to a public yardstick in the same run, in interleaved rounds.
//!
//! Compare the ratios of one run, never the milliseconds of two machines.

mod relations;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::process::{answer, built, cargo, finish, target};
use crate::setup::{self, For};

const ROUNDS: usize = 5;

/// The chart of a like picture: as many spans with labels, the same size.
const YARDSTICK: &str = "\
import sys, matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(19.2, 10.8), dpi=100)
for row in range(47):
    axes.barh(row, 5 + row % 9, left=row * 3 % 90, height=.6)
    axes.text(row * 3 % 90 + 15, row, f'Event {row} with a title of some length', va='center', fontsize=9)
figure.savefig(sys.argv[1])
";

/// Something measured: a name, and the milliseconds of each round.
struct Measurement {
    name: &'static str,
    command: Box<dyn Fn() -> Result<f64>>,
    rounds: Vec<f64>,
}

/// Builds, measures and prints the tables; with the word `growth` only that of the timeline's growth,
/// with `frames` only that of the moving window, with `index` only that of the risk index, with `relations` only that of charts of
/// relations.
pub(crate) fn bench(words: &[String]) -> Result<()> {
    match words {
        [only] if only == "growth" => return growth(),
        [only] if only == "frames" => return frames(),
        [only] if only == "index" => return index(),
        [first, rest @ ..] if first == "relations" => return relations::relations(rest),
        _ => {}
    }
    setup::prepare(For::Testing)?;
    finish(&mut cargo(&[
        "build",
        "--release",
        "--package",
        "faultline-window",
        "--package",
        "cli",
    ]))?;
    build_example("tests", "measure")?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let sample = folder.join("sample.faultline");
    finish(
        Command::new(built("faultline"))
            .arg("new")
            .arg(&sample)
            .args(["--sample", "--force"]),
    )?;
    let mut rows = vec![
        row("start: window to first picture", || inside(&["start"])),
        row("picture of 1,000 events", || inside(&["picture", "1000"])),
        row("picture of 100,000 events", || {
            inside(&["picture", "100000"])
        }),
    ];
    rows.extend(edits(&folder)?);
    let png = folder.join("ours.png");
    rows.push(row("PNG of the sample, whole process", move || {
        export(&sample, &png)
    }));
    match matplotlib(&folder) {
        Ok(python) => rows.push(row("matplotlib, a like PNG, whole process", move || {
            yardstick(&python, &folder)
        })),
        Err(error) => println!("skipped: matplotlib ({error:#})"),
    }
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        for row in &mut rows {
            row.rounds.push((row.command)()?);
        }
    }
    print_table(&rows);
    index()?;
    relations::relations(&[])?;
    growth()
}

/// Prints how the timeline grows from ten thousand events to a million: made ready, its memory, a way of
/// pictures through all zooms, pointing, an edit.
fn growth() -> Result<()> {
    build_example("bench", "growth")?;
    println!();
    finish(
        Command::new(target().join("release/examples/growth")).args(["10000", "100000", "1000000"]),
    )
}

/// Prints how long the window takes to its first picture, and what the page does and how long frames take while it moves, up to
/// a million events.
fn frames() -> Result<()> {
    setup::prepare(For::Testing)?;
    let window = ["build", "--release", "--package", "faultline-window"];
    finish(&mut cargo(&window))?;
    build_example("tests", "frames")?;
    first_pictures()?;
    let mut measure = Command::new(target().join("release/examples/frames"));
    measure.args(["1000", "10000", "100000", "1000000"]);
    finish(measure.env("FAULTLINE_WINDOW", built("faultline-window")))
}

/// Prints how long it takes to the first picture of so many events: from starting the window on them, and from choosing them in
/// a window that is open.
fn first_pictures() -> Result<()> {
    build_example("tests", "measure")?;
    build_example("bench", "synth")?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let sized = [
        ("first picture of 1,000 events", "1000"),
        ("first picture of 100,000 events", "100000"),
        ("first picture of 1,000,000 events", "1000000"),
    ];
    let mut rows = vec![];
    for (name, events) in sized {
        let file = folder.join(format!("first-{events}.faultline"));
        if !file.exists() {
            finish(
                Command::new(built("examples/synth"))
                    .args([events, "1"])
                    .arg(&file),
            )?;
        }
        let file = file.display().to_string();
        let chosen = file.clone();
        rows.push(row(name, move || inside(&["start", &file])));
        rows.push(row("the same, chosen in an open window", move || {
            inside(&["open", &chosen])
        }));
    }
    for _ in 0..ROUNDS {
        for row in &mut rows {
            row.rounds.push((row.command)()?);
        }
    }
    print_table(&rows);
    Ok(())
}

/// Prints how long the risk index of a million events takes by day over twenty years, and its pictures; five rounds.
fn index() -> Result<()> {
    finish(&mut cargo(&["build", "--release", "--package", "cli"]))?;
    build_example("tests", "measure")?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let million = folder.join("million.faultline");
    if !million.exists() {
        println!("writing a workspace of 1,000,000 events");
        inside(&["many", &million.display().to_string(), "1000000"])?;
    }
    println!();
    for _ in 0..ROUNDS {
        let mut measure = Command::new(built("faultline"));
        finish(measure.args(["bench", "index", "--db"]).arg(&million))?;
    }
    Ok(())
}

fn build_example(package: &str, name: &str) -> Result<()> {
    let build = [
        "build",
        "--release",
        "--package",
        package,
        "--example",
        name,
    ];
    finish(&mut cargo(&build))
}

/// What is measured on a workspace of 100,000 events.
fn edits(folder: &Path) -> Result<[Measurement; 3]> {
    let many = folder.join("many.faultline");
    let bare = folder.join("bare.faultline");
    if many.exists() {
        std::fs::remove_file(&many)?;
    }
    println!("writing a workspace of 100,000 events");
    inside(&["many", &many.display().to_string(), "100000"])?;
    std::fs::copy(&many, &bare)?;
    let on = |file: &Path, name, what: &'static str| {
        let file = file.display().to_string();
        row(name, move || inside(&[what, &file]))
    };
    Ok([
        on(&many, "edit at 100,000: saved and redrawn", "edit"),
        on(&bare, "  bare SQLite UPDATE of the same row", "update"),
        on(&many, "completion at 100,000 events", "complete"),
    ])
}

fn row(name: &'static str, command: impl Fn() -> Result<f64> + 'static) -> Measurement {
    Measurement {
        name,
        command: Box::new(command),
        rounds: vec![],
    }
}

fn inside(words: &[&str]) -> Result<f64> {
    let mut measure = Command::new(target().join("release/examples/measure"));
    let said = answer(
        measure
            .args(words)
            .env("FAULTLINE_WINDOW", built("faultline-window")),
    );
    said.and_then(|it| it.parse().ok())
        .with_context(|| format!("measure {} failed", words.join(" ")))
}

fn export(sample: &Path, png: &Path) -> Result<f64> {
    let mut command = Command::new(built("faultline"));
    timed(
        command
            .args(["chart", "timeline"])
            .arg(sample)
            .arg("-o")
            .arg(png)
            .args(["--force", "--size", "1920x1080"]),
    )
}

fn yardstick(python: &Path, folder: &Path) -> Result<f64> {
    timed(
        Command::new(python)
            .args(["-c", YARDSTICK])
            .arg(folder.join("matplotlib.png")),
    )
}

fn timed(command: &mut Command) -> Result<f64> {
    let started = Instant::now();
    finish(command.stdout(Stdio::null()))?;
    Ok(started.elapsed().as_secs_f64() * 1e3)
}

/// A Python of its own with matplotlib in it.
fn matplotlib(folder: &Path) -> Result<PathBuf> {
    let python = folder.join("python/bin/python");
    if !python.is_file() {
        finish(
            Command::new("python3")
                .args(["-m", "venv"])
                .arg(folder.join("python")),
        )?;
    }
    if answer(Command::new(&python).args(["-c", "import matplotlib"])).is_none() {
        finish(Command::new(&python).args(["-m", "pip", "install", "--quiet", "matplotlib"]))?;
    }
    // The first import builds a font cache, which is not what is measured.
    if answer(Command::new(&python).args(["-c", "import matplotlib.pyplot"])).is_none() {
        bail!("it does not import");
    }
    Ok(python)
}

fn print_table(rows: &[Measurement]) {
    let yardstick = rows
        .iter()
        .find(|it| it.name.starts_with("matplotlib"))
        .map(|it| median(&it.rounds));
    println!(
        "\n{:<40} {:>10} {:>19} {:>12}",
        "", "median ms", "min to max", "yardstick ×"
    );
    for row in rows {
        let low = row.rounds.iter().copied().fold(f64::INFINITY, f64::min);
        let high = row.rounds.iter().copied().fold(0.0, f64::max);
        let middle = median(&row.rounds);
        let ratio = yardstick
            .filter(|_| row.name.contains("whole process"))
            .map(|it| format!("{:.2}", middle / it));
        println!(
            "{:<40} {middle:>10.1} {:>19} {:>12}",
            row.name,
            format!("{low:.1} to {high:.1}"),
            ratio.unwrap_or_default()
        );
    }
    println!(
        "\n{ROUNDS} interleaved rounds on this machine; the start has the test driver's session in it."
    );
}

fn median(rounds: &[f64]) -> f64 {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
