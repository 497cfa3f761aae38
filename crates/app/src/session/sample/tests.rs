//! The sample against the seed tables, and against itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::date::{Day, Moment};
use model::{Event, FuzzyDate, Target, Workspace};

use super::workspace;

fn sample() -> Workspace {
    workspace().unwrap()
}

/// The entries of the chronology itself, without those of the dataset.
fn entries(sample: &Workspace) -> impl Iterator<Item = &Event> {
    sample.events.iter().filter(|event| event.dataset.is_none())
}

fn named<'a>(sample: &'a Workspace, handle: &str) -> &'a Event {
    sample
        .events
        .iter()
        .find(|event| event.handle == handle)
        .unwrap()
}

/// Letter of the source and digit of the citation, of the first citation of `target`.
fn grade(sample: &Workspace, target: Target) -> String {
    let first = sample.citations_of(target).next().unwrap();
    let letter = sample.source(first.source).unwrap().reliability.unwrap();
    format!("{letter}{}", first.credibility.unwrap())
}

/// A table of the seed, or `None` with a line that says so.
fn seed(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/seed")
        .join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!(
            "SKIPPED: ../shared/data/seed/{name} is not here, so the sample was not compared with it"
        );
        return None;
    };
    let mut lines = text.lines().map(cells);
    let head = lines.next().unwrap();
    Some(
        lines
            .map(|row| head.iter().cloned().zip(row).collect())
            .collect(),
    )
}

/// Cells of a line of CSV; a quoted cell may hold commas and doubled quotes.
fn cells(line: &str) -> Vec<String> {
    let (mut all, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => all.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    all.push(cell);
    all
}

#[test]
fn it_has_all_entries_and_links() {
    let sample = sample();
    assert_eq!(entries(&sample).count(), 47);
    assert_eq!(sample.links.len(), 42);
    assert_eq!(sample.events.len() - 47, 17, "facts of the dataset");
    assert!(sample.datasets.iter().all(|dataset| !dataset.on));
    assert_eq!(sample.as_of, Day::from_ymd(2025, 6, 11));
}

#[test]
fn statuses_are_counted_as_in_the_window() {
    let sample = sample();
    let mut counts = BTreeMap::new();
    for event in entries(&sample) {
        *counts.entry(event.status.word()).or_insert(0) += 1;
    }
    let expected = [
        ("disputed", 1),
        ("doubtful", 1),
        ("happened", 26),
        ("hypothetical", 4),
        ("ongoing", 10),
        ("planned", 4),
        ("reported", 1),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn lanes_are_filled_as_in_the_window() {
    let sample = sample();
    let count = |at: usize| {
        entries(&sample)
            .filter(|it| it.leading_theme() == Some(sample.themes[at].id))
            .count()
    };
    assert_eq!([0, 1, 2, 3, 4, 5].map(count), [11, 7, 8, 8, 6, 7]);
    assert_eq!((6..sample.themes.len()).map(count).sum::<usize>(), 0);
}

#[test]
fn hues_are_those_of_the_tokens() {
    let tokens: serde_json::Value =
        serde_json::from_str(include_str!("../../../../../data/tokens.json")).unwrap();
    for theme in sample().themes {
        assert_eq!(
            tokens["theme_defaults"][&theme.handle], theme.hue,
            "{}",
            theme.handle
        );
    }
}

#[test]
fn entries_agree_with_the_seed() {
    let Some(rows) = seed("events.csv") else {
        return;
    };
    let sample = sample();
    assert_eq!(rows.len(), 47);
    for row in rows {
        let event = named(&sample, &row["id"]);
        assert_eq!(event.title, row["title"]);
        assert_eq!(
            event.severity.to_string(),
            row["severity"],
            "{}",
            event.handle
        );
        assert_eq!(event.tone.word(), row["tone"], "{}", event.handle);
        assert_eq!(
            grade(&sample, Target::Event(event.id)),
            row["admiralty"],
            "{}",
            event.handle
        );
        let themes: BTreeSet<_> = event
            .themes
            .iter()
            .map(|id| sample.theme(*id).unwrap().handle.as_str())
            .collect();
        assert_eq!(
            themes,
            row["themes"].split(';').collect(),
            "{}",
            event.handle
        );
        let actors = row["actors"].split(';').filter(|it| !it.is_empty()).count();
        assert_eq!(event.actors.len(), actors, "{}", event.handle);
        assert_eq!(
            event.likelihood.is_some(),
            row["likelihood"].contains('%'),
            "{}",
            event.handle
        );
        let date = event.date.as_ref().unwrap();
        assert_eq!(date.edtf.to_string(), row["edtf"]);
        assert_eq!(
            ends(date),
            (row["lo"].clone(), row["hi"].clone()),
            "{}",
            event.handle
        );
    }
}

/// Earliest and latest day as the seed writes them; nothing for open.
fn ends(date: &FuzzyDate) -> (String, String) {
    let text = |end: Option<Moment>| end.map_or(String::new(), |it| it.day.to_string());
    (
        text(date.bounds.start_earliest),
        text(date.bounds.end_latest),
    )
}

#[test]
fn links_agree_with_the_seed() {
    let Some(rows) = seed("links.csv") else {
        return;
    };
    let sample = sample();
    assert_eq!(rows.len(), sample.links.len());
    for (row, link) in rows.iter().zip(&sample.links) {
        assert_eq!(sample.event(link.cause).unwrap().handle, row["cause"]);
        assert_eq!(sample.event(link.effect).unwrap().handle, row["effect"]);
        assert_eq!(link.link_type, row["link_type"]);
        assert_eq!(link.confidence.word(), row["confidence"]);
        let label = &sample.link_type(link).unwrap().label;
        let wording = if link.wording.is_empty() {
            label
        } else {
            &link.wording
        };
        assert_eq!(wording, &row["type"]);
        assert!(
            sample.citations_of(Target::Link(link.id)).count() > 0,
            "a link without a source"
        );
    }
}

#[test]
fn later_facts_agree_with_the_seed() {
    let Some(rows) = seed("outside_facts.csv") else {
        return;
    };
    let sample = sample();
    assert_eq!(rows.len(), 17);
    for row in rows {
        let event = named(&sample, &row["id"]);
        let concerns = event
            .concerns
            .map_or("", |id| &sample.event(id).unwrap().handle);
        assert_eq!(concerns, row["event"]);
        assert_eq!(
            event
                .date
                .as_ref()
                .map_or(String::new(), |it| it.edtf.to_string()),
            row["edtf"]
        );
        assert!(
            sample.citations_of(Target::Event(event.id)).count() > 0,
            "{} has no source",
            event.handle
        );
    }
}

#[test]
fn contradicting_claims_stay_side_by_side() {
    let sample = sample();
    let order = named(&sample, "E21").id;
    let claims: Vec<_> = sample
        .claims
        .iter()
        .filter(|claim| claim.event == order)
        .collect();
    let read: Vec<_> = claims
        .iter()
        .map(|it| {
            (
                it.value.as_str(),
                it.adopted,
                grade(&sample, Target::Claim(it.id)),
            )
        })
        .collect();
    let expected = [
        ("all non-essential staff", true, String::from("B2")),
        ("most diplomats", false, String::from("C3")),
        ("not a large number", false, String::from("C3")),
    ];
    assert_eq!(read, expected);
    let mut adopted = BTreeMap::new();
    for claim in &sample.claims {
        *adopted.entry((claim.event, &claim.field)).or_insert(0) += i32::from(claim.adopted);
    }
    assert!(
        adopted.values().all(|count| *count == 1),
        "each disputed field has one adopted value: {adopted:?}"
    );
}

#[test]
fn rivals_explain_the_same_effect() {
    let sample = sample();
    let rivals: Vec<_> = sample
        .links
        .iter()
        .filter(|link| !link.rivals.is_empty())
        .collect();
    let causes: Vec<_> = rivals
        .iter()
        .map(|link| sample.event(link.cause).unwrap().handle.as_str())
        .collect();
    assert_eq!(causes, ["E19", "E25"]);
    assert!(
        rivals
            .iter()
            .all(|link| link.effect == named(&sample, "E21").id)
    );
}

#[test]
fn likelihood_words_are_on_the_first_scale() {
    let sample = sample();
    let scale = &sample.scales[0];
    for event in sample
        .events
        .iter()
        .filter(|event| event.likelihood.is_some())
    {
        assert!(event.likelihood_band(scale).is_some(), "{}", event.handle);
    }
}

#[test]
fn actors_have_countries_through_what_they_belong_to() {
    let sample = sample();
    let country = |handle: &str| {
        sample.country_of(
            sample
                .actors
                .iter()
                .find(|it| it.handle == handle)
                .unwrap()
                .id,
        )
    };
    assert_eq!(country("pete-hegseth"), "US");
    assert_eq!(country("aziz-nasirzadeh"), "IR");
    assert_eq!(country("iaea-board"), "");
}

#[test]
fn the_same_text_makes_the_same_workspace() {
    assert_eq!(sample(), sample());
    let ids: Vec<_> = sample().events.iter().map(|event| event.id.0).collect();
    assert_eq!(ids, (1..=64).collect::<Vec<_>>());
}

#[test]
fn every_grade_has_its_meaning() {
    let text: toml::Table =
        toml::from_str(include_str!("../../../../../data/admiralty.toml")).unwrap();
    let words = |list: &str| -> Vec<String> {
        let rows = text[list].as_array().unwrap();
        rows.iter()
            .map(|row| row["word"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        words("letter"),
        model::Reliability::ALL
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    );
    assert_eq!(
        words("digit"),
        model::Credibility::ALL
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_file_gives_back_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = store::File::create(folder.path().join("sample.faultline")).unwrap();
    super::write(&mut file).unwrap();
    assert_eq!(file.read().unwrap(), sample());
    let found = file.search("baghdad embas", 50).unwrap();
    assert!(found.contains(&named(&sample(), "E21").id));
}
