//! What a brief leaves out, counted.

use super::changes::Changes;
use super::material::Material;
use super::part::PartKind;

/// One sentence for each reason why entries are left out.
pub(super) fn left_out(
    material: &Material<'_>,
    changes: &Changes,
    parts: &[PartKind],
) -> Vec<String> {
    let mut notes = Vec::new();
    let (passing, all) = (material.passing.len(), material.eligible);
    if passing < all {
        notes.push(format!(
            "This brief is filtered: it covers {passing} of {all} entries."
        ));
    }
    notes.extend(counted(
        material.hidden,
        "entry is in a dataset that is off",
        "entries are in datasets that are off",
    ));
    notes.extend(counted(
        material.undated,
        "entry has no date and cannot be assigned to the period",
        "entries have no date and cannot be assigned to the period",
    ));
    notes.extend(outside(material.earlier, material.later));
    notes.extend(from_parts_left_out(material, changes, parts));
    if changes.is_cut {
        notes.push(format!(
            "Changed assessments are those of the newest {} steps of the history; earlier changes in this period are not included.",
            changes.looked_at
        ));
    }
    notes
}

/// "One entry has no date."
fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("One {one}.")),
        _ => Some(format!("{count} {many}.")),
    }
}

fn outside(earlier: usize, later: usize) -> Option<String> {
    let entries = |count: usize| match count {
        1 => String::from("one entry"),
        _ => format!("{count} entries"),
    };
    match (earlier, later) {
        (0, 0) => None,
        (_, 0) => Some(format!(
            "Not included: {} before this period.",
            entries(earlier)
        )),
        (0, _) => Some(format!(
            "Not included: {} after this period.",
            entries(later)
        )),
        _ => Some(format!(
            "Not included: {} before this period, {later} after it.",
            entries(earlier)
        )),
    }
}

/// Entries left out because their part was not chosen.
fn from_parts_left_out(
    material: &Material<'_>,
    changes: &Changes,
    parts: &[PartKind],
) -> Option<String> {
    let has = |part: PartKind| parts.contains(&part);
    let (no_happened, no_coming) = (!has(PartKind::Happened), !has(PartKind::Coming));
    let lists = [
        (no_happened, material.happened.len(), "happened"),
        (no_happened, material.lasting.len(), "ongoing"),
        (no_coming, material.coming.len(), "coming"),
        (
            no_coming,
            material.unconfirmed.len(),
            "planned and not confirmed",
        ),
        (no_coming, material.called_off.len(), "called off"),
        (
            !has(PartKind::Changed),
            changes.len(),
            "changed assessments",
        ),
    ];
    let said: Vec<String> = lists
        .into_iter()
        .filter(|it| it.0 && it.1 > 0)
        .map(|(_, count, what)| format!("{count} {what}"))
        .collect();
    (!said.is_empty()).then(|| {
        format!(
            "Left out with the parts that were not chosen: {}.",
            said.join(", ")
        )
    })
}
