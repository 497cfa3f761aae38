//! What a step changed, in the words of the analyst: rows of tables become things, columns become fields.

use api::dto::{ChangeLine, ChangedField};
use model::date::Day;
use model::{Board, EventId, Pin, Workspace};
use store::{FieldChange, RowChange, RowWhat};

use super::lookup::{Lookup, thing_word};
use crate::session::step_names::{on_board, titled};

/// The order in which changes are listed.
const ORDER: &[&str] = &["event", "link", "claim", "citation", "source"];

/// The changes of a step, the first `most` of them, and how many more there are: an event together with all that is
/// part of it, the important before the small.
pub(super) fn changes(
    workspace: &Workspace,
    rows: &[RowChange],
    most: usize,
) -> (Vec<ChangeLine>, usize) {
    let lookup = Lookup::new(workspace, rows);
    let mut things = things(rows);
    things.sort_by_key(|thing| {
        let place = ORDER.iter().position(|it| *it == thing.table);
        place.unwrap_or(ORDER.len())
    });
    let more = things.len().saturating_sub(most);
    let told = things.iter().take(most);
    (told.map(|thing| line(&lookup, thing)).collect(), more)
}

/// One thing, with the rows that are about it.
struct Thing<'a> {
    table: &'a str,
    event: Option<EventId>,
    own: Option<&'a RowChange>,
    parts: Vec<&'a RowChange>,
}

/// The things that rows are about, in the order in which they come up.
fn things(rows: &[RowChange]) -> Vec<Thing<'_>> {
    let mut things: Vec<Thing<'_>> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for row in rows {
        let is_part = row.table.starts_with("event_");
        let table = if is_part { "event" } else { row.table.as_str() };
        let key = match row.event.filter(|_| table == "event") {
            Some(event) => (table, event.to_string()),
            None => (table, row.row.clone()),
        };
        let at = *places.entry(key).or_insert_with(|| {
            things.push(Thing {
                table,
                event: row.event,
                own: None,
                parts: Vec::new(),
            });
            things.len() - 1
        });
        match is_part {
            true => things[at].parts.push(row),
            false => things[at].own = Some(row),
        }
    }
    things
}

fn line(lookup: &Lookup<'_>, thing: &Thing<'_>) -> ChangeLine {
    let what = thing.own.map_or(RowWhat::Edited, |it| it.what);
    let mut fields = thing
        .own
        .map_or_else(Vec::new, |row| own_fields(lookup, row));
    fields.extend(list_fields(lookup, &thing.parts));
    let still = thing
        .event
        .filter(|id| lookup.workspace().event(*id).is_some());
    ChangeLine {
        what: called(lookup, thing),
        change: String::from(match what {
            RowWhat::Added => "added",
            RowWhat::Removed => "removed",
            RowWhat::Edited => "edited",
        }),
        event: still,
        fields,
    }
}

/// What it is.
fn called(lookup: &Lookup<'_>, thing: &Thing<'_>) -> String {
    let Some(row) = thing.own else {
        return thing.event.map_or_else(String::new, |id| lookup.event(id));
    };
    match thing.table {
        "event" => thing.event.map_or_else(String::new, |id| lookup.event(id)),
        "link" => format!("link {}", lookup.link(&row.row)),
        "claim" => format!("claim on the {}", lookup.claim(&row.row)),
        "citation" => format!("citation for {}", lookup.cited(&row.row)),
        "pin" | "pin_slot" => format!("place of {}", pinned(lookup, &row.row)),
        "workspace" => String::from("workspace"),
        "link_type" | "scale" | "scale_word" | "weight" => {
            format!("{} {}", thing.table.replace('_', " "), row.row)
        }
        "setting" => match model::Settings::export_name(&row.row) {
            Some(name) => format!("export settings “{name}”"),
            None => String::from("logo"),
        },
        table => format!("{} {}", thing_word(table), lookup.name(table, &row.row)),
    }
}

/// A node and the chart that it is pinned on: "Geneva talks on the causal chart".
fn pinned(lookup: &Lookup<'_>, row: &str) -> String {
    let Ok(Pin { board, node }) = row.parse() else {
        return row.to_owned();
    };
    let table = match board {
        Board::Themes => "theme",
        Board::Actors => "actor",
        Board::Causes | Board::CauseMap | Board::CauseMapDown => "event",
    };
    let name = lookup.name(table, &node.to_string());
    format!("{} {}", titled(&name), on_board(board))
}

/// Columns that hold ids, and the table that these are of.
fn refers_to<'a>(table: &str, column: &'a str) -> Option<&'a str> {
    match (table, column) {
        (_, "parent") => match table {
            "theme" => Some("theme"),
            "category" => Some("category"),
            _ => Some("actor"),
        },
        (_, "cause" | "effect" | "concerns" | "event") => Some("event"),
        (_, "category" | "layer" | "source" | "theme" | "actor" | "place") => Some(column),
        _ => None,
    }
}

/// The fields of a row. The ten columns of a date are one field.
fn own_fields(lookup: &Lookup<'_>, row: &RowChange) -> Vec<ChangedField> {
    let mut fields: Vec<ChangedField> = Vec::new();
    for change in &row.fields {
        let column = change.field.as_str();
        let is_named = row.what != RowWhat::Edited && is_in_name(&row.table, column);
        // A picture or JSON is not readable here.
        let is_setting = row.table == "setting";
        if is_named || is_setting || is_part_of_date(column) || matches!(column, "position" | "id")
        {
            continue;
        }
        let words = |value: &Option<String>| {
            let value = value.as_deref().filter(|it| !it.is_empty())?;
            Some(in_words(lookup, &row.table, column, value))
        };
        let (before, after) = (words(&change.before), words(&change.after));
        // Fields that are empty before and after are skipped.
        if before != after {
            fields.push(ChangedField {
                field: field_name(column),
                before,
                after,
            });
        }
    }
    let dates = ["date", "published", "read"].iter();
    let dates = dates.filter_map(|it| date_field(row, it));
    dates.chain(fields).collect()
}

/// True for columns that are part of the name.
fn is_in_name(table: &str, column: &str) -> bool {
    match table {
        "link" => matches!(column, "cause" | "effect"),
        "claim" => matches!(column, "event" | "field"),
        "citation" => matches!(column, "event" | "claim" | "link"),
        "pin" | "pin_slot" => column == "node",
        _ => false,
    }
}

/// The name of a column in the vocabulary.
fn field_name(column: &str) -> String {
    String::from(match column {
        "link_type" => "type",
        "order_rule" => "order",
        "layer" => "dataset",
        other => other,
    })
}

fn in_words(lookup: &Lookup<'_>, table: &str, column: &str, value: &str) -> String {
    if let Some(other) = refers_to(table, column) {
        return lookup.name(other, value);
    }
    match column {
        "claim" => lookup.claim(value),
        "link" => lookup.link(value),
        "adopted" | "on" => String::from(if value == "1" { "yes" } else { "no" }),
        "as_of" => value
            .parse()
            .map_or(value.to_owned(), |days| Day(days).in_words()),
        "link_type" => {
            let known = lookup
                .workspace()
                .link_types
                .iter()
                .find(|it| it.handle == value);
            known.map_or(value.to_owned(), |it| it.label.clone())
        }
        _ => value.to_owned(),
    }
}

/// True for the columns that hold a date, other than its note.
fn is_part_of_date(column: &str) -> bool {
    let rest = column
        .strip_prefix("published_")
        .or(column.strip_prefix("read_"));
    let rest = rest.unwrap_or(column);
    matches!(rest, "date_words" | "date_edtf" | "words" | "edtf")
        || rest.starts_with("start_")
        || rest.starts_with("end_")
}

/// A date that changed: its words, or its form where the words stayed.
fn date_field(row: &RowChange, name: &str) -> Option<ChangedField> {
    let column = |rest: &str| {
        let column = format!("{name}_{rest}");
        row.fields.iter().find(move |it| it.field == column)
    };
    let bounds = || {
        let prefix = if name == "date" {
            String::new()
        } else {
            format!("{name}_")
        };
        let is_bound = |it: &&FieldChange| {
            let rest = it.field.strip_prefix(prefix.as_str());
            rest.is_some_and(|it| it.starts_with("start_") || it.starts_with("end_"))
        };
        let changed = row.fields.iter().find(is_bound)?;
        (changed.before != changed.after).then_some(("bounds", None, None))
    };
    let differs = |it: &&FieldChange| it.before != it.after;
    let words = column("words").or(column("edtf")).filter(differs);
    let told = words.map(|it| (name, it.before.clone(), it.after.clone()));
    let (field, before, after) = told.or_else(bounds)?;
    Some(ChangedField {
        field: field.to_owned(),
        before,
        after,
    })
}

/// The tables of parts, and the field that each is.
const LISTS: &[(&str, &str)] = &[
    ("event_theme", "themes"),
    ("event_actor", "actors"),
    ("event_place", "places"),
    ("event_figure", "figures"),
    ("event_tag", "tags"),
];

/// What was added to lists and removed from them. What only moved is listed as moved.
fn list_fields(lookup: &Lookup<'_>, rows: &[&RowChange]) -> Vec<ChangedField> {
    let field = |(table, field): &(&str, &str)| {
        let of: Vec<_> = rows.iter().filter(|it| it.table == *table).collect();
        if of.is_empty() {
            return None;
        }
        let entries = |pick: fn(&FieldChange) -> &Option<String>| -> Vec<String> {
            of.iter()
                .filter_map(|row| entry(lookup, row, pick))
                .collect()
        };
        let (before, after) = (entries(|it| &it.before), entries(|it| &it.after));
        let without = |all: &[String], other: &[String]| {
            let rest: Vec<&str> = all
                .iter()
                .filter(|it| !other.contains(it))
                .map(String::as_str)
                .collect();
            (!rest.is_empty()).then(|| rest.join(", "))
        };
        let (gone, come) = (without(&before, &after), without(&after, &before));
        let moved = gone.is_none() && come.is_none();
        Some(ChangedField {
            field: if moved {
                format!("order of {field}")
            } else {
                (*field).to_owned()
            },
            before: gone.or_else(|| moved.then(|| before.join(", "))),
            after: come.or_else(|| moved.then(|| after.join(", "))),
        })
    };
    LISTS.iter().filter_map(field).collect()
}

/// One entry of a list, before or after: "US (host)", "tariff: 30 %".
fn entry(
    lookup: &Lookup<'_>,
    row: &RowChange,
    pick: fn(&FieldChange) -> &Option<String>,
) -> Option<String> {
    let value = |column: &str| {
        let field = row.fields.iter().find(|it| it.field == column)?;
        pick(field).as_deref().filter(|it| !it.is_empty())
    };
    let referred = ["theme", "actor", "place"]
        .into_iter()
        .find_map(|column| Some(lookup.name(column, value(column)?)));
    match row.table.as_str() {
        "event_actor" => match (referred, value("role")) {
            (Some(actor), Some(role)) => Some(format!("{actor} ({role})")),
            (None, Some(role)) => Some(format!("role {role}")),
            (actor, None) => actor,
        },
        "event_figure" => {
            let parts = [
                value("name").map(|it| format!("{it}:")),
                value("value").map(str::to_owned),
                value("unit").map(str::to_owned),
            ];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then_some(text)
        }
        "event_tag" => value("tag").map(str::to_owned),
        _ => referred,
    }
}
