//! The tests at their short length. `cargo xtask faults` runs them at length.
#![expect(
    clippy::print_stdout,
    reason = "what a test came to, for whoever asks for it"
)]

use std::path::Path;

use faults::outcome::Outcome;
use faults::plan::{Length, TESTS};

/// Set this to the seed that a failure names.
const SEED: &str = "FAULTLINE_SEED";

fn hold(name: &str) {
    let test = TESTS.iter().find(|it| it.name == name);
    let seed = std::env::var(SEED).map_or(1, |it| it.parse().expect("the seed is a number"));
    let program = Path::new(env!("CARGO_BIN_EXE_faults"));
    let outcome =
        test.unwrap_or_else(|| panic!("no test called {name}"))
            .run(program, Length::Short, seed);
    match outcome {
        Ok(Outcome::Held { count, said }) => println!("{name}: {count}; {said}"),
        Ok(Outcome::Skipped(why)) => println!("skipped: {name}: {why}"),
        Err(error) => panic!("{name}: {error:#}"),
    }
}

#[test]
fn killed_programs_lose_nothing() {
    hold("kill -9");
}

#[test]
fn power_cuts_lose_nothing() {
    hold("power cut");
}

#[test]
fn old_files_and_copies_are_made_anew_or_left_alone() {
    hold("kill -9 while an old file is renewed");
    hold("power cut while an old file is renewed");
    hold("kill -9 while a copy is saved");
}

#[test]
fn power_cuts_tell_settings_apart() {
    hold("control: synchronous=FULL must lose");
    hold("control: synchronous=OFF must corrupt");
    hold("control: synchronous=EXTRA must hold");
}

#[test]
fn programs_at_once_lose_nothing() {
    hold("three programs at once");
}

#[test]
fn bits_that_turn_over_are_told_or_do_no_harm() {
    hold("bits turned over");
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    hold("disk full");
    hold("file size limit");
}
