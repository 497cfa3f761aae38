//! What follows a date without a gap and may be more of it.

use model::date::{Day, Edtf, is_zone, read};

use super::sure::is_month;

/// True when `next`, and where it joins two dates the word `after` it, look like the rest of a date: a number, a month, a time
/// zone, or "to".
pub(super) fn looks_like_rest(next: &str, after: &str) -> bool {
    let bare = next.trim_end_matches([',', ':', ';', '.']);
    let lower = bare.to_lowercase();
    let joins = ["and", "or", "until", "till", "through"].contains(&lower.as_str());
    is_number(bare)
        || is_month(bare)
        || is_zone(bare)
        || ["to", "am", "pm", "a.m", "p.m", "bc", "ad"].contains(&lower.as_str())
        || joins && (is_number(after) || is_month(after))
}

/// The last word of a date that may as well begin the title: "11 June 25 people killed", "June 99 people killed". The day of
/// "June 11" is one.
pub(super) fn takes_from_title(text: &str, now: Option<Day>) -> Option<&str> {
    let (before, last) = text.rsplit_once(char::is_whitespace)?;
    let number: u32 = last.parse().ok().filter(|_| last.len() == 2)?;
    let whole = read(before, now).ok()?.date()?;
    let is_month =
        matches!(&whole.edtf, Edtf::Date(date) if date.month.is_some() && date.day.is_none());
    let is_day = number <= 31 && is_month && !has_digit(before);
    let mut runs = before.split(|it: char| !it.is_ascii_digit());
    let names_year = runs.any(|run| run.len() == 4);
    (!names_year && !is_day).then_some(last)
}

/// A number, an ordinal, a date or a time in digits. "3,000" and "90-day" are not.
fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches([',', ':', ';', '.']);
    let word = word.trim_start_matches(['\'', '’']);
    let ends = ["st", "nd", "rd", "th", "s"];
    let bare = ends
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    has_digit(bare)
        && bare
            .chars()
            .all(|it| it.is_ascii_digit() || matches!(it, '/' | '.' | '-' | ':' | '–'))
}

fn has_digit(text: &str) -> bool {
    text.contains(|it: char| it.is_ascii_digit())
}
