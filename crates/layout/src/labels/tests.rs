use proptest::prelude::*;

use super::*;

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
fn sides(marks: &[Mark], rows: usize) -> Vec<String> {
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
        (
            "room at the left alone",
            vec![p(0, 380.0, 200.0)],
            1,
            "left",
        ),
        (
            "left whole before right in part",
            vec![p(0, 250.0, 180.0)],
            1,
            "left",
        ),
        (
            "too long for either side",
            vec![p(0, 200.0, 300.0)],
            1,
            "right cut",
        ),
        (
            "the same with a row below",
            vec![p(0, 200.0, 300.0)],
            2,
            "right in two",
        ),
        (
            "at the right edge",
            vec![p(0, 390.0, 500.0)],
            2,
            "left in two",
        ),
        (
            "a band that holds it",
            vec![band(-900.0, 300.0, 150.0)],
            1,
            "inside",
        ),
        (
            "a band with room beside it",
            vec![band(0.0, 120.0, 150.0)],
            1,
            "right",
        ),
        (
            "a band that fills the window",
            vec![band(-9.0, 900.0, 600.0)],
            2,
            "inside in two",
        ),
        (
            "a short band at the edge",
            vec![band(380.0, 900.0, 390.0)],
            2,
            "left in two",
        ),
        (
            "too long for everything",
            vec![p(0, 200.0, 2000.0)],
            2,
            "right cut",
        ),
    ] {
        assert_eq!(sides(&marks, rows), [wanted], "{what}");
    }
}

#[test]
fn a_second_line_stands_only_where_nothing_else_does_or_would_like_to() {
    let long = point(0, 200.0, 300.0);
    for (what, below, wanted) in [
        ("nothing there", None, "right in two"),
        (
            "a mark far to the left",
            Some(point(1, 50.0, 60.0)),
            "right in two",
        ),
        (
            "a mark under the label",
            Some(point(1, 260.0, 60.0)),
            "left in two",
        ),
        // Its line would be read as that mark's label.
        (
            "a mark just right of the second line",
            Some(point(1, 203.0, 20.0)),
            "right cut",
        ),
        (
            "the label of a mark left of it",
            Some(point(1, 150.0, 200.0)),
            "right cut",
        ),
    ] {
        let marks: Vec<Mark> = [long].into_iter().chain(below).collect();
        assert_eq!(sides(&marks, 2)[0], wanted, "{what}");
    }
}

#[test]
fn a_row_with_no_room_beside_the_mark_lends_the_one_below() {
    let marks = [
        point(0, 100.0, 90.0),
        point(0, 115.0, 150.0),
        point(0, 130.0, 40.0),
    ];
    assert_eq!(sides(&marks, 2)[1], "below");
    assert_eq!(sides(&marks, 1)[1], "none");
}

#[test]
fn a_row_that_was_kept_free_is_used() {
    let kept = Mark {
        keeps_below: true,
        ..point(0, 100.0, 200.0)
    };
    assert_eq!(sides(&[kept], 2), ["right in two"]);
    assert_eq!(sides(&[kept], 1), ["right"]);
    assert_eq!(sides(&[kept, point(1, 150.0, 20.0)], 2)[0], "right");
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
    assert_eq!(
        (found.x_px + found.room_px, x_px + width_px),
        (380.0, 380.0)
    );
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

#[test]
fn what_is_outside_the_window_has_no_label() {
    let marks = [
        point(0, -50.0, 40.0),
        point(0, 450.0, 40.0),
        point(0, 200.0, 0.0),
        point(0, -4.0, 40.0),
    ];
    assert_eq!(sides(&marks, 2), ["none", "none", "none", "right"]);
}

#[test]
fn a_label_takes_no_more_than_its_width() {
    let first = Mark {
        weight: 4,
        ..point(0, 100.0, 60.0)
    };
    assert_eq!(sides(&[first, point(0, 390.0, 150.0)], 1)[1], "left");
    assert_eq!(sides(&[first, point(0, 390.0, 250.0)], 1)[1], "left cut");
}

#[test]
fn a_second_line_needs_room_for_a_few_words() {
    // Beside the mark there is room for half a label, and in the row below for a little more than that, but for no words.
    let marks = [
        Mark {
            weight: 4,
            ..point(0, 330.0, 80.0)
        },
        point(0, 300.0, 0.0),
        point(1, 401.0, 1.0),
    ];
    assert_eq!(sides(&marks, 2)[0], "belowleft");
}

#[test]
fn most_of_a_label_at_the_right_is_better_than_more_of_it_at_the_left() {
    let marks = [point(0, 250.0, 200.0), point(0, 70.0, 0.0)];
    assert_eq!(sides(&marks, 1)[0], "right cut");
    let found = placed(&marks, 1)[0].unwrap();
    assert_eq!(found.room_px, 140.0);
}

#[test]
fn a_wide_band_keeps_a_shortened_label_inside() {
    assert_eq!(sides(&[band(0.0, 200.0, 240.0)], 1), ["inside cut"]);
    assert_eq!(sides(&[band(0.0, 105.0, 300.0)], 1), ["right cut"]);
}

#[test]
fn a_shorter_second_line_left_of_a_mark_ends_where_the_first_does() {
    let marks = [point(0, 390.0, 500.0)];
    let uneven = |_, _| Some((120.0, 60.0));
    let found = place(&marks, (0.0, 400.0), Second::InRows(2), uneven)[0].unwrap();
    assert_eq!(found.side, Side::Left);
    assert_eq!((found.x_px, found.second()), (260.0, Some((320.0, 60.0))));
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
