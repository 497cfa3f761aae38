//! The exported page: a picture with title, legend, note and numbered sources around it.

mod cut;
mod foot;
mod head;
mod layout;
mod mark;
mod room;
mod spec;
#[cfg(test)]
mod tests;

use crate::paper::Height;
use crate::spec::{Fit, Growth, Look, Picture};

use layout::{LOWEST_PX, Layout};
use room::Room;
pub use spec::{PageSpec, Pages, Sheet, Words};

/// Height for finding out what a picture needs.
const TRIAL_PX: f32 = 4000.0;
/// Pages around the picture that `body` draws into the room that is left for it. `words` tells from a picture what is
/// said about it.
///
/// No letter shrinks but those of maps, which are drawn smaller to fit, and nothing is cut. Where a sheet is too low for a
/// timeline, the picture goes on on the next, or lanes stand closer and what still finds no room is counted. Where that does
/// not help, and on pages of another height, it grows downward. A page of an exact size grows never: there everything is drawn
/// smaller at last.
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
            return Pages {
                sheets: cut::sheets(&layout, &trial, body),
                words: layout.words,
            };
        }
        (height, _) => {
            let least_px = match height {
                Height::AsNeeded => LOWEST_PX,
                Height::Sheet | Height::Exact | Height::Grows => layout.left_px(),
            };
            let picture = body(room.look(trial.needed_px().max(least_px)));
            (layout, picture)
        }
    };
    Pages {
        sheets: vec![layout.whole(picture)],
        words: layout.words,
    }
}

/// From one try to the next, everything is drawn so much smaller.
const SMALLER: f32 = 0.94;
/// Nothing is drawn smaller than this, which nobody can read any more.
const SMALLEST: f32 = 0.001;

/// The one page of an exact size, drawn as large as everything fits on it.
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
                sheets: vec![layout.whole(picture)],
                words: layout.words,
            };
        }
        zoom *= SMALLER;
    }
}

/// A picture that says of itself that it is drawn smaller; `None` for one that is not.
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
            // Some charts move closer together where there is less room.
            let close = body(room.look(layout.left_px()));
            fitted(layout, &close, Fit::Counts, words, body)
        }
        Growth::Scrolls { .. } | Growth::Whole => {
            let picture = body(room.look(trial.needed_px().max(layout.left_px())));
            (layout, picture)
        }
    }
}

/// The picture that fits with what is said about it, which tells in turn how small a map has become or how many are counted;
/// `trial` as high as it needs to be where nothing helps.
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
        // There are more lanes than lines: nothing is counted then, and the page grows.
        return (layout, body(room.look(trial.needed_px())));
    }
    // What is counted needs no legend, so there may be more room than it seemed.
    layout = Layout::of(room, words(&first), &first);
    let mut left_px = layout.left_px();
    loop {
        let picture = draw(left_px);
        if is_too_high(&picture, left_px) {
            let picture = body(room.look(trial.needed_px()));
            return (Layout::of(room, words(&picture), &picture), picture);
        }
        layout = Layout::of(room, words(&picture), &picture);
        // The room only ever gets lower, so this ends, and what is said is said of the picture that is drawn.
        if layout.left_px() >= left_px {
            return (layout, picture);
        }
        left_px = layout.left_px();
    }
}
