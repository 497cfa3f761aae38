//! Nothing from a title becomes markup, a formula, a statement or a line of its own, whatever the title.

use std::collections::{BTreeMap, BTreeSet};

use model::{Event, EventId, FuzzyDate, Link, LinkId, LinkType, Status, Workspace};
use proptest::prelude::*;

use super::{
    Picked, TableKind, Written, calendar, csv, dot, geojson, gexf, graphml, markdown, table,
    timelinejs,
};
use crate::brief::{Block, Brief, Section, Span, html};

/// Two planned events of which the first is called so, and a link between them.
fn workspace(title: &str) -> Workspace {
    let event = |id, title: &str| {
        let mut event = Event::titled(EventId(id), format!("E{id}"), title);
        event.date = FuzzyDate::from_edtf("2025-06-11").ok();
        event.status = Status::Planned;
        event.summary = title.to_owned();
        event
    };
    let mut it = Workspace {
        name: title.to_owned(),
        ..Workspace::default()
    };
    it.events = vec![event(1, title), event(2, "other")];
    it.link_types.push(LinkType {
        handle: String::from("triggers"),
        label: title.to_owned(),
        sign: model::Sign::Plus,
        order: model::OrderRule::CauseFirst,
        what_if: model::WhatIf::Full,
        meaning: String::new(),
    });
    it.links.push(Link {
        id: LinkId(1),
        cause: EventId(1),
        effect: EventId(2),
        link_type: String::from("triggers"),
        wording: title.to_owned(),
        strength: None,
        confidence: model::Confidence::Low,
        lag_days: None,
        basis: model::Basis::Judged,
        note: title.to_owned(),
        rivals: String::new(),
    });
    it
}

/// What is written of a workspace with that title.
fn written(title: &str, write: impl Fn(&Picked<'_>) -> String) -> String {
    let workspace = workspace(title);
    let all: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    write(&Picked::new(&workspace, &all))
}

fn text(written: Written) -> String {
    String::from_utf8(written.bytes).unwrap()
}

/// How often each of these stands in it.
fn counts(text: &str, signs: &[&str]) -> Vec<usize> {
    signs.iter().map(|it| text.matches(it).count()).collect()
}

/// The text without its strings, within which a backslash makes the next sign plain.
fn without_strings(text: &str) -> String {
    let (mut rest, mut inside, mut escaped) = (String::new(), false, false);
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            it if !inside => rest.push(it),
            _ => {}
        }
    }
    assert!(!inside, "{text}");
    rest
}

fn title() -> impl Strategy<Value = String> {
    "[=+@\\-＝<>&\"'\\\\;,:\\n\\r\\t|*_`#!~\\[\\](){}/.%a-z0-9 \u{2028}\u{feff}\u{0}\u{1b}\u{85}عم東]{1,40}"
}

proptest! {
    #[test]
    fn no_cell_is_a_formula(title in title()) {
        for kind in TableKind::ALL {
            let bytes = written(&title, |picked| String::from_utf8(csv(&table(picked, kind))).unwrap());
            let mut rows = csv::Reader::from_reader(bytes.trim_start_matches('\u{feff}').as_bytes());
            let heads = rows.headers().unwrap().clone();
            for row in rows.records() {
                let row = row.unwrap();
                // The sign of a link is the program's own.
                let typed = row.iter().zip(&heads).filter(|it| it.1 != "sign").map(|it| it.0);
                prop_assert!(typed.into_iter().all(|it| !it.starts_with(['=', '+', '-', '@', '＝', '\t', '\r', '\n'])), "{:?}", row);
            }
        }
        let events = written(&title, |picked| String::from_utf8(csv(&table(picked, TableKind::Events))).unwrap());
        let mut rows = csv::Reader::from_reader(events.trim_start_matches('\u{feff}').as_bytes());
        let row = rows.records().next().unwrap().unwrap();
        prop_assert!(row[4] == title || row[4] == format!("'{title}"), "{:?}", &row[4]);
    }

    #[test]
    fn no_element_comes_from_a_title(title in title()) {
        let signs = ["<", ">"];
        for write in [graphml, gexf] {
            let (plain, strange) = (written("a", write), written(&title, write));
            prop_assert_eq!(counts(&plain, &signs), counts(&strange, &signs), "{}", strange);
            let mut reader = quick_xml::Reader::from_str(&strange);
            loop {
                let event = reader.read_event();
                prop_assert!(event.is_ok(), "{:?}: {}", event, strange);
                if matches!(event, Ok(quick_xml::events::Event::Eof)) { break }
            }
        }
        let page = |title: &str| {
            let said = vec![Block::Item(vec![Span::plain(title), Span::Strong(title.to_owned()), Span::Missing(title.to_owned())])];
            html(&Brief { title: title.to_owned(), subtitle: title.to_owned(), handling: title.to_owned(), parts: vec![Section { heading: title.to_owned(), blocks: said }], ..Brief::default() })
        };
        prop_assert_eq!(counts(&page("a"), &["<", ">", "\""]), counts(&page(&title), &["<", ">", "\""]));
        let slides = written(&title, |it| text(timelinejs(it)));
        prop_assert!(!slides.contains('<') && serde_json::from_str::<serde_json::Value>(&slides).is_ok());
        let map = written(&title, |it| text(geojson(it)));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&map).is_ok());
        prop_assert!(!written(&title, markdown).contains('<'));
    }

    #[test]
    fn no_statement_comes_from_a_title(title in title()) {
        let outside = |title: &str| without_strings(&written(title, dot));
        prop_assert_eq!(outside("a"), outside(&title));
    }

    #[test]
    fn no_line_of_a_calendar_comes_from_a_title(title in title()) {
        let lines = |title: &str| {
            let text = written(title, |it| text(calendar(it, &BTreeMap::new()))).replace("\r\n ", "");
            assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text:?}");
            let names = text.lines().map(|it| it.split([':', ';']).next().unwrap_or_default().to_owned());
            names.collect::<Vec<String>>()
        };
        prop_assert_eq!(lines("a"), lines(&title));
    }
}
