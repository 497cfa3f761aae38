//! A small workspace in which every field is used.

use model::date::{Day, Moment};
use model::{
    Actor, ActorId, Band, Basis, Category, CategoryId, Citation, CitationId, Claim, ClaimId,
    Confidence, Credibility, Dataset, DatasetId, Event, EventId, Figure, FuzzyDate, Kind, Link,
    LinkId, LinkType, OrderRule, Participant, Place, PlaceId, Reliability, Scale, ScaleWord, Sign,
    Source, SourceId, Stance, Status, Strength, Target, Theme, ThemeId, Tone, WhatIf, Workspace,
};

/// Twelve events and all that belongs to them.
pub(crate) fn gulf() -> Workspace {
    let mut it = Workspace {
        name: String::from("Gulf, summer – خليج"),
        as_of: Some(Day(20_250)),
        events: events(),
        links: links(),
        claims: claims(),
        ..lists()
    };
    (it.sources, it.citations) = sources();
    it
}

/// What of it a file of version 1 or 2 can hold: no series, no weights, no pins, no settings.
pub(crate) fn gulf_before_3() -> Workspace {
    Workspace {
        series: Vec::new(),
        weights: model::Weights::default(),
        pins: model::Pins::default(),
        settings: model::Settings::default(),
        ..gulf()
    }
}

fn text(it: &str) -> String {
    it.to_owned()
}

fn date(edtf: &str, words: &str) -> FuzzyDate {
    let mut date = FuzzyDate::from_edtf(edtf).unwrap();
    date.words = text(words);
    date
}

fn lists() -> Workspace {
    Workspace {
        themes: themes(),
        categories: categories(),
        actors: actors(),
        places: places(),
        datasets: [
            (1, "What was known in June", true),
            (2, "Learned later", false),
        ]
        .map(|(id, name, on)| Dataset {
            id: DatasetId(id),
            name: text(name),
            on,
        })
        .into(),
        link_types: link_types(),
        scales: scales(),
        series: vec![brent()],
        weights: weights(),
        pins: pins(),
        settings: settings(),
        ..Workspace::default()
    }
}

fn brent() -> model::Series {
    model::Series {
        id: model::SeriesId(1),
        handle: text("brent"),
        name: text("Brent crude"),
        unit: text("USD/barrel"),
        measure: model::Measure::Price,
        closes: text("19:30 Europe/London"),
        origin: text("made up"),
        points: std::sync::Arc::new(model::Points {
            days: (20_248..20_253).map(model::date::Day).collect(),
            values: vec![66.5, 67.0, 69.8, 69.4, 74.2],
            highs: vec![67.0, 67.5, 70.0, 70.0, 78.5],
            lows: vec![66.0, 66.5, 66.8, 68.2, 70.1],
        }),
    }
}

fn settings() -> model::Settings {
    let mut settings = model::Settings::default();
    settings.set(model::Settings::export_key("Weekly slide"), "{}");
    settings
}

fn weights() -> model::Weights {
    let mut weights = model::Weights::default();
    weights.set(model::Weight::HalfLife, 14.0);
    weights
}

fn pins() -> model::Pins {
    let mut pins = model::Pins::default();
    let (board, node) = (model::Board::Causes, 1);
    let slot = model::Slot {
        row: 2.5,
        after: None,
    };
    pins.set(model::Pin { board, node }, Some(slot));
    pins
}

/// In the order of lanes, which is not that of ids.
fn themes() -> Vec<Theme> {
    [
        (3, "strikes", "Strikes", None, "red"),
        (1, "talks", "Talks", None, "blue"),
        (2, "oman", "Talks in Oman", Some(1), "blue"),
        (4, "shipping", "Shipping", None, "green"),
    ]
    .map(|(id, handle, name, parent, hue)| Theme {
        id: ThemeId(id),
        handle: text(handle),
        name: text(name),
        parent: parent.map(ThemeId),
        hue: text(hue),
    })
    .into()
}

fn categories() -> Vec<Category> {
    [
        (1, "diplomacy", "Diplomacy", None, "04", "CONSULT"),
        (2, "negotiate", "Negotiate", Some(1), "046", "CONSULT"),
        (3, "assault", "Assault", None, "19", "ASSAULT"),
    ]
    .map(|(id, handle, name, parent, cameo, plover)| Category {
        id: CategoryId(id),
        handle: text(handle),
        name: text(name),
        parent: parent.map(CategoryId),
        cameo: text(cameo),
        plover: text(plover),
    })
    .into()
}

fn actors() -> Vec<Actor> {
    [
        (1, "irn", "Iran", None, "IRN"),
        (2, "aeoi", "Atomic Energy Organization", Some(1), ""),
        (3, "usa", "United States", None, "USA"),
        (4, "iaea", "IAEA Board of Governors – Vienna", None, ""),
    ]
    .map(|(id, handle, name, parent, country)| Actor {
        id: ActorId(id),
        handle: text(handle),
        name: text(name),
        parent: parent.map(ActorId),
        country: text(country),
    })
    .into()
}

fn places() -> Vec<Place> {
    [
        (1, "Muscat", Some(23.588), Some(58.3829), "OMN"),
        (2, "Fordow", Some(34.8845), Some(50.995), "IRN"),
        (3, "At sea", None, None, ""),
        (4, "Null Island", Some(0.0), Some(-0.5), ""),
    ]
    .map(|(id, name, latitude_deg, longitude_deg, country)| Place {
        id: PlaceId(id),
        name: text(name),
        latitude_deg,
        longitude_deg,
        country: text(country),
    })
    .into()
}

fn link_types() -> Vec<LinkType> {
    [
        ("causes", Sign::Plus, OrderRule::CauseFirst, WhatIf::Full),
        (
            "hinders",
            Sign::Minus,
            OrderRule::EffectMayPrecede,
            WhatIf::Reversed,
        ),
    ]
    .map(|(handle, sign, order, what_if)| LinkType {
        handle: text(handle),
        label: handle.to_uppercase(),
        sign,
        order,
        what_if,
        meaning: format!("The one {handle} the other."),
    })
    .into()
}

fn scales() -> Vec<Scale> {
    let words = |words: &[(&str, u8, u8)]| {
        words
            .iter()
            .map(|&(word, low_percent, high_percent)| {
                let band = Band {
                    low_percent,
                    high_percent,
                };
                (ScaleWord(text(word)), band)
            })
            .collect()
    };
    vec![
        Scale {
            name: text("ICD 203"),
            words: words(&[("unlikely", 20, 45), ("likely", 55, 80)]),
        },
        Scale {
            name: text("A house scale"),
            words: words(&[("even", 40, 60)]),
        },
    ]
}

/// What differs between the events; the rest follows from the number.
const EVENTS: [(&str, &str, &str); 12] = [
    ("Letter to Tehran", "2025-03-07", "7 March"),
    (
        "First round in Muscat",
        "2025-04-12T09:30:00Z",
        "12 April, 09:30 UTC",
    ),
    ("Rounds go on", "2025-04-12/2025-05-23", "mid April to May"),
    ("Quarterly report", "2025-05-31~", "about the end of May"),
    (
        "Board finds Iran in breach",
        "[2025-06-11,2025-06-12]",
        "11 or 12 June",
    ),
    (
        "First strikes",
        "2025-06-13T00:00:00Z/2025-06-13T06:00:00Z",
        "night to the 13th",
    ),
    ("Sixth round", "2025-06-15", "15 June"),
    (
        "Fordow hit",
        "2025-06-22T22:10:00Z",
        "22 June, 18:10 Eastern",
    ),
    ("Tankers turn back", "2025-06/..", "June and on"),
    (
        "Centrifuges moved",
        "[..2025-06-21]",
        "before the 21st at the latest",
    ),
    ("Ceasefire holds?", "2025-21", "spring 2025"),
    ("Assessment: the site is out of use", "", ""),
];

fn events() -> Vec<Event> {
    (1..).zip(EVENTS).map(|(id, it)| event(id, it)).collect()
}

fn event(id: i64, (title, edtf, words): (&str, &str, &str)) -> Event {
    let at = usize::try_from(id).unwrap();
    let mut date = (!edtf.is_empty()).then(|| date(edtf, words));
    if let (4, Some(date)) = (id, &mut date) {
        // The analyst knows more than the form can say.
        date.bounds.end_latest = Some(Moment {
            day: Day(20_242),
            second: Some(43_200),
        });
    }
    let mut event = Event::titled(EventId(id), format!("E-{id:02}"), title);
    event.kind = Kind::ALL[at % Kind::ALL.len()];
    event.status = Status::ALL[at % Status::ALL.len()];
    event.summary = summary(id, title);
    event.date = date;
    event.date_note = format!("Note {id}: two papers differ by a day.");
    event.category = (id % 4 != 0).then_some(CategoryId(id % 3 + 1));
    event.cameo = format!("04{}", id % 10);
    event.plover = text(if id % 2 == 0 { "CONSULT" } else { "" });
    event.severity = u8::try_from(id % 5 + 1).unwrap();
    event.tone = Tone::ALL[at % Tone::ALL.len()];
    event.likelihood = (id % 3 == 0).then(|| ScaleWord(text("likely")));
    event.confidence = (id % 3 != 1).then_some(Confidence::ALL[at % Confidence::ALL.len()]);
    event.dataset = (id % 2 == 0).then_some(DatasetId(id % 4 / 2 + 1));
    event.concerns = (id == 12).then_some(EventId(8));
    children(&mut event);
    event
}

/// One is long enough not to fit into a page.
fn summary(id: i64, title: &str) -> String {
    let line = format!("{title}, said “briefly” in line {id};\n\tthen – naïvely – again. ");
    line.repeat(if id == 3 { 160 } else { 2 })
}

fn children(event: &mut Event) {
    let id = event.id.0;
    event.themes = (0..id % 3 + 1)
        .map(|it| ThemeId((id + it) % 4 + 1))
        .collect();
    event.actors = (0..id % 3)
        .map(|it| Participant {
            actor: ActorId((id + it) % 4 + 1),
            role: text(["source", "target", ""][usize::try_from(it).unwrap()]),
        })
        .collect();
    event.places = (0..id % 2 + 1)
        .map(|it| PlaceId((id + it) % 4 + 1))
        .collect();
    if id % 2 == 0 {
        event.figures = vec![
            Figure {
                name: text("enriched uranium"),
                value: format!("{id}08.6"),
                unit: text("kg"),
            },
            Figure {
                name: text("centrifuges"),
                value: text("about 2,700"),
                unit: String::new(),
            },
        ];
    }
    event.tags = (0..id % 4).map(|it| format!("tag {it}")).collect();
}

fn links() -> Vec<Link> {
    let pairs = [
        (1, 2),
        (2, 3),
        (3, 7),
        (4, 5),
        (5, 6),
        (5, 6),
        (6, 8),
        (8, 6),
        (6, 7),
        (8, 11),
    ];
    (1..)
        .zip(pairs)
        .map(|(id, (cause, effect))| {
            let at = usize::try_from(id).unwrap();
            Link {
                id: LinkId(id),
                cause: EventId(cause),
                effect: EventId(effect),
                link_type: text(if id % 4 == 0 { "hinders" } else { "causes" }),
                wording: format!("led in step {id} to"),
                strength: (id % 3 != 0).then_some(Strength::ALL[at % Strength::ALL.len()]),
                confidence: Confidence::ALL[at % Confidence::ALL.len()],
                lag_days: (id % 2 == 0).then_some(i32::try_from(id).unwrap() - 5),
                basis: Basis::ALL[at % Basis::ALL.len()],
                note: format!("Because of {id}."),
                rivals: text(if id == 5 {
                    "It was planned anyway."
                } else {
                    ""
                }),
            }
        })
        .collect()
}

fn sources() -> (Vec<Source>, Vec<Citation>) {
    let sources = (1..=3_i64).map(|id| {
        let at = usize::try_from(id).unwrap();
        Source {
            id: SourceId(id),
            handle: format!("S-{id}"),
            outlet: format!("Outlet {id}"),
            title: format!("What happened, part {id}"),
            author: text(if id == 2 { "" } else { "A. Writer" }),
            published: Some(date("2025-06-14", "14 June")),
            read: (id != 3).then(|| date("2025-06-15T10:00:00Z", "Sunday at ten")),
            address: format!("https://example.org/{id}?a=b&c=%41"),
            reliability: (id != 2).then_some(Reliability::ALL[at]),
        }
    });
    let targets = [
        Target::Event(EventId(5)),
        Target::Event(EventId(6)),
        Target::Claim(ClaimId(1)),
        Target::Claim(ClaimId(2)),
        Target::Link(LinkId(5)),
        Target::Event(EventId(12)),
    ];
    let citations = (1..).zip(targets).map(|(id, target)| {
        let at = usize::try_from(id).unwrap();
        Citation {
            id: CitationId(id),
            source: SourceId(id % 3 + 1),
            target,
            quote: format!("“They said so, {id} times.”"),
            locator: format!("paragraph {id}"),
            credibility: (id != 4).then_some(Credibility::ALL[at % Credibility::ALL.len()]),
            stance: Stance::ALL[at % Stance::ALL.len()],
        }
    });
    (sources.collect(), citations.collect())
}

fn claims() -> Vec<Claim> {
    [
        (1, 6, "date", "13 June, 03:30 local time", true),
        (2, 6, "date", "12 June, late", false),
        (3, 8, "severity", "5", false),
    ]
    .map(|(id, event, field, value, adopted)| Claim {
        id: ClaimId(id),
        event: EventId(event),
        field: text(field),
        value: text(value),
        adopted,
    })
    .into()
}
