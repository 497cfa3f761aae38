//! Filters as they are typed: what they mean, and what is said when they mean nothing.

use api::Fault;
use api::dto::{Filter, FilterWordsArgs};
use serde_json::json;

use super::{filter_words, tokens};
use crate::call;
use crate::lookup::filter::in_words;
use crate::tests::sample;

fn said(text: &str) -> String {
    let tokens = tokens(text).unwrap().into_iter();
    let parts = tokens.map(|it| format!("{}={}", it.key.unwrap_or_default(), it.value));
    parts.collect::<Vec<_>>().join("|")
}

#[test]
fn words_and_keys_are_told_apart() {
    assert_eq!(
        said("theme:tariffs  rare earths"),
        "theme=tariffs|=rare|=earths"
    );
    assert_eq!(
        said("theme:\"US–China trade\" x"),
        "theme=US–China trade|=x"
    );
    assert_eq!(said("\"US: no\" a:b:c"), "=US: no|a=b:c");
    assert_eq!(said("severity:"), "severity=");
    assert!(tokens("\"open").is_err());
}

fn read(words: &str) -> Result<Filter, Fault> {
    let words = words.to_owned();
    filter_words(&sample(), FilterWordsArgs { words })
}

/// How many entries of the sample pass.
fn shown(words: &str) -> u64 {
    let filter = read(words).unwrap_or_else(|fault| panic!("{words}: {fault:?}"));
    let filter = serde_json::to_value(filter).unwrap();
    let result = call(&mut sample(), "filter", json!({ "filter": filter })).unwrap();
    result["shown"].as_u64().unwrap()
}

#[test]
fn every_key_means_what_it_says() {
    for (words, told) in [
        ("place:Hormuz", "place Strait of Hormuz"),
        ("kind:assessment,Scenario", "kinds assessment, scenario"),
        ("period:\"June 2025\"", "2025-06-01 to 2025-06-30"),
        ("period:2025", "2025-01-01 to 2025-12-31"),
        ("period:2025-06-02/2025-06-09", "2025-06-02 to 2025-06-09"),
        ("period:\"since May 2025\"", "since 2025-05-01"),
        ("period:../2025-06-11", "until 2025-06-11"),
        ("from:2025-06", "since 2025-06-01"),
        ("to:2025-06", "until 2025-06-30"),
        (
            "from:2025-06-02 to:\"9 June 2025\"",
            "2025-06-02 to 2025-06-09",
        ),
        ("severity:4 status:planned", "severity 4 and above; planned"),
    ] {
        let filter = read(words).unwrap_or_else(|fault| panic!("{words}: {fault:?}"));
        let said = in_words(sample().workspace(), &filter).join("; ");
        assert_eq!(said, told, "{words}");
    }
}

#[test]
fn what_is_refused_says_what_can_be_asked_for() {
    for (words, message, help) in [
        (
            "color:red",
            "\"color:\" is not something to filter by",
            "use one of theme, status, severity, actor, place, source, category, kind, tag, period, from, to, dataset",
        ),
        (
            "kind:meeting",
            "\"meeting\" is not a kind: use one of event, condition, assessment, scenario",
            "",
        ),
        (
            "place:Atlantis",
            "there is no place \"Atlantis\"",
            "use one of ",
        ),
        (
            "source:Nobody",
            "there is no source \"Nobody\"",
            "use one of ",
        ),
        (
            "category:nonsense",
            "there is no category \"nonsense\"",
            "use one of ",
        ),
        ("tag:nonsense", "there is no tag \"nonsense\"", ""),
        (
            "period:soonish",
            "\"soonish\" is not understood as a period",
            "",
        ),
        (
            "period:5/6/2025",
            "\"5/6/2025\" is ambiguous",
            "say which: ",
        ),
        (
            "place:",
            "place: has no value",
            "write place:value without a space",
        ),
    ] {
        let fault = read(words).unwrap_err();
        assert_eq!(fault.message, message, "{words}");
        assert!(fault.help.unwrap_or_default().starts_with(help), "{words}");
        assert_eq!(fault.field.as_deref(), Some("filter"), "{words}");
    }
}

#[test]
fn what_passes_is_what_has_it() {
    let session = sample();
    let workspace = session.workspace();
    let on = |event: &&model::Event| event.dataset.is_none();
    let all = || workspace.events.iter().filter(on);
    let of_kind = |kind| all().filter(|it| it.kind == kind).count() as u64;
    assert_eq!(
        shown("kind:assessment dataset:none"),
        of_kind(model::Kind::Assessment)
    );
    let place = &workspace.places[0];
    let there = all().filter(|it| it.places.contains(&place.id)).count() as u64;
    assert_eq!(
        shown(&format!("place:\"{}\" dataset:none", place.name)),
        there
    );
    // All articles of an outlet.
    let outlet = &workspace.sources[0].outlet;
    let ids: Vec<_> = workspace
        .sources
        .iter()
        .filter(|it| it.outlet == *outlet)
        .map(|it| it.id)
        .collect();
    let cited = crate::lookup::filter::cited(workspace);
    let by_outlet = all().filter(|it| {
        cited
            .get(&it.id)
            .is_some_and(|by| by.iter().any(|it| ids.contains(it)))
    });
    assert_eq!(
        shown(&format!("source:\"{outlet}\" dataset:none")),
        by_outlet.count() as u64
    );
    // Whole and parts.
    assert!(shown("period:2025-06 dataset:none") > shown("period:2025-06-09 dataset:none"));
    assert!(shown("period:2025-06-09 dataset:none") > 0);
    // Of "until 9 June" any earlier day may be one; what begins or ends on a known day is in no other year.
    let open = all().filter(|it| {
        it.date
            .as_ref()
            .is_some_and(|it| it.bounds.start_earliest.is_none())
    });
    assert_eq!(shown("period:1950 dataset:none"), open.count() as u64);
    assert_eq!(
        shown("US-China dataset:none"),
        shown("U.S.-China dataset:none")
    );
    assert!(shown("US-China dataset:none") > 0);
}
