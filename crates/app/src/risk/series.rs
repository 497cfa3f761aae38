//! Series as they are listed, edited and deleted.

use model::{Measure, Series, SeriesId};
use serde_json::Value;

use super::extent::extent;
use crate::dto::{Done, EditOneArgs, IdsArgs, NoArgs, SeriesRow, SetField};
use crate::plan::Plan;
use crate::write::value;
use crate::{Fault, FaultCode, Session};

/// Characters of a name, of a unit.
const NAME: usize = 500;
const UNIT: usize = 200;

/// The series of the workspace.
pub(crate) fn series(session: &Session, _: NoArgs) -> Result<Vec<SeriesRow>, Fault> {
    let row = |it: &Series| SeriesRow {
        id: it.id.to_string(),
        handle: it.handle.clone(),
        name: it.name.clone(),
        unit: it.unit.clone(),
        measure: it.measure.word().to_owned(),
        closes: it.closes.clone(),
        origin: it.origin.clone(),
        has_highs: !it.points.highs.is_empty(),
        extent: extent(&it.points),
    };
    Ok(session.workspace().series.iter().map(row).collect())
}

/// The series with this id, handle or name.
pub(crate) fn find<'a>(session: &'a Session, field: &str, word: &str) -> Result<&'a Series, Fault> {
    let all = &session.workspace().series;
    let is = |it: &&Series| {
        it.id.to_string() == word
            || it.handle.eq_ignore_ascii_case(word)
            || it.name.eq_ignore_ascii_case(word)
    };
    all.iter().find(is).ok_or_else(|| {
        let word: String = word.chars().take(60).collect();
        let mut fault = Fault::new(
            FaultCode::NotFound,
            format!("there is no series \"{word}\""),
        );
        fault.field = Some(field.to_owned());
        let known: Vec<&str> = all.iter().map(|it| it.handle.as_str()).collect();
        match known.is_empty() {
            true => fault.help("load one first: Index, Load a series, or import --as series"),
            false => fault.help(format!("there are {}", known.join(", "))),
        }
    })
}

/// The series with these ids, handles or names.
pub(crate) fn find_all<'a>(
    session: &'a Session,
    words: &[String],
) -> Result<Vec<&'a Series>, Fault> {
    words.iter().map(|it| find(session, "series", it)).collect()
}

/// Sets fields of a series.
pub(crate) fn edit_series(session: &mut Session, args: EditOneArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let id: SeriesId = crate::check::id("id", &args.id)?;
        let mut it = plan
            .one_series(id)
            .cloned()
            .ok_or_else(|| no_series(&args.id))?;
        let name = it.name.clone();
        args.set
            .iter()
            .try_for_each(|field| set(plan, &mut it, field))?;
        plan.put_series(it);
        Ok(format!("Edit the series “{name}”"))
    })
}

/// Deletes series.
pub(crate) fn delete_series(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut names = Vec::new();
        for text in &args.ids {
            let id: SeriesId = crate::check::id("ids", text)?;
            names.push(
                plan.one_series(id)
                    .ok_or_else(|| no_series(text))?
                    .name
                    .clone(),
            );
            plan.delete_series(id);
        }
        Ok(format!("Delete the series “{}”", names.join("”, “")))
    })
}

fn no_series(id: &str) -> Fault {
    Fault::new(
        FaultCode::NotFound,
        format!("there is no series with the id {id}"),
    )
    .help("it may have been deleted")
}

/// Sets one field of a series.
pub(super) fn set(plan: &Plan<'_>, it: &mut Series, field: &SetField) -> Result<(), Fault> {
    let (name, value): (&str, &Value) = (&field.field, &field.value);
    match name {
        "handle" => it.handle = handle(plan, it.id, value)?,
        "name" => it.name = value::named_line(name, value, NAME)?,
        "unit" => it.unit = value::line(name, value, UNIT)?,
        "origin" => it.origin = value::line(name, value, value::LINE)?,
        "measure" => it.measure = value::word(name, value)?,
        "closes" => {
            it.closes = value::line(name, value, UNIT)?;
            if !it.closes.is_empty() {
                let close: Result<risk::Close, _> = it.closes.parse();
                close.map_err(|error| Fault::argument(name, error.to_string()))?;
            }
        }
        other => {
            return Err(
                Fault::argument("set", format!("a series has no field \"{other}\""))
                    .help("use handle, name, unit, measure, closes or origin"),
            );
        }
    }
    Ok(())
}

fn handle(plan: &Plan<'_>, own: SeriesId, value: &Value) -> Result<String, Fault> {
    let handle = value::named_line("handle", value, value::NAME)?;
    let is_other = |it: &Series| it.id != own && it.handle.eq_ignore_ascii_case(&handle);
    if plan.series().any(is_other) {
        return Err(Fault::argument(
            "handle",
            format!("another series has the handle \"{handle}\""),
        )
        .help("choose another"));
    }
    Ok(handle)
}

/// The measure that fits numbers that hold still or may be changes.
pub(super) fn fitting_measure(holds_still: bool, looks_like_returns: bool) -> Measure {
    match (holds_still, looks_like_returns) {
        (true, _) => Measure::Steps,
        (false, true) => Measure::Returns,
        (false, false) => Measure::Price,
    }
}
