//! Event studies whose numbers were reckoned elsewhere (`../shared/reference/domain.md` 2.2): constant mean, 120 days, a
//! gap of 10, logarithms.

use risk::{Model, changes, day_zero, study};

use crate::market::series;

type Row = (&'static str, &'static str, &'static str, [(f64, f64); 5]);

const ROWS: [Row; 8] = [
    (
        "brent-daily.csv",
        "Brent",
        "2025-06-11",
        [
            (4.24, 2.40),
            (3.73, 1.49),
            (3.38, 1.10),
            (14.32, 3.30),
            (16.28, 2.77),
        ],
    ),
    (
        "brent-daily.csv",
        "Brent",
        "2025-05-12",
        [
            (1.64, 0.99),
            (4.21, 1.79),
            (7.50, 2.61),
            (3.46, 0.85),
            (6.78, 1.23),
        ],
    ),
    (
        "vix-daily.csv",
        "VIX",
        "2025-04-03",
        [
            (33.19, 3.64),
            (74.21, 5.76),
            (72.87, 4.62),
            (62.95, 2.82),
            (78.23, 2.59),
        ],
    ),
    (
        "SPX_yfinance_multiheader.csv",
        "S&P 500",
        "2025-04-03",
        [
            (-4.95, -5.54),
            (-11.10, -8.79),
            (-10.43, -6.74),
            (-7.32, -3.35),
            (-8.00, -2.70),
        ],
    ),
    (
        "SPX_yfinance_multiheader.csv",
        "S&P 500",
        "2025-04-09",
        [
            (9.09, 10.03),
            (5.56, 4.34),
            (3.98, 2.54),
            (5.70, 2.57),
            (-6.58, -2.19),
        ],
    ),
    (
        "SPX_yfinance_multiheader.csv",
        "S&P 500",
        "2025-05-12",
        [
            (3.25, 2.10),
            (4.01, 1.83),
            (3.98, 1.49),
            (5.48, 1.45),
            (5.22, 1.02),
        ],
    ),
    (
        "HSI_yfinance_multiheader.csv",
        "Hang Seng",
        "2025-04-07",
        [
            (-14.42, -7.43),
            (-13.16, -4.80),
            (-14.92, -4.44),
            (-7.89, -1.66),
            (-12.21, -1.90),
        ],
    ),
    (
        "HSI_yfinance_multiheader.csv",
        "Hang Seng",
        "2025-06-09",
        [
            (1.47, 0.76),
            (1.23, 0.45),
            (0.60, 0.18),
            (0.19, 0.04),
            (1.56, 0.24),
        ],
    ),
];

#[test]
fn the_golden_studies_come_out_to_two_decimals() {
    for (file, name, day, expected) in ROWS {
        let Some(series) = series(file, name) else {
            return;
        };
        let changes = changes(&series);
        let date = model::FuzzyDate::from_edtf(day).unwrap();
        let zero = day_zero(&date, false, None, &changes.days).unwrap();
        let study = study(&changes, zero, Model::ConstantMean).unwrap();
        let two = |it: f64| format!("{:.2}", if it.abs() < 0.005 { 0.0 } else { it });
        let found: Vec<_> = study
            .cars
            .iter()
            .map(|it| (two(it.car * 100.0), two(it.t)))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(car, t)| (two(*car), two(*t)))
            .collect();
        assert_eq!(found, expected, "{name} on {day}");
        assert_eq!(study.learned_days, 120);
    }
}

#[test]
fn tariffs_announced_at_the_close_are_traded_the_next_day() {
    let Some(series) = series("SPX_yfinance_multiheader.csv", "S&P 500") else {
        return;
    };
    let changes = changes(&series);
    let close = "16:00 America/New_York".parse().unwrap();
    let zero = |edtf: &str, close| {
        let date = model::FuzzyDate::from_edtf(edtf).unwrap();
        changes.days[day_zero(&date, false, close, &changes.days).unwrap()].in_words()
    };
    assert_eq!(
        zero("2025-04-02T16:00:00-04:00", Some(&close)),
        "3 April 2025"
    );
    assert_eq!(zero("2025-04-02T20:00:00Z", Some(&close)), "3 April 2025");
    assert_eq!(
        zero("2025-04-02T15:59:00-04:00", Some(&close)),
        "2 April 2025"
    );
    assert_eq!(zero("2025-04-02", Some(&close)), "2 April 2025");
    assert_eq!(zero("2025-04-18", None), "21 April 2025", "Good Friday");
}

#[test]
fn a_series_that_is_too_short_is_refused() {
    let Some(mut series) = series("brent-daily.csv", "Brent") else {
        return;
    };
    let points = std::sync::Arc::make_mut(&mut series.points);
    points.days.truncate(80);
    points.values.truncate(80);
    let changes = changes(&series);
    assert!(matches!(
        study(&changes, 60, Model::ConstantMean),
        Err(risk::StudyError::TooShort { found: 50 })
    ));
    assert!(study(&changes, 70, Model::ConstantMean).is_ok());
}
