//! What the project does to itself: `cargo xtask run`, `test` and the rest. Quick to compile, so it starts at once.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool speaks by printing"
)]

mod bench;
mod faults;
mod gallery;
mod licenses;
mod node;
mod process;
mod progress;
mod readers;
mod run;
mod setup;
mod synth;
mod system;
mod test;
mod ui;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask COMMAND

  run [FILE]     install what is missing, build, open the window on FILE or the sample
  test           everything the checks run: format, lints, rules, unit, suite, page and window tests
  setup          only install what is missing and build the page
  check          only format, lints, licenses and documentation
  update         rewrite generated types and golden files; look at what it changed
  bench [growth | frames | index | relations [NORTH]] measure, next to public yardsticks, and print tables; or only how the
                 timeline grows, what the window does while it moves, the risk index, or what of charts of relations
                 can be read, beside graphviz and ELK (NORTH: a folder of GraphML files to lay out as well)
  gallery [FOLDER] draw every chart on every page, to be looked at; into target/gallery
  synth          write a workspace of made-up events: --events N -o FILE [--seed S] [--force]
  faults         kill programs, cut the power, fill the disk: nothing saved may be lost; some minutes

--headless with run: write the sample's pictures instead of opening a window
--short, --seed NUMBER, NAME with faults: some seconds, the seed that a failure named, one test";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match obey(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[String]) -> Result<ExitCode> {
    let rest = words.get(1..).unwrap_or_default();
    match words.first().map(String::as_str) {
        Some("run") => run::run(rest)?,
        Some("test") => return test::test(),
        Some("setup") => setup::prepare(setup::For::Testing)?,
        Some("check") => test::check()?,
        Some("update") => test::update()?,
        Some("bench") => bench::bench(rest)?,
        Some("gallery") => gallery::gallery(rest)?,
        Some("synth") => synth::synth(rest)?,
        Some("faults") => faults::faults(rest)?,
        None | Some("help" | "-h" | "--help") => println!("{USAGE}"),
        Some(other) => bail!("no command called {other:?}\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
