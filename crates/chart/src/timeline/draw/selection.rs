//! The chain of causes and effects of the selection, drawn between marks, buckets and the window's edges.

use std::collections::{BTreeMap, BTreeSet};

use model::{Event, EventId, LinkId, Workspace};
use scene::{Hit, Item, Palette};

use crate::links::{self, Bundle, Course, Emphasis, Style};
use crate::spec::{LegendEntry, Window};

use super::bucket::Bucket;
use super::fade::{ENTRY_SHARE, LINK_SHARE, fade};
use super::link_counts::LinkCounts;
use super::link_tag::{SELECTED_PX, halo, tag};
use super::mark::Mark;
use super::obstacles::Obstacles;
use super::stub::{Room, Stub};
use crate::emphasis::{Emphasis as Lit, Ink, has};
use crate::timeline::frame::Frame;
use crate::timeline::plan::lanes::PlacedLane;
use crate::timeline::prepare::chain::Chain;
use crate::timeline::ready::timeline::Timeline;

/// Everything that links can end at.
pub(crate) struct LinkEnds<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) timeline: &'a Timeline,
    pub(crate) frame: &'a Frame,
    pub(crate) lanes: &'a [PlacedLane<'a>],
    pub(crate) marks: &'a [Mark<'a>],
    /// Buckets with the indices of their lanes.
    pub(crate) buckets: &'a [(usize, Bucket)],
    pub(crate) as_of: Option<f32>,
    pub(crate) palette: &'a Palette,
}

/// Up to this many links, all of them are looked at for every picture.
const FEW_LINKS: usize = 2000;

/// Where an end of a link is.
enum End<'a> {
    Mark(&'a Mark<'a>),
    /// In a bucket, or in a lane that is not visible.
    Counted(f32, f32),
    /// Outside the window, to the left or to the right.
    Away(&'a Event, bool),
}

/// What was drawn of the links.
#[derive(Default)]
pub(crate) struct DrawnChain {
    /// The styles that occur, for the legend.
    pub(crate) styles: Vec<Style>,
    /// Links that are not drawn: for lack of room, or because neither end is in the window.
    pub(crate) more: usize,
    pub(crate) stubs: Vec<Stub>,
    /// What is drawn of all links; empty while only some are asked for.
    pub(crate) counts: LinkCounts,
    /// The words of the selected link.
    pub(crate) tag: Vec<Item>,
}

impl DrawnChain {
    /// Adds the links that were not even tried. Those wholly outside the window are only counted for a page, which says so,
    /// or while they are few.
    pub(crate) fn add_rest(
        &mut self,
        chain: &Chain<'_>,
        workspace: &Workspace,
        timeline: &Timeline,
        (window, is_page): (Window, bool),
    ) {
        self.more += chain.more;
        if !chain.all {
            self.counts = LinkCounts::default();
            return;
        }
        if is_page || workspace.links.len() <= FEW_LINKS {
            let tried: BTreeSet<LinkId> = chain.links.iter().map(|it| it.id).collect();
            for link in workspace.links.iter().filter(|it| !tried.contains(&it.id)) {
                let touches = |id| timeline.touches(workspace, id, window);
                match (touches(link.cause), touches(link.effect)) {
                    (None, _) | (_, None) => {}
                    (Some(false), Some(false)) => self.counts.outside += 1,
                    _ => self.counts.hidden += 1,
                }
            }
        } else {
            self.counts.hidden += chain.more;
        }
        self.more = self.counts.hidden;
    }

    /// Draws the stubs and the words of the selected link, over everything else.
    pub(crate) fn draw_over(
        &self,
        palette: &Palette,
        lit: &Lit,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        for stub in &self.stubs {
            let first = items.len();
            hits.push(stub.draw(palette, items));
            if lit.of_entry(stub.event) == Ink::Faded {
                fade(&mut items[first..], ENTRY_SHARE, palette);
            }
        }
        items.extend(self.tag.iter().cloned());
    }

    /// "12 links not shown", if there are any and the note does not count them.
    pub(crate) fn legend(&self) -> Option<LegendEntry> {
        let plural = if self.more == 1 { "link" } else { "links" };
        (self.more > 0 && self.counts.total() == 0).then(|| LegendEntry {
            key: "link-9-more".to_owned(),
            words: format!("{} {plural} not shown", self.more),
            mark: Vec::new(),
            mark_width_px: 0.0,
        })
    }
}

impl<'a> LinkEnds<'a> {
    /// Draws the links of a chain; stubs, which go over the marks, are drawn later.
    pub(crate) fn draw(
        &self,
        selected: Option<EventId>,
        bundles: &[Bundle<'_>],
        (lit, chosen): (&Lit, Option<LinkId>),
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) -> DrawnChain {
        let mut drawn = DrawnChain::default();
        if bundles.is_empty() {
            return drawn;
        }
        let marks: BTreeMap<EventId, &Mark<'_>> = self
            .marks
            .iter()
            .map(|mark| (mark.event.id, mark))
            .collect();
        let lines = bundles.iter().enumerate().filter_map(|(at, bundle)| {
            let cause = self.end(&marks, bundle.cause)?;
            let effect = self.end(&marks, bundle.effect)?;
            Some((cause, effect, (lit.of_link(at), bundle)))
        });
        let mut lines: Vec<_> = lines.collect();
        // From top to bottom by their ends, so that lines fan out instead of crossing at the ring.
        lines.sort_by(|a, b| (a.0.y() + a.1.y()).total_cmp(&(b.0.y() + b.1.y())));
        let mut room = Room::new(self.frame, self.marks, &self.bucket_areas());
        let mut laid = BTreeMap::new();
        let count = lines.len() as f32;
        for (index, (cause, effect, (ink, bundle))) in lines.iter().enumerate() {
            let fan = ((index as f32 - (count - 1.0) * 0.5) * 3.2).clamp(-6.5, 6.5);
            let place = Place {
                index,
                fan,
                selected,
            };
            let course = self.course(cause, effect, &place, &mut room, &mut laid);
            let Some(course) = course else {
                drawn.more += bundle.claims.len();
                continue;
            };
            let workspace = self.workspace;
            let mut style = Style::of(workspace, &bundle.claims, self.palette, Emphasis::Strong);
            let first = items.len();
            if !self.frame.is_page && chosen.is_some_and(|id| has(bundle, id)) {
                style.width_px = style.width_px.max(SELECTED_PX);
                items.push(halo(&course, self.palette));
                drawn.tag = self.tag(bundle, &course);
            }
            self.draw_link(bundle, &course, &style, items, hits);
            if *ink == Ink::Faded {
                fade(&mut items[first..], LINK_SHARE, self.palette);
            }
            drawn.styles.push(style);
        }
        drawn.stubs = laid.into_values().collect();
        drawn
    }

    fn draw_link(
        &self,
        bundle: &Bundle<'_>,
        course: &Course,
        style: &Style,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        let id = bundle.claims.first().map_or(0, |link| link.id.0);
        items.push(Item::Group {
            id: format!("link-{id}"),
            title: bundle.says(self.workspace),
        });
        items.extend(links::arrow(course, style));
        items.push(Item::Ungroup);
        hits.extend(links::hits(course, &bundle.hit_id()));
    }

    /// The words of the selected link.
    fn tag(&self, bundle: &Bundle<'_>, course: &Course) -> Vec<Item> {
        let frame = self.frame;
        let obstacles = Obstacles::of(frame, self.marks, self.buckets);
        let within = (frame.left_px, frame.top_px, frame.width_px, frame.bottom_px);
        let words = bundle.words(self.workspace);
        tag(course, &words, &obstacles, within, self.palette)
    }

    /// Where links to an event end; `None` if it is not on this timeline.
    fn end(&self, marks: &BTreeMap<EventId, &'a Mark<'a>>, id: EventId) -> Option<End<'a>> {
        if let Some(mark) = marks.get(&id) {
            return Some(End::Mark(mark));
        }
        let event = self.workspace.event(id)?;
        let (lane, at) = self.timeline.find(event)?;
        let (from, to) = self
            .timeline
            .lanes
            .get(lane)?
            .index
            .entries
            .get(at)?
            .stretch();
        let scale = &self.frame.scale;
        if to <= scale.from_days() || from >= scale.to_days() {
            return Some(End::Away(event, to <= scale.from_days()));
        }
        let day = from.max(scale.from_days());
        let bucket = self
            .buckets
            .iter()
            .find(|it| it.0 == lane && it.1.holds(day));
        let (x, y) = bucket.map_or_else(
            || {
                let lane = self.lanes.get(lane).map(|it| it.y_px + it.height_px * 0.5);
                let y = self.frame.content_top_px + lane.unwrap_or(0.0);
                (scale.x_px(day), y)
            },
            |it| it.1.port(),
        );
        Some(End::Counted(x, y))
    }

    /// The course of a link; `None` if it would be outside, or there is no room for a stub.
    fn course(
        &self,
        cause: &End<'a>,
        effect: &End<'a>,
        place: &Place,
        room: &mut Room,
        laid: &mut BTreeMap<(EventId, bool), Stub>,
    ) -> Option<Course> {
        let port = |end: &End<'_>, leaving| place.port(end, leaving, self.as_of);
        let mut stub = |event: &Event, is_left, mark: (f32, f32)| {
            let x = place.upright_px(mark);
            if let Some(stub) = laid.get(&(event.id, is_left)) {
                return Some(stub.port((x, mark.1)));
            }
            let stub = room.stub(event, is_left, mark.1)?;
            let end = stub.port((x, mark.1));
            laid.insert((event.id, is_left), stub);
            Some(end)
        };
        match (cause, effect) {
            (End::Away(..), End::Away(..)) => None,
            (End::Away(event, is_left), _) => {
                let to = port(effect, false)?;
                Some(place.around(stub(event, *is_left, to)?, to, (true, *is_left)))
            }
            (_, End::Away(event, is_left)) => {
                let from = port(cause, true)?;
                Some(place.around(from, stub(event, *is_left, from)?, (false, *is_left)))
            }
            _ => Some(place.between(port(cause, true)?, port(effect, false)?)),
        }
    }

    pub(crate) fn bucket_areas(&self) -> Vec<Hit> {
        let folds = &self.timeline.folds;
        let areas = self.buckets.iter();
        areas
            .map(|it| it.1.draw(folds, self.palette, &mut Vec::new()))
            .collect()
    }
}

impl End<'_> {
    /// Its approximate height, for the order of links.
    fn y(&self) -> f32 {
        match self {
            Self::Mark(mark) => mark.y,
            Self::Counted(_, y) => *y,
            Self::Away(..) => 0.0,
        }
    }
}

/// What distinguishes a link from those beside it.
struct Place {
    index: usize,
    /// How far from the middle of the ring it ends.
    fan: f32,
    selected: Option<EventId>,
}

impl Place {
    fn port(&self, end: &End<'_>, leaving: bool, as_of: Option<f32>) -> Option<(f32, f32)> {
        match end {
            End::Mark(mark) => {
                let chosen = self.selected == Some(mark.event.id);
                let (x, y) = mark.port(chosen, leaving, as_of);
                // The ring is round: away from its middle line it is reached slightly further in.
                let off = if chosen { self.fan } else { 0.0 };
                Some((x + off.abs() * 0.28, y + off))
            }
            End::Counted(x, y) => Some((*x, *y)),
            End::Away(..) => None,
        }
    }

    /// A link between two ends in the window.
    fn between(&self, from: (f32, f32), to: (f32, f32)) -> Course {
        let near = (self.index % 12) as f32 * 4.0;
        let reach = 16.0 + (from.1 - to.1).abs().mul_add(0.22, near).min(84.0);
        links::bulge(from, to, reach)
    }

    /// The x of the vertical part of a link to or from a stub: left of the mark.
    fn upright_px(&self, mark: (f32, f32)) -> f32 {
        mark.0 - 9.0 - (self.index % 6) as f32 * 2.5
    }

    /// A link to or from a stub: horizontal, then along the left side of the mark.
    fn around(&self, from: (f32, f32), to: (f32, f32), (comes, is_left): (bool, bool)) -> Course {
        let (stub, mark) = if comes { (from, to) } else { (to, from) };
        let upright = self.upright_px(mark);
        if (stub.1 - mark.1).abs() < 1.0 && stub.0 < upright && is_left {
            return links::rounded(&[from, to], 0.0);
        }
        // A stub on the right is entered from its left, with room for the arrowhead.
        let x = if is_left {
            upright
        } else {
            upright.min(stub.0 - 16.0)
        };
        links::rounded(&[from, (x, from.1), (x, to.1), to], 5.0)
    }
}
