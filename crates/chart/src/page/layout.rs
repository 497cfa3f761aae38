//! Everything around the picture on a sheet, and whether there is room for it.

use scene::Item;

use super::room::{PagePart, Room};
use super::spec::{Sheet, Words};
use super::{foot, head};
use crate::paper::Height;
use crate::spec::Picture;

/// A picture is laid out at least this high, however small the sheet.
pub(super) const LOWEST_PX: f32 = 160.0;
/// Strokes may extend this far into the margin.
const SLACK_PX: f32 = 4.0;

/// Everything around the picture, laid out.
pub(super) struct Layout<'a> {
    pub(super) room: &'a Room<'a>,
    pub(super) words: Words,
    pub(super) head: PagePart,
    pub(super) logo: Option<[f32; 4]>,
    pub(super) foot: PagePart,
}

impl<'a> Layout<'a> {
    pub(super) fn of(room: &'a Room<'a>, words: Words, picture: &Picture) -> Self {
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

    /// The lowest line of a sheet: its number and the handling mark.
    pub(super) fn last_line(&self, number: Option<(usize, usize)>) -> PagePart {
        foot::last_line(self.room, &self.words, number)
    }

    /// The height left for the picture if everything is on one sheet.
    pub(super) fn left_px(&self) -> f32 {
        let last = self.last_line(None).height;
        let around = self.head.height + self.foot.height + last + 2.0 * self.room.margin_px;
        (self.room.height_px - around).max(LOWEST_PX)
    }

    /// Whether the picture fits on the sheet beside everything else, and nothing else is wider than the sheet.
    pub(super) fn holds(&self, picture: &Picture) -> bool {
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

    /// Everything on one sheet, as high as necessary, and at least as high as the paper.
    pub(super) fn whole(&self, picture: Picture) -> Sheet {
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

    pub(super) fn logo_on_page(&self) -> Option<[f32; 4]> {
        let margin = self.room.margin_px;
        self.logo
            .map(|[x, y, width, height]| [x + margin, y + margin, width, height])
    }
}
