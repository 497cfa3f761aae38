//! What `cargo xtask bench` cannot measure from outside. Prints milliseconds, the median where it does a thing often.
//!
//! `start`, `start FILE`, `open FILE`, `picture EVENTS`; `many FILE EVENTS` writes the file that `edit FILE` and
//! `complete FILE` work on; `update FILE` leaves one that is no workspace any more, so it has a copy of its own.
#![expect(clippy::print_stdout, reason = "its answer is read by xtask")]

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};
use chart::{LanesBy, Look, Timeline, TimelineView};
use model::date::{Day, FuzzyDate};
use model::{EventId, Workspace};
use serde_json::{Value, json};
use tests::Setting;
use tests::driver::Driver;

/// How often an edit is done, each time on another event.
const EDITS: usize = 15;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let milliseconds = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["start"] => start(None)?,
        ["start", file] => start(Some(Path::new(file)))?,
        ["open", file] => open(Path::new(file))?,
        ["picture", events] => picture(events.parse()?)?,
        ["many", file, events] => many(Path::new(file), events.parse()?)?,
        ["edit", file] => edit(Path::new(file))?,
        ["update", file] => update(Path::new(file))?,
        ["complete", file] => complete(Path::new(file))?,
        _ => bail!(
            "measure start | start FILE | open FILE | picture EVENTS | many FILE EVENTS | edit FILE | update FILE | complete FILE"
        ),
    };
    println!("{milliseconds:.2}");
    Ok(())
}

/// From asking for the window, on a workspace or the sample, until its first picture is on the screen; opening the driver's
/// session is in it.
fn start(workspace: Option<&Path>) -> Result<f64> {
    on_screen(async {
        let driver = Driver::start(&Setting {
            workspace: workspace.map(Path::to_owned),
            ..Setting::default()
        })?;
        let started = Instant::now();
        let client = driver.connect().await?;
        painted(&client).await?;
        let milliseconds = started.elapsed().as_secs_f64() * 1e3;
        client.close().await?;
        Ok(milliseconds)
    })
}

/// From choosing a workspace in a window that shows the sample until its first picture is on the screen, by the page's clock.
fn open(file: &Path) -> Result<f64> {
    on_screen(async {
        let driver = Driver::start(&Setting {
            answer: Some(file.to_owned()),
            ..Setting::default()
        })?;
        let client = driver.connect().await?;
        painted(&client).await?;
        // What the sample asks for after its picture is none of this.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let milliseconds = client
            .execute_async(include_str!("open.js"), vec![])
            .await?;
        client.close().await?;
        milliseconds.as_f64().context("no time was told")
    })
}

fn on_screen(work: impl Future<Output = Result<f64>>) -> Result<f64> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(work)
}

/// Waits for the first picture.
async fn painted(client: &fantoccini::Client) -> Result<()> {
    let is_painted = "return document.documentElement.dataset.painted ?? null";
    while client.execute(is_painted, vec![]).await?.is_null() {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Ok(())
}

/// One picture of a seeded workspace, as the bytes that the window gets.
fn picture(events: i64) -> Result<f64> {
    let workspace = synthetic(events)?;
    let look = Look {
        width_px: 1400.0,
        height_px: 800.0,
        theme: scene::Theme::Light,
        scroll_px: 0.0,
        fit: chart::Fit::Grows,
        is_page: false,
    };
    let view = TimelineView {
        look,
        window: None,
        selected: None,
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    };
    let started = Instant::now();
    let mut timeline = Timeline::new(&workspace, LanesBy::Theme, None, |_| true);
    let bytes = scene::wire::encode(&timeline.draw(&workspace, &view).scene);
    let milliseconds = started.elapsed().as_secs_f64() * 1e3;
    if bytes.len() < 1000 {
        bail!("an empty picture")
    } else {
        Ok(milliseconds)
    }
}

/// Writes a workspace of that many events.
fn many(file: &Path, events: i64) -> Result<f64> {
    let workspace = synthetic(events)?;
    let mut session = app::Session::create(file).map_err(refused)?;
    let started = Instant::now();
    session
        .change("Fill the workspace", |edit| edit.put_workspace(&workspace))
        .map_err(refused)?;
    Ok(started.elapsed().as_secs_f64() * 1e3)
}

/// One edit of title and date, saved, and the timeline of all events drawn again.
fn edit(file: &Path) -> Result<f64> {
    let mut session = app::Session::open(file).map_err(refused)?;
    let events = &session.workspace().events;
    let run = std::process::id();
    let ids = spread(&events.iter().map(|it| it.id.0).collect::<Vec<i64>>());
    let view = json!({ "look": { "width_px": 1400.0, "height_px": 800.0 }, "chart": { "kind": "timeline", "overview": true } });
    app::picture(&session, "chart", view.clone()).map_err(refused)?;
    median_of(ids.iter().enumerate().map(|(at, id)| {
        let title = format!("Round {at} of the talks is put off by {run} hours");
        let set = json!([field("title", &title), field("date", &day(at)?.to_string())]);
        let started = Instant::now();
        let edit = json!({ "events": [id.to_string()], "set": set });
        app::call(&mut session, "edit", edit).map_err(refused)?;
        let picture = app::picture(&session, "chart", view.clone()).map_err(refused)?;
        let milliseconds = started.elapsed().as_secs_f64() * 1e3;
        if picture.len() < 1000 {
            bail!("an empty picture");
        }
        Ok(milliseconds)
    }))
}

fn field(name: &str, value: &str) -> Value {
    json!({ "field": name, "value": value })
}

/// The day of the edit with this number; each run has others, for an edit that changes nothing is not saved.
fn day(at: usize) -> Result<Day> {
    let first = Day::from_ymd(2019, 3, 1).context("a day")?;
    let days = i64::try_from(at)? * 37 + i64::from(std::process::id() % 1000);
    Ok(Day(first.0 + days))
}

/// Some of them, from all over the workspace.
fn spread(ids: &[i64]) -> Vec<i64> {
    let step = (ids.len() / EDITS).max(1);
    ids.iter().copied().step_by(step).take(EDITS).collect()
}

/// What SQLite alone needs to save the same of the same rows, with the settings of the store.
fn update(file: &Path) -> Result<f64> {
    let db = rusqlite::Connection::open(file)?;
    for (name, value) in [("journal_mode", "DELETE"), ("synchronous", "EXTRA")] {
        db.pragma_update(None, name, value)?;
    }
    for name in ["foreign_keys", "fullfsync"] {
        db.pragma_update(None, name, true)?;
    }
    let run = std::process::id();
    let ids = db
        .prepare("SELECT id FROM event ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut statement = db.prepare(
        "UPDATE event SET title = ?2, date_words = ?3, date_edtf = ?3, start_earliest_day = ?4,
            start_latest_day = ?4, end_earliest_day = ?4, end_latest_day = ?4 WHERE id = ?1",
    )?;
    median_of(spread(&ids).into_iter().enumerate().map(|(at, id)| {
        let title = format!("Round {at} of the talks is put off by {run} hours");
        let day = day(at)?;
        let started = Instant::now();
        statement.execute((id, title, day.to_string(), day.0))?;
        Ok(started.elapsed().as_secs_f64() * 1e3)
    }))
}

/// What may be meant by a few letters.
fn complete(file: &Path) -> Result<f64> {
    let mut session = app::Session::open(file).map_err(refused)?;
    let typed = [
        "tarr",
        "beij",
        "talks on",
        "iran nucl",
        "geneva",
        "cheif",
        "pause",
        "hormuz",
    ];
    median_of(typed.iter().flat_map(|it| [it, it]).map(|words| {
        let started = Instant::now();
        let ask = json!({ "kind": "event", "words": words });
        app::call(&mut session, "complete", ask).map_err(refused)?;
        Ok(started.elapsed().as_secs_f64() * 1e3)
    }))
}

fn refused(fault: api::Fault) -> anyhow::Error {
    anyhow!("{fault:?}")
}

fn median_of(rounds: impl Iterator<Item = Result<f64>>) -> Result<f64> {
    let mut all = rounds.collect::<Result<Vec<f64>>>()?;
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2)
        .copied()
        .context("nothing was measured")
}

/// The sample's events over and over, on days of ten years drawn from a fixed seed.
fn synthetic(events: i64) -> Result<Workspace> {
    let folder = tempfile::tempdir()?;
    let session = app::Session::new_sample(folder.path().join("seed.faultline"))?;
    let mut workspace = Workspace::clone(session.workspace());
    let first = Day::from_ymd(2016, 1, 1).context("a day")?;
    let mut state = 0x5eed_u64;
    let patterns = std::mem::take(&mut workspace.events);
    for (id, pattern) in (1..=events).zip(patterns.iter().cycle()) {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let day = Day(first.0 + i64::try_from((state >> 33) % 3650)?);
        let mut event = pattern.clone();
        (event.id, event.handle) = (EventId(id), format!("E{id}"));
        event.date = Some(FuzzyDate::from_edtf(&day.to_string())?);
        workspace.events.push(event);
    }
    Ok(workspace)
}
