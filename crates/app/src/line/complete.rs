//! The `complete` verb: completions for what is typed so far.

use std::collections::HashMap;

use api::Fault;
use api::dto::{CompleteArgs, Suggestion};
use model::{Event, Status, Workspace};

use crate::lookup::names::{List, Lists, NamedItem, Typed};
use crate::lookup::tree::actor_path;
use crate::session::Session;

/// Suggestions when no number is asked for.
const USUAL: u32 = 8;
/// The newest entries, by which usage is counted.
const NEWEST: usize = 3_000;

/// Completions, best first.
pub(crate) fn complete(session: &Session, args: CompleteArgs) -> Result<Vec<Suggestion>, Fault> {
    let workspace = session.workspace();
    let limit = args.limit.unwrap_or(USUAL) as usize;
    let typed = Typed::new(&args.words);
    let list = match args.kind.as_str() {
        "theme" => List::Themes,
        "actor" => List::Actors,
        "place" => List::Places,
        "category" => List::Categories,
        "source" => List::Sources,
        "dataset" | "layer" => List::Datasets,
        "event" => return Ok(events(session, &args.words, limit)),
        "tag" => return Ok(tags(workspace, &typed, limit)),
        "status" => return Ok(statuses(&typed, limit)),
        "link_type" => return Ok(link_types(workspace, &typed, limit)),
        other => return Err(no_kind(other)),
    };
    Ok(named(workspace, list, &typed, limit))
}

/// The kinds of things that can be completed.
const KINDS: &str = "theme, actor, place, category, event, source, dataset, link_type, tag, status";

fn no_kind(kind: &str) -> Fault {
    let word: String = kind.chars().take(40).collect();
    Fault::argument("kind", format!("\"{word}\" cannot be completed"))
        .help(format!("use one of {KINDS}"))
}

fn events(session: &Session, typed: &str, limit: usize) -> Vec<Suggestion> {
    let workspace = session.workspace();
    let ids = session
        .words()
        .with(workspace, |index| index.complete(typed, limit));
    let found = ids.into_iter().filter_map(|id| workspace.event(id));
    let suggestion = |event: &Event| Suggestion {
        kind: String::from("event"),
        id: event.id.to_string(),
        name: event.title.clone(),
        handle: event.handle.clone(),
        note: event
            .date
            .as_ref()
            .map(|it| it.shown().into_owned())
            .unwrap_or_default(),
        insert: written(&event.handle),
    };
    found.map(suggestion).collect()
}

/// Names of a list: the nearest first, and among equals what is used most.
fn named(workspace: &Workspace, list: List, typed: &Typed, limit: usize) -> Vec<Suggestion> {
    let rows = workspace.rows(list);
    let uses = uses(workspace, list);
    let found = best(
        rows,
        typed,
        limit,
        |row| [row.handle, row.name, row.also],
        |row| uses.get(&row.id).copied().unwrap_or(0),
    );
    found
        .into_iter()
        .map(|row| Suggestion {
            kind: list.one().to_owned(),
            id: row.id.to_string(),
            name: row.name.to_owned(),
            handle: row.handle.to_owned(),
            note: note(workspace, list, &row),
            insert: written(if row.handle.is_empty() {
                row.name
            } else {
                row.handle
            }),
        })
        .collect()
}

/// What distinguishes a name from similar ones.
fn note(workspace: &Workspace, list: List, row: &NamedItem<'_>) -> String {
    match list {
        List::Actors => Some(actor_path(workspace, model::ActorId(row.id)))
            .filter(|path| path != row.name)
            .unwrap_or_default(),
        List::Themes => {
            let theme = workspace.theme(model::ThemeId(row.id));
            let parent = theme.and_then(|it| workspace.theme(it.parent?));
            parent.map(|it| it.name.clone()).unwrap_or_default()
        }
        List::Categories => {
            let category = workspace.category(model::CategoryId(row.id));
            let parent = category.and_then(|it| workspace.category(it.parent?));
            parent.map(|it| it.name.clone()).unwrap_or_default()
        }
        List::Sources => row.also.to_owned(),
        List::Places | List::Datasets => String::new(),
    }
}

/// How many of the newest entries refer to each of a list: what the analyst works with now.
fn uses(workspace: &Workspace, list: List) -> HashMap<i64, u32> {
    let mut uses: HashMap<i64, u32> = HashMap::new();
    let mut count = |id: i64| *uses.entry(id).or_default() += 1;
    match list {
        List::Sources => {
            let newest = workspace.citations.iter().rev().take(NEWEST);
            newest.for_each(|it| count(it.source.0));
        }
        _ => workspace
            .events
            .iter()
            .rev()
            .take(NEWEST)
            .for_each(|event| match list {
                List::Themes => event.themes.iter().for_each(|it| count(it.0)),
                List::Actors => event.actors.iter().for_each(|it| count(it.actor.0)),
                List::Places => event.places.iter().for_each(|it| count(it.0)),
                List::Categories => event.category.iter().for_each(|it| count(it.0)),
                _ => event.dataset.iter().for_each(|it| count(it.0)),
            }),
    }
    uses
}

/// The nearest first, slips forgiven only where too few are found without; among equals by use, then as they come.
fn best<T>(
    rows: Vec<T>,
    typed: &Typed,
    limit: usize,
    texts: impl Fn(&T) -> [&str; 3],
    uses: impl Fn(&T) -> u32,
) -> Vec<T> {
    let nearest = |row: &T, distance: &dyn Fn(&str, &str) -> Option<u32>| {
        let [handle, name, also] = texts(row);
        let other = Some(also).filter(|it| !it.is_empty());
        let other = other.and_then(|also| distance("", also));
        distance(handle, name).into_iter().chain(other).min()
    };
    let exact = |row: &T| nearest(row, &|handle, name| typed.distance(handle, name));
    let mut distances: Vec<Option<u32>> = if typed.is_empty() {
        rows.iter().map(|_| Some(0)).collect()
    } else {
        rows.iter().map(exact).collect()
    };
    if distances.iter().flatten().count() < limit {
        for (found, row) in distances.iter_mut().zip(&rows) {
            *found = found.or_else(|| nearest(row, &|handle, name| typed.near(handle, name)));
        }
    }
    let mut ranked: Vec<(u32, T)> = rows
        .into_iter()
        .zip(distances)
        .filter_map(|(row, distance)| Some((distance?, row)))
        .collect();
    ranked.sort_by_key(|(distance, row)| (*distance, std::cmp::Reverse(uses(row))));
    ranked.into_iter().map(|it| it.1).take(limit).collect()
}

fn tags(workspace: &Workspace, typed: &Typed, limit: usize) -> Vec<Suggestion> {
    let mut uses: HashMap<&str, u32> = HashMap::new();
    for tag in workspace.events.iter().flat_map(|event| &event.tags) {
        *uses.entry(tag).or_default() += 1;
    }
    let mut tags: Vec<(&str, u32)> = uses.into_iter().collect();
    tags.sort_unstable();
    let found = best(tags, typed, limit, |it| ["", it.0, ""], |it| it.1);
    found.into_iter().map(|it| word("tag", it.0)).collect()
}

fn statuses(typed: &Typed, limit: usize) -> Vec<Suggestion> {
    let all = Status::ALL.to_vec();
    let found = best(all, typed, limit, |it| ["", it.word(), ""], |_| 0);
    found
        .into_iter()
        .map(|it| word("status", it.word()))
        .collect()
}

fn word(kind: &str, word: &str) -> Suggestion {
    Suggestion {
        kind: kind.to_owned(),
        id: word.to_owned(),
        name: word.to_owned(),
        handle: String::new(),
        note: String::new(),
        insert: written(word),
    }
}

fn link_types(workspace: &Workspace, typed: &Typed, limit: usize) -> Vec<Suggestion> {
    let all: Vec<_> = workspace.link_types.iter().collect();
    let found = best(all, typed, limit, |it| [&it.handle, &it.label, ""], |_| 0);
    let suggestion = |it: &model::LinkType| Suggestion {
        kind: String::from("link_type"),
        id: it.handle.clone(),
        name: it.label.clone(),
        handle: it.handle.clone(),
        note: it.meaning.clone(),
        insert: it.handle.clone(),
    };
    found.into_iter().map(suggestion).collect()
}

/// A value as it is written into the line: in quotation marks if it contains spaces or signs.
fn written(value: &str) -> String {
    let plain = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '.' | '/' | '\'');
    if !value.is_empty() && value.chars().all(plain) && !value.ends_with('.') {
        value.to_owned()
    } else {
        format!("\"{}\"", value.replace('"', ""))
    }
}

#[cfg(test)]
mod tests {
    use super::complete;
    use crate::tests::sample;
    use api::dto::CompleteArgs;

    fn completed(kind: &str, words: &str) -> String {
        let args = CompleteArgs {
            kind: kind.to_owned(),
            words: words.to_owned(),
            limit: Some(3),
        };
        let found = complete(&sample(), args).unwrap();
        let line = |it: &api::dto::Suggestion| {
            if it.note.is_empty() {
                it.insert.clone()
            } else {
                format!("{} [{}]", it.insert, it.note)
            }
        };
        found.iter().map(line).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn names_are_completed_best_first() {
        for (kind, words, wanted) in [
            ("theme", "tar", "tariffs"),
            ("theme", "", "us-china-trade | rare-earths | iran-nuclear"),
            (
                "actor",
                "us",
                "US | centcom [US › Department of Defense › US Central Command] | white-house [US › White House]",
            ),
            (
                "actor",
                "defe",
                "iran-defense-ministry [IR › Defense Ministry of Iran] | department-of-defense [US › Department of Defense]",
            ),
            (
                "actor",
                "nasirzade",
                "aziz-nasirzadeh [IR › Defense Ministry of Iran › Aziz Nasirzadeh]",
            ),
            ("place", "bagdad", "\"Baghdad, IQ\""),
            (
                "place",
                "washington",
                "\"Washington, DC, US\" | \"White House, Washington, DC, US\"",
            ),
            ("category", "talk", "trade-talks [Trade]"),
            (
                "source",
                "time",
                "A2 [Times of India] | A3 [Times of India citing Politico and AP] | A4 [Times of India citing Bloomberg]",
            ),
            ("dataset", "next", "\"What happened next\""),
            (
                "link_type",
                "cntributes",
                "contributes_to [The cause is one of several things that bring the effect about.]",
            ),
            ("status", "dou", "doubtful"),
            ("status", "palnned", "planned"),
            ("tag", "x", ""),
            (
                "event",
                "bagdad emb",
                "C05 [until 11 June 2025] | E21 [Wednesday 11 June 2025]",
            ),
            (
                "event",
                "e2",
                "E20 [on or before 11 June 2025] | E21 [Wednesday 11 June 2025] | E22 [Wednesday 11 June 2025]",
            ),
        ] {
            assert_eq!(completed(kind, words), wanted, "{kind} {words}");
        }
    }
}
