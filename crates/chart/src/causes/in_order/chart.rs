//! The laid-out chart and its picture.

use std::collections::{BTreeMap, BTreeSet};

use layout::columns::{self, Form, Placed, Room};
use model::{EventId, Workspace};
use scene::{Hit, HitKind, Item, Palette, Scene};

use super::arrange::{Arranged, PAD_PX, arranged};
use super::candidate::Candidate;
use super::draw::{Standee, Wire};
use super::heading::{HEAD_PX, Head};
use super::stretches::Stretch;
use crate::causes::legend;
use crate::causes::lit::{Lit, fade_entry, fade_link};
use crate::causes::paint::standing;
use crate::causes::unlinked::Unlinked;
use crate::causes::wires;
use crate::links::{Bundle, Style};
use crate::marks::block;
use crate::pins;
use crate::shift::shift;
use crate::spec::{CausesSpec, LegendEntry};

/// Size of letters: the smallest that a page, and a window, may have.
const PAGE_LETTER_PX: f32 = 10.0;
const SCREEN_LETTER_PX: f32 = 11.0;

/// The laid-out chart.
pub(super) struct Chart<'a> {
    spec: &'a CausesSpec<'a>,
    room: Room,
    letter_px: f32,
    stretches: Vec<Stretch>,
    pub(super) placed: Placed,
    pub(super) standees: Vec<Standee<'a>>,
    /// The links, and whether each stands out.
    wires: Vec<(Wire, bool)>,
    lit: Option<Lit>,
    is_pinned: bool,
    /// How many links there are between the entries.
    links: usize,
}

impl<'a> Chart<'a> {
    /// The chart of these entries and the links between them.
    pub(super) fn new(
        workspace: &Workspace,
        spec: &'a CausesSpec<'a>,
        candidates: Vec<Candidate<'a>>,
        bundles: &[Bundle<'_>],
    ) -> Self {
        let letter_px = if spec.look.is_page {
            PAGE_LETTER_PX
        } else {
            SCREEN_LETTER_PX
        };
        let places: BTreeMap<EventId, usize> = (0..)
            .zip(&candidates)
            .map(|(at, it)| (it.event.id, at))
            .collect();
        let inside = |id: EventId| {
            places
                .get(&id)
                .copied()
                .filter(|it| candidates[*it].is_inside)
        };
        let kept = bundles.iter().filter_map(|it| {
            let ends = (*places.get(&it.cause)?, *places.get(&it.effect)?);
            (inside(it.cause).is_some() || inside(it.effect).is_some()).then_some((it, ends))
        });
        let kept: Vec<(&Bundle<'_>, (usize, usize))> = kept.collect();
        let palette = Palette::of(spec.look.theme);
        let styles: Vec<Style> = kept
            .iter()
            .map(|it| {
                Style::of(
                    workspace,
                    &it.0.claims,
                    palette,
                    wires::emphasis_in(it.0, spec),
                )
            })
            .collect();
        let styled: Vec<(&Bundle<'_>, (usize, usize), u32)> = kept
            .iter()
            .zip(&styles)
            .map(|(it, style)| (it.0, it.1, style.line_key()))
            .collect();
        let Arranged {
            stretches,
            room,
            placed,
            standees,
        } = arranged(spec, &candidates, &styled, letter_px);
        let is_pinned = candidates.iter().any(|it| it.pin.is_some());
        let lit = Lit::of(spec, bundles);
        let is_lit = |it: &Bundle<'_>| lit.as_ref().is_none_or(|lit| lit.has_bundle(it));
        let lit_links: Vec<bool> = kept.iter().map(|it| is_lit(it.0)).collect();
        let own = columns::own_parts(&placed.courses, &drawing_order(&placed, &lit_links));
        let wires = kept
            .iter()
            .zip(styles)
            .enumerate()
            .filter(|(at, _)| !placed.courses[*at].corners.is_empty());
        let wires = wires
            .map(|(at, ((bundle, ends), style))| {
                let words = (bundle.hit_id(), bundle.says(workspace), style);
                let marks = (&standees[ends.0], &standees[ends.1]);
                (
                    Wire::new(words, &placed.courses[at], &own[at], marks, &room),
                    lit_links[at],
                )
            })
            .collect();
        Self {
            spec,
            room,
            letter_px,
            stretches,
            links: kept.len(),
            placed,
            standees,
            wires,
            lit,
            is_pinned,
        }
    }

    /// How many entries can be recognized.
    pub(super) fn named(&self) -> usize {
        self.standees.iter().filter(|it| it.is_named()).count()
    }

    /// What is drawn and what is not, as a sentence or two.
    pub(super) fn counts(&self, unlinked: usize) -> String {
        let linked = self.standees.len();
        let count = |test: &dyn Fn(&Standee<'_>) -> bool| {
            self.standees.iter().filter(|it| test(it)).count()
        };
        let whole = count(&|it| it.is_whole);
        let hidden = count(&|it| it.spot.form == Form::Hidden);
        let mut words = format!(
            "{linked} of {} entries have links: {} named, {whole} of them in full",
            linked + unlinked,
            self.named()
        );
        if hidden > 0 {
            words.push_str(&format!("; no room for {hidden}"));
        }
        format!("{words}. {} of {} links", self.wires.len(), self.links)
    }

    /// The legend of what occurs.
    pub(super) fn legend(&self, palette: &Palette) -> Vec<LegendEntry> {
        let styles: Vec<Style> = self.wires.iter().map(|it| it.0.style).collect();
        let mut entries = crate::links::legend_of(&styles, palette);
        let shown = self
            .standees
            .iter()
            .filter(|it| it.spot.form != Form::Hidden);
        entries.extend(legend::of_events(shown.map(|it| it.event), palette));
        if self.is_pinned {
            entries.push(pins::legend(palette));
        }
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        entries
    }

    /// The whole picture.
    pub(super) fn scene(
        &self,
        linked: &BTreeMap<EventId, BTreeSet<EventId>>,
        unlinked: &Unlinked<'_>,
        palette: &Palette,
    ) -> Scene {
        let look = &self.spec.look;
        let mut scene = Scene {
            width_px: look.width_px,
            height_px: look.height_px,
            ..Scene::default()
        };
        let head = Head {
            stretches: &self.stretches,
            columns: &self.placed.columns,
            as_of: self.spec.as_of,
            width_px: look.width_px,
            height_px: look.height_px,
            letter_px: self.letter_px,
            palette,
        };
        let (items, hits) = (&mut scene.items, &mut scene.hits);
        let plot_px = (look.height_px - HEAD_PX).max(0.0);
        hits.push(Hit {
            x: 0.0,
            y: HEAD_PX,
            width: look.width_px,
            height: plot_px,
            kind: HitKind::Plot,
            id: String::new(),
        });
        items.push(block(
            0.0,
            0.0,
            look.width_px,
            look.height_px,
            palette.surface_canvas,
        ));
        items.push(Item::Clip {
            x: 0.0,
            y: HEAD_PX,
            width: look.width_px,
            height: plot_px,
        });
        head.draw_ground(items);
        let top_px = HEAD_PX + PAD_PX - look.scroll_px;
        let (mut content, mut found) = self.content(linked, &head, palette);
        content.iter_mut().for_each(|it| shift(it, 0.0, top_px));
        found.iter_mut().for_each(|it| it.y += top_px);
        items.extend(content);
        hits.extend(found);
        let below = top_px + self.placed.height_px + PAD_PX;
        if unlinked.height_px() > 0.0 {
            let canvas = palette.surface_canvas;
            items.push(block(
                0.0,
                below,
                look.width_px,
                (look.height_px - below).max(0.0),
                canvas,
            ));
            unlinked.draw(below, look.width_px, canvas, palette, items, hits);
        }
        items.push(Item::Unclip);
        head.draw(items, hits);
        keep_visible(hits, (HEAD_PX, look.height_px));
        scene
    }

    /// Links and entries, from the top of the first row; what does not stand out is faded.
    fn content(
        &self,
        linked: &BTreeMap<EventId, BTreeSet<EventId>>,
        head: &Head<'_>,
        palette: &Palette,
    ) -> (Vec<Item>, Vec<Hit>) {
        let (mut items, mut hits) = (Vec::new(), Vec::new());
        for stands_out in [false, true] {
            for (wire, _) in self.wires.iter().filter(|it| it.1 == stands_out) {
                let from = items.len();
                wire.draw(&mut items, &mut hits);
                if !stands_out {
                    fade_link(&mut items[from..]);
                }
            }
        }
        for it in &self.standees {
            let (from, id) = (items.len(), it.event.id);
            let standing = standing(id, self.spec, linked);
            it.draw(
                &self.room,
                (standing, self.letter_px),
                head.ground(it.spot.x_px),
                palette,
                &mut items,
            );
            if self.lit.as_ref().is_some_and(|lit| !lit.has_event(id)) {
                fade_entry(&mut items[from..]);
            }
            if it.spot.form != Form::Hidden {
                hits.push(it.hit(&self.room));
            }
        }
        (items, hits)
    }
}

/// Links in the order in which they claim shared lines: what stands out first, then the longest.
fn drawing_order(placed: &Placed, stands_out: &[bool]) -> Vec<usize> {
    let length = |it: usize| {
        let xs = || placed.courses[it].corners.iter().map(|it| it.0);
        xs().fold(0.0, f32::max) - xs().fold(f32::INFINITY, f32::min)
    };
    let mut order: Vec<usize> = (0..placed.courses.len()).collect();
    order.sort_by(|a, b| {
        stands_out[*b]
            .cmp(&stands_out[*a])
            .then(length(*b).total_cmp(&length(*a)))
            .then(a.cmp(b))
    });
    order
}

/// Limits what can be pointed at to what is visible.
fn keep_visible(hits: &mut Vec<Hit>, (top, bottom): (f32, f32)) {
    for hit in hits.iter_mut().filter(|hit| hit.kind != HitKind::AsOf) {
        let end = (hit.y + hit.height).min(bottom);
        hit.y = hit.y.max(top);
        hit.height = end - hit.y;
    }
    hits.retain(|hit| hit.height > 0.5);
}
