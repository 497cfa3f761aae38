//! Ticks at every zoom.

use super::*;
use proptest::prelude::*;

fn measured(words: &str, _: Rank) -> f32 {
    words.chars().count() as f32 * 6.0
}

fn axis(from: (i64, i64, i64), to: (i64, i64, i64)) -> Ticks {
    let days = |(y, m, d)| days_of(y, m, d) as f64;
    ticks(&Scale::new(days(from), days(to), 90.0, 890.0), measured)
}

fn words(ticks: &[Tick]) -> Vec<&str> {
    ticks
        .iter()
        .filter_map(|it| it.label.as_ref())
        .map(|it| it.words.as_str())
        .collect()
}

#[test]
fn five_months_have_names_and_weeks() {
    let axis = axis((2025, 3, 31), (2025, 8, 30));
    assert_eq!(
        words(&axis.major),
        ["April 2025", "May", "June", "July", "August"]
    );
    assert_eq!(words(&axis.minor)[..4], ["15", "22", "8", "15"]);
}

#[test]
fn centuries_decades_years_days_and_hours() {
    assert_eq!(
        words(&axis((-200, 1, 1), (300, 1, 1)).major)[..2],
        ["201 BC", "101 BC"]
    );
    assert_eq!(
        words(&axis((1900, 1, 1), (2030, 1, 1)).major)[..2],
        ["1900", "1920"]
    );
    assert!(words(&axis((1900, 1, 1), (2030, 1, 1)).minor).contains(&"1950"));
    assert_eq!(words(&axis((2022, 1, 1), (2027, 1, 1)).major)[0], "2022");
    assert!(words(&axis((9999, 1, 1), (10_003, 1, 1)).major).contains(&"10001"));
    let days = axis((2025, 6, 9), (2025, 6, 12));
    assert_eq!(words(&days.major)[0], "Monday 9 June 2025");
    assert!(words(&days.minor).contains(&"12:00"));
}

fn spans(ticks: &Ticks) -> Vec<(f32, f32)> {
    let all = ticks
        .major
        .iter()
        .chain(&ticks.minor)
        .filter_map(|it| it.label.as_ref());
    let mut spans: Vec<_> = all.map(|it| (it.x_px, it.x_px + it.width_px)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    spans
}

proptest! {
    #[test]
    fn labels_never_touch_and_ticks_only_grow(
        from in -2.0e6..2.0e6f64, log_length in -3.5..7.5f64, width in 200.0..2400.0f32,
    ) {
        let scale = Scale::new(from, from + 10f64.powf(log_length), 90.0, 90.0 + width);
        let ticks = ticks(&scale, measured);
        for rank in [&ticks.major, &ticks.minor] {
            prop_assert!(rank.windows(2).all(|pair| pair[0].days < pair[1].days));
            prop_assert!(rank.len() < 1000, "{} ticks", rank.len());
        }
        prop_assert!(!ticks.major.is_empty());
        for pair in spans(&ticks).windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0, "{pair:?}");
        }
        for (left, right) in spans(&ticks) {
            prop_assert!(left >= 90.0 && right <= 90.0 + width);
        }
    }
}
