//! Everything around the picture on a sheet, and whether there is room for it.

use scene::{Bounds, Item};

use super::foot::Said;
use super::room::{PagePart, Room};
use super::sources::Setting;
use super::spec::{Sheet, Words};
use super::{foot, head, legend};
use crate::spec::{Growth, Picture};

/// A picture is laid out at least this high, however small the sheet.
pub(super) const LOWEST_PX: f32 = 160.0;
/// The share of a page's height below which sources give up their columns: 70 % of its area. They do so, too, where a
/// picture that is not scaled would not fit.
const PICTURE_SHARE: f32 = 0.73;
/// Strokes may extend this far into the margin.
const SLACK_PX: f32 = 4.0;

/// Everything around the picture, laid out.
pub(super) struct Layout<'a> {
    pub(super) room: &'a Room<'a>,
    pub(super) words: Words,
    pub(super) head: PagePart,
    pub(super) logo: Option<[f32; 4]>,
    pub(super) foot: PagePart,
    /// The legend if it stands in a free corner of the picture, in pixels of the picture.
    corner: Option<Vec<Item>>,
    /// Whether the handling mark stands at the right of note and sources instead of below them.
    mark_beside: bool,
}

impl<'a> Layout<'a> {
    /// With the legend in a corner of the picture if it fits there.
    pub(super) fn of(room: &'a Room<'a>, words: Words, picture: &Picture) -> Self {
        let scene = &picture.scene;
        let corner = picture.free.and_then(|free| {
            let picture_px = [scene.width_px, scene.height_px];
            legend::in_corner(room.palette, &picture.legend, free, picture_px)
        });
        Self::with_corner(room, words, picture, corner)
    }

    /// With the legend below the picture.
    fn below(room: &'a Room<'a>, words: Words, picture: &Picture) -> Self {
        Self::with_corner(room, words, picture, None)
    }

    /// For a picture on several sheets: each ends with a line for its number and the handling mark.
    pub(super) fn of_several(room: &'a Room<'a>, words: Words, picture: &Picture) -> Self {
        Self::with(room, words, picture, None, false)
    }

    /// Laid out again around another picture. A legend that did not fit into its corner stays below: a lower picture may
    /// offer a larger corner, but would leave the room below it empty.
    pub(super) fn around(&self, words: Words, picture: &Picture) -> Self {
        match self.corner {
            Some(_) => Self::of(self.room, words, picture),
            None => Self::below(self.room, words, picture),
        }
    }

    fn with_corner(
        room: &'a Room<'a>,
        words: Words,
        picture: &Picture,
        corner: Option<Vec<Item>>,
    ) -> Self {
        let has_text = !words.note.is_empty() || !words.sources.is_empty();
        let mark_beside = has_text && !room.is_narrow() && !room.lists_sources_apart();
        Self::with(room, words, picture, corner, mark_beside)
    }

    fn with(
        room: &'a Room<'a>,
        words: Words,
        picture: &Picture,
        corner: Option<Vec<Item>>,
        mark_beside: bool,
    ) -> Self {
        let (head, logo) = head::first(room, &words);
        let said = Said {
            legend: match corner {
                Some(_) => &[],
                None => &picture.legend,
            },
            note: &words.note,
            cited: match room.lists_sources_apart() {
                true => &[],
                false => &words.sources,
            },
            mark: match mark_beside {
                true => &words.handling,
                false => "",
            },
        };
        let mut layout = Self {
            foot: foot::foot(room, said, Setting::Columns),
            room,
            words: words.clone(),
            head,
            logo,
            corner,
            mark_beside,
        };
        let is_too_high = !matches!(picture.growth, Growth::Fits { .. })
            && picture.needed_px() > layout.left_px();
        let is_small = layout.left_px() < room.height_px * PICTURE_SHARE;
        if room.is_fixed() && (is_too_high || is_small) {
            layout.foot = foot::foot(room, said, Setting::Lowest);
        }
        layout
    }

    /// The sources that stand on a page of their own; none if they are in the foot.
    pub(super) fn apart(&self) -> &[String] {
        match self.room.lists_sources_apart() {
            true => &self.words.sources,
            false => &[],
        }
    }

    /// The lowest line of a sheet: its number and the handling mark.
    pub(super) fn last_line(&self, number: Option<(usize, usize)>) -> PagePart {
        foot::last_line(self.room, &self.words, number)
    }

    /// Height of everything around a picture that is on one sheet.
    fn around_px(&self) -> f32 {
        let number = (!self.apart().is_empty()).then_some((1, 2));
        self.head.height + self.foot.height + self.last_px(number)
    }

    /// Height of the lowest line.
    fn last_px(&self, number: Option<(usize, usize)>) -> f32 {
        if self.mark_beside {
            0.0
        } else {
            self.last_line(number).height
        }
    }

    /// The height left for the picture if it is on one sheet.
    pub(super) fn left_px(&self) -> f32 {
        (self.room.inner_height_px() - self.around_px()).max(LOWEST_PX)
    }

    /// Whether the picture fits on the sheet beside everything else, and nothing else is wider than the sheet.
    pub(super) fn holds(&self, picture: &Picture) -> bool {
        let last = self.last_line(None);
        let parts = [&self.head, &self.foot, &last];
        let mut bounds = parts
            .into_iter()
            .flat_map(|it| &it.items)
            .filter_map(Item::bounds);
        let inner_px = self.room.inner_px();
        self.around_px() + picture.scene.height_px <= self.room.inner_height_px() + 0.01
            && bounds.all(|it| it.left >= -SLACK_PX && it.right <= inner_px + SLACK_PX)
    }

    /// Everything on one sheet, as high as necessary, and at least as high as the paper.
    pub(super) fn whole(&self, picture: Picture, number: Option<(usize, usize)>) -> Sheet {
        let (room, last) = (self.room, self.last_line(number));
        let (width_px, picture_px) = (picture.scene.width_px, picture.scene.height_px);
        let parts = self.head.height + picture_px + self.foot.height + self.last_px(number);
        let least_px = if room.is_fixed() { room.height_px } else { 0.0 };
        let page_px = (parts + 2.0 * room.edge_px).max(least_px);
        let mut scene = room.empty(page_px);
        let mut y = room.edge_px;
        room.put(&mut scene, self.head.items.clone(), y);
        y += self.head.height;
        let area = Bounds {
            left: room.side_px,
            top: y,
            right: room.side_px + width_px,
            bottom: y + picture_px,
        };
        room.put_picture(&mut scene, picture.scene, y);
        room.put(&mut scene, self.corner.clone().unwrap_or_default(), y);
        y += picture_px;
        room.put(&mut scene, self.foot.items.clone(), y);
        y = page_px - room.edge_px - last.height;
        room.put(&mut scene, last.items, y);
        Sheet {
            scene,
            logo: self.logo_on_page(),
            picture: Some(area),
        }
    }

    pub(super) fn logo_on_page(&self) -> Option<[f32; 4]> {
        let (side, edge) = (self.room.side_px, self.room.edge_px);
        self.logo
            .map(|[x, y, width, height]| [x + side, y + edge, width, height])
    }
}
