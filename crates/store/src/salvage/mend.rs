//! References to lost entries: what depends on them is dropped, other references get a placeholder.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Actor, ActorId, Category, CategoryId, ClaimId, Dataset, DatasetId, EventId, LinkId, LinkType,
    OrderRule, Place, PlaceId, Sign, Source, SourceId, Target, Theme, ThemeId, WhatIf, Workspace,
};

/// What was repaired.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// In sentences.
    pub(super) remarks: Vec<String>,
    /// Entries that were dropped, by table.
    pub(super) dropped: BTreeMap<&'static str, BTreeSet<i64>>,
    /// Entries that were referred to and are not there, by table.
    pub(super) missing: BTreeMap<&'static str, BTreeSet<i64>>,
}

/// Removes or replaces all dangling references.
pub(super) fn mend(it: &mut Workspace) -> Mended {
    let mut mended = Mended::default();
    parents(it, &mut mended);
    let events: BTreeSet<EventId> = it.events.iter().map(|it| it.id).collect();
    concerns(it, &events, &mut mended);
    links(it, &events, &mut mended);
    claims(it, &events, &mut mended);
    citations(it, &events, &mut mended);
    lists(it, &mut mended);
    sources(it, &mut mended);
    link_types(it, &mut mended);
    mended
}

impl Mended {
    fn say(&mut self, sentence: String) {
        self.remarks.push(sentence);
    }

    fn miss(&mut self, table: &'static str, id: i64) {
        self.missing.entry(table).or_default().insert(id);
    }

    fn drop(&mut self, table: &'static str, id: i64) {
        self.dropped.entry(table).or_default().insert(id);
    }
}

fn parents(it: &mut Workspace, mended: &mut Mended) {
    let themes: BTreeSet<_> = it.themes.iter().map(|it| it.id).collect();
    for theme in &mut it.themes {
        if let Some(lost) = theme.parent.take_if(|it| !themes.contains(it)) {
            mended.miss("theme", lost.0);
            mended.say(format!("The parent of theme \"{}\" is lost.", theme.name));
        }
    }
    let categories: BTreeSet<_> = it.categories.iter().map(|it| it.id).collect();
    for category in &mut it.categories {
        if let Some(lost) = category.parent.take_if(|it| !categories.contains(it)) {
            mended.miss("category", lost.0);
            mended.say(format!(
                "The parent of category \"{}\" is lost.",
                category.name
            ));
        }
    }
    let actors: BTreeSet<_> = it.actors.iter().map(|it| it.id).collect();
    for actor in &mut it.actors {
        if let Some(lost) = actor.parent.take_if(|it| !actors.contains(it)) {
            mended.miss("actor", lost.0);
            mended.say(format!("The parent of actor \"{}\" is lost.", actor.name));
        }
    }
}

fn concerns(it: &mut Workspace, events: &BTreeSet<EventId>, mended: &mut Mended) {
    for event in &mut it.events {
        if let Some(lost) = event.concerns.take_if(|it| !events.contains(it)) {
            mended.miss("event", lost.0);
            mended.say(format!(
                "Event {} concerned event {}, which is lost.",
                event.handle, lost.0
            ));
        }
    }
}

fn links(it: &mut Workspace, events: &BTreeSet<EventId>, mended: &mut Mended) {
    it.links.retain(|link| {
        let ends = [link.cause, link.effect];
        let lost: Vec<_> = ends.into_iter().filter(|it| !events.contains(it)).collect();
        for event in &lost {
            mended.miss("event", event.0);
            mended.say(format!(
                "Link {} was dropped: event {} is lost.",
                link.id.0, event.0
            ));
        }
        if !lost.is_empty() {
            mended.drop("link", link.id.0);
        }
        lost.is_empty()
    });
}

fn claims(it: &mut Workspace, events: &BTreeSet<EventId>, mended: &mut Mended) {
    it.claims.retain(|claim| {
        let kept = events.contains(&claim.event);
        if !kept {
            mended.miss("event", claim.event.0);
            mended.drop("claim", claim.id.0);
            mended.say(format!(
                "Claim {} was dropped: event {} is lost.",
                claim.id.0, claim.event.0
            ));
        }
        kept
    });
}

fn citations(it: &mut Workspace, events: &BTreeSet<EventId>, mended: &mut Mended) {
    let links: BTreeSet<LinkId> = it.links.iter().map(|it| it.id).collect();
    let claims: BTreeSet<ClaimId> = it.claims.iter().map(|it| it.id).collect();
    it.citations.retain(|citation| {
        let (table, id, kept) = match citation.target {
            Target::Event(id) => ("event", id.0, events.contains(&id)),
            Target::Link(id) => ("link", id.0, links.contains(&id)),
            Target::Claim(id) => ("claim", id.0, claims.contains(&id)),
        };
        if !kept {
            mended.miss(table, id);
            mended.drop("citation", citation.id.0);
            mended.say(format!(
                "Citation {} was dropped: {table} {id} is lost.",
                citation.id.0
            ));
        }
        kept
    });
}

/// Adds placeholders to `list` for ids that are referred to but missing.
fn fill<T, Id: Ord + Copy>(
    list: &mut Vec<T>,
    id_of: impl Fn(&T) -> Id,
    referred: impl Iterator<Item = Id>,
    mut make: impl FnMut(Id) -> T,
) {
    let there: BTreeSet<Id> = list.iter().map(id_of).collect();
    let lost: BTreeSet<Id> = referred.filter(|it| !there.contains(it)).collect();
    list.extend(lost.into_iter().map(&mut make));
}

fn lists(it: &mut Workspace, mended: &mut Mended) {
    // A handle that is not in use.
    let handle = |what: &str, id: i64| format!("lost-{what}-{id}");
    let mut name = |table: &'static str, id: i64| {
        mended.miss(table, id);
        let letter = table[..1].to_uppercase();
        let name = format!("{letter}{} {id} (lost)", &table[1..]);
        mended.say(format!(
            "{letter}{} {id} is lost; \"{name}\" replaces it.",
            &table[1..]
        ));
        name
    };
    let events = &it.events;
    let themes = events.iter().flat_map(|it| it.themes.iter().copied());
    fill(
        &mut it.themes,
        |it| it.id,
        themes,
        |id: ThemeId| Theme {
            id,
            handle: handle("theme", id.0),
            name: name("theme", id.0),
            parent: None,
            hue: String::from("slate"),
        },
    );
    let categories = events.iter().filter_map(|it| it.category);
    fill(
        &mut it.categories,
        |it| it.id,
        categories,
        |id: CategoryId| Category {
            id,
            handle: handle("category", id.0),
            name: name("category", id.0),
            parent: None,
            cameo: String::new(),
            plover: String::new(),
        },
    );
    let actors = events
        .iter()
        .flat_map(|it| it.actors.iter().map(|it| it.actor));
    fill(
        &mut it.actors,
        |it| it.id,
        actors,
        |id: ActorId| Actor {
            id,
            handle: handle("actor", id.0),
            name: name("actor", id.0),
            parent: None,
            country: String::new(),
        },
    );
    let places = events.iter().flat_map(|it| it.places.iter().copied());
    fill(
        &mut it.places,
        |it| it.id,
        places,
        |id: PlaceId| Place {
            id,
            name: name("place", id.0),
            latitude_deg: None,
            longitude_deg: None,
            country: String::new(),
        },
    );
    let datasets = events.iter().filter_map(|it| it.dataset);
    fill(
        &mut it.datasets,
        |it| it.id,
        datasets,
        |id: DatasetId| Dataset {
            id,
            name: name("dataset", id.0),
            on: true,
        },
    );
}

fn sources(it: &mut Workspace, mended: &mut Mended) {
    let cited = it.citations.iter().map(|it| it.source);
    fill(
        &mut it.sources,
        |it| it.id,
        cited,
        |id: SourceId| {
            mended.miss("source", id.0);
            let title = format!("Source {} (lost)", id.0);
            mended.say(format!("Source {} is lost; \"{title}\" replaces it.", id.0));
            Source {
                id,
                handle: format!("lost-source-{}", id.0),
                outlet: String::new(),
                title,
                author: String::new(),
                published: None,
                read: None,
                address: String::new(),
                reliability: None,
            }
        },
    );
}

fn link_types(it: &mut Workspace, mended: &mut Mended) {
    let there: BTreeSet<_> = it.link_types.iter().map(|it| it.handle.clone()).collect();
    let used: BTreeSet<_> = it.links.iter().map(|it| it.link_type.clone()).collect();
    for handle in used.difference(&there) {
        mended.say(format!(
            "The link type \"{handle}\" is lost; its meaning is unknown."
        ));
        it.link_types.push(LinkType {
            handle: handle.clone(),
            label: format!("{handle} (lost)"),
            sign: Sign::Zero,
            order: OrderRule::None,
            what_if: WhatIf::No,
            meaning: String::new(),
        });
    }
}
