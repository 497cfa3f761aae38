//! The map before it is laid out: entries in the order of time, and the links between them.

use std::collections::{BTreeMap, BTreeSet};

use layout::flow;
use model::{Event, EventId, Held, Hint, Workspace};
use scene::Palette;

use super::drawn_links::DrawnLinks;
use super::entries::MapEntry;
use super::fold::put_away;
use crate::links::{Bundle, Emphasis, Style};
use crate::spec::CauseMapSpec;

/// Entries and links of a map.
pub(super) struct Prepared<'a> {
    pub(super) entries: Vec<MapEntry<'a>>,
    pub(super) bundles: Vec<Bundle<'a>>,
    pub(super) styles: Vec<Style>,
    pub(super) implied: usize,
    pub(super) for_layout: (Vec<flow::Entry>, Vec<flow::Link>),
}

impl<'a> Prepared<'a> {
    pub(super) fn of(workspace: &'a Workspace, spec: &CauseMapSpec<'_>) -> Self {
        let DrawnLinks { mut kept, implied } = DrawnLinks::of(workspace, spec);
        let linked: BTreeSet<EventId> = kept.iter().flat_map(|it| [it.cause, it.effect]).collect();
        let away = put_away(&kept, spec.folded);
        let gone: BTreeSet<EventId> = away.values().flatten().copied().collect();
        kept.retain(|it| !gone.contains(&it.cause) && !gone.contains(&it.effect));
        let is_drawn = |it: &&Event| linked.contains(&it.id) && !gone.contains(&it.id);
        let mut events: Vec<&Event> = workspace.events.iter().filter(is_drawn).collect();
        events.sort_by_key(|it| (time_of(it), it.id));
        let mut entries: Vec<MapEntry<'a>> = events
            .into_iter()
            .map(|it| MapEntry::of(workspace, spec, it))
            .collect();
        for entry in &mut entries {
            let id = entry.event.id;
            entry.links = kept.iter().filter(|it| it.touches(id)).count();
            entry.behind = away.get(&id).cloned().unwrap_or_default();
        }
        let palette = Palette::of(spec.look.theme);
        let style = |it: &Bundle<'_>| Style::of(workspace, &it.claims, palette, Emphasis::Normal);
        let styles: Vec<Style> = kept.iter().map(style).collect();
        let for_layout = (for_layout(&entries), links(&entries, &kept, &styles));
        Self {
            entries,
            bundles: kept,
            styles,
            implied,
            for_layout,
        }
    }

    /// The stored rows and order, by places in the list.
    pub(super) fn hint(&self, stored: &Hint) -> flow::Hint {
        let places = self.places();
        let place = |id: i64| places.get(&EventId(id)).copied();
        let held = |it: &Held| {
            Some(match *it {
                Held::Node(id) => flow::Held::Entry(place(id)?),
                Held::Lane(from, to) => flow::Held::Lane(place(from)?, place(to)?),
            })
        };
        let row = |row: &Vec<Held>| row.iter().filter_map(held).collect();
        let part = |rows: &Vec<Vec<Held>>| rows.iter().map(row).collect();
        flow::Hint {
            parts: stored.parts.iter().map(part).collect(),
        }
    }

    /// Rows and order by the ids of entries.
    pub(super) fn stored(&self, hint: &flow::Hint) -> Hint {
        let id = |it: usize| self.entries[it].event.id.0;
        let held = |it: &flow::Held<usize>| match *it {
            flow::Held::Entry(it) => Held::Node(id(it)),
            flow::Held::Lane(from, to) => Held::Lane(id(from), id(to)),
        };
        let row = |row: &Vec<flow::Held<usize>>| row.iter().map(held).collect();
        let part = |rows: &Vec<Vec<flow::Held<usize>>>| rows.iter().map(row).collect();
        Hint::of(hint.parts.iter().map(part).collect())
    }

    pub(super) fn places(&self) -> BTreeMap<EventId, usize> {
        let ids = self.entries.iter().map(|it| it.event.id);
        ids.zip(0..).collect()
    }
}

/// When an entry begins at the earliest, else when it ends at the latest; what has no date comes last.
fn time_of(event: &Event) -> (bool, Option<i64>) {
    let bounds = event.date.as_ref().map(|it| &it.bounds);
    let moment = bounds.and_then(|it| it.start_earliest.or(it.end_latest));
    let day = moment.map(|it| it.day.0);
    (day.is_none(), day)
}

/// What the layout needs to know of the entries. A pin between two rows is one in the lower of the two.
fn for_layout(entries: &[MapEntry<'_>]) -> Vec<flow::Entry> {
    let places: BTreeMap<i64, usize> = entries.iter().map(|it| it.event.id.0).zip(0..).collect();
    let pin = |it: &MapEntry<'_>| {
        let slot = it.slot?;
        Some(flow::Pin {
            row: slot.row.max(0.0).ceil() as usize,
            after: slot.after.and_then(|after| places.get(&after).copied()),
        })
    };
    entries.iter().map(|it| it.for_layout(pin(it))).collect()
}

/// The links with numbers for their styles: those that look the same but for the sign on the line have the same.
fn links(entries: &[MapEntry<'_>], bundles: &[Bundle<'_>], styles: &[Style]) -> Vec<flow::Link> {
    let places: BTreeMap<EventId, usize> = entries.iter().map(|it| it.event.id).zip(0..).collect();
    let mut lines: Vec<_> = Vec::new();
    let mut signs: Vec<_> = Vec::new();
    let number = |style: &Style, lines: &mut Vec<_>, signs: &mut Vec<_>| {
        let line = style.line_key();
        let sign = (style.family, style.lagged);
        (place_of(lines, line), place_of(signs, sign))
    };
    bundles
        .iter()
        .zip(styles)
        .map(|(it, style)| {
            let (style, sign) = number(style, &mut lines, &mut signs);
            flow::Link {
                from: places[&it.cause],
                to: places[&it.effect],
                style,
                sign,
            }
        })
        .collect()
}

/// The place of something in a list, at the end if it is not there yet; from 1.
fn place_of<T: PartialEq>(list: &mut Vec<T>, it: T) -> u32 {
    let at = list.iter().position(|other| *other == it);
    let at = at.unwrap_or_else(|| {
        list.push(it);
        list.len() - 1
    });
    at as u32 + 1
}
