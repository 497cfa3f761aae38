//! The legend of the chart: only what occurs in it.

use model::{Kind, Status};
use scene::{Item, Paint, Palette};

use super::block::mark;
use super::content::Content;
use super::placed::Placed;
use crate::links::{Style, legend_of};
use crate::marks::{Glyph, block};
use crate::pins;
use crate::spec::{GroupsBy, LegendEntry};

const WIDE_PX: f32 = 26.0;
const MARK_PX: f32 = 20.0;

/// The entries for what is drawn, sorted by key.
pub(super) fn entries(
    content: &Content<'_>,
    placed: &Placed,
    palette: &Palette,
) -> Vec<LegendEntry> {
    let styles = placed.routes.iter().map(|it| content.lines[it.line].style);
    let styles: Vec<Style> = styles.collect();
    let mut entries = legend_of(&styles, palette);
    let widths = styles.iter().map(|it| it.width_px);
    let widest = widths.clone().fold(0.0, f32::max);
    if widest > widths.fold(f32::INFINITY, f32::min) {
        entries.push(width_entry(palette));
    }
    entries.extend(shapes(content, placed, palette));
    let marked = placed.blocks.iter().filter(|it| it.size.rows > 0);
    let events = marked.flat_map(|it| &content.blocks[it.block].events);
    for event in events {
        entries.extend(mark_entries(event, palette));
    }
    if placed
        .blocks
        .iter()
        .any(|it| content.blocks[it.block].pin.is_some())
    {
        entries.push(pins::legend(palette));
    }
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    entries.dedup_by(|a, b| a.key == b.key);
    entries
}

fn width_entry(palette: &Palette) -> LegendEntry {
    let line = |y: f32, width: f32| block(0.0, y, WIDE_PX, width, palette.link_plus);
    entry(
        "link-1-width",
        "wider: more claims",
        vec![line(-5.0, 1.6), line(0.0, 5.0)],
        WIDE_PX,
    )
}

fn shapes(content: &Content<'_>, placed: &Placed, palette: &Palette) -> Vec<LegendEntry> {
    let (line, fill) = (palette.line_strong, Paint::Solid(palette.surface_raised));
    let boxed = |radius: f32| Item::Rect {
        x: 0.5,
        y: -6.0,
        width: WIDE_PX - 1.0,
        height: 12.0,
        radius,
        fill,
        stroke: Some(scene::Stroke {
            paint: Paint::Solid(line),
            width: 1.0,
            dash: scene::Dash::Solid,
        }),
    };
    let theme = || {
        let hues = content.blocks.iter().find_map(|it| it.hue);
        let edge = block(0.0, -6.5, 3.5, 13.0, hues.unwrap_or(palette.neutral));
        vec![boxed(1.0), edge]
    };
    let actor = || vec![boxed(5.0)];
    let mut entries = Vec::new();
    let drawn = match content.by {
        GroupsBy::Theme => theme(),
        GroupsBy::Actor => actor(),
    };
    let has_marks = placed.blocks.iter().any(|it| it.size.rows > 0);
    let words = match has_marks {
        true => format!(
            "{}: a mark for each entry, in order of time",
            content.noun()
        ),
        false => content.noun().to_owned(),
    };
    entries.push(entry("block-1", &words, drawn, WIDE_PX));
    if !placed.partners.is_empty() {
        let drawn = match content.by {
            GroupsBy::Theme => actor(),
            GroupsBy::Actor => vec![boxed(1.0)],
        };
        entries.push(entry("block-2", content.partner_noun(), drawn, WIDE_PX));
        let band = block(0.0, -4.0, WIDE_PX, 8.0, palette.line_rule);
        entries.push(entry(
            "block-3",
            "is in so many entries",
            vec![band],
            WIDE_PX,
        ));
    }
    entries
}

/// What the mark of an entry shows: tone, status, kind.
fn mark_entries(event: &model::Event, palette: &Palette) -> Vec<LegendEntry> {
    let tone = match event.tone {
        model::Tone::Escalatory => "tone-1-escalatory",
        model::Tone::Neutral => "tone-2-neutral",
        model::Tone::Deescalatory => "tone-3-de-escalatory",
    };
    let plain = Glyph::plain(event.tone, 4);
    let mut entries = vec![glyph_entry(tone, event.tone.word(), plain, palette)];
    if !matches!(event.status, Status::Happened | Status::Ongoing) {
        let place = Status::ALL.iter().position(|it| *it == event.status);
        let glyph = Glyph {
            status: event.status,
            ..Glyph::plain(model::Tone::Escalatory, 4)
        };
        let key = format!("status-{}-{}", place.unwrap_or(0), event.status);
        entries.push(glyph_entry(&key, event.status.word(), glyph, palette));
    }
    match event.kind {
        Kind::Assessment => {
            let glyph = Glyph {
                kind: Kind::Assessment,
                ..Glyph::plain(model::Tone::Neutral, 3)
            };
            entries.push(glyph_entry("kind-1", "assessment", glyph, palette));
        }
        Kind::Condition => {
            let mut it = model::Event::titled(event.id, "", "");
            (it.kind, it.severity) = (Kind::Condition, 1);
            let mut items = Vec::new();
            mark(
                &it,
                (MARK_PX / 2.0, 0.0),
                palette,
                palette.surface_canvas,
                &mut items,
            );
            entries.push(entry("kind-2", "lasting state", items, MARK_PX));
        }
        Kind::Event | Kind::Scenario => {}
    }
    entries
}

fn glyph_entry(key: &str, words: &str, glyph: Glyph, palette: &Palette) -> LegendEntry {
    let mut items = Vec::new();
    glyph.draw(
        MARK_PX / 2.0,
        0.0,
        palette,
        palette.surface_canvas,
        &mut items,
    );
    entry(key, words, items, MARK_PX)
}

pub(super) fn entry(key: &str, words: &str, mark: Vec<Item>, width_px: f32) -> LegendEntry {
    LegendEntry {
        key: key.to_owned(),
        words: words.to_owned(),
        mark,
        mark_width_px: width_px,
    }
}
