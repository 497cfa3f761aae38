//! The civil calendar as numbers: proleptic Gregorian, any year, no clock.

/// Days from 1970-01-01 to a date of the civil calendar. Year 0 is 1 BC. `month` may be above 12 or below 1; the year is
/// adjusted.
#[must_use]
pub fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = year + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) + 1;
    // Years are counted from March, so that the leap day is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let months_since_march = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // 1970-01-01 is 719,468 days after 0000-03-01.
    year * 365 + leap_days + (153 * months_since_march + 2) / 5 + day - 1 - 719_468
}

/// The year, month and day of the month of a day.
#[must_use]
pub fn civil_of(days: i64) -> (i64, i64, i64) {
    let since_march_0 = days + 719_468;
    let era = since_march_0.div_euclid(146_097);
    let day_of_era = since_march_0.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let months_since_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * months_since_march + 2) / 5 + 1;
    let month = (months_since_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// The day of the week; Monday is 0.
#[must_use]
pub fn weekday_of(days: i64) -> usize {
    (days + 3).rem_euclid(7) as usize
}

/// Names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// A year in words: "2025", "44 BC".
#[must_use]
pub fn year_words(year: i64) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BC", 1 - year)
    }
}

/// The name of a month, 1 to 12. Other numbers wrap around.
#[must_use]
pub fn month_name(month: i64) -> &'static str {
    MONTHS[(month - 1).rem_euclid(12) as usize]
}

/// The first three letters of a month's name.
#[must_use]
pub fn month_short(month: i64) -> &'static str {
    &month_name(month)[..3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        assert_eq!(days_of(1970, 1, 1), 0);
        assert_eq!(days_of(2000, 2, 29), 11_016);
        assert_eq!(days_of(2025, 6, 11), 20_250);
        assert_eq!(days_of(2025, 18, 11), days_of(2026, 6, 11));
        assert_eq!(days_of(2025, 0, 1), days_of(2024, 12, 1));
        assert_eq!(weekday_of(days_of(2025, 6, 11)), 2);
        assert_eq!(year_words(-43), "44 BC");
        assert_eq!(year_words(12_025), "12025");
    }

    #[test]
    fn every_day_comes_back_across_eras() {
        for days in (-1_500_000..4_000_000).step_by(37) {
            let (year, month, day) = civil_of(days);
            assert_eq!(days_of(year, month, day), days, "{year}-{month}-{day}");
        }
    }
}
