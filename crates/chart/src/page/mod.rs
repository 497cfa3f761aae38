//! The exported page: a picture with title, legend, note and numbered sources around it.

mod cut;
mod foot;
mod head;
mod mark;
#[cfg(test)]
mod tests;

use scene::{Item, Palette, Rgba, Scene, Theme};

use crate::marks::block;
use crate::paper::{Height, Paper};
use crate::shift::shift;
use crate::spec::{Fit, Growth, Look, Picture};

/// What an exported picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSpec {
    /// The measures of the page.
    pub paper: Paper,
    /// Which colors.
    pub theme: Theme,
    /// Whether the ground is left out, so that what lies behind the picture shows through.
    pub transparent: bool,
    /// Width and height of the logo by its own measure, if one is drawn.
    pub logo: Option<[f32; 2]>,
    /// Whether what does not fit on a sheet goes on on further ones; else the page grows downward.
    pub several: bool,
}

/// What stands around an exported picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words {
    /// What, where, when.
    pub title: String,
    /// Measure and period; may be empty.
    pub subtitle: String,
    /// "as of 11 June 2025"; may be empty.
    pub as_of: String,
    /// The cited sources, in the order of their numbers.
    pub sources: Vec<String>,
    /// A note; may be empty.
    pub note: String,
    /// A handling mark, "TLP:AMBER" or that of a house; may be empty.
    pub handling: String,
    /// Titles of which the fonts lack a character. They are not drawn here: the note counts them, and whoever shows the page
    /// can name them.
    pub lacking: Vec<String>,
}

/// One page, in logical pixels; a painter scales by `paper.width_px / scene.width_px`.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What is drawn.
    pub scene: Scene,
    /// Where the logo goes, over everything: left, top, width, height.
    pub logo: Option<[f32; 4]>,
}

/// The pages of an export, with what stands on them.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// At least one; one only unless [`PageSpec::several`] allows for more.
    pub sheets: Vec<Sheet>,
    /// What stands around the picture.
    pub words: Words,
}

/// A picture is not laid out lower than this, however small the page.
const LOWEST_PX: f32 = 160.0;
/// Height for finding out what a picture needs.
const TRIAL_PX: f32 = 4000.0;
/// Strokes may reach so far into the margin.
const SLACK_PX: f32 = 4.0;
/// Pages narrower than this have their marks above the title instead of beside it.
const NARROW_PX: f32 = 480.0;

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

/// The sides of a page, in logical pixels.
struct Room<'a> {
    spec: &'a PageSpec,
    palette: &'a Palette,
    width_px: f32,
    height_px: f32,
    margin_px: f32,
}

impl<'a> Room<'a> {
    fn of(spec: &'a PageSpec, zoom: f32) -> Self {
        let [width_px, height_px] = spec.paper.layout_at(zoom);
        Self {
            spec,
            palette: Palette::of(spec.theme),
            width_px,
            height_px,
            margin_px: if width_px < NARROW_PX { 8.0 } else { 22.0 },
        }
    }

    /// Width between the margins.
    fn inner_px(&self) -> f32 {
        self.width_px - 2.0 * self.margin_px
    }

    fn is_narrow(&self) -> bool {
        self.width_px < NARROW_PX
    }

    fn look(&self, height_px: f32) -> Look {
        Look {
            width_px: self.inner_px(),
            height_px,
            theme: self.spec.theme,
            scroll_px: 0.0,
            fit: Fit::Grows,
            is_page: true,
        }
    }

    /// Twelve points, which the Traffic Light Protocol asks for; in a column as large as the text around it.
    fn mark_px(&self) -> f32 {
        let pt = if self.spec.paper.height == Height::AsNeeded {
            8.0
        } else {
            12.0
        };
        (pt * self.spec.paper.layout_px_per_pt()).max(11.0)
    }

    /// A page of this height with nothing on it but its ground.
    fn empty(&self, height_px: f32) -> Scene {
        let mut scene = Scene {
            width_px: self.width_px,
            height_px,
            ..Scene::default()
        };
        if !self.spec.transparent {
            let ground = self.palette.surface_canvas;
            scene
                .items
                .push(block(0.0, 0.0, self.width_px, height_px, ground));
        }
        scene
    }

    /// Puts a part on a page, its upper edge at `y`.
    fn put(&self, scene: &mut Scene, mut items: Vec<Item>, y: f32) {
        items
            .iter_mut()
            .for_each(|item| shift(item, self.margin_px, y));
        scene.items.append(&mut items);
    }

    /// Puts a picture on a page, its upper edge at `y`; nothing of it shows outside of its own rectangle.
    fn put_picture(&self, scene: &mut Scene, mut picture: Scene, y: f32) {
        if self.spec.transparent {
            drop_ground(&mut picture, self.palette.surface_canvas);
        }
        let clip = Item::Clip {
            x: 0.0,
            y: 0.0,
            width: picture.width_px,
            height: picture.height_px,
        };
        self.put(scene, vec![clip], y);
        self.put(scene, picture.items, y);
        scene.items.push(Item::Unclip);
    }
}

/// Takes away the ground that every chart begins with.
fn drop_ground(picture: &mut Scene, ground: Rgba) {
    let whole = block(0.0, 0.0, picture.width_px, picture.height_px, ground);
    if picture.items.first() == Some(&whole) {
        picture.items.remove(0);
    }
}

/// A part of a page, laid out from (0, 0).
#[derive(Debug, Clone, Default)]
struct Part {
    items: Vec<Item>,
    height: f32,
}

/// What stands around the picture, laid out.
struct Layout<'a> {
    room: &'a Room<'a>,
    words: Words,
    head: Part,
    logo: Option<[f32; 4]>,
    foot: Part,
}

impl<'a> Layout<'a> {
    fn of(room: &'a Room<'a>, words: Words, picture: &Picture) -> Self {
        let (head, logo) = head::first(room, &words);
        let foot = foot::foot(room, &picture.legend, &words);
        Self {
            room,
            words,
            head,
            logo,
            foot,
        }
    }

    /// The lowest line of a page: its number and the handling mark once more.
    fn last_line(&self, number: Option<(usize, usize)>) -> Part {
        foot::last_line(self.room, &self.words, number)
    }

    /// The height that is left for the picture when everything is on one page.
    fn left_px(&self) -> f32 {
        let last = self.last_line(None).height;
        let around = self.head.height + self.foot.height + last + 2.0 * self.room.margin_px;
        (self.room.height_px - around).max(LOWEST_PX)
    }

    /// Whether a picture of this height has room on the page beside everything else, and nothing that stands there is wider than
    /// the page.
    fn holds(&self, picture: &Picture) -> bool {
        let last = self.last_line(None);
        let around = self.head.height + self.foot.height + last.height + 2.0 * self.room.margin_px;
        let parts = [&self.head, &self.foot, &last];
        let mut bounds = parts
            .into_iter()
            .flat_map(|it| &it.items)
            .filter_map(Item::bounds);
        let inner_px = self.room.inner_px();
        around + picture.scene.height_px <= self.room.height_px + 0.01
            && bounds.all(|it| it.left >= -SLACK_PX && it.right <= inner_px + SLACK_PX)
    }

    /// Everything on one page, as high as it must be; a sheet is never lower than itself.
    fn whole(&self, picture: Picture) -> Sheet {
        let (room, last) = (self.room, self.last_line(None));
        let picture_px = picture.scene.height_px;
        let parts = self.head.height + picture_px + self.foot.height + last.height;
        let least_px = match room.spec.paper.height {
            Height::Sheet | Height::Exact => room.height_px,
            Height::Grows | Height::AsNeeded => 0.0,
        };
        let page_px = (parts + 2.0 * room.margin_px).max(least_px);
        let mut scene = room.empty(page_px);
        let mut y = room.margin_px;
        room.put(&mut scene, self.head.items.clone(), y);
        y += self.head.height;
        room.put_picture(&mut scene, picture.scene, y);
        y += picture_px;
        room.put(&mut scene, self.foot.items.clone(), y);
        y = page_px - room.margin_px - last.height;
        room.put(&mut scene, last.items, y);
        Sheet {
            scene,
            logo: self.logo_on_page(),
        }
    }

    fn logo_on_page(&self) -> Option<[f32; 4]> {
        let margin = self.room.margin_px;
        self.logo
            .map(|[x, y, width, height]| [x + margin, y + margin, width, height])
    }
}
