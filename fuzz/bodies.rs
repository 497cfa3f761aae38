//! What must hold of any input at all, one function for each reader. The properties in `tests/tests/fuzz.rs` call them with
//! made-up input in every test run; `cargo fuzz` calls them with input that it finds.

use std::sync::OnceLock;

use exchange::brief::Brief;
use exchange::series::Answers;
use exchange::whole::{from_json, to_json};
use model::date::{Day, Edtf, Ends, Understood, read};
use model::{Event, EventId, FuzzyDate, Link, LinkId, Workspace};
use store::{File, examine, salvage};

/// `seed` with some of its bytes replaced, removed or doubled, as `edits` says in steps of five bytes.
pub(crate) fn edited(seed: &[u8], edits: &[u8]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for edit in edits.chunks_exact(5) {
        if bytes.is_empty() {
            break;
        }
        let place = u32::from_le_bytes([edit[0], edit[1], edit[2], 0]) as usize % bytes.len();
        match edit[3] % 8 {
            0..=4 => bytes[place] = edit[4],
            5 => drop(bytes.drain(place..(place + usize::from(edit[4])).min(bytes.len()))),
            6 => bytes.insert(place, edit[4]),
            _ => bytes.truncate(place),
        }
    }
    bytes
}

/// Any text as a date: what is understood prints as EDTF that reads back, has words, and moves without panic.
pub(crate) fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for today in [None, Some(Day(20_000))] {
        let choices = match read(&text, today) {
            Ok(Understood::Date(date)) => vec![date],
            Ok(Understood::Ask { choices, .. }) => choices,
            Err(error) => {
                assert!(!error.reason.is_empty());
                continue;
            }
        };
        for date in &choices {
            date_holds(date);
        }
    }
}

fn date_holds(date: &FuzzyDate) {
    let form = date.edtf.to_string();
    assert_eq!(form.parse::<Edtf>().as_ref(), Ok(&date.edtf), "{form}");
    let words = date.in_words();
    assert!(!words.is_empty() && !date.shown().is_empty(), "{form}");
    // Words that are understood again mean the same days.
    if let Ok(Understood::Date(again)) = read(&words, None) {
        assert_eq!(again.bounds, date.bounds, "{form}: {words}");
    }
    for days in [-400, 1, 40_000] {
        let _ = date.shifted(days, Ends::Both);
    }
    let _ = (date.sort_key(), date.shape(), date.span_days());
}

/// Any bytes as a picture: those that are one are written again as the same bytes.
pub(crate) fn wire(bytes: &[u8]) {
    if let Ok(scene) = scene::wire::decode(bytes) {
        let written = scene::wire::encode(&scene);
        let again = scene::wire::decode(&written).expect("what was written can be read");
        assert_eq!(scene::wire::encode(&again), written);
    }
}

/// Any bytes as the JSON of a workspace: what is read comes back the same.
pub(crate) fn json(bytes: &[u8]) {
    if let Ok(workspace) = from_json(bytes) {
        let text = to_json(&workspace).expect("what was read can be written");
        let again = from_json(text.as_bytes()).expect("what was written can be read");
        assert_eq!(to_json(&again).ok(), Some(text));
    }
}

/// Any bytes as a file of series: what is offered has a value for each day, in order.
pub(crate) fn series(bytes: &[u8]) {
    let Ok(read) = exchange::series::read(bytes, &Answers::default()) else {
        return;
    };
    for offer in &read.offers {
        let points = &offer.points;
        assert_eq!(points.days.len(), points.values.len());
        assert!(points.days.is_sorted_by(|a, b| a < b), "{:?}", points.days);
        assert!(points.values.iter().all(|it| it.is_finite()));
    }
}

/// Any bytes as a workspace file: it is examined and saved without panic, and what was saved is a workspace whose
/// entries are whole.
pub(crate) fn salvaged(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let (from, to) = (
        folder.path().join("a.faultline"),
        folder.path().join("b.faultline"),
    );
    std::fs::write(&from, bytes).expect("a file can be written");
    let _ = examine(&from);
    if salvage(&from, &to).is_ok() {
        let saved = File::open(&to).expect("what was saved opens");
        saved.read().expect("what was saved can be read");
        let examined = examine(&to).expect("it can be examined");
        // A step of the history that is damaged is kept with its seal, so that it goes on being named.
        let mut wrong = examined.wrong.iter();
        assert!(
            wrong.all(|it| it.starts_with("The record of step")),
            "{:?}",
            examined.wrong
        );
    }
    assert_eq!(
        std::fs::read(&from).expect("it is there"),
        bytes,
        "the damaged file was touched"
    );
}

/// A workspace with a few entries that have a bit of everything.
fn workspace() -> Workspace {
    let event = |id: i64, title: &str, edtf: &str| Event {
        date: FuzzyDate::from_edtf(edtf).ok(),
        summary: String::from("Said twice, \"quoted\"."),
        tags: vec![String::from("rail")],
        ..Event::titled(EventId(id), format!("E{id}"), title)
    };
    let link_type = model::LinkType {
        handle: String::from("causes"),
        label: String::from("causes"),
        sign: model::Sign::Plus,
        order: model::OrderRule::CauseFirst,
        what_if: model::WhatIf::Full,
        meaning: String::new(),
    };
    let link = Link {
        id: LinkId(3),
        cause: EventId(1),
        effect: EventId(2),
        link_type: String::from("causes"),
        wording: String::new(),
        strength: None,
        confidence: model::Confidence::Moderate,
        lag_days: Some(3),
        basis: model::Basis::Reported,
        note: String::new(),
        rivals: String::new(),
    };
    Workspace {
        name: String::from("Seed"),
        events: vec![
            event(1, "Talks", "2025-06-11"),
            event(2, "Strike", "[2025-06-12..2025-06-20]"),
        ],
        links: vec![link],
        link_types: vec![link_type],
        ..Workspace::default()
    }
}

/// A workspace as JSON, to be edited.
pub(crate) fn json_seed() -> &'static [u8] {
    static SEED: OnceLock<Vec<u8>> = OnceLock::new();
    SEED.get_or_init(|| {
        to_json(&workspace())
            .expect("it can be written")
            .into_bytes()
    })
}

/// A workspace file, to be edited.
pub(crate) fn file_seed() -> &'static [u8] {
    static SEED: OnceLock<Vec<u8>> = OnceLock::new();
    SEED.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("seed.faultline");
        let mut file = File::create(&path).expect("a workspace can be made");
        file.change("Fill", |edit| edit.put_workspace(&workspace()))
            .expect("it can be filled");
        drop(file);
        std::fs::read(&path).expect("it can be read")
    })
}

/// A picture, to be edited: a page of a brief.
pub(crate) fn wire_seed() -> &'static [u8] {
    static SEED: OnceLock<Vec<u8>> = OnceLock::new();
    SEED.get_or_init(|| {
        let brief = Brief {
            title: String::from("Talks in Geneva"),
            author: String::from("A. Author"),
            day: Some(Day(20_000)),
            subtitle: String::from("2 June 2025 to 11 June 2025"),
            handling: String::from("TLP:GREEN"),
            parts: Vec::new(),
        };
        let paper = exchange::brief::pages(&brief);
        scene::wire::encode(&paper.pages[0])
    })
}

/// A series as CSV, to be edited.
pub(crate) const SERIES_SEED: &[u8] =
    b"Date,Close,High,Low\n2025-06-09,71.2,72,70.5\n2025-06-10,\"1,071.9\",,\n2025-06-11,73,75.25,72\n";
