//! The entries of our cause map as boxes, for other layouts: each title on the lines on which our picture has it.

use std::collections::BTreeMap;

use chart::{Picture, legibility};
use model::Workspace;
use scene::Item;

use super::direct::{cause_map, look};

/// Letters in which boxes are told, in pixels of a slide.
pub(super) const LETTERS_PX: f32 = 18.0;
/// Letters that are tried, in pixels of the slide: from the most down to the least.
const MOST_PX: f32 = 40.0;
const LEAST_PX: f32 = 6.0;
const STEP_PX: f32 = 0.25;
/// The least letters of a page, in pixels of the picture itself.
const OWN_PX: f32 = 10.0;

/// The boxes of a cause map, with letters of [`LETTERS_PX`].
pub(super) struct Boxes {
    /// Width and height of each, in pixels of a slide.
    pub(super) sizes_px: Vec<(f32, f32)>,
    /// Links, from and to which box.
    pub(super) links: Vec<(usize, usize)>,
    /// The room below the title of a slide.
    pub(super) room_px: [f32; 2],
}

/// The largest letters, in pixels of the slide, with which our cause map names every entry in full in this room of a slide, and
/// without a fault; with its boxes. `None` if it never does.
pub(super) fn largest(workspace: &Workspace, room_px: [f32; 2]) -> Option<(f32, Boxes)> {
    let steps = (0..).map(|it| MOST_PX - STEP_PX * it as f32);
    let mut sizes = steps.take_while(|it| *it >= LEAST_PX);
    sizes.find_map(|letters_px| {
        let room = room_px.map(|it| it * OWN_PX / letters_px);
        let picture = cause_map(workspace, look(room, true), None);
        let facts = picture.map.as_ref()?;
        let is_whole = facts.in_full == facts.entries;
        let is_clear = legibility(&picture.scene).faults(OWN_PX).is_empty();
        let scale = LETTERS_PX / facts.letter_px;
        let found = || (letters_px, boxes(workspace, &picture, (scale, room_px)));
        (is_whole && is_clear).then(found)
    })
}

fn boxes(workspace: &Workspace, picture: &Picture, (scale, room_px): (f32, [f32; 2])) -> Boxes {
    let mut sizes: BTreeMap<String, [f32; 4]> = BTreeMap::new();
    let mut group = None;
    for item in &picture.scene.items {
        match item {
            Item::Group { id, .. } => group = id.strip_prefix("event-").map(str::to_owned),
            Item::Ungroup => group = None,
            _ => {
                let Some((id, it)) = group.clone().zip(item.bounds()) else {
                    continue;
                };
                let area = sizes
                    .entry(id)
                    .or_insert([it.left, it.top, it.right, it.bottom]);
                *area = [
                    area[0].min(it.left),
                    area[1].min(it.top),
                    area[2].max(it.right),
                    area[3].max(it.bottom),
                ];
            }
        }
    }
    let place = |id: model::EventId| sizes.keys().position(|it| *it == id.to_string());
    let ends = workspace.links.iter();
    let links = ends.filter_map(|it| place(it.cause).zip(place(it.effect)));
    Boxes {
        links: links.collect(),
        sizes_px: sizes
            .values()
            .map(|it| ((it[2] - it[0]) * scale, (it[3] - it[1]) * scale))
            .collect(),
        room_px,
    }
}
