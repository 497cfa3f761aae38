//! The legend: what occurs in the picture, in as few lines as its width allows, below the picture or in a free corner.

use scene::{Anchor, Bounds, Face, Item, Palette, Scene, Theme, text};

use super::room::PagePart;
use crate::shift::{scale, shift};
use crate::spec::LegendEntry;

const TEXT_PX: f32 = 10.0;
const LINE_PX: f32 = 15.0;
/// Between two entries of a line.
const GAP_PX: f32 = 14.0;
/// Between a drawing and its words.
const MARK_GAP_PX: f32 = 6.0;
/// Kept clear around a legend in a corner of the picture.
const CORNER_PAD_PX: f32 = 6.0;

/// How much larger a legend is on screen, where no letter is below 11 pixels.
const ON_SCREEN: f32 = 1.1;

/// A legend for the window: in lines at most `width_px` wide, as high as it needs to be, without a ground.
#[must_use]
pub fn screen_legend(entries: &[LegendEntry], width_px: f32, theme: Theme) -> Scene {
    let PagePart { mut items, height } = legend(Palette::of(theme), entries, width_px / ON_SCREEN);
    items.iter_mut().for_each(|it| scale(it, ON_SCREEN));
    let rights = items.iter().filter_map(Item::bounds).map(|it| it.right);
    Scene {
        width_px: rights.fold(0.0, f32::max).ceil().min(width_px),
        height_px: (height * ON_SCREEN).ceil(),
        items,
        hits: Vec::new(),
    }
}

/// Where one entry stands: left edge of its drawing, left edge of its words, and its line.
struct Cell {
    mark_px: f32,
    words_px: f32,
    line: usize,
}

/// The legend in a width. Its entries stand in columns if that needs no more lines than running on; otherwise they run on.
pub(super) fn legend(palette: &Palette, entries: &[LegendEntry], width_px: f32) -> PagePart {
    let running = running(entries, width_px);
    let lines = running.last().map_or(0, |it| it.line + 1);
    let cells = columns(entries, width_px, lines).unwrap_or(running);
    let items = entries
        .iter()
        .zip(&cells)
        .flat_map(|(entry, cell)| drawn(palette, entry, cell, width_px));
    PagePart {
        items: items.collect(),
        height: lines as f32 * LINE_PX,
    }
}

/// The legend in an empty rectangle of the picture, at its outer side; `None` if it does not fit there.
pub(super) fn in_corner(
    palette: &Palette,
    entries: &[LegendEntry],
    free: Bounds,
    picture_px: [f32; 2],
) -> Option<Vec<Item>> {
    let room_px = free.right - free.left - 2.0 * CORNER_PAD_PX;
    let widest_px = entries
        .iter()
        .map(|it| it.width_px(TEXT_PX))
        .fold(0.0, f32::max);
    if entries.is_empty() || widest_px > room_px {
        return None;
    }
    let PagePart { mut items, height } = legend(palette, entries, room_px);
    if height > free.bottom - free.top - 2.0 * CORNER_PAD_PX {
        return None;
    }
    let width_px = items
        .iter()
        .filter_map(Item::bounds)
        .map(|it| it.right)
        .fold(0.0, f32::max);
    let is_beyond_middle = |from: f32, to: f32, whole: f32| (from + to) * 0.5 > whole * 0.5;
    let x = if is_beyond_middle(free.left, free.right, picture_px[0]) {
        free.right - CORNER_PAD_PX - width_px
    } else {
        free.left + CORNER_PAD_PX
    };
    let y = if is_beyond_middle(free.top, free.bottom, picture_px[1]) {
        free.bottom - CORNER_PAD_PX - height
    } else {
        free.top + CORNER_PAD_PX
    };
    items.iter_mut().for_each(|item| shift(item, x, y));
    Some(items)
}

/// Entries one after the other, line by line.
fn running(entries: &[LegendEntry], width_px: f32) -> Vec<Cell> {
    let (mut x, mut line) = (0.0, 0);
    let mut cells = Vec::new();
    for entry in entries {
        let entry_px = entry.width_px(TEXT_PX);
        if x > 0.0 && x + entry_px > width_px {
            (x, line) = (0.0, line + 1);
        }
        cells.push(Cell {
            mark_px: x,
            words_px: x + entry.mark_width_px + MARK_GAP_PX,
            line,
        });
        x += entry_px + GAP_PX;
    }
    cells
}

/// Entries in aligned columns, read downward, so that entries of one kind stand below each other; `None` if they are wider
/// than that.
fn columns(entries: &[LegendEntry], width_px: f32, lines: usize) -> Option<Vec<Cell>> {
    let (mut left_px, mut cells) = (0.0, Vec::new());
    for column in entries.chunks(lines.max(1)) {
        let widest = |of: &dyn Fn(&LegendEntry) -> f32| column.iter().map(of).fold(0.0, f32::max);
        let mark_px = widest(&|it| it.mark_width_px);
        let words_px = widest(&|it| text::width(&it.words, TEXT_PX, Face::Regular));
        cells.extend(column.iter().enumerate().map(|(line, entry)| Cell {
            mark_px: left_px + (mark_px - entry.mark_width_px) * 0.5,
            words_px: left_px + mark_px + MARK_GAP_PX,
            line,
        }));
        left_px += mark_px + MARK_GAP_PX + words_px + GAP_PX;
    }
    (left_px - GAP_PX <= width_px).then_some(cells)
}

fn drawn(palette: &Palette, entry: &LegendEntry, cell: &Cell, width_px: f32) -> Vec<Item> {
    let middle = (cell.line as f32 + 0.5) * LINE_PX;
    let bottoms = entry.mark.iter().filter_map(Item::bounds);
    let lowest_px = bottoms.map(|it| it.bottom).fold(0.0, f32::max);
    // A drawing that hangs below its line, such as a speech bubble, is lifted off the entry below.
    let lift_px = (lowest_px - LINE_PX * 0.5).max(0.0);
    let mark = entry.mark.iter().cloned().map(|mut item| {
        shift(&mut item, cell.mark_px, middle - lift_px);
        item
    });
    let room_px = width_px - cell.words_px;
    let words = text::shorten(&entry.words, TEXT_PX, Face::Regular, room_px);
    let words = text::text(
        &words,
        cell.words_px,
        middle + text::cap_height(TEXT_PX) * 0.5,
        Anchor::Start,
        TEXT_PX,
        Face::Regular,
        palette.text_primary,
    );
    mark.chain([words]).collect()
}

#[cfg(test)]
mod tests {
    use scene::Theme;

    use super::*;
    use crate::marks::block;

    fn entries(words: &[&str]) -> Vec<LegendEntry> {
        let ink = Palette::of(Theme::Print).text_primary;
        let entry = |words: &&str| LegendEntry {
            key: (*words).into(),
            words: (*words).into(),
            mark: vec![block(0.0, -5.0, 12.0, 10.0, ink)],
            mark_width_px: 12.0,
        };
        words.iter().map(entry).collect()
    }

    #[test]
    fn entries_stand_in_columns_if_that_takes_no_more_lines() {
        let all = entries(&["raises", "lowers", "blocks", "planned"]);
        let widths: Vec<f32> = all.iter().map(|it| it.width_px(TEXT_PX)).collect();
        let two_px = widths[0].max(widths[1]) + GAP_PX + widths[2].max(widths[3]);
        let cells = columns(&all, two_px + 1.0, 2).expect("two columns fit");
        assert_eq!(
            cells.iter().map(|it| it.line).collect::<Vec<_>>(),
            [0, 1, 0, 1]
        );
        assert_eq!(cells[2].words_px, cells[3].words_px);
        assert!(columns(&all, two_px - 1.0, 2).is_none());
    }

    #[test]
    fn a_legend_on_screen_keeps_to_its_width_and_is_large_enough() {
        let all = entries(&["raises", "lowers", "blocks", "planned"]);
        let wide = screen_legend(&all, 400.0, Theme::Light);
        let narrow = screen_legend(&all, 100.0, Theme::Light);
        assert!(wide.width_px <= 400.0 && narrow.width_px <= 100.0);
        assert!(narrow.height_px > wide.height_px);
        for item in &narrow.items {
            let it = item.bounds().expect("it is drawn");
            assert!(it.right <= narrow.width_px && it.bottom <= narrow.height_px);
            assert!(!matches!(item, Item::Text { size, .. } if *size < 11.0));
        }
        assert_eq!(screen_legend(&[], 100.0, Theme::Light), Scene::default());
    }

    #[test]
    fn a_legend_stands_in_a_corner_only_if_all_of_it_fits() {
        let palette = Palette::of(Theme::Print);
        let all = entries(&["raises", "lowers", "blocks", "planned"]);
        let free = |width: f32, height: f32| Bounds {
            left: 500.0,
            top: 300.0,
            right: 500.0 + width,
            bottom: 300.0 + height,
        };
        let placed = |free: Bounds| in_corner(palette, &all, free, [600.0, 400.0]);
        let items = placed(free(100.0, 80.0)).expect("there is room");
        for item in &items {
            let it = item.bounds().expect("it is drawn");
            assert!(it.left >= 500.0 && it.right <= 600.0 && it.top >= 300.0 && it.bottom <= 380.0);
        }
        assert_eq!(placed(free(100.0, 40.0)), None);
        assert_eq!(placed(free(40.0, 300.0)), None);
    }
}
