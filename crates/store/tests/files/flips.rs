//! Single bits that turn over: every one is told, or does no harm.

use store::{File, VERSION};

use crate::gulf::gulf;
use crate::lying::{Dice, lying, refused, well_said, whole};
use crate::said::said;

/// How many, in the short form; `FAULTLINE_FLIPS` asks for more.
const FLIPS: usize = 300;

#[derive(Default, Debug)]
struct Tally {
    on_opening: usize,
    on_reading: usize,
    without_harm: usize,
    silently_wrong: Vec<usize>,
}

#[test]
fn every_flip_is_told_or_does_no_harm() {
    let flips = std::env::var("FAULTLINE_FLIPS").map_or(FLIPS, |it| it.parse().unwrap());
    let (mut dice, mut told, truth) = (Dice(2_026), Tally::default(), said(&gulf()));
    let (_folder, path) = lying(whole());
    for _ in 0..flips {
        let mut bytes = whole().to_vec();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        std::fs::write(&path, &bytes).unwrap();
        let Ok(file) = File::open(&path) else {
            refused(&path);
            told.on_opening += 1;
            continue;
        };
        match file.read() {
            Err(error) => {
                well_said(&error, &path);
                told.on_reading += 1;
            }
            Ok(read) if said(&read) == truth => told.without_harm += 1,
            Ok(_) => told.silently_wrong.push(at),
        }
    }
    println!("{flips} flips: {told:?}");
    assert!(told.on_opening > 0);
    // Version 1 had no seals.
    assert!(told.silently_wrong.is_empty() || VERSION < 2, "{told:?}");
}
