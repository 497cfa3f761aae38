//! What a chart of themes or actors has to show, before anything gets a place.

use std::collections::{BTreeMap, BTreeSet};

use graph::{Groups, groups};
use model::{ActorId, Board, Event, EventId, LinkId, ThemeId, Workspace};
use scene::{Palette, Rgba};

use super::claims::Line;
use super::letters::counted;
use crate::pins;
use crate::spec::{GroupsBy, ThemesSpec};

/// A theme or an actor with its entries.
pub(super) struct Block<'a> {
    pub(super) key: i64,
    /// "theme 3": its id for hits.
    pub(super) id: String,
    pub(super) name: String,
    /// The color of its edge; actors have none.
    pub(super) hue: Option<Rgba>,
    /// In order of time, those without a date last.
    pub(super) events: Vec<&'a Event>,
    /// Claims between its own entries.
    pub(super) within: Vec<LinkId>,
    pub(super) is_selected: bool,
    pub(super) is_faded: bool,
    /// Where its middle is pinned on the chart, if it is pinned.
    pub(super) pin: Option<(f32, f32)>,
}

impl Block<'_> {
    /// "7 entries, 2 claims within".
    pub(super) fn counts(&self) -> String {
        let entries = counted(self.events.len(), "entry");
        match self.within.len() {
            0 => entries,
            within => format!("{entries}, {} within", counted(within, "claim")),
        }
    }
}

/// What takes part in the entries of blocks: an actor beside themes, a theme beside actors.
pub(super) struct Partner {
    /// "actor 3": its id for hits.
    pub(super) id: String,
    pub(super) name: String,
    /// How many entries of each block it is in.
    pub(super) bands: Vec<(usize, usize)>,
    pub(super) is_faded: bool,
}

impl Partner {
    /// How many entries of all blocks it is in.
    pub(super) fn entries(&self) -> usize {
        self.bands.iter().map(|it| it.1).sum()
    }
}

/// Everything that a chart could show.
pub(super) struct Content<'a> {
    pub(super) by: GroupsBy,
    /// In the order of the workspace's ids.
    pub(super) blocks: Vec<Block<'a>>,
    /// In the order of their blocks and signs.
    pub(super) lines: Vec<Line>,
    /// Those in most entries first.
    pub(super) partners: Vec<Partner>,
    /// How many themes or actors of the workspace lead no entry that is shown.
    pub(super) never_first: usize,
}

impl<'a> Content<'a> {
    pub(super) fn of(workspace: &'a Workspace, spec: &ThemesSpec<'_>, palette: &Palette) -> Self {
        let key = |event: &Event| key_of(workspace, spec, event);
        let groups: Groups<i64, i64> = groups(workspace, spec.shown, key, |_| Vec::new());
        let blocks: Vec<Block<'a>> = groups
            .groups
            .iter()
            .map(|it| block(workspace, spec, it, palette))
            .collect();
        let brought_out: Vec<usize> = (0..blocks.len())
            .filter(|at| is_hovered(&blocks[*at], spec))
            .collect();
        let lines = Line::all(workspace, spec, &groups, &brought_out, palette);
        let partners = partners(workspace, spec, &blocks);
        let has = |key: i64| blocks.iter().any(|it| it.key == key);
        let never_first = match spec.by {
            GroupsBy::Theme => workspace.themes.iter().filter(|it| !has(it.id.0)).count(),
            GroupsBy::Actor => workspace.actors.iter().filter(|it| !has(it.id.0)).count(),
        };
        Self {
            by: spec.by,
            blocks,
            lines,
            partners,
            never_first,
        }
    }

    /// The blocks, the most important first: selected, pinned, with many claims, with many entries.
    pub(super) fn by_importance(&self) -> Vec<usize> {
        let mut claims = vec![0_usize; self.blocks.len()];
        for line in &self.lines {
            claims[line.from] += line.claims.len();
            claims[line.to] += line.claims.len();
        }
        let mut order: Vec<usize> = (0..self.blocks.len()).collect();
        order.sort_by_key(|at| {
            let it = &self.blocks[*at];
            let rank = (
                it.is_selected,
                it.pin.is_some(),
                claims[*at],
                it.events.len(),
            );
            (std::cmp::Reverse(rank), *at)
        });
        order
    }

    /// The word for a block.
    pub(super) fn noun(&self) -> &'static str {
        match self.by {
            GroupsBy::Theme => "theme",
            GroupsBy::Actor => "actor",
        }
    }

    /// The word for a partner.
    pub(super) fn partner_noun(&self) -> &'static str {
        match self.by {
            GroupsBy::Theme => "actor",
            GroupsBy::Actor => "theme",
        }
    }
}

/// The group of an event, as a number that sorts in workspace order.
fn key_of(workspace: &Workspace, spec: &ThemesSpec<'_>, event: &Event) -> Option<i64> {
    match spec.by {
        GroupsBy::Theme => {
            let id = event.leading_theme()?;
            Some(theme_of(workspace, id, spec.wholes)?.0)
        }
        GroupsBy::Actor => {
            let id = event.actors.first()?.actor;
            Some(actor_of(workspace, id, spec.wholes)?.0)
        }
    }
}

/// A theme, or what it is a part of.
fn theme_of(workspace: &Workspace, mut id: ThemeId, wholes: bool) -> Option<ThemeId> {
    // A bound, should the parents of a damaged workspace form a circle.
    for _ in 0..8 {
        match workspace.theme(id)?.parent {
            Some(parent) if wholes => id = parent,
            _ => break,
        }
    }
    Some(id)
}

/// An actor, or what it is a member of.
fn actor_of(workspace: &Workspace, mut id: ActorId, wholes: bool) -> Option<ActorId> {
    for _ in 0..8 {
        match workspace.actor(id)?.parent {
            Some(parent) if wholes => id = parent,
            _ => break,
        }
    }
    Some(id)
}

fn block<'a>(
    workspace: &'a Workspace,
    spec: &ThemesSpec<'_>,
    group: &graph::Group<i64>,
    palette: &Palette,
) -> Block<'a> {
    let events = group.events.iter().filter_map(|id| workspace.event(*id));
    let mut events: Vec<&Event> = events.collect();
    events.sort_by_key(|it| {
        let date = it.date.as_ref();
        (
            date.is_none(),
            date.map(model::date::FuzzyDate::sort_key),
            it.id,
        )
    });
    let (id, name, hue, board) = match spec.by {
        GroupsBy::Theme => {
            let theme = workspace.theme(ThemeId(group.key));
            let hue = theme.map_or(palette.neutral, |it| palette.theme_hue(&it.hue));
            let name = theme.map_or(String::new(), |it| it.name.clone());
            (
                format!("theme {}", group.key),
                name,
                Some(hue),
                Board::Themes,
            )
        }
        GroupsBy::Actor => {
            let actor = workspace.actor(ActorId(group.key));
            let name = actor.map_or(String::new(), |it| it.name.clone());
            (format!("actor {}", group.key), name, None, Board::Actors)
        }
    };
    let holds = |ids: &BTreeSet<EventId>| group.events.iter().any(|it| ids.contains(it));
    Block {
        key: group.key,
        id,
        name,
        hue,
        events,
        within: group.within.clone(),
        is_selected: spec.selected.is_some_and(|it| group.events.contains(&it)),
        is_faded: spec.highlight.is_some_and(|it| !holds(&it.events)),
        pin: pins::slot(workspace, board, group.key).map(|it| {
            let side_px = if it.row < 1.0 { 0.0 } else { f32::MAX };
            (side_px, it.row as f32)
        }),
    }
}

fn is_hovered(block: &Block<'_>, spec: &ThemesSpec<'_>) -> bool {
    spec.hovered_group == Some(block.key)
        || spec
            .hovered
            .is_some_and(|id| block.events.iter().any(|it| it.id == id))
}

/// What takes part in the entries of the blocks: for themes the countries and other wholes that act in them, for actors
/// the themes that they act in.
fn partners(workspace: &Workspace, spec: &ThemesSpec<'_>, blocks: &[Block<'_>]) -> Vec<Partner> {
    let mut bands: BTreeMap<i64, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut lit: BTreeSet<i64> = BTreeSet::new();
    for (at, block) in blocks.iter().enumerate() {
        for event in &block.events {
            for id in partners_of(workspace, spec, event) {
                *bands.entry(id).or_default().entry(at).or_default() += 1;
                if spec
                    .highlight
                    .is_none_or(|it| it.events.contains(&event.id))
                {
                    lit.insert(id);
                }
            }
        }
    }
    let partner = |(id, of): (i64, BTreeMap<usize, usize>)| {
        let (kind, name) = match spec.by {
            GroupsBy::Theme => ("actor", workspace.actor(ActorId(id)).map(|it| &it.name)),
            GroupsBy::Actor => ("theme", workspace.theme(ThemeId(id)).map(|it| &it.name)),
        };
        Partner {
            id: format!("{kind} {id}"),
            name: name.cloned().unwrap_or_default(),
            bands: of.into_iter().collect(),
            is_faded: !lit.contains(&id),
        }
    };
    let mut partners: Vec<Partner> = bands.into_iter().map(partner).collect();
    partners.sort_by_key(|it| std::cmp::Reverse(it.entries()));
    partners
}

fn partners_of(workspace: &Workspace, spec: &ThemesSpec<'_>, event: &Event) -> BTreeSet<i64> {
    match spec.by {
        GroupsBy::Theme => {
            let actors = event.actors.iter();
            let wholes = actors.filter_map(|it| actor_of(workspace, it.actor, true));
            wholes.map(|it| it.0).collect()
        }
        GroupsBy::Actor => {
            let themes = event.themes.iter();
            let themes = themes.filter_map(|it| theme_of(workspace, *it, spec.wholes));
            themes.map(|it| it.0).collect()
        }
    }
}
