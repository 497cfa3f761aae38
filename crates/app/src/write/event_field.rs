//! Setting a field of an event.

use api::Fault;
use api::dto::{SetField, Way};
use model::{CategoryId, Event, ScaleWord};
use serde_json::Value;
use store::words::fold;

use super::handle::handle;
use super::resolve::Wanted;
use super::{lists, resolve};
use crate::lookup::value::{
    LINE, NAME, date, is_nothing, line, named_line, prose, shown, whole, word, word_if_any,
};
use crate::session::plan::Plan;

/// The fields of an event, as messages list them.
const FIELDS: &str = "title, date, date_note, kind, status, summary, category, cameo, plover, severity, tone, \
                      likelihood, confidence, themes, actors, places, figures, tags, dataset, concerns, handle";

/// The name of a field as the vocabulary has it: lists by their plural.
pub(super) fn plural(field: &str) -> &str {
    match field {
        "theme" => "themes",
        "actor" => "actors",
        "place" => "places",
        "figure" => "figures",
        "tag" => "tags",
        // As it was called before.
        "layer" => "dataset",
        other => other,
    }
}

/// Sets fields of `event`, in their order.
pub(super) fn set_all(
    plan: &mut Plan<'_>,
    event: &mut Event,
    fields: &[SetField],
    make_new: bool,
) -> Result<(), Fault> {
    let mut each = fields.iter();
    each.try_for_each(|it| set(plan, event, it, make_new))
}

/// Sets one field of `event`.
pub(super) fn set(
    plan: &mut Plan<'_>,
    event: &mut Event,
    set: &SetField,
    make_new: bool,
) -> Result<(), Fault> {
    let (field, value) = (plural(&set.field), &set.value);
    let wanted = Wanted { field, make_new };
    let given = (set.way, value);
    match field {
        "themes" => return lists::themes(plan, event, given, wanted),
        "actors" => return lists::actors(plan, event, given, wanted),
        "places" => return lists::places(plan, event, given, wanted),
        "tags" => return lists::tags(event, set.way, field, value),
        "figures" => return lists::figures(event, set.way, field, value),
        _ if set.way != Way::Set => return Err(no_list(field)),
        _ => {}
    }
    match field {
        "title" => event.title = title(value)?,
        "summary" => event.summary = prose(field, value)?,
        "date" => event.date = date(field, value, plan.now())?,
        "date_note" => event.date_note = line(field, value, LINE)?,
        "kind" => event.kind = word(field, value)?,
        "status" => event.status = word(field, value)?,
        "tone" => event.tone = word(field, value)?,
        "confidence" => event.confidence = word_if_any(field, value)?,
        "likelihood" => event.likelihood = likelihood(plan, value)?,
        "severity" => event.severity = whole(field, value, 1, 5)?,
        "cameo" => event.cameo = cameo(value)?,
        "plover" => event.plover = line(field, value, NAME)?,
        "category" => put_category(plan, event, value)?,
        "dataset" | "concerns" | "handle" => {
            return set_place_in_workspace(plan, event, field, value);
        }
        other => return Err(no_field("an event", other, FIELDS)),
    }
    Ok(())
}

fn set_place_in_workspace(
    plan: &Plan<'_>,
    event: &mut Event,
    field: &str,
    value: &Value,
) -> Result<(), Fault> {
    if field == "handle" {
        let same =
            |it: &Event, word: &str| it.id != event.id && it.handle.eq_ignore_ascii_case(word);
        event.handle = handle(field, value, |word| plan.events().any(|it| same(it, word)))?;
        return Ok(());
    }
    let words = line(field, value, LINE)?;
    if field == "dataset" {
        let dataset = (!words.is_empty()).then(|| resolve::dataset(plan, field, &words));
        event.dataset = dataset.transpose()?;
        return Ok(());
    }
    let concerns = (!words.is_empty()).then(|| resolve::event(plan, field, &words));
    event.concerns = concerns.transpose()?;
    if event.concerns == Some(event.id) {
        return Err(Fault::argument(field, "an entry cannot concern itself")
            .help("choose the event that it tells more about"));
    }
    Ok(())
}

/// The fault for an unknown field.
pub(super) fn no_field(what: &str, field: &str, known: &str) -> Fault {
    let word: String = field
        .chars()
        .filter(|it| !it.is_control())
        .take(40)
        .collect();
    Fault::argument(
        word.clone(),
        format!("{what} has no field {}", shown(&word)),
    )
    .help(format!("use one of {known}"))
}

/// The fault for adding to a field that is not a list.
pub(super) fn no_list(field: &str) -> Fault {
    Fault::argument(
        field,
        format!("{field} holds one value, so nothing is added or taken out"),
    )
    .help("set it instead")
}

fn title(value: &Value) -> Result<String, Fault> {
    named_line("title", value, LINE).map_err(|fault| match is_nothing(value) {
        true => fault.help("say in one line what happened"),
        false => fault,
    })
}

fn cameo(value: &Value) -> Result<String, Fault> {
    let code = line("cameo", value, NAME)?;
    let digits = code.chars().all(|it| it.is_ascii_digit());
    if code.is_empty() || (digits && (2..=4).contains(&code.len())) {
        return Ok(code);
    }
    Err(
        Fault::argument("cameo", format!("{} is not a CAMEO code", shown(&code)))
            .help("use two to four digits with their zeros, such as 0354"),
    )
}

/// A word of the first scale, which is the one in use.
fn likelihood(plan: &Plan<'_>, value: &Value) -> Result<Option<ScaleWord>, Fault> {
    if is_nothing(value) {
        return Ok(None);
    }
    let given = line("likelihood", value, NAME)?;
    let Some(scale) = plan.base().scales.first() else {
        return Err(
            Fault::argument("likelihood", "the workspace has no scale of likelihood")
                .help("leave it empty"),
        );
    };
    let same = |it: &&ScaleWord| fold(&it.0) == fold(&given);
    let words = || scale.words.iter().map(|(word, _)| word);
    if let Some(word) = words().find(same) {
        return Ok(Some(word.clone()));
    }
    let mut known = words()
        .map(|it| it.0.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    if matches!(fold(&given).as_str(), "may" | "might" | "could") {
        known.push_str("; \"may\", \"might\" and \"could\" state none: leave it empty");
    }
    let message = format!(
        "{} is not a word of the scale {}",
        shown(&given),
        scale.name
    );
    Err(Fault::argument("likelihood", message).help(format!("use one of {known}")))
}

/// Sets the category. Codes that came with the one before go with it; codes that were noted by hand stay.
fn put_category(plan: &Plan<'_>, event: &mut Event, value: &Value) -> Result<(), Fault> {
    let words = line("category", value, NAME)?;
    let next = match words.is_empty() {
        true => None,
        false => Some(resolve::category(plan, "category", &words)?),
    };
    if next != event.category {
        let codes = |id: Option<CategoryId>| {
            let category = id.and_then(|id| plan.category(id));
            category.map_or_else(Default::default, |it| (it.cameo.clone(), it.plover.clone()))
        };
        let (old, new): ((String, String), (String, String)) = (codes(event.category), codes(next));
        if event.cameo.is_empty() || event.cameo == old.0 {
            event.cameo = new.0;
        }
        if event.plover.is_empty() || event.plover == old.1 {
            event.plover = new.1;
        }
    }
    event.category = next;
    Ok(())
}
