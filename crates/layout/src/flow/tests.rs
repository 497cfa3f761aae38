//! What must hold of any layout for a room.

use proptest::prelude::*;

use super::*;

const LINE_EM: f32 = 1.28;

/// A title of words with so many letters each.
fn entry(letters: &[usize], importance: u32) -> Entry {
    let word = |count: &usize| Word {
        width_em: 0.55 * *count as f32,
        blank_em: 0.3,
        letters: *count,
        ends_clause: false,
        may_end: *count > 3,
        ends_word: true,
    };
    Entry {
        words: letters.iter().map(word).collect(),
        ellipsis_em: 0.8,
        importance,
        ..Entry::default()
    }
}

fn link(from: usize, to: usize) -> Link {
    Link {
        from,
        to,
        style: 1,
        sign: 1,
    }
}

fn room(width_em: f32, height_em: f32) -> Room {
    Room {
        flow: Flow::Down,
        width_em,
        height_em,
    }
}

/// Numbers that look random and are the same each time.
fn draw(seed: &mut u64) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// Entries with effects soon after them.
fn made_up(count: usize, links: usize, seed: u64) -> (Vec<Entry>, Vec<Link>) {
    let mut seed = seed;
    let mut title = || {
        let words = 3 + draw(&mut seed) % 9;
        let letters: Vec<usize> = (0..words).map(|_| 2 + draw(&mut seed) % 9).collect();
        entry(&letters, (draw(&mut seed) % 9) as u32)
    };
    let entries: Vec<Entry> = (0..count).map(|_| title()).collect();
    let mut one = || {
        let to = 1 + draw(&mut seed) % (count - 1);
        let from = to - (1 + draw(&mut seed) % 12).min(to);
        Link {
            from,
            to,
            style: (draw(&mut seed) % 3) as u32,
            sign: 1,
        }
    };
    let links = (0..links).map(|_| one()).filter(|it| it.from != it.to);
    (entries, links.collect())
}

fn meets(a: &Area, b: &Area) -> bool {
    let slack = 0.01;
    a.x + slack < b.x + b.width
        && b.x + slack < a.x + a.width
        && a.y + slack < b.y + b.height
        && b.y + slack < a.y + a.height
}

/// Whether a line has a point in an area.
fn crosses(from: (f32, f32), to: (f32, f32), area: &Area) -> bool {
    let line = Area {
        x: from.0.min(to.0),
        y: from.1.min(to.1),
        width: (from.0 - to.0).abs().max(0.02),
        height: (from.1 - to.1).abs().max(0.02),
    };
    meets(&line, area)
}

/// Where the title of an entry stands.
fn title_area(spot: &Spot) -> Area {
    Area {
        x: spot.mark.0 + 1.0,
        width: spot.area.x + spot.area.width - spot.mark.0 - 1.0,
        height: LINE_EM * spot.lines.len() as f32,
        ..spot.area
    }
}

fn check(entries: &[Entry], links: &[Link], room: &Room, plan: &Plan) -> Result<(), TestCaseError> {
    let drawn: Vec<(usize, &Spot)> = plan
        .spots
        .iter()
        .enumerate()
        .filter_map(|(at, it)| Some((at, it.as_ref()?)))
        .filter(|it| it.1.form != Form::Counted)
        .collect();
    let counted: usize = drawn.iter().map(|it| it.1.counted.len()).sum();
    prop_assert_eq!(drawn.len() + counted + plan.left_out.len(), entries.len());
    for (at, (_, one)) in drawn.iter().enumerate() {
        prop_assert!(one.area.x >= -0.01 && one.area.x + one.area.width <= room.width_em + 0.05);
        for (_, other) in &drawn[at + 1..] {
            prop_assert!(!meets(&one.area, &other.area), "{one:?} {other:?}");
        }
    }
    for (link, course) in links.iter().zip(&plan.courses) {
        let both = [link.from, link.to].map(|it| drawn.iter().any(|other| other.0 == it));
        prop_assert_eq!(
            course.len() > 1,
            both == [true, true] && link.from != link.to
        );
        for pair in course.windows(2) {
            let straight = (pair[0].0 - pair[1].0).abs() < 0.04 || pair[0].1 == pair[1].1;
            prop_assert!(straight, "{course:?}");
            for (_, spot) in &drawn {
                let title = title_area(spot);
                prop_assert!(spot.lines.is_empty() || !crosses(pair[0], pair[1], &title));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_meets_and_everything_is_drawn_or_counted(
        count in 2_usize..60,
        share in 0.5_f32..1.6,
        seed in any::<u64>(),
        width_em in 30.0_f32..110.0,
        height_em in 20.0_f32..80.0,
    ) {
        let (entries, links) = made_up(count, (count as f32 * share) as usize, seed);
        let room = room(width_em, height_em);
        let plan = lay(&entries, &links, &room, None);
        check(&entries, &links, &room, &plan)?;
        prop_assert_eq!(&plan, &lay(&entries, &links, &room, None));
        prop_assert!(plan.height_em <= height_em + 0.1, "{} of {height_em}", plan.height_em);
    }
}

#[test]
fn where_there_is_room_every_title_is_drawn_in_full() {
    let (entries, links) = made_up(30, 32, 4);
    let plan = lay(&entries, &links, &room(120.0, 400.0), None);
    let whole = |it: &Spot| it.form == Form::Line && !it.is_cut;
    assert!(plan.spots.iter().flatten().all(whole));
    assert!(plan.left_out.is_empty());
}

#[test]
fn causes_stand_above_effects_and_what_closes_a_ring_runs_up() {
    let entries = vec![entry(&[5, 6], 3); 3];
    let links = [link(0, 1), link(1, 2), link(2, 0)];
    let plan = lay(&entries, &links, &room(60.0, 40.0), None);
    let y: Vec<f32> = plan.spots.iter().flatten().map(|it| it.mark.1).collect();
    assert!(y[0] < y[1] && y[1] < y[2]);
    assert_eq!(plan.turned, [false, false, true]);
    let back = &plan.courses[2];
    assert!(back[0].1 > back[back.len() - 1].1);
}

#[test]
fn the_least_important_give_way_first_and_what_is_kept_stays() {
    let mut entries: Vec<Entry> = (0..12).map(|it| entry(&[9, 9, 9, 9], it)).collect();
    entries.push(entry(&[9, 9, 9], 20));
    entries[0].is_kept = true;
    let links: Vec<Link> = (0..12).map(|it| link(12, it)).collect();
    let plan = lay(&entries, &links, &room(60.0, 14.0), None);
    let named = |at: usize| {
        plan.spots[at]
            .as_ref()
            .is_some_and(|it| it.form == Form::Line)
    };
    assert!(named(0) && named(12));
    let given_way: Vec<usize> = (1..12).filter(|it| !named(*it)).collect();
    assert!(!given_way.is_empty());
    let least = *given_way.iter().max().unwrap();
    let same_row = |a: usize, b: usize| {
        let row = |it: usize| plan.spots[it].as_ref().map(|it| it.row);
        row(a) == row(b)
    };
    for at in (least + 1..12).filter(|it| same_row(*it, least)) {
        assert!(named(at), "{at}");
    }
}

#[test]
fn a_pin_holds_row_and_left_neighbor() {
    let mut entries = vec![entry(&[5, 6], 3); 5];
    let links = [link(0, 1), link(0, 2), link(0, 3), link(0, 4)];
    let free = lay(&entries, &links, &room(90.0, 40.0), None);
    let order = &free.hint.rows()[1];
    let (first, last) = (order[0], order[order.len() - 1]);
    entries[first].pin = Some(Pin {
        row: 1,
        after: Some(last),
    });
    let held = lay(&entries, &links, &room(90.0, 40.0), Some(&free.hint));
    assert_eq!(held.hint.rows()[1].last(), Some(&first));
    entries[first].pin = Some(Pin {
        row: 2,
        after: None,
    });
    let lower = lay(&entries, &links, &room(90.0, 40.0), Some(&free.hint));
    assert_eq!(lower.spots[first].as_ref().map(|it| it.row), Some(2));
}

#[test]
fn with_the_stored_order_an_entry_less_moves_few_others() {
    let (entries, links) = made_up(30, 50, 9);
    let whole = lay(&entries, &links, &room(100.0, 60.0), None);
    let left = |plan: &Plan| {
        let rows = plan.hint.rows();
        let mut left = vec![None; entries.len()];
        for row in rows {
            for pair in row.windows(2) {
                left[pair[1]] = Some(pair[0]);
            }
        }
        left
    };
    let before = left(&whole);
    let (mut moved, mut all) = (0, 0);
    for gone in 0..entries.len() {
        let kept = links.iter().filter(|it| it.from != gone && it.to != gone);
        let kept: Vec<Link> = kept.copied().collect();
        let after = left(&lay(&entries, &kept, &room(100.0, 60.0), Some(&whole.hint)));
        let others = (0..entries.len()).filter(|it| *it != gone);
        moved += others.filter(|it| before[*it] != after[*it]).count();
        all += entries.len() - 1;
    }
    assert!(moved * 10 <= all, "{moved} of {all}");
}

#[test]
fn cards_are_drawn_where_all_of_them_have_room() {
    let (entries, links) = made_up(12, 14, 2);
    let size = CardSize {
        width_em: 16.0,
        height_em: 5.0,
        mark_em: 1.5,
        title_em: 13.0,
    };
    let plan = lay_cards(&entries, &links, &room(120.0, 120.0), size, None).unwrap();
    assert!(plan.spots.iter().flatten().all(|it| it.form == Form::Card));
    assert_eq!(
        lay_cards(&entries, &links, &room(50.0, 20.0), size, None),
        None
    );
}

#[test]
#[ignore = "measures: cargo test --release -p layout flow -- --ignored --nocapture"]
fn three_hundred_entries_take_a_tenth_of_a_second() {
    let (mut slow, mut too_slow) = (Vec::new(), false);
    for (count, links) in [(60, 60), (120, 130), (300, 240)] {
        let (entries, links) = made_up(count, links, 3);
        let started = std::time::Instant::now();
        let plan = lay(&entries, &links, &room(102.0, 44.0), None);
        let took = started.elapsed();
        let drawn = plan.spots.iter().flatten();
        let named = drawn.filter(|it| it.form == Form::Line).count();
        slow.push(format!("{count}: {took:?}, {named} named"));
        too_slow |= took.as_millis() > 100;
    }
    assert!(!too_slow, "{slow:?}");
}
