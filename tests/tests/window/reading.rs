//! Reading the sample: pointing, following, filtering, searching; with the mouse and without.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use tests::{Setting, in_window};

/// Keys as `WebDriver` names them.
const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const DOWN: char = '\u{e015}';

const GENEVA: &str = "US-China trade talks in Geneva";

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn opens_on_the_sample() -> Result<()> {
    in_window("opens", &Setting::default(), async |window| {
        window.shows("[data-testid=shown]", "47 of 47").await?;
        window.painted().await?;
        let entries = "document.querySelectorAll('[data-testid=chart] [data-event-id]').length";
        window.until(&format!("{entries} === 47")).await?;
        ensure!(window.colors_on_canvas().await? > 20, "the canvas is empty");
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_event_is_read_and_its_effect_followed() -> Result<()> {
    in_window("follows", &Setting::default(), async |window| {
        window.painted().await?;
        let (x, y) = window.place_of("E03").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=title]", GENEVA).await?;
        window
            .shows("[data-testid=inspector]", "early May 2025")
            .await?;
        window
            .shows("[data-testid=edtf]", "[2025-05-01..2025-05-15]")
            .await?;
        window
            .shows("[data-testid=field-status]", "Happened")
            .await?;
        window.shows("[data-testid=sources]", "Agency").await?;
        let effect = "[data-testid=effects] [data-event-id]";
        let id = window
            .element(effect)
            .await?
            .attr("data-event-id")
            .await?
            .context("the effect has an id")?;
        let follows = window.ask("event", json!({ "id": id })).await?;
        window.click(effect).await?;
        let title = follows["title"]
            .as_str()
            .context("the effect has a title")?;
        ensure!(title != GENEVA);
        window.shows("[data-testid=title]", title).await?;
        // And back along the cause.
        window.shows("[data-testid=causes]", GENEVA).await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn causes_shows_the_same_selection() -> Result<()> {
    in_window("selection", &Setting::default(), async |window| {
        window.painted().await?;
        let (x, y) = window.place_of("E03").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=title]", GENEVA).await?;
        let before = window.colors_on_canvas().await?;
        window.click("[data-testid=tab-causes]").await?;
        window
            .until("document.querySelector('#tab-causes').ariaSelected === 'true'")
            .await?;
        window
            .until("document.querySelector('[data-testid=event-E03]')?.ariaPressed === 'true'")
            .await?;
        window
            .until("document.querySelector('[data-testid=event-E03]').dataset.x !== undefined")
            .await?;
        ensure!(
            before > 20 && window.colors_on_canvas().await? > 20,
            "a canvas is empty"
        );
        window.shows("[data-testid=title]", GENEVA).await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_filter_says_how_much_it_shows() -> Result<()> {
    in_window("filter", &Setting::default(), async |window| {
        window.painted().await?;
        let overview = window.ask("workspace", json!({})).await?;
        let themes = overview["themes"].as_array().context("themes")?;
        let tariffs = themes
            .iter()
            .find(|it| it["handle"] == "tariffs")
            .context("the theme tariffs")?;
        let found = window
            .ask("filter", json!({ "filter": { "themes": [tariffs["id"]] } }))
            .await?;
        let shown = found["shown"].as_u64().context("shown")?;
        ensure!((1..47).contains(&shown));
        window.click("[data-testid=theme-tariffs]").await?;
        window
            .shows("[data-testid=shown]", &format!("{shown} of 47"))
            .await?;
        let entries = "document.querySelectorAll('[data-testid=chart] [data-event-id]').length";
        window.until(&format!("{entries} === {shown}")).await?;
        // Not with the pointer: the line moves when the picture comes and says how many are in the window.
        let clear = "document.querySelector('[data-testid=clear-filter]').click()";
        window.script(clear, &[]).await?;
        window.shows("[data-testid=shown]", "47 of 47").await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_palette_finds_events_and_commands() -> Result<()> {
    in_window("palette", &Setting::default(), async |window| {
        window.painted().await?;
        window.press(&[CONTROL], 'k').await?;
        window.element("[data-testid=palette] input").await?;
        window.type_text("talks geneva").await?;
        window.shows("#palette-lines", GENEVA).await?;
        window.press(&[], ENTER).await?;
        window.shows("[data-testid=title]", GENEVA).await?;
        window.press(&[CONTROL], 'k').await?;
        window.element("[data-testid=palette] input").await?;
        window.type_text("go to causes").await?;
        window.shows("#palette-lines", "Go to Causes").await?;
        window.press(&[], ENTER).await?;
        window
            .until("document.querySelector('#tab-causes').ariaSelected === 'true'")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn everything_works_by_keyboard() -> Result<()> {
    in_window("keyboard", &Setting::default(), async |window| {
        window.painted().await?;
        window
            .until("document.querySelector('[data-testid=chart] ul button')")
            .await?;
        window
            .script(
                "document.querySelector('[data-testid=chart] ul button').focus()",
                &[],
            )
            .await?;
        window.press(&[], DOWN).await?;
        window.press(&[], DOWN).await?;
        let third = "document.querySelectorAll('[data-testid=chart] ul button')[2]";
        window
            .until(&format!("document.activeElement === {third}"))
            .await?;
        window.press(&[], ENTER).await?;
        window
            .until(&format!("{third}.ariaPressed === 'true'"))
            .await?;
        let title = window.text("[data-testid=title]").await?;
        window
            .until(&format!("{third}.textContent.trim().startsWith({title:?})"))
            .await?;
        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[aria-pressed=true]')")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn what_has_no_date_waits_in_the_tray_with_what_its_links_say() -> Result<()> {
    in_window("undated", &Setting::default(), async |window| {
        window.painted().await?;
        window.press(&[CONTROL], 'n').await?;
        window.type_text("\"A quiet visit\" <- E01 -> E08").await?;
        window.press(&[], ENTER).await?;
        window.click("[data-testid=undated-open]").await?;
        let tray = "[data-testid=undated]";
        window.shows(tray, "1 entry without a date").await?;
        window
            .shows(tray, "between 2 April 2025 and 5 June 2025")
            .await?;
        window.click("[data-testid=undated] .row").await?;
        window.shows("[data-testid=title]", "A quiet visit").await?;
        window.screenshot("undated").await?;
        Ok(())
    })
}
