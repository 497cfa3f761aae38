//! Looking for something on the timeline: hits marked, walked and fitted; and a chart with nothing in it.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

/// Keys as `WebDriver` names them.
const CONTROL: char = '\u{e009}';
const ESCAPE: char = '\u{e00c}';

/// What is selected, as its title.
async fn title(window: &Window) -> Result<String> {
    window.text("[data-testid=title]").await
}

/// Marks every entry with these words from the palette.
async fn mark(window: &Window, words: &str) -> Result<()> {
    window.press(&[CONTROL], 'k').await?;
    window.element("[data-testid=palette] input").await?;
    window.type_text(words).await?;
    window.click("#palette-lines [data-key=mark]").await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn hits_of_a_search_are_marked_walked_and_fitted() -> Result<()> {
    in_window("hits", &Setting::default(), async |window| {
        window.painted().await?;
        let words = json!({ "filter": { "words": "tariff" } });
        let hits = window.ask("events", words.clone()).await?;
        let hits = hits.as_array().context("hits")?;
        ensure!(hits.len() > 3, "the sample tells of tariffs");
        mark(window, "tariff").await?;
        let all = format!("{} results", hits.len());
        window.shows("[data-testid=search-count]", &all).await?;
        // Nothing is hidden by looking.
        window.shows("[data-testid=shown]", "47 of 47").await?;
        window
            .until("document.querySelector('[data-testid=hit-flash]')")
            .await?;
        window.screenshot("search-flash").await?;
        let ticks = "document.querySelector('[data-testid=hit-ticks]').getAttribute('d').split('M').length - 1";
        let count = window.script(&format!("return {ticks}"), &[]).await?;
        ensure!(
            count.as_u64().context("ticks")? > 2,
            "{count} ticks in the overview"
        );
        for hit in &hits[..3] {
            window.press(&[], ']').await?;
            let expected = hit["title"].as_str().context("a title")?;
            window.shows("[data-testid=title]", expected).await?;
        }
        window
            .shows("[data-testid=search-count]", &format!("3 of {all}"))
            .await?;
        for hit in [&hits[1], &hits[0]] {
            window.press(&[], '[').await?;
            let expected = hit["title"].as_str().context("a title")?;
            window.shows("[data-testid=title]", expected).await?;
        }
        fits(window, &hits[0]).await?;
        window.screenshot("search-fitted").await?;
        window.press(&[], ESCAPE).await?;
        window.press(&[], 'f').await?;
        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[data-testid=hit-ticks], [data-testid=search-bar]')")
            .await
    })
}

/// Presses F and waits until little beside the event is in the window.
async fn fits(window: &Window, event: &Value) -> Result<()> {
    let handle = event["handle"].as_str().context("a handle")?;
    window.press(&[], 'f').await?;
    let place = format!("document.querySelector('[data-testid=event-{handle}]')?.dataset.x");
    window
        .until(&format!(
            "Math.abs(Number({place}) - document.querySelector('[data-testid=canvas]').clientWidth / 2) < 160"
        ))
        .await?;
    ensure!(title(window).await? == event["title"].as_str().unwrap_or_default());
    Ok(())
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_empty_chart_shows_these_days_and_says_what_to_do() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("empty.faultline");
    drop(app::Session::create(&path)?);
    let setting = Setting {
        workspace: Some(path),
        ..Setting::default()
    };
    in_window("empty", &setting, async |window| {
        window.painted().await?;
        window
            .shows("[data-testid=chart]", "Double-click a day")
            .await?;
        window.screenshot("empty").await?;
        Ok(())
    })
}
