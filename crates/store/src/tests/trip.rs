//! What is put in comes out the same.

use model::date::Day;
use model::{
    Actor, ActorId, Band, Basis, Category, CategoryId, Citation, CitationId, Claim, ClaimId,
    Confidence, Credibility, Dataset, DatasetId, Event, EventId, Figure, FuzzyDate, Kind, Link,
    LinkId, LinkType, OrderRule, Participant, Place, PlaceId, Reliability, Scale, ScaleWord, Sign,
    Source, SourceId, Stance, Status, Strength, Target, Theme, ThemeId, Tone, WhatIf, Workspace,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::new_file;
use crate::File;

const FORMS: &[&str] = &[
    "2025-06-11",
    "2025-06-11T18:30:00Z",
    "2025-05~",
    "201X",
    "2026-33",
    "[2025-06-14,2025-06-15]",
    "[..2025-06-11]",
    "../2025-06-09",
    "2025-04-02/..",
    "2025-05/2025-06-05",
];

fn date() -> impl Strategy<Value = Option<FuzzyDate>> {
    let date = (select(FORMS), "\\PC{0,12}", any::<bool>()).prop_map(|(form, words, narrowed)| {
        let mut date = FuzzyDate::from_edtf(form).unwrap();
        date.words = words;
        if narrowed {
            // Bounds are kept as stated, even where the form alone would give others.
            date.bounds.end_latest = date.bounds.start_earliest;
        }
        date
    });
    proptest::option::of(date)
}

/// One of the things numbered 1 to 3.
fn id() -> impl Strategy<Value = i64> {
    1..4_i64
}

fn text() -> impl Strategy<Value = String> {
    "[\\PC\\n]{0,20}"
}

/// What an event is apart from what it refers to.
fn plain_event() -> impl Strategy<Value = Event> {
    let words = (
        select(Kind::ALL),
        select(Status::ALL),
        select(Tone::ALL),
        proptest::option::of(select(Confidence::ALL)),
    );
    let texts = (text(), text(), text(), proptest::option::of("[a-z]{1,9}"));
    (words, texts, date(), 1..=5_u8).prop_map(|(words, texts, date, severity)| {
        let mut event = super::event(1, &format!("t{}", texts.0));
        (event.kind, event.status, event.tone, event.confidence) = words;
        (event.summary, event.date_note, event.cameo) = (texts.0, texts.1, texts.2);
        event.likelihood = texts.3.map(ScaleWord);
        (event.date, event.severity) = (date, severity);
        event
    })
}

fn event() -> impl Strategy<Value = Event> {
    let lists = (
        vec(id(), 0..3),
        vec((id(), text()), 0..3),
        vec(id(), 0..3),
        vec((text(), text(), text()), 0..3),
    );
    let more = (
        vec(text(), 0..3),
        proptest::option::of(id()),
        proptest::option::of(id()),
    );
    (plain_event(), lists, more).prop_map(
        |(mut event, (themes, actors, places, figures), (tags, category, dataset))| {
            event.themes = themes.into_iter().map(ThemeId).collect();
            event.actors = actors
                .into_iter()
                .map(|(id, role)| Participant {
                    actor: ActorId(id),
                    role,
                })
                .collect();
            event.places = places.into_iter().map(PlaceId).collect();
            event.figures = figures
                .into_iter()
                .map(|(name, value, unit)| Figure { name, value, unit })
                .collect();
            event.tags = tags;
            event.category = category.map(CategoryId);
            event.dataset = dataset.map(DatasetId);
            event
        },
    )
}

fn link() -> impl Strategy<Value = Link> {
    let words = (
        proptest::option::of(select(Strength::ALL)),
        select(Confidence::ALL),
        select(Basis::ALL),
    );
    (
        words,
        text(),
        text(),
        proptest::option::of(any::<i32>()),
        1..3_i64,
    )
        .prop_map(
            |((strength, confidence, basis), wording, note, lag_days, cause)| Link {
                id: LinkId(1),
                cause: EventId(cause),
                effect: EventId(cause + 1),
                link_type: String::from("causes"),
                wording,
                strength,
                confidence,
                lag_days,
                basis,
                note,
                rivals: String::new(),
            },
        )
}

fn source() -> impl Strategy<Value = Source> {
    (
        text(),
        text(),
        date(),
        date(),
        proptest::option::of(select(Reliability::ALL)),
    )
        .prop_map(|(outlet, title, published, read, reliability)| Source {
            id: SourceId(1),
            handle: String::new(),
            outlet,
            title,
            author: String::new(),
            published,
            read,
            address: String::new(),
            reliability,
        })
}

fn citation() -> impl Strategy<Value = Citation> {
    let target = prop_oneof![
        id().prop_map(|it| Target::Event(EventId(it))),
        id().prop_map(|it| Target::Claim(ClaimId(it))),
        id().prop_map(|it| Target::Link(LinkId(it))),
    ];
    (
        target,
        id(),
        text(),
        proptest::option::of(select(Credibility::ALL)),
        select(Stance::ALL),
    )
        .prop_map(|(target, source, quote, credibility, stance)| Citation {
            id: CitationId(1),
            source: SourceId(source),
            target,
            quote,
            locator: String::new(),
            credibility,
            stance,
        })
}

fn lists() -> Workspace {
    let handle = |kind: &str, id: i64| format!("{kind}{id}");
    // Parents point forward and back: the file must not care.
    let parent = |id: i64| (id != 2).then_some(2);
    let mut it = Workspace::default();
    for id in 1..=3 {
        it.themes.push(Theme {
            id: ThemeId(4 - id),
            handle: handle("theme", id),
            name: String::from("US–China"),
            parent: None,
            hue: String::from("blue"),
        });
        it.categories.push(Category {
            id: CategoryId(id),
            handle: handle("category", id),
            name: String::new(),
            parent: parent(id).map(CategoryId),
            cameo: String::from("040"),
            plover: String::new(),
        });
        it.actors.push(Actor {
            id: ActorId(id),
            handle: handle("actor", id),
            name: handle("Actor ", id),
            parent: parent(id).map(ActorId),
            country: String::from("US"),
        });
        it.places.push(Place {
            id: PlaceId(id),
            name: handle("place", id),
            latitude_deg: (id > 1).then_some(-12.345_678_9),
            longitude_deg: (id > 1).then_some(180.0),
            country: String::new(),
        });
        it.datasets.push(Dataset {
            id: DatasetId(id),
            name: handle("layer", id),
            on: id == 1,
        });
        it.series.push(series(id));
        let weight = model::Weight::HalfLifeOfTheme(ThemeId(id));
        it.weights.set(weight, id as f64 / 7.0);
        let pin = model::Pin {
            board: model::Board::ALL[id as usize],
            node: id,
        };
        let slot = model::Slot {
            row: id as f64 / 3.0,
            after: (id > 1).then_some(id),
        };
        it.pins.set(pin, Some(slot));
        it.settings.set(handle("export/", id), handle("{} ", id));
        it.scales.push(Scale {
            name: handle("z", 4 - id),
            words: vec![(
                ScaleWord(String::from("likely")),
                Band {
                    low_percent: 55,
                    high_percent: 80,
                },
            )],
        });
    }
    it.link_types.push(LinkType {
        handle: String::from("causes"),
        label: String::from("causes"),
        sign: Sign::Plus,
        order: OrderRule::CauseFirst,
        what_if: WhatIf::Full,
        meaning: String::from("It does."),
    });
    it
}

fn series(id: i64) -> model::Series {
    model::Series {
        id: model::SeriesId(id),
        handle: format!("series{id}"),
        name: format!("Series {id}"),
        unit: String::from("USD/barrel"),
        measure: model::Measure::ALL[id as usize],
        closes: String::new(),
        origin: String::new(),
        points: std::sync::Arc::new(model::Points {
            days: (0..id).map(|it| model::date::Day(it * 7 - 3)).collect(),
            values: (0..id).map(|it| it as f64 / 3.0).collect(),
            highs: (1..id).map(|it| it as f64).chain([0.5]).collect(),
            lows: Vec::new(),
        }),
    }
}

pub(crate) fn workspace() -> impl Strategy<Value = Workspace> {
    let parts = (
        vec(event(), 3),
        vec(link(), 3),
        vec(source(), 3),
        vec(citation(), 0..9),
        vec(text(), 3),
    );
    (text(), proptest::option::of(any::<i32>()), parts).prop_map(
        |(name, as_of, (events, links, sources, citations, claims))| {
            let mut it = Workspace {
                name,
                as_of: as_of.map(|day| Day(day.into())),
                ..lists()
            };
            for (id, event) in (1..).zip(events) {
                let concerns = (id == 1).then_some(EventId(3));
                it.events.push(Event {
                    id: EventId(id),
                    handle: format!("E{id}"),
                    concerns,
                    ..event
                });
            }
            it.links = (1..)
                .zip(links)
                .map(|(id, link)| Link {
                    id: LinkId(id),
                    ..link
                })
                .collect();
            it.sources = (1..)
                .zip(sources)
                .map(|(id, source)| Source {
                    id: SourceId(id),
                    handle: format!("S{id}"),
                    ..source
                })
                .collect();
            it.citations = (1..)
                .zip(citations)
                .map(|(id, it)| Citation {
                    id: CitationId(id),
                    ..it
                })
                .collect();
            it.claims = (1..)
                .zip(claims)
                .map(|(id, value)| Claim {
                    id: ClaimId(id),
                    event: EventId(1),
                    field: String::from("scope"),
                    value,
                    adopted: id == 2,
                })
                .collect();
            it
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_put_in_comes_out_the_same(first in workspace(), second in workspace()) {
        let (_folder, path, mut file) = new_file();
        file.change("Put in", |edit| edit.put_workspace(&first)).unwrap();
        prop_assert_eq!(&file.read().unwrap(), &first);
        // The same ids again: everything is replaced, nothing is left over but citations beyond the second's.
        file.change("Replace", |edit| edit.put_workspace(&second)).unwrap();
        drop(file);
        let mut read = File::open(path).unwrap().read().unwrap();
        read.citations.truncate(second.citations.len());
        prop_assert_eq!(&read, &second);
    }
}
