//! The legend: marks by tone and status, links by sign, certainty and family.

use model::{Event, Status, Tone};
use scene::Palette;

use super::nodes::{Node, Place};
use super::wires::{self, Wire};
use crate::marks::Glyph;
use crate::pins;
use crate::spec::LegendEntry;

const WIDTH_PX: f32 = 18.0;

/// Entries sorted by key, without duplicates.
pub(super) fn entries(nodes: &[Node<'_>], wires: &[Wire], palette: &Palette) -> Vec<LegendEntry> {
    let mut entries = wires::legend(wires, palette);
    let in_time = nodes.iter().filter(|node| node.place == Place::InTime);
    entries.extend(of_events(in_time.map(|node| node.event), palette));
    if nodes.iter().any(|node| node.row.is_some()) {
        entries.push(pins::legend(palette));
    }
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    entries
}

/// The tones and statuses of these events, sorted by key, without duplicates.
pub(crate) fn of_events<'a>(
    events: impl Iterator<Item = &'a Event>,
    palette: &Palette,
) -> Vec<LegendEntry> {
    let mut entries = Vec::new();
    for event in events {
        let key = match event.tone {
            Tone::Escalatory => "tone-1-escalatory",
            Tone::Neutral => "tone-2-neutral",
            Tone::Deescalatory => "tone-3-de-escalatory",
        };
        let glyph = Glyph::plain(event.tone, 4);
        entries.push(entry(key, event.tone.word(), glyph, palette));
        entries.extend(status_entry(event.status, palette));
    }
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    entries.dedup_by(|a, b| a.key == b.key);
    entries
}

/// Filled marks have happened: that needs no explanation.
fn status_entry(status: Status, palette: &Palette) -> Option<LegendEntry> {
    if matches!(status, Status::Happened | Status::Ongoing) {
        return None;
    }
    let place = Status::ALL.iter().position(|it| *it == status)?;
    let glyph = Glyph {
        status,
        ..Glyph::plain(Tone::Escalatory, 4)
    };
    Some(entry(
        &format!("status-{place}-{status}"),
        status.word(),
        glyph,
        palette,
    ))
}

fn entry(key: &str, words: &str, glyph: Glyph, palette: &Palette) -> LegendEntry {
    let mut mark = Vec::new();
    glyph.draw(
        WIDTH_PX / 2.0,
        0.0,
        palette,
        palette.surface_canvas,
        &mut mark,
    );
    LegendEntry {
        key: key.to_owned(),
        words: words.to_owned(),
        mark,
        mark_width_px: WIDTH_PX,
    }
}
