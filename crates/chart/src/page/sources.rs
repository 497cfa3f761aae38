//! The numbered sources: in balanced columns, or running on where that is much lower.

use scene::{Anchor, Face, Item, Palette, text};

use super::room::PagePart;

/// Text size of note and sources, and the height of their lines.
pub(super) const TEXT_PX: f32 = 10.0;
pub(super) const LINE_PX: f32 = 12.5;
/// Between two columns, and between a number and its source.
const GAP_PX: f32 = 16.0;
const NUMBER_GAP_PX: f32 = 4.0;
/// Columns are at least this wide: about forty characters.
const NARROWEST_PX: f32 = 210.0;
/// Lines that columns, which read better, may take beyond those of running text: this share of them, but always one.
const MORE_LINES: f32 = 0.25;

/// How sources are set below a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// In columns, unless running on takes much fewer lines.
    Columns,
    /// In as few lines as possible.
    Lowest,
}

/// The sources in a width, from (0, 0).
pub(super) fn sources(
    palette: &Palette,
    lines: &[String],
    width_px: f32,
    setting: Setting,
) -> PagePart {
    let running = text::wrap(&run_on(lines), TEXT_PX, Face::Regular, width_px);
    let columns = Columns::lowest(lines, width_px);
    let more = match setting {
        Setting::Columns => (running.len() as f32 * MORE_LINES).max(1.0),
        Setting::Lowest => 0.0,
    };
    if columns.lines() as f32 <= running.len() as f32 + more {
        return columns.drawn(palette);
    }
    let height = running.len() as f32 * LINE_PX;
    let items = running
        .iter()
        .enumerate()
        .map(|(at, words)| line(palette, words, 0.0, at));
    PagePart {
        items: items.collect(),
        height,
    }
}

/// The sources on a page of their own: in columns, however many lines they take.
pub(super) fn listed(palette: &Palette, lines: &[String], width_px: f32) -> PagePart {
    Columns::lowest(lines, width_px).drawn(palette)
}

/// "1 Agency report, 9 June; 2 …".
fn run_on(sources: &[String]) -> String {
    let numbered = sources
        .iter()
        .enumerate()
        .map(|(at, source)| format!("{} {source}", at + 1));
    let mut words = numbered.collect::<Vec<_>>().join("; ");
    if !words.is_empty() && !words.ends_with('.') {
        words.push('.');
    }
    words
}

/// One line of text on the line numbered `at`, from 0.
pub(super) fn line(palette: &Palette, words: &str, x: f32, at: usize) -> Item {
    let baseline = at as f32 * LINE_PX + TEXT_PX * 0.95;
    let color = palette.text_secondary;
    text::text(
        words,
        x,
        baseline,
        Anchor::Start,
        TEXT_PX,
        Face::Regular,
        color,
    )
}

/// Sources set in columns of one width.
struct Columns {
    column_px: f32,
    number_px: f32,
    /// The columns from left to right: numbers of sources, and their lines.
    columns: Vec<Vec<(usize, Vec<String>)>>,
}

impl Columns {
    /// As many columns as make the lowest block; the fewest of those.
    fn lowest(lines: &[String], width_px: f32) -> Self {
        let most = (((width_px + GAP_PX) / (NARROWEST_PX + GAP_PX)) as usize).clamp(1, 6);
        let first = Self::of(lines, width_px, 1);
        (2..=most).fold(first, |best, count| {
            let next = Self::of(lines, width_px, count);
            if next.lines() < best.lines() {
                next
            } else {
                best
            }
        })
    }

    fn of(lines: &[String], width_px: f32, count: usize) -> Self {
        let column_px = (width_px - GAP_PX * (count - 1) as f32) / count as f32;
        let number_px =
            text::width(&lines.len().to_string(), TEXT_PX, Face::Regular) + NUMBER_GAP_PX;
        let wrapped: Vec<Vec<String>> = lines
            .iter()
            .map(|it| text::wrap(it, TEXT_PX, Face::Regular, column_px - number_px))
            .collect();
        Self {
            column_px,
            number_px,
            columns: balanced(wrapped, count),
        }
    }

    fn lines(&self) -> usize {
        let high = |column: &Vec<(usize, Vec<String>)>| column.iter().map(|it| it.1.len()).sum();
        self.columns.iter().map(high).max().unwrap_or(0)
    }

    fn drawn(&self, palette: &Palette) -> PagePart {
        let mut items = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let x = at as f32 * (self.column_px + GAP_PX);
            let mut row = 0;
            for (number, words) in column {
                items.push(line(palette, &number.to_string(), x, row));
                for words in words {
                    items.push(line(palette, words, x + self.number_px, row));
                    row += 1;
                }
            }
        }
        PagePart {
            items,
            height: self.lines() as f32 * LINE_PX,
        }
    }
}

/// Sources in at most `count` columns of the least height, in order and each whole.
fn balanced(wrapped: Vec<Vec<String>>, count: usize) -> Vec<Vec<(usize, Vec<String>)>> {
    let total: usize = wrapped.iter().map(Vec::len).sum();
    let columns_at = |most: usize| {
        let (mut columns, mut lines) = (1, 0);
        for source in &wrapped {
            if lines > 0 && lines + source.len() > most {
                (columns, lines) = (columns + 1, 0);
            }
            lines += source.len();
        }
        columns
    };
    let longest = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let least = total.div_ceil(count.max(1)).max(longest);
    let most = (least..total)
        .find(|it| columns_at(*it) <= count)
        .unwrap_or(total);
    let (mut columns, mut lines) = (vec![Vec::new()], 0);
    for (at, source) in wrapped.into_iter().enumerate() {
        if lines > 0 && lines + source.len() > most {
            columns.push(Vec::new());
            lines = 0;
        }
        lines += source.len();
        columns
            .last_mut()
            .expect("there is a column")
            .push((at + 1, source));
    }
    columns
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn columns_hold_every_source_once_in_order_and_are_balanced(
            heights in prop::collection::vec(1..6_usize, 0..40), count in 1..6_usize,
        ) {
            let wrapped = heights.iter().map(|it| vec![String::from("x"); *it]).collect();
            let columns = balanced(wrapped, count);
            prop_assert!(columns.len() <= count);
            let numbers: Vec<usize> = columns.iter().flatten().map(|it| it.0).collect();
            prop_assert_eq!(numbers, (1..=heights.len()).collect::<Vec<_>>());
            let highest = columns.iter().map(|it| it.iter().map(|it| it.1.len()).sum::<usize>()).max();
            let total: usize = heights.iter().sum();
            let longest = heights.iter().copied().max().unwrap_or(0);
            prop_assert!(highest.unwrap_or(0) <= total.div_ceil(count) + longest);
        }
    }

    #[test]
    fn many_short_sources_run_on_where_columns_would_be_much_higher() {
        let palette = Palette::of(scene::Theme::Print);
        let short = vec![String::from("AP"); 60];
        let running = sources(palette, &short, 900.0, Setting::Columns);
        assert!(running.height < listed(palette, &short, 900.0).height / 2.0);
        let long = vec![
            String::from(
                "Times of India, US orders partial evacuation of its embassy; dependents may leave, 11 June 2025"
            );
            6
        ];
        assert_eq!(
            sources(palette, &long, 900.0, Setting::Columns),
            listed(palette, &long, 900.0)
        );
    }
}
