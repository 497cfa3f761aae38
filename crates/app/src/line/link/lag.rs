//! The time from cause to effect: "after 3 days", "a week later", "lag:3d", "same day".

use super::Reader;

const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];
const WEEK_DAYS: i32 = 7;
/// The largest plausible lag; a larger number is a typing error.
const MOST_DAYS: i32 = 100_000;

impl Reader<'_> {
    /// Takes the first time that is said.
    pub(super) fn lag(&mut self) {
        let found = (0..self.words.len()).find_map(|at| Some((at, self.lag_at(at)?)));
        if let Some((at, (count, days))) = found {
            self.lag_days = Some(days);
            self.use_up(at, count);
        }
    }

    /// How many words from `at` on say how many days.
    fn lag_at(&self, at: usize) -> Option<(usize, i32)> {
        let word = self.text(at);
        if let Some(value) = word.strip_prefix("lag:") {
            return Some((1, short(value)?));
        }
        if (word, self.text(at + 1)) == ("same", "day") {
            return Some((2, 0));
        }
        if word == "after" {
            let days = self.days(at + 1)?;
            return Some((3, days));
        }
        let days = self.days(at)?;
        (self.text(at + 2) == "later").then_some((3, days))
    }

    /// "3 days", "a week".
    fn days(&self, at: usize) -> Option<i32> {
        let number = match self.text(at) {
            "a" | "an" => 1,
            word => match NUMBERS.iter().position(|it| *it == word) {
                Some(index) => i32::try_from(index).ok()? + 1,
                None => word.parse().ok()?,
            },
        };
        let unit = match self.text(at + 1) {
            "day" | "days" => 1,
            "week" | "weeks" => WEEK_DAYS,
            _ => return None,
        };
        within(number, unit)
    }
}

/// "3", "3d", "2w".
fn short(value: &str) -> Option<i32> {
    let (number, unit) = match value.strip_suffix('w') {
        Some(number) => (number, WEEK_DAYS),
        None => (value.strip_suffix('d').unwrap_or(value), 1),
    };
    within(number.parse().ok()?, unit)
}

fn within(number: i32, unit: i32) -> Option<i32> {
    let days = number.checked_mul(unit)?;
    (-MOST_DAYS..=MOST_DAYS).contains(&days).then_some(days)
}
