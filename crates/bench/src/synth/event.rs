//! What made-up events say.

use model::{CategoryId, Event, EventId, Participant, Status, ThemeId, Tone, Workspace};

use super::chance::Chance;
use super::date::{AS_OF_DAY, Start};
use super::{date, signed};

const ACTS: [&str; 14] = [
    "announces",
    "denies",
    "extends",
    "suspends",
    "reviews",
    "proposes",
    "rejects",
    "signs",
    "delays",
    "condemns",
    "expands",
    "withdraws",
    "ratifies",
    "investigates",
];
const THINGS: [&str; 16] = [
    "talks",
    "tariffs",
    "sanctions",
    "an inspection",
    "an exercise",
    "a shipment",
    "a ceasefire",
    "a budget",
    "an export license",
    "a patrol",
    "a pipeline",
    "a debt deal",
    "an election law",
    "a visa rule",
    "a satellite launch",
    "a grain corridor",
];
const PLACES: [&str; 14] = [
    "in Geneva",
    "in the Gulf",
    "at the border",
    "in Brussels",
    "before the vote",
    "in London",
    "at the summit",
    "in Vienna",
    "near the strait",
    "in Singapore",
    "after the report",
    "in Nairobi",
    "on the coast",
    "in the capital",
];

/// Event `number`, which begins at `start`.
pub(super) fn event(seed: u64, number: u64, start: Start, lists: &Workspace) -> Event {
    let mut chance = Chance::of(seed, 1, number);
    let id = signed(number);
    let leading = chance.zipf(lists.actors.len());
    let name = lists.actors.get(leading).map_or("Someone", |it| &it.name);
    let [act, thing, place] = [&ACTS[..], &THINGS, &PLACES].map(|it| chance.word(it));
    let mut it = Event::titled(
        EventId(id),
        format!("E{id}"),
        format!("{name} {act} {thing} {place}"),
    );
    it.date = date::date(start.day, &mut chance);
    it.severity = chance.of_weighted(&[(1, 480), (2, 300), (3, 155), (4, 60), (5, 5)]);
    it.tone = chance.of_weighted(&[
        (Tone::Neutral, 5),
        (Tone::Escalatory, 3),
        (Tone::Deescalatory, 2),
    ]);
    it.status = status(start.day, &mut chance);
    it.category = category(lists, &mut chance);
    it.themes = themes(seed, start, lists, &mut chance);
    it.actors = actors(leading, lists, &mut chance);
    it
}

fn status(day: i64, chance: &mut Chance) -> Status {
    if day > AS_OF_DAY {
        return chance.of_weighted(&[
            (Status::Planned, 6),
            (Status::Doubtful, 2),
            (Status::Hypothetical, 2),
        ]);
    }
    chance.of_weighted(&[
        (Status::Happened, 82),
        (Status::Reported, 7),
        (Status::Disputed, 5),
        (Status::Ongoing, 3),
        (Status::Cancelled, 3),
    ])
}

fn category(lists: &Workspace, chance: &mut Chance) -> Option<CategoryId> {
    let at = chance.zipf(lists.categories.len());
    let found = lists.categories.get(at).map(|it| it.id);
    found.filter(|_| chance.is(0.9))
}

/// A burst is about one theme.
fn themes(seed: u64, start: Start, lists: &Workspace, chance: &mut Chance) -> Vec<ThemeId> {
    let count = lists.themes.len();
    let mut at = vec![if start.burst == 0 {
        chance.zipf(count)
    } else {
        Chance::of(seed, 5, start.burst).zipf(count)
    }];
    let second = chance.zipf(count);
    if chance.is(0.15) && !at.contains(&second) {
        at.push(second);
    }
    at.iter()
        .filter_map(|it| lists.themes.get(*it))
        .map(|it| it.id)
        .collect()
}

fn actors(leading: usize, lists: &Workspace, chance: &mut Chance) -> Vec<Participant> {
    let mut at = vec![leading];
    let second = chance.zipf(lists.actors.len());
    if chance.is(0.4) && second != leading {
        at.push(second);
    }
    at.iter()
        .filter_map(|it| lists.actors.get(*it))
        .map(|it| Participant {
            actor: it.id,
            role: String::new(),
        })
        .collect()
}
