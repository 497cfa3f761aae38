//! The events that other timelines are measured on, number for number: ten years, 12 lanes, bursts, 30 % with a length.
//!
//! The generator is the one of the peers' harness, so that every timeline draws the same.

use std::path::Path;

use api::Fault;
use app::{fault_of_store, sample};
use model::date::{Day, Moment};
use model::{Event, EventId, FuzzyDate, Theme, ThemeId, Workspace};
use store::{Edit, File, StoreError};

/// The stretch that the events lie in, in days since 1970-01-01: 2016 to 2026.
pub const EXTENT_DAYS: [f64; 2] = [16_801.0, 20_454.0];

const LANES: i64 = 12;
const BURSTS: usize = 40;
const LONGEST_DAYS: f64 = 120.0;
const DAY_SECONDS: f64 = 86_400.0;
const HUES: [&str; 5] = ["blue", "vermilion", "forest", "brown", "slate"];
const ACTS: [&str; 8] = [
    "Talks",
    "Tariff pause",
    "Embassy drawdown",
    "Sanctions round",
    "Factory investment",
    "Border closure",
    "Ceasefire offer",
    "Export control",
];
const COUNTRIES: [&str; 8] = [
    "United States",
    "China",
    "European Union",
    "Iran",
    "Japan",
    "Vietnam",
    "Mexico",
    "Indonesia",
];

/// Writes a new workspace of so many of them to `path`, in place of one made before.
///
/// # Errors
/// [`api::FaultCode::File`].
pub fn write(path: &Path, count: u64) -> Result<(), Fault> {
    super::clear(path)?;
    let lists = lists()?;
    File::create_filled(path, |edit| put(edit, &lists, count)).map_err(fault_of_store)?;
    Ok(())
}

fn put(edit: &mut Edit<'_>, lists: &Workspace, count: u64) -> Result<(), StoreError> {
    edit.put_workspace(lists)?;
    let mut chance = Mulberry::default();
    let bursts: [f64; BURSTS] = std::array::from_fn(|_| any_day(&mut chance));
    (0..count).try_for_each(|at| edit.put_event(&event(at, &bursts, &mut chance)))
}

/// A theme for each lane.
fn lists() -> Result<Workspace, Fault> {
    let mut lists = sample::basics()?;
    lists.themes = (1..=LANES)
        .zip(HUES.iter().cycle())
        .map(|(number, hue)| Theme {
            id: ThemeId(number),
            handle: format!("lane{number}"),
            name: format!("Lane {number}"),
            parent: None,
            hue: String::from(*hue),
        })
        .collect();
    Ok(lists)
}

fn event(at: u64, bursts: &[f64], chance: &mut Mulberry) -> Event {
    let start = start(bursts, chance);
    let days = (chance.unit() < 0.3).then(|| (chance.unit() * LONGEST_DAYS.ln()).exp());
    let lane = chance.below(12) as i64 + 1;
    let severity = chance.below(5) as u8 + 1;
    let [act, country] = [&ACTS, &COUNTRIES].map(|words| words[chance.below(8)]);
    let id = EventId(i64::try_from(at).unwrap_or(i64::MAX - 1) + 1);
    let mut event = Event::titled(id, format!("E{id}"), format!("{act} {country} #{at}"));
    event.date = date(start, days);
    event.severity = severity;
    event.themes = vec![ThemeId(lane)];
    event
}

fn start(bursts: &[f64], chance: &mut Mulberry) -> f64 {
    let day = if chance.unit() < 0.4 {
        let burst = bursts[chance.below(bursts.len())];
        burst + (chance.unit() + chance.unit() - 1.0) * 20.0
    } else {
        any_day(chance)
    };
    day.clamp(EXTENT_DAYS[0], EXTENT_DAYS[1] - 1.0)
}

fn any_day(chance: &mut Mulberry) -> f64 {
    EXTENT_DAYS[0] + chance.unit() * (EXTENT_DAYS[1] - EXTENT_DAYS[0])
}

/// To the second; our dates are no finer.
fn date(start: f64, days: Option<f64>) -> Option<FuzzyDate> {
    let from = moment(start);
    let edtf = match days {
        None => format!("{from}Z"),
        Some(days) => format!("{from}Z/{}Z", moment((start + days).min(EXTENT_DAYS[1]))),
    };
    FuzzyDate::from_edtf(&edtf).ok()
}

fn moment(days: f64) -> Moment {
    let second = ((days - days.floor()) * DAY_SECONDS) as u32;
    Moment {
        day: Day(days as i64),
        second: Some(second),
    }
}

/// Tommy Ettinger's Mulberry32, as JavaScript computes it.
struct Mulberry(u32);

impl Default for Mulberry {
    fn default() -> Self {
        Self(0x9e37_79b9)
    }
}

impl Mulberry {
    /// From 0 up to, not including, 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let a = self.0;
        let mut t = (a ^ (a >> 15)).wrapping_mul(1 | a);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    /// From 0 up to, not including, `end`.
    fn below(&mut self, end: usize) -> usize {
        (self.unit() * end as f64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_events_are_those_of_the_harness() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("peers.faultline");
        write(&path, 50).unwrap();
        write(&path, 3).unwrap();
        let session = app::Session::open(&path).unwrap();
        let told = session.workspace().events.iter().map(|it| {
            let date = it.date.as_ref().unwrap();
            (
                date.edtf.to_string(),
                it.themes[0].0,
                it.severity,
                it.title.clone(),
            )
        });
        // Printed by the harness's own generator.
        let expected = [
            (
                "2018-06-23T03:24:26Z/2018-09-24T06:25:53Z",
                5,
                1,
                "Factory investment Vietnam #0",
            ),
            ("2017-10-18T21:04:29Z", 7, 1, "Sanctions round Indonesia #1"),
            ("2019-01-20T22:42:30Z", 3, 3, "Tariff pause Japan #2"),
        ];
        for (told, expected) in told.zip(expected) {
            assert_eq!((told.0.as_str(), told.1, told.2, told.3.as_str()), expected);
        }
    }
}
