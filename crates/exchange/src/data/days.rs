//! The days that a format with first and last days may state for a date. Every writer uses this, so that no format claims
//! more than is known: open sides stay open, and the days of a set stay separate.

use model::date::{Date, Day, Edtf, Member, Moment, Offset, SetKind};
use model::{Event, FuzzyDate};

/// Seconds in a day.
const DAY_SECONDS: i64 = 86_400;

/// An end of a range, in civil time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) moment: Moment,
    /// The offset from UTC, if stated.
    pub(super) offset: Option<Offset>,
}

impl At {
    fn of(moment: Option<Moment>, offset: Option<Offset>) -> Option<Self> {
        moment.map(|moment| Self { moment, offset })
    }

    pub(super) fn day(self) -> Day {
        self.moment.day
    }
}

/// Day and second of a civil time, moved to UTC.
pub(super) fn in_utc(day: Day, second: u32, offset: Offset) -> (Day, u32) {
    let second = i64::from(second) - i64::from(offset.minutes()) * 60;
    let within = second.rem_euclid(DAY_SECONDS);
    let day = day.plus(second.div_euclid(DAY_SECONDS));
    (day, u32::try_from(within).unwrap_or_default())
}

/// A range of possible days of an entry. An open or unknown side is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: Option<At>,
    pub(super) last: Option<At>,
}

impl Stretch {
    /// Its position in a format that needs a single one: its first end, or else the known one.
    pub(super) fn anchor(self) -> Option<At> {
        self.first.or(self.last)
    }
}

/// The ranges of a date: one, or several for separate days ("5, 6 and 9 July").
pub(super) fn stretches(date: &FuzzyDate) -> Vec<Stretch> {
    if let Edtf::Set {
        kind: SetKind::AllOf,
        members,
    } = &date.edtf
    {
        return members.iter().map(of_member).collect();
    }
    let (start, end) = ends(&date.edtf);
    vec![Stretch {
        first: At::of(date.bounds.start_earliest, start.and_then(Date::offset)),
        last: At::of(date.bounds.end_latest, end.and_then(Date::offset)),
    }]
}

fn of_member(member: &Member) -> Stretch {
    let (first, last) = (member.first(), member.last());
    Stretch {
        first: At::of(first.and_then(Date::earliest), first.and_then(Date::offset)),
        last: At::of(last.and_then(Date::latest), last.and_then(Date::offset)),
    }
}

/// The dates that an EDTF begins and ends with.
fn ends(edtf: &Edtf) -> (Option<&Date>, Option<&Date>) {
    match edtf {
        Edtf::Date(date) => (Some(date), Some(date)),
        Edtf::Interval { start, end } => (start.date(), end.date()),
        Edtf::Set { members, .. } => (
            members.first().and_then(Member::first),
            members.last().and_then(Member::last),
        ),
    }
}

/// The first and the last day of an event, each only where there is one: "since 1 March 2027" has no last day, "on or before
/// 30 June" no first.
pub(super) fn first_and_last(event: &Event) -> (Option<Day>, Option<Day>) {
    let bounds = event.date.as_ref().map(|it| it.bounds).unwrap_or_default();
    let day = |it: Option<Moment>| it.map(|it| it.day);
    (day(bounds.start_earliest), day(bounds.end_latest))
}

/// A day as XML Schema writes it (xsd:date): at least four digits of year, no letter before longer ones.
pub(super) fn xsd(day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{month:02}-{of_month:02}", year.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use model::date::Offset;
    use model::{Event, EventId, FuzzyDate};

    use super::{At, first_and_last, in_utc, stretches, xsd};

    /// The stretches of a date: "2025-07-05 to 2025-07-06", a side that is open as "..".
    fn stretches_in_text(edtf: &str) -> String {
        let end = |it: Option<At>| it.map_or(String::from(".."), |it| it.moment.to_string());
        let date = FuzzyDate::from_edtf(edtf).unwrap();
        let all = stretches(&date).into_iter();
        let all = all.map(|it| format!("{} to {}", end(it.first), end(it.last)));
        all.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn no_form_claims_a_day_that_is_not_known() {
        for (edtf, claim) in [
            ("2025-06-11", "2025-06-11 to 2025-06-11"),
            ("2025-06", "2025-06-01 to 2025-06-30"),
            ("2025-06~", "2025-06-01 to 2025-06-30"),
            ("2027-03-01/..", "2027-03-01 to .."),
            ("2027-03-01/", "2027-03-01 to .."),
            ("2027/..", "2027-01-01 to .."),
            ("[2027-03-01..]", "2027-03-01 to .."),
            ("../2025-06-30", ".. to 2025-06-30"),
            ("/2025-06-30", ".. to 2025-06-30"),
            ("[..2025-06-30]", ".. to 2025-06-30"),
            ("[2025-06-14,2025-06-16]", "2025-06-14 to 2025-06-16"),
            ("2025-05-14/2025-08-12", "2025-05-14 to 2025-08-12"),
            ("2025-05/2025-08", "2025-05-01 to 2025-08-31"),
            (
                "{2025-07-05,2025-07-06,2025-07-09}",
                "2025-07-05 to 2025-07-05, 2025-07-06 to 2025-07-06, 2025-07-09 to 2025-07-09",
            ),
            (
                "{2025-07-05..2025-07-07,2025-07-09}",
                "2025-07-05 to 2025-07-07, 2025-07-09 to 2025-07-09",
            ),
            (
                "{2025-07,2025-09}",
                "2025-07-01 to 2025-07-31, 2025-09-01 to 2025-09-30",
            ),
            (
                "{2025-07-05,2025-08-01..}",
                "2025-07-05 to 2025-07-05, 2025-08-01 to ..",
            ),
            (
                "2025-06-11T18:30:00Z",
                "2025-06-11T18:30:00 to 2025-06-11T18:30:00",
            ),
            ("-0043-03-15", "-0043-03-15 to -0043-03-15"),
        ] {
            assert_eq!(stretches_in_text(edtf), claim, "{edtf}");
        }
    }

    #[test]
    fn the_whole_of_a_date_has_the_same_open_sides() {
        let stretches_in_text = |edtf: &str| {
            let mut event = Event::titled(EventId(1), "E1", "a");
            event.date = FuzzyDate::from_edtf(edtf).ok();
            let (first, last) = first_and_last(&event);
            (
                first.map(|it| it.to_string()),
                last.map(|it| it.to_string()),
            )
        };
        let day = |it: &str| Some(it.to_owned());
        assert_eq!(
            stretches_in_text("2027-03-01/.."),
            (day("2027-03-01"), None)
        );
        assert_eq!(
            stretches_in_text("[..2025-06-30]"),
            (None, day("2025-06-30"))
        );
        assert_eq!(
            stretches_in_text("{2025-07-05,2025-07-09}"),
            (day("2025-07-05"), day("2025-07-09"))
        );
        assert_eq!(stretches_in_text("not a date"), (None, None));
    }

    #[test]
    fn a_time_with_a_zone_has_one_place_in_utc() {
        let day = |text: &str| text.parse::<model::date::Day>().unwrap();
        for (civil, hour, offset, utc, utc_hour) in [
            ("2025-06-11", 18, Offset::Utc, "2025-06-11", 18),
            ("2025-06-11", 18, Offset::Hours(-5), "2025-06-11", 23),
            ("2025-06-11", 20, Offset::Hours(-5), "2025-06-12", 1),
            ("2025-06-11", 2, Offset::Hours(8), "2025-06-10", 18),
            ("2025-01-01", 0, Offset::Minutes(330), "2024-12-31", 18),
        ] {
            let (found, second) = in_utc(day(civil), hour * 3600, offset);
            assert_eq!(
                (found, second / 3600),
                (day(utc), utc_hour),
                "{civil} {hour} {offset:?}"
            );
        }
    }

    #[test]
    fn days_of_any_year_are_written_as_xml_schema_wants_them() {
        for (day, written) in [
            ("2025-06-11", "2025-06-11"),
            ("-0043-03-15", "-0043-03-15"),
            ("0079-08-24", "0079-08-24"),
            ("Y17000-01-01", "17000-01-01"),
            ("Y-17000-01-01", "-17000-01-01"),
        ] {
            assert_eq!(xsd(day.parse().unwrap()), written);
        }
    }
}
