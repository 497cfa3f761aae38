//! `cargo xtask synth`: writes a workspace of made-up events, as many as asked for.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{built, cargo, finish};

const USAGE: &str = "cargo xtask synth --events N -o FILE [--seed S] [--force]";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Ask {
    events: u64,
    seed: u64,
    file: PathBuf,
    force: bool,
}

/// Builds the generator and runs it.
pub(crate) fn synth(words: &[String]) -> Result<()> {
    let ask = read(words)?;
    if ask.file.exists() && !ask.force {
        bail!(
            "{} exists already and was left as it is: choose another name, or say --force",
            ask.file.display()
        );
    }
    let file = std::path::absolute(&ask.file)?;
    let example = [
        "build",
        "--release",
        "--package",
        "bench",
        "--example",
        "synth",
    ];
    finish(&mut cargo(&example))?;
    let mut run = Command::new(built("examples/synth"));
    run.args([ask.events.to_string(), ask.seed.to_string()]);
    run.arg(file).args(ask.force.then_some("--force"));
    finish(&mut run)
}

fn read(words: &[String]) -> Result<Ask> {
    let (mut events, mut seed, mut file, mut force) = (None, 1, None, false);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .with_context(|| format!("{word} of what?\n\n{USAGE}"))
        };
        match word.as_str() {
            "--events" => events = Some(number(value()?)?),
            "--seed" => seed = number(value()?)?,
            "-o" => file = Some(PathBuf::from(value()?)),
            "--force" => force = true,
            other => bail!("{other:?} is not known here\n\n{USAGE}"),
        }
    }
    let (events, file) = events.zip(file).context(USAGE)?;
    Ok(Ask {
        events,
        seed,
        file,
        force,
    })
}

fn number(word: &str) -> Result<u64> {
    let plain = word.replace([',', '_'], "");
    plain
        .parse()
        .with_context(|| format!("{word:?} is no number of events or seed\n\n{USAGE}"))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn asked(line: &str) -> anyhow::Result<super::Ask> {
        let words: Vec<_> = line.split(' ').map(String::from).collect();
        read(&words)
    }

    #[test]
    fn it_takes_numbers_as_people_write_them_and_needs_a_file() {
        let ask = asked("--events 1,000,000 -o a.faultline --seed 3").unwrap();
        assert_eq!((ask.events, ask.seed, ask.force), (1_000_000, 3, false));
        assert!(asked("--events 10").is_err());
        assert!(asked("--events ten -o a").is_err());
    }
}
