//! What `cargo xtask synth` runs: `synth EVENTS SEED FILE [--force]`.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use bench::synth::{Recipe, Synth};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let made = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [events, seed, file] => make(events, seed, Path::new(file), false),
        [events, seed, file, "--force"] => make(events, seed, Path::new(file), true),
        _ => Err(String::from("synth EVENTS SEED FILE [--force]")),
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn make(events: &str, seed: &str, file: &Path, force: bool) -> Result<(), String> {
    let number = |it: &str| it.parse().map_err(|_| format!("{it:?} is no number"));
    let recipe = Recipe {
        events: number(events)?,
        seed: number(seed)?,
    };
    let started = Instant::now();
    let refused = |it: api::Fault| format!("{}: {}", it.message, it.help.unwrap_or_default());
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
