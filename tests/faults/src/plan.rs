//! Which tests there are, and at what length.

use std::path::Path;

use anyhow::Result;

use crate::cut::control::{Synchronous, control};
use crate::cut::cut;
use crate::outcome::Outcome;
use crate::{crowd, flips, full, kill, upgrade};

/// How long to test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Some seconds, at every run of the tests.
    Short,
    /// Some minutes, before a release.
    Long,
}

/// A test by name.
#[derive(Debug)]
pub struct Test {
    /// What the table calls it.
    pub name: &'static str,
    run: fn(&Path, Length, u64) -> Result<Outcome>,
}

/// All tests, in the order of the table.
pub const TESTS: [Test; 12] = [
    Test {
        name: "kill -9",
        run: |program, length, seed| kill::kill(program, length.of(60, 1000), seed),
    },
    Test {
        name: "power cut",
        run: |program, length, seed| cut(program, length.of(200, 5000), seed),
    },
    Test {
        name: "kill -9 while an old file is renewed",
        run: |program, length, seed| upgrade::kill(program, length.of(8, 200), seed),
    },
    Test {
        name: "power cut while an old file is renewed",
        run: |program, length, seed| upgrade::cut(program, length.of(40, 1000), seed),
    },
    Test {
        name: "kill -9 while a copy is saved",
        run: |program, length, seed| upgrade::copy(program, length.of(8, 200), seed),
    },
    Test {
        name: "control: synchronous=FULL must lose",
        run: |program, length, seed| {
            control(program, length.of(100, 1000), seed, Synchronous::Full)
        },
    },
    Test {
        name: "control: synchronous=OFF must corrupt",
        run: |program, length, seed| control(program, length.of(100, 1000), seed, Synchronous::Off),
    },
    Test {
        name: "control: synchronous=EXTRA must hold",
        run: |program, length, seed| {
            control(program, length.of(100, 1000), seed, Synchronous::Extra)
        },
    },
    Test {
        name: "three programs at once",
        run: |program, length, seed| crowd::crowd(program, length.of(60, 300), seed),
    },
    Test {
        name: "disk full",
        run: |_, length, seed| full::disk_full(length.of(2, 20), seed),
    },
    Test {
        name: "file size limit",
        run: |program, length, seed| full::size_limit(program, length.of(4, 30), seed),
    },
    Test {
        name: "bits turned over",
        run: |_, length, seed| flips::flips(length.of(25, 5000), seed),
    },
];

impl Length {
    /// One of two numbers.
    fn of<T>(self, short: T, long: T) -> T {
        match self {
            Self::Short => short,
            Self::Long => long,
        }
    }
}

impl Test {
    /// Runs it; `program` is the one of this crate.
    ///
    /// # Errors
    /// Says what was lost, with the seed.
    pub fn run(&self, program: &Path, length: Length, seed: u64) -> Result<Outcome> {
        (self.run)(program, length, seed)
    }
}
