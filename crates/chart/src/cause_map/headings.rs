//! The headings of parts: their most frequent themes, how many entries and links.

use std::collections::BTreeMap;

use layout::flow::Part;
use model::{ThemeId, Workspace};
use scene::{Anchor, Face, Hit, HitKind, Palette, text};

use super::entries::LETTER_PX;
use super::painting::Painting;
use crate::marks::rule;

/// A theme is named if at least this share of the entries has it.
const SHARE: f32 = 0.25;
const MOST_THEMES: usize = 3;
const GAP_PX: f32 = 9.0;

pub(super) fn draw(workspace: &Workspace, painting: &mut Painting<'_>, palette: &Palette) {
    let parts = painting.view.plan.parts.clone();
    for part in &parts {
        draw_one(workspace, painting, part, palette);
    }
    draw_rest(painting, palette);
}

fn draw_one(workspace: &Workspace, painting: &mut Painting<'_>, part: &Part, palette: &Palette) {
    let area = part.heading;
    let (x, width) = (area.x * LETTER_PX, area.width * LETTER_PX);
    let bottom = (area.y + area.height) * LETTER_PX - 3.0;
    let baseline = bottom - 0.5 * LETTER_PX;
    let counts = counts(painting, part);
    let counts_px = text::width(&counts, LETTER_PX, Face::Regular);
    let name = match part.members {
        0 | 1 => name(workspace, painting, part, width - counts_px - GAP_PX),
        many => format!("{many} small parts"),
    };
    let name_px = text::width(&name, LETTER_PX, Face::SemiBold);
    if !name.is_empty() {
        painting.items.push(text::text(
            &name,
            x,
            baseline,
            Anchor::Start,
            LETTER_PX,
            Face::SemiBold,
            palette.text_primary,
        ));
    }
    if name_px + GAP_PX + counts_px <= width {
        painting.items.push(text::text(
            &counts,
            x + name_px + if name.is_empty() { 0.0 } else { GAP_PX },
            baseline,
            Anchor::Start,
            LETTER_PX,
            Face::Regular,
            palette.text_secondary,
        ));
    }
    let color = palette.line_rule;
    painting
        .items
        .push(rule((x, bottom), (x + width, bottom), color, 1.0));
    let ids: Vec<String> = part
        .entries
        .iter()
        .map(|it| painting.prepared.entries[*it].event.id.to_string())
        .collect();
    painting.hits.push(Hit {
        x,
        y: area.y * LETTER_PX,
        width,
        height: area.height * LETTER_PX,
        kind: HitKind::Part,
        id: ids.join(" "),
    });
}

/// The themes that say what a part is about, as many as there is room for.
fn name(workspace: &Workspace, painting: &Painting<'_>, part: &Part, room_px: f32) -> String {
    let mut counts: BTreeMap<ThemeId, usize> = BTreeMap::new();
    for entry in &part.entries {
        for theme in &painting.prepared.entries[*entry].event.themes {
            *counts.entry(*theme).or_default() += 1;
        }
    }
    let mut themes: Vec<(ThemeId, usize)> = counts.into_iter().collect();
    themes.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
    let least = part.entries.len() as f32 * SHARE;
    let names: Vec<&str> = themes
        .iter()
        .filter(|it| it.1 as f32 >= least)
        .filter_map(|it| workspace.theme(it.0))
        .map(|it| it.name.as_str())
        .take(MOST_THEMES)
        .collect();
    for count in (1..=names.len()).rev() {
        let words = listed(&names[..count]);
        if text::width(&words, LETTER_PX, Face::SemiBold) <= room_px {
            return words;
        }
    }
    let first = names.first().copied().unwrap_or_default();
    let whole_px = part.heading.width * LETTER_PX;
    text::shorten(first, LETTER_PX, Face::SemiBold, whole_px)
}

/// "Tariffs, Markets and Sanctions".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn counts(painting: &Painting<'_>, part: &Part) -> String {
    let has = |it: usize| part.entries.contains(&it);
    let links = painting.prepared.for_layout.1.iter();
    let links = links.filter(|it| has(it.from) && has(it.to)).count();
    let entries = counted(part.entries.len(), "entry", "entries");
    format!("{entries}, {}", counted(links, "link", "links"))
}

/// "1 link", "2 links".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The line that counts parts without room.
fn draw_rest(painting: &mut Painting<'_>, palette: &Palette) {
    let plan = &painting.view.plan;
    if plan.left_out.is_empty() {
        return;
    }
    let area = plan.rest;
    let words = format!(
        "+{} without room",
        counted(plan.left_out.len(), "entry", "entries")
    );
    let baseline = area.y * LETTER_PX + 1.1 * LETTER_PX;
    painting.items.push(text::text(
        &words,
        area.x * LETTER_PX,
        baseline,
        Anchor::Start,
        LETTER_PX,
        Face::Regular,
        palette.text_secondary,
    ));
    let ids: Vec<String> = plan
        .left_out
        .iter()
        .map(|it| painting.prepared.entries[*it].event.id.to_string())
        .collect();
    painting.hits.push(Hit {
        x: area.x * LETTER_PX,
        y: area.y * LETTER_PX,
        width: text::width(&words, LETTER_PX, Face::Regular),
        height: area.height * LETTER_PX,
        kind: HitKind::Bucket,
        id: ids.join(" "),
    });
}
