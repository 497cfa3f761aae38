//! Lines and what they mean in the sample.

use model::Workspace;
use model::date::Day;
use proptest::prelude::*;

use super::{Context, Named, Reading, Span, read};
use crate::lookup::names::{Found, Lists};
use crate::lookup::titles::Index;

fn reading(workspace: &Workspace, line: &str) -> Reading {
    let index = Index::new(workspace);
    let context = Context {
        workspace,
        now: Day::from_ymd(2025, 6, 12),
        events: &|words| index.meant(words, 9),
    };
    read(line, &context)
}

/// A reading as one text: only what is said, defaults left out.
fn in_words(workspace: &Workspace, it: &Reading) -> String {
    let name = |it: &Named| {
        let text = match &it.found {
            Found::One(id) => {
                let rows = workspace.rows(it.list);
                rows.iter()
                    .find(|row| row.id == *id)
                    .unwrap()
                    .name
                    .to_owned()
            }
            Found::Several(ids) => format!("{}×{}", it.words, ids.len()),
            Found::None => format!("new {}", it.words),
        };
        if it.role.is_empty() {
            text
        } else {
            format!("{text}:{}", it.role)
        }
    };
    let names = |all: &[Named]| all.iter().map(name).collect::<Vec<_>>().join("+");
    let events = |all: &[super::EventNamed]| {
        let of = |it: &super::EventNamed| match it.found.as_slice() {
            [one] => workspace.event(*one).unwrap().handle.clone(),
            several => format!("{}×{}", it.words, several.len()),
        };
        all.iter().map(of).collect::<Vec<_>>().join("+")
    };
    let word = |it: Option<String>| it.unwrap_or_default();
    let date = it.date.as_ref().map(|it| it.edtf.to_string());
    let ask = it.ask.as_ref().map(|it| format!("{} choices", it.1.len()));
    let status = (it.status != model::Status::Happened).then(|| it.status.to_string());
    let kind = (it.kind != model::Kind::Event).then(|| it.kind.to_string());
    let single = |it: &Option<Named>| it.as_ref().map(name).unwrap_or_default();
    let problems: Vec<&str> = it.problems.iter().map(|it| it.message.as_str()).collect();
    let fields = [
        ("", it.title.clone()),
        ("date ", word(date)),
        ("ask ", word(ask)),
        ("kind ", word(kind)),
        ("status ", word(status)),
        ("!", word(it.severity.map(|it| it.to_string()))),
        ("tone ", word(it.tone.map(|it| it.to_string()))),
        ("p ", word(it.likelihood.as_ref().map(|it| it.0.clone()))),
        ("conf ", word(it.confidence.map(|it| it.to_string()))),
        ("grade ", it.grade()),
        ("from ", single(&it.source)),
        ("#", names(&it.themes)),
        ("@", names(&it.actors)),
        ("in ", names(&it.places)),
        ("cat ", single(&it.category)),
        ("tags ", it.tags.join("+")),
        ("<- ", events(&it.causes)),
        ("-> ", events(&it.effects)),
        ("?? ", problems.join("; ")),
    ];
    let said = fields.iter().filter(|(_, value)| !value.is_empty());
    said.map(|(key, value)| format!("{key}{value}"))
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn a_line_says_all_of_an_event() {
    let sample = crate::session::sample::workspace().unwrap();
    for (line, wanted) in [
        (
            "early May 2025  US and China agree a 90-day pause  #tariffs @US @CN !4 B2 in:Geneva <- E03",
            "US and China agree a 90-day pause | date [2025-05-01..2025-05-15] | !4 | grade B2 | #Tariffs | @United States+China | in Geneva, CH | <- E03",
        ),
        (
            "#tariffs !4 <- E03 @US:host 11 June 2025 Talks resume in:\"London, GB\" B2",
            "Talks resume | date 2025-06-11 | !4 | grade B2 | #Tariffs | @United States:host | in London, GB | <- E03",
        ),
        (
            "this weekend US-Iran round in Oman doubtful unlikely @OM:host #iran-nuclear",
            "US-Iran round in Oman | date [2025-06-14,2025-06-15] | status doubtful | p unlikely | #Iran nuclear | @Oman:host",
        ),
        (
            "12 August 2025 Tariff pause runs out",
            "Tariff pause runs out | date 2025-08-12 | status planned",
        ),
        (
            "12 August 2025 Tariff pause ran out status:happened",
            "Tariff pause ran out | date 2025-08-12",
        ),
        (
            "Q1 2026 Plant opens (very likely) high confidence cat:statement tag:jobs tag:jobs tone:de-escalatory",
            "Plant opens | date 2026-33 | status planned | tone de-escalatory | p very likely | conf high | cat Statement | tags jobs",
        ),
        ("Iran may strike back", "Iran may strike back"),
        (
            "Sanctions could return (could)",
            "Sanctions could return (could)",
        ),
        (
            "Sanctions return p:roughly even chance kind:scenario",
            "Sanctions return | kind scenario | status hypothetical | p roughly even chance",
        ),
        (
            "since 2 April 2025 Ports are idle kind:condition",
            "Ports are idle | date 2025-04-02/.. | kind condition | status ongoing",
        ),
        (
            "\"May Day: #1 rally (likely)\" 1 May",
            "\"May Day: #1 rally (likely)\" 1 May",
        ),
        (
            "\"May Day: #1 rally (likely)\" on:\"1 May 2025\" planned",
            "May Day: #1 rally (likely) | date 2025-05-01 | status planned",
        ),
        (
            "Trump announces \"reciprocal\" tariffs -> us-china trade war",
            "Trump announces \"reciprocal\" tariffs | -> C03",
        ),
        (
            "A <- E01, E02 B -> trade talks geneva doubtful",
            "A B | status doubtful | <- E01+E02 | -> E03",
        ),
        (
            "Pause ends <- geneva talks confirmed from:A1 grade:2",
            "Pause ends | grade 2 | from China and Hong Kong shares rise before US-China trade talks | <- geneva talks confirmed×0 | ?? no event matches \"geneva talks confirmed\"",
        ),
        (
            "Call in:Bagdad #shadow-fleet @\"Kaja Kallas\":envoy",
            "Call | #new shadow-fleet | @new Kaja Kallas:envoy | in new Bagdad",
        ),
        (
            "Talks #tariffs #Tariffs @us @\"United States\"",
            "Talks | #Tariffs | @United States",
        ),
        (
            "Rocket hits base, planned",
            "Rocket hits base | status planned",
        ),
        ("Planned", "Planned"),
        (
            "3 April 2025 – China answers",
            "China answers | date 2025-04-03",
        ),
        ("E3 and Iran meet", "E3 and Iran meet"),
    ] {
        assert_eq!(in_words(&sample, &reading(&sample, line)), wanted, "{line}");
    }
}

#[test]
fn a_line_that_is_being_typed_is_no_mistake() {
    let sample = crate::session::sample::workspace().unwrap();
    for line in [
        "Talks #",
        "Talks @",
        "Talks !",
        "Talks in:",
        "Talks <-",
        "Talks ->",
        "Talks cat:",
        "Talks on:",
        "Talks @US:",
        "Talks in:\"Gen",
        "Talks p:",
        "Talks \"Ge",
        "",
        " ",
    ] {
        assert!(reading(&sample, line).problems.is_empty(), "{line}");
    }
}

#[test]
fn what_cannot_be_saved_is_said() {
    let sample = crate::session::sample::workspace().unwrap();
    for (line, wanted) in [
        ("11 June 2025 #tariffs", "there is no title yet"),
        ("Talks !9", "\"9\" is not a severity"),
        ("Talks !2 !3", "the line has two severities"),
        (
            "Talks on:\"11 June 2025\" on:\"12 June 2025\"",
            "the line has two dates",
        ),
        ("Talks on:soon", "\"soon\" is not understood as a date"),
        (
            "Talks status:planned status:doubtful",
            "the line has two statuses",
        ),
        ("Talks kind:rumor", "\"rumor\" is not a kind"),
        ("Talks p:may", "\"may\" is not a likelihood word"),
        ("Talks cat:xyz", "there is no category \"xyz\""),
        ("Talks from:A9", "there is no source \"A9\""),
        (
            "Talks from:\"Report on the Geneva talks\"",
            "\"Report on the Geneva talks\" matches more than one source",
        ),
        ("Talks <- zzz", "no event matches \"zzz\""),
        ("Talks <- baghdad", "3 events match \"baghdad\""),
        ("Talks <- #tariffs", "the arrow names no event"),
        ("in: Geneva talks", "in: has nothing after it"),
        ("Talks from:A2 C2", "the source A2 is graded B, not C"),
    ] {
        let read = reading(&sample, line);
        let messages: Vec<&str> = read.problems.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(messages, [wanted], "{line}");
        assert!(read.problems.iter().all(|it| !it.help.is_empty()), "{line}");
        assert!(!read.is_ready());
    }
    let asked = reading(&sample, "03/04/2025 Talks");
    assert!(asked.date.is_none() && asked.ask.is_some() && !asked.is_ready());
    assert!(reading(&sample, "Talks #new").is_ready());
}

/// Texts of the marks and words that lines are made of, and any others.
fn any_line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("#"),
        Just("@US"),
        Just("!4"),
        Just("in:"),
        Just("in:\""),
        Just("\""),
        Just("<-"),
        Just("-> E03"),
        Just("B2"),
        Just("planned"),
        Just("very"),
        Just("likely"),
        Just("(likely)"),
        Just("(x"),
        Just("11 June 2025"),
        Just("May"),
        Just("03/04/2025"),
        Just("on:\"2025\""),
        Just("  "),
        Just("\t"),
        Just(","),
        Just("é"),
        Just("伊朗"),
        Just("🚢"),
        Just("“a"),
        Just("b”"),
        Just("p:"),
        Just("cat:x"),
        Just("high confidence"),
        Just("talks"),
        Just("@a:b:c"),
        Just("\u{0}"),
    ]
    .prop_map(str::to_owned);
    let piece = prop_oneof![piece, any::<String>()];
    let gap = prop_oneof![Just(" "), Just(""), Just("  ")];
    prop::collection::vec((piece, gap), 0..12)
        .prop_map(|all| all.into_iter().map(|(piece, gap)| piece + gap).collect())
}

fn characters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn every_line_means_something(line in any_line()) {
        let sample = crate::session::sample::workspace().unwrap();
        let read = reading(&sample, &line);
        let mut at = 0;
        for part in &read.parts {
            let Span { from, to } = part.span;
            prop_assert!(at <= from && from <= to && to <= line.len(), "{part:?} after {at}");
            prop_assert!(line.is_char_boundary(from) && line.is_char_boundary(to));
            at = to;
        }
        for problem in &read.problems {
            prop_assert!(problem.span.from <= problem.span.to && problem.span.to <= line.len());
            prop_assert!(line.get(problem.span.from..problem.span.to).is_some());
        }
        // The title is what is taken for it, and nothing of the line is lost but marks and spaces.
        let of = |title: bool| {
            let parts = read.parts.iter().filter(|it| (it.kind == "title") == title);
            parts.map(|it| characters(&line[it.span.from..it.span.to])).collect::<String>()
        };
        prop_assert_eq!(of(true), characters(&read.title));
        prop_assert_eq!(of(true).chars().count() + of(false).chars().count(), characters(&line).chars().count());
        prop_assert!(!read.title.contains("  ") || read.title.len() < line.len());
    }
}
