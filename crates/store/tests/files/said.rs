//! What a workspace says, as text: one line for each thing, so that a difference can be read.
//!
//! Written out field by field, not by `Debug`: the text kept beside an old file must not change when a type does.

use std::fmt::{Display, Write};

use model::date::Moment;
use model::{Citation, Event, FuzzyDate, Link, Source, Target, Workspace};

/// Everything in `workspace`, a line each.
pub(crate) fn said(workspace: &Workspace) -> String {
    let mut out = format!(
        "workspace {:?} as of {}\n",
        workspace.name,
        or_none(workspace.as_of.map(|it| it.0))
    );
    lists(&mut out, workspace);
    for it in &workspace.events {
        line(&mut out, &event(it));
    }
    for it in &workspace.links {
        line(&mut out, &link(it));
    }
    for it in &workspace.sources {
        line(&mut out, &source(it));
    }
    for it in &workspace.claims {
        let adopted = if it.adopted { "adopted" } else { "rival" };
        line(
            &mut out,
            &format!(
                "claim {} of event {} on {:?}: {:?} {adopted}",
                it.id.0, it.event.0, it.field, it.value
            ),
        );
    }
    for it in &workspace.citations {
        line(&mut out, &citation(it));
    }
    out
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").unwrap();
}

fn or_none<T: Display>(it: Option<T>) -> String {
    it.map_or_else(|| String::from("-"), |it| it.to_string())
}

fn lists(out: &mut String, workspace: &Workspace) {
    let parent = |it: Option<i64>| it.map_or(String::new(), |it| format!(" in {it}"));
    for it in &workspace.themes {
        let parent = parent(it.parent.map(|it| it.0));
        let text = format!(
            "theme {} {:?} {:?} {:?}",
            it.id.0, it.handle, it.name, it.hue
        );
        line(out, &(text + &parent));
    }
    for it in &workspace.categories {
        let parent = parent(it.parent.map(|it| it.0));
        let text = format!("category {} {:?} {:?}", it.id.0, it.handle, it.name);
        line(
            out,
            &format!("{text} {:?} {:?}{parent}", it.cameo, it.plover),
        );
    }
    for it in &workspace.actors {
        let parent = parent(it.parent.map(|it| it.0));
        let text = format!("actor {} {:?} {:?}", it.id.0, it.handle, it.name);
        line(out, &format!("{text} {:?}{parent}", it.country));
    }
    for it in &workspace.places {
        let at = format!("{} {}", or_none(it.latitude_deg), or_none(it.longitude_deg));
        line(
            out,
            &format!("place {} {:?} {at} {:?}", it.id.0, it.name, it.country),
        );
    }
    for it in &workspace.datasets {
        line(
            out,
            &format!("layer {} {:?} on={}", it.id.0, it.name, it.on),
        );
    }
    for it in &workspace.link_types {
        let words = format!(
            "{} {} {}",
            it.sign.word(),
            it.order.word(),
            it.what_if.word()
        );
        line(
            out,
            &format!(
                "link type {:?} {:?} {words} {:?}",
                it.handle, it.label, it.meaning
            ),
        );
    }
    for it in &workspace.series {
        let (words, points) = ([&it.name, &it.unit, &it.closes, &it.origin], &it.points);
        let days: Vec<i64> = points.days.iter().map(|it| it.0).collect();
        let numbers = (&points.values, &points.highs, &points.lows);
        let text = format!(
            "series {:?} {words:?} {} {days:?} {numbers:?}",
            it.handle, it.measure
        );
        line(out, &text);
    }
    named(out, workspace);
    for it in &workspace.scales {
        line(out, &format!("scale {:?}", it.name));
        for (word, band) in &it.words {
            line(
                out,
                &format!(
                    "  {:?} {}-{} %",
                    word.0, band.low_percent, band.high_percent
                ),
            );
        }
    }
}

/// What goes by a name: weights, pins and settings.
fn named(out: &mut String, workspace: &Workspace) {
    for (weight, value) in workspace.weights.all() {
        line(out, &format!("weight {weight} {value}"));
    }
    for (pin, slot) in workspace.pins.all() {
        let after = slot.after.unwrap_or_default();
        line(out, &format!("pin {pin} {after} {}", slot.row));
    }
    for (key, value) in workspace.settings.all() {
        line(out, &format!("setting {key:?} {value:?}"));
    }
}

/// Words, form, and the four bounds as day and second.
fn date(it: Option<&FuzzyDate>) -> String {
    let Some(it) = it else {
        return String::from("no date");
    };
    let moment = |it: Option<Moment>| {
        it.map_or_else(
            || String::from("-"),
            |it| {
                let second = it.second.map_or(String::new(), |it| format!("+{it}s"));
                format!("{}{second}", it.day.0)
            },
        )
    };
    let bounds = [
        it.bounds.start_earliest,
        it.bounds.start_latest,
        it.bounds.end_earliest,
        it.bounds.end_latest,
    ];
    format!(
        "{:?} {} [{}]",
        it.words,
        it.edtf,
        bounds.map(moment).join(" ")
    )
}

fn event(it: &Event) -> String {
    let mut text = format!(
        "event {} {:?} {} {} {:?}\n  date {}, note {:?}\n",
        it.id.0,
        it.handle,
        it.kind.word(),
        it.status.word(),
        it.title,
        date(it.date.as_ref()),
        it.date_note
    );
    // Long ones repeat themselves; their length tells what the beginning does not.
    let beginning: String = it.summary.chars().take(60).collect();
    let sum = it.summary.bytes().fold(0_u32, |sum, it| {
        sum.wrapping_mul(31).wrapping_add(it.into())
    });
    writeln!(
        text,
        "  summary {beginning:?} {} bytes, sum {sum:08x}",
        it.summary.len()
    )
    .unwrap();
    writeln!(
        text,
        "  category {} cameo {:?} plover {:?} severity {} tone {} likelihood {:?} confidence {} layer {} concerns {}",
        or_none(it.category.map(|it| it.0)),
        it.cameo,
        it.plover,
        it.severity,
        it.tone.word(),
        it.likelihood.as_ref().map(|it| &it.0),
        or_none(it.confidence.map(|it| it.word())),
        or_none(it.dataset.map(|it| it.0)),
        or_none(it.concerns.map(|it| it.0)),
    )
    .unwrap();
    let themes: Vec<_> = it.themes.iter().map(|it| it.0).collect();
    let places: Vec<_> = it.places.iter().map(|it| it.0).collect();
    let actors: Vec<_> = it.actors.iter().map(|it| (it.actor.0, &it.role)).collect();
    let figures: Vec<_> = it
        .figures
        .iter()
        .map(|it| (&it.name, &it.value, &it.unit))
        .collect();
    write!(
        text,
        "  themes {themes:?} actors {actors:?} places {places:?} figures {figures:?} tags {:?}",
        it.tags
    )
    .unwrap();
    text
}

fn link(it: &Link) -> String {
    format!(
        "link {} {} -> {} {:?} {:?} strength {} confidence {} lag {} {} note {:?} rivals {:?}",
        it.id.0,
        it.cause.0,
        it.effect.0,
        it.link_type,
        it.wording,
        or_none(it.strength.map(|it| it.word())),
        it.confidence.word(),
        or_none(it.lag_days),
        it.basis.word(),
        it.note,
        it.rivals
    )
}

fn source(it: &Source) -> String {
    format!(
        "source {} {:?} {:?} {:?} {:?} {:?} {}\n  published {}\n  read {}",
        it.id.0,
        it.handle,
        it.outlet,
        it.title,
        it.author,
        it.address,
        or_none(it.reliability.map(|it| it.word())),
        date(it.published.as_ref()),
        date(it.read.as_ref())
    )
}

fn citation(it: &Citation) -> String {
    let target = match it.target {
        Target::Event(id) => format!("event {}", id.0),
        Target::Claim(id) => format!("claim {}", id.0),
        Target::Link(id) => format!("link {}", id.0),
    };
    format!(
        "citation {} of source {} on {target} {:?} {:?} {} {}",
        it.id.0,
        it.source.0,
        it.quote,
        it.locator,
        or_none(it.credibility.map(|it| it.word())),
        it.stance.word()
    )
}
