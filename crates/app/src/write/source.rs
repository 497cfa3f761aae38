//! Sources: added once, cited many times.

use api::Fault;
use api::dto::{Done, EditOneArgs, IdsArgs, MakeArgs, SetField, Way};
use model::{Source, SourceId};

use super::event_field::{no_field, no_list};
use super::existing;
use super::existing::ids;
use super::handle::handle;
use crate::lookup::value::{LINE, date, line, word_if_any};
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{fields, one_or_many, titled};
use crate::write::new_handles::source_handle;

const FIELDS: &str = "handle, outlet, title, author, published, read, address, reliability";

/// Adds a source.
pub(crate) fn add_source(session: &mut Session, args: MakeArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let id = make_source(plan, &args.set)?;
        let name = plan.source(id).map_or("", called);
        Ok(format!("Add the source {}", titled(name)))
    })
}

/// Plans a new source with these fields, for a verb that cites it in the same step.
pub(crate) fn make_source(plan: &mut Plan<'_>, fields: &[SetField]) -> Result<SourceId, Fault> {
    let mut source = Source {
        id: SourceId(plan.fresh()),
        handle: String::new(),
        outlet: String::new(),
        title: String::new(),
        author: String::new(),
        published: None,
        read: None,
        address: String::new(),
        reliability: None,
    };
    for it in fields {
        set(plan, &mut source, it)?;
    }
    named(&source)?;
    if source.handle.is_empty() {
        source.handle = source_handle(plan);
    }
    let id = source.id;
    plan.note_added("source", id.0, &source.handle);
    plan.put_source(source);
    Ok(id)
}

/// Plans other values for fields of a source that is there.
pub(super) fn change_source(
    plan: &mut Plan<'_>,
    id: SourceId,
    fields: &[SetField],
) -> Result<(), Fault> {
    let Some(mut source) = plan.source(id).cloned() else {
        return Ok(());
    };
    for it in fields {
        set(plan, &mut source, it)?;
    }
    named(&source)?;
    plan.put_source(source);
    Ok(())
}

/// A source can only be cited by something that a reader recognizes.
fn named(source: &Source) -> Result<(), Fault> {
    if !source.title.is_empty() || !source.outlet.is_empty() {
        return Ok(());
    }
    Err(
        Fault::argument("title", "the source has neither title nor outlet")
            .help("give the headline, or who publishes it"),
    )
}

/// The title of a source, else who publishes it.
pub(super) fn called(source: &Source) -> &str {
    match source.title.as_str() {
        "" => &source.outlet,
        title => title,
    }
}

/// Sets fields of a source.
pub(crate) fn edit_source(session: &mut Session, args: EditOneArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let source = existing::source(plan, "id", api::bounds::id("id", &args.id)?)?;
        let name = titled(called(&source));
        change_source(plan, source.id, &args.set)?;
        let names = args.set.iter().map(|it| it.field.as_str());
        Ok(format!("Edit {} of the source {name}", fields(names)))
    })
}

/// Deletes sources with all citations of them.
pub(crate) fn delete_sources(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut names = Vec::new();
        for id in ids::<SourceId>("ids", &args.ids)? {
            let source = existing::source(plan, "ids", id)?;
            names.push(called(&source).to_owned());
            plan.delete_source(id);
        }
        let what = one_or_many(names.iter().map(String::as_str), "sources");
        Ok(match names.len() {
            1 => format!("Delete the source {what}"),
            _ => format!("Delete {what}"),
        })
    })
}

fn set(plan: &Plan<'_>, source: &mut Source, set: &SetField) -> Result<(), Fault> {
    let (field, value) = (set.field.as_str(), &set.value);
    if set.way != Way::Set {
        return Err(no_list(field));
    }
    match field {
        "handle" => {
            let same = |it: &Source, word: &str| {
                it.id != source.id && it.handle.eq_ignore_ascii_case(word)
            };
            let read = handle(field, value, |word| plan.sources().any(|it| same(it, word)))?;
            source.handle = read;
        }
        "outlet" => source.outlet = line(field, value, LINE)?,
        "title" => source.title = line(field, value, LINE)?,
        "author" => source.author = line(field, value, LINE)?,
        "address" => source.address = line(field, value, LINE)?,
        "published" => source.published = date(field, value, plan.now())?,
        "read" => source.read = date(field, value, plan.now())?,
        "reliability" => source.reliability = word_if_any(field, value)?,
        other => return Err(no_field("a source", other, FIELDS)),
    }
    Ok(())
}
