//! How alike two entries are, and why.

use model::{ActorId, CategoryId, Event, FuzzyDate, Kind, PlaceId, Workspace};

use super::dates::together;
use super::shared;
use crate::line::reading::{Named, Reading};
use crate::lookup::names::Found;
use crate::lookup::titles::{Index, WordNumber};
use crate::lookup::tree::{Tree, actor_tree};

/// What each side of an entry weighs; what is not said on both sides is left out and the rest weighs more.
const WORDS: f64 = 0.45;
const DATES: f64 = 0.2;
const ACTORS: f64 = 0.15;
const PLACES: f64 = 0.12;
const CATEGORY: f64 = 0.08;
/// What is left of the likeness when something is said differently.
const OTHER_ACTORS: f64 = 0.75;
const OTHER_PLACES: f64 = 0.8;
const OTHER_CATEGORY: f64 = 0.85;
const OTHER_KIND: f64 = 0.75;
/// Weight of an actor when the other entry names the body it belongs to.
const PART_OF: f64 = 0.5;
/// From this many words in common, they are counted instead of listed.
const MANY_WORDS: usize = 3;

/// The titles and names by which entries are compared.
pub(super) struct Names<'a> {
    pub(super) index: &'a Index,
    pub(super) workspace: &'a Workspace,
    /// Who belongs to whom.
    actors: Tree<ActorId>,
}

impl<'a> Names<'a> {
    /// The titles and names of a workspace.
    pub(super) fn new(index: &'a Index, workspace: &'a Workspace) -> Self {
        Self {
            index,
            workspace,
            actors: actor_tree(workspace),
        }
    }
}

/// How alike two entries are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Likeness {
    /// 0 to 1.
    pub(super) value: f64,
    /// Why, in words.
    pub(super) reasons: Vec<String>,
}

/// What is compared of an entry.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    /// The stems of its title; `None` for what no other title has.
    pub(super) stems: Vec<Option<WordNumber>>,
    /// True for an entry that is in the index itself.
    pub(super) is_indexed: bool,
    title: &'a str,
    pub(super) date: Option<&'a FuzzyDate>,
    actors: Vec<ActorId>,
    places: Vec<PlaceId>,
    category: Option<CategoryId>,
    /// `None` where it is not said.
    kind: Option<Kind>,
}

impl<'a> Subject<'a> {
    /// The entry that a line would add.
    pub(super) fn of_line(index: &Index, reading: &'a Reading) -> Self {
        let ids = |all: &[Named]| -> Vec<i64> { all.iter().filter_map(known).collect() };
        Self {
            stems: index.stems_of(&reading.title),
            is_indexed: false,
            title: &reading.title,
            date: reading.date.as_ref(),
            actors: ids(&reading.actors).into_iter().map(ActorId).collect(),
            places: ids(&reading.places).into_iter().map(PlaceId).collect(),
            category: reading.category.as_ref().and_then(known).map(CategoryId),
            kind: Some(reading.kind).filter(|it| *it != Kind::Event),
        }
    }

    /// An entry that is there.
    pub(super) fn of_event(index: &Index, event: &'a Event) -> Self {
        let slot = index.slot_of(event.id);
        let stems = match slot {
            Some(slot) => index.stems_at(slot).into_iter().map(Some).collect(),
            None => index.stems_of(&event.title),
        };
        Self {
            stems,
            is_indexed: slot.is_some(),
            title: &event.title,
            date: event.date.as_ref(),
            actors: event.actors.iter().map(|it| it.actor).collect(),
            places: event.places.clone(),
            category: event.category,
            kind: Some(event.kind),
        }
    }
}

fn known(named: &Named) -> Option<i64> {
    match named.found {
        Found::One(id) => Some(id),
        Found::Several(_) | Found::None => None,
    }
}

/// What a word tells: one that few titles have tells more.
pub(super) fn weight(index: &Index, stem: Option<WordNumber>) -> f64 {
    let uses = stem.map_or(0, |stem| index.uses(stem));
    (1.0 + index.len() as f64 / (1.0 + uses as f64)).ln()
}

/// A sum of what is compared.
#[derive(Default)]
struct Sum {
    value: f64,
    weight: f64,
    factor: f64,
    reasons: Vec<String>,
}

impl Sum {
    fn add(&mut self, weight: f64, value: f64) {
        self.value += weight * value;
        self.weight += weight;
    }
}

/// Compares two entries.
pub(super) fn likeness(names: &Names<'_>, one: &Subject<'_>, other: &Subject<'_>) -> Likeness {
    let mut sum = Sum {
        factor: 1.0,
        ..Sum::default()
    };
    if let (Some(a), Some(b)) = (one.date, other.date) {
        let found = together(a, b);
        sum.add(DATES, found.value);
        sum.factor *= found.factor;
        sum.reasons
            .extend(Some(found.reason).filter(|it| !it.is_empty()));
    }
    actors(names, one, other, &mut sum);
    places(names.workspace, one, other, &mut sum);
    if let (Some(a), Some(b)) = (one.category, other.category) {
        sum.add(CATEGORY, f64::from(u8::from(a == b)));
        sum.factor *= if a == b { 1.0 } else { OTHER_CATEGORY };
    }
    if let (Some(a), Some(b)) = (one.kind, other.kind)
        && a != b
    {
        sum.factor *= OTHER_KIND;
    }
    words(names.index, one, other, &mut sum);
    Likeness {
        value: sum.value / sum.weight.max(WORDS) * sum.factor,
        reasons: sum.reasons,
    }
}

fn actors(names: &Names<'_>, one: &Subject<'_>, other: &Subject<'_>, sum: &mut Sum) {
    if one.actors.is_empty() || other.actors.is_empty() {
        return;
    }
    let both = shared(&one.actors, &other.actors);
    let (few, many) = if one.actors.len() <= other.actors.len() {
        (&one.actors, &other.actors)
    } else {
        (&other.actors, &one.actors)
    };
    let met: f64 = few
        .iter()
        .map(|actor| meets(&names.actors, *actor, many))
        .sum();
    let value = met / few.len() as f64;
    sum.add(ACTORS, value);
    sum.factor *= if met > 0.0 { 1.0 } else { OTHER_ACTORS };
    let names = both.iter().filter_map(|id| names.workspace.actor(*id));
    let names = names.map(|it| {
        let is_code = it.parent.is_none() && it.handle.len() <= 3;
        if is_code {
            it.handle.as_str()
        } else {
            it.name.as_str()
        }
    });
    in_both(names, sum);
}

fn meets(tree: &Tree<ActorId>, actor: ActorId, others: &[ActorId]) -> f64 {
    if others.contains(&actor) {
        return 1.0;
    }
    let line = tree.line(actor);
    let related = |other: &ActorId| line.contains(other) || tree.line(*other).contains(&actor);
    if others.iter().any(related) {
        PART_OF
    } else {
        0.0
    }
}

fn places(workspace: &Workspace, one: &Subject<'_>, other: &Subject<'_>, sum: &mut Sum) {
    if one.places.is_empty() || other.places.is_empty() {
        return;
    }
    let both = shared(&one.places, &other.places);
    let few = one.places.len().min(other.places.len());
    sum.add(PLACES, both.len() as f64 / few as f64);
    sum.factor *= if both.is_empty() { OTHER_PLACES } else { 1.0 };
    let names = both.iter().filter_map(|id| workspace.place(*id));
    in_both(names.map(|it| it.name.as_str()), sum);
}

/// "US, Iraq in both".
fn in_both<'a>(names: impl Iterator<Item = &'a str>, sum: &mut Sum) {
    let names: Vec<&str> = names.collect();
    if !names.is_empty() {
        sum.reasons.push(format!("{} in both", names.join(", ")));
    }
}

/// The words in common by weight, twice, out of all words of both.
fn words(index: &Index, one: &Subject<'_>, other: &Subject<'_>, sum: &mut Sum) {
    let known =
        |it: &Subject<'_>| -> Vec<WordNumber> { it.stems.iter().flatten().copied().collect() };
    let both = shared(&known(one), &known(other));
    let all =
        |stems: &[Option<WordNumber>]| -> f64 { stems.iter().map(|it| weight(index, *it)).sum() };
    let common: f64 = both.iter().map(|it| weight(index, Some(*it))).sum();
    let total = all(&one.stems) + all(&other.stems);
    sum.add(
        WORDS,
        if total > 0.0 {
            2.0 * common / total
        } else {
            0.0
        },
    );
    let reason = match both.len() {
        0 => return,
        count if count < MANY_WORDS => {
            let words: Vec<String> = index.as_written(one.title, &both);
            format!("“{}” in both titles", words.join("”, “"))
        }
        count => format!("{count} words in common"),
    };
    sum.reasons.push(reason);
}
