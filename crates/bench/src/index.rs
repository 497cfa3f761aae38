//! The risk index of a whole workspace, and pictures of it.

use std::path::Path;
use std::sync::Arc;

use api::Fault;
use app::Session;
use chart::{Index, IndexScale, IndexSpec, Look, Window};
use model::date::Day;
use model::{Measure, Points, Series, SeriesId, Workspace};
use risk::{attention, entries, lines};
use serde_json::{Value, json};

use super::timed;

/// Days of twenty years.
const DAYS: i64 = 7_305;
/// Pictures of each sort, each of another window.
const PICTURES: usize = 41;
/// Points of the long series: one a day, for nearly three thousand years.
const POINTS: i64 = 1_000_000;

/// Computes the index of everything in the workspace at `db` by day over twenty years, and draws it: milliseconds of each
/// part, of pictures the median, the 95th of a hundred and the longest of 41. A second set of pictures has a series of a million points beside it.
///
/// # Errors
/// What opening it says.
pub fn index(db: &Path) -> Result<Value, Fault> {
    let session = Session::open(db)?;
    let workspace = session.workspace();
    let (weighed, weigh_ms) = timed(|| entries(workspace, |_| true, None));
    let last = workspace
        .as_of
        .or_else(|| weighed.list.iter().map(|it| it.spell.last_day()).max());
    let last = last.unwrap_or(Day(0));
    let first = last.plus(1 - DAYS);
    let (sums, lines_ms) = timed(|| lines(&weighed.list, first, last));
    let (noted, attention_ms) = timed(|| attention(&weighed.list, first, last));
    let (index, ready_ms) =
        timed(|| Index::new(&weighed.list, &IndexScale::Weight, workspace.as_of));
    let index = index.ok_or_else(|| Fault::argument("db", "there is no index of it"))?;
    let plain = pictures(workspace, &index, (first, last), &[]);
    let long = long_series(last);
    let beside = pictures(workspace, &index, (last.plus(-POINTS), last), &[&long]);
    Ok(json!({
        "events": workspace.events.len(), "entries": weighed.list.len(), "days": sums.len().min(noted.len()),
        "weigh_ms": weigh_ms, "lines_ms": lines_ms, "attention_ms": attention_ms, "index_ms": weigh_ms + lines_ms,
        "ready_ms": ready_ms, "picture_ms": plain, "picture_with_a_million_points_ms": beside,
    }))
}

/// Median, 95th of a hundred and longest of the pictures of windows that grow from a part to the whole.
fn pictures(
    workspace: &Workspace,
    index: &Index,
    (first, last): (Day, Day),
    series: &[&Series],
) -> Value {
    let length = (last.0 - first.0 + 1) as f64;
    let mut times: Vec<f64> = (1..=PICTURES)
        .map(|step| {
            let to_days = (last.0 + 1) as f64;
            let window = Window {
                from_days: to_days - length * step as f64 / PICTURES as f64,
                to_days,
            };
            timed(|| chart::index(workspace, index, &spec(window, series))).1
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let of = |percent: usize| times[(PICTURES - 1) * percent / 100];
    json!({ "median": of(50), "p95": of(95), "longest": of(100) })
}

fn spec<'a>(window: Window, series: &[&'a Series]) -> IndexSpec<'a> {
    IndexSpec {
        today: None,
        look: Look {
            width_px: 1440.0,
            height_px: 800.0,
            theme: scene::Theme::Light,
            scroll_px: 0.0,
            fit: chart::Fit::Grows,
            is_page: false,
        },
        window: Some(window),
        series: series.to_vec(),
        selected: None,
        hovered: None,
        as_of: None,
        at: None,
    }
}

/// A made-up series that ends on `last`.
fn long_series(last: Day) -> Series {
    let days = (0..POINTS).map(|at| last.plus(at - POINTS + 1));
    let value =
        |at: i64| 100.0 + (at as f64 / 900.0).sin() * 40.0 + ((at * 7919) % 97) as f64 / 10.0;
    Series {
        id: SeriesId(1),
        handle: String::from("long"),
        name: String::from("Long"),
        unit: String::new(),
        measure: Measure::Price,
        closes: String::new(),
        origin: String::from("made up"),
        points: Arc::new(Points {
            days: days.collect(),
            values: (0..POINTS).map(value).collect(),
            highs: Vec::new(),
            lows: Vec::new(),
        }),
    }
}
