//! What `cargo xtask bench` cannot measure from outside: `measure start`, `measure picture EVENTS`. Prints milliseconds.
#![expect(clippy::print_stdout, reason = "its answer is read by xtask")]

use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use chart::{LanesBy, Look, Timeline, TimelineView};
use model::date::{Day, FuzzyDate};
use model::{EventId, Workspace};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let milliseconds = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["start"] => start()?,
        ["picture", events] => picture(events.parse()?)?,
        _ => bail!("measure start | measure picture EVENTS"),
    };
    println!("{milliseconds:.2}");
    Ok(())
}

/// From asking for the window until its first picture is on the screen; opening the driver's session is in it.
fn start() -> Result<f64> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let driver = tests::driver::Driver::start(&tests::Setting::default())?;
        let started = Instant::now();
        let client = driver.connect().await?;
        while client
            .execute(
                "return document.documentElement.dataset.painted ?? null",
                vec![],
            )
            .await?
            .is_null()
        {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        let milliseconds = started.elapsed().as_secs_f64() * 1e3;
        client.close().await?;
        Ok(milliseconds)
    })
}

/// One picture of a seeded workspace, as the bytes that the window gets.
fn picture(events: i64) -> Result<f64> {
    let workspace = synthetic(events)?;
    let look = Look {
        width_px: 1400.0,
        height_px: 800.0,
        theme: scene::Theme::Light,
        scroll_px: 0.0,
    };
    let view = TimelineView {
        look,
        window: None,
        selected: None,
        hovered: None,
        overview: true,
    };
    let started = Instant::now();
    let timeline = Timeline::new(&workspace, LanesBy::Theme, None, |_| true);
    let bytes = scene::wire::encode(&timeline.draw(&workspace, &view).scene);
    let milliseconds = started.elapsed().as_secs_f64() * 1e3;
    if bytes.len() < 1000 {
        bail!("an empty picture")
    } else {
        Ok(milliseconds)
    }
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
        (event.id, event.date) = (EventId(id), Some(FuzzyDate::from_edtf(&day.to_string())?));
        workspace.events.push(event);
    }
    Ok(workspace)
}
