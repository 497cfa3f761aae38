//! Words for a span whose ends are known more precisely than EDTF can say: "early June to 15 July 2025".

use super::super::day::{Day, month_name, year_in_words};
use super::super::edtf::{Date, Edge, Edtf};
use super::super::edtf_words::inside;
use super::super::fuzzy::FuzzyDate;
use super::super::moment::Moment;
use super::typed::{Reading, Typed};
use super::{Understood, read};

/// The words, if any mean exactly this.
pub(in super::super) fn in_words(date: &FuzzyDate) -> Option<String> {
    let Edtf::Interval { start, end } = &date.edtf else {
        return None;
    };
    let (own, bounds) = (date.edtf.bounds(), &date.bounds);
    if own == *bounds {
        return None;
    }
    let first = end_words(
        start,
        (own.start_earliest, own.start_latest),
        (bounds.start_earliest, bounds.start_latest),
    );
    let last = end_words(
        end,
        (own.end_earliest, own.end_latest),
        (bounds.end_earliest, bounds.end_latest),
    );
    let words = match (start, end) {
        (Edge::Open, _) => format!("until {last}"),
        (Edge::Unknown, _) => format!("until {last}, start unknown"),
        (_, Edge::Open) => format!("from {first} on"),
        (_, Edge::Unknown) => format!("from {first}, end unknown"),
        _ => format!("{first} to {last}"),
    };
    let again = read(&words, None).ok().and_then(Understood::date)?;
    (again.edtf == date.edtf && again.bounds == *bounds).then_some(words)
}

type Limits = (Option<Moment>, Option<Moment>);

fn end_words(edge: &Edge, own: Limits, stated: Limits) -> String {
    let Edge::Date(date) = edge else {
        return String::new();
    };
    let days = stated.0.zip(stated.1).filter(|_| own != stated);
    days.and_then(|(first, last)| narrowed(date, first.day, last.day))
        .unwrap_or_else(|| inside(date))
}

/// The phrase that means these days and has this date as its EDTF in a span.
fn narrowed(date: &Date, first: Day, last: Day) -> Option<String> {
    let (year, month, _) = first.ymd();
    let year = year_in_words(year);
    let month = format!("{} {year}", month_name(month));
    let decade = format!(
        "{}0s",
        year.get(..year.len().saturating_sub(1)).unwrap_or_default()
    );
    let parts = ["early", "mid", "late", "early to mid", "mid to late"];
    let wholes = [&month, &year, &decade];
    let of_parts = wholes
        .iter()
        .flat_map(|whole| parts.map(|part| format!("{part} {whole}")));
    let (from, to) = (first.in_words(), last.in_words());
    let others = [
        format!("week of {from}"),
        format!("weekend of {from}"),
        format!("week beginning {from}"),
        format!("between {from} and {to}"),
    ];
    let means = |words: &String| {
        let mut typed = Typed::new(words, Reading::default(), None).ok()?;
        let piece = typed.lone().ok()?;
        let is_same = piece.days().ok()? == (first, last)
            && format!("{}~", piece.form().ok()?.coarse) == date.to_string();
        (is_same && typed.ahead(0).is_none()).then_some(())
    };
    of_parts.chain(others).find(|words| means(words).is_some())
}
