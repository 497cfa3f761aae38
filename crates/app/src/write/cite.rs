//! Citations: a statement tied to the place where it stands.

use api::Fault;
use api::dto::{CiteArgs, Done, EditOneArgs, IdsArgs, SetField, Way};
use model::{Citation, CitationId, SourceId, Stance, Target};
use serde_json::json;

use super::event_field::{no_field, no_list};
use super::existing::ids;
use super::source::{called, change_source, make_source};
use super::{claim, existing, resolve};
use crate::lookup::value::{LINE, line, prose, word, word_if_any};
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{fields, titled};

/// The reliability is the source's, and so the letter of everything that it is cited for.
const FIELDS: &str = "source, quote, locator, credibility, stance, reliability";

/// Cites a source for an event, a field of it, a claim or a link.
pub(crate) fn cite(session: &mut Session, args: CiteArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let source = source(plan, &args)?;
        let (target, about) = target(plan, &args)?;
        let citation = Citation {
            id: CitationId(plan.fresh()),
            source,
            target,
            quote: prose("quote", &json!(args.quote))?,
            locator: line("locator", &json!(args.locator), LINE)?,
            credibility: args.credibility,
            stance: args.stance.unwrap_or(Stance::For),
        };
        let name = plan
            .source(source)
            .map_or("", |it| it.handle.as_str())
            .to_owned();
        plan.note_added("citation", citation.id.0, &name);
        let against = match citation.stance {
            Stance::For => "for",
            Stance::Against => "against",
        };
        plan.put_citation(citation);
        Ok(format!("Cite {name} {against} {about}"))
    })
}

/// What is cited: the source that is named, with the fields that change along with it, or a new one of these fields.
fn source(plan: &mut Plan<'_>, args: &CiteArgs) -> Result<SourceId, Fault> {
    if args.source.trim().is_empty() && !args.source_set.is_empty() {
        return make_source(plan, &args.source_set);
    }
    let id = resolve::source(plan, "source", &args.source)?;
    change_source(plan, id, &args.source_set)?;
    Ok(id)
}

/// What is cited for, and how the step calls it.
fn target(plan: &mut Plan<'_>, args: &CiteArgs) -> Result<(Target, String), Fault> {
    let given = [
        args.event.is_some(),
        args.claim.is_some(),
        args.link.is_some(),
    ];
    if given.iter().filter(|it| **it).count() != 1 {
        return Err(one_thing());
    }
    if args.event.is_none() && (args.field.is_some() || args.value.is_some()) {
        return Err(Fault::argument("field", "only an event has fields")
            .help("leave the field out, or give the event"));
    }
    if let Some(id) = args.link {
        let link = existing::link(plan, "link", id)?;
        return Ok((Target::Link(link.id), String::from("a link")));
    }
    if let Some(id) = args.claim {
        let claim = existing::claim(plan, "claim", id)?;
        return Ok((
            Target::Claim(claim.id),
            format!("a claimed {}", claim.field),
        ));
    }
    let Some(id) = args.event else {
        return Err(one_thing());
    };
    let event = existing::event(plan, "event", id)?;
    let title = titled(&event.title);
    let Some(field) = &args.field else {
        return Ok((Target::Event(event.id), title));
    };
    let field = claim::field_name(field)?;
    let claim = claim::note(plan, &event, &field, args.value.as_deref())?;
    Ok((Target::Claim(claim), format!("the {field} of {title}")))
}

fn one_thing() -> Fault {
    Fault::argument("event", "a citation is about one thing")
        .help("give an event, a claim or a link, and only one of them")
}

/// Sets fields of a citation.
pub(crate) fn edit_citation(session: &mut Session, args: EditOneArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut citation = existing::citation(plan, "id", api::bounds::id("id", &args.id)?)?;
        for it in &args.set {
            set(plan, &mut citation, it)?;
        }
        let source = plan.source(citation.source);
        let source = titled(source.map_or("", called));
        plan.put_citation(citation);
        let names = args.set.iter().map(|it| it.field.as_str());
        Ok(format!("Edit {} of a citation of {source}", fields(names)))
    })
}

fn set(plan: &mut Plan<'_>, citation: &mut Citation, set: &SetField) -> Result<(), Fault> {
    let (field, value) = (set.field.as_str(), &set.value);
    if set.way != Way::Set {
        return Err(no_list(field));
    }
    match field {
        "source" => citation.source = resolve::source(plan, field, &line(field, value, LINE)?)?,
        "quote" => citation.quote = prose(field, value)?,
        "locator" => citation.locator = line(field, value, LINE)?,
        "credibility" => citation.credibility = word_if_any(field, value)?,
        "stance" => citation.stance = word(field, value)?,
        "reliability" => {
            return change_source(plan, citation.source, std::slice::from_ref(set));
        }
        other => return Err(no_field("a citation", other, FIELDS)),
    }
    Ok(())
}

/// Deletes citations; their sources stay.
pub(crate) fn delete_citations(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut names = Vec::new();
        for id in ids::<CitationId>("ids", &args.ids)? {
            let citation = existing::citation(plan, "ids", id)?;
            let source = plan.source(citation.source);
            names.push(titled(source.map_or("", called)));
            plan.delete_citation(id);
        }
        Ok(match names.as_slice() {
            [one] => format!("Delete a citation of {one}"),
            several => format!("Delete {} citations", several.len()),
        })
    })
}
