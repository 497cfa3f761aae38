//! A workspace of a million made-up events in the real window: zoomed to a day and back, a bucket opened, an event found.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use bench::synth::{Recipe, Synth};
use scene::HitKind;
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

/// Keys as `WebDriver` names them.
const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
/// How many events, where the variable is not set. Without optimizations making them would take minutes.
const EVENTS: u64 = if cfg!(debug_assertions) {
    50_000
} else {
    1_000_000
};

/// The workspace, made once for all runs.
fn workspace(events: u64) -> Result<PathBuf> {
    // Of this checkout: another one may write files of another form.
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("synthetic-{events}.faultline"));
    if !path.exists() {
        // Under another name until it is whole.
        let part = folder.join(format!(
            "synthetic-{events}-{}.faultline",
            std::process::id()
        ));
        Synth::new(Recipe { events, seed: 1 })?.write(&part, true, |_| {})?;
        std::fs::rename(part, &path)?;
    }
    Ok(path)
}

/// The window in time as drawn, in days since 1970-01-01.
async fn span(window: &Window) -> Result<(f64, f64)> {
    let ends = "const it = document.querySelector('[data-testid=canvas]').dataset; return [Number(it.from), Number(it.to)]";
    let ends = window.script(ends, &[]).await?;
    let day = |at: usize| ends[at].as_f64().context("a window in time");
    Ok((day(0)?, day(1)?))
}

/// Waits until the window in time is as long as said, in days.
async fn lasts(window: &Window, condition: &str) -> Result<()> {
    let canvas = "document.querySelector('[data-testid=canvas]').dataset";
    let length = format!("(Number({canvas}.to) - Number({canvas}.from))");
    window.until(&format!("{length} {condition}")).await
}

/// Turns the wheel over the middle of the axis, once for each picture, until the window lasts a day.
async fn zoom_to_a_day(window: &Window) -> Result<()> {
    for _ in 0..60 {
        let (from, to) = span(window).await?;
        if to - from <= 1.0 {
            return Ok(());
        }
        let turn = "const it = document.querySelector('[data-testid=canvas]'); const box = it.getBoundingClientRect();
            it.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, deltaY: -300, clientX: box.left + box.width / 2,
                clientY: box.top + 20, bubbles: true, cancelable: true }))";
        window.script(turn, &[]).await?;
        lasts(window, &format!("< {}", (to - from) * 0.99)).await?;
    }
    anyhow::bail!("the wheel does not reach a day")
}

/// The middle of a bucket, from the picture as the page asks for it.
async fn bucket(window: &Window) -> Result<(f64, f64)> {
    let (bytes, left, top) = window.timeline(json!({})).await?;
    let [.., scene] = app::picture_parts(&bytes).context("a whole picture")?;
    let scene = scene::wire::decode(scene)?;
    let width_px = f64::from(scene.width_px);
    let well_inside =
        |it: &&scene::Hit| it.kind == HitKind::Bucket && f64::from(it.x) > width_px * 0.4;
    let hit = scene.hits.iter().find(well_inside);
    let hit = hit.context("nothing is crowded")?;
    let (x, y) = (hit.x + hit.width * 0.5, hit.y + hit.height * 0.5);
    Ok((left + f64::from(x), top + f64::from(y)))
}

/// Finds an event by the words of its title, and fits it.
async fn find_and_fit(window: &Window, event: &Value) -> Result<()> {
    let title = event["title"].as_str().context("a title")?;
    window.press(&[CONTROL], 'k').await?;
    window.element("[data-testid=palette] input").await?;
    let handle = event["handle"].as_str().context("a handle")?;
    window.type_text(handle).await?;
    window.shows("#palette-lines", title).await?;
    window.press(&[], ENTER).await?;
    window.shows("[data-testid=title]", title).await?;
    window.press(&[], 'f').await?;
    window
        .until(&format!(
            "document.querySelector('[data-testid=event-{handle}]')?.dataset.x !== undefined"
        ))
        .await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_million_events_are_zoomed_and_found() -> Result<()> {
    let wished = std::env::var("FAULTLINE_MILLION").ok();
    let events = wished.map_or(Ok(EVENTS), |it| it.parse())?;
    let setting = Setting {
        workspace: Some(workspace(events)?),
        ..Setting::default()
    };
    let started = Instant::now();
    in_window("million", &setting, async |window| {
        window.painted().await?;
        eprintln!("{events} events painted after {:?}", started.elapsed());
        let all = window.ask("filter", json!({})).await?["total"].clone();
        ensure!(all == events);
        let whole = span(window).await?;
        zoom_to_a_day(window).await?;
        window
            .script("document.querySelector('[data-testid=chart]').focus()", &[])
            .await?;

        window.press(&[], '0').await?;
        let everything = window
            .ask("span", json!({ "ids": [], "filter": {} }))
            .await?;
        let (from, to) = (&everything["from_days"], &everything["to_days"]);
        let canvas = "document.querySelector('[data-testid=canvas]').dataset";
        let shown = format!("Number({canvas}.from) <= {from} && Number({canvas}.to) >= {to}");
        window.until(&shown).await.context("0 shows everything")?;
        window.press(&[], '0').await?;
        let near =
            |name: &str, day: f64| format!("Math.abs(Number({canvas}.{name}) - {day}) < 1e-6");
        let first = format!("{} && {}", near("from", whole.0), near("to", whole.1));
        window
            .until(&first)
            .await
            .context("0 again shows what was first shown")?;
        let (x, y) = bucket(window).await?;
        window.click_at(x, y).await?;
        lasts(window, &format!("< {}", (whole.1 - whole.0) * 0.5)).await?;
        let middle = json!({ "offset": events / 2, "limit": 1 });
        let event = window.ask("list", middle).await?["rows"][0].clone();
        find_and_fit(window, &event).await?;
        lasts(window, "< 200").await?;
        // With this much in memory the driver now and then never answers for a picture: it is for looking at only.
        let picture = window.screenshot("million-fitted");
        let _late = tokio::time::timeout(Duration::from_secs(5), picture).await;
        Ok(())
    })
}
