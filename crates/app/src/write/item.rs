//! Themes, categories, actors, places and datasets, as they are managed.

mod set;

use api::bounds::id;
use api::dto::{Done, IdsArgs, ItemArgs};
use api::{Fault, FaultCode};
use model::{
    Actor, ActorId, Category, CategoryId, Dataset, DatasetId, Place, PlaceId, Theme, ThemeId,
};

use super::existing::missing;
use super::new_items;
use crate::lookup::names;
use crate::lookup::vocabulary::no_list;
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{fields, one_or_many, titled};

/// Adds an item to a list.
pub(crate) fn add_item(session: &mut Session, args: ItemArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let (what, name) = match args.list.as_str() {
            "themes" => ("theme", add_theme(plan, &args)?),
            "categories" => ("category", add_category(plan, &args)?),
            "actors" => ("actor", add_actor(plan, &args)?),
            "places" => ("place", add_place(plan, &args)?),
            "datasets" | "layers" => ("dataset", add_dataset(plan, &args)?),
            other => return Err(no_list(other)),
        };
        Ok(format!("Add {what} {}", titled(&name)))
    })
}

fn named(name: &str) -> Result<(), Fault> {
    if !name.is_empty() {
        return Ok(());
    }
    Err(Fault::argument("name", "name is empty").help("write the name for reading"))
}

fn add_theme(plan: &mut Plan<'_>, args: &ItemArgs) -> Result<String, Fault> {
    let mut it = Theme {
        id: ThemeId(plan.fresh()),
        handle: String::new(),
        name: String::new(),
        parent: None,
        hue: new_items::spare_hue(plan),
    };
    set::theme(plan, &mut it, &args.set)?;
    named(&it.name)?;
    if it.handle.is_empty() {
        it.handle = names::handle(
            &it.name,
            "theme",
            plan.themes().map(|it| it.handle.as_str()),
        );
    }
    plan.note_added("theme", it.id.0, &it.handle);
    let name = it.name.clone();
    plan.put_theme(it);
    Ok(name)
}

fn add_category(plan: &mut Plan<'_>, args: &ItemArgs) -> Result<String, Fault> {
    let mut it = Category {
        id: CategoryId(plan.fresh()),
        handle: String::new(),
        name: String::new(),
        parent: None,
        cameo: String::new(),
        plover: String::new(),
    };
    set::category(plan, &mut it, &args.set)?;
    named(&it.name)?;
    if it.handle.is_empty() {
        it.handle = names::handle(
            &it.name,
            "category",
            plan.categories().map(|it| it.handle.as_str()),
        );
    }
    plan.note_added("category", it.id.0, &it.handle);
    let name = it.name.clone();
    plan.put_category(it);
    Ok(name)
}

fn add_actor(plan: &mut Plan<'_>, args: &ItemArgs) -> Result<String, Fault> {
    let mut it = Actor {
        id: ActorId(plan.fresh()),
        handle: String::new(),
        name: String::new(),
        parent: None,
        country: String::new(),
    };
    set::actor(plan, &mut it, &args.set)?;
    named(&it.name)?;
    if it.handle.is_empty() {
        it.handle = names::actor_handle(&it.name, plan.actors().map(|it| it.handle.as_str()));
    }
    plan.note_added("actor", it.id.0, &it.handle);
    let name = it.name.clone();
    plan.put_actor(it);
    Ok(name)
}

fn add_place(plan: &mut Plan<'_>, args: &ItemArgs) -> Result<String, Fault> {
    let mut it = Place {
        id: PlaceId(plan.fresh()),
        name: String::new(),
        latitude_deg: None,
        longitude_deg: None,
        country: String::new(),
    };
    set::place(&mut it, &args.set)?;
    named(&it.name)?;
    plan.note_added("place", it.id.0, &it.name);
    let name = it.name.clone();
    plan.put_place(it);
    Ok(name)
}

fn add_dataset(plan: &mut Plan<'_>, args: &ItemArgs) -> Result<String, Fault> {
    let mut it = Dataset {
        id: DatasetId(plan.fresh()),
        name: String::new(),
        on: true,
    };
    set::dataset(&mut it, &args.set)?;
    named(&it.name)?;
    plan.note_added("dataset", it.id.0, &it.name);
    let name = it.name.clone();
    plan.put_dataset(it);
    Ok(name)
}

/// The id of the item, which only adding does without.
fn which(args: &ItemArgs) -> Result<&str, Fault> {
    args.id
        .as_deref()
        .ok_or_else(|| Fault::argument("id", "id is missing").help("say which one"))
}

/// Renames, recolors or re-parents an item.
pub(crate) fn edit_item(session: &mut Session, args: ItemArgs) -> Result<Done, Fault> {
    let at = which(&args)?;
    session.write(|plan| {
        macro_rules! edited {
            ($what:literal, $find:ident, $put:ident, $set:expr) => {{
                let found = plan.$find(id("id", at)?).cloned();
                let mut it = found.ok_or_else(|| missing($what, "id", at))?;
                let name = it.name.clone();
                $set(plan, &mut it)?;
                named(&it.name)?;
                plan.$put(it);
                ($what, name)
            }};
        }
        let all = &args.set;
        let (what, name) = match args.list.as_str() {
            "themes" => edited!("theme", theme, put_theme, |plan: &_, it: &mut _| {
                set::theme(plan, it, all)
            }),
            "categories" => edited!(
                "category",
                category,
                put_category,
                |plan: &_, it: &mut _| { set::category(plan, it, all) }
            ),
            "actors" => edited!("actor", actor, put_actor, |plan: &_, it: &mut _| {
                set::actor(plan, it, all)
            }),
            "places" => edited!("place", place, put_place, |_: &_, it: &mut _| set::place(
                it, all
            )),
            "datasets" | "layers" => {
                edited!("dataset", dataset, put_dataset, |_: &_, it: &mut _| {
                    set::dataset(it, all)
                })
            }
            other => return Err(no_list(other)),
        };
        let names = all.iter().map(|it| it.field.as_str());
        Ok(format!(
            "Edit {} of {what} {}",
            fields(names),
            titled(&name)
        ))
    })
}

/// Reorders themes: the given themes keep their set of positions in the list, in the order given.
pub(crate) fn order_themes(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut named = Vec::new();
        for at in &args.ids {
            let theme = plan.theme(id("ids", at)?);
            named.push(theme.ok_or_else(|| missing("theme", "ids", at))?);
        }
        let what = one_or_many(named.iter().map(|it| it.name.as_str()), "themes");
        let mut next = named.iter().map(|it| it.id);
        let order = plan.base().themes.iter().map(|it| {
            let is_named = named.iter().any(|other| other.id == it.id);
            is_named.then(|| next.next()).flatten().unwrap_or(it.id)
        });
        let order = order.collect();
        plan.order_themes(order);
        Ok(format!("Reorder the lanes of {what}"))
    })
}

/// Deletes an item that nothing refers to.
pub(crate) fn delete_item(session: &mut Session, args: ItemArgs) -> Result<Done, Fault> {
    let at = which(&args)?;
    session.write(|plan| {
        macro_rules! deleted {
            ($what:literal, $find:ident, $delete:ident, $uses:expr, $parts:expr) => {{
                let key = id("id", at)?;
                let name = plan.$find(key).map(|it| it.name.clone());
                let name = name.ok_or_else(|| missing($what, "id", at))?;
                unused(
                    $what,
                    &name,
                    plan.events().filter(|it| $uses(it, key)).count(),
                    $parts(plan, key),
                )?;
                plan.$delete(key);
                ($what, name)
            }};
        }
        let (what, name) = match args.list.as_str() {
            "themes" => deleted!(
                "theme",
                theme,
                delete_theme,
                |it: &model::Event, key: ThemeId| it.themes.contains(&key),
                |plan: &Plan<'_>, key| plan.themes().filter(|it| it.parent == Some(key)).count()
            ),
            "categories" => deleted!(
                "category",
                category,
                delete_category,
                |it: &model::Event, key: CategoryId| it.category == Some(key),
                |plan: &Plan<'_>, key| plan
                    .categories()
                    .filter(|it| it.parent == Some(key))
                    .count()
            ),
            "actors" => deleted!(
                "actor",
                actor,
                delete_actor,
                |it: &model::Event, key: ActorId| it.actors.iter().any(|part| part.actor == key),
                |plan: &Plan<'_>, key| plan.actors().filter(|it| it.parent == Some(key)).count()
            ),
            "places" => deleted!(
                "place",
                place,
                delete_place,
                |it: &model::Event, key: PlaceId| it.places.contains(&key),
                |_: &Plan<'_>, _| 0
            ),
            "datasets" | "layers" => deleted!(
                "dataset",
                dataset,
                delete_dataset,
                |it: &model::Event, key: DatasetId| it.dataset == Some(key),
                |_: &Plan<'_>, _| 0
            ),
            other => return Err(no_list(other)),
        };
        Ok(format!("Delete {what} {}", titled(&name)))
    })
}

/// Refuses to delete what something refers to.
fn unused(what: &str, name: &str, events: usize, parts: usize) -> Result<(), Fault> {
    let uses = match (events, parts) {
        (0, 0) => return Ok(()),
        (0, 1) => String::from("one other is part of it"),
        (0, parts) => format!("{parts} others are part of it"),
        (1, _) => String::from("one event refers to it"),
        (events, _) => format!("{events} events refer to it"),
    };
    let mut fault = Fault::new(
        FaultCode::BadArgument,
        format!("{what} {} was not deleted: {uses}", titled(name)),
    );
    fault.field = Some(String::from("id"));
    Err(fault.help("merge it into another, or take it out of them first"))
}
