//! Risk over time: a series is loaded and laid over the index, a point is opened, an event is studied and exported.

use std::io::Write as _;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use tests::{Setting, Window, in_window};

const CONTROL: char = '\u{e009}';
const ESCAPE: char = '\u{e00c}';

/// Brent as the analyst has downloaded it, where the dialog of the tests looks; false, with a word, where it is absent.
fn downloaded(window: &Window) -> Result<bool> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/data/market/brent-daily.csv"
    );
    let Ok(text) = std::fs::read(file) else {
        let word = "skipped: ../shared/data/market/brent-daily.csv is absent\n";
        std::io::stderr().write_all(word.as_bytes())?;
        return Ok(false);
    };
    std::fs::write(window.saved().join("series.csv"), text)?;
    Ok(true)
}

async fn load_brent(window: &Window) -> Result<()> {
    window.click("[data-testid=series] button").await?;
    window.script("[...document.querySelectorAll('[data-testid=series] [role^=menuitem]')].at(-1).click()", &[]).await?;
    window
        .shows(
            "[data-testid=facts-0]",
            "9,958 numbers, 20 May 1987 to 18 August 2026",
        )
        .await?;
    for (field, words) in [
        ("name", "Brent crude"),
        ("handle", "brent"),
        ("unit", "USD/barrel"),
    ] {
        window
            .click(&format!("[data-testid=series-{field}-0]"))
            .await?;
        window.press(&[CONTROL], 'a').await?;
        window.type_text(words).await?;
    }
    window.screenshot("load-series").await?;
    window.click("[data-testid=series-take]").await?;
    window
        .until("!document.querySelector('[data-testid=load-series]')")
        .await?;
    window.shows("[data-testid=series]", "1 series").await
}

/// Clicks the chart of the index at a day.
async fn click_day(window: &Window, day: &str) -> Result<()> {
    let script = "const canvas = document.querySelector('[data-testid=canvas]');
        const box = canvas.getBoundingClientRect();
        const [from, to] = [Number(canvas.dataset.from), Number(canvas.dataset.to)];
        const day = Date.parse(arguments[0]) / 86_400_000 + 0.5;
        return [box.left + 58 + (day - from) / (to - from) * (box.width - 58 - 62), box.top + box.height * 0.4];";
    let place = window.script(script, &[json!(day)]).await?;
    let at = |which: usize| place[which].as_f64().context("the day has a place");
    window.click_at(at(0)?, at(1)?).await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn brent_over_gulf_security_and_the_study_of_the_drawdown() -> Result<()> {
    in_window("risk", &Setting::default(), async |window| {
        window.painted().await?;
        if !downloaded(window)? {
            return Ok(());
        }
        window.click("[data-testid=tab-index]").await?;
        load_brent(window).await?;
        let themes = window.ask("themes", json!({})).await?;
        let gulf = themes
            .as_array()
            .and_then(|all| all.iter().find(|it| it["handle"] == "gulf-security"));
        let gulf = gulf.context("the sample has gulf-security")?["id"].clone();
        window.click("[data-testid=theme-gulf-security]").await?;
        window
            .until("document.querySelector('[data-testid=canvas]').dataset.from !== undefined")
            .await?;
        window.still().await?;
        window.screenshot("index").await?;

        open_the_peak(window, &gulf).await?;
        study_and_export(window).await?;
        for (chart, name) in [("heat", "heat"), ("outlook", "outlook")] {
            window
                .click(&format!("[data-testid=chart-{chart}]"))
                .await?;
            window.still().await?;
            window.screenshot(name).await?;
        }
        change_a_weight(window).await?;
        window.click("[data-testid=tab-timeline]").await?;
        window.click("[data-testid=strip]").await?;
        window.element("[data-testid=index-strip]").await?;
        window.still().await?;
        window.screenshot("index-strip").await?;
        Ok(())
    })
}

/// What made the peak, and the drawdown among it.
async fn open_the_peak(window: &Window, gulf: &serde_json::Value) -> Result<()> {
    click_day(window, "2025-06-11").await?;
    window.shows("[data-testid=point]", "11 June 2025").await?;
    let reply = window
        .ask(
            "index_point",
            json!({ "day": "2025-06-11", "filter": { "themes": [gulf] } }),
        )
        .await?;
    let escalation = reply["escalation"].as_f64().context("a number")?;
    window
        .shows(
            "[data-testid=point-escalation]",
            &format!("{escalation:.2}"),
        )
        .await?;
    window.click("[data-testid=share-E21] button").await?;
    window
        .shows(
            "[data-testid=inspector]",
            "State Department orders all non-essential staff",
        )
        .await?;
    window.screenshot("index-point").await?;
    Ok(())
}

/// The study of the drawdown, with what is measured along with it.
async fn study_and_export(window: &Window) -> Result<()> {
    window.click("[data-testid=study-selection]").await?;
    window
        .shows("[data-testid=study]", "day 0 is 11 June 2025")
        .await?;
    window
        .shows("[data-testid=overlaps]", "Iran's defence minister")
        .await?;
    window.still().await?;
    window.screenshot("study").await?;
    window.click("[data-testid=export]").await?;
    window.element("[data-testid=export-dialog]").await?;
    window
        .script(
            "document.querySelector('[data-testid=export-format-pdf]').click()",
            &[],
        )
        .await?;
    window.click("[data-testid=export-save]").await?;
    window.shows("[data-testid=export-saved]", ".pdf").await?;
    let name = window.text("[data-testid=export-saved] b").await?;
    let bytes = std::fs::read(window.saved().join(&name)).with_context(|| name)?;
    ensure!(
        bytes.starts_with(b"%PDF") && bytes.len() > 10_000,
        "{} bytes",
        bytes.len()
    );
    window.press(&[], ESCAPE).await?;
    Ok(())
}

/// A weight is data: it can be changed, seen and taken back.
async fn change_a_weight(window: &Window) -> Result<()> {
    window.click("[data-testid=weights]").await?;
    window.click("[data-testid=weight-severity-5]").await?;
    window.press(&[CONTROL], 'a').await?;
    window.type_text("10").await?;
    window.press(&[], '\u{e004}').await?;
    window
        .until("document.querySelector('label.set [data-testid=weight-severity-5]')")
        .await?;
    window.screenshot("weights").await?;
    window.click("[data-testid=weights-done]").await?;
    window.press(&[CONTROL], 'z').await?;
    let weights = window.ask("weights", json!({})).await?;
    let set = weights["weights"]
        .as_array()
        .is_some_and(|all| all.iter().any(|it| it["is_set"] == true));
    ensure!(!set, "the weight is as usual again");
    Ok(())
}
