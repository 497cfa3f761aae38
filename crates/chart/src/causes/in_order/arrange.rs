//! Several ways to divide the room between columns, of which the one is drawn that names most.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use layout::columns::{self, Entry, Form, Link, Placed, Room};
use model::date::Day;

use super::candidate::Candidate;
use super::draw::Standee;
use super::heading::HEAD_PX;
use super::short_date;
use super::stretches::{self, Start, Starting, Stretch};
use super::title::Title;
use crate::links::Bundle;
use crate::marks::label_face;
use crate::spec::CausesSpec;

/// Width of a column with the channel beside it for which there is room on average, in letters.
const COLUMN_EM: f32 = 14.0;
/// The most lines of a title.
const MOST_LINES: usize = 7;
/// A height that nothing needs.
const ENDLESS_PX: f32 = 1.0e6;
/// About how many letters are on a line.
const LINE_LETTERS: f32 = 18.0;
/// Above the first row and below the last.
pub(super) const PAD_PX: f32 = 8.0;
/// Charts of more entries than this are laid out once only.
const MANY: usize = 90;

/// A link with the key of its style.
pub(super) type StyledLink<'b, 'w> = (&'b Bundle<'w>, (usize, usize), u32);

/// Distances in multiples of the letter size.
#[derive(Debug, Clone, Copy)]
struct Density {
    line_em: f32,
    gap_em: f32,
    lane_em: f32,
}

const AIRY: Density = Density {
    line_em: 1.28,
    gap_em: 0.95,
    lane_em: 0.58,
};
const DENSE: Density = Density {
    line_em: 1.24,
    gap_em: 0.5,
    lane_em: 0.5,
};

/// Everything in its place.
pub(super) struct Arranged<'a> {
    pub(super) stretches: Vec<Stretch>,
    pub(super) room: Room,
    pub(super) placed: Placed,
    pub(super) standees: Vec<Standee<'a>>,
}

impl Arranged<'_> {
    fn is_whole(&self) -> bool {
        self.standees.iter().all(|it| it.is_whole)
    }

    /// Names first; then a title in full counts as much as a crossing.
    fn rank(&self) -> (usize, Reverse<usize>) {
        let count = |test: &dyn Fn(&Standee<'_>) -> bool| {
            self.standees.iter().filter(|it| test(it)).count()
        };
        let short = count(&|it| !it.is_whole);
        (
            count(&|it| it.is_named()),
            Reverse(short + self.placed.crossings),
        )
    }
}

/// The best of the ways that are tried.
pub(super) fn arranged<'a>(
    spec: &CausesSpec<'_>,
    candidates: &[Candidate<'a>],
    links: &[StyledLink<'_, '_>],
    letter_px: f32,
) -> Arranged<'a> {
    let usual = (spec.look.width_px / (COLUMN_EM * letter_px)).max(2.0) as usize;
    let attempt = |columns: usize, density: Density| {
        arrange(spec, candidates, links, letter_px, columns, density)
    };
    let is_large = candidates.len() > MANY;
    let first = attempt(
        usual,
        if is_large && spec.look.is_page {
            DENSE
        } else {
            AIRY
        },
    );
    if is_large || !spec.look.is_page || first.is_whole() {
        return first;
    }
    let mut best = first;
    for columns in [usual, usual.saturating_sub(1).max(2), usual + 1] {
        let other = attempt(columns, DENSE);
        if other.rank() > best.rank() {
            best = other;
        }
    }
    best
}

fn arrange<'a>(
    spec: &CausesSpec<'_>,
    candidates: &[Candidate<'a>],
    links: &[StyledLink<'_, '_>],
    letter_px: f32,
    most: usize,
    density: Density,
) -> Arranged<'a> {
    let (stretches, columns) = columns_of(candidates, links, most);
    let usual = usual_year(candidates, spec);
    let with_column = || candidates.iter().zip(&columns);
    let titles: Vec<Title> = with_column()
        .map(|(it, column)| title(it, &stretches, *column, usual, letter_px))
        .collect();
    let room = room(spec, letter_px, &stretches, density);
    let entry = |((it, column), title): ((&Candidate<'_>, &usize), &Title)| Entry {
        column: *column,
        widths_px: title.widths_px(),
        weight: it.weight,
        band: it.band,
        pin: it.pin,
    };
    let entries: Vec<Entry> = with_column().zip(&titles).map(entry).collect();
    let link = |it: &StyledLink<'_, '_>| Link {
        cause: it.1.0,
        effect: it.1.1,
        style: it.2,
    };
    let placed = columns::lay(&entries, &links.iter().map(link).collect::<Vec<_>>(), &room);
    let standees =
        with_column()
            .zip(titles)
            .zip(&placed.spots)
            .map(|(((it, column), title), spot)| {
                let room_px = placed.columns[*column].right_px - spot.x_px - room.text_at_px;
                let (lines, is_whole) = match spot.form {
                    Form::Lines(count) => title.lines(room_px, count),
                    Form::Mark | Form::Hidden => (Vec::new(), false),
                };
                Standee {
                    event: it.event,
                    glyph: it.glyph,
                    title,
                    lines,
                    is_whole,
                    spot: *spot,
                }
            });
    let standees = standees.collect();
    Arranged {
        stretches,
        room,
        placed,
        standees,
    }
}

/// The room for what is drawn below the headings.
fn room(spec: &CausesSpec<'_>, letter_px: f32, stretches: &[Stretch], density: Density) -> Room {
    let inner_px = spec.look.height_px - HEAD_PX - 2.0 * PAD_PX;
    Room {
        width_px: spec.look.width_px,
        height_px: if spec.look.is_page {
            inner_px.max(letter_px)
        } else {
            ENDLESS_PX
        },
        columns: stretches.iter().map(|it| it.columns).sum(),
        line_px: letter_px * density.line_em,
        mark_px: 9.0,
        text_at_px: letter_px * 1.15,
        gap_px: letter_px * density.gap_em,
        lane_px: letter_px * density.lane_em,
        port_px: letter_px * 0.42,
        most_lines: MOST_LINES,
    }
}

/// The stretches of time, and the column of each entry.
fn columns_of(
    candidates: &[Candidate<'_>],
    links: &[StyledLink<'_, '_>],
    most: usize,
) -> (Vec<Stretch>, Vec<usize>) {
    let lines =
        |it: &Candidate<'_>| (it.event.title.chars().count() as f32 / LINE_LETTERS).ceil() + 1.0;
    let starting: Vec<Starting> = candidates
        .iter()
        .map(|it| Starting {
            start: it.start,
            lines: lines(it),
            is_exact: it.is_exact,
        })
        .collect();
    let stretches = stretches::stretches(&starting, most);
    let mut columns = vec![0; candidates.len()];
    for stretch in &stretches {
        let members: Vec<usize> = (0..candidates.len())
            .filter(|it| stretch.starts.contains(&candidates[*it].start))
            .collect();
        let place = |it: usize| members.binary_search(&it).ok();
        let joined = links
            .iter()
            .filter_map(|it| place(it.1.0).zip(place(it.1.1)));
        let tall: Vec<f32> = members.iter().map(|it| starting[*it].lines).collect();
        let inside = stretches::inside(&tall, &joined.collect::<Vec<_>>(), stretch.columns);
        for (member, at) in members.iter().zip(inside) {
            columns[*member] = stretch.column + at;
        }
    }
    (stretches, columns)
}

/// The year that dates before titles leave out: that of the as-of day, or else the one in which most begins.
fn usual_year(candidates: &[Candidate<'_>], spec: &CausesSpec<'_>) -> Option<i64> {
    if let Some(day) = spec.as_of {
        return Some(day.ymd().0);
    }
    let mut count: BTreeMap<i64, usize> = BTreeMap::new();
    for it in candidates {
        if let Start::On(day) = it.start {
            *count.entry(Day(day).ymd().0).or_default() += 1;
        }
    }
    count
        .into_iter()
        .max_by_key(|it| (it.1, it.0))
        .map(|it| it.0)
}

/// The title of an entry, with its date before it unless the heading says it.
fn title(
    it: &Candidate<'_>,
    stretches: &[Stretch],
    column: usize,
    usual: Option<i64>,
    letter_px: f32,
) -> Title {
    let stretch = stretches
        .iter()
        .find(|it| (it.column..it.column + it.columns).contains(&column));
    let is_said = it.start == Start::Open || stretch.is_some_and(|it| it.day().is_some());
    let date = it.event.date.as_ref().filter(|_| !is_said);
    let before = date
        .map(|it| short_date::short(it, usual))
        .filter(|it| !it.is_empty());
    let before = before.map(|it| format!("{it}:")).unwrap_or_default();
    Title::new(
        &before,
        &it.event.title,
        &it.more,
        label_face(it.event),
        letter_px,
    )
}
