//! The `date` verb, and dates as they travel.

use model::FuzzyDate;
use model::date::{Day, Moment, Understood};

use crate::dto::{DateArgs, DateDetail, DateQuestion, DateReply};
use crate::{Fault, Session};

/// How the words of a date are understood.
pub(crate) fn date(session: &Session, args: DateArgs) -> Result<DateReply, Fault> {
    let understood = model::date::read(&args.words, session.now()).map_err(|error| {
        Fault::argument(
            "words",
            format!("\"{}\" is not understood as a date", args.words),
        )
        .help(error.to_string())
    })?;
    Ok(match understood {
        Understood::Date(date) => DateReply::Understood(detail(&date, "")),
        Understood::Ask { question, choices } => DateReply::Ask(DateQuestion {
            question,
            choices: choices.iter().map(|choice| detail(choice, "")).collect(),
        }),
    })
}

/// A date as it travels.
pub(crate) fn detail(date: &FuzzyDate, note: &str) -> DateDetail {
    let iso = |moment: Option<Moment>| moment.map(|it| it.to_string());
    DateDetail {
        words: date.shown().into_owned(),
        typed: date.remark().unwrap_or_default().to_owned(),
        in_words: date.in_words(),
        edtf: date.edtf.to_string(),
        start_earliest: iso(date.bounds.start_earliest),
        start_latest: iso(date.bounds.start_latest),
        end_earliest: iso(date.bounds.end_earliest),
        end_latest: iso(date.bounds.end_latest),
        note: note.to_owned(),
    }
}

/// Where a window that is named by a date begins and ends, in days since 1970-01-01: "2025-06" is the
/// whole of June. EDTF or plain words; words that have several readings are refused.
///
/// # Errors
/// A bad argument when the words are no date.
pub fn window_of(field: &str, words: &str) -> Result<(f64, f64), Fault> {
    let wrong = || {
        Fault::argument(field, format!("\"{words}\" is not understood as a date"))
            .help("write a day, a month or a year, such as 2025-06-11, 2025-06 or \"June 2025\"")
    };
    let date = match model::date::read(words, None) {
        Ok(Understood::Date(date)) => date,
        Ok(Understood::Ask { .. }) | Err(_) => return Err(wrong()),
    };
    date.span_days().ok_or_else(wrong)
}

/// The day that `FAULTLINE_TODAY` states in place of the clock, for tests: year, month and day.
///
/// # Errors
/// A bad argument when it is not one day.
pub fn stated_today() -> Result<Option<(i64, u32, u32)>, Fault> {
    let Ok(words) = std::env::var("FAULTLINE_TODAY") else {
        return Ok(None);
    };
    words.parse().map(|day: Day| Some(day.ymd())).map_err(|_| {
        Fault::argument("FAULTLINE_TODAY", format!("\"{words}\" is not a day"))
            .help("write it as 2026-11-30")
    })
}
