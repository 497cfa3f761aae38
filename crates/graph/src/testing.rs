//! Small workspaces for the tests of this crate.

use model::{
    Basis, Confidence, Event, EventId, FuzzyDate, Link, LinkId, LinkType, OrderRule, Sign, WhatIf,
    Workspace,
};

/// Events 1 to `count` and these links, numbered from 1.
pub(crate) fn workspace(count: i64, links: &[(i64, i64, &str)]) -> Workspace {
    let signs = [
        ("causes", Sign::Plus),
        ("triggers", Sign::Plus),
        ("motivates", Sign::Plus),
        ("leads_to", Sign::Plus),
        ("mitigates", Sign::Minus),
        ("anticipates", Sign::Plus),
        ("refers_to", Sign::Zero),
    ];
    Workspace {
        events: (1..=count).map(event).collect(),
        links: (1..)
            .zip(links)
            .map(|(id, &(cause, effect, word))| link(id, cause, effect, word))
            .collect(),
        link_types: signs
            .iter()
            .map(|&(word, sign)| link_type(word, sign))
            .collect(),
        ..Workspace::default()
    }
}

/// Events 1 to n with these dates ("" for none), these links, and the order rules of the sample.
pub(crate) fn dated(dates: &[&str], links: &[(i64, i64, &str)]) -> Workspace {
    let mut workspace = workspace(dates.len() as i64, links);
    for (event, date) in workspace.events.iter_mut().zip(dates) {
        event.date = FuzzyDate::from_edtf(date).ok();
    }
    for link_type in &mut workspace.link_types {
        link_type.order = match link_type.handle.as_str() {
            "triggers" => OrderRule::CauseFirstClose,
            "anticipates" => OrderRule::EffectMayPrecede,
            "refers_to" => OrderRule::None,
            _ => OrderRule::CauseFirst,
        };
    }
    workspace
}

fn link_type(word: &str, sign: Sign) -> LinkType {
    LinkType {
        handle: word.to_owned(),
        label: word.replace('_', " "),
        sign,
        order: OrderRule::None,
        what_if: WhatIf::No,
        meaning: String::new(),
    }
}

fn link(id: i64, cause: i64, effect: i64, word: &str) -> Link {
    Link {
        id: LinkId(id),
        cause: EventId(cause),
        effect: EventId(effect),
        link_type: word.to_owned(),
        wording: String::new(),
        strength: None,
        confidence: Confidence::Moderate,
        lag_days: None,
        basis: Basis::Reported,
        note: String::new(),
        rivals: String::new(),
    }
}

fn event(id: i64) -> Event {
    Event::titled(EventId(id), format!("E{id:02}"), format!("Event {id}"))
}
