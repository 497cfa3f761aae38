//! A crowded day: its bucket lists what has no room, and what is pinned gets room.

use anyhow::{Context as _, Result, ensure};
use app::Session;
use scene::HitKind;
use serde_json::json;
use tests::{Setting, Window, in_window};

/// A workspace of eighty entries that begin on one day, in one lane.
fn crowded(path: &std::path::Path) -> Result<()> {
    let told = |it: api::Fault| anyhow::anyhow!("{}", it.message);
    let mut session = Session::create(path).map_err(told)?;
    for number in 1..=80 {
        let set = json!([
            { "field": "title", "value": format!("Ship {number} turns back at the strait") },
            { "field": "date", "value": "2025-06-11" },
            { "field": "severity", "value": 2 + i32::from(number > 70) },
        ]);
        app::call(&mut session, "add_event", json!({ "set": set })).map_err(told)?;
    }
    Ok(())
}

/// The middle of the first bucket.
async fn bucket(window: &Window) -> Result<(f64, f64)> {
    let place =
        "const box = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
        return [box.left, box.top, box.width, box.height]";
    let place = window.script(place, &[]).await?;
    let at = |at: usize| place[at].as_f64().context("the canvas");
    let args =
        json!({ "width_px": at(2)?, "height_px": at(3)?, "lanes": "theme", "overview": true });
    let bytes = window.picture("timeline", args).await?;
    let [.., scene] = app::picture_parts(&bytes).context("a whole picture")?;
    let scene = scene::wire::decode(scene)?;
    let hit = scene.hits.iter().find(|it| it.kind == HitKind::Bucket);
    let hit = hit.context("nothing is counted")?;
    let (x, y) = (hit.x + hit.width * 0.5, hit.y + hit.height * 0.5);
    Ok((at(0)? + f64::from(x), at(1)? + f64::from(y)))
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_bucket_of_a_day_is_listed_and_what_is_pinned_comes_out_of_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("crowd.faultline");
    crowded(&path)?;
    let setting = Setting {
        workspace: Some(path),
        ..Setting::default()
    };
    in_window("crowd", &setting, async |window| {
        window.painted().await?;
        let (x, y) = bucket(window).await?;
        window.click_at(x, y).await?;
        window
            .until("document.querySelectorAll('[data-testid=bucket-list] button').length > 10")
            .await?;
        window.screenshot("bucket-list").await?;
        let last = "[data-testid=bucket-list] li:last-child button";
        let words = format!("return document.querySelector('{last} .title').textContent");
        let title = window.script(&words, &[]).await?;
        let title = title.as_str().context("a title")?.to_owned();
        window.click(last).await?;
        window.shows("[data-testid=title]", &title).await?;
        window
            .script("document.querySelector('[data-testid=chart]').focus()", &[])
            .await?;
        window.press(&[], 'p').await?;
        window.press(&[], '\u{e00c}').await?;
        window
            .until("document.querySelector('[data-testid=title]') === null")
            .await?;
        let handle = title.split(' ').nth(1).context("a number")?;
        let drawn = format!(
            "document.querySelector('[data-testid=event-E{handle:0>2}]')?.dataset.x !== undefined"
        );
        window.until(&drawn).await?;
        window.screenshot("pinned").await?;
        let undone = window.ask("undo", json!({})).await?;
        ensure!(
            undone["name"]
                .as_str()
                .is_some_and(|it| it.starts_with("Undo: Pin"))
        );
        Ok(())
    })
}
