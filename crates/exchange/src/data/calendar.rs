//! Upcoming entries for calendars (iCalendar, RFC 5545).

use std::collections::BTreeMap;

use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};
use model::date::Day;
use model::{Event, EventId, Status};

use super::days::{At, Stretch, in_utc, stretches};
use super::{Picked, Written, counted, legible, words};

/// The years that four digits hold.
const YEARS: std::ops::RangeInclusive<i64> = 0..=9999;
/// Seconds in a day.
const DAY_SECONDS: i64 = 86_400;

/// How often an entry was edited, and when last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Edits {
    /// Steps of the history that touched it, including undone ones, so that the number never decreases.
    pub count: u32,
    /// When the newest of them was made, in seconds since 1970-01-01 UTC, if known.
    pub last_seconds: Option<i64>,
}

/// Planned, doubtful and cancelled entries, each on all its possible days; separate days are separate entries. A time with a
/// zone is an instant, one without is local time everywhere. An entry with an open side is put on the known day, and says so.
/// Hypothetical entries are not exported.
#[must_use]
pub fn calendar(picked: &Picked<'_>, edits: &BTreeMap<EventId, Edits>) -> Written {
    let mut calendar = Calendar::new();
    // The library does not escape line ends in the name, nor carriage returns anywhere.
    calendar.name(&legible(&picked.workspace.name).replace('\n', " "));
    let (mut undated, mut far) = (0, 0);
    for event in picked.events.iter().filter(|it| is_for_calendars(it)) {
        let Some(date) = &event.date else {
            undated += 1;
            continue;
        };
        let all = stretches(date);
        let is_one = all.len() == 1;
        let edits = edits.get(&event.id).copied().unwrap_or_default();
        for stretch in all {
            match Place::of(stretch) {
                Some(place) => {
                    calendar.push(entry(picked, event, stretch, &place, is_one, edits));
                }
                None => far += 1,
            }
        }
    }
    Written {
        bytes: calendar.to_string().into_bytes(),
        left_out: [
            counted(
                undated,
                "entry without a date is left out",
                "entries without a date are left out",
            ),
            counted(
                far,
                "entry is left out: iCalendar holds only the years 0 to 9999",
                "entries are left out: iCalendar holds only the years 0 to 9999",
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

fn is_for_calendars(event: &Event) -> bool {
    matches!(
        event.status,
        Status::Planned | Status::Doubtful | Status::Cancelled
    )
}

/// The start and end of an entry, as iCalendar writes them.
struct Place {
    is_of_days: bool,
    start: String,
    /// Excluded; `None` for an instant.
    end: Option<String>,
}

impl Place {
    /// `None` for years that cannot be written.
    fn of(stretch: Stretch) -> Option<Self> {
        let first = stretch.anchor()?;
        // Nothing is known about an open side: the known end is used.
        let last = stretch.first.and(stretch.last).unwrap_or(first);
        let Some(second) = first.moment.second else {
            return Some(Self {
                is_of_days: true,
                start: compact(first.day())?,
                // The end of whole days is the day after.
                end: Some(compact(last.day().plus(1))?),
            });
        };
        let is_instant = last == first;
        let end = match last.moment.second {
            Some(second) => instant(last.day(), second, last)?,
            // An end without a time is the end of that day, in the time zone of the start.
            None => instant(last.day().plus(1), 0, first)?,
        };
        Some(Self {
            is_of_days: false,
            start: instant(first.day(), second, first)?,
            end: (!is_instant).then_some(end),
        })
    }
}

/// "20250611T180000Z", without the Z if there is no zone.
fn instant(day: Day, second: u32, at: At) -> Option<String> {
    let ((day, second), zone) = match at.offset {
        Some(offset) => (in_utc(day, second, offset), "Z"),
        None => ((day, second), ""),
    };
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    Some(format!(
        "{}T{hour:02}{minute:02}{second:02}{zone}",
        compact(day)?
    ))
}

/// "20250611".
fn compact(day: Day) -> Option<String> {
    let (year, month, day) = day.ymd();
    YEARS
        .contains(&year)
        .then(|| format!("{year:04}{month:02}{day:02}"))
}

fn entry(
    picked: &Picked<'_>,
    event: &Event,
    stretch: Stretch,
    place: &Place,
    is_one: bool,
    edits: Edits,
) -> Entry {
    let mut entry = Entry::new();
    entry.uid(&match is_one {
        true => format!("{}@faultline", event.id),
        // With its day, so that the other ids stay the same when one is removed.
        false => format!("{}-{}@faultline", event.id, place.start),
    });
    stamp(&mut entry, picked, edits);
    let property = |name: &str, value: &str| {
        let mut property = Property::new(name, value);
        if place.is_of_days {
            property.add_parameter("VALUE", "DATE");
        }
        property.done()
    };
    entry.append_property(property("DTSTART", &place.start));
    if let Some(end) = &place.end {
        entry.append_property(property("DTEND", end));
    }
    entry.summary(&legible(&event.title));
    entry.description(&legible(&description(picked, event, stretch)));
    entry.status(match event.status {
        Status::Planned => EventStatus::Confirmed,
        Status::Cancelled => EventStatus::Cancelled,
        _ => EventStatus::Tentative,
    });
    // World events do not make anyone busy.
    entry.add_property("TRANSP", "TRANSPARENT");
    let themes = picked.themes(event);
    if let Some(theme) = themes.first() {
        entry.add_multi_property("CATEGORIES", &legible(theme));
    }
    let place = event
        .places
        .iter()
        .find_map(|id| picked.workspace.place(*id));
    if let Some(place) = place {
        entry.location(&legible(&place.name));
    }
    entry.done()
}

/// The version of the entry: calendars import only what is newer than what they have.
fn stamp(entry: &mut Entry, picked: &Picked<'_>, edits: Edits) {
    // Without a timed edit, the as-of day: the same workspace gives the same bytes.
    let as_of = picked.workspace.as_of.map_or(0, |it| it.0 * DAY_SECONDS);
    let seconds = edits.last_seconds.unwrap_or(as_of);
    let day = Day(seconds.div_euclid(DAY_SECONDS));
    let second = u32::try_from(seconds.rem_euclid(DAY_SECONDS)).unwrap_or_default();
    let moment = At {
        moment: day.into(),
        offset: Some(model::date::Offset::Utc),
    };
    let stamp = instant(day, second, moment).unwrap_or_else(|| String::from("19700101T000000Z"));
    entry.add_property("DTSTAMP", &stamp);
    entry.add_property("LAST-MODIFIED", &stamp);
    entry.add_property("SEQUENCE", edits.count.to_string());
}

/// Date, likelihood and sources in words.
fn description(picked: &Picked<'_>, event: &Event, stretch: Stretch) -> String {
    let mut parts = vec![format!("{}: {}", event.status.word(), words(event))];
    match (stretch.first, stretch.last) {
        (Some(_), None) => parts.push(String::from("end unknown")),
        (None, Some(_)) => parts.push(String::from("start unknown; shown on the last day")),
        _ => {}
    }
    if let Some(likelihood) = &event.likelihood {
        parts.push(likelihood.0.clone());
    }
    let sources = picked.handles(model::Target::Event(event.id));
    if !sources.is_empty() {
        parts.push(format!("sources {sources}"));
    }
    if !event.summary.is_empty() {
        parts.push(event.summary.clone());
    }
    parts.join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use model::date::Day;
    use model::{Event, EventId, FuzzyDate, Status, Workspace};

    use super::{Edits, calendar};
    use crate::data::{Picked, Written};

    fn workspace(edtf: &str, status: Status) -> Workspace {
        let mut event = Event::titled(EventId(7), "E7", "a");
        event.date = FuzzyDate::from_edtf(edtf).ok();
        event.status = status;
        Workspace {
            as_of: Some(Day(0)),
            events: vec![event],
            ..Workspace::default()
        }
    }

    fn of(workspace: &Workspace, edits: &BTreeMap<EventId, Edits>) -> Written {
        let all = workspace.events.iter().map(|it| it.id).collect();
        calendar(&Picked::new(workspace, &all), edits)
    }

    /// The values of a property, entry by entry.
    fn values(written: &Written, name: &str) -> Vec<String> {
        let text = String::from_utf8(written.bytes.clone()).unwrap();
        let lines = text.lines().filter_map(|it| it.split_once(':'));
        let lines = lines.filter(|it| it.0.split(';').next() == Some(name));
        lines.map(|it| it.1.trim_end().to_owned()).collect()
    }

    #[test]
    fn an_entry_stands_on_what_is_known_of_its_date() {
        for (edtf, starts, ends) in [
            ("2025-06-11", "20250611", "20250612"),
            ("2025-06", "20250601", "20250701"),
            ("2025-05-14/2025-08-12", "20250514", "20250813"),
            ("2027-03-01/..", "20270301", "20270302"),
            ("[..2025-06-30]", "20250630", "20250701"),
            ("2025-12-31", "20251231", "20260101"),
            (
                "{2025-07-05,2025-07-06,2025-07-09}",
                "20250705 20250706 20250709",
                "20250706 20250707 20250710",
            ),
            ("2025-06-11T18:30:00Z", "20250611T183000Z", ""),
            ("2025-06-11T18:00:00-05:00", "20250611T230000Z", ""),
            ("2025-06-11T20:00:00-05", "20250612T010000Z", ""),
            ("2025-01-01T00:30:00+05:30", "20241231T190000Z", ""),
            ("2025-06-11T18:30:00", "20250611T183000", ""),
            (
                "2025-06-11T18:00:00Z/2025-06-11T20:00:00Z",
                "20250611T180000Z",
                "20250611T200000Z",
            ),
            (
                "2025-06-11T18:00:00+02:00/2025-06-12",
                "20250611T160000Z",
                "20250612T220000Z",
            ),
            ("2025-06-11/2025-06-12T18:00:00Z", "20250611", "20250613"),
            ("0000-03-01", "00000301", "00000302"),
        ] {
            let written = of(&workspace(edtf, Status::Planned), &BTreeMap::new());
            assert_eq!(values(&written, "DTSTART").join(" "), starts, "{edtf}");
            assert_eq!(values(&written, "DTEND").join(" "), ends, "{edtf}");
            assert!(written.left_out.is_empty(), "{edtf}: {written:?}");
        }
    }

    #[test]
    fn what_the_form_cannot_hold_is_counted() {
        let years = "1 entry is left out: iCalendar holds only the years 0 to 9999";
        for (edtf, said) in [
            ("-0043-03-15", years),
            ("Y17000-01-01", years),
            ("9999-12-31", years),
            ("no date", "1 entry without a date is left out"),
            ("-5000-01-01/..", years),
        ] {
            let written = of(&workspace(edtf, Status::Planned), &BTreeMap::new());
            assert_eq!(values(&written, "UID").len(), 0, "{edtf}");
            assert_eq!(written.left_out, [said], "{edtf}");
        }
        let other = of(
            &workspace("-0043-03-15", Status::Happened),
            &BTreeMap::new(),
        );
        assert!(
            other.left_out.is_empty(),
            "what happened is not for a calendar"
        );
    }

    #[test]
    fn an_entry_says_its_version_and_takes_no_time() {
        let workspace = workspace("{2025-07-05,2025-07-09}", Status::Cancelled);
        let stamped = |count, seconds| {
            let edits = Edits {
                count,
                last_seconds: Some(seconds),
            };
            of(&workspace, &BTreeMap::from([(EventId(7), edits)]))
        };
        let written = stamped(3, 1_749_600_005);
        assert_eq!(
            values(&written, "UID"),
            ["7-20250705@faultline", "7-20250709@faultline"]
        );
        assert_eq!(values(&written, "SEQUENCE"), ["3", "3"]);
        assert_eq!(
            values(&written, "LAST-MODIFIED"),
            ["20250611T000005Z", "20250611T000005Z"]
        );
        assert_eq!(
            values(&written, "DTSTAMP"),
            values(&written, "LAST-MODIFIED")
        );
        assert_eq!(values(&written, "TRANSP"), ["TRANSPARENT", "TRANSPARENT"]);
        assert_eq!(values(&written, "STATUS"), ["CANCELLED", "CANCELLED"]);
        assert_eq!(
            stamped(3, 1_749_600_005),
            written,
            "the same bytes each time"
        );
        assert!(values(&stamped(4, 1_749_600_006), "DTSTAMP") > values(&written, "DTSTAMP"));
        let untimed = of(&workspace, &BTreeMap::new());
        assert_eq!(values(&untimed, "DTSTAMP")[0], "19700101T000000Z");
    }
}
