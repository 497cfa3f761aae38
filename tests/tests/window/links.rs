//! Links on charts: drawn, selected, given another type and deleted; chains, answers and folds; and what is the same on
//! every chart, the wheel, Escape and Back.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

const ALT: char = '\u{e00a}';
const CONTROL: char = '\u{e009}';
const DELETE: char = '\u{e017}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const LEFT: char = '\u{e012}';

/// Shows another chart and waits until it stands still.
pub(crate) async fn show(window: &Window, tab: &str) -> Result<()> {
    window.painted().await?;
    window.click(&format!("[data-testid=tab-{tab}]")).await?;
    // Something is drawn, and listed.
    window.element("#view [data-x]").await?;
    window.still().await
}

/// Selects an entry by a click on its mark.
pub(crate) async fn select(window: &Window, handle: &str) -> Result<()> {
    let (x, y) = window.place_of(handle).await?;
    window.click_at(x, y).await?;
    window.shows("[data-testid=handle]", handle).await
}

/// Chooses an item of an open menu by a part of its words.
pub(crate) async fn chosen_in_menu(window: &Window, menu: &str, words: &str) -> Result<()> {
    window
        .shows(&format!("[data-testid={menu}]"), words)
        .await?;
    let choose = format!(
        "[...document.querySelectorAll('[data-testid={menu}] button')].find((it) => it.textContent.includes({words:?})).click()"
    );
    window.script(&choose, &[]).await.map(drop)
}

/// The part of a map that is shown, once it is still: zoom, and the left and top edge.
pub(crate) async fn part_shown(window: &Window) -> Result<[f64; 3]> {
    let at = "const it = document.querySelector('[data-testid=canvas]').dataset; return [Number(it.zoom), Number(it.x), Number(it.y)]";
    window.still().await?;
    let found = window.script(at, &[]).await?;
    let at = |index: usize| found[index].as_f64().context("a number");
    Ok([at(0)?, at(1)?, at(2)?])
}

/// The first day shown and the number of days, once the chart is still.
async fn span_shown(window: &Window) -> Result<(f64, f64)> {
    let span = "const it = document.querySelector('[data-testid=canvas]').dataset; return [Number(it.from), Number(it.to)]";
    window.still().await?;
    let found = window.script(span, &[]).await?;
    let at = |index: usize| found[index].as_f64().context("a day");
    Ok((at(0)?, at(1)? - at(0)?))
}

async fn links(window: &Window) -> Result<Vec<Value>> {
    let found = window.ask("links", json!({})).await?;
    Ok(found.as_array().context("a list of links")?.clone())
}

/// The canvas as text, which differs when anything on it does.
pub(crate) async fn canvas(window: &Window) -> Result<String> {
    let script = "return document.querySelector('[data-testid=canvas]').toDataURL()";
    let found = window.script(script, &[]).await?;
    Ok(found.as_str().context("a picture")?.to_owned())
}

pub(crate) async fn becomes_another(window: &Window, before: &str) -> Result<()> {
    let start = std::time::Instant::now();
    while canvas(window).await? == before {
        ensure!(start.elapsed().as_secs() < 20, "the picture stays the same");
    }
    window.still().await
}

/// Drags from the handle that shows below an entry to another entry.
async fn draw_from_handle(window: &Window, cause: &str, effect: &str) -> Result<()> {
    let (from, to) = (
        window.place_of(cause).await?,
        window.place_of(effect).await?,
    );
    window.point_at(from.0, from.1).await?;
    window.element("[data-testid=link-handle]").await?;
    let script =
        "const it = document.querySelector('[data-testid=link-handle]').getBoundingClientRect();
        return [it.left + it.width / 2, it.top + it.height / 2]";
    let at = window.script(script, &[]).await?;
    let number = |index: usize| at[index].as_f64().context("a handle");
    let handle = (number(0)?, number(1)?);
    window
        .drag(handle, (to.0 - handle.0, to.1 - handle.1), None)
        .await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_link_is_drawn_selected_retyped_turned_and_deleted_on_the_cause_map() -> Result<()> {
    in_window("links", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        let before = links(window).await?.len();
        draw_from_handle(window, "E13", "E08").await?;
        window.element("[data-testid=link-line]").await?;
        window.type_text("mitig").await?;
        window
            .shows("[data-testid=link-reading]", "mitigates")
            .await?;
        window.screenshot("link-chips").await?;
        window.press(&[], ENTER).await?;
        // The new link is selected.
        window.shows("[data-testid=link-kind]", "mitigates").await?;
        ensure!(links(window).await?.len() == before + 1);
        window.still().await?;
        window.screenshot("link-selected").await?;

        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[data-testid=link-kind]')")
            .await?;
        let (x, y) = window.place_of_link("E13", "E08").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=link-kind]", "mitigates").await?;
        window.click("[data-testid=link-kind] button").await?;
        let choose = "[...document.querySelectorAll('[data-testid=link-kind] [role^=menuitem]')].find((it) => it.textContent.includes('triggers')).click()";
        window.script(choose, &[]).await?;
        window.shows("[data-testid=link-kind]", "triggers").await?;
        window.click("[data-testid=turn-link]").await?;
        let cause = window.ask("find", json!({ "event": "E08" })).await?;
        let title = cause["title"].as_str().context("a title")?;
        window.shows("[data-testid=link-cause]", title).await?;

        window
            .script("document.querySelector('[data-testid=chart]').focus()", &[])
            .await?;
        window.press(&[], DELETE).await?;
        window
            .until("!document.querySelector('[data-testid=link-kind]')")
            .await?;
        ensure!(links(window).await?.len() == before);
        window.press(&[CONTROL], 'z').await?;
        window.shows("[role=status]", "Undo").await?;
        ensure!(links(window).await?.len() == before + 1);
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_link_is_drawn_by_key_and_its_menu_removes_it() -> Result<()> {
    in_window("links-by-key", &Setting::default(), async |window| {
        show(window, "causes").await?;
        let before = links(window).await?.len();
        let (x, y) = window.place_of("E01").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=handle]", "E01").await?;
        window.press(&[], 'l').await?;
        window.shows("[data-testid=linking]", "Link from").await?;
        let (x, y) = window.place_of("E08").await?;
        window.click_at(x, y).await?;
        window.element("[data-testid=link-line]").await?;
        // Enter takes the first chip, the type that is used most.
        window
            .until("document.querySelector('[data-testid^=chip-]')?.ariaPressed === 'true'")
            .await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=link-fields]").await?;
        ensure!(links(window).await?.len() == before + 1);
        let menu = "document.querySelector('[data-testid=chart]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ContextMenu', bubbles: true }))";
        window.script(menu, &[]).await?;
        window
            .shows("[data-testid=link-menu]", "Swap direction")
            .await?;
        let choose = "[...document.querySelectorAll('[data-testid=link-menu] button')].find((it) => it.textContent.includes('Remove')).click()";
        window.script(choose, &[]).await?;
        window
            .until("!document.querySelector('[data-testid=link-fields]')")
            .await?;
        ensure!(links(window).await?.len() == before);
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_chain_lights_up_and_a_link_says_itself_in_a_sentence() -> Result<()> {
    in_window("hover-chain", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        let plain = canvas(window).await?;
        let (x, y) = window.place_of("E09").await?;
        window.point_at(x, y).await?;
        becomes_another(window, &plain).await?;
        window.screenshot("hover-chain").await?;
        let (x, y) = window.place_of_link("E01", "E33").await?;
        window.point_at(x, y).await?;
        window
            .shows("[data-testid=link-said]", "reciprocal")
            .await?;
        window.screenshot("hover-link").await.map(drop)
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_path_stands_out_on_the_chart_and_escape_goes_down_the_ladder() -> Result<()> {
    in_window("path-on-chart", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        let (x, y) = window.place_of("E01").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=handle]", "E01").await?;
        window.press(&[], 'w').await?;
        window.click("[data-testid=ask-path]").await?;
        window.click("[data-testid=path-from]").await?;
        // The panel beside the chart has made it narrower.
        window.still().await?;
        select(window, "E09").await?;
        window.click("[data-testid=path-to]").await?;
        window.still().await?;
        let (plain, unlit) = (canvas(window).await?, exported(window).await?);
        window.click("[data-testid=on-chart]").await?;
        window.shows("[data-testid=highlighted]", "Path").await?;
        becomes_another(window, &plain).await?;
        window.screenshot("path-on-chart").await?;
        ensure!(
            exported(window).await? != unlit,
            "what stands out is exported, too"
        );

        // From anywhere: the menu first, then what stands out, then the selection.
        window
            .script("document.querySelector('[data-testid=chart]').focus()", &[])
            .await?;
        let menu = "document.querySelector('[data-testid=chart]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ContextMenu', bubbles: true }))";
        window.script(menu, &[]).await?;
        window.element("[data-testid=event-menu]").await?;
        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[data-testid=event-menu]')")
            .await?;
        window.element("[data-testid=highlighted]").await?;
        window
            .script(
                "document.querySelector('[data-testid=tab-cause-map]').focus()",
                &[],
            )
            .await?;
        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[data-testid=highlighted]')")
            .await?;
        window.shows("[data-testid=handle]", "E09").await?;
        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[data-testid=handle]')")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_wheel_scrolls_zooms_and_goes_sideways_alike() -> Result<()> {
    in_window("wheel", &Setting::default(), async |window| {
        window.painted().await?;
        for tab in ["timeline", "causes"] {
            show(window, tab).await?;
            window.press(&[], '0').await?;
            let before = span_shown(window).await?;
            window.wheel((0.0, 300.0), "").await?;
            ensure!(
                span_shown(window).await? == before,
                "{tab}: the wheel alone neither zooms nor moves in time"
            );
            window.wheel((0.0, -300.0), "ctrl").await?;
            let near = span_shown(window).await?;
            ensure!(
                near.1 < before.1 * 0.8,
                "{tab}: Ctrl zooms: {before:?} {near:?}"
            );
            window.wheel((0.0, 300.0), "shift").await?;
            let later = span_shown(window).await?;
            ensure!(
                later.0 > near.0 && (later.1 - near.1).abs() < 0.01 * near.1,
                "{tab}: Shift goes sideways: {near:?} {later:?}"
            );
        }
        for tab in ["cause-map", "themes"] {
            show(window, tab).await?;
            window.wheel((0.0, -300.0), "ctrl").await?;
            window.wheel((0.0, -300.0), "ctrl").await?;
            let near = part_shown(window).await?;
            ensure!(near[0] > 1.5, "{tab}: Ctrl zooms: {near:?}");
            window.wheel((0.0, 60.0), "").await?;
            let down = part_shown(window).await?;
            ensure!(
                (down[0] - near[0]).abs() < 1e-6
                    && down[2] > near[2]
                    && (down[1] - near[1]).abs() < 1e-6,
                "{tab}: the wheel scrolls: {near:?} {down:?}"
            );
            window.wheel((0.0, 60.0), "shift").await?;
            let right = part_shown(window).await?;
            ensure!(
                right[1] > down[1] && (right[2] - down[2]).abs() < 1e-6,
                "{tab}: Shift goes sideways: {down:?} {right:?}"
            );
        }
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn back_returns_to_the_view_before_and_a_fold_is_exported_as_seen() -> Result<()> {
    in_window("back", &Setting::default(), async |window| {
        show(window, "cause-map").await?;
        let (x, y) = window.place_of("E09").await?;
        window.double_click_at(x, y).await?;
        window.shows("[data-testid=part]", "Within 1 step").await?;
        window.press(&[ALT], LEFT).await?;
        window
            .until("!document.querySelector('[data-testid=part]')")
            .await?;
        window.click("[data-testid=back]").await?;
        window
            .until("document.querySelector('[data-testid=tab-timeline]').ariaSelected === 'true'")
            .await?;

        show(window, "cause-map").await?;
        window.place_of("E01").await?;
        let whole = canvas(window).await?;
        let (x, y) = window.place_of("E01").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=handle]", "E01").await?;
        let menu = "document.querySelector('[data-testid=chart]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ContextMenu', bubbles: true }))";
        window.script(menu, &[]).await?;
        let choose = "[...document.querySelectorAll('[data-testid=event-menu] button')].find((it) => it.textContent.includes('Fold what follows')).click()";
        window.script(choose, &[]).await?;
        window.element("[data-testid=open-themes]").await?;
        becomes_another(window, &whole).await?;
        window.screenshot("folded").await?;
        window.click("[data-testid=legend-toggle]").await?;
        window.element("[data-testid=legend]").await?;
        window.screenshot("legend").await?;
        let folded = exported(window).await?;
        window.click("[data-testid=open-themes]").await?;
        window
            .until("!document.querySelector('[data-testid=open-themes]')")
            .await?;
        ensure!(exported(window).await? != folded, "the export is as seen");
        Ok(())
    })
}

/// Exports what is on screen, and returns the bytes.
pub(crate) async fn exported(window: &Window) -> Result<Vec<u8>> {
    window.click("[data-testid=export]").await?;
    window.element("[data-testid=export-dialog]").await?;
    window.click("[data-testid=export-save]").await?;
    window.shows("[data-testid=export-saved]", ".png").await?;
    let name = window.text("[data-testid=export-saved] b").await?;
    let file = window.saved().join(&name);
    let bytes = std::fs::read(&file).with_context(|| name)?;
    std::fs::remove_file(file)?;
    window.press(&[], ESCAPE).await?;
    window
        .until("!document.querySelector('[data-testid=export-dialog]')")
        .await?;
    Ok(bytes)
}
