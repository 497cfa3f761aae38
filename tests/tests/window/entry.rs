//! A morning's work by keyboard alone: a new workspace, the first article of the seeds entered by hand, and all of it
//! undone and done again.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

/// Keys as `WebDriver` names them.
const CONTROL: char = '\u{e009}';
const SHIFT: char = '\u{e008}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';

/// What the article says of China's and Hong Kong's shares before the talks in London, as an analyst types it. The first
/// line makes the theme and the actors; nothing is like them yet, so Enter does.
const LINES: [&str; 10] = [
    "2 April 2025  Trump announces broad \"reciprocal\" tariffs  #tariffs @US !5 from:S1 C2",
    "early May 2025  US-China trade talks in Geneva  #tariffs @US @CN in:Geneva !4 from:S1 C2",
    "May 2025  US and China agree a 90-day pause and a cut in tariffs  #tariffs @US @CN !4 from:S1 C2 <- talks in Geneva",
    "14 May to 12 August 2025  Lower tariffs apply  #tariffs @US @CN !3 ongoing from:S1 C2 <- 90-day pause",
    "12 August 2025  The pause runs out unless it is extended  #tariffs !4 planned from:S1 C2 <- Lower tariffs apply",
    "May to 5 June 2025  Each side says that the other broke the deal  #tariffs @US @CN !3 from:S1 C2 <- 90-day pause",
    "5 June 2025  Xi and Trump speak by phone  #tariffs @US @CN !4 from:S1 C2 <- broke the deal",
    "9 June 2025  High-level talks in London  #tariffs @US @CN in:London !4 planned from:S1 C2 <- speak by phone",
    "9 June 2025  Rare-earth shares gain 2.4 %  #markets !2 from:S1 C2 <- talks in London",
    "9 June 2025  Hang Seng Tech enters a bull market  #markets in:\"Hong Kong\" !2 from:S1 C2 <- talks in London",
];

/// Presses Tab until the element has the keyboard.
async fn tab_to(window: &Window, css: &str) -> Result<()> {
    for _ in 0..120 {
        let there = format!("document.activeElement?.matches({css:?}) ?? false");
        if window.script(&format!("return {there}"), &[]).await? == json!(true) {
            return Ok(());
        }
        window.press(&[], TAB).await?;
    }
    bail!("Tab does not lead to {css}")
}

/// Opens the palette and does what is typed.
async fn command(window: &Window, words: &str) -> Result<()> {
    window.press(&[CONTROL], 'k').await?;
    window.element("[data-testid=palette]").await?;
    window.type_text(words).await?;
    window.press(&[], ENTER).await
}

async fn add_the_source(window: &Window) -> Result<()> {
    command(window, "Go to Sources").await?;
    window.element("[data-testid=sources-view]").await?;
    tab_to(window, "[data-testid=add-source]").await?;
    window.press(&[], ENTER).await?;
    for (field, words) in [
        ("outlet", "Agency report"),
        (
            "title",
            "Chinese and Hong Kong stocks gain before trade talks",
        ),
        ("published", "9 June 2025"),
    ] {
        tab_to(
            window,
            &format!("[data-testid=source-{field}], [data-testid=source-{field}] input"),
        )
        .await?;
        window.type_text(words).await?;
    }
    tab_to(window, "[data-testid=new-source-do]").await?;
    window.press(&[], ENTER).await?;
    window
        .shows("[data-testid=source-row]", "Agency report")
        .await?;
    command(window, "Go to Timeline").await
}

/// Types the lines; gives the seconds from the first key of a line until the event is in the workspace.
async fn add_the_events(window: &Window) -> Result<Vec<f64>> {
    let mut seconds = Vec::new();
    window.press(&[CONTROL], 'n').await?;
    for (at, line) in LINES.iter().enumerate() {
        let started = Instant::now();
        window.type_text(line).await?;
        window.element("[data-testid=quick-preview]").await?;
        if at == 3 {
            window.screenshot("quick-add").await?;
        }
        window.press(&[], ENTER).await?;
        let shown = format!("{} of {}", at + 1, at + 1);
        if window.shows("[data-testid=shown]", &shown).await.is_err() {
            let told = window
                .text("[data-testid=quick-notes]")
                .await
                .unwrap_or_default();
            bail!("\"{line}\" was not added: {told}");
        }
        seconds.push(started.elapsed().as_secs_f64());
    }
    window.press(&[], ESCAPE).await?;
    Ok(seconds)
}

/// The last event gets a summary in the form, by Tab from the title on.
async fn fill_the_form(window: &Window) -> Result<()> {
    window
        .shows("[data-testid=title]", "Hang Seng Tech")
        .await?;
    window.press(&[], 'e').await?;
    tab_to(
        window,
        "[data-testid=field-severity] *, [data-testid=field-severity]",
    )
    .await?;
    window.screenshot("form").await?;
    window.press(&[], ESCAPE).await?;
    Ok(())
}

/// Everything in the file, read by another program while the window has it open.
fn everything(file: &Path) -> Result<Value> {
    let folder = tempfile::tempdir()?;
    let out = folder.path().join("all.json");
    let session = app::Session::open(file)?;
    app::export_data(&session, &out, &api::dto::DataArgs::default(), false)?;
    Ok(serde_json::from_slice(&std::fs::read(out)?)?)
}

/// Presses a key until the history has no more of it; gives the number of steps.
async fn walk(window: &Window, held: &[char], key: char, verb: &str) -> Result<usize> {
    for steps in 0..200 {
        let page = window.ask("history", json!({})).await?;
        if page[verb].is_null() {
            return Ok(steps);
        }
        let now = page["now"].clone();
        window.press(held, key).await?;
        for _ in 0..200 {
            if window.ask("history", json!({})).await?["now"] != now {
                break;
            }
        }
    }
    bail!("{verb} does not end")
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_article_is_entered_by_keyboard_undone_and_redone() -> Result<()> {
    in_window("article", &Setting::default(), async |window| {
        window.painted().await?;
        command(window, "New workspace…").await?;
        window
            .shows("[data-testid=workspace-name]", "Untitled")
            .await?;
        let file = window.saved().join("Untitled.faultline");
        let empty = everything(&file)?;
        add_the_source(window).await?;
        let seconds = add_the_events(window).await?;
        fill_the_form(window).await?;
        let whole = everything(&file)?;
        let count = |name: &str| whole[name].as_array().map_or(0, Vec::len);
        ensure!(count("events") == 10, "{} events", count("events"));
        ensure!(count("links") == 8, "{} links", count("links"));
        ensure!(count("sources") == 1, "{} sources", count("sources"));
        ensure!(
            whole["sources"][0]["reliability"] == "C",
            "{}",
            whole["sources"]
        );
        for event in whole["events"].as_array().context("events")? {
            let cited = &event["citations"][0];
            ensure!(
                cited["source"] == "S1" && cited["credibility"] == "2",
                "{event}"
            );
        }
        window.press(&[CONTROL], 'h').await?;
        window.element("[data-testid=history]").await?;
        window.screenshot("history").await?;
        window.press(&[], ESCAPE).await?;
        let undone = walk(window, &[CONTROL], 'z', "undo").await?;
        ensure!(undone >= 11, "{undone} steps were undone");
        ensure!(
            everything(&file)? == empty,
            "undo did not lead back to the beginning"
        );
        window.shows("[data-testid=shown]", "0 of 0").await?;
        let redone = walk(window, &[CONTROL, SHIFT], 'z', "redo").await?;
        ensure!(undone == redone, "{undone} undone, {redone} redone");
        ensure!(
            everything(&file)? == whole,
            "redo did not bring everything back"
        );
        window.shows("[data-testid=shown]", "10 of 10").await?;
        let slowest = seconds.iter().copied().fold(0.0, f64::max);
        println!(
            "seconds for each of ten events, typed by the driver: {:.1} on average, {slowest:.1} at most",
            seconds.iter().sum::<f64>() / 10.0
        );
        Ok(())
    })
}
