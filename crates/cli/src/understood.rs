//! What was understood of a change: said after every verb that writes.

use api::Fault;
use api::bounds::id;
use api::dto::{
    Done, EventArgs, EventDetail, LinkLine, LinkRow, LinkRowArgs, ListArgs, LookAlike,
    LookAlikesArgs, SourceRow,
};
use app::Session;
use model::{EventId, LinkId, SourceId};
use serde_json::{Value, json};

use crate::ask::{ask, call, pretty, read};
use crate::lines::Lines;
use crate::print::plain;
use crate::show;

/// What a verb is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// The event that was added or changed.
    Event,
    /// The link that was made.
    Link,
    /// The source that was added.
    Source,
    /// Nothing that could be misunderstood.
    Nothing,
}

/// The reply to a change, with what was understood: as text, or as JSON with `understood` beside the reply.
pub(crate) fn reply_text(
    session: &mut Session,
    mut reply: Value,
    about: About,
    as_json: bool,
) -> Result<String, Fault> {
    let done: Done = read(reply.clone())?;
    let (lines, details) = understood(session, &done, about)?;
    if !as_json {
        return Ok(format!("{}{}", self::done(&done), lines.text()));
    }
    if let (Value::Object(fields), false) = (&mut reply, details.is_null()) {
        fields.insert(String::from("understood"), details);
    }
    Ok(pretty(&reply))
}

/// What was done, and the handles of new items.
pub(crate) fn done(done: &Done) -> String {
    let new = done.added.iter();
    let new: Vec<String> = new
        .map(|it| format!("  {} {}\n", it.kind, plain(&it.name)))
        .collect();
    let name = if done.step.is_some() {
        done.name.as_str()
    } else {
        "Nothing changed"
    };
    format!("{}\n{}", plain(name), new.concat())
}

fn understood(session: &mut Session, done: &Done, about: About) -> Result<(Lines, Value), Fault> {
    let added = |kind: &str| done.added.iter().find(|it| it.kind == kind);
    let mut lines = Lines::default();
    let details = match about {
        About::Event => {
            let added = added("event").map(|it| id("id", &it.id)).transpose()?;
            match added.or(done.events.first().copied()) {
                Some(id) => event(session, id, &mut lines)?,
                None => Value::Null,
            }
        }
        About::Link => {
            let added = added("link").map(|it| id("id", &it.id)).transpose()?;
            match added.or(done.links.first().copied()) {
                Some(id) => link_made(session, id, &mut lines)?,
                None => Value::Null,
            }
        }
        About::Source => match added("source") {
            Some(it) => source(session, id("id", &it.id)?, &mut lines)?,
            None => Value::Null,
        },
        About::Nothing => Value::Null,
    };
    Ok((lines, details))
}

fn event(session: &mut Session, id: EventId, lines: &mut Lines) -> Result<Value, Fault> {
    let reply = call(session, "event", &EventArgs { id, datasets: None })?;
    let detail: EventDetail = read(reply.clone())?;
    show::what_is_said(&detail, lines);
    let found = call(session, "look_alikes", &LookAlikesArgs { event: Some(id) })?;
    let alike: Vec<LookAlike> = read(found.clone())?;
    let others = alike.iter().filter_map(|it| {
        let other = if it.event.id == id {
            it.other.as_ref()?
        } else {
            &it.event
        };
        let reasons = it.reasons.join(", ");
        Some(format!(
            "{} {}, {}: {reasons}",
            other.handle, other.title, other.date_words
        ))
    });
    lines.list("looks like", others);
    Ok(json!({ "event": reply, "look_alikes": found }))
}

fn link_made(session: &mut Session, id: LinkId, lines: &mut Lines) -> Result<Value, Fault> {
    let reply = call(session, "link_row", &LinkRowArgs { id })?;
    let row: LinkRow = read(reply.clone())?;
    let asked = EventArgs {
        id: row.cause,
        datasets: None,
    };
    let detail: EventDetail = ask(session, "event", &asked)?;
    if let Some(link) = detail.effects.iter().find(|it| it.id == id) {
        link_lines(&detail, link, lines);
    }
    Ok(json!({ "link": reply }))
}

fn link_lines(cause: &EventDetail, link: &LinkLine, lines: &mut Lines) {
    let words = if link.wording.is_empty() {
        &link.label
    } else {
        &link.wording
    };
    let dated = |title: &str, date: &str| {
        let date = if date.is_empty() { "no date" } else { date };
        format!("{title} ({date})")
    };
    let date = cause
        .date
        .as_ref()
        .map_or("no date", |it| it.words.as_str());
    lines.put("cause", &dated(&cause.title, date));
    lines.put("effect", &dated(&link.event.title, &link.event.date_words));
    lines.put("type", &format!("{words} ({})", link.sign));
    lines.put("confidence", link.confidence.word());
    lines.put("strength", link.strength.map_or("", |it| it.word()));
    lines.put("basis", link.basis.word());
    lines.put("lag", &link.lag_words);
    lines.put("note", &link.note);
}

fn source(session: &mut Session, id: SourceId, lines: &mut Lines) -> Result<Value, Fault> {
    let all: Vec<SourceRow> = ask(session, "sources", &ListArgs::default())?;
    let Some(row) = all.into_iter().find(|it| it.id == id) else {
        return Ok(Value::Null);
    };
    lines.put("outlet", &row.outlet);
    lines.put("title", &row.title);
    let date = row.published.as_ref();
    lines.put(
        "published",
        &date
            .map(|it| format!("{} [{}]", it.words, it.edtf))
            .unwrap_or_default(),
    );
    lines.put("reliability", row.reliability.map_or("", |it| it.word()));
    Ok(json!({ "source": row }))
}
