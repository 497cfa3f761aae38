//! Changing the sample by hand: dragging, stretching, linking, adding, selecting several, merging.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

/// Keys as `WebDriver` names them.
const SHIFT: char = '\u{e008}';
const CONTROL: char = '\u{e009}';
const ALT: char = '\u{e00a}';
const DELETE: char = '\u{e017}';
const ENTER: char = '\u{e007}';

/// Entries to drag lie far apart when the window in time is narrow.
async fn zoomed_on(window: &Window, handle: &str) -> Result<(f64, f64)> {
    window.painted().await?;
    let (x, y) = window.place_of(handle).await?;
    window.click_at(x, y).await?;
    for _ in 0..6 {
        window.press(&[], '+').await?;
    }
    window.still().await?;
    window.place_of(handle).await
}

/// The event of that handle, with everything said about it.
async fn event(window: &Window, handle: &str) -> Result<Value> {
    let found = window.ask("find", json!({ "event": handle })).await?;
    window.ask("event", json!({ "id": found["id"] })).await
}

async fn days_of(window: &Window, handle: &str) -> Result<String> {
    let date = &event(window, handle).await?["date"];
    Ok(format!(
        "{} to {}",
        date["start_earliest"].as_str().context("a start")?,
        date["end_latest"].as_str().context("an end")?
    ))
}

async fn undo(window: &Window, expected: &str) -> Result<()> {
    let done = window.ask("undo", json!({})).await?;
    ensure!(
        done["name"].as_str().unwrap_or_default().contains(expected),
        "undid {done}, not {expected}"
    );
    Ok(())
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_event_is_dragged_to_another_day_and_back() -> Result<()> {
    in_window("redate", &Setting::default(), async |window| {
        let at = zoomed_on(window, "E08").await?;
        let before = days_of(window, "E08").await?;
        ensure!(before == "2025-06-05 to 2025-06-05", "{before}");
        window.drag(at, (260.0, 0.0), None).await?;
        window.shows("[role=status]", "Re-date").await?;
        let after = days_of(window, "E08").await?;
        ensure!(after > before, "{after} is not after {before}");
        let (x, _) = window.place_of("E08").await?;
        ensure!(x > at.0 + 100.0, "the mark did not follow");
        window.press(&[CONTROL], 'z').await?;
        window.shows("[role=status]", "Undo").await?;
        ensure!(days_of(window, "E08").await? == before);
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_end_is_stretched() -> Result<()> {
    in_window("stretch", &Setting::default(), async |window| {
        let at = zoomed_on(window, "E08").await?;
        window.drag(at, (300.0, 0.0), Some(SHIFT)).await?;
        window.shows("[role=status]", "Re-date").await?;
        let after = days_of(window, "E08").await?;
        ensure!(after.starts_with("2025-06-05 to 2025-"), "{after}");
        ensure!(after != "2025-06-05 to 2025-06-05");
        undo(window, "Re-date").await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_link_is_drawn_from_event_to_event() -> Result<()> {
    // Pairs that are both in the first picture.
    for (tab, cause, effect) in [("timeline", "E21", "E19"), ("causes", "E01", "E08")] {
        in_window("link", &Setting::default(), async |window| {
            window.painted().await?;
            window.click(&format!("[data-testid=tab-{tab}]")).await?;
            window.still().await?;
            let (from, to) = (
                window.place_of(cause).await?,
                window.place_of(effect).await?,
            );
            let links = window.ask("links", json!({})).await?;
            let count = links.as_array().context("links")?.len();
            window
                .drag(from, (to.0 - from.0, to.1 - from.1), Some(ALT))
                .await?;
            window.element("[data-testid=link-line]").await?;
            window
                .type_text("mitigates low because of calmer words")
                .await?;
            window
                .shows("[data-testid=link-reading]", "mitigates")
                .await?;
            window.screenshot(&format!("link-{tab}")).await?;
            window.press(&[], ENTER).await?;
            window.shows("[role=status]", "Link").await?;
            let links = window.ask("links", json!({})).await?;
            let links = links.as_array().context("links")?;
            ensure!(links.len() == count + 1, "{} links", links.len());
            let made = links.iter().find(|it| {
                it["cause_handle"] == cause
                    && it["effect_handle"] == effect
                    && it["type"] == "mitigates"
            });
            let made = made.context("the link")?;
            ensure!(made["confidence"] == "low", "{made}");
            ensure!(
                made["note"].as_str().context("a note")?.contains("calmer"),
                "{made}"
            );
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_event_is_added_where_the_double_click_is() -> Result<()> {
    in_window("add-here", &Setting::default(), async |window| {
        window.painted().await?;
        let plot =
            "const box = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
            return [box.left + box.width * 0.4, box.top + box.height * 0.62]";
        let at = window.script(plot, &[]).await?;
        let (x, y) = (at[0].as_f64().context("x")?, at[1].as_f64().context("y")?);
        window.double_click_at(x, y).await?;
        window.element("[data-testid=add-here-title]").await?;
        window.type_text("Port of Umm Qasr closes").await?;
        window.screenshot("add-here").await?;
        window.press(&[], ENTER).await?;
        window
            .shows("[data-testid=title]", "Port of Umm Qasr closes")
            .await?;
        window.shows("[data-testid=shown]", "48 of 48").await?;
        let detail = event(window, "Umm Qasr").await?;
        ensure!(!detail["date"].is_null(), "{detail}");
        undo(window, "Add").await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn several_are_chosen_and_deleted_in_one_step() -> Result<()> {
    in_window("several", &Setting::default(), async |window| {
        window.painted().await?;
        let before = window.ask("links", json!({})).await?;
        for (handle, held) in [("E21", None), ("E19", Some(CONTROL))] {
            let (x, y) = window.place_of(handle).await?;
            match held {
                Some(key) => window.drag((x, y), (0.0, 0.0), Some(key)).await?,
                None => window.click_at(x, y).await?,
            }
        }
        window.press(&[], DELETE).await?;
        window.shows("[data-testid=shown]", "45 of 45").await?;
        window.press(&[CONTROL], 'z').await?;
        window.shows("[data-testid=shown]", "47 of 47").await?;
        ensure!(
            window.ask("links", json!({})).await? == before,
            "the links are not as they were"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn themes_are_renamed_and_merged_in_place() -> Result<()> {
    in_window("lists", &Setting::default(), async |window| {
        window.painted().await?;
        window.press(&[CONTROL], 'k').await?;
        window.type_text("Themes…").await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=lists]").await?;
        let name = "[data-testid=item-markets] [data-testid=item-name]";
        let field = window.element(name).await?;
        field.clear().await?;
        field.click().await?;
        window.type_text("Money").await?;
        window.press(&[], ENTER).await?;
        window.screenshot("lists").await?;
        let themes = window.ask("items", json!({ "list": "themes" })).await?;
        ensure!(
            themes
                .as_array()
                .context("themes")?
                .iter()
                .any(|it| it["name"] == "Money"),
            "{themes}"
        );
        undo(window, "Edit").await.or(undo(window, "Rename").await)
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_as_of_line_is_dragged_and_set_back() -> Result<()> {
    in_window("as-of", &Setting::default(), async |window| {
        window.painted().await?;
        let place =
            "const it = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
            return [it.left, it.top, it.width, it.height]";
        let canvas = window.script(place, &[]).await?;
        let at = |at: usize| canvas[at].as_f64().context("the canvas");
        let args = json!({ "width_px": at(2)?, "height_px": at(3)?, "theme": "light", "filter": {},
            "lanes": "theme", "overview": true });
        let bytes = window.picture("timeline", args).await?;
        let [.., scene] = app::picture_parts(&bytes).context("a whole picture")?;
        let scene = scene::wire::decode(scene)?;
        let hit = scene.hits.iter().find(|it| it.kind == scene::HitKind::AsOf);
        let hit = hit.context("an as-of line")?;
        let x = at(0)? + f64::from(hit.x + hit.width * 0.5);
        let y = at(1)? + f64::from(hit.y + hit.height * 0.5);
        window.drag((x, y), (-200.0, 0.0), None).await?;
        window.shows("[data-testid=shown]", "As of ").await?;
        window
            .until("!document.querySelector('[data-testid=as-of-held]')")
            .await?;
        window.screenshot("as-of-dragged").await?;
        window.click("[data-testid=shown] button").await?;
        window
            .until("!document.querySelector('[data-testid=shown]').innerText.includes('As of')")
            .await
    })
}
