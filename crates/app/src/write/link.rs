//! Links: a cause and its effect. Several between the same two events are several claims, and all are kept.

use api::Fault;
use api::dto::{AddLinkArgs, Done, EditOneArgs, IdsArgs, LinkReading, SetField, Way};
use model::{Basis, Confidence, Link, LinkId};
use serde_json::Value;

use super::event_field::{no_field, no_list};
use super::existing;
use super::existing::ids;
use crate::line;
use crate::lookup::names;
use crate::lookup::value::{LINE, NAME, is_nothing, line, prose, whole, word, word_if_any};
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{fields, titled};

/// The fields of a link, as messages list them.
const FIELDS: &str =
    "type, wording, strength, confidence, lag_days, basis, note, rivals, cause, effect";
/// The longest time from cause to effect: as far as dates of four digits reach, in days.
const LAG_DAYS: i32 = 3_700_000;

/// Links a cause to an effect.
pub(crate) fn link(session: &mut Session, args: AddLinkArgs) -> Result<Done, Fault> {
    // The line is read on the snapshot; what it names, types of links and words, no verb changes meanwhile.
    let read = match args.line.trim() {
        "" => None,
        words => Some(line::understand_link(
            session,
            api::dto::LineArgs {
                line: words.to_owned(),
            },
        )?),
    };
    session.write(|plan| {
        let cause = existing::event(plan, "cause", args.cause)?;
        let effect = existing::event(plan, "effect", args.effect)?;
        let mut link = Link {
            id: LinkId(plan.fresh()),
            cause: cause.id,
            effect: effect.id,
            link_type: default_type(plan)?,
            wording: String::new(),
            strength: None,
            confidence: Confidence::Moderate,
            lag_days: None,
            basis: Basis::Judged,
            note: String::new(),
            rivals: String::new(),
        };
        if let Some(read) = &read {
            put_line(&mut link, read)?;
        }
        for it in &args.set {
            set(plan, &mut link, it)?;
        }
        differ(&link)?;
        plan.note_added("link", link.id.0, &link.link_type);
        let name = format!("Link {} → {}", titled(&cause.title), titled(&effect.title));
        plan.put_link(link);
        Ok(name)
    })
}

/// `leads_to` where there is one, else the first of the table.
fn default_type(plan: &Plan<'_>) -> Result<String, Fault> {
    let types = &plan.base().link_types;
    let usual = types.iter().find(|it| it.handle == "leads_to");
    let usual = usual.or(types.first());
    usual.map(|it| it.handle.clone()).ok_or_else(|| {
        Fault::argument("type", "the workspace has no link types").help(
            "make a new workspace, which has them, or go back to a step before they were lost",
        )
    })
}

/// What one line said.
fn put_line(link: &mut Link, read: &LinkReading) -> Result<(), Fault> {
    if let Some(problem) = read.problems.first() {
        return Err(Fault::argument("line", problem.message.clone()).help(problem.help.clone()));
    }
    link.link_type.clone_from(&read.link_type);
    link.confidence = read.confidence;
    link.basis = read.basis;
    link.lag_days = read.lag_days;
    link.note.clone_from(&read.note);
    link.strength = read.strength;
    Ok(())
}

fn event_id(field: &str, value: &Value) -> Result<model::EventId, Fault> {
    api::bounds::id(field, &line(field, value, NAME)?)
}

/// Sets fields of a link.
pub(crate) fn edit_link(session: &mut Session, args: EditOneArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut link = existing::link(plan, "id", api::bounds::id("id", &args.id)?)?;
        let between = between(plan, &link);
        for it in &args.set {
            set(plan, &mut link, it)?;
        }
        differ(&link)?;
        plan.put_link(link);
        let names = args.set.iter().map(|it| it.field.as_str());
        Ok(format!("Edit {} of the link {between}", fields(names)))
    })
}

/// Swaps cause and effect.
pub(crate) fn turn_links(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut names = Vec::new();
        for id in ids::<LinkId>("ids", &args.ids)? {
            let mut link = existing::link(plan, "ids", id)?;
            names.push(between(plan, &link));
            std::mem::swap(&mut link.cause, &mut link.effect);
            plan.put_link(link);
        }
        Ok(named("Turn", &names))
    })
}

/// Deletes links with what is cited for them.
pub(crate) fn delete_links(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut names = Vec::new();
        for id in ids::<LinkId>("ids", &args.ids)? {
            let link = existing::link(plan, "ids", id)?;
            names.push(between(plan, &link));
            plan.delete_link(id);
        }
        Ok(named("Delete", &names))
    })
}

fn named(verb: &str, links: &[String]) -> String {
    match links {
        [one] => format!("{verb} the link {one}"),
        several => format!("{verb} {} links", several.len()),
    }
}

/// "“A” → “B”".
fn between(plan: &Plan<'_>, link: &Link) -> String {
    let title = |id| plan.event(id).map_or("", |it| it.title.as_str());
    format!(
        "{} → {}",
        titled(title(link.cause)),
        titled(title(link.effect))
    )
}

fn differ(link: &Link) -> Result<(), Fault> {
    if link.cause != link.effect {
        return Ok(());
    }
    Err(
        Fault::argument("effect", "an event cannot be its own cause")
            .help("choose two different events"),
    )
}

fn set(plan: &Plan<'_>, link: &mut Link, set: &SetField) -> Result<(), Fault> {
    let (field, value) = (set.field.as_str(), &set.value);
    if set.way != Way::Set {
        return Err(no_list(field));
    }
    match field {
        "type" | "link_type" => link.link_type = link_type(plan, value)?,
        "wording" => link.wording = line(field, value, LINE)?,
        "strength" => link.strength = word_if_any(field, value)?,
        "confidence" => link.confidence = word(field, value)?,
        "basis" => link.basis = word(field, value)?,
        "note" => link.note = prose(field, value)?,
        "rivals" => link.rivals = line(field, value, NAME)?,
        "lag_days" if is_nothing(value) => link.lag_days = None,
        "lag_days" => link.lag_days = Some(whole(field, value, -LAG_DAYS, LAG_DAYS)?),
        "cause" => link.cause = existing::event(plan, field, event_id(field, value)?)?.id,
        "effect" => link.effect = existing::event(plan, field, event_id(field, value)?)?.id,
        other => return Err(no_field("a link", other, FIELDS)),
    }
    Ok(())
}

/// The handle of a type of link, from its handle or its words.
fn link_type(plan: &Plan<'_>, value: &Value) -> Result<String, Fault> {
    let words = line("type", value, NAME)?;
    let known = names::link_type(plan.base(), &words)?;
    Ok(known.handle.clone())
}
