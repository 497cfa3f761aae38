//! Lanes put in another order by hand and by date, and courses laid side by side in days since their triggers.

use anyhow::{Context as _, Result, ensure};
use scene::HitKind;
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

/// The lanes from top to bottom, and the middle of each header on the page.
async fn lanes(window: &Window, arrange: Value) -> Result<Vec<(String, f64, f64)>> {
    let place =
        "const box = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
        return [box.left, box.top, box.width, box.height]";
    let place = window.script(place, &[]).await?;
    let at = |at: usize| place[at].as_f64().context("the canvas");
    let args = json!({ "width_px": at(2)?, "height_px": at(3)?, "lanes": "theme", "overview": true, "arrange": arrange });
    let bytes = window.picture("timeline", args).await?;
    let [.., scene] = app::picture_parts(&bytes).context("a whole picture")?;
    let scene = scene::wire::decode(scene)?;
    let headers = scene.hits.into_iter().filter(|it| it.kind == HitKind::Lane);
    let (left, top) = (at(0)?, at(1)?);
    Ok(headers
        .map(|it| {
            let (x, y) = (it.x + it.width * 0.5, it.y + it.height * 0.5);
            (it.id, left + f64::from(x), top + f64::from(y))
        })
        .collect())
}

fn named(lanes: &[(String, f64, f64)]) -> Vec<&str> {
    lanes.iter().map(|it| it.0.as_str()).collect()
}

/// Presses the line of the lane's menu that begins with these words.
async fn choose(window: &Window, words: &str) -> Result<()> {
    window.element("[data-testid=lane-menu]").await?;
    let press = "const all = [...document.querySelectorAll('[data-testid=lane-menu] button')];
        all.find((it) => it.textContent.startsWith(arguments[0])).click()";
    window.script(press, &[json!(words)]).await.map(drop)
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn lanes_are_moved_at_their_headers() -> Result<()> {
    in_window("lanes", &Setting::default(), async |window| {
        window.painted().await?;
        let before = lanes(window, json!({})).await?;
        window.click_at(before[1].1, before[1].2).await?;
        window.element("[data-testid=lane-menu]").await?;
        window.screenshot("lane-menu").await?;
        choose(window, "Move up").await?;
        window
            .until(
                "document.querySelector('[data-testid=undo]').title.includes('Reorder the lanes')",
            )
            .await?;
        let moved = lanes(window, json!({})).await?;
        ensure!(
            named(&moved)[..2] == [before[1].0.as_str(), before[0].0.as_str()],
            "{moved:?}"
        );
        window.ask("undo", json!({})).await?;
        ensure!(named(&lanes(window, json!({})).await?) == named(&before));
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn courses_are_laid_side_by_side_in_days() -> Result<()> {
    in_window("since", &Setting::default(), async |window| {
        window.painted().await?;
        let (x, y) = window.place_of("E01").await?;
        window.click_at(x, y).await?;
        window.element("[data-testid=since]").await?;
        window.click("[data-testid=since]").await?;
        let span = "document.querySelector('[data-testid=canvas]').dataset";
        window.until(&format!("Number({span}.to) < 3000")).await?;
        window.screenshot("since").await?;
        // What followed is selected there as on the calendar.
        let (x, y) = window.place_of("E09").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=title]", "London").await?;
        window.click("[data-testid=since]").await?;
        window.until(&format!("Number({span}.to) > 15000")).await
    })
}
