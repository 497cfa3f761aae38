//! What must hold for every chart in columns: nothing overlaps, no line runs through text, all of it is in the room.

use proptest::prelude::*;

use super::{Entry, Form, Link, Placed, Room, lay, own_parts};

fn room(width_px: f32, height_px: f32, columns: usize) -> Room {
    Room {
        width_px,
        height_px,
        columns,
        line_px: 13.0,
        mark_px: 9.0,
        text_at_px: 11.0,
        gap_px: 10.0,
        lane_px: 6.0,
        port_px: 4.0,
        most_lines: 5,
    }
}

/// An entry with a text that takes this width in one line, and shares it evenly between more.
fn entry(column: usize, text_px: f32) -> Entry {
    let widths = (1_u8..=8).map(|lines| (text_px / f32::from(lines)).max(30.0) + 4.0);
    Entry {
        column,
        widths_px: widths.collect(),
        weight: text_px,
        band: 0,
        pin: None,
    }
}

fn link(cause: usize, effect: usize) -> Link {
    Link {
        cause,
        effect,
        style: 0,
    }
}

type Frame = (f32, f32, f32, f32);

/// The room that an entry takes: left, top, right, bottom.
fn frame(placed: &Placed, entries: &[Entry], room: &Room, at: usize) -> Option<Frame> {
    let (spot, column) = (placed.spots[at], placed.columns[entries[at].column]);
    let top = spot.y_px - room.line_px / 2.0;
    match spot.form {
        Form::Hidden => None,
        Form::Mark => Some((
            column.left_px,
            top,
            column.left_px + 2.0 * room.mark_px,
            top + room.line_px,
        )),
        Form::Lines(lines) => Some((
            column.left_px,
            top,
            column.right_px,
            top + room.line_px * lines as f32,
        )),
    }
}

fn overlap(a: Frame, b: Frame) -> bool {
    a.0 < b.2 - 0.1 && b.0 < a.2 - 0.1 && a.1 < b.3 - 0.1 && b.1 < a.3 - 0.1
}

fn charts() -> impl Strategy<Value = (Vec<Entry>, Vec<Link>)> {
    (2_usize..60).prop_flat_map(|count| {
        let entries = prop::collection::vec((0_usize..6, 30.0_f32..500.0), count);
        let links = prop::collection::vec((0..count, 0..count, 0_u32..3), 0..count * 3 / 2);
        (entries, links).prop_map(|(entries, links)| {
            let links = links.iter().map(|it| Link {
                cause: it.0,
                effect: it.1,
                style: it.2,
            });
            (
                entries.iter().map(|it| entry(it.0, it.1)).collect(),
                links.collect(),
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_overlaps_and_no_line_runs_through_text((entries, links) in charts(), height_px in 250.0_f32..900.0) {
        let room = room(1000.0, height_px, 6);
        let placed = lay(&entries, &links, &room);
        let frames: Vec<Option<Frame>> = (0..entries.len()).map(|it| frame(&placed, &entries, &room, it)).collect();
        for (at, a) in frames.iter().enumerate() {
            let Some(a) = a else { continue };
            prop_assert!(a.1 > -0.1 && a.3 < room.height_px + 0.1 && a.0 > -0.1 && a.2 < room.width_px + 0.1, "{a:?}");
            prop_assert!(frames[at + 1..].iter().flatten().all(|b| !overlap(*a, *b)));
        }
        for (link, course) in links.iter().zip(&placed.courses) {
            let is_drawn = link.cause != link.effect
                && placed.spots[link.cause].form != Form::Hidden
                && placed.spots[link.effect].form != Form::Hidden;
            prop_assert_eq!(course.corners.is_empty(), !is_drawn);
            for pair in course.corners.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                prop_assert!((a.0 - b.0).abs() < 0.1 || (a.1 - b.1).abs() < 0.1, "level or upright: {a:?} {b:?}");
                let line = (a.0.min(b.0) - 0.3, a.1.min(b.1) - 0.3, a.0.max(b.0) + 0.3, a.1.max(b.1) + 0.3);
                for (at, it) in frames.iter().enumerate() {
                    let is_end = at == link.cause || at == link.effect;
                    prop_assert!(is_end || it.is_none_or(|it| !overlap(line, it)), "{line:?} {it:?}");
                }
            }
        }
        prop_assert_eq!(&placed, &lay(&entries, &links, &room));
    }
}

#[test]
fn two_causes_of_one_effect_share_a_line_and_only_the_rest_is_their_own() {
    let entries = [entry(0, 80.0), entry(0, 80.0), entry(2, 80.0)];
    let placed = lay(&entries, &[link(0, 2), link(1, 2)], &room(600.0, 300.0, 3));
    let [a, b] = [&placed.courses[0], &placed.courses[1]];
    assert_eq!(a.corners.last(), b.corners.last());
    let own = own_parts(&placed.courses, &[0, 1]);
    assert_eq!(own[0], a.corners);
    assert!(
        own[1].len() >= 2 && own[1].last() != b.corners.last(),
        "{own:?}"
    );
    assert!(a.leaves_right && !a.arrives_right);
}

#[test]
fn a_link_against_time_reaches_its_effect_from_the_right() {
    let entries = [entry(0, 80.0), entry(1, 80.0)];
    let placed = lay(&entries, &[link(1, 0)], &room(600.0, 300.0, 2));
    let course = &placed.courses[0];
    assert!(course.arrives_right && !course.leaves_right);
    assert!(course.corners.first().map(|it| it.0) > course.corners.last().map(|it| it.0));
}

#[test]
fn crossing_order_is_mended() {
    let entries: Vec<Entry> = (0..6).map(|it| entry(it / 3, 80.0)).collect();
    let links = [link(0, 5), link(1, 4), link(2, 3)];
    assert_eq!(lay(&entries, &links, &room(600.0, 300.0, 2)).crossings, 0);
}

#[test]
fn where_there_is_no_room_the_least_important_give_way_first() {
    let entries: Vec<Entry> = (0..30_u8)
        .map(|it| Entry {
            weight: f32::from(it),
            ..entry(0, 300.0)
        })
        .collect();
    let placed = lay(&entries, &[], &room(300.0, 300.0, 1));
    let lines: Vec<usize> = placed.spots.iter().map(|it| it.form.lines()).collect();
    assert!(lines.windows(2).all(|it| it[0] <= it[1]), "{lines:?}");
    assert!(placed.spots.iter().any(|it| it.form == Form::Hidden));
    assert!(placed.spots.last().map(|it| it.form.lines()) >= Some(1));
}

#[test]
fn the_highest_column_gets_the_room() {
    let mut entries = vec![entry(0, 100.0)];
    entries.extend((0..8).map(|_| entry(1, 400.0)));
    let placed = lay(&entries, &[], &room(600.0, 700.0, 2));
    let wide = |it: usize| placed.columns[it].right_px - placed.columns[it].left_px;
    assert!(wide(1) > wide(0) + 50.0);
}
