//! What is being drawn: the map in pixels of its own, with letters of [`LETTER_PX`].

use layout::flow::{Form, Spot, chip_at};
use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Stroke, text};

use super::band::{BAND_HEIGHT_PX, band};
use super::card;
use super::entries::{LETTER_PX, MapEntry};
use super::fade::{ENTRY_SHARE, fade};
use super::prepared::Prepared;
use super::view::View;
use crate::emphasis::{Emphasis, Ink};
use crate::pins::draw_pin;
use crate::spec::CauseMapSpec;
use model::Workspace;

const LINE_PX: f32 = 1.28 * LETTER_PX;
const INDENT_PX: f32 = 1.06 * LETTER_PX;
/// Ring around the selected entry.
const HALO_PX: f32 = 6.0;

/// Everything drawn so far, and what it is drawn from.
pub(super) struct Painting<'a> {
    pub(super) spec: &'a CauseMapSpec<'a>,
    pub(super) prepared: &'a Prepared<'a>,
    pub(super) view: &'a View,
    pub(super) items: Vec<Item>,
    pub(super) hits: Vec<Hit>,
}

/// Half of the height of an entry's mark.
fn mark_half_px(entry: &MapEntry<'_>) -> f32 {
    let glyph = entry.glyph.size_px() * 0.55;
    let frame = if entry.event.kind == model::Kind::Assessment {
        entry.glyph.size_px() * 0.78
    } else {
        0.0
    };
    let band = if entry.lasts() {
        BAND_HEIGHT_PX / 2.0
    } else {
        0.0
    };
    glyph.max(frame).max(band)
}

impl<'a> Painting<'a> {
    pub(super) fn new(
        spec: &'a CauseMapSpec<'a>,
        prepared: &'a Prepared<'a>,
        view: &'a View,
    ) -> Self {
        Self {
            spec,
            prepared,
            view,
            items: Vec::new(),
            hits: Vec::new(),
        }
    }

    /// Upper and lower edge of an entry's mark, or of its card.
    pub(super) fn mark_span(&self, entry: usize) -> (f32, f32) {
        let Some(spot) = &self.view.plan.spots[entry] else {
            return (0.0, 0.0);
        };
        if spot.form == Form::Card {
            let top = spot.area.y * LETTER_PX;
            return (top, top + spot.area.height * LETTER_PX);
        }
        let (half, y) = (
            mark_half_px(&self.prepared.entries[entry]),
            spot.mark.1 * LETTER_PX,
        );
        (y - half, y + half)
    }

    /// The left edge of an entry's mark and the right edge of its title, or those of its card.
    pub(super) fn side_span(&self, entry: usize) -> (f32, f32) {
        let Some(spot) = &self.view.plan.spots[entry] else {
            return (0.0, 0.0);
        };
        let left = match spot.form {
            Form::Card => spot.area.x * LETTER_PX,
            _ => spot.mark.0 * LETTER_PX - mark_half_px(&self.prepared.entries[entry]) - 2.0,
        };
        (left, (spot.area.x + spot.area.width) * LETTER_PX)
    }

    /// Whether a link is one of the selected entry.
    pub(super) fn is_of_selected(&self, at: usize) -> bool {
        let bundle = &self.prepared.bundles[at];
        self.spec.selected.is_some_and(|it| bundle.touches(it))
    }

    /// Draws all entries, what is faded first.
    pub(super) fn draw_entries(
        &mut self,
        workspace: &Workspace,
        emphasis: &Emphasis,
        palette: &Palette,
    ) {
        for ink in [Ink::Faded, Ink::Plain, Ink::Full] {
            for at in 0..self.prepared.entries.len() {
                let id = self.prepared.entries[at].event.id;
                if emphasis.of_entry(id) == ink {
                    self.draw_entry(workspace, at, ink, palette);
                }
            }
        }
    }

    fn draw_entry(&mut self, workspace: &Workspace, at: usize, ink: Ink, palette: &Palette) {
        let view = self.view;
        let Some(spot) = view.plan.spots[at].as_ref() else {
            return;
        };
        if spot.form == Form::Counted {
            return;
        }
        let entry = &self.prepared.entries[at];
        let is_selected = self.spec.selected == Some(entry.event.id) && !self.spec.look.is_page;
        self.hits.push(Hit {
            x: spot.area.x * LETTER_PX,
            y: spot.area.y * LETTER_PX,
            width: spot.area.width * LETTER_PX,
            height: spot.area.height * LETTER_PX,
            kind: HitKind::Event,
            id: entry.event.id.to_string(),
        });
        let mut items = Vec::new();
        if spot.form == Form::Card {
            card::draw(workspace, entry, spot, is_selected, palette, &mut items);
        } else {
            mark(entry, spot, is_selected, palette, &mut items);
            title(entry, spot, palette, &mut items);
        }
        self.chip(entry, spot, palette, &mut items);
        if ink == Ink::Faded {
            fade(&mut items, ENTRY_SHARE, palette.surface_canvas);
        }
        self.items.push(Item::Group {
            id: format!("event-{}", entry.event.id),
            title: entry.event.title.clone(),
        });
        self.items.extend(items);
        self.items.push(Item::Ungroup);
    }

    /// The count of what is put away, not drawn or not shown at an entry.
    fn chip(
        &mut self,
        entry: &MapEntry<'_>,
        spot: &Spot,
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        let count = spot.counted.len() + entry.behind.len() + entry.beyond;
        if count == 0 {
            return;
        }
        let last = spot.lines.last().map_or(0.0, |range| {
            let line = entry.line(range.clone(), spot.is_cut);
            text::width(&line, LETTER_PX, entry.face) / LETTER_PX
        });
        let (left, middle) = chip_at(spot, last);
        let (left, middle) = (left * LETTER_PX, middle * LETTER_PX);
        let words = format!("+{count}");
        let width = text::width(&words, LETTER_PX, Face::Regular) + 7.0;
        items.push(Item::Rect {
            x: left,
            y: middle - 8.5,
            width,
            height: 17.0,
            radius: 3.0,
            fill: Paint::Solid(palette.surface_canvas),
            stroke: Some(Stroke {
                paint: Paint::Solid(palette.line_strong),
                width: 1.0,
                dash: Dash::Solid,
            }),
        });
        items.push(text::text(
            &words,
            left + width / 2.0,
            middle + text::cap_height(LETTER_PX) / 2.0,
            Anchor::Middle,
            LETTER_PX,
            Face::Regular,
            palette.text_primary,
        ));
        let mut ids: Vec<String> = spot
            .counted
            .iter()
            .map(|it| self.prepared.entries[*it].event.id.to_string())
            .collect();
        ids.extend(entry.behind.iter().map(ToString::to_string));
        if ids.is_empty() {
            // What the filter of the chart leaves out is found from the entry itself.
            return;
        }
        self.hits.push(Hit {
            x: left,
            y: middle - 8.5,
            width,
            height: 17.0,
            kind: HitKind::Bucket,
            id: ids.join(" "),
        });
    }
}

/// The mark of an entry, ringed if it is selected.
fn mark(
    entry: &MapEntry<'_>,
    spot: &Spot,
    is_selected: bool,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let (x, y) = (spot.mark.0 * LETTER_PX, spot.mark.1 * LETTER_PX);
    if is_selected {
        items.push(Item::Path {
            path: scene::Path::circle(x, y, mark_half_px(entry) + 4.0),
            fill: Paint::Solid(palette.surface_canvas),
            stroke: Some(Stroke {
                paint: Paint::Solid(palette.focus.with_alpha(110)),
                width: HALO_PX,
                dash: Dash::Solid,
            }),
        });
    }
    if entry.lasts() {
        items.extend(band(entry, x, y, palette));
    }
    entry
        .glyph
        .draw(x, y, palette, palette.surface_canvas, items);
}

/// The title beside it.
fn title(entry: &MapEntry<'_>, spot: &Spot, palette: &Palette, items: &mut Vec<Item>) {
    let color = if entry.is_outside {
        palette.text_secondary
    } else {
        palette.text_primary
    };
    let x = spot.mark.0 * LETTER_PX + INDENT_PX;
    let mut y = spot.mark.1 * LETTER_PX + text::cap_height(LETTER_PX) / 2.0;
    for (at, range) in spot.lines.iter().enumerate() {
        let is_last = at + 1 == spot.lines.len();
        let line = entry.line(range.clone(), spot.is_cut && is_last);
        items.push(text::text(
            &line,
            x,
            y,
            Anchor::Start,
            LETTER_PX,
            entry.face,
            color,
        ));
        y += LINE_PX;
    }
    if entry.slot.is_some() {
        let x = spot.mark.0 * LETTER_PX - 9.0;
        draw_pin(
            x,
            spot.mark.1 * LETTER_PX - 6.0,
            palette.text_primary,
            items,
        );
    }
}
