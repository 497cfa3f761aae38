//! Making several themes, categories, actors, places, datasets or sources one, with everything that refers to them.

use std::collections::BTreeSet;

use api::Fault;
use api::bounds::id;
use api::dto::{Done, MergeArgs};
use model::{
    Actor, ActorId, Category, CategoryId, Citation, DatasetId, Event, Participant, Place, PlaceId,
    Source, SourceId, Theme, ThemeId,
};

use super::existing;
use super::existing::ids;
use super::source::called;
use crate::lookup::tree::Tree;
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{one_or_many, titled};

/// Makes several items of a list one. What the kept one lacks comes from the others.
pub(crate) fn merge_items(session: &mut Session, args: MergeArgs) -> Result<Done, Fault> {
    session.write(|plan| match args.list.as_deref() {
        Some("themes") => themes(plan, &args),
        Some("categories") => categories(plan, &args),
        Some("actors") => actors(plan, &args),
        Some("places") => places(plan, &args),
        Some("datasets" | "layers") => datasets(plan, &args),
        Some("sources") => sources(plan, &args),
        other => Err(no_list(other.unwrap_or_default())),
    })
}

fn no_list(list: &str) -> Fault {
    let word: String = list.chars().take(40).collect();
    Fault::argument("list", format!("there is no list \"{word}\" to merge in"))
        .help("use one of themes, categories, actors, places, datasets, sources")
}

/// The name of the step.
fn named(what: &str, many: &str, names: &[String], kept: &str) -> String {
    let others = one_or_many(names.iter().map(String::as_str), many);
    match names.len() {
        1 => format!("Merge {what} {others} into {}", titled(kept)),
        _ => format!("Merge {others} into {}", titled(kept)),
    }
}

/// The ids of a merge: the one that stays, and the others.
fn chosen<K>(args: &MergeArgs) -> Result<(K, BTreeSet<K>), Fault>
where
    K: Ord + Copy + std::str::FromStr<Err = model::IdError>,
{
    let keep: K = id("keep", &args.keep)?;
    let others: BTreeSet<K> = ids("others", &args.others)?.into_iter().collect();
    if others.contains(&keep) {
        return Err(
            Fault::argument("others", "nothing can become part of itself")
                .help("choose another one to merge"),
        );
    }
    Ok((keep, others))
}

/// What the kept one is part of afterwards: the nearest whole that stays.
fn parent_of_kept<K: Ord + Copy>(
    parents: impl Iterator<Item = (K, Option<K>)>,
    keep: K,
    others: &BTreeSet<K>,
) -> Option<K> {
    let line = Tree::new(parents).line(keep);
    let mut wholes = line.into_iter().skip(1);
    wholes.find(|it| !others.contains(it))
}

/// Changes every event that is about one of the others.
fn each_event(plan: &mut Plan<'_>, is_about: impl Fn(&Event) -> bool, change: impl Fn(&mut Event)) {
    let about: Vec<Event> = plan.events().filter(|it| is_about(it)).cloned().collect();
    for mut event in about {
        change(&mut event);
        plan.put_event(event);
    }
}

/// Puts `keep` where one of `others` was, once.
fn replace<K: Ord + Copy>(list: &mut Vec<K>, keep: K, others: &BTreeSet<K>) {
    let mut seen = BTreeSet::new();
    for it in list.iter_mut().filter(|it| others.contains(it)) {
        *it = keep;
    }
    list.retain(|it| seen.insert(*it));
}

/// Takes the text of another where there is none.
fn fill(kept: &mut String, other: &str) {
    if kept.is_empty() {
        other.clone_into(kept);
    }
}

/// A merge of a list whose items form a tree: the parts of the others become parts of the kept one.
macro_rules! merge_tree {
    ($plan:ident, $args:ident, $Id:ty, $find:ident, $all:ident, $put:ident, $delete:ident, $what:literal, |$kept:ident, $other:ident| $fill:block) => {{
        let (keep, others) = chosen::<$Id>($args)?;
        let missing = |field, id| existing::missing($what, field, id);
        let mut $kept = $plan
            .$find(keep)
            .cloned()
            .ok_or_else(|| missing("keep", keep))?;
        let mut names = Vec::new();
        for id in &others {
            let $other = $plan
                .$find(*id)
                .cloned()
                .ok_or_else(|| missing("others", *id))?;
            names.push($other.name.clone());
            $fill
        }
        let parents: Vec<_> = $plan.$all().map(|it| (it.id, it.parent)).collect();
        $kept.parent = parent_of_kept(parents.iter().copied(), keep, &others);
        let parts: Vec<_> = $plan
            .$all()
            .filter(|it| it.id != keep && it.parent.is_some_and(|id| others.contains(&id)))
            .cloned()
            .collect();
        for mut part in parts {
            part.parent = Some(keep);
            $plan.$put(part);
        }
        let name = $kept.name.clone();
        $plan.$put($kept);
        others.iter().for_each(|id| $plan.$delete(*id));
        (keep, others, names, name)
    }};
}

fn themes(plan: &mut Plan<'_>, args: &MergeArgs) -> Result<String, Fault> {
    let (keep, others, names, name): (ThemeId, _, _, _) = merge_tree!(
        plan,
        args,
        ThemeId,
        theme,
        themes,
        put_theme,
        delete_theme,
        "theme",
        |kept, _other| {
            let _: &Theme = &kept;
        }
    );
    each_event(
        plan,
        |it| it.themes.iter().any(|id| others.contains(id)),
        |it| replace(&mut it.themes, keep, &others),
    );
    Ok(named("theme", "themes", &names, &name))
}

fn categories(plan: &mut Plan<'_>, args: &MergeArgs) -> Result<String, Fault> {
    let (keep, others, names, name): (CategoryId, _, _, _) = merge_tree!(
        plan,
        args,
        CategoryId,
        category,
        categories,
        put_category,
        delete_category,
        "category",
        |kept, other| { fill_category(&mut kept, &other) }
    );
    each_event(
        plan,
        |it| it.category.is_some_and(|id| others.contains(&id)),
        |it| it.category = Some(keep),
    );
    Ok(named("category", "categories", &names, &name))
}

fn fill_category(kept: &mut Category, other: &Category) {
    fill(&mut kept.cameo, &other.cameo);
    fill(&mut kept.plover, &other.plover);
}

fn actors(plan: &mut Plan<'_>, args: &MergeArgs) -> Result<String, Fault> {
    let (keep, others, names, name): (ActorId, _, _, _) = merge_tree!(
        plan,
        args,
        ActorId,
        actor,
        actors,
        put_actor,
        delete_actor,
        "actor",
        |kept, other| { fill_actor(&mut kept, &other) }
    );
    each_event(
        plan,
        |it| it.actors.iter().any(|part| others.contains(&part.actor)),
        |it| take_part(&mut it.actors, keep, &others),
    );
    Ok(named("actor", "actors", &names, &name))
}

fn fill_actor(kept: &mut Actor, other: &Actor) {
    fill(&mut kept.country, &other.country);
}

/// The kept actor takes the part of the others. Two different roles in one event both stay.
fn take_part(parts: &mut Vec<Participant>, keep: ActorId, others: &BTreeSet<ActorId>) {
    for part in parts.iter_mut().filter(|it| others.contains(&it.actor)) {
        part.actor = keep;
    }
    let all = std::mem::take(parts);
    for part in all {
        let same = parts
            .iter_mut()
            .find(|it| it.actor == part.actor && part.actor == keep);
        match same {
            Some(same) if same.role.is_empty() => same.role = part.role,
            Some(same) if part.role.is_empty() || same.role == part.role => {}
            _ => parts.push(part),
        }
    }
}

fn places(plan: &mut Plan<'_>, args: &MergeArgs) -> Result<String, Fault> {
    let (keep, others) = chosen::<PlaceId>(args)?;
    let missing = |field, id| existing::missing("place", field, id);
    let mut kept = plan
        .place(keep)
        .cloned()
        .ok_or_else(|| missing("keep", keep))?;
    let mut names = Vec::new();
    for id in &others {
        let other = plan
            .place(*id)
            .cloned()
            .ok_or_else(|| missing("others", *id))?;
        fill_place(&mut kept, &other);
        names.push(other.name);
        plan.delete_place(*id);
    }
    let name = kept.name.clone();
    plan.put_place(kept);
    each_event(
        plan,
        |it| it.places.iter().any(|id| others.contains(id)),
        |it| replace(&mut it.places, keep, &others),
    );
    Ok(named("place", "places", &names, &name))
}

fn fill_place(kept: &mut Place, other: &Place) {
    fill(&mut kept.country, &other.country);
    if kept.latitude_deg.is_none() && kept.longitude_deg.is_none() {
        (kept.latitude_deg, kept.longitude_deg) = (other.latitude_deg, other.longitude_deg);
    }
}

fn datasets(plan: &mut Plan<'_>, args: &MergeArgs) -> Result<String, Fault> {
    let (keep, others) = chosen::<DatasetId>(args)?;
    let missing = |field, id| existing::missing("dataset", field, id);
    let kept = plan
        .dataset(keep)
        .cloned()
        .ok_or_else(|| missing("keep", keep))?;
    let mut names = Vec::new();
    for id in &others {
        let other = plan.dataset(*id).ok_or_else(|| missing("others", *id))?;
        names.push(other.name.clone());
        plan.delete_dataset(*id);
    }
    each_event(
        plan,
        |it| it.dataset.is_some_and(|id| others.contains(&id)),
        |it| it.dataset = Some(keep),
    );
    Ok(named("dataset", "datasets", &names, &kept.name))
}

fn sources(plan: &mut Plan<'_>, args: &MergeArgs) -> Result<String, Fault> {
    let (keep, others) = chosen::<SourceId>(args)?;
    let mut kept = existing::source(plan, "keep", id("keep", &args.keep)?)?;
    let mut names = Vec::new();
    for id in &others {
        let other = existing::source(plan, "others", *id)?;
        names.push(called(&other).to_owned());
        fill_source(&mut kept, other);
        plan.delete_source(*id);
    }
    let cited = plan.citations().filter(|it| others.contains(&it.source));
    let cited: Vec<Citation> = cited.cloned().collect();
    for citation in cited {
        plan.put_citation(Citation {
            source: keep,
            ..citation
        });
    }
    let name = called(&kept).to_owned();
    plan.put_source(kept);
    Ok(named("source", "sources", &names, &name))
}

fn fill_source(kept: &mut Source, other: Source) {
    fill(&mut kept.outlet, &other.outlet);
    fill(&mut kept.title, &other.title);
    fill(&mut kept.author, &other.author);
    fill(&mut kept.address, &other.address);
    kept.published = kept.published.take().or(other.published);
    kept.read = kept.read.take().or(other.read);
    kept.reliability = kept.reliability.or(other.reliability);
}
