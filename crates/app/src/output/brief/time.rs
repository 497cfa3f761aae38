//! Days and dates in the words of a brief.

use model::FuzzyDate;
use model::date::{Day, End, Moment, Shape, month_name, year_in_words};

/// "11 June 2025", "2 to 11 June 2025", "28 May to 3 June 2025".
pub(super) fn period(first: Day, last: Day) -> String {
    let ((year, month, day), (last_year, last_month, _)) = (first.ymd(), last.ymd());
    match (year == last_year, month == last_month) {
        _ if first == last => first.in_words(),
        (true, true) => format!("{day} to {}", last.in_words()),
        (true, false) => format!("{day} {} to {}", month_name(month), last.in_words()),
        (false, _) => format!(
            "{day} {} {} to {}",
            month_name(month),
            year_in_words(year),
            last.in_words()
        ),
    }
}

/// The days between which something lies, where its words alone do not say them.
pub(super) fn window(date: &FuzzyDate) -> Option<String> {
    let bounds = date.bounds;
    // For a month, the days are obvious.
    let says_it_all = date.shown() == date.in_words() && bounds == date.edtf.bounds();
    match date.shape() {
        Shape::Day | Shape::OneOf => None,
        Shape::Within | Shape::Span { .. } if says_it_all => None,
        Shape::Within | Shape::About => {
            between("between", bounds.start_earliest, bounds.end_latest)
        }
        Shape::Span { start, end } => {
            let ends = [
                span_end("begins", start, bounds.start_earliest, bounds.start_latest),
                span_end("ends", end, bounds.end_earliest, bounds.end_latest),
            ];
            let said: Vec<String> = ends.into_iter().flatten().collect();
            (!said.is_empty()).then(|| said.join(", "))
        }
    }
}

fn span_end(verb: &str, end: End, first: Option<Moment>, last: Option<Moment>) -> Option<String> {
    match end {
        // The words already say that there is no end.
        End::Known | End::Open | End::Unknown => None,
        End::Fuzzy => between(verb, first, last),
    }
}

fn between(verb: &str, first: Option<Moment>, last: Option<Moment>) -> Option<String> {
    let verb = if verb == "between" {
        String::new()
    } else {
        format!("{verb} ")
    };
    Some(match (first, last) {
        (Some(first), Some(last)) if first.day == last.day => {
            format!("{verb}on {}", first.day.in_words())
        }
        (Some(first), Some(last)) => format!(
            "{verb}between {}",
            period(first.day, last.day).replace(" to ", " and ")
        ),
        (Some(first), None) => format!("{verb}on or after {}", first.day.in_words()),
        (None, Some(last)) => format!("{verb}on or before {}", last.day.in_words()),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use model::FuzzyDate;
    use model::date::Day;

    use super::{period, window};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_says_no_month_twice() {
        let said = |first: &str, last: &str| period(day(first), day(last));
        assert_eq!(said("2025-06-02", "2025-06-11"), "2 to 11 June 2025");
        assert_eq!(said("2025-05-28", "2025-06-03"), "28 May to 3 June 2025");
        assert_eq!(
            said("2024-12-28", "2025-01-03"),
            "28 December 2024 to 3 January 2025"
        );
        assert_eq!(said("2025-06-11", "2025-06-11"), "11 June 2025");
    }

    #[test]
    fn a_window_is_said_where_the_words_do_not_say_it() {
        let said = |edtf: &str| window(&FuzzyDate::from_edtf(edtf).unwrap()).unwrap_or_default();
        assert_eq!(said("2025-06-11"), "");
        assert_eq!(said("2025-06"), "");
        assert_eq!(said("[2025-06-14,2025-06-15]"), "");
        assert_eq!(said("2025-06-02/2025-06-11"), "");
        assert_eq!(said("2025-06-02/.."), "");
        assert_eq!(said("2025-06~"), "between 1 and 30 June 2025");
        assert_eq!(said("2025-05/2025-06-05"), "");
        let mut spring = FuzzyDate::from_edtf("2025-05/2025-06-05").unwrap();
        spring.words = String::from("from the thaw to the summit");
        assert_eq!(window(&spring).unwrap(), "begins between 1 and 31 May 2025");
        let mut mid = FuzzyDate::from_edtf("2025-06").unwrap();
        mid.words = String::from("around the middle of the month");
        mid.bounds.start_earliest = Some(day("2025-06-11").into());
        mid.bounds.end_latest = Some(day("2025-06-20").into());
        assert_eq!(window(&mid).unwrap(), "between 11 and 20 June 2025");
    }
}
