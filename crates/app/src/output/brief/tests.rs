use std::collections::BTreeSet;

use api::FaultCode;
use api::dto::BriefArgs;
use exchange::brief::{Block, Brief, Span, html, markdown};
use serde_json::json;

use super::gather::gather;
use crate::brief;
use crate::session::Session;

fn asked(parts: &str) -> BriefArgs {
    BriefArgs {
        since: String::from("2025-06-04"),
        parts: Some(parts.split(' ').map(str::to_owned).collect()),
        ..BriefArgs::default()
    }
}

fn words(spans: &[Span]) -> String {
    spans.iter().map(Span::words).collect()
}

/// Everything that a brief says, paragraph by paragraph.
fn paragraphs(brief: &Brief) -> Vec<String> {
    let blocks = brief.parts.iter().flat_map(|it| &it.blocks);
    let said = blocks.filter_map(|block| match block {
        Block::Paragraph(spans)
        | Block::Item(spans)
        | Block::Note(spans)
        | Block::Endnote(_, spans) => Some(words(spans)),
        _ => None,
    });
    said.collect()
}

/// The sentences of a paragraph.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?']).map(str::trim)
}

#[test]
fn likelihood_and_confidence_stand_in_sentences_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
    let planned: Vec<String> = session
        .workspace()
        .events
        .iter()
        .filter(|it| it.is_unrealized())
        .map(|it| it.id.to_string())
        .collect();
    let set = |field: &str, value: &str| json!({ "events": planned, "set": [{ "field": field, "value": value }] });
    crate::call(&mut session, "edit", set("confidence", "moderate")).unwrap();
    crate::call(&mut session, "edit", set("likelihood", "likely")).unwrap();
    let mut args = asked("summary happened changed coming notes sources");
    args.since = String::from("2025-06-04");
    args.until = Some(String::from("2030-01-01"));
    let one = paragraphs(&gather(&session, &args, true).unwrap());
    args.until = None;
    let other = paragraphs(&gather(&session, &args, true).unwrap());
    let words: Vec<&str> = session
        .workspace()
        .scales
        .iter()
        .flat_map(|it| &it.words)
        .map(|it| it.0.0.as_str())
        .collect();
    let mut both = 0;
    for sentence in one.iter().chain(&other).flat_map(|it| sentences(it)) {
        let says_likelihood = words
            .iter()
            .any(|it| sentence.contains(&format!(" {it} (")));
        let says_confidence = ["low", "moderate", "high"].iter().any(|it| {
            sentence.contains(&format!("confidence in that judgment is {it}"))
                || sentence.contains(&format!("confidence went from not stated to {it}"))
        });
        assert!(!(says_likelihood && says_confidence), "{sentence}");
        both += usize::from(says_likelihood) + usize::from(says_confidence);
    }
    assert!(both > 10, "both were said: {other:?}");
    assert!(
        other.iter().any(|it| it.contains(
            "We judge this likely (55–80 %). Our confidence in that judgment is moderate."
        )),
        "{other:?}"
    );
}

#[test]
fn a_change_says_why_or_that_nobody_noted_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
    let event = |session: &Session, handle: &str| {
        session
            .workspace()
            .events
            .iter()
            .find(|it| it.handle == handle)
            .unwrap()
            .clone()
    };
    let source = session.workspace().sources[2].clone();
    let (first, second) = (event(&session, "E28"), event(&session, "E29"));
    let mut edit = |id: &str, set: serde_json::Value| {
        crate::call(&mut session, "edit", json!({ "events": [id], "set": set })).unwrap();
    };
    edit(
        &first.id.to_string(),
        json!([{ "field": "likelihood", "value": "likely" }, { "field": "date_note", "value": "Both sides confirmed the day" }]),
    );
    edit(
        &second.id.to_string(),
        json!([{ "field": "severity", "value": 5 }]),
    );
    crate::call(
        &mut session,
        "cite",
        json!({ "event": first.id.to_string(), "source": source.id.to_string() }),
    )
    .unwrap();
    crate::call(
        &mut session,
        "edit_source",
        json!({ "id": source.id.to_string(), "set": [{ "field": "reliability", "value": "D" }] }),
    )
    .unwrap();
    let said = paragraphs(&gather(&session, &asked("changed sources"), true).unwrap());
    let of = |title: &str| {
        said.iter()
            .find(|it| it.starts_with(title))
            .unwrap_or_else(|| panic!("{title}: {said:?}"))
    };
    let told = of(&first.title);
    for part in [
        "Its likelihood went from unlikely (20–45 %) to likely (55–80 %) on ",
        "Note: Both sides confirmed the day.",
        "New source: [1",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(
        of(&second.title).contains("Its severity went from 4 of 5 to 5 of 5"),
        "{said:?}"
    );
    assert!(of(&second.title).ends_with("[no reason given]"), "{said:?}");
    assert!(
        said.iter()
            .any(|it| it.starts_with("The source “") && it.contains("to D (not usually reliable)")),
        "{said:?}"
    );
    // What is changed back is no change.
    crate::call(
        &mut session,
        "edit",
        json!({ "events": [second.id.to_string()], "set": [{ "field": "severity", "value": 4 }] }),
    )
    .unwrap();
    let said = paragraphs(&gather(&session, &asked("changed"), true).unwrap());
    assert!(
        !said.iter().any(|it| it.starts_with(&second.title)),
        "{said:?}"
    );
}

#[test]
fn every_statement_has_its_sources_or_says_that_it_has_none() {
    let session = crate::tests::sample();
    let brief = gather(&session, &asked("happened coming sources"), true).unwrap();
    let mut cited = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for block in brief.parts.iter().flat_map(|it| &it.blocks) {
        match block {
            Block::Item(spans) => {
                let cites = spans.iter().filter_map(|it| match it {
                    Span::Cite(number, _) => Some(*number),
                    _ => None,
                });
                let cites: Vec<usize> = cites.collect();
                let says_none = spans.contains(&Span::Missing(String::from("[no source]")));
                assert!(cites.is_empty() == says_none, "{}", words(spans));
                cited.extend(cites);
            }
            Block::Endnote(number, _) => drop(numbers.insert(*number)),
            _ => {}
        }
    }
    assert_eq!(
        cited, numbers,
        "every number leads to a source, and no source is idle"
    );
    // Without their list, sources are named where they are cited.
    let brief = gather(&session, &asked("coming"), true).unwrap();
    assert!(
        paragraphs(&brief)
            .iter()
            .any(|it| it.contains("(Times of India, B2)")),
        "{:?}",
        paragraphs(&brief)
    );
}

#[test]
fn parts_come_in_their_order_each_once() {
    let session = crate::tests::sample();
    let brief = gather(
        &session,
        &asked("sources coming coming timeline happened"),
        true,
    )
    .unwrap();
    let headings: Vec<&str> = brief.parts.iter().map(|it| it.heading.as_str()).collect();
    assert_eq!(
        headings,
        [
            "Sources",
            "What is coming",
            "Timeline, 21 May to 25 June 2025",
            "What happened"
        ]
    );
    assert_eq!(html(&brief).matches("<svg").count(), 1);
    let plain = gather(&session, &asked("timeline notes"), false).unwrap();
    assert!(markdown(&plain).contains("Markdown holds no charts: export timeline as pictures."));
    let refused = gather(&session, &asked("coming weather"), true).unwrap_err();
    assert_eq!(refused.code, FaultCode::BadArgument);
}

#[test]
fn what_cannot_be_written_says_so_and_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let session = crate::tests::sample();
    let path = folder.path().join("b.pdf");
    std::fs::write(&path, "old").unwrap();
    assert_eq!(
        brief(&session, &path, &asked("coming"), false)
            .unwrap_err()
            .code,
        FaultCode::Exists
    );
    let mut wrong = asked("coming");
    wrong.since = String::from("soon");
    assert_eq!(
        brief(&session, &path, &wrong, true).unwrap_err().code,
        FaultCode::BadArgument
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"old");
    brief(&session, &path, &asked("coming"), true).unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "nothing is left beside it"
    );
}

#[test]
fn the_window_is_shown_the_pages() {
    let session = crate::tests::sample();
    let bytes = crate::picture(&session, "brief_pages", json!({ "since": "2025-06-04" })).unwrap();
    let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let scene = scene::wire::decode(crate::picture_parts(&bytes).unwrap()[2]).unwrap();
    assert!(number(20) >= 3 && number(28) == 0, "{} pages", number(20));
    assert!((scene.width_px - 794.0).abs() < 0.1 && scene.height_px > 1123.0 * 3.0);
    let refused = crate::picture(
        &session,
        "brief_pages",
        json!({ "since": "2025-06-04", "until": "2025-06-01" }),
    );
    assert_eq!(refused.unwrap_err().code, FaultCode::BadArgument);
}
