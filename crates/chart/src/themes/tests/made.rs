//! Made-up workspaces of any size, the same for the same numbers.

use std::collections::BTreeSet;

use model::{
    Actor, ActorId, Confidence, Event, EventId, Kind, Participant, Status, Theme as Topic, ThemeId,
    Tone, Workspace,
};
use scene::Theme;

use crate::spec::{Fit, GroupsBy, Look, Picture, ThemesSpec};
use crate::testing::link;

/// How much there is of everything.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made {
    pub(super) themes: usize,
    pub(super) actors: usize,
    pub(super) events: usize,
    pub(super) links: usize,
    /// How names are made.
    pub(super) name: fn(&str, usize) -> String,
}

pub(super) fn short(what: &str, at: usize) -> String {
    format!("{what} {at}")
}

pub(super) fn long(what: &str, at: usize) -> String {
    format!("The {what} on customs, export licenses and the security of supply, number {at}")
}

pub(super) fn unbroken(what: &str, at: usize) -> String {
    format!("{what}{}{at}", "übernahmeverschuldung".repeat(3))
}

/// Numbers that look random and are the same for the same start (a linear congruential generator, Knuth).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

impl Made {
    pub(super) fn workspace(&self) -> Workspace {
        let mut chance = Chance((self.themes * 31 + self.links) as u64);
        let theme = |at: usize| Topic {
            id: ThemeId(at as i64),
            handle: format!("theme-{at}"),
            name: (self.name)("Theme", at),
            // Some are parts of the first.
            parent: (at > 1 && at.is_multiple_of(5)).then_some(ThemeId(1)),
            hue: "blue".to_owned(),
        };
        let actor = |at: usize| Actor {
            id: ActorId(at as i64),
            handle: format!("actor-{at}"),
            name: (self.name)("Actor", at),
            parent: None,
            country: String::new(),
        };
        Workspace {
            themes: (1..=self.themes).map(theme).collect(),
            actors: (1..=self.actors).map(actor).collect(),
            events: (1..=self.events)
                .map(|at| self.event(at, &mut chance))
                .collect(),
            links: (1..=self.links)
                .map(|at| self.link(at, &mut chance))
                .collect(),
            ..Workspace::default()
        }
    }

    fn event(&self, at: usize, chance: &mut Chance) -> Event {
        let mut event = Event::titled(EventId(at as i64), format!("E{at}"), format!("Event {at}"));
        event.severity = 1 + chance.below(5) as u8;
        event.tone = Tone::ALL[chance.below(3)];
        event.status = Status::ALL[chance.below(8)];
        event.kind = Kind::ALL[chance.below(4)];
        // The first ones are in many entries.
        if self.themes > 0 {
            let most = 1 + chance.below(self.themes);
            event.themes = vec![ThemeId(1 + chance.below(most) as i64)];
        }
        if self.actors > 0 {
            let most = 1 + chance.below(self.actors);
            event.actors = (0..1 + chance.below(3))
                .map(|_| Participant {
                    actor: ActorId(1 + chance.below(most) as i64),
                    role: String::new(),
                })
                .collect();
        }
        event
    }

    fn link(&self, at: usize, chance: &mut Chance) -> model::Link {
        let cause = 1 + chance.below(self.events);
        let effect = 1 + (cause + chance.below(self.events - 1)) % self.events;
        let mut link = link(at as i64, cause as i64, effect as i64);
        link.link_type =
            ["causes", "triggers", "mitigates", "refers_to"][chance.below(4)].to_owned();
        link.confidence = Confidence::ALL[chance.below(3)];
        link
    }
}

/// The pane of the window, and the room on a slide below its title.
pub(super) const PANE: Look = Look {
    width_px: 862.0,
    height_px: 700.0,
    theme: Theme::Light,
    scroll_px: 0.0,
    fit: Fit::Grows,
    is_page: false,
};
pub(super) const SLIDE: Look = Look {
    width_px: 1022.0,
    height_px: 400.0,
    is_page: true,
    ..PANE
};

/// The chart of a workspace.
pub(super) fn drawn(workspace: &Workspace, look: Look, by: GroupsBy, matrix: bool) -> Picture {
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let spec = ThemesSpec {
        look,
        at: None,
        by,
        wholes: false,
        shown: &shown,
        selected: None,
        hovered: None,
        hovered_group: None,
        highlight: None,
        matrix,
    };
    super::themes(workspace, &spec)
}
