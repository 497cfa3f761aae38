//! What must hold of the index, whatever the entries are.

use model::EventId;
use model::date::Day;
use proptest::collection::vec;
use proptest::prelude::*;
use risk::{Entry, IndexPart, Spell, attention, heat, lines, shares};

const FIRST: Day = Day(20_000);
const LAST: Day = Day(20_120);

fn pair() -> impl Strategy<Value = (Day, Day)> {
    (19_900..20_200_i64, 0..60_i64).prop_map(|(day, more)| (Day(day), Day(day + more)))
}

fn spell() -> impl Strategy<Value = Spell> {
    let impulse = pair().prop_map(|(first, last)| Spell::Impulse { first, last });
    let span = (pair(), proptest::option::of((0..40_i64, 0..40_i64))).prop_map(|(begins, ends)| {
        Spell::Span {
            begins,
            ends: ends.map(|(gap, more)| (begins.1.plus(gap), begins.1.plus(gap + more))),
        }
    });
    prop_oneof![impulse, span]
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let part = prop_oneof![
        Just(IndexPart::Escalation),
        Just(IndexPart::Deescalation),
        Just(IndexPart::Neither)
    ];
    let half_life = prop_oneof![Just(30.0), Just(7.0), 0.5..400.0_f64];
    let entry = (part, 0.0..5.0_f64, spell(), half_life);
    vec(entry, 0..12).prop_map(|all| {
        let numbered = (1..).zip(all);
        let entry = |(id, (part, weight, spell, half_life_days))| Entry {
            event: EventId(id),
            part,
            weight,
            spell,
            half_life_days,
        };
        numbered.map(entry).collect()
    })
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6 * (1.0 + one.abs())
}

proptest! {
    #[test]
    fn shares_add_up_to_every_point(entries in entries(), at in 0..=120_i64) {
        let lines = lines(&entries, FIRST, LAST);
        let shares = shares(&entries, FIRST.plus(at));
        let sum = |part| shares.iter().filter(|it| it.part == part).map(|it| it.amount).sum::<f64>();
        prop_assert!(close(sum(IndexPart::Escalation), lines.escalation[at as usize]));
        prop_assert!(close(sum(IndexPart::Deescalation), lines.deescalation[at as usize]));
    }

    #[test]
    fn without_an_event_the_index_lacks_its_share(entries in entries(), which in 0..12_usize, at in 0..=120_i64) {
        prop_assume!(which < entries.len());
        let (mut fewer, day) = (entries.clone(), FIRST.plus(at));
        let gone = fewer.remove(which);
        let net = |entries: &[Entry]| lines(entries, FIRST, LAST).net()[at as usize];
        let share = shares(&entries, day).into_iter().find(|it| it.event == gone.event);
        let signed = share.map_or(0.0, |it| if it.part == IndexPart::Escalation { it.amount } else { -it.amount });
        prop_assert!(close(net(&entries) - net(&fewer), signed));
    }

    #[test]
    fn after_a_half_life_half_is_left(weight in 0.1..5.0_f64, half_life in 1..200_i64, (first, last) in pair()) {
        let spell = Spell::Impulse { first, last };
        let at = |day: Day| weight * spell.level(day, half_life as f64);
        prop_assert!(close(at(last), 2.0 * at(last.plus(half_life))));
    }

    #[test]
    fn spreading_conserves_weight((first, last) in pair()) {
        // With a memory that is all but endless nothing has faded when all of it has fallen.
        let spell = Spell::Impulse { first, last };
        prop_assert!((spell.level(last, 1e9) - 1.0).abs() < 1e-6);
        let lasting = Spell::Span { begins: (first, last), ends: Some((last, last.plus(30))) };
        let days: f64 = (first.0 - 1..=last.0 + 40).map(|day| lasting.level(Day(day), 1.0)).sum();
        let expected = (last.0 + last.0 + 30) as f64 / 2.0 - (first.0 + last.0) as f64 / 2.0 + 1.0;
        prop_assert!(close(days, expected), "{} {}", days, expected);
    }

    #[test]
    fn where_the_window_begins_changes_nothing(entries in entries(), later in 1..100_i64) {
        let (whole, part) = (lines(&entries, FIRST, LAST), lines(&entries, FIRST.plus(later), LAST));
        for (one, other) in whole.escalation[later as usize..].iter().zip(&part.escalation) {
            prop_assert!(close(*one, *other));
        }
        let (whole, part) = (attention(&entries, FIRST, LAST), attention(&entries, FIRST.plus(later), LAST));
        for (one, other) in whole[later as usize..].iter().zip(&part) {
            prop_assert!(close(*one, *other));
        }
    }

    #[test]
    fn months_are_means_of_their_days(entries in entries()) {
        let lines = lines(&entries, FIRST, LAST);
        let heat = heat(&entries, FIRST, LAST);
        let mut from = 0;
        for month in heat {
            let days = (from..lines.len()).take_while(|at| {
                let (year, of_year, _) = FIRST.plus(*at as i64).ymd();
                (year, of_year) == month.month
            });
            let days = days.count();
            let mean = lines.escalation[from..from + days].iter().sum::<f64>() / days as f64;
            prop_assert!(close(mean, month.escalation));
            from += days;
        }
        prop_assert_eq!(from, lines.len());
    }
}
