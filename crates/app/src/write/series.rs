//! The verbs `edit_series` and `delete_series`.

use api::dto::{Done, EditOneArgs, IdsArgs, SetField};
use api::{Fault, FaultCode};
use model::{Measure, Series, SeriesId};
use serde_json::Value;

use crate::lookup::value;
use crate::session::Session;
use crate::session::plan::Plan;

/// Characters of a name.
const NAME: usize = 500;
/// Characters of a unit.
const UNIT: usize = 200;

/// Sets fields of a series.
pub(crate) fn edit_series(session: &mut Session, args: EditOneArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let id: SeriesId = api::bounds::id("id", &args.id)?;
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
            let id: SeriesId = api::bounds::id("ids", text)?;
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
