//! `faults`: runs the tests and prints a table; with other words it is one of the programs that are hurt.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test program speaks by printing"
)]

use std::hash::{BuildHasher as _, RandomState};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use faults::acks::Acks;
use faults::cut::control::{self, Synchronous};
use faults::outcome::Outcome;
use faults::plan::{Length, TESTS};
use faults::script::Editing;
use faults::{crowd, full};

const USAGE: &str = "faults [--short] [--seed NUMBER] [NAME OF A TEST]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("faults: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<ExitCode> {
    match *words {
        ["edit", file, acks, seed, from] => edit(
            Editing::open(Path::new(file), seed.parse()?)?,
            acks,
            from.parse()?,
            u64::MAX,
        )?,
        ["make", file, acks, seed, until] => {
            let editing = Editing::create(Path::new(file), seed.parse()?)?;
            Acks::to(Path::new(acks))?.say(0)?;
            edit(editing, acks, 0, until.parse()?)?;
        }
        ["copy", file, to] => store::File::open(file)?.save_copy(Path::new(to))?,
        ["open", file] => drop(store::File::open(file)?),
        ["limited", file, acks, seed, from] => full::work(
            Path::new(file),
            Path::new(acks),
            seed.parse()?,
            from.parse()?,
        )?,
        ["crowd", file, name, edits, seed] => println!(
            "{}",
            crowd::work(Path::new(file), name, edits.parse()?, seed.parse()?)?
        ),
        ["plain", file, acks, seed, steps, mode] => control::work(
            Path::new(file),
            Path::new(acks),
            seed.parse()?,
            steps.parse()?,
            Synchronous::of(mode).context(USAGE)?,
        )?,
        _ => return run(words),
    }
    Ok(ExitCode::SUCCESS)
}

/// Edits from the step after `from`, and acknowledges each.
fn edit(mut editing: Editing, acks: &str, from: u64, until: u64) -> Result<()> {
    let mut acks = Acks::to(Path::new(acks))?;
    for step in from + 1..=until {
        editing.step(step).with_context(|| format!("step {step}"))?;
        acks.say(step)?;
    }
    Ok(())
}

/// Runs all tests, or those whose names hold a word, and prints what they came to.
fn run(words: &[&str]) -> Result<ExitCode> {
    let (mut length, mut wanted) = (Length::Long, "");
    let mut seed = RandomState::new().hash_one("seed") >> 32;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--short" => length = Length::Short,
            "--seed" => seed = words.next().context(USAGE)?.parse()?,
            other if other.starts_with('-') => bail!(USAGE),
            other => wanted = other,
        }
    }
    println!("seed {seed}");
    println!("{:<40} {:>7} {:>8}", "", "count", "seconds");
    let program = std::env::current_exe()?;
    let (mut failed, mut skipped) = (0, 0);
    for test in TESTS.iter().filter(|it| it.name.contains(wanted)) {
        let started = Instant::now();
        let outcome = test.run(&program, length, seed);
        let took = started.elapsed().as_secs_f64();
        match outcome {
            Ok(Outcome::Held { count, said }) => {
                println!("{:<40} {count:>7} {took:>8.1}  {said}", test.name);
            }
            Ok(Outcome::Skipped(why)) => {
                skipped += 1;
                println!("{:<40} {:>7} {took:>8.1}  {why}", test.name, "skipped");
            }
            Err(error) => {
                failed += 1;
                println!("{:<40} {:>7} {took:>8.1}  {error:#}", test.name, "FAILED");
            }
        }
    }
    let proven = failed == 0 && (skipped == 0 || length == Length::Short);
    println!("\n{failed} failed, {skipped} skipped");
    Ok(if proven {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
