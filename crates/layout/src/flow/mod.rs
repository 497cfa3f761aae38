//! Lays out causes and effects for the room they are drawn in: letters keep their size, content gives way.
//!
//! From the top down: a mark at the left, its title at the right of it; links leave a mark below and enter it from above
//! through channels between the rows, so that no line meets a title. What does not fit gives way by importance: titles
//! take more lines, are shortened, become marks alone, and are counted at a neighbor in the end. The steps follow
//! Sugiyama, Tagawa and Toda (1981): parts (`peel`), rows (`rows`), lanes of long links and order (`lanes`), what each
//! entry becomes (`fit`, `title`), where it stands (`place`), where links run across (`nets`, `tracks`), and how parts
//! share the page (`arrange`). Nothing is random: the same input gives the same output.

mod arrange;
mod bands;
mod corner;
mod course;
mod fit;
mod graph;
mod lanes;
mod nets;
mod page;
mod peel;
mod place;
mod rows;
mod stacked;
#[cfg(test)]
mod tests;
mod title;
mod tracks;

pub use course::chip_at;
pub use graph::{
    Area, CardSize, Entry, Flow, Form, Gap, Held, Hint, Link, Part, Pin, Plan, Room, Spot, Word,
};
pub use title::names;

use arrange::Source;
use lanes::{Component, Stored};
use peel::Drawn;
use title::Title;

/// The line that counts parts without room.
const REST_EM: f32 = 1.6;
/// Attempts to make do with fewer entries, and the share that each takes away.
const ATTEMPTS: usize = 24;
const LEAST_SHARE: f32 = 0.06;
const MOST_SHARE: f32 = 0.3;
/// What is to spare for rounding.
const SLACK_EM: f32 = 0.05;

/// Lays out `entries`, given in the order of time, and `links` for `room`, starting from `hint` if there is one.
///
/// # Panics
///
/// When a link names an entry that is not in the list.
#[must_use]
pub fn lay(entries: &[Entry], links: &[Link], room: &Room, hint: Option<&Hint>) -> Plan {
    assert!(
        links
            .iter()
            .all(|it| it.from < entries.len() && it.to < entries.len()),
        "every link joins two entries of the list"
    );
    let titles: Vec<Title<'_>> = entries.iter().map(Title::new).collect();
    let stored = Stored::of(entries.len(), hint);
    let mut drawn = Drawn::all(entries.len());
    let mut attempt = 0;
    loop {
        let parts = drawn.parts(links);
        let laid = Laid {
            entries,
            links,
            titles: &titles,
            stored: &stored,
            room,
            cards: None,
            parts: &parts,
            drawn: &drawn,
        };
        let (plan, over) = laid.plan();
        attempt += 1;
        if over <= 0.0 || attempt >= ATTEMPTS {
            return plan;
        }
        let left = drawn.is_drawn.iter().filter(|it| **it).count() as f32;
        let share = (over * 0.7).clamp(LEAST_SHARE, MOST_SHARE);
        if !drawn.peel(entries, links, (left * share).ceil() as usize) {
            return plan;
        }
    }
}

/// Like [`lay`], with all entries as cards; `None` if there is no room for that.
#[must_use]
pub fn lay_cards(
    entries: &[Entry],
    links: &[Link],
    room: &Room,
    size: CardSize,
    hint: Option<&Hint>,
) -> Option<Plan> {
    let titles: Vec<Title<'_>> = entries.iter().map(Title::new).collect();
    let stored = Stored::of(entries.len(), hint);
    let drawn = Drawn::all(entries.len());
    let parts = drawn.parts(links);
    let laid = Laid {
        entries,
        links,
        titles: &titles,
        stored: &stored,
        room,
        cards: Some(size),
        parts: &parts,
        drawn: &drawn,
    };
    let (plan, over) = laid.plan();
    (over <= 0.0).then_some(plan)
}

struct Laid<'a> {
    entries: &'a [Entry],
    links: &'a [Link],
    titles: &'a [Title<'a>],
    stored: &'a Stored,
    room: &'a Room,
    cards: Option<CardSize>,
    parts: &'a [Component],
    drawn: &'a Drawn,
}

impl Laid<'_> {
    /// The plan, and the share of the room by which it is too large; 0 if everything fits.
    fn plan(&self) -> (Plan, f32) {
        let counted = self.drawn.counted();
        let mut more: Vec<usize> = self.entries.iter().map(|it| it.more).collect();
        for at in counted.iter().filter_map(|it| it.1) {
            more[at] += 1;
        }
        let left_out: Vec<usize> = counted
            .iter()
            .filter(|it| it.1.is_none())
            .map(|it| it.0)
            .collect();
        let rest_em = if left_out.is_empty() { 0.0 } else { REST_EM };
        let height_em = self.room.height_em - rest_em;
        let source = Source::new(
            self.entries,
            self.titles,
            self.parts,
            (&more, self.stored),
            (self.cards, self.room.flow),
        );
        let (across_em, along_em) = self.room.flow.turned((self.room.width_em, height_em));
        let mut page = source.page(across_em, along_em);
        course::settle(&source, &mut page, along_em);
        let over_em = page.overflow_em(across_em, along_em);
        let over = if over_em <= SLACK_EM {
            0.0
        } else {
            over_em / height_em.max(1.0)
        };
        let mut plan = Plan {
            spots: vec![None; self.entries.len()],
            courses: vec![Vec::new(); self.links.len()],
            turned: vec![false; self.links.len()],
            ..Plan::default()
        };
        course::put(&source, page, along_em, &mut plan);
        self.count(&counted, &mut plan);
        if !left_out.is_empty() {
            plan.rest = Area {
                x: 0.0,
                y: plan.height_em.max(height_em),
                width: self.room.width_em,
                height: REST_EM,
            };
            plan.height_em = plan.rest.y + REST_EM;
            plan.needed_em += REST_EM;
        }
        plan.left_out = left_out;
        plan.corner = corner::corner(
            &plan,
            self.room.width_em,
            self.room.height_em.max(plan.height_em),
        );
        (plan, over)
    }

    /// Records what is counted at its neighbor.
    fn count(&self, counted: &[(usize, Option<usize>)], plan: &mut Plan) {
        for (entry, at) in counted {
            let Some(at) = *at else { continue };
            let Some(spot) = plan.spots[at].as_mut() else {
                continue;
            };
            spot.counted.push(*entry);
            let part = spot.part;
            let own = Spot {
                form: Form::Counted,
                lines: Vec::new(),
                is_cut: false,
                area: Area::default(),
                counted: Vec::new(),
                ..spot.clone()
            };
            plan.spots[*entry] = Some(own);
            if let Some(part) = part.and_then(|it| plan.parts.get_mut(it)) {
                part.entries.push(*entry);
            }
        }
    }
}
