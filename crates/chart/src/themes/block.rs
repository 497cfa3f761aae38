//! A theme or an actor as a block: its name, a mark for each entry in order of time, and the counts.

use model::{Event, Kind};
use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Rgba, Stroke, text};

use super::area::Area;
use super::content::{Block, Content};
use super::letters::{Letters, counted, lines_of};

use crate::marks::{Glyph, rule, tone_color, tone_tint};
use crate::pins::{PIN_PX, draw_pin};

/// From the edges of a block to what is in it.
const PAD_PX: f32 = 10.0;
const EDGE_PX: f32 = 4.0;
/// Room for the mark of an entry, and the least, where that saves a row.
const SLOT_PX: f32 = 24.0;
const TIGHT_PX: f32 = 20.0;
const NARROWEST_PX: f32 = 96.0;
/// Rows of marks in a block at most.
const MOST_ROWS: usize = 2;
/// Lines for a name.
const NAME_LINES: usize = 2;
const CORNER_PX: f32 = 10.0;

/// How much a block shows, from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Name, a mark for each entry, partners if they are named, counts.
    Full,
    /// The same with one row of marks and without partners.
    Marks,
    /// Name and number of entries, below each other.
    Bare,
    /// Name and number of entries on one line.
    Line,
}

/// What a block needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Size {
    pub(super) width_px: f32,
    pub(super) height_px: f32,
    name: Vec<String>,
    counts: Vec<String>,
    /// Its partners in words, if they are not drawn.
    partners: Vec<String>,
    /// Room for a mark.
    slot_px: f32,
    /// Marks in a row.
    per_row: usize,
    pub(super) rows: usize,
    /// Whether the name or the partners are shortened.
    pub(super) is_shortened: bool,
}

impl Size {
    /// The size of a block with this much width; `partners` in words, if it names them.
    pub(super) fn of(
        block: &Block<'_>,
        partners: &str,
        letters: &Letters,
        most_px: f32,
        form: Form,
    ) -> Self {
        let around_px = 2.0 * PAD_PX + EDGE_PX;
        let room_px = (most_px - around_px).max(SLOT_PX);
        let pin_px = block.pin.map_or(0.0, |_| PIN_PX + 4.0);
        let has_marks = matches!(form, Form::Full | Form::Marks);
        let counts = match form {
            Form::Full | Form::Marks => block.counts(),
            Form::Bare => counted(block.events.len(), "entry"),
            Form::Line => String::new(),
        };
        let name = match form {
            Form::Line => format!("{} {}", block.name, block.events.len()),
            _ => block.name.clone(),
        };
        let partners = if form == Form::Full { partners } else { "" };
        let name_px = text::width(&name, letters.name_px, Face::SemiBold) + pin_px;
        let marks_px = match form {
            Form::Full | Form::Marks => block.events.len() as f32 * SLOT_PX,
            Form::Bare | Form::Line => 0.0,
        };
        let counts_px = letters.width(&counts, Face::Regular);
        let partners_px = letters.width(partners, Face::Regular);
        let wanted_px = name_px.max(marks_px).max(counts_px).max(partners_px);
        let least_px = match form {
            Form::Full | Form::Marks => NARROWEST_PX.min(most_px) - around_px,
            Form::Bare | Form::Line => SLOT_PX,
        };
        let inner_px = wanted_px.min(room_px).max(least_px) + 0.5;
        let wrapped = |words: &str, size_px: f32, face: Face, room_px: f32, most: usize| {
            if words.is_empty() {
                return (Vec::new(), false);
            }
            lines_of(words, size_px, face, room_px, most)
        };
        let name_lines = if form == Form::Line { 1 } else { NAME_LINES };
        let (face, size_px) = (Face::SemiBold, letters.name_px);
        let (name, cut_name) = wrapped(&name, size_px, face, inner_px - pin_px, name_lines);
        let regular = |words: &str| wrapped(words, letters.text_px, Face::Regular, inner_px, 2);
        let (counts, cut_counts) = regular(&counts);
        let (partners, cut_partners) = regular(partners);
        let slot_px = slot_px(block.events.len(), inner_px);
        let per_row = ((inner_px / slot_px) as usize).max(1);
        let most_rows = if form == Form::Full { MOST_ROWS } else { 1 };
        let rows = match has_marks {
            true => block.events.len().div_ceil(per_row).clamp(1, most_rows),
            false => 0,
        };
        let text_lines = (counts.len() + partners.len()) as f32;
        let around_px = if has_marks { PAD_PX * 1.6 } else { PAD_PX };
        let height_px = name.len() as f32 * letters.name_line_px()
            + rows as f32 * SLOT_PX
            + text_lines * letters.line_px()
            + around_px;
        Self {
            width_px: inner_px + 2.0 * PAD_PX + EDGE_PX,
            height_px,
            name,
            counts,
            partners,
            slot_px,
            per_row,
            rows,
            is_shortened: cut_name || cut_counts || cut_partners,
        }
    }

    /// The entries that have a mark; the others are counted behind the last.
    fn marked<'e, 'w>(&self, events: &'e [&'w Event], letters: &Letters) -> &'e [&'w Event] {
        let room = self.per_row * self.rows;
        if events.len() <= room {
            return events;
        }
        let words = letters.width(&format!("+{}", events.len()), Face::Medium);
        let taken = (words / self.slot_px).ceil() as usize;
        &events[..room.saturating_sub(taken)]
    }
}

/// Room for each of so many marks: as wide as usual, or a little less if all then stand in one row.
fn slot_px(marks: usize, inner_px: f32) -> f32 {
    let one_row_px = inner_px / marks.max(1) as f32;
    if one_row_px >= TIGHT_PX {
        // A rounding error must not cost the last mark its place.
        one_row_px.min(SLOT_PX) - 0.001
    } else {
        SLOT_PX
    }
}

/// Draws a block into its area, and records where it can be pointed at.
pub(super) fn draw(
    content: &Content<'_>,
    at: usize,
    size: &Size,
    area: &Area,
    ink: (&Letters, &Palette),
    out: (&mut Vec<Item>, &mut Vec<Hit>),
) {
    let ((letters, palette), (items, hits)) = (ink, out);
    let block = &content.blocks[at];
    items.push(Item::Group {
        id: block.id.replace(' ', "-"),
        title: described(content, at),
    });
    frame(block, area, palette, items);
    hits.push(Hit {
        x: area.left,
        y: area.top,
        width: area.width,
        height: area.height,
        kind: HitKind::Lane,
        id: block.id.clone(),
    });
    let x = area.left + EDGE_PX + PAD_PX;
    let spare_px = (area.height - size.height_px).max(0.0);
    let pad_px = if size.rows > 0 {
        PAD_PX * 0.8
    } else {
        PAD_PX * 0.5
    };
    let air_px = pad_px + (spare_px * 0.25).min(PAD_PX);
    let mut y = area.top + air_px;
    for line in &size.name {
        y += letters.name_line_px();
        let baseline = y - letters.name_line_px() * 0.25;
        let (face, color) = (Face::SemiBold, palette.text_primary);
        items.push(text::text(
            line,
            x,
            baseline,
            Anchor::Start,
            letters.name_px,
            face,
            color,
        ));
    }
    if block.pin.is_some() {
        let right = area.right() - PAD_PX - 2.0;
        draw_pin(right, area.top + PAD_PX + 5.0, palette.text_primary, items);
    }
    let words_px = (size.counts.len() + size.partners.len()) as f32 * letters.line_px();
    let words_top = area.bottom() - air_px - words_px;
    let marks_top = f32::midpoint(y, words_top) - size.rows as f32 * SLOT_PX / 2.0;
    marks(
        block,
        size,
        (x, marks_top),
        (letters, palette),
        (items, hits),
    );
    let mut baseline = words_top + letters.line_px() * 0.75;
    for (line, color) in (size.partners.iter().map(|it| (it, palette.text_primary)))
        .chain(size.counts.iter().map(|it| (it, palette.text_secondary)))
    {
        let (anchor, face) = (Anchor::Start, Face::Regular);
        items.push(text::text(
            line,
            x,
            baseline,
            anchor,
            letters.text_px,
            face,
            color,
        ));
        baseline += letters.line_px();
    }
    items.push(Item::Ungroup);
}

/// A description for screen readers: "Tariffs, 12 entries, 3 claims within, with China 4".
fn described(content: &Content<'_>, at: usize) -> String {
    let block = &content.blocks[at];
    let words = format!("{}, {}", block.name, block.counts());
    match partner_words(content, at, usize::MAX) {
        none if none.is_empty() => words,
        some => format!("{words}, with {some}"),
    }
}

/// The partners of a block and in how many of its entries they are, at most so many named: "China 10, Canada 5, 3 other".
pub(super) fn partner_words(content: &Content<'_>, block: usize, named: usize) -> String {
    let count = |bands: &[(usize, usize)]| bands.iter().find(|it| it.0 == block).map(|it| it.1);
    let partners = content.partners.iter();
    let mut all: Vec<(&str, usize)> = partners
        .filter_map(|it| Some((it.name.as_str(), count(&it.bands)?)))
        .collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.1));
    let mut words: Vec<String> = all
        .iter()
        .take(named)
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    if all.len() > named {
        words.push(format!("{} other", all.len() - named));
    }
    words.join(", ")
}

/// A box with the theme's color at its left edge; of an actor a rounded box.
fn frame(block: &Block<'_>, area: &Area, palette: &Palette, items: &mut Vec<Item>) {
    let (color, width) = if block.is_selected {
        (palette.accent, 2.4)
    } else {
        (palette.line_strong, 1.0)
    };
    items.push(Item::Rect {
        x: area.left,
        y: area.top,
        width: area.width,
        height: area.height,
        radius: block.hue.map_or(CORNER_PX, |_| 2.0),
        fill: Paint::Solid(palette.surface_raised),
        stroke: Some(Stroke {
            paint: Paint::Solid(color),
            width,
            dash: Dash::Solid,
        }),
    });
    if let Some(hue) = block.hue {
        let (x, y) = (area.left - 0.5, area.top - 0.5);
        items.push(crate::marks::block(x, y, EDGE_PX, area.height + 1.0, hue));
    }
}

fn marks(
    block: &Block<'_>,
    size: &Size,
    (left, top): (f32, f32),
    (letters, palette): (&Letters, &Palette),
    (items, hits): (&mut Vec<Item>, &mut Vec<Hit>),
) {
    if size.rows == 0 {
        return;
    }
    let marked = size.marked(&block.events, letters);
    let place = |at: usize| {
        let (row, column) = (at / size.per_row, at % size.per_row);
        (
            left + size.slot_px * (column as f32 + 0.5),
            top + SLOT_PX * (row as f32 + 0.5),
        )
    };
    for (at, event) in marked.iter().enumerate() {
        let (x, y) = place(at);
        mark(event, (x, y), palette, palette.surface_raised, items);
        hits.push(Hit {
            x: x - size.slot_px / 2.0,
            y: y - SLOT_PX / 2.0,
            width: size.slot_px,
            height: SLOT_PX,
            kind: HitKind::Event,
            id: event.id.to_string(),
        });
    }
    let rest = block.events.len() - marked.len();
    if rest > 0 {
        let (x, y) = place(marked.len());
        let x = x - size.slot_px / 2.0 + 3.0;
        let baseline = y + text::cap_height(letters.text_px) / 2.0;
        let (face, color) = (Face::Medium, palette.text_primary);
        let words = format!("+{rest}");
        items.push(text::text(
            &words,
            x,
            baseline,
            Anchor::Start,
            letters.text_px,
            face,
            color,
        ));
    }
}

/// The mark of an entry; what lasts stands between two lines.
pub(super) fn mark(
    event: &Event,
    (x, y): (f32, f32),
    palette: &Palette,
    background: Rgba,
    items: &mut Vec<Item>,
) {
    let glyph = Glyph::of(event, false);
    let mut background = background;
    if event.kind == Kind::Condition {
        let (color, tint) = (
            tone_color(palette, event.tone),
            tone_tint(palette, event.tone),
        );
        items.push(crate::marks::block(x - 10.0, y - 8.0, 20.0, 16.0, tint));
        for y in [y - 8.0, y + 8.0] {
            items.push(rule((x - 10.0, y), (x + 10.0, y), color, 1.0));
        }
        background = tint;
    }
    glyph.draw(x, y, palette, background, items);
}
