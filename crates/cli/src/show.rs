//! `show`: one event as text, or the links from one to another.

use api::Fault;
use api::dto::{ClaimField, EventArgs, EventDetail, EventRef, LinkLine};

use crate::args::Show;
use crate::ask::{call, event, pretty, read, session};
use crate::lines::{Lines, source};
use crate::show_link;

/// The event that is asked for.
pub(crate) fn show(args: &Show) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    if let Some(effect) = &args.effect {
        return show_link::show(&mut session, (&args.event, effect), args.json);
    }
    let id = event(&mut session, &args.event)?.id;
    let asked = EventArgs { id, datasets: None };
    let reply = call(&mut session, "event", &asked)?;
    if args.json {
        return Ok(pretty(&reply));
    }
    Ok(text(&read(reply)?))
}

/// The fields that may be misunderstood.
pub(crate) fn what_is_said(event: &EventDetail, lines: &mut Lines) {
    lines.put("kind", event.kind.word());
    lines.put("date", &date(event));
    lines.put("status", event.status.word());
    lines.put("grade", &grade(event));
    lines.put("severity", &event.severity.to_string());
    lines.put("tone", event.tone.word());
    lines.put("likelihood", &likelihood(event));
    lines.put("confidence", event.confidence.map_or("", |it| it.word()));
    lines.put(
        "category",
        event.category.as_ref().map_or("", |it| &it.name),
    );
    lines.put(
        "themes",
        &joined(event.themes.iter().map(|it| it.name.clone())),
    );
    lines.list(
        "actors",
        event.actors.iter().map(|it| with_role(&it.path, &it.role)),
    );
    lines.put(
        "places",
        &joined(event.places.iter().map(|it| it.name.clone())),
    );
    lines.put("tags", &event.tags.join(", "));
}

fn text(event: &EventDetail) -> String {
    let mut lines = Lines::titled(&format!("{}  {}", event.handle, event.title));
    what_is_said(event, &mut lines);
    lines.list(
        "figures",
        event
            .figures
            .iter()
            .map(|it| format!("{}: {} {}", it.name, it.value, it.unit)),
    );
    lines.put("dataset", event.dataset.as_deref().unwrap_or_default());
    lines.list("concerns", event.concerns.iter().map(named));
    lines.list("claims", event.claims.iter().flat_map(claims));
    lines.list("causes", event.causes.iter().map(link));
    lines.list("effects", event.effects.iter().map(link));
    lines.list("further", event.further.iter().map(named));
    lines.list("sources", event.sources.iter().map(source));
    if !event.summary.is_empty() {
        lines.paragraph(&event.summary);
    }
    lines.text()
}

fn date(event: &EventDetail) -> String {
    let Some(date) = &event.date else {
        return String::from("(none)");
    };
    let note = if date.note.is_empty() {
        String::new()
    } else {
        format!("; {}", date.note)
    };
    let typed = if date.typed.is_empty() {
        String::new()
    } else {
        format!("; typed as \"{}\"", date.typed)
    };
    format!("{} [{}]{typed}{note}", date.words, date.edtf)
}

fn grade(event: &EventDetail) -> String {
    event
        .grade
        .as_ref()
        .map(|grade| format!("{grade} ({})", event.grade_words))
        .unwrap_or_default()
}

fn likelihood(event: &EventDetail) -> String {
    let Some(likelihood) = &event.likelihood else {
        return String::new();
    };
    match (likelihood.low_percent, likelihood.high_percent) {
        (Some(low), Some(high)) => format!("{} ({low} to {high} %)", likelihood.word),
        _ => likelihood.word.clone(),
    }
}

fn joined(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn with_role(path: &str, role: &str) -> String {
    if role.is_empty() {
        path.to_owned()
    } else {
        format!("{path} ({role})")
    }
}

fn named(event: &EventRef) -> String {
    format!("{}  {}  {}", event.handle, event.date_words, event.title)
}

fn claims(field: &ClaimField) -> Vec<String> {
    let value = |it: &api::dto::ClaimValue| {
        let numbers = |sources: &[api::dto::ClaimSource]| {
            joined(sources.iter().map(|it| it.number.to_string()))
        };
        let against = if it.against.is_empty() {
            String::new()
        } else {
            format!(", against {}", numbers(&it.against))
        };
        let adopted = if it.adopted { "adopted: " } else { "" };
        format!(
            "{}: {adopted}{} [{}{against}]",
            field.field,
            it.value,
            numbers(&it.sources)
        )
    };
    field.values.iter().map(value).collect()
}

fn link(line: &LinkLine) -> String {
    let words = if line.wording.is_empty() {
        &line.label
    } else {
        &line.wording
    };
    let sources = joined(line.sources.iter().map(u32::to_string));
    let cited = if sources.is_empty() {
        String::new()
    } else {
        format!(" [{sources}]")
    };
    let (title, handle) = (&line.event.title, &line.event.handle);
    format!(
        "{} {words}: {handle} {title} ({} confidence, {}){cited}",
        line.sign, line.confidence, line.basis
    )
}
