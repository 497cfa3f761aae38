//! Placing the labels of one row: right of the mark (a little shortened if need be), else left, else
//! over a whisker, else shortened more, else none.

/// A mark of a row, with the label it would like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
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
}

/// Between a mark and its label, and between a label and whatever comes next.
pub const GAP_PX: f32 = 5.0;
/// Below this a shortened label says nothing.
pub const SHORTEST_PX: f32 = 44.0;
/// This much of a label is enough to read what it is about.
const READABLE_PX: f32 = 230.0;
/// A band up to this wide rather has its whole label beside it than a part of it inside.
const NARROW_PX: f32 = 110.0;

/// Places the labels of one row between `left_px` and `right_px`; the marks may overhang.
///
/// No label overlaps another label, or any mark but its own band or whisker.
#[must_use]
pub fn place(marks: &[Mark], left_px: f32, right_px: f32) -> Vec<Option<Placed>> {
    let mut row = Row {
        taken: marks.iter().map(|it| (it.from_px, it.to_px)).collect(),
        left_px,
        right_px,
    };
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(marks[at].weight), at));
    let mut placed = vec![None; marks.len()];
    for at in order {
        let mark = &marks[at];
        if mark.to_px < left_px || mark.from_px > right_px || mark.label_px <= 0.0 {
            continue;
        }
        placed[at] = row.best(at, mark);
        if let Some(it) = placed[at] {
            row.taken
                .push((it.x_px, it.x_px + it.room_px.min(mark.label_px)));
        }
    }
    placed
}

struct Row {
    /// Marks, by their index, and then labels.
    taken: Vec<(f32, f32)>,
    left_px: f32,
    right_px: f32,
}

impl Row {
    fn best(&self, at: usize, mark: &Mark) -> Option<Placed> {
        let inside = mark.inside_px.map(|pad_px| self.inside(mark, pad_px));
        let right = self.right(at, mark);
        let left = self.left(at, mark);
        let whole = |it: &Placed| it.room_px >= mark.label_px;
        if let Some(inside) = inside {
            let narrow =
                mark.to_px.min(self.right_px) - mark.from_px.max(self.left_px) <= NARROW_PX;
            let beside = [right, left].into_iter().find(|it| narrow && whole(it));
            let fits_inside = whole(&inside) || inside.room_px >= SHORTEST_PX;
            if !whole(&inside) && beside.is_some() {
                return beside;
            }
            if fits_inside {
                return Some(inside);
            }
        }
        let over = self.over(mark);
        // Most labels stand right of their mark, so that they read as a list; one that keeps two
        // thirds of itself there, or enough to read, stays.
        let nearly = right.room_px >= (mark.label_px * 0.66).clamp(SHORTEST_PX, READABLE_PX);
        let order = [
            Some(right).filter(|it| nearly || whole(it)),
            Some(left).filter(&whole),
            over.filter(&whole),
        ];
        if let Some(found) = order.into_iter().flatten().next() {
            return Some(found);
        }
        let roomier = if left.room_px > right.room_px {
            left
        } else {
            right
        };
        (roomier.room_px >= SHORTEST_PX).then_some(roomier).or(over)
    }

    fn inside(&self, mark: &Mark, pad_px: f32) -> Placed {
        let x_px = mark.from_px.max(self.left_px) + pad_px;
        let room_px = mark.to_px.min(self.right_px) - GAP_PX - x_px;
        Placed {
            x_px,
            room_px,
            side: Side::Inside,
        }
    }

    fn right(&self, at: usize, mark: &Mark) -> Placed {
        let x_px = (mark.to_px + GAP_PX).max(self.left_px);
        let mut limit_px = self.right_px;
        for (index, &(from_px, to_px)) in self.taken.iter().enumerate() {
            if index != at && to_px > mark.to_px {
                limit_px = limit_px.min(from_px - GAP_PX);
            }
        }
        Placed {
            x_px,
            room_px: limit_px - x_px,
            side: Side::Right,
        }
    }

    /// The label ends at the gap left of the mark; its beginning follows from its width.
    fn left(&self, at: usize, mark: &Mark) -> Placed {
        let end_px = (mark.from_px - GAP_PX).min(self.right_px);
        let mut limit_px = self.left_px;
        for (index, &(from_px, to_px)) in self.taken.iter().enumerate() {
            if index != at && from_px < mark.from_px {
                limit_px = limit_px.max(to_px + GAP_PX);
            }
        }
        let room_px = end_px - limit_px;
        Placed {
            x_px: end_px - room_px.min(mark.label_px),
            room_px,
            side: Side::Left,
        }
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
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(x: f32, label_px: f32) -> Mark {
        Mark {
            from_px: x - 5.0,
            to_px: x + 5.0,
            inside_px: None,
            solid_to_px: x + 5.0,
            solid_from_px: x - 5.0,
            label_px,
            weight: 3,
        }
    }

    fn sides(marks: &[Mark]) -> Vec<Option<Side>> {
        place(marks, 0.0, 400.0)
            .iter()
            .map(|it| it.map(|it| it.side))
            .collect()
    }

    #[test]
    fn right_then_left_then_shortened_then_none() {
        assert_eq!(sides(&[point(100.0, 200.0)]), [Some(Side::Right)]);
        assert_eq!(sides(&[point(380.0, 200.0)]), [Some(Side::Left)]);
        let short = place(&[point(200.0, 900.0)], 0.0, 400.0)[0].unwrap();
        assert!(short.room_px < 900.0 && short.side == Side::Right);
        assert_eq!(
            sides(&[point(100.0, 50.0), point(120.0, 50.0), point(140.0, 50.0)])[1],
            None
        );
    }

    #[test]
    fn a_band_keeps_its_label_at_the_edge_of_the_window() {
        let band = Mark {
            from_px: -900.0,
            to_px: 300.0,
            inside_px: Some(6.0),
            solid_to_px: 300.0,
            solid_from_px: -900.0,
            label_px: 150.0,
            weight: 1,
        };
        let placed = place(&[band], 0.0, 400.0)[0].unwrap();
        assert_eq!((placed.side, placed.x_px), (Side::Inside, 6.0));
    }

    #[test]
    fn a_long_whisker_carries_its_label() {
        let year = Mark {
            from_px: -50.0,
            to_px: 500.0,
            inside_px: None,
            solid_to_px: 210.0,
            solid_from_px: 200.0,
            label_px: 100.0,
            weight: 1,
        };
        let placed = place(&[year], 0.0, 400.0)[0].unwrap();
        assert_eq!((placed.side, placed.x_px), (Side::Over, 215.0));
        let beyond = Mark {
            solid_to_px: 430.0,
            solid_from_px: 420.0,
            ..year
        };
        let placed = place(&[beyond], 0.0, 400.0)[0].unwrap();
        assert_eq!((placed.side, placed.x_px), (Side::Over, 5.0));
    }

    fn any_row() -> impl Strategy<Value = Vec<Mark>> {
        let step = (2.0..120.0f32, 4.0..160.0f32, 0..3, 20.0..300.0f32, 1..6u64);
        prop::collection::vec(step, 0..14).prop_map(|steps| {
            let mut at = -100.0;
            steps
                .into_iter()
                .map(|(gap, width, sort, label_px, weight)| {
                    let from_px = at + gap;
                    at = from_px + width;
                    let solid_to_px = if sort == 1 { from_px + width * 0.5 } else { at };
                    Mark {
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
                        weight,
                    }
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn no_label_touches_a_label_or_a_mark(marks in any_row()) {
            let placed = place(&marks, 0.0, 700.0);
            let mut boxes = Vec::new();
            for (at, (mark, it)) in marks.iter().zip(&placed).enumerate() {
                let Some(it) = it else { continue };
                let (from, to) = (it.x_px, it.x_px + it.room_px.min(mark.label_px));
                prop_assert!(from >= -0.01 && to <= 700.01, "{from} {to}");
                boxes.push((from, to));
                for (other, mark) in marks.iter().enumerate() {
                    let own = other == at && matches!(it.side, Side::Inside | Side::Over);
                    prop_assert!(own || to <= mark.from_px || from >= mark.to_px);
                }
            }
            boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    }
}
