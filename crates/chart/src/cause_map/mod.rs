//! The cause map: what leads to what, without time. Causes stand above effects; letters never shrink, content gives way
//! to the room there is and is counted. Indirect links (implied by chains of others) are hidden and counted.
//!
//! Entries and links are made ready (`prepared`), laid out for the room (`view`), and drawn: links (`wires`), entries
//! (`painting`, `card`), headings of parts, words of links (`labels`), and a small map of the whole (`minimap`).

mod band;
mod card;
mod collapse;
mod counts;
mod drawn_links;
mod entries;
mod fade;
mod fold;
mod headings;
mod labels;
mod minimap;
mod painting;
mod prepared;
mod shared;
#[cfg(test)]
mod tests;
mod view;
mod wires;

use model::Workspace;
use scene::{Anchor, Bounds, Face, Hit, HitKind, Item, Palette, Scene, text};

use crate::causes::legend::of_events;
use crate::emphasis::Emphasis;
use crate::links::legend_of;
use crate::map_facts::MapFacts;
use crate::marks::{Glyph, block};
use crate::pins;
use crate::shift::{scale, shift};
use crate::spec::{CauseMapSpec, Flow, Growth, LegendEntry, Picture, Window};
use collapse::collapsed;
use entries::{LETTER_PX, MapEntry};
use layout::flow::Form;
use painting::Painting;
use prepared::Prepared;
use view::{HEAD_PX, View};

/// Letters of what is said about the map on screen.
const SAYS_PX: f32 = 11.0;
const LEGEND_PX: f32 = 20.0;

/// The cause map of `workspace` as requested by `spec`.
#[must_use]
pub fn cause_map(workspace: &Workspace, spec: &CauseMapSpec<'_>) -> Picture {
    if spec.collapsed.is_empty() {
        return draw(workspace, spec);
    }
    draw(&collapsed(workspace, spec.shown, spec.collapsed), spec)
}

fn draw(workspace: &Workspace, spec: &CauseMapSpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let prepared = Prepared::of(workspace, spec);
    let view = View::of(&prepared, spec);
    let emphasis = Emphasis::of(
        (spec.hovered, spec.hovered_link),
        spec.highlight,
        &prepared.bundles,
    );
    let mut painting = Painting::new(spec, &prepared, &view);
    slots(&mut painting);
    headings::draw(workspace, &mut painting, palette);
    wires::draw(workspace, &mut painting, &emphasis, palette);
    labels::draw_words(workspace, &mut painting, &emphasis, palette);
    painting.draw_entries(workspace, &emphasis, palette);
    labels::draw_tags(workspace, &mut painting, palette);
    let legend = legend(&painting, palette);
    let facts = counts::facts(&prepared, &view);
    picture(painting, legend, facts, palette)
}

/// Where an entry can be dropped to pin it: row and left neighbor, "2 17", or "2 -" at the left end.
fn slots(painting: &mut Painting<'_>) {
    for gap in &painting.view.plan.gaps {
        let after = gap
            .pin
            .after
            .map(|it| painting.prepared.entries[it].event.id.to_string());
        painting.hits.push(Hit {
            x: gap.area.x * LETTER_PX,
            y: gap.area.y * LETTER_PX,
            width: gap.area.width * LETTER_PX,
            height: gap.area.height * LETTER_PX,
            kind: HitKind::Row,
            id: format!("{} {}", gap.pin.row, after.as_deref().unwrap_or("-")),
        });
    }
}

fn legend(painting: &Painting<'_>, palette: &Palette) -> Vec<LegendEntry> {
    let spots = painting
        .prepared
        .entries
        .iter()
        .zip(&painting.view.plan.spots);
    let drawn: Vec<&MapEntry<'_>> = spots
        .filter(|it| it.1.as_ref().is_some_and(|it| it.form != Form::Counted))
        .map(|it| it.0)
        .collect();
    let mut entries = legend_of(&wires::drawn_styles(painting), palette);
    entries.extend(of_events(drawn.iter().map(|it| it.event), palette));
    if let Some(it) = drawn.iter().find(|it| it.lasts()) {
        let mut mark = band::band(it, LEGEND_PX / 2.0, 0.0, palette);
        let glyph = Glyph {
            severity: 3,
            ..it.glyph
        };
        glyph.draw(
            LEGEND_PX / 2.0,
            0.0,
            palette,
            palette.surface_canvas,
            &mut mark,
        );
        entries.push(LegendEntry {
            key: String::from("tone-4-lasting"),
            words: String::from("lasting state"),
            mark,
            mark_width_px: LEGEND_PX,
        });
    }
    if drawn.iter().any(|it| it.slot.is_some()) {
        entries.push(pins::legend(palette));
    }
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    entries
}

/// The visible part as a picture, on screen with what is to be said about it.
fn picture(
    painting: Painting<'_>,
    legend: Vec<LegendEntry>,
    mut facts: MapFacts,
    palette: &Palette,
) -> Picture {
    let (spec, view) = (painting.spec, painting.view);
    let look = spec.look;
    let (left, top) = view.origin_px;
    let mut scene = Scene {
        width_px: look.width_px,
        height_px: look.height_px,
        ..Scene::default()
    };
    let ground = palette.surface_canvas;
    scene
        .items
        .push(block(0.0, 0.0, look.width_px, look.height_px, ground));
    let mut items = painting.items;
    for item in &mut items {
        scale(item, view.scale);
        shift(item, left, top);
    }
    scene.items.append(&mut items);
    scene.hits.push(Hit {
        x: 0.0,
        y: 0.0,
        width: look.width_px,
        height: look.height_px,
        kind: HitKind::Plot,
        id: String::new(),
    });
    let place = |hit: Hit| Hit {
        x: hit.x * view.scale + left,
        y: hit.y * view.scale + top,
        width: hit.width * view.scale,
        height: hit.height * view.scale,
        ..hit
    };
    let shows = |it: &Hit| {
        it.x < look.width_px
            && it.y < look.height_px
            && it.x + it.width > 0.0
            && it.y + it.height > 0.0
    };
    let hits = painting.hits.into_iter().map(place).filter(shows);
    scene.hits.extend(hits);
    if !look.is_page {
        say(
            painting.prepared,
            (view, spec.flow),
            &facts,
            palette,
            &mut scene,
        );
    }
    let corner = view.plan.corner;
    facts.corner = [
        left + corner.x * view.letter_px,
        top + corner.y * view.letter_px,
        corner.width * view.letter_px,
        corner.height * view.letter_px,
    ];
    Picture {
        window: Window {
            from_days: view.at.x_px.into(),
            to_days: (view.at.x_px + look.width_px / view.at.zoom.max(0.001)).into(),
        },
        content_height_px: view.content_px,
        growth: Growth::Fits { zoom: 1.0 },
        legend,
        drawn: painting.prepared.entries.len(),
        earlier: 0,
        later: 0,
        counts: facts.counts.clone(),
        free: free(facts.corner),
        map: Some(facts),
        scene,
    }
}

/// A free corner as bounds; `None` if it has no area.
fn free([left, top, width, height]: [f32; 4]) -> Option<Bounds> {
    (width > 0.0 && height > 0.0).then_some(Bounds {
        left,
        top,
        right: left + width,
        bottom: top + height,
    })
}

/// The counts above the map, and a small map of the whole where only a part is seen.
fn say(
    prepared: &Prepared<'_>,
    (view, flow): (&View, Flow),
    facts: &MapFacts,
    palette: &Palette,
    scene: &mut Scene,
) {
    let ground = palette.surface_canvas;
    scene
        .items
        .push(block(0.0, 0.0, scene.width_px, HEAD_PX, ground));
    let words = if prepared.entries.is_empty() {
        "No links between the events shown. Link a cause to its effect to see it here."
    } else {
        facts.counts.as_str()
    };
    let room = scene.width_px - 32.0;
    let words = text::shorten(words, SAYS_PX, Face::Regular, room);
    let used = text::width(&words, SAYS_PX, Face::Regular);
    let line = |words: &str, x: f32, anchor: Anchor| -> Item {
        let color = palette.text_secondary;
        text::text(words, x, 15.0, anchor, SAYS_PX, Face::Regular, color)
    };
    scene.items.push(line(&words, 16.0, Anchor::Start));
    let reads = match flow {
        Flow::Down => "cause above, effect below",
        Flow::Right => "cause on the left, effect on the right",
    };
    if !prepared.entries.is_empty()
        && used + text::width(reads, SAYS_PX, Face::Regular) < room - 24.0
    {
        let right = scene.width_px - 16.0;
        scene.items.push(line(reads, right, Anchor::End));
    }
    if view.at.zoom > 1.01 {
        minimap::draw(prepared, view, palette, scene);
    }
}
