//! Causes in the order of time: entries stand in columns, one for each date or stretch that occurs, and links run from
//! left to right between them.
//!
//! A link leaves its cause at the end of its first line, turns in the channel between two columns, passes further
//! columns in rows of its own and reaches its effect from the left. So no link runs through text, by construction and by
//! test. Links of one style into one entry share a line, and so do those out of one entry.
//!
//! The order within columns comes from barycenter sweeps (Sugiyama, Tagawa, Toda 1981) and moving one item at a time;
//! heights from isotonic regression (pool adjacent violators). Nothing is random: the same input gives the same output.

mod channels;
mod courses;
mod forms;
mod graph;
mod heights;
mod items;
mod nets;
mod order;
mod ports;
#[cfg(test)]
mod tests;

use courses::Found;
pub use courses::own_parts;
use forms::Forms;
pub use graph::{Column, Course, Entry, Form, Link, Placed, Room, Spot};
use items::Items;

/// Rounds of widths, heights and channels: each needs what the others found.
const ROUNDS: usize = 4;

/// Lays out `entries` and `links` in `room`.
///
/// # Panics
///
/// When a link names an entry that is not in the list, or an entry a column that is not in the room.
#[must_use]
pub fn lay(entries: &[Entry], links: &[Link], room: &Room) -> Placed {
    let known = |it: &Link| it.cause < entries.len() && it.effect < entries.len();
    assert!(links.iter().all(known), "every link joins two entries");
    let inside = |it: &Entry| it.column < room.columns;
    assert!(entries.iter().all(inside), "every column is in the room");
    let mut hidden = vec![false; entries.len()];
    loop {
        let nets = nets::nets(entries, links, &hidden);
        let mut items = Items::of(entries, &nets, &hidden);
        order::order(entries, &mut items);
        let mut channels_px = vec![0.0_f32; room.columns];
        let mut placed = Placed::default();
        let mut forms = Forms::default();
        for round in 0..ROUNDS {
            forms = Forms::of(entries, &items, &channels_px, room);
            let mut y_px = heights::heights(&items, &forms, room);
            let ports = ports::ports(&items, &mut y_px, &forms, room);
            let channels = channels::channels(&items, &y_px, &ports, room);
            let found = Found {
                nets: &nets,
                items: &items,
                forms: &forms,
                y_px: &y_px,
                ports: &ports,
                channels: &channels,
                room,
            };
            placed = found.placed(links.len());
            let needed: Vec<f32> = channels.iter().map(|it| it.width_px).collect();
            let fits = needed.iter().zip(&channels_px).all(|(a, b)| a <= b);
            if fits || round + 1 == ROUNDS {
                break;
            }
            let wider = needed.iter().zip(&channels_px).map(|(a, b)| a.max(*b));
            channels_px = wider.collect();
        }
        let more = forms.hide(entries, &mut hidden);
        if !more {
            return placed;
        }
    }
}
