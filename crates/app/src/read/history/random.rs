//! Any sequence of verbs, then as many undos, gives what there was; then as many redos, what there came to be.

use model::Workspace;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::output::data::whole;
use crate::write::tests::Fixture;

/// What a person might do, with numbers that choose among what there is.
#[derive(Debug, Clone)]
enum Deed {
    Edit(usize, &'static str, Value),
    Add(u8),
    Redate(usize, i32, &'static str),
    Duplicate(usize),
    Delete(usize),
    Link(usize, usize),
    Turn(usize),
    Cut(usize),
    Cite(usize, usize, Option<&'static str>),
    Adopt(usize),
    Merge(usize, usize),
    MergeItems(&'static str, usize, usize),
    Rename(&'static str, usize),
    Undo,
}

fn field() -> impl Strategy<Value = (&'static str, Value)> {
    prop_oneof![
        (1..=5).prop_map(|severity| ("severity", json!(severity))),
        Just(("title", json!("Another title, with “marks”"))),
        Just(("date", json!("late May 2025"))),
        Just(("date", Value::Null)),
        Just(("status", json!("disputed"))),
        Just(("themes", json!("tariffs, A new theme"))),
        Just(("actors", json!(["US:host", "A new actor"]))),
        Just(("places", json!([]))),
        Just((
            "figures",
            json!([{ "name": "a", "value": "1", "unit": "%" }])
        )),
        Just(("tags", json!("x, y"))),
        Just(("category", Value::Null)),
        Just(("summary", json!("Line.\n\nLine."))),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = 0..200_usize;
    let lists = prop_oneof![
        Just("themes"),
        Just("actors"),
        Just("categories"),
        Just("places")
    ];
    let ends = prop_oneof![Just("both"), Just("start"), Just("end")];
    let about = prop_oneof![Just(None), Just(Some("date")), Just(Some("scope"))];
    prop_oneof![
        5 => (at.clone(), field()).prop_map(|(at, (field, value))| Deed::Edit(at, field, value)),
        2 => any::<u8>().prop_map(Deed::Add),
        2 => (at.clone(), -60..60, ends).prop_map(|(at, days, end)| Deed::Redate(at, days, end)),
        1 => at.clone().prop_map(Deed::Duplicate),
        2 => at.clone().prop_map(Deed::Delete),
        2 => (at.clone(), at.clone()).prop_map(|(a, b)| Deed::Link(a, b)),
        1 => at.clone().prop_map(Deed::Turn),
        1 => at.clone().prop_map(Deed::Cut),
        2 => (at.clone(), at.clone(), about).prop_map(|(a, b, field)| Deed::Cite(a, b, field)),
        1 => at.clone().prop_map(Deed::Adopt),
        2 => (at.clone(), at.clone()).prop_map(|(a, b)| Deed::Merge(a, b)),
        1 => (lists.clone(), at.clone(), at.clone()).prop_map(|(list, a, b)| Deed::MergeItems(list, a, b)),
        1 => (lists, at).prop_map(|(list, at)| Deed::Rename(list, at)),
        1 => Just(Deed::Undo),
    ]
}

/// Ids of what there is, by list.
fn pick(fixture: &mut Fixture, list: &str, at: usize) -> Option<Value> {
    let all = fixture.session.workspace();
    let ids: Vec<String> = match list {
        "events" => all.events.iter().map(|it| it.id.to_string()).collect(),
        "links" => all.links.iter().map(|it| it.id.to_string()).collect(),
        "sources" => all.sources.iter().map(|it| it.id.to_string()).collect(),
        "claims" => all.claims.iter().map(|it| it.id.to_string()).collect(),
        "themes" => all.themes.iter().map(|it| it.id.to_string()).collect(),
        "actors" => all.actors.iter().map(|it| it.id.to_string()).collect(),
        "categories" => all.categories.iter().map(|it| it.id.to_string()).collect(),
        _ => all.places.iter().map(|it| it.id.to_string()).collect(),
    };
    let at = at.checked_rem(ids.len())?;
    Some(json!(ids[at]))
}

/// The verb and its arguments; `None` where there is nothing to choose from.
fn asked(fixture: &mut Fixture, deed: &Deed) -> Option<(&'static str, Value)> {
    let mut event = |at: usize| pick(fixture, "events", at);
    Some(match deed {
        Deed::Edit(at, field, value) => (
            "edit",
            json!({ "events": [event(*at)?], "make_new": true, "set": [{ "field": field, "value": value }] }),
        ),
        Deed::Add(number) => (
            "add_event",
            json!({ "set": [{ "field": "title", "value": format!("Entry {number}") }] }),
        ),
        Deed::Redate(at, days, end) => (
            "redate",
            json!({ "ids": [event(*at)?], "by_days": days, "end": end }),
        ),
        Deed::Duplicate(at) => ("duplicate", json!({ "ids": [event(*at)?] })),
        Deed::Delete(at) => ("delete", json!({ "ids": [event(*at)?] })),
        Deed::Link(a, b) => ("link", json!({ "cause": event(*a)?, "effect": event(*b)? })),
        Deed::Turn(at) => (
            "turn_links",
            json!({ "ids": [pick(fixture, "links", *at)?] }),
        ),
        Deed::Cut(at) => (
            "delete_links",
            json!({ "ids": [pick(fixture, "links", *at)?] }),
        ),
        Deed::Cite(at, source, field) => {
            let event = event(*at)?;
            let source = pick(fixture, "sources", *source)?;
            let value = field.map(|_| "5 May 2025");
            (
                "cite",
                json!({ "source": source, "event": event, "field": field, "value": value }),
            )
        }
        Deed::Adopt(at) => (
            "edit_claim",
            json!({ "id": pick(fixture, "claims", *at)?, "set": [{ "field": "adopted", "value": true }] }),
        ),
        Deed::Merge(a, b) => (
            "merge_events",
            json!({ "keep": event(*a)?, "others": [event(*b)?] }),
        ),
        Deed::MergeItems(list, a, b) => {
            let (keep, other) = (pick(fixture, list, *a)?, pick(fixture, list, *b)?);
            (
                "merge_items",
                json!({ "list": list, "keep": keep, "others": [other] }),
            )
        }
        Deed::Rename(list, at) => (
            "edit_item",
            json!({ "list": list, "id": pick(fixture, list, *at)?, "set": [{ "field": "name", "value": "Renamed" }] }),
        ),
        Deed::Undo => ("undo", json!({})),
    })
}

/// Everything, as it is exported and as it is.
fn all(fixture: &Fixture) -> (String, Workspace) {
    let session = fixture.open();
    let exported = whole(&session).unwrap();
    let back = exchange::whole::from_json(exported.as_bytes()).unwrap();
    assert!(
        back == *session.workspace().as_ref(),
        "comes back from its JSON"
    );
    (exported, session.workspace().as_ref().clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn as_many_undos_as_steps_give_what_there_was(deeds in prop::collection::vec(deed(), 1..12)) {
        let mut fixture = Fixture::new();
        let before = all(&fixture);
        let mut steps = 0_i32;
        for deed in &deeds {
            let Some((verb, args)) = asked(&mut fixture, deed) else { continue };
            match (fixture.ask(verb, args), verb) {
                (Ok(_), "undo") => steps -= 1,
                (Ok(done), _) => steps += i32::from(!done["step"].is_null()),
                // What is refused changes neither data nor history.
                (Err(fault), _) => prop_assert!(fault.code != api::FaultCode::Internal, "{verb}: {fault:?}"),
            }
        }
        let after = all(&fixture);
        for _ in 0..steps {
            fixture.reply("undo", json!({}));
        }
        prop_assert!(all(&fixture) == before, "undone: {deeds:?}");
        let beyond = fixture.ask("undo", json!({}));
        prop_assert!(beyond.is_err());
        for _ in 0..steps {
            fixture.reply("redo", json!({}));
        }
        prop_assert!(all(&fixture) == after, "redone: {deeds:?}");
    }
}
