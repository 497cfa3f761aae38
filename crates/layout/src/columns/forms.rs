//! How wide columns are, and how much of its title each entry keeps.

use super::graph::{Column, Entry, Form, Room};
use super::items::{Items, Kind};

/// A column is widened by so much at a time.
const STEP_PX: f32 = 4.0;
/// No text is narrower than this many lines are high, if the room allows: about twelve letters.
const NARROWEST: f32 = 6.0;
/// A title is easily read in so many lines; each further line counts for more when room is shared out.
const FEW_LINES: usize = 5;
const BEYOND: usize = 3;
/// Lines that pass are no closer than this.
const CLOSEST_PX: f32 = 3.4;
/// Left of the first column and right of the last.
const EDGE_PX: f32 = 2.0;

/// The columns, and what is shown of each entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms {
    pub(super) columns: Vec<Column>,
    /// By entry.
    pub(super) forms: Vec<Form>,
    /// Between lines that pass, by column.
    lanes_px: Vec<f32>,
    /// Entries that find no room at all.
    left_out: Vec<usize>,
}

impl Forms {
    pub(super) fn of(entries: &[Entry], items: &Items, channels_px: &[f32], room: &Room) -> Self {
        let texts_px = widths(entries, items, channels_px, room);
        let mut forms = Self {
            columns: columns(&texts_px, channels_px, room),
            forms: vec![Form::Hidden; entries.len()],
            lanes_px: vec![room.lane_px; items.columns.len()],
            left_out: Vec::new(),
        };
        for (column, members) in items.columns.iter().enumerate() {
            forms.fit(entries, items, (column, members), texts_px[column], room);
        }
        forms
    }

    /// Shortens titles of a column, the longest and least important first, until it fits.
    fn fit(
        &mut self,
        entries: &[Entry],
        items: &Items,
        (column, members): (usize, &[usize]),
        text_px: f32,
        room: &Room,
    ) {
        let own = |it: &usize| match items.all[*it].kind {
            Kind::Entry(entry) => Some(entry),
            Kind::Passing => None,
        };
        let shown: Vec<usize> = members.iter().filter_map(own).collect();
        for entry in &shown {
            let lines = lines(&entries[*entry], text_px).min(room.most_lines);
            self.forms[*entry] = Form::Lines(lines.max(1));
        }
        let key = |form: Form| match form {
            Form::Lines(lines) => lines,
            Form::Mark | Form::Hidden => 0,
        };
        while self.height_px(items, members, room) > room.height_px {
            // Two lines name an entry; before any has less, all have two.
            let mut order: Vec<usize> = shown
                .iter()
                .copied()
                .filter(|it| self.forms[*it] != Form::Hidden)
                .collect();
            order.sort_by(|a, b| {
                let most = |it: &usize| key(self.forms[*it]).max(2);
                let rank = entries[*a].weight.total_cmp(&entries[*b].weight);
                most(b).cmp(&most(a)).then(rank).then(b.cmp(a))
            });
            let Some(entry) = order.first().copied() else {
                return;
            };
            if key(self.forms[entry]) <= FEW_LINES / 2 && self.lanes_px[column] > CLOSEST_PX {
                self.lanes_px[column] = CLOSEST_PX;
                continue;
            }
            self.forms[entry] = match self.forms[entry] {
                Form::Lines(lines) if lines > 1 => Form::Lines(lines - 1),
                Form::Lines(_) => Form::Mark,
                Form::Mark | Form::Hidden => {
                    self.left_out.push(entry);
                    Form::Hidden
                }
            };
        }
    }

    /// Marks what found no room as hidden; whether there was any.
    pub(super) fn hide(&self, entries: &[Entry], hidden: &mut [bool]) -> bool {
        self.left_out
            .iter()
            .filter(|it| **it < entries.len())
            .for_each(|it| hidden[*it] = true);
        !self.left_out.is_empty()
    }

    /// How far an item reaches above and below its middle.
    pub(super) fn reach_px(&self, items: &Items, item: usize, room: &Room) -> (f32, f32) {
        let half = room.line_px / 2.0;
        match items.all[item].kind {
            Kind::Passing => (0.0, 0.0),
            Kind::Entry(entry) => match self.forms[entry] {
                Form::Lines(lines) => (half, room.line_px * count(lines) - half),
                Form::Mark => (half, half),
                Form::Hidden => (0.0, 0.0),
            },
        }
    }

    /// From the lower edge of an item to the upper edge of the next.
    pub(super) fn gap_px(&self, items: &Items, above: usize, below: usize, room: &Room) -> f32 {
        let (a, b) = (&items.all[above], &items.all[below]);
        let passing = [a, b].iter().filter(|it| it.kind == Kind::Passing).count();
        match passing {
            0 if a.part == b.part => room.gap_px,
            0 => 1.5 * room.gap_px,
            1 => room.lane_px.max(room.gap_px * 0.5),
            _ => self.lanes_px[a.column],
        }
    }

    /// From the middle of an item to that of the next.
    pub(super) fn step_px(&self, items: &Items, above: usize, below: usize, room: &Room) -> f32 {
        let (up, down) = (
            self.reach_px(items, below, room).0,
            self.reach_px(items, above, room).1,
        );
        down + self.gap_px(items, above, below, room) + up
    }

    fn height_px(&self, items: &Items, members: &[usize], room: &Room) -> f32 {
        let is_shown = |it: &&usize| match items.all[**it].kind {
            Kind::Entry(entry) => self.forms[entry] != Form::Hidden,
            Kind::Passing => true,
        };
        let shown: Vec<usize> = members.iter().filter(is_shown).copied().collect();
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
            return 0.0;
        };
        let steps = shown
            .windows(2)
            .map(|it| self.step_px(items, it[0], it[1], room));
        self.reach_px(items, *first, room).0
            + steps.sum::<f32>()
            + self.reach_px(items, *last, room).1
    }
}

/// The least number of lines in which the text of an entry is at most this wide; one more than any if it is not.
fn lines(entry: &Entry, text_px: f32) -> usize {
    let fits = |it: &f32| *it <= text_px + 0.01;
    let found = entry.widths_px.iter().position(fits);
    found.map_or(entry.widths_px.len() + 1, |it| it + 1)
}

/// The width of the text of each column: what there is goes to whichever is highest, a little at a time.
fn widths(entries: &[Entry], items: &Items, channels_px: &[f32], room: &Room) -> Vec<f32> {
    let members = |column: &Vec<usize>| -> Vec<usize> {
        let own = column.iter().filter_map(|it| match items.all[*it].kind {
            Kind::Entry(entry) => Some(entry),
            Kind::Passing => None,
        });
        own.collect()
    };
    let columns: Vec<Vec<usize>> = items.columns.iter().map(members).collect();
    let beside = room.mark_px + room.text_at_px;
    let taken: f32 = channels_px.iter().map(|it| it + beside).sum::<f32>() + 2.0 * EDGE_PX;
    let mut left_px = (room.width_px - taken).max(0.0);
    let least = (room.line_px * NARROWEST).min(left_px / count(columns.len().max(1)));
    let mut texts_px = vec![least; columns.len()];
    left_px -= least * count(columns.len());
    let high = |column: usize, text_px: f32| -> f32 {
        let each = columns[column].iter().map(|it| {
            let lines = lines(&entries[*it], text_px);
            let beyond = lines.saturating_sub(FEW_LINES);
            count(lines + BEYOND * beyond) * room.line_px + room.gap_px
        });
        let passing = items.columns[column].len() - columns[column].len();
        each.sum::<f32>() + count(passing) * room.lane_px
    };
    let widest = |column: usize| {
        let one = columns[column]
            .iter()
            .filter_map(|it| entries[*it].widths_px.first().copied());
        one.fold(0.0, f32::max)
    };
    let most: Vec<f32> = (0..columns.len()).map(widest).collect();
    let mut heights: Vec<f32> = (0..columns.len())
        .map(|it| high(it, texts_px[it]))
        .collect();
    while left_px >= STEP_PX {
        let open = (0..columns.len()).filter(|it| texts_px[*it] < most[*it]);
        let Some(at) = open.max_by(|a, b| heights[*a].total_cmp(&heights[*b]).then(b.cmp(a)))
        else {
            break;
        };
        texts_px[at] += STEP_PX;
        left_px -= STEP_PX;
        heights[at] = high(at, texts_px[at]);
    }
    texts_px
}

/// The columns side by side; what room is left goes between them.
fn columns(texts_px: &[f32], channels_px: &[f32], room: &Room) -> Vec<Column> {
    let beside = room.mark_px + room.text_at_px;
    let taken: f32 = texts_px
        .iter()
        .zip(channels_px)
        .map(|(text, channel)| text + channel + beside)
        .sum();
    let between = count(texts_px.len().saturating_sub(1).max(1));
    let air = ((room.width_px - taken - 2.0 * EDGE_PX) / between).clamp(0.0, 4.0 * room.line_px);
    let mut x = EDGE_PX;
    let mut columns = Vec::new();
    for (at, (text, channel)) in texts_px.iter().zip(channels_px).enumerate() {
        x += channel + if at > 0 { air } else { 0.0 };
        let right_px = x + beside + text;
        columns.push(Column {
            left_px: x,
            right_px,
        });
        x = right_px;
    }
    columns
}

fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}
