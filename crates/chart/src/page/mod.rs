//! The exported page: a picture with title, legend, note and numbered sources around it.

mod cut;
mod foot;
mod head;
mod layout;
mod legend;
mod mark;
mod room;
mod sources;
mod spec;
#[cfg(test)]
mod tests;

use crate::paper::Height;
use crate::spec::{Fit, Growth, Look, Picture};

use layout::{LOWEST_PX, Layout};
pub use legend::screen_legend;
use room::Room;
pub use spec::{PageSpec, Pages, Sheet, Words};

/// Height used to find out how much room a picture needs.
const TRIAL_PX: f32 = 4000.0;
/// Sheets around the picture that `body` draws into the room left for it. `words` returns the text for a picture.
///
/// Text is never scaled down except in maps, which are scaled to fit, and nothing is clipped. If a sheet is too low for
/// a timeline, the picture continues on the next sheet, or its lanes are condensed and what still does not fit is
/// counted. If that does not help, and for other kinds of height, the page grows downward. A page of an exact size never
/// grows: there everything is scaled down as a last resort.
pub fn pages(
    spec: &PageSpec,
    words: impl Fn(&Picture) -> Words,
    body: impl Fn(Look) -> Picture,
) -> Pages {
    if spec.paper.height == Height::Exact {
        return exact(spec, &words, &body);
    }
    let room = Room::of(spec, 1.0);
    let trial = body(room.look(TRIAL_PX));
    let layout = Layout::of(&room, words(&trial), &trial);
    let fits = trial.needed_px() <= layout.left_px();
    let (layout, picture) = match (spec.paper.height, trial.growth) {
        (Height::Sheet, Growth::Fits { .. }) => fitted(layout, &trial, Fit::Grows, &words, &body),
        (Height::Sheet, Growth::Scrolls { .. }) if !fits && !spec.several => {
            fitted(layout, &trial, Fit::Counts, &words, &body)
        }
        (Height::Sheet, _) if !fits && spec.several => {
            let layout = Layout::of_several(&room, layout.words, &trial);
            return Pages {
                sheets: cut::sheets(&layout, &trial, body),
                words: layout.words,
                map: trial.map,
            };
        }
        (height, _) => {
            let least_px = match height {
                Height::AsNeeded => LOWEST_PX,
                Height::Sheet | Height::Exact | Height::Grows => layout.left_px(),
            };
            let picture = body(room.look(trial.needed_px().max(least_px)));
            (layout.around(layout.words.clone(), &picture), picture)
        }
    };
    Pages {
        map: picture.map.clone(),
        sheets: cut::on_one(&layout, picture),
        words: layout.words,
    }
}

/// Factor by which everything is scaled down from one attempt to the next.
const SMALLER: f32 = 0.94;
/// Nothing is scaled down further; this is far below what anyone can read.
const SMALLEST: f32 = 0.001;

/// The single page of an exact size, with everything as large as fits.
fn exact(
    spec: &PageSpec,
    words: impl Fn(&Picture) -> Words,
    body: impl Fn(Look) -> Picture,
) -> Pages {
    let mut zoom = 1.0_f32;
    loop {
        let room = Room::of(spec, zoom);
        let words = |picture: &Picture| match smaller(picture, zoom) {
            Some(picture) => words(&picture),
            None => words(picture),
        };
        let (layout, picture) = on_one(&room, words, &body);
        if layout.holds(&picture) || zoom <= SMALLEST {
            return Pages {
                map: picture.map.clone(),
                sheets: cut::on_one(&layout, picture),
                words: layout.words,
            };
        }
        zoom *= SMALLER;
    }
}

/// A copy of the picture that reports its reduced scale; `None` if it is not reduced.
fn smaller(picture: &Picture, zoom: f32) -> Option<Picture> {
    let of_map = match picture.growth {
        Growth::Fits { zoom } => zoom,
        Growth::Scrolls { .. } | Growth::Whole => 1.0,
    };
    let growth = Growth::Fits {
        zoom: zoom * of_map,
    };
    (zoom < 1.0).then(|| Picture {
        growth,
        ..picture.clone()
    })
}

/// The picture on a page of this size, higher only if there is no way to make it fit.
fn on_one<'a>(
    room: &'a Room<'a>,
    words: impl Fn(&Picture) -> Words,
    body: impl Fn(Look) -> Picture,
) -> (Layout<'a>, Picture) {
    let trial = body(room.look(TRIAL_PX));
    let layout = Layout::of(room, words(&trial), &trial);
    let fits = trial.needed_px() <= layout.left_px();
    match trial.growth {
        Growth::Fits { .. } => fitted(layout, &trial, Fit::Grows, words, body),
        Growth::Scrolls { .. } if !fits => {
            // Some charts become more compact if there is less room.
            let close = body(room.look(layout.left_px()));
            fitted(layout, &close, Fit::Counts, words, body)
        }
        Growth::Scrolls { .. } | Growth::Whole => {
            let picture = body(room.look(trial.needed_px().max(layout.left_px())));
            (layout.around(layout.words.clone(), &picture), picture)
        }
    }
}

/// The picture that fits together with its text, which in turn states how much a map is reduced or how many entries are
/// counted; `trial` at its full height if nothing helps.
fn fitted<'a>(
    mut layout: Layout<'a>,
    trial: &Picture,
    fit: Fit,
    words: impl Fn(&Picture) -> Words,
    body: impl Fn(Look) -> Picture,
) -> (Layout<'a>, Picture) {
    let room = layout.room;
    let draw = |height_px| {
        let look = room.look(height_px);
        body(Look { fit, ..look })
    };
    let is_too_high = |it: &Picture, left_px| {
        !matches!(it.growth, Growth::Fits { .. }) && it.needed_px() > left_px
    };
    let first = draw(layout.left_px());
    if is_too_high(&first, layout.left_px()) {
        // There are more lanes than lines: then nothing is counted, and the page grows.
        let picture = body(room.look(trial.needed_px()));
        return (layout.around(layout.words.clone(), &picture), picture);
    }
    // Counted entries need no legend, so there may be more room than it seemed.
    layout = Layout::of(room, words(&first), &first);
    let mut left_px = layout.left_px();
    loop {
        let picture = draw(left_px);
        if is_too_high(&picture, left_px) {
            let picture = body(room.look(trial.needed_px()));
            return (layout.around(words(&picture), &picture), picture);
        }
        layout = layout.around(words(&picture), &picture);
        // The room only ever gets lower, so this ends, and the text describes the picture that is drawn.
        if layout.left_px() >= left_px {
            return (layout, picture);
        }
        left_px = layout.left_px();
    }
}
