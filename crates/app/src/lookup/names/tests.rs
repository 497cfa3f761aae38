//! Names of the sample.

use super::find::number;
use super::{Found, List, find, link_type, near};

fn sample() -> model::Workspace {
    crate::session::sample::workspace().unwrap()
}

#[test]
fn an_id_a_handle_or_a_name_will_do() {
    let sample = sample();
    let in_words = |list: List, words: &str| match find(&sample, list, words) {
        Found::One(id) => {
            use super::Lists;
            let rows = sample.rows(list);
            let row = rows.iter().find(|row| row.id == id).unwrap();
            row.name.to_owned()
        }
        Found::Several(ids) => format!("{} of them", ids.len()),
        Found::None => String::from("-"),
    };
    for (list, words, wanted) in [
        (List::Themes, "us-china-trade", "US–China trade"),
        (List::Themes, "US-China Trade", "US–China trade"),
        (List::Themes, "1", "US–China trade"),
        (List::Themes, "us-china", "-"),
        (List::Actors, "us", "United States"),
        (List::Actors, "U.S.", "United States"),
        (List::Actors, "united states", "United States"),
        (List::Actors, "state department", "State Department"),
        (List::Places, "Geneva", "Geneva, CH"),
        (List::Places, "geneva ch", "Geneva, CH"),
        (List::Places, "Iraq", "Iraq"),
        (List::Places, "washington", "Washington, DC, US"),
        (
            List::Sources,
            "a2",
            "Why the US is pulling staff out of the Middle East while Iran talks stall",
        ),
        (List::Sources, "Report on the Geneva talks", "3 of them"),
        (List::Categories, "Trade talks", "Trade talks"),
        (List::Datasets, "what happened next", "What happened next"),
        (List::Themes, "", "-"),
        (List::Themes, "-", "-"),
    ] {
        assert_eq!(in_words(list, words), wanted, "{words}");
    }
    assert_eq!(link_type(&sample, "Leads to").unwrap().handle, "leads_to");
    assert!(link_type(&sample, "makes").is_err());
}

#[test]
fn an_unknown_name_brings_those_like_it() {
    let sample = sample();
    let in_words = |list, words| {
        let fault = number(&sample, list, words).unwrap_err();
        format!(
            "{:?}: {} | {}",
            fault.code,
            fault.message,
            fault.help.unwrap()
        )
    };
    assert_eq!(
        in_words(List::Themes, "tarifs"),
        "UnknownName: there is no theme \"tarifs\" | did you mean Tariffs (tariffs)? Correct the name, or add it as a new theme"
    );
    assert_eq!(
        in_words(List::Actors, "hegesth"),
        "UnknownName: there is no actor \"hegesth\" | did you mean Pete Hegseth (pete-hegseth)? Correct the name, or add it as a new actor"
    );
    assert_eq!(
        in_words(List::Categories, "zzz"),
        "NotFound: there is no category \"zzz\" | correct the name, or add the category first"
    );
    let names: Vec<&str> = near(&sample, List::Actors, "trade", 5)
        .iter()
        .map(|row| row.name)
        .collect();
    assert_eq!(
        names,
        [
            "Office of the Trade Representative",
            "UK Maritime Trade Operations"
        ]
    );
}
