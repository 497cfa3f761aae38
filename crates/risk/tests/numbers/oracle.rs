//! The same numbers by numpy, where Python has it.

use std::io::Write;
use std::process::{Command, Stdio};

use model::EventId;
use model::date::Day;
use risk::{Changes, Entry, IndexPart, Model, Spell, WINDOWS, lines, standardized, study};
use serde_json::{Value, json};

const FIRST: i64 = 20_000;
const LAST: i64 = 20_200;
const WINDOW: usize = 40;

/// A number from 0 to 1 that follows from `seed` alone.
fn chance(seed: u64) -> f64 {
    let mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (seed << 17);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    ((mixed ^ (mixed >> 32)) >> 11) as f64 / (1_u64 << 53) as f64
}

fn entries() -> Vec<Entry> {
    let day = |seed: u64, from: i64, width: f64| Day(from + (chance(seed) * width) as i64);
    (1..60)
        .map(|id| {
            let seed = id as u64 * 7;
            let first = day(seed, FIRST - 90, 280.0);
            let last = day(seed + 1, first.0, 20.0);
            let spell = match id % 3 {
                0 => Spell::Span {
                    begins: (first, last),
                    ends: (id % 2 == 0).then(|| (last.plus(5), day(seed + 2, last.0 + 5, 30.0))),
                },
                _ => Spell::Impulse { first, last },
            };
            Entry {
                event: EventId(id),
                part: if id % 4 == 0 {
                    IndexPart::Deescalation
                } else {
                    IndexPart::Escalation
                },
                weight: chance(seed + 3) * 5.0,
                spell,
                half_life_days: if id % 5 == 0 { 7.0 } else { 30.0 },
            }
        })
        .collect()
}

fn asked(entry: &Entry) -> Value {
    let (kind, days, ends) = match entry.spell {
        Spell::Impulse { first, last } => ("impulse", [first.0, last.0], None),
        Spell::Span { begins, ends } => (
            "span",
            [begins.0.0, begins.1.0],
            ends.map(|it| [it.0.0, it.1.0]),
        ),
    };
    json!({
        "kind": kind, "days": days, "ends": ends, "weight": entry.weight,
        "half_life": entry.half_life_days, "up": entry.part == IndexPart::Escalation,
    })
}

fn changes(seed: u64) -> Changes {
    Changes {
        days: (0..400).map(Day).collect(),
        values: (0..400).map(|it| chance(seed + it * 3) - 0.5).collect(),
        in_percent: true,
    }
}

/// What Python says; `None` where there is no Python with numpy.
fn ask(question: &Value) -> Option<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/numbers/oracle.py");
    let knows = Command::new("python3")
        .args(["-c", "import numpy"])
        .stderr(Stdio::null())
        .status();
    if !knows.is_ok_and(|it| it.success()) {
        eprintln!("skipped: there is no python3 with numpy here");
        return None;
    }
    let run = Command::new("python3")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut run = run.unwrap();
    run.stdin
        .take()
        .unwrap()
        .write_all(question.to_string().as_bytes())
        .unwrap();
    let said = run.wait_with_output().unwrap();
    assert!(said.status.success());
    Some(serde_json::from_slice(&said.stdout).unwrap())
}

fn same(what: &str, ours: &[f64], theirs: &Value) {
    let theirs: Vec<f64> = theirs
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_f64().unwrap())
        .collect();
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert!((ours - theirs).abs() < 1e-8, "{what}: {ours} and {theirs}");
    }
}

#[test]
fn numpy_says_the_same() {
    let (entries, own, market, zero) = (entries(), changes(1), changes(2), 300);
    let question = json!({
        "first": FIRST, "last": LAST, "window": WINDOW, "entries": entries.iter().map(asked).collect::<Vec<_>>(),
        "own": own.values, "market": market.values, "zero": zero, "windows": WINDOWS,
    });
    let Some(said) = ask(&question) else { return };
    let up = lines(&entries, Day(FIRST), Day(LAST)).escalation;
    same("index", &up, &said["up"]);
    same("z", &standardized(&up, WINDOW)[WINDOW - 1..], &said["z"]);
    let study = study(&own, zero, Model::Market(&market)).unwrap();
    same(
        "CAR",
        &study.cars.iter().map(|it| it.car).collect::<Vec<_>>(),
        &said["cars"],
    );
    same(
        "t",
        &study.cars.iter().map(|it| it.t).collect::<Vec<_>>(),
        &said["t"],
    );
}
