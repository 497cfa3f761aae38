//! Claims: the values that sources give for a field. All are kept; the adopted one is what the event holds.

use api::Fault;
use api::dto::{ClaimArgs, Done, EditOneArgs, IdsArgs, SetField, Way};
use model::date::Understood;
use model::{Claim, ClaimId, Event, EventId, FuzzyDate};
use serde_json::Value;
use store::words::fold;

use super::existing::ids;
use super::{event_field, existing};
use crate::lookup::value::{LINE, NAME, named_line, truth};
use crate::lookup::vocabulary::CLAIM_FIELDS;
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{one_or_many, titled};

/// Notes a value that is claimed for a field of an event.
pub(crate) fn claim(session: &mut Session, args: ClaimArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let event = existing::event(plan, "event", args.event)?;
        let field = field_name(&args.field)?;
        let id = note(plan, &event, &field, Some(&args.value))?;
        if args.adopt {
            adopt(plan, id)?;
        }
        Ok(format!(
            "Record a {field} claim for {}",
            titled(&event.title)
        ))
    })
}

/// Sets fields of a claim; adopting it sets the event's field.
pub(crate) fn edit_claim(session: &mut Session, args: EditOneArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let id = existing::claim(plan, "id", api::bounds::id("id", &args.id)?)?.id;
        let mut what = "Edit a claim about";
        for set in &args.set {
            let mut claim = existing::claim(plan, "claim", id)?;
            match set.field.as_str() {
                "value" => {
                    claim.value = named_line("value", &set.value, LINE)?;
                    change_value(plan, claim)?;
                }
                "field" => {
                    let field = field_name_of(&set.value)?;
                    move_to_field(plan, claim, field)?;
                }
                "adopted" if truth("adopted", &set.value)? => {
                    what = "Adopt a claim about";
                    adopt(plan, id)?;
                }
                "adopted" => {
                    what = "No longer adopt a claim about";
                    claim.adopted = false;
                    plan.put_claim(claim);
                }
                other => {
                    return Err(event_field::no_field(
                        "a claim",
                        other,
                        "value, field, adopted",
                    ));
                }
            }
        }
        let claim = existing::claim(plan, "claim", id)?;
        let title = plan.event(claim.event).map_or("", |it| &it.title);
        Ok(format!("{what} the {} of {}", claim.field, titled(title)))
    })
}

/// Deletes claims with their citations. The event keeps the value that it holds.
pub(crate) fn delete_claims(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut titles = Vec::new();
        for id in ids::<ClaimId>("ids", &args.ids)? {
            let claim = existing::claim(plan, "ids", id)?;
            titles.extend(plan.event(claim.event).map(|it| it.title.clone()));
            delete(plan, id);
        }
        let count = titles.len();
        titles.dedup();
        let about = one_or_many(titles.iter().map(String::as_str), "events");
        Ok(match count {
            1 => format!("Delete a claim about {about}"),
            several => format!("Delete {several} claims about {about}"),
        })
    })
}

/// Deletes a claim with its citations.
pub(super) fn delete(plan: &mut Plan<'_>, id: ClaimId) {
    let cited = plan
        .citations()
        .filter(|it| it.target == model::Target::Claim(id));
    let cited: Vec<_> = cited.map(|it| it.id).collect();
    cited.into_iter().for_each(|it| plan.delete_citation(it));
    plan.delete_claim(id);
}

/// The name of a field as claims keep it: a field of the vocabulary by its word, any other as typed.
pub(super) fn field_name(words: &str) -> Result<String, Fault> {
    field_name_of(&Value::String(words.to_owned()))
}

fn field_name_of(value: &Value) -> Result<String, Fault> {
    let words = named_line("field", value, NAME)?;
    let plain = fold(&words);
    let plain = if plain == "places" {
        "place"
    } else {
        plain.as_str()
    };
    let known = CLAIM_FIELDS.iter().find(|it| **it == plain);
    Ok(known.map_or(words, |it| (*it).to_owned()))
}

/// True for a field that the event itself has.
pub(super) fn is_real(field: &str) -> bool {
    CLAIM_FIELDS.contains(&field)
}

/// What `event` holds in `field`, in the words that would set it; `None` when it holds nothing.
pub(super) fn value_of(plan: &Plan<'_>, event: &Event, field: &str) -> Option<String> {
    let text = match field {
        "title" => event.title.clone(),
        "summary" => event.summary.clone(),
        "date" => date_words(event.date.as_ref()?),
        "kind" => event.kind.to_string(),
        "status" => event.status.to_string(),
        "tone" => event.tone.to_string(),
        "severity" => event.severity.to_string(),
        "likelihood" => event.likelihood.as_ref()?.0.clone(),
        "confidence" => event.confidence?.to_string(),
        "category" => plan.category(event.category?)?.name.clone(),
        "place" => places(plan, event),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The words of a date if they mean the same when read again, else others that do; EDTF only where no words can say it.
fn date_words(date: &FuzzyDate) -> String {
    let is_same = |words: &String| {
        let read = model::date::read(words, None);
        matches!(read, Ok(Understood::Date(again)) if again.edtf == date.edtf)
    };
    [date.words.clone(), date.in_words()]
        .into_iter()
        .find(is_same)
        .unwrap_or_else(|| date.edtf.to_string())
}

fn places(plan: &Plan<'_>, event: &Event) -> String {
    let names = event.places.iter().filter_map(|id| plan.place(*id));
    let names: Vec<&str> = names.map(|it| it.name.as_str()).collect();
    match names.as_slice() {
        [one] => (*one).to_owned(),
        several => {
            let quoted: Vec<_> = several.iter().map(|it| format!("\"{it}\"")).collect();
            quoted.join(", ")
        }
    }
}

/// The claims about `field` of `event`.
pub(super) fn claims_about(plan: &Plan<'_>, event: EventId, field: &str) -> Vec<Claim> {
    let about = plan
        .claims()
        .filter(|it| it.event == event && it.field == field);
    about.cloned().collect()
}

/// The claim that `event` has `value` in `field`, new unless there is one; without a value, that it has what it holds.
/// The event's own value is the adopted one, and is recorded as a claim beside a conflicting value.
pub(super) fn note(
    plan: &mut Plan<'_>,
    event: &Event,
    field: &str,
    value: Option<&str>,
) -> Result<ClaimId, Fault> {
    let held = value_of(plan, event, field);
    let value = match value {
        Some(value) => named_line("value", &Value::String(value.to_owned()), LINE)?,
        None => held.clone().ok_or_else(|| {
            Fault::argument("value", format!("the event has no {field} yet"))
                .help("give the value that the source states")
        })?,
    };
    if is_real(field) {
        readable(plan, event, field, &value)?;
    }
    if let Some(held) = held {
        keep(plan, event.id, field, &held, true);
    }
    Ok(keep(plan, event.id, field, &value, false))
}

/// Refuses a value that the event's field could never hold.
fn readable(plan: &Plan<'_>, event: &Event, field: &str, value: &str) -> Result<(), Fault> {
    // A place may be new; it is added when the claim is adopted.
    let mut scratch = Plan::new(plan.base(), plan.now());
    let set = SetField {
        field: field.to_owned(),
        way: Way::Set,
        value: Value::String(value.to_owned()),
    };
    event_field::set(&mut scratch, &mut event.clone(), &set, true).map_err(about_value)
}

/// A fault about a field, as one about the claimed value.
fn about_value(mut fault: Fault) -> Fault {
    fault.field = Some(String::from("value"));
    fault
}

/// The claim of just this value, new unless there is one; `held` is what the event itself holds.
pub(super) fn keep(
    plan: &mut Plan<'_>,
    event: EventId,
    field: &str,
    value: &str,
    held: bool,
) -> ClaimId {
    let claims = claims_about(plan, event, field);
    let adopt = held && claims.iter().all(|it| !it.adopted);
    if let Some(known) = claims.into_iter().find(|it| fold(&it.value) == fold(value)) {
        let id = known.id;
        if adopt {
            plan.put_claim(Claim {
                adopted: true,
                ..known
            });
        }
        return id;
    }
    let id = ClaimId(plan.fresh());
    plan.note_added("claim", id.0, value);
    plan.put_claim(Claim {
        id,
        event,
        field: field.to_owned(),
        value: value.to_owned(),
        adopted: adopt,
    });
    id
}

/// Adopts this claim: no other claim on its field stays adopted, and the event's field gets its value.
pub(super) fn adopt(plan: &mut Plan<'_>, id: ClaimId) -> Result<(), Fault> {
    let claim = existing::claim(plan, "claim", id)?;
    mark_adopted(plan, claim.event, &claim.field, Some(id));
    if !is_real(&claim.field) {
        return Ok(());
    }
    let mut event = existing::event(plan, "event", claim.event)?;
    if value_of(plan, &event, &claim.field).is_some_and(|it| fold(&it) == fold(&claim.value)) {
        return Ok(());
    }
    let set = SetField {
        field: claim.field,
        way: Way::Set,
        value: Value::String(claim.value),
    };
    event_field::set(plan, &mut event, &set, true).map_err(about_value)?;
    plan.put_event(event);
    Ok(())
}

/// Marks the one claim as adopted, and no other.
fn mark_adopted(plan: &mut Plan<'_>, event: EventId, field: &str, adopted: Option<ClaimId>) {
    for claim in claims_about(plan, event, field) {
        let now = Some(claim.id) == adopted;
        if claim.adopted != now {
            plan.put_claim(Claim {
                adopted: now,
                ..claim
            });
        }
    }
}

/// After a field of `event` was set by hand: the claim of the value that it now holds is the adopted one, if any is.
pub(super) fn follow(plan: &mut Plan<'_>, event: &Event, field: &str) {
    let field = if field == "places" { "place" } else { field };
    if !is_real(field) {
        return;
    }
    let held = value_of(plan, event, field).unwrap_or_default();
    let claims = claims_about(plan, event.id, field);
    let same = claims.iter().find(|it| fold(&it.value) == fold(&held));
    let same = same.map(|it| it.id);
    mark_adopted(plan, event.id, field, same);
}

/// A claim with another value. Of an adopted claim, the event follows.
fn change_value(plan: &mut Plan<'_>, claim: Claim) -> Result<(), Fault> {
    let (id, adopted) = (claim.id, claim.adopted);
    if is_real(&claim.field) {
        let event = existing::event(plan, "event", claim.event)?;
        readable(plan, &event, &claim.field, &claim.value)?;
    }
    plan.put_claim(claim);
    if adopted { adopt(plan, id) } else { Ok(()) }
}

/// A claim about another field; it is not adopted there yet.
fn move_to_field(plan: &mut Plan<'_>, claim: Claim, field: String) -> Result<(), Fault> {
    if claim.field == field {
        return Ok(());
    }
    if is_real(&field) {
        let event = existing::event(plan, "event", claim.event)?;
        readable(plan, &event, &field, &claim.value)?;
    }
    plan.put_claim(Claim {
        field,
        adopted: false,
        ..claim
    });
    Ok(())
}
