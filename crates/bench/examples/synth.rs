//! What `cargo xtask synth` runs: `synth EVENTS SEED FILE [--force]`. With `--linked` in place of `--force` only so many events that
//! all have links, for pictures of relations; the file is then replaced.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use bench::relations;
use bench::synth::{Recipe, Synth};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let made = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [events, seed, file] => make(events, seed, Path::new(file), false),
        [events, seed, file, "--force"] => make(events, seed, Path::new(file), true),
        [events, seed, file, "--linked"] => make_linked(events, seed, Path::new(file)),
        _ => Err(String::from("synth EVENTS SEED FILE [--force | --linked]")),
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn refused(fault: api::Fault) -> String {
    format!("{}: {}", fault.message, fault.help.unwrap_or_default())
}

fn number<T: std::str::FromStr>(word: &str) -> Result<T, String> {
    word.parse().map_err(|_| format!("{word:?} is no number"))
}

fn make_linked(events: &str, seed: &str, file: &Path) -> Result<(), String> {
    let workspace = relations::linked(number(events)?, number(seed)?).map_err(refused)?;
    drop(relations::session(&workspace, file).map_err(refused)?);
    Ok(())
}

fn make(events: &str, seed: &str, file: &Path, force: bool) -> Result<(), String> {
    let recipe = Recipe {
        events: number(events)?,
        seed: number(seed)?,
    };
    let started = Instant::now();
    let synth = Synth::new(recipe).map_err(refused)?;
    let told = |done| println!("{done} of {events} events");
    synth.write(file, force, told).map_err(refused)?;
    let bytes = std::fs::metadata(file).map_or(0, |it| it.len());
    println!(
        "{}: {events} events, {} links, {:.1} s, {:.1} MB",
        file.display(),
        synth.link_count(),
        started.elapsed().as_secs_f64(),
        bytes as f64 / 1e6
    );
    Ok(())
}
