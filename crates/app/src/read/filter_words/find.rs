//! What a word after a key stands for; when nothing, what could be asked for.

use std::collections::BTreeMap;

use api::Fault;
use model::{ActorId, CategoryId, PlaceId, SourceId, ThemeId, Workspace};
use store::words::fold;

use super::wrong;

/// Maximum number of suggestions.
const TOLD: usize = 30;

pub(super) fn theme(workspace: &Workspace, word: &str) -> Result<ThemeId, Fault> {
    let names = workspace
        .themes
        .iter()
        .map(|it| (it.id, [it.handle.as_str(), it.name.as_str()]));
    the_one("theme", word, names)
}

pub(super) fn actor(workspace: &Workspace, word: &str) -> Result<ActorId, Fault> {
    let names = workspace
        .actors
        .iter()
        .map(|it| (it.id, [it.handle.as_str(), it.name.as_str()]));
    the_one("actor", word, names)
}

pub(super) fn category(workspace: &Workspace, word: &str) -> Result<CategoryId, Fault> {
    let names = workspace
        .categories
        .iter()
        .map(|it| (it.id, [it.handle.as_str(), it.name.as_str()]));
    the_one("category", word, names)
}

/// A tag that some entry has.
pub(super) fn tag(workspace: &Workspace, word: &str) -> Result<String, Fault> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in workspace.events.iter().flat_map(|it| &it.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut tags: Vec<(&str, usize)> = counts.into_iter().collect();
    tags.sort_by_key(|it| std::cmp::Reverse(it.1));
    let names = tags.iter().map(|it| (it.0.to_owned(), [it.0, ""]));
    the_one("tag", word, names)
}

/// The places that are meant, of a country's code all in it.
pub(super) fn places(workspace: &Workspace, word: &str) -> Result<Vec<PlaceId>, Fault> {
    whole_or_parts(word, |word| {
        let all = || workspace.places.iter();
        let is_there = |it: &&model::Place| fold(&it.country) == fold(word);
        let in_country = all().filter(|it| !it.country.is_empty()).filter(is_there);
        let in_country: Vec<PlaceId> = in_country.map(|it| it.id).collect();
        if !in_country.is_empty() {
            return Ok(in_country);
        }
        let names = all().map(|it| (it.id, [it.name.as_str(), ""]));
        the_one("place", word, names).map(|it| vec![it])
    })
}

/// The sources that are meant: by handle or title one, by outlet all of it.
pub(super) fn sources(workspace: &Workspace, word: &str) -> Result<Vec<SourceId>, Fault> {
    whole_or_parts(word, |word| {
        let wanted = fold(word);
        let ids_where = |fits: &dyn Fn(&model::Source) -> bool| -> Vec<SourceId> {
            let found = workspace.sources.iter().filter(|it| fits(it));
            found.map(|it| it.id).collect()
        };
        for found in [
            ids_where(&|it| fold(&it.handle) == wanted),
            ids_where(&|it| fold(&it.outlet) == wanted),
            ids_where(&|it| fold(&it.outlet).contains(&wanted)),
        ] {
            if !found.is_empty() {
                return Ok(found);
            }
        }
        let all = || workspace.sources.iter();
        if !all().any(|it| fold(&it.title).contains(&wanted)) {
            let mut outlets: Vec<&str> = all().map(|it| it.outlet.as_str()).collect();
            outlets.sort_unstable();
            outlets.dedup();
            let named = outlets.into_iter().filter(|it| !it.is_empty());
            return Err(nothing("source", word, named));
        }
        let names = all().map(|it| (it.id, [it.title.as_str(), ""]));
        the_one("source", word, names).map(|it| vec![it])
    })
}

/// Names have commas in them, so one cuts only where the whole is nothing.
fn whole_or_parts<T>(
    word: &str,
    find: impl Fn(&str) -> Result<Vec<T>, Fault>,
) -> Result<Vec<T>, Fault> {
    let whole = find(word);
    if whole.is_ok() || !word.contains(',') {
        return whole;
    }
    let parts = word.split(',').map(str::trim).filter(|it| !it.is_empty());
    let found: Result<Vec<_>, Fault> = parts.map(find).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// The id of what is called `word`, or whose name has it in it if only one has.
pub(super) fn the_one<'a, T: Clone>(
    what: &str,
    word: &str,
    all: impl Iterator<Item = (T, [&'a str; 2])> + Clone,
) -> Result<T, Fault> {
    let wanted = fold(word);
    let mut exact = all
        .clone()
        .filter(|(_, names)| names.iter().any(|name| fold(name) == wanted));
    if let Some((id, _)) = exact.next() {
        return Ok(id);
    }
    let near: Vec<_> = all
        .clone()
        .filter(|(_, names)| names.iter().any(|name| fold(name).contains(&wanted)))
        .collect();
    match near.as_slice() {
        [(id, _)] => Ok(id.clone()),
        [] => Err(nothing(what, word, all.map(|it| it.1[0]))),
        _ => {
            let mut fault = wrong(format!("\"{word}\" matches more than one {what}"));
            fault.code = api::FaultCode::Ambiguous;
            Err(fault.help(format!(
                "use one of {}",
                list(near.iter().map(|it| it.1[0]))
            )))
        }
    }
}

fn nothing<'a>(what: &str, word: &str, all: impl Iterator<Item = &'a str>) -> Fault {
    let fault = wrong(format!("there is no {what} \"{word}\""));
    match list(all).as_str() {
        "" => fault.help(format!("this workspace has none; leave \"{what}:\" out")),
        names => fault.help(format!("use one of {names}")),
    }
}

fn list<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = all.take(TOLD + 1).collect();
    if let Some(last) = names.get_mut(TOLD) {
        *last = "…";
    }
    // Names of places and outlets have commas in them.
    let comma = names.iter().any(|it| it.contains(','));
    names.join(if comma { "; " } else { ", " })
}
