//! Putting nodes of charts of relations in a place of their own, and walking the map of themes as a list.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

const SHIFT: char = '\u{e008}';
const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const DOWN: char = '\u{e015}';

async fn pins(window: &Window, on: &str) -> Result<Vec<Value>> {
    let found = window.ask("pins", json!({ "on": on })).await?;
    Ok(found.as_array().context("a list")?.clone())
}

/// Shows another view, and waits until the event is drawn there and stands still.
async fn view(window: &Window, tab: &str, handle: &str) -> Result<(f64, f64)> {
    window.painted().await?;
    window.click(&format!("[data-testid=tab-{tab}]")).await?;
    window.place_of(handle).await?;
    window.still().await?;
    window.place_of(handle).await
}

/// Opens the sample once more, from its file.
async fn reopen(window: &Window) -> Result<()> {
    let opened = window.invoke("open_sample", json!({})).await?;
    opened.map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    window.reload().await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_box_of_the_map_stays_where_it_was_put() -> Result<()> {
    in_window("pin-cause-map", &Setting::default(), async |window| {
        let at = view(window, "cause-map", "E03").await?;
        window.drag(at, (30.0, 150.0), None).await?;
        window
            .shows("[role=status]", "in place on the cause map")
            .await?;
        let held = pins(window, "layers-down").await?;
        ensure!(held.len() == 1, "{held:?}");
        ensure!(held[0]["row"].is_number(), "{held:?}");
        window.still().await?;
        window.screenshot("pin-cause-map").await?;

        reopen(window).await?;
        view(window, "cause-map", "E03").await?;
        ensure!(pins(window, "layers-down").await? == held);
        window.element("[data-testid=unpin-all]").await?;

        window.press(&[CONTROL], 'z').await?;
        window.shows("[role=status]", "Undo").await?;
        ensure!(pins(window, "layers-down").await?.is_empty());
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_event_is_dragged_into_another_row_and_unpinned() -> Result<()> {
    in_window("pin-causes", &Setting::default(), async |window| {
        let at = view(window, "causes", "E08").await?;
        let before = window.ask("find", json!({ "event": "E08" })).await?;
        window.drag(at, (3.0, 90.0), None).await?;
        window.shows("[role=status]", "in place on the").await?;
        window.still().await?;
        let now = window.place_of("E08").await?;
        // Its label is longer by the sign.
        ensure!(
            (now.0 - at.0).abs() < 8.0,
            "it moved in time: {at:?} {now:?}"
        );
        ensure!(now.1 > at.1 + 40.0, "it did not move: {at:?} {now:?}");
        ensure!(window.ask("find", json!({ "event": "E08" })).await? == before);
        window.screenshot("pin-causes").await?;

        window.click_at(now.0, now.1).await?;
        window.shows("[data-testid=handle]", "E08").await?;
        window.press(&[SHIFT], 'P').await?;
        window.shows("[role=status]", "Unpin “").await?;
        ensure!(pins(window, "causes").await?.is_empty());
        // Once more it is pinned in its row.
        window.press(&[SHIFT], 'P').await?;
        window.shows("[role=status]", "in place on the").await?;
        window.click("[data-testid=unpin-all]").await?;
        window.shows("[role=status]", "Unpin all on the").await?;
        ensure!(pins(window, "causes").await?.is_empty());
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_map_of_themes_is_walked_as_a_list() -> Result<()> {
    in_window("themes-list", &Setting::default(), async |window| {
        window.painted().await?;
        window.click("[data-testid=tab-themes]").await?;
        window.element("[data-testid^=node-theme-]").await?;
        let first = "document.querySelector('[data-testid^=node-theme-]')";
        window.script(&format!("{first}.focus()"), &[]).await?;
        window.press(&[], DOWN).await?;
        window
            .until("document.activeElement.dataset.place === '1'")
            .await?;
        // To the first line, which says from where to where it leads and what is cited for it.
        let line = "document.querySelector('[data-testid^=line-]')";
        window.until(&format!("/ → .*: \\d+ claims?, \\d+ sources?.*, (raises|lowers|no direction)/.test({line}.textContent)")).await?;
        window.script(&format!("{line}.focus()"), &[]).await?;
        window.press(&[], ENTER).await?;
        window.shows("[data-testid=claims]", "claim").await?;
        window.screenshot("themes-list").await?;
        // A theme selects its events, as a click on it does.
        window.script(&format!("{first}.click()"), &[]).await?;
        window.shows("[data-testid=inspector]", "events").await?;
        window.script(&format!("{first}.focus()"), &[]).await?;
        window.press(&[SHIFT], 'P').await?;
        window
            .shows("[role=status]", "in place on the theme map")
            .await?;
        ensure!(pins(window, "themes").await?.len() == 1);
        Ok(())
    })
}
