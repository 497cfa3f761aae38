//! The `date` verb, and dates as they travel.

use model::FuzzyDate;
use model::date::{Moment, Shape, Understood};

use crate::dto::{DateArgs, DateDetail, DateQuestion, DateReply, DateShape};
use crate::{Fault, Session};

/// How the words of a date are understood.
pub(crate) fn date(session: &Session, args: DateArgs) -> Result<DateReply, Fault> {
    let understood = model::date::read(&args.words, session.today()).map_err(|error| {
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
        words: date.words.clone(),
        in_words: date.in_words(),
        edtf: date.edtf.to_string(),
        start_earliest: iso(date.bounds.start_earliest),
        start_latest: iso(date.bounds.start_latest),
        end_earliest: iso(date.bounds.end_earliest),
        end_latest: iso(date.bounds.end_latest),
        shape: match date.shape() {
            Shape::Day => DateShape::Day,
            Shape::Within => DateShape::Within,
            Shape::OneOf => DateShape::OneOf,
            Shape::About => DateShape::About,
            Shape::Span { .. } => DateShape::Span,
        },
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

#[cfg(test)]
mod tests {
    use model::FuzzyDate;

    use super::detail;
    use crate::dto::DateShape::{About, Day, OneOf, Span, Within};

    #[test]
    fn every_date_has_the_shape_of_its_mark_on_the_timeline() {
        for (edtf, wanted) in [
            ("2025-06-11", Day),
            ("2025-06-11T18:30:00", Day),
            ("2025-06", Within),
            ("2025", Within),
            ("2025-33", Within),
            ("2025-06-1X", Within),
            ("2025-06?", About),
            ("2025-06~", About),
            ("2025-06%", About),
            ("2025-06-11?", About),
            ("?2025-06-11", About),
            ("2025-~06-11", About),
            ("[2025-05-01..2025-05-15]", OneOf),
            ("[2025-05-01,2025-05-15]", OneOf),
            ("[..2025-06-11]", OneOf),
            ("[2025-06-11]", OneOf),
            ("{2025-07-05,2025-07-06}", Span),
            ("2025-05-14/2025-08-12", Span),
            ("2025-06-11/2025-06-11", Span),
            ("2025-06~/2025-07", Span),
            ("2025-06-11/..", Span),
            ("/2025-06", Span),
        ] {
            let date = FuzzyDate::from_edtf(edtf).unwrap();
            assert_eq!(detail(&date, "").shape, wanted, "{edtf}");
        }
    }
}
