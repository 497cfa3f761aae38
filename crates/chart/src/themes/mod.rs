//! The map of themes or actors: claims between events, drawn as lines between the groups that the events belong to.
//!
//! A line stands for its claims and lists them when clicked; its width shows how many there are, its color their sign.
//! Groups without a claim between them may still share an actor, which is then drawn between them with dotted lines;
//! actors without a claim between them may still take part in the same event.

mod nodes;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use graph::{Between, Groups, Tie, groups};
use layout::layered::{self, Effort, Placed, Spacing};
use model::{Actor, ActorId, Confidence, Event, Link, Sign, Workspace};
use scene::{Anchor, Dash, Face, Item, Paint, Palette, Path, text};

use crate::links::{Course, Emphasis, Style, arrow, hits, legend_of, rounded};
use crate::map::{ASPECT, Map};
use crate::marks::{MICRO_PX, stroked};
use crate::pins;
use crate::spec::{GroupsBy, LegendEntry, Picture, ThemesSpec};
use nodes::{HEIGHT_PX, Node, WIDTH_PX, counted};

const CORNER_PX: f32 = 10.0;
const CLEAR_PX: f32 = 2.0;
/// Width of a line for one claim, and how much each further one adds, up to a limit.
const ONE_PX: f32 = 1.2;
const MORE_PX: f32 = 0.55;
const WIDEST_PX: f32 = 6.0;

/// The map of themes or actors of `workspace` as requested by `spec`.
#[must_use]
pub fn themes(workspace: &Workspace, spec: &ThemesSpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let key = |event: &Event| key_of(workspace, spec, event);
    let shares = |event: &Event| shares(workspace, spec.by, event);
    let groups = groups(workspace, spec.shown, key, shares);
    let mut nodes: Vec<Node> = groups
        .groups
        .iter()
        .map(|it| Node::of(workspace, spec, it, palette))
        .collect();
    let shared = Shared::of(&groups, spec.by);
    nodes.extend(
        shared
            .actors
            .keys()
            .map(|it| Node::actor(workspace, *it, palette)),
    );
    let names: Vec<String> = nodes.iter().map(|it| it.name.clone()).collect();
    for (at, node) in nodes.iter_mut().enumerate() {
        node.shares = shared.in_common(at, &names);
    }
    let placed = lay(&groups, &shared, &nodes);
    let mut map = Map {
        width_px: placed.height_px.max(WIDTH_PX),
        height_px: placed.width_px.max(HEIGHT_PX),
        ..Map::default()
    };
    let lines = groups.between.len();
    for course in &placed.courses[lines..] {
        let path = rounded(&across(course), CORNER_PX).path();
        let color = palette.line_strong;
        map.items
            .push(stroked(path, Paint::None, color, 1.2, Dash::Low));
    }
    let mut styles = Vec::new();
    for (at, line) in groups.between.iter().enumerate() {
        let style = style(workspace, line, palette);
        let course = rounded(&across(&placed.courses[at]), CORNER_PX);
        let says = format!(
            "{} → {}: {}",
            names[line.from],
            names[line.to],
            evidence(workspace, line)
        );
        draw_line(line, says, &course, &style, &mut map);
        if let Some((y, x)) = placed.labels[at] {
            label(
                &counted(line.claims.len(), "claim"),
                (x, y),
                palette,
                &mut map,
            );
        }
        styles.push(style);
    }
    for (node, center) in nodes.iter().zip(&placed.center_px) {
        node.draw((center.1, center.0), palette, &mut map);
    }
    if nodes.is_empty() {
        let words = "None of the events shown has a theme or an actor.";
        let color = palette.text_tertiary;
        map.items.push(text::text(
            words,
            0.0,
            12.0,
            Anchor::Start,
            MICRO_PX,
            Face::Regular,
            color,
        ));
    }
    let mut legend = legend(&styles, placed.courses.len() > lines, spec.by, palette);
    if nodes.iter().any(|it| it.pin.is_some()) {
        legend.push(pins::legend(palette));
    }
    map.picture(&spec.look, spec.at, legend, spec.shown.len())
}

/// The group of an event, as a number that sorts in workspace order.
fn key_of(workspace: &Workspace, spec: &ThemesSpec<'_>, event: &Event) -> Option<i64> {
    match spec.by {
        GroupsBy::Theme => {
            let mut id = event.leading_theme()?;
            for _ in 0..8 {
                match workspace.theme(id)?.parent {
                    Some(parent) if spec.wholes => id = parent,
                    _ => break,
                }
            }
            Some(id.0)
        }
        GroupsBy::Actor => {
            let mut id = event.actors.first()?.actor;
            for _ in 0..8 {
                match workspace.actor(id)?.parent {
                    Some(parent) if spec.wholes => id = parent,
                    _ => break,
                }
            }
            Some(id.0)
        }
    }
}

/// What connects groups: for themes the countries and other parent actors that act in both, for actors the events in
/// which both take part.
fn shares(workspace: &Workspace, by: GroupsBy, event: &Event) -> Vec<i64> {
    match by {
        GroupsBy::Theme => {
            let actors = event.actors.iter();
            actors.map(|it| whole(workspace, it.actor).0).collect()
        }
        GroupsBy::Actor => vec![event.id.0],
    }
}

fn whole(workspace: &Workspace, mut id: ActorId) -> ActorId {
    for _ in 0..8 {
        match workspace.actor(id).and_then(|it: &Actor| it.parent) {
            Some(parent) => id = parent,
            None => break,
        }
    }
    id
}

/// What groups without a claim between them have in common.
struct Shared {
    /// For each actor the groups it acts in, at least two: for themes.
    actors: BTreeMap<i64, BTreeSet<usize>>,
    /// Pairs of groups that take part in an event together: for actors.
    pairs: Vec<(usize, usize)>,
}

impl Shared {
    fn of(groups: &Groups<i64, i64>, by: GroupsBy) -> Self {
        let is_joined = |tie: &&Tie<i64>| {
            let ends = (tie.one, tie.other);
            let joins = |it: &Between| (it.from, it.to) == ends || (it.to, it.from) == ends;
            groups.between.iter().any(joins)
        };
        let ties = groups.ties.iter().filter(|it| !is_joined(it));
        let mut shared = Self {
            actors: BTreeMap::new(),
            pairs: Vec::new(),
        };
        for tie in ties {
            match by {
                GroupsBy::Actor => shared.pairs.push((tie.one, tie.other)),
                GroupsBy::Theme => {
                    for actor in &tie.shared {
                        let of = shared.actors.entry(*actor).or_default();
                        of.extend([tie.one, tie.other]);
                    }
                }
            }
        }
        shared
    }

    /// What the node at an index has in common with others, in words; actors come after all groups.
    fn in_common(&self, at: usize, names: &[String]) -> String {
        let named = |of: Vec<usize>| -> String {
            let of: Vec<&str> = of.iter().map(|it| names[*it].as_str()).collect();
            of.join(", ")
        };
        let groups = names.len() - self.actors.len();
        if let Some(of) = at
            .checked_sub(groups)
            .and_then(|it| self.actors.values().nth(it))
        {
            return format!("acts in {}", named(of.iter().copied().collect()));
        }
        let other = |pair: &(usize, usize)| match *pair {
            (one, other) if one == at => Some(other),
            (one, other) if other == at => Some(one),
            _ => None,
        };
        match self.pairs.iter().filter_map(other).collect::<Vec<_>>() {
            none if none.is_empty() => String::new(),
            some => format!("shares events with {}", named(some)),
        }
    }
}

/// Lays out groups with what is between them, claims first; the map reads to the right, so x and y are swapped.
fn lay(groups: &Groups<i64, i64>, shared: &Shared, boxes: &[Node]) -> Placed {
    let node = layered::Node {
        width_px: HEIGHT_PX,
        height_px: WIDTH_PX,
    };
    let edge = |from, to, label| layered::Edge { from, to, label };
    let room = Some((MICRO_PX + 6.0, 60.0));
    let lines = groups.between.iter().map(|it| edge(it.from, it.to, room));
    let count = groups.groups.len();
    let acts = shared.actors.values().zip(count..);
    let acts = acts.flat_map(|(of, actor)| of.iter().map(move |it| edge(actor, *it, None)));
    let pairs = shared.pairs.iter().map(|it| edge(it.0, it.1, None));
    let edges: Vec<layered::Edge> = lines.chain(acts).chain(pairs).collect();
    let spacing = Spacing {
        node_gap_px: 24.0,
        layer_gap_px: 20.0,
        aspect: 1.0 / ASPECT,
    };
    let nodes = vec![node; boxes.len()];
    layered::lay(&nodes, &edges, &spacing, Effort::Steady)
}

/// A course of the layout on the map, its end clear of the box.
fn across(course: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let mut points: Vec<(f32, f32)> = course.iter().map(|it| (it.1, it.0)).collect();
    if let [.., before, last] = points.as_mut_slice() {
        last.0 -= (last.0 - before.0).signum() * CLEAR_PX;
    }
    points
}

fn style(workspace: &Workspace, line: &Between, palette: &Palette) -> Style {
    let links: Vec<&Link> = line
        .claims
        .iter()
        .filter_map(|id| workspace.link(*id))
        .collect();
    let color = match line.sign {
        Sign::Plus => palette.link_plus,
        Sign::Minus => palette.link_minus,
        Sign::Zero => palette.link_zero,
    };
    let count = line.claims.len().saturating_sub(1) as f32;
    Style {
        confidence: Confidence::High,
        lagged: false,
        impossible: false,
        family: crate::links::Family::Plain,
        color,
        width_px: (ONE_PX + MORE_PX * count).min(WIDEST_PX),
        ..Style::of(workspace, &links, palette, Emphasis::Normal)
    }
}

fn draw_line(line: &Between, says: String, course: &Course, style: &Style, map: &mut Map) {
    let ids: Vec<String> = line.claims.iter().map(ToString::to_string).collect();
    map.items.push(Item::Group {
        id: format!("link-{}", ids.join("-")),
        title: says,
    });
    map.items.extend(arrow(course, style));
    map.items.push(Item::Ungroup);
    map.hits.extend(hits(course, &ids.join(" ")));
}

/// "3 claims, 2 sources, 1 against, raises".
fn evidence(workspace: &Workspace, line: &Between) -> String {
    let cited = |id| workspace.citations_of(model::Target::Link(id));
    let all: Vec<_> = line.claims.iter().flat_map(|id| cited(*id)).collect();
    let sources: std::collections::BTreeSet<_> = all.iter().map(|it| it.source).collect();
    let against = all
        .iter()
        .filter(|it| it.stance == model::Stance::Against)
        .count();
    let mut parts = vec![
        counted(line.claims.len(), "claim"),
        counted(sources.len(), "source"),
    ];
    if against > 0 {
        parts.push(format!("{against} against"));
    }
    parts.push(String::from(match line.sign {
        Sign::Plus => "raises",
        Sign::Minus => "lowers",
        Sign::Zero => "no direction",
    }));
    parts.join(", ")
}

fn label(words: &str, (x, y): (f32, f32), palette: &Palette, map: &mut Map) {
    let baseline = y + text::cap_height(MICRO_PX) / 2.0;
    let (face, color) = (Face::Medium, palette.text_secondary);
    let label = text::text(words, x, baseline, Anchor::Middle, MICRO_PX, face, color);
    map.items.push(label.with_halo(palette.surface_canvas, 4.0));
}

fn legend(styles: &[Style], ties: bool, by: GroupsBy, palette: &Palette) -> Vec<LegendEntry> {
    let mut entries = legend_of(styles, palette);
    // Certainty differs from claim to claim, and is shown in the list of claims.
    entries.retain(|it| !it.key.starts_with("link-2"));
    let mut keys: BTreeMap<String, LegendEntry> =
        entries.drain(..).map(|it| (it.key.clone(), it)).collect();
    if ties {
        let line = Path::line(&[(0.0, 0.0), (34.0, 0.0)]);
        let entry = LegendEntry {
            key: String::from("tie"),
            words: String::from(match by {
                GroupsBy::Theme => "actor in this theme",
                GroupsBy::Actor => "in the same event, no claim",
            }),
            mark: vec![stroked(
                line,
                Paint::None,
                palette.line_strong,
                1.2,
                Dash::Low,
            )],
            mark_width_px: 34.0,
        };
        keys.insert(entry.key.clone(), entry);
    }
    keys.into_values().collect()
}
