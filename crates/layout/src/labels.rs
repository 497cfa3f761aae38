//! Placing the labels of a lane: whole beside, in or over the mark; else on two lines, the second of them in the row
//! below; else in the row below alone. Where there is room for none of that, a label is shortened, and at last left out.

/// A mark of a lane, with the label it would like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Its row, from the top.
    pub row: usize,
    /// Left end of everything that is drawn for it.
    pub from_px: f32,
    /// Right end.
    pub to_px: f32,
    /// For a band that is to carry its label inside: how far from its visible left end.
    pub inside_px: Option<f32>,
    /// Right end of the solid part of a mark whose rest is a thin whisker: where both sides are taken,
    /// the label may stand over the whisker.
    pub solid_to_px: f32,
    /// Left end of that part; the whisker may reach further there too.
    pub solid_from_px: f32,
    /// Width of the label in full.
    pub label_px: f32,
    /// Whether the row below was kept free for its second line.
    pub keeps_below: bool,
    /// Who chooses first.
    pub weight: u64,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Right of its mark.
    Right,
    /// Left of it.
    Left,
    /// In its band.
    Inside,
    /// Over the whisker of its mark.
    Over,
    /// In the row below, from the left end of its mark on.
    Below,
    /// In the row below, up to the right end of its mark.
    BelowLeft,
}

impl Side {
    /// Whether its lines end at one x instead of beginning there.
    #[must_use]
    pub fn ends_level(self) -> bool {
        matches!(self, Self::Left | Self::BelowLeft)
    }

    /// Whether its first line stands in the row below.
    #[must_use]
    pub fn is_below(self) -> bool {
        matches!(self, Self::Below | Self::BelowLeft)
    }
}

/// A label that has a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Left end.
    pub x_px: f32,
    /// Width it may take: at least its own, or less and it is to be shortened to it.
    pub room_px: f32,
    /// Where it stands.
    pub side: Side,
    /// Width of its second line, if it has two; its first is then `room_px` wide.
    pub second_px: Option<f32>,
}

/// Where the second line of a label may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Second {
    /// In the row below, as far as that is free: these rows may be used.
    InRows(usize),
    /// In the row of its mark, which is high enough for two.
    InItsRow,
}

/// Between a mark and its label, and between a label and whatever comes next.
pub const GAP_PX: f32 = 5.0;
/// Below this a shortened label says nothing.
pub const SHORTEST_PX: f32 = 44.0;
/// This much of a label is enough to read what it is about.
const READABLE_PX: f32 = 230.0;
/// A band up to this wide rather has a part of its label beside it than inside.
const NARROW_PX: f32 = 110.0;

/// Places the labels of one lane between `left_px` and `right_px`; the marks may overhang. `in_two` gives the widths of the
/// two lines of a label that has so much room for either, if it can be broken so.
///
/// No label overlaps another label, or any mark but its own band or whisker.
#[must_use]
pub fn place(
    marks: &[Mark],
    (left_px, right_px): (f32, f32),
    second: Second,
    in_two: impl Fn(usize, (f32, f32)) -> Option<(f32, f32)>,
) -> Vec<Option<Placed>> {
    let mut lane = Lane::new(marks, (left_px, right_px), second);
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(marks[at].weight), at));
    let mut placed = vec![None; marks.len()];
    for at in order {
        let mark = &marks[at];
        if mark.to_px < left_px || mark.from_px > right_px || mark.label_px <= 0.0 {
            continue;
        }
        let on_two = |lane: &Lane| lane.in_two(at, mark, |rooms| in_two(at, rooms));
        // Where a row was kept free for a second line, one line would leave it empty.
        let kept = mark.keeps_below.then(|| on_two(&lane)).flatten();
        let kept = kept.filter(|it| it.side == Side::Right);
        let found = kept.or_else(|| lane.whole(at, mark));
        let found = found.or_else(|| on_two(&lane));
        let found = found.or_else(|| lane.below(mark));
        placed[at] = found.or_else(|| lane.shortened(at, mark));
        lane.take(at, mark, placed[at].as_ref());
    }
    placed
}

/// What stands in a row.
#[derive(Debug, Clone, Copy)]
struct Taken {
    from_px: f32,
    to_px: f32,
    /// Whose mark it is; none for a label.
    mark: Option<usize>,
    /// How far to the right its label would like to reach, until that has its place.
    wish_px: f32,
}

struct Lane {
    rows: Vec<Vec<Taken>>,
    left_px: f32,
    right_px: f32,
    second: Second,
}

impl Lane {
    fn new(marks: &[Mark], (left_px, right_px): (f32, f32), second: Second) -> Self {
        let last = marks.iter().map(|it| it.row).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); last + 2];
        for (at, mark) in marks.iter().enumerate() {
            let beside = mark.to_px + GAP_PX + mark.label_px;
            let is_inside = mark
                .inside_px
                .is_some_and(|pad_px| mark.to_px - mark.from_px >= pad_px + mark.label_px);
            rows[mark.row].push(Taken {
                from_px: mark.from_px,
                to_px: mark.to_px,
                mark: Some(at),
                wish_px: if is_inside { mark.to_px } else { beside },
            });
        }
        Self {
            rows,
            left_px,
            right_px,
            second,
        }
    }

    /// Writes down where a label stands.
    fn take(&mut self, at: usize, mark: &Mark, placed: Option<&Placed>) {
        let own = self.rows[mark.row]
            .iter_mut()
            .find(|it| it.mark == Some(at));
        if let Some(own) = own {
            own.wish_px = own.to_px;
        }
        let Some(placed) = placed else { return };
        let (x_px, width_px) = (placed.x_px, placed.room_px.min(mark.label_px));
        let mut put = |row: usize, x_px: f32, width_px: f32| {
            self.rows[row].push(Taken {
                from_px: x_px,
                to_px: x_px + width_px,
                mark: None,
                wish_px: x_px + width_px,
            });
        };
        put(
            mark.row + usize::from(placed.side.is_below()),
            x_px,
            width_px,
        );
        if let Some(second_px) = placed.second_px {
            let x_px = placed.second_x_px(x_px + width_px);
            let below = usize::from(self.second != Second::InItsRow);
            put(mark.row + below, x_px, second_px);
        }
    }

    /// Whether the row below this one may be used.
    fn has_below(&self, row: usize) -> bool {
        matches!(self.second, Second::InRows(rows) if row + 1 < rows)
    }

    /// A place for the whole label on one line.
    fn whole(&self, at: usize, mark: &Mark) -> Option<Placed> {
        let is_whole = |it: &Placed| it.room_px >= mark.label_px;
        let inside = mark.inside_px.map(|pad_px| self.inside(mark, pad_px));
        if let Some(inside) = inside.filter(is_whole) {
            return Some(inside);
        }
        let right = Some(self.right(at, mark)).filter(is_whole);
        let left = || Some(self.left(at, mark, true)).filter(is_whole);
        right
            .or_else(left)
            .or_else(|| self.over(mark).filter(is_whole))
    }

    /// A place for the whole label on two lines.
    fn in_two(
        &self,
        at: usize,
        mark: &Mark,
        broken: impl Fn((f32, f32)) -> Option<(f32, f32)>,
    ) -> Option<Placed> {
        let in_row = self.second == Second::InItsRow;
        if !in_row && !self.has_below(mark.row) {
            return None;
        }
        let inside = mark.inside_px.filter(|_| !in_row);
        let firsts = [
            inside.map(|pad_px| self.inside(mark, pad_px)),
            Some(self.right(at, mark)),
            Some(self.left(at, mark, true)),
            self.over(mark).filter(|_| !in_row),
        ];
        firsts.into_iter().flatten().find_map(|first| {
            if first.room_px < SHORTEST_PX {
                return None;
            }
            let end_px = first.x_px + first.room_px.min(mark.label_px);
            let below_px = match (in_row, first.side) {
                (true, _) => first.room_px,
                (false, Side::Left) => end_px - self.free_left(mark.row + 1, end_px, None, true),
                (false, _) => {
                    let x_px = first.x_px;
                    self.free_right(mark.row + 1, x_px, None, true) - x_px
                }
            };
            if below_px < SHORTEST_PX {
                return None;
            }
            let (first_px, second_px) = broken((first.room_px, below_px))?;
            let x_px = if first.side == Side::Left {
                end_px - first_px
            } else {
                first.x_px
            };
            Some(Placed {
                x_px,
                room_px: first_px,
                second_px: Some(second_px),
                ..first
            })
        })
    }

    /// A place for the whole label in the row below.
    fn below(&self, mark: &Mark) -> Option<Placed> {
        if !self.has_below(mark.row) {
            return None;
        }
        let row = mark.row + 1;
        let x_px = mark.from_px.max(self.left_px) + mark.inside_px.unwrap_or(0.0);
        let end_px = mark.to_px.min(self.right_px);
        let right_px = self.free_right(row, x_px, None, true) - x_px;
        let left_px = end_px - self.free_left(row, end_px, None, true);
        let placed = |x_px, room_px, side| Placed {
            x_px,
            room_px,
            side,
            second_px: None,
        };
        if right_px >= mark.label_px {
            Some(placed(x_px, right_px, Side::Below))
        } else {
            let x_px = end_px - mark.label_px;
            (left_px >= mark.label_px).then(|| placed(x_px, mark.label_px, Side::BelowLeft))
        }
    }

    /// A place for a part of the label.
    fn shortened(&self, at: usize, mark: &Mark) -> Option<Placed> {
        let right = self.right(at, mark);
        let left = self.left(at, mark, false);
        let visible_px = mark.to_px.min(self.right_px) - mark.from_px.max(self.left_px);
        let inside = mark.inside_px.map(|pad_px| self.inside(mark, pad_px));
        // Most labels stand right of their mark, so that they read as a list; one that keeps two
        // thirds of itself there, or enough to read, stays.
        let enough_px = (mark.label_px * 0.66).clamp(SHORTEST_PX, READABLE_PX);
        let right_is_enough = right.room_px >= enough_px;
        if let Some(inside) = inside.filter(|it| it.room_px >= SHORTEST_PX) {
            let is_better = visible_px <= NARROW_PX && right_is_enough;
            return Some(if is_better { right } else { inside });
        }
        let over = self.over(mark);
        let best = if right_is_enough || right.room_px >= left.room_px {
            right
        } else {
            left
        };
        (best.room_px >= SHORTEST_PX).then_some(best).or(over)
    }

    fn inside(&self, mark: &Mark, pad_px: f32) -> Placed {
        let x_px = mark.from_px.max(self.left_px) + pad_px;
        let room_px = mark.to_px.min(self.right_px) - GAP_PX - x_px;
        Placed {
            x_px,
            room_px,
            side: Side::Inside,
            second_px: None,
        }
    }

    fn right(&self, at: usize, mark: &Mark) -> Placed {
        let x_px = (mark.to_px + GAP_PX).max(self.left_px);
        Placed {
            x_px,
            room_px: self.free_right(mark.row, x_px, Some((at, mark)), false) - x_px,
            side: Side::Right,
            second_px: None,
        }
    }

    /// The label ends at the gap left of the mark; its beginning follows from its width. With `leaves_wishes` it takes no room
    /// that another label would like.
    fn left(&self, at: usize, mark: &Mark, leaves_wishes: bool) -> Placed {
        let end_px = (mark.from_px - GAP_PX).min(self.right_px);
        let limit_px = self.free_left(mark.row, end_px, Some((at, mark)), leaves_wishes);
        let room_px = end_px - limit_px;
        Placed {
            x_px: end_px - room_px.min(mark.label_px),
            room_px,
            side: Side::Left,
            second_px: None,
        }
    }

    /// How far a line that begins at `x_px` may reach; `own` is the mark that it stands right of, if that is in this row.
    fn free_right(&self, row: usize, x_px: f32, own: Option<(usize, &Mark)>, wishes: bool) -> f32 {
        let least_px = own.map_or(x_px - GAP_PX, |it| it.1.to_px);
        let others = self.others(row, own);
        let ahead = others.filter(|it| it.end_px(wishes) > least_px);
        let begins = ahead.map(|it| it.from_px - GAP_PX);
        begins.fold(self.right_px, f32::min)
    }

    /// Where a line that ends at `end_px` may begin; `own` as before.
    fn free_left(&self, row: usize, end_px: f32, own: Option<(usize, &Mark)>, wishes: bool) -> f32 {
        let most_px = own.map_or(end_px + GAP_PX, |it| it.1.from_px);
        let others = self.others(row, own);
        let before = others.filter(|it| it.from_px < most_px);
        let ends = before.map(|it| it.end_px(wishes) + GAP_PX);
        ends.fold(self.left_px, f32::max)
    }

    /// What else stands in a row.
    fn others(&self, row: usize, own: Option<(usize, &Mark)>) -> impl Iterator<Item = &Taken> {
        let own = own.map(|it| it.0);
        let row = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        row.iter()
            .filter(move |it| own.is_none() || it.mark != own)
    }

    /// Over the whisker right of the solid part, or where that is short, left of it.
    fn over(&self, mark: &Mark) -> Option<Placed> {
        let left_px = mark.from_px.max(self.left_px) + GAP_PX;
        let right_px = mark.to_px.min(self.right_px) - GAP_PX;
        let after = (mark.solid_to_px + GAP_PX).max(self.left_px + GAP_PX);
        let before = (mark.solid_from_px - GAP_PX).min(right_px);
        let parts = [
            (mark.solid_to_px < mark.to_px, after, right_px),
            (mark.from_px < mark.solid_from_px, left_px, before),
        ];
        let roomy = |it: &&(bool, f32, f32)| it.0 && it.2 - it.1 >= SHORTEST_PX;
        let is_thin = mark.inside_px.is_none();
        let (_, x_px, end_px) = *parts.iter().find(roomy).filter(|_| is_thin)?;
        Some(Placed {
            x_px,
            room_px: end_px - x_px,
            side: Side::Over,
            second_px: None,
        })
    }
}

impl Taken {
    fn end_px(&self, wishes: bool) -> f32 {
        if wishes { self.wish_px } else { self.to_px }
    }
}

impl Placed {
    /// Where its second line begins; its first ends at `end_px`.
    fn second_x_px(&self, end_px: f32) -> f32 {
        match self.second_px {
            Some(second_px) if self.side.ends_level() => end_px - second_px,
            _ => self.x_px,
        }
    }

    /// Where its second line begins, if it has one.
    #[must_use]
    pub fn second(&self) -> Option<(f32, f32)> {
        let width_px = self.second_px?;
        Some((self.second_x_px(self.x_px + self.room_px), width_px))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(row: usize, x: f32, label_px: f32) -> Mark {
        Mark {
            row,
            from_px: x - 5.0,
            to_px: x + 5.0,
            inside_px: None,
            solid_to_px: x + 5.0,
            solid_from_px: x - 5.0,
            label_px,
            keeps_below: false,
            weight: 3,
        }
    }

    fn band(from_px: f32, to_px: f32, label_px: f32) -> Mark {
        Mark {
            from_px,
            to_px,
            inside_px: Some(6.0),
            solid_to_px: to_px,
            solid_from_px: from_px,
            ..point(0, 0.0, label_px)
        }
    }

    /// Breaks a label in the middle, if both halves fit.
    fn halves(marks: &[Mark]) -> impl Fn(usize, (f32, f32)) -> Option<(f32, f32)> + '_ {
        |at, (first, second)| {
            let half = marks[at].label_px * 0.5;
            (half <= first && half <= second).then_some((half, half))
        }
    }

    fn placed(marks: &[Mark], rows: usize) -> Vec<Option<Placed>> {
        place(marks, (0.0, 400.0), Second::InRows(rows), halves(marks))
    }

    /// "right", "left in two", "inside cut", "none".
    fn told(marks: &[Mark], rows: usize) -> Vec<String> {
        let say = |(mark, it): (&Mark, &Option<Placed>)| {
            let Some(it) = it else {
                return String::from("none");
            };
            let side = format!("{:?}", it.side).to_lowercase();
            match it.second_px {
                Some(_) => format!("{side} in two"),
                None if it.room_px < mark.label_px => format!("{side} cut"),
                None => side,
            }
        };
        marks.iter().zip(&placed(marks, rows)).map(say).collect()
    }

    #[test]
    fn whole_then_on_two_lines_then_below_then_cut() {
        let p = point;
        for (what, marks, rows, wanted) in [
            ("room at the right", vec![p(0, 100.0, 200.0)], 1, "right"),
            ("room at the left alone", vec![p(0, 380.0, 200.0)], 1, "left"),
            ("left whole before right in part", vec![p(0, 250.0, 180.0)], 1, "left"),
            ("too long for either side", vec![p(0, 200.0, 300.0)], 1, "right cut"),
            ("the same with a row below", vec![p(0, 200.0, 300.0)], 2, "right in two"),
            ("at the right edge", vec![p(0, 390.0, 500.0)], 2, "left in two"),
            ("a band that holds it", vec![band(-900.0, 300.0, 150.0)], 1, "inside"),
            ("a band with room beside it", vec![band(0.0, 120.0, 150.0)], 1, "right"),
            ("a band that fills the window", vec![band(-9.0, 900.0, 600.0)], 2, "inside in two"),
            ("a short band at the edge", vec![band(380.0, 900.0, 390.0)], 2, "left in two"),
            ("too long for everything", vec![p(0, 200.0, 2000.0)], 2, "right cut"),
        ] {
            assert_eq!(told(&marks, rows), [wanted], "{what}");
        }
    }

    #[test]
    fn a_second_line_stands_only_where_nothing_else_does_or_would_like_to() {
        let long = point(0, 200.0, 300.0);
        for (what, below, wanted) in [
            ("nothing there", None, "right in two"),
            ("a mark far to the left", Some(point(1, 50.0, 60.0)), "right in two"),
            ("a mark under the label", Some(point(1, 260.0, 60.0)), "left in two"),
            ("the label of a mark left of it", Some(point(1, 150.0, 200.0)), "right cut"),
        ] {
            let marks: Vec<Mark> = [long].into_iter().chain(below).collect();
            assert_eq!(told(&marks, 2)[0], wanted, "{what}");
        }
    }

    #[test]
    fn a_row_with_no_room_beside_the_mark_lends_the_one_below() {
        let marks = [
            point(0, 100.0, 90.0),
            point(0, 115.0, 150.0),
            point(0, 130.0, 40.0),
        ];
        assert_eq!(told(&marks, 2)[1], "below");
        assert_eq!(told(&marks, 1)[1], "none");
    }

    #[test]
    fn a_row_that_was_kept_free_is_used() {
        let kept = Mark {
            keeps_below: true,
            ..point(0, 100.0, 200.0)
        };
        assert_eq!(told(&[kept], 2), ["right in two"]);
        assert_eq!(told(&[kept], 1), ["right"]);
        assert_eq!(told(&[kept, point(1, 150.0, 20.0)], 2)[0], "right");
    }

    #[test]
    fn in_a_row_that_is_high_enough_both_lines_stand_in_it() {
        let marks = [point(0, 200.0, 300.0)];
        let found = place(&marks, (0.0, 400.0), Second::InItsRow, halves(&marks));
        let found = found[0].unwrap();
        assert_eq!((found.side, found.second_px), (Side::Right, Some(150.0)));
    }

    #[test]
    fn lines_left_of_a_mark_end_where_it_begins() {
        let marks = [point(0, 390.0, 500.0)];
        let found = placed(&marks, 2)[0].unwrap();
        let (x_px, width_px) = found.second().unwrap();
        assert_eq!((found.x_px + found.room_px, x_px + width_px), (380.0, 380.0));
    }

    #[test]
    fn a_band_keeps_its_label_at_the_edge_of_the_window() {
        let found = placed(&[band(-900.0, 300.0, 150.0)], 1)[0].unwrap();
        assert_eq!((found.side, found.x_px), (Side::Inside, 6.0));
    }

    #[test]
    fn a_long_whisker_carries_its_label() {
        let year = Mark {
            from_px: -50.0,
            to_px: 500.0,
            solid_to_px: 210.0,
            solid_from_px: 200.0,
            ..point(0, 0.0, 100.0)
        };
        let found = placed(&[year], 1)[0].unwrap();
        assert_eq!((found.side, found.x_px), (Side::Over, 215.0));
        let beyond = Mark {
            solid_to_px: 430.0,
            solid_from_px: 420.0,
            ..year
        };
        let found = placed(&[beyond], 1)[0].unwrap();
        assert_eq!((found.side, found.x_px), (Side::Over, 5.0));
    }

    const ROWS: usize = 3;

    fn any_row(row: usize) -> impl Strategy<Value = Vec<Mark>> {
        let step = (2.0..120.0f32, 4.0..160.0f32, 0..3, 20.0..300.0f32, 1..6u64);
        prop::collection::vec(step, 0..14).prop_map(move |steps| {
            let mut at = -100.0;
            steps
                .into_iter()
                .map(|(gap, width, sort, label_px, weight)| {
                    let from_px = at + gap;
                    at = from_px + width;
                    let solid_to_px = if sort == 1 { from_px + width * 0.5 } else { at };
                    Mark {
                        row,
                        from_px,
                        to_px: at,
                        inside_px: (sort == 0).then_some(6.0),
                        solid_to_px,
                        solid_from_px: if sort == 1 {
                            from_px + width * 0.4
                        } else {
                            from_px
                        },
                        label_px,
                        keeps_below: weight == 2,
                        weight,
                    }
                })
                .collect()
        })
    }

    /// The lines of a label: row, left and right end.
    fn lines(mark: &Mark, it: &Placed) -> Vec<(usize, f32, f32)> {
        let width_px = it.room_px.min(mark.label_px);
        let row = mark.row + usize::from(it.side.is_below());
        let second = it.second().map(|(x_px, px)| (row + 1, x_px, x_px + px));
        let first = (row, it.x_px, it.x_px + width_px);
        [Some(first), second].into_iter().flatten().collect()
    }

    proptest! {
        #[test]
        fn no_label_touches_a_label_or_a_mark(
            first in any_row(0), second in any_row(1), third in any_row(2),
        ) {
            let marks: Vec<Mark> = [first, second, third].concat();
            let placed = place(&marks, (0.0, 700.0), Second::InRows(ROWS), halves(&marks));
            let mut boxes = vec![Vec::new(); ROWS];
            for (at, (mark, it)) in marks.iter().zip(&placed).enumerate() {
                let Some(it) = it else { continue };
                for (row, from, to) in lines(mark, it) {
                    prop_assert!(from >= -0.01 && to <= 700.01, "{from} {to}");
                    boxes[row].push((from, to));
                    for (other, mark) in marks.iter().enumerate().filter(|it| it.1.row == row) {
                        let own = other == at && matches!(it.side, Side::Inside | Side::Over);
                        prop_assert!(own || to <= mark.from_px || from >= mark.to_px);
                    }
                }
            }
            for mut boxes in boxes {
                boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
                prop_assert!(boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0));
            }
        }

        #[test]
        fn more_rows_never_cut_a_label_of_a_lone_mark(
            x_px in 0.0..400.0_f32, label_px in 10.0..900.0_f32,
        ) {
            let is_cut = |rows| {
                let marks = [point(0, x_px, label_px)];
                let found = placed(&marks, rows)[0];
                found.is_none_or(|it| it.second_px.is_none() && it.room_px < label_px)
            };
            prop_assert!(!is_cut(2) || is_cut(1));
        }
    }
}
