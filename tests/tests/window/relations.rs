//! Charts of relations: what is folded and what stands out is exported as seen; matrix, order, legend, small map and Tidy.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use tests::{Setting, Window, in_window};

use crate::links::{becomes_another, canvas, chosen_in_menu, exported, part_shown, select, show};

const RIGHT_CLICK: &str = "document.querySelector('[data-testid=chart]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ContextMenu', bubbles: true }))";

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_collapsed_theme_is_exported_as_seen() -> Result<()> {
    in_window("collapse-theme", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        select(window, "E01").await?;
        let (whole, all) = (canvas(window).await?, exported(window).await?);
        window.script(RIGHT_CLICK, &[]).await?;
        chosen_in_menu(window, "event-menu", "Collapse").await?;
        window.element("[data-testid=open-themes]").await?;
        becomes_another(window, &whole).await?;
        window.screenshot("theme-collapsed").await?;
        ensure!(
            exported(window).await? != all,
            "the collapsed theme is exported"
        );
        window.click("[data-testid=open-themes]").await?;
        window
            .until("!document.querySelector('[data-testid=open-themes]')")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn o_switches_causes_to_order_and_themes_have_a_matrix() -> Result<()> {
    in_window("order-matrix", &Setting::default(), async |window| {
        show(window, "causes").await?;
        let distance = canvas(window).await?;
        window
            .script("document.querySelector('[data-testid=chart]').focus()", &[])
            .await?;
        window.press(&[], 'o').await?;
        window
            .until("document.querySelector('[data-testid=order]').ariaPressed === 'true'")
            .await?;
        becomes_another(window, &distance).await?;
        window.screenshot("causes-order").await?;
        window.press(&[], 'o').await?;
        window
            .until("document.querySelector('[data-testid=order]').ariaPressed === 'false'")
            .await?;

        show(window, "themes").await?;
        let map = canvas(window).await?;
        window.click("[data-testid=matrix]").await?;
        becomes_another(window, &map).await?;
        window.screenshot("themes-matrix").await?;
        // The legend of what is drawn stands under the chart, as a list, too.
        window.click("[data-testid=legend-toggle]").await?;
        window.element("[data-testid=legend] li").await?;
        window.click("[data-testid=legend-toggle]").await?;
        window
            .until("!document.querySelector('[data-testid=legend]')")
            .await?;
        // The claims of a cell are its lines' claims.
        let line = "document.querySelector('[data-testid^=line-]')";
        window.until(line).await?;
        window.script(&format!("{line}.click()"), &[]).await?;
        window.shows("[data-testid=claims]", "claim").await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn tidy_lays_out_anew_and_leaves_pins_where_they_are() -> Result<()> {
    in_window("tidy", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        let tidied = async || -> Result<String> {
            window.point_at(5.0, 5.0).await?;
            window.click("[data-testid=tidy]").await?;
            window.still().await?;
            canvas(window).await
        };
        let before = tidied().await?;
        let at = window.place_of("E03").await?;
        window.drag(at, (30.0, 150.0), None).await?;
        window
            .shows("[role=status]", "in place on the cause map")
            .await?;
        let pinned = tidied().await?;
        ensure!(pinned != before, "the pin is drawn");
        let held = window.ask("pins", json!({ "on": "layers-down" })).await?;
        ensure!(
            held.as_array().context("a list")?.len() == 1,
            "Tidy leaves pins alone: {held}"
        );
        window.click("[data-testid=unpin-all]").await?;
        window.shows("[role=status]", "Unpin all on the").await?;
        ensure!(
            tidied().await? == before,
            "without pins the same entries are laid out alike"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_press_in_the_small_map_goes_elsewhere() -> Result<()> {
    in_window("minimap", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        for _ in 0..2 {
            window.wheel((0.0, -300.0), "ctrl").await?;
        }
        let before = part_shown(window).await?;
        ensure!(before[0] > 1.5, "zoomed in: {before:?}");
        let (x, y) = minimap(window, before).await?;
        window.click_at(x, y).await?;
        let after = part_shown(window).await?;
        ensure!(
            (after[0] - before[0]).abs() < 1e-6,
            "the zoom stays: {before:?} {after:?}"
        );
        ensure!(
            after[1] < before[1] && after[2] < before[2],
            "the top left is shown: {before:?} {after:?}"
        );
        window.screenshot("minimap").await.map(drop)
    })
}

/// A place near the top left of the small map, in pixels from the top left of the page.
async fn minimap(window: &Window, [zoom, x_px, y_px]: [f64; 3]) -> Result<(f64, f64)> {
    let place = "const it = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
        return [it.left, it.top, it.width, it.height]";
    let canvas = window.script(place, &[]).await?;
    let at = |at: usize| canvas[at].as_f64().context("the canvas");
    let args = json!({ "width_px": at(2)?, "height_px": at(3)?, "theme": "light", "flow": "auto",
        "at": { "x_px": x_px, "y_px": y_px, "zoom": zoom } });
    let bytes = window.picture("cause-map", args).await?;
    let [.., scene] = app::picture_parts(&bytes).context("a whole picture")?;
    let scene = scene::wire::decode(scene)?;
    let hit = scene
        .hits
        .iter()
        .find(|it| it.kind == scene::HitKind::Overview);
    let hit = hit.context("a small map")?;
    Ok((
        at(0)? + f64::from(hit.x) + 4.0,
        at(1)? + f64::from(hit.y) + 4.0,
    ))
}
