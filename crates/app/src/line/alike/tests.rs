//! Look-alikes of the sample.

use api::dto::LookAlike;

use super::{of_all, of_event, of_line};
use crate::line::reading::{Context, read};
use crate::lookup::titles::Index;

fn in_words(it: &LookAlike) -> String {
    let other = it.other.as_ref().map_or("-", |it| it.handle.as_str());
    format!(
        "{:.2} {} {other}: {}",
        it.likeness,
        it.event.handle,
        it.reasons.join("; ")
    )
}

#[test]
fn the_sample_has_one_story_told_twice() {
    let sample = crate::session::sample::workspace().unwrap();
    let pairs = of_all(&Index::new(&sample), &sample);
    let lines: Vec<String> = pairs.iter().map(in_words).collect();
    // E21 and E26 are what two articles say of one order; the other two are stages of the talks of Geneva.
    let wanted = "\
0.62 E03 X02: dates overlap; US, CN in both; Geneva, CH in both; “Geneva” in both titles
0.60 E21 E26: same day; State Department in both; Baghdad, IQ in both; “Baghdad” in both titles
0.56 X01 X02: one day apart; US, CN in both; Geneva, CH in both; “Geneva” in both titles";
    assert_eq!(lines.join("\n"), wanted);
}

#[test]
fn of_one_entry_are_the_pairs_that_it_is_in() {
    let sample = crate::session::sample::workspace().unwrap();
    let index = Index::new(&sample);
    let of = |handle: &str| {
        let event = sample.events.iter().find(|it| it.handle == handle).unwrap();
        let pairs: Vec<String> = of_event(&index, &sample, event)
            .iter()
            .map(in_words)
            .collect();
        pairs.join("\n")
    };
    assert!(of("E26").starts_with("0.60 E21 E26"), "{}", of("E26"));
    assert!(of("E21").starts_with("0.60 E21 E26"), "{}", of("E21"));
    // Told apart: X05 says that it is about E09, and E22 is linked with E21.
    assert_eq!(of("E09"), "");
    assert_eq!(of("E22"), "");
}

#[test]
fn a_line_brings_the_entry_that_it_would_double() {
    let sample = crate::session::sample::workspace().unwrap();
    let index = Index::new(&sample);
    let of = |line: &str| {
        let context = Context {
            workspace: &sample,
            now: None,
            events: &|words| index.meant(words, 9),
        };
        let reading = read(line, &context);
        let found = of_line(&index, &sample, &reading);
        found.iter().map(in_words).collect::<Vec<_>>().join("\n")
    };
    for (line, wanted) in [
        (
            "11 June 2025  US mission in Baghdad empties over threats @state-department in:Baghdad",
            "0.73 E26 -: same day; State Department in both; Baghdad, IQ in both; 4 words in common\n0.58 E21 -: same day; State Department in both; Baghdad, IQ in both; “Baghdad” in both titles",
        ),
        ("Trump announces tariffs", "0.71 E01 -: 3 words in common"),
        (
            "Embassy in Baghdad cuts its staff on:\"11 June 2025\"",
            "0.62 E21 -: same day; 3 words in common",
        ),
        (
            "12 May 2025 Geneva trade talks between US and China",
            "0.94 E03 -: dates overlap; 5 words in common\n0.51 C03 -: dates overlap; 3 words in common",
        ),
        ("12 May 1998 Geneva trade talks between US and China", ""),
        ("Quake in Chile", ""),
        (
            "Geneva talks <- E03",
            "0.53 X01 -: “Geneva”, “talks” in both titles",
        ),
        ("", ""),
    ] {
        assert_eq!(of(line), wanted, "{line}");
    }
}
