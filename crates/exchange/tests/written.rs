//! What every format says of a small workspace, whole: the files in `written/` were reviewed by hand. Renew them with
//! `FAULTLINE_UPDATE=1 cargo test -p exchange --test written`, and look at what changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use exchange::brief::{Block, Brief, Section, Span, html, markdown as brief_markdown};
use exchange::data::{
    Edits, Picked, TableKind, calendar, csv, dot, geojson, gexf, graphml, markdown, table,
    timelinejs,
};
use model::{
    ActorId, Basis, Citation, CitationId, Confidence, Credibility, Event, EventId, Figure,
    FuzzyDate, Kind, Link, LinkId, LinkType, OrderRule, Participant, Place, PlaceId, Reliability,
    ScaleWord, Sign, Source, SourceId, Stance, Status, Strength, Target, Theme, ThemeId, Tone,
    WhatIf, Workspace,
};

fn event(id: i64, title: &str, edtf: &str) -> Event {
    Event {
        date: FuzzyDate::from_edtf(edtf).ok(),
        ..Event::titled(EventId(id), format!("E{id:02}"), title)
    }
}

fn events() -> Vec<Event> {
    let attack = Event {
        tone: Tone::Escalatory,
        severity: 4,
        summary: String::from("Two ships, \"Alpha\" & Beta."),
        themes: vec![ThemeId(1)],
        actors: vec![Participant {
            actor: ActorId(1),
            role: String::from("attacker"),
        }],
        places: vec![PlaceId(1), PlaceId(2)],
        figures: vec![Figure {
            name: String::from("ships"),
            value: String::from("about 2"),
            unit: String::new(),
        }],
        tags: vec![String::from("shipping")],
        ..event(1, "Ships attacked", "2025-06-09")
    };
    let talks = Event {
        status: Status::Planned,
        tone: Tone::Deescalatory,
        likelihood: Some(ScaleWord(String::from("likely"))),
        ..event(2, "Talks", "[2025-06-14,2025-06-20]")
    };
    let threat = Event {
        kind: Kind::Condition,
        status: Status::Ongoing,
        ..event(3, "Threat to shipping", "../2025-06-08")
    };
    let undated = event(4, "Denial", "");
    let cancelled = Event {
        status: Status::Cancelled,
        ..event(5, "Exercise", "2025-06-12T08:30:00Z/2025-06-13")
    };
    vec![attack, talks, threat, undated, cancelled]
}

fn sources() -> Vec<Source> {
    vec![Source {
        id: SourceId(1),
        handle: String::from("S1"),
        outlet: String::from("Reuters"),
        title: String::from("Ships hit"),
        author: String::new(),
        published: FuzzyDate::from_edtf("2025-06-10").ok(),
        read: None,
        address: String::from("https://example.org/1"),
        reliability: Some(Reliability::B),
    }]
}

fn citation(id: i64, target: Target, stance: Stance) -> Citation {
    Citation {
        id: CitationId(id),
        source: SourceId(1),
        target,
        quote: String::from("two ships"),
        locator: String::from("paragraph 4"),
        credibility: Some(Credibility::Probable),
        stance,
    }
}

fn workspace() -> Workspace {
    let place = |id, name: &str, at: Option<(f64, f64)>| Place {
        id: PlaceId(id),
        name: name.to_owned(),
        latitude_deg: at.map(|it| it.0),
        longitude_deg: at.map(|it| it.1),
        country: String::from("OM"),
    };
    Workspace {
        name: String::from("Gulf"),
        as_of: "2025-06-11".parse().ok(),
        events: events(),
        links: vec![Link {
            id: LinkId(1),
            cause: EventId(1),
            effect: EventId(2),
            link_type: String::from("triggers"),
            wording: String::from("brings about"),
            strength: Some(Strength::Strong),
            confidence: Confidence::Low,
            lag_days: Some(5),
            basis: Basis::Judged,
            note: String::from("our view"),
            rivals: String::from("why talks"),
        }],
        link_types: vec![LinkType {
            handle: String::from("triggers"),
            label: String::from("triggers"),
            sign: Sign::Minus,
            order: OrderRule::CauseFirst,
            what_if: WhatIf::Full,
            meaning: String::new(),
        }],
        themes: vec![Theme {
            id: ThemeId(1),
            handle: String::from("shipping"),
            name: String::from("Shipping"),
            parent: None,
            hue: String::from("slate"),
        }],
        actors: vec![model::Actor {
            id: ActorId(1),
            handle: String::from("IR"),
            name: String::from("Iran"),
            parent: None,
            country: String::from("IR"),
        }],
        places: vec![
            place(1, "Muscat", Some((23.5, 58.25))),
            place(2, "At sea", None),
        ],
        sources: sources(),
        citations: vec![
            citation(1, Target::Event(EventId(1)), Stance::For),
            citation(2, Target::Event(EventId(2)), Stance::Against),
            citation(3, Target::Link(LinkId(1)), Stance::For),
        ],
        ..Workspace::default()
    }
}

fn brief() -> Brief {
    let entry = vec![
        Span::Strong(String::from("9 June 2025")),
        Span::plain(" Ships attacked."),
        Span::plain(" "),
        Span::Cite(1, String::from("B2")),
    ];
    let section = |heading: &str, blocks| Section {
        heading: heading.to_owned(),
        blocks,
    };
    Brief {
        title: String::from("Gulf"),
        author: String::from("A. Author"),
        day: "2025-06-11".parse().ok(),
        subtitle: String::from("2 to 11 June 2025"),
        handling: String::from("TLP:GREEN"),
        parts: vec![
            section(
                "What happened",
                vec![
                    Block::Heading(String::from("Shipping")),
                    Block::Item(entry.clone()),
                    Block::Paragraph(vec![Span::Missing(String::from("[no source]"))]),
                ],
            ),
            section(
                "Sources",
                vec![
                    Block::Endnote(1, vec![Span::plain("Reuters, Ships hit")]),
                    Block::Note(vec![Span::plain("Small print.")]),
                ],
            ),
        ],
    }
}

/// Compares a text with the reviewed one.
fn is_as_reviewed(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/written")
        .join(name);
    if std::env::var_os("FAULTLINE_UPDATE").is_some() {
        std::fs::write(&path, text).expect("a reviewed text can be written");
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == reviewed,
        "{name} is not as reviewed; it is now:\n{text}"
    );
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn every_format_says_what_was_reviewed() {
    let workspace = workspace();
    let all: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let picked = Picked::new(&workspace, &all);
    let edits = BTreeMap::from([(
        EventId(2),
        Edits {
            count: 3,
            last_seconds: Some(1_749_700_800),
        },
    )]);
    is_as_reviewed("gulf.md", &markdown(&picked));
    is_as_reviewed("gulf.dot", &dot(&picked));
    is_as_reviewed("gulf.graphml", &graphml(&picked));
    is_as_reviewed("gulf.gexf", &gexf(&picked));
    for kind in TableKind::ALL {
        let name = format!("{}.csv", kind.word());
        is_as_reviewed(&name, &text(csv(&table(&picked, kind))));
    }
    for (name, written) in [
        ("gulf.geojson", geojson(&picked)),
        ("gulf.timelinejs.json", timelinejs(&picked)),
        ("gulf.ics", calendar(&picked, &edits)),
    ] {
        let left_out = written.left_out.join("\n");
        let text = text(written.bytes).replace("\r\n", "\n");
        is_as_reviewed(name, &format!("{text}\nLeft out:\n{left_out}\n"));
    }
}

#[test]
fn only_what_is_picked_is_written() {
    let workspace = workspace();
    let picked = Picked::new(&workspace, &BTreeSet::from([EventId(3)]));
    is_as_reviewed("one.md", &markdown(&picked));
    is_as_reviewed("one.dot", &dot(&picked));
}

#[test]
fn a_brief_says_what_was_reviewed() {
    is_as_reviewed("brief.html", &html(&brief()));
    is_as_reviewed("brief.md", &brief_markdown(&brief()));
}
