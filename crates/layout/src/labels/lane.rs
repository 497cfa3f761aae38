//! Which parts of the rows of a lane are taken, and what is left for labels.

use super::mark::{GAP_PX, Mark, Placed, SHORTEST_PX, Second, Side};

/// Between a line in the row below and a mark there.
const APART_PX: f32 = 14.0;
/// This much of a label is enough to understand it.
const READABLE_PX: f32 = 230.0;
/// In a band up to this wide, a shortened label goes beside the band rather than inside.
const NARROW_PX: f32 = 110.0;

/// Something that takes up part of a row.
#[derive(Debug, Clone, Copy)]
struct Taken {
    from_px: f32,
    to_px: f32,
    /// The mark it belongs to; `None` for a label.
    mark: Option<usize>,
    /// How far to the right its label would like to reach, until that label is placed.
    preferred_px: f32,
}

pub(super) struct Lane {
    rows: Vec<Vec<Taken>>,
    left_px: f32,
    right_px: f32,
    second: Second,
}

impl Lane {
    pub(super) fn new(marks: &[Mark], (left_px, right_px): (f32, f32), second: Second) -> Self {
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
                preferred_px: if is_inside { mark.to_px } else { beside },
            });
        }
        Self {
            rows,
            left_px,
            right_px,
            second,
        }
    }

    /// Records where a label was placed.
    pub(super) fn take(&mut self, at: usize, mark: &Mark, placed: Option<&Placed>) {
        let own = self.rows[mark.row]
            .iter_mut()
            .find(|it| it.mark == Some(at));
        if let Some(own) = own {
            own.preferred_px = own.to_px;
        }
        let Some(placed) = placed else { return };
        let (x_px, width_px) = (placed.x_px, placed.room_px.min(mark.label_px));
        let mut put = |row: usize, x_px: f32, width_px: f32| {
            self.rows[row].push(Taken {
                from_px: x_px,
                to_px: x_px + width_px,
                mark: None,
                preferred_px: x_px + width_px,
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
    pub(super) fn whole(&self, at: usize, mark: &Mark) -> Option<Placed> {
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
    pub(super) fn in_two(
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
    pub(super) fn below(&self, mark: &Mark) -> Option<Placed> {
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

    /// A place for a shortened label.
    pub(super) fn shortened(&self, at: usize, mark: &Mark) -> Option<Placed> {
        let right = self.right(at, mark);
        let left = self.left(at, mark, false);
        let visible_px = mark.to_px.min(self.right_px) - mark.from_px.max(self.left_px);
        let inside = mark.inside_px.map(|pad_px| self.inside(mark, pad_px));
        // Most labels are right of their mark, so that they read as a list; one that keeps two thirds of its length
        // there, or enough to read, stays there.
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

    /// A label that ends at the gap left of the mark; where it begins follows from its width. With `leaves_preferred` it
    /// takes no room that another label would like.
    fn left(&self, at: usize, mark: &Mark, leaves_preferred: bool) -> Placed {
        let end_px = (mark.from_px - GAP_PX).min(self.right_px);
        let limit_px = self.free_left(mark.row, end_px, Some((at, mark)), leaves_preferred);
        let room_px = end_px - limit_px;
        Placed {
            x_px: end_px - room_px.min(mark.label_px),
            room_px,
            side: Side::Left,
            second_px: None,
        }
    }

    /// How far a line that begins at `x_px` may reach; `own` is the mark to its left, if that is in this row.
    fn free_right(
        &self,
        row: usize,
        x_px: f32,
        own: Option<(usize, &Mark)>,
        preferred: bool,
    ) -> f32 {
        let least_px = |it: &Taken| own.map_or(x_px - it.gap_px(own.is_none()), |it| it.1.to_px);
        let others = self.others(row, own);
        let ahead = others.filter(|it| it.end_px(preferred) > least_px(it));
        let begins = ahead.map(|it| it.from_px - it.gap_px(own.is_none()));
        begins.fold(self.right_px, f32::min)
    }

    /// Where a line that ends at `end_px` may begin; `own` as before.
    fn free_left(
        &self,
        row: usize,
        end_px: f32,
        own: Option<(usize, &Mark)>,
        preferred: bool,
    ) -> f32 {
        let most_px = |it: &Taken| own.map_or(end_px + it.gap_px(own.is_none()), |it| it.1.from_px);
        let others = self.others(row, own);
        let before = others.filter(|it| it.from_px < most_px(it));
        let ends = before.map(|it| it.end_px(preferred) + it.gap_px(own.is_none()));
        ends.fold(self.left_px, f32::max)
    }

    /// What else is in a row.
    fn others(&self, row: usize, own: Option<(usize, &Mark)>) -> impl Iterator<Item = &Taken> {
        let own = own.map(|it| it.0);
        let row = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        row.iter().filter(move |it| own.is_none() || it.mark != own)
    }

    /// Over the whisker right of the solid part, or, if that is short, left of it.
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
    /// How far a line keeps away from it. Next to another mark in that mark's row, it would be read as that mark's
    /// label.
    fn gap_px(&self, of_another: bool) -> f32 {
        if of_another && self.mark.is_some() {
            APART_PX
        } else {
            GAP_PX
        }
    }

    fn end_px(&self, preferred: bool) -> f32 {
        if preferred {
            self.preferred_px
        } else {
            self.to_px
        }
    }
}
