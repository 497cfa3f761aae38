//! What the links answer, asked and walked through in the window.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setting, Window, in_window};

const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

/// Finds an event by its words, as one does with the keyboard, and selects it.
async fn find(window: &Window, words: &str, handle: &str) -> Result<()> {
    window.press(&[CONTROL], 'k').await?;
    window.element("dialog[open] input").await?;
    window.type_text(words).await?;
    let found = format!("document.querySelector('dialog[open]')?.textContent.includes('{words}')");
    window.until(&found).await?;
    window.press(&[], ENTER).await?;
    let selected =
        format!("document.querySelector('[data-testid=event-{handle}]')?.ariaPressed === 'true'");
    window.until(&selected).await
}

async fn contradictions(window: &Window) -> Result<usize> {
    let reply = window.ask("check", json!({})).await?;
    Ok(reply["contradictions"].as_array().map_or(0, Vec::len))
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn why_leads_from_the_plant_to_the_tariffs_and_a_broken_date_is_mended() -> Result<()> {
    in_window("answers", &Setting::default(), async |window| {
        window.painted().await?;
        find(window, "Kingston plant", "E32").await?;
        window.click("[data-testid=ask-causes]").await?;
        window
            .shows("[data-testid=told]", "led to it over up to 3 steps")
            .await?;
        window.screenshot("why").await?;

        // From the plant over China's export limits to the tariffs of April, and what is cited for that step.
        window
            .click("[data-testid=tree] [data-testid=named-E33]")
            .await?;
        window
            .shows(
                "[data-testid=inspector]",
                "China restricts rare-earth exports",
            )
            .await?;
        window
            .click("[data-testid=tree] [data-testid=named-E01]")
            .await?;
        window
            .shows("[data-testid=inspector]", "reciprocal")
            .await?;
        let step = "[data-testid=tree] li:not(:has(li)):has([data-testid=named-E01]) > [data-testid^=step-]";
        window.click(step).await?;
        window
            .shows("[data-testid=evidence]", "answer to US tariffs")
            .await?;
        window.screenshot("why-evidence").await?;

        // The pause cannot come before the talks that led to it.
        ensure!(contradictions(window).await? == 0, "the sample fits");
        window.press(&[], ESCAPE).await?;
        find(window, "90-day pause", "E04").await?;
        type_date(window, "20 April 2025").await?;
        window
            .shows("[data-testid=clashes]", "1 contradiction")
            .await?;
        window.click("[data-testid=clashes]").await?;
        window
            .shows(
                "[data-testid=contradiction]",
                "“US-China trade talks in Geneva” leads to “US and China agree",
            )
            .await?;
        window.click("[data-testid=lens]").await?;
        window.shows("[data-testid=part]", "Conflicts only").await?;
        window.screenshot("conflict").await?;

        window.click("[data-testid=mend-widen]").await?;
        window
            .until("document.querySelector('[data-testid=contradiction]') === null")
            .await?;
        ensure!(contradictions(window).await? == 0, "the mend mends");
        window.press(&[CONTROL], 'z').await?;
        window
            .shows(
                "[data-testid=contradiction]",
                "“US-China trade talks in Geneva” leads to “US and China agree",
            )
            .await?;
        window.press(&[CONTROL], 'z').await?;
        window
            .until("document.querySelector('[data-testid=contradiction]') === null")
            .await?;
        let pause = window.ask("find", json!({ "event": "E04" })).await?;
        ensure!(
            pause["date_words"] != "20 April 2025",
            "both steps are undone"
        );
        Ok(())
    })
}

async fn type_date(window: &Window, words: &str) -> Result<()> {
    window.click("[data-testid=field-date] .read").await?;
    window.element("[data-testid=date-words]").await?;
    window.press(&[CONTROL], 'a').await?;
    window.type_text(words).await?;
    window.press(&[], ENTER).await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn every_question_is_answered_and_a_focus_keeps_what_is_near() -> Result<()> {
    in_window("questions", &Setting::default(), async |window| {
        window.painted().await?;
        find(window, "Kingston plant", "E32").await?;
        window.click("[data-testid=ask-causes]").await?;
        for (question, said) in [
            ("follows", "follow"),
            ("drivers", "Key drivers"),
            ("loops", "balancing"),
            ("check", "Order unknown"),
        ] {
            window
                .click(&format!("[data-testid=ask-{question}]"))
                .await?;
            window.shows("[data-testid=answers]", said).await?;
            window.screenshot(&format!("answer-{question}")).await?;
        }
        window.click("[data-testid=ask-path]").await?;
        window.click("[data-testid=path-to]").await?;
        find(window, "reciprocal", "E01").await?;
        window.click("[data-testid=path-from]").await?;
        window
            .shows("[data-testid=answers]", "weakest step")
            .await?;
        window.screenshot("answer-path").await?;

        window.click("[data-testid=tab-causes]").await?;
        window.painted().await?;
        find(window, "talks in London", "E09").await?;
        window.click("[data-testid=focus]").await?;
        window.shows("[data-testid=part]", "Within 1 step").await?;
        window.click("[data-testid=chart]").await?;
        window.screenshot("focus").await?;
        window.click("[data-testid=part-clear]").await?;
        window
            .until("document.querySelector('[data-testid=part]') === null")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_cause_map_and_themes_share_the_selection_and_a_line_lists_its_claims() -> Result<()> {
    in_window("maps", &Setting::default(), async |window| {
        window.painted().await?;
        find(window, "talks in London", "E09").await?;
        window.click("[data-testid=tab-cause-map]").await?;
        drawn(window, "E09").await?;
        window.shows("[data-testid=inspector]", "London").await?;
        window.screenshot("cause-map").await?;
        find(window, "reciprocal", "E01").await?;
        drawn(window, "E01").await?;
        let (x, y) = window.place_of("E33").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=handle]", "E33").await?;
        window.click("[data-testid=focus]").await?;
        window.shows("[data-testid=part]", "Within 1 step").await?;
        window.press(&[], '2').await?;
        window.click("[data-testid=chart]").await?;
        window.screenshot("cause-map-focus").await?;
        window.click("[data-testid=part-clear]").await?;
        collapse_theme_of(window, "E33").await?;
        window.screenshot("cause-map-collapsed").await?;
        window.click("[data-testid=open-themes]").await?;
        group_by(window, "flow", "Left to right").await?;
        drawn(window, "E09").await?;
        window.screenshot("cause-map-down").await?;

        window.click("[data-testid=tab-themes]").await?;
        let before = window.colors_on_canvas().await?;
        window.screenshot("themes").await?;
        group_by(window, "by", "Actor").await?;
        window.click("[data-testid=wholes]").await?;
        window.screenshot("actors").await?;
        ensure!(before > 0 && window.colors_on_canvas().await? > 0);
        open_a_line(window).await?;
        window.shows("[data-testid=claims]", "claim").await?;
        window.screenshot("claims").await.map(drop)
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_timeline_becomes_the_causal_chart_and_comes_to_rest_as_it_is() -> Result<()> {
    in_window("becomes", &Setting::default(), async |window| {
        window.painted().await?;
        drawn(window, "E08").await?;
        // Every frame in which the canvas is other than before is counted, for as long as the change may take.
        let count = "const done = arguments[0];
            document.querySelector('[data-testid=tab-causes]').click();
            const start = performance.now();
            let [last, seen] = ['', 0];
            const look = () => {
                const now = document.querySelector('[data-testid=canvas]')?.toDataURL() ?? '';
                if (now !== last) [last, seen] = [now, seen + 1];
                if (performance.now() - start < 3000) requestAnimationFrame(look);
                else done([seen, last]);
            };
            look();";
        let found = window.client.execute_async(count, Vec::new()).await?;
        ensure!(
            found[0].as_u64() > Some(3),
            "only {} pictures on the way",
            found[0]
        );
        // The same picture once more, without a way to it.
        group_by(window, "theme-lanes", "Theme").await?;
        group_by(window, "theme-lanes", "None").await?;
        window.still().await?;
        let again = "return document.querySelector('[data-testid=canvas]').toDataURL()";
        ensure!(
            window.script(again, &[]).await? == found[1],
            "it rests as another picture"
        );
        Ok(())
    })
}

/// Chooses an item of the "Group by" menu with this test id.
async fn group_by(window: &Window, menu: &str, words: &str) -> Result<()> {
    window
        .click(&format!("[data-testid={menu}] button"))
        .await?;
    let item = format!(
        "[...document.querySelectorAll('[data-testid={menu}] [role^=menuitem]')].find((it) => it.textContent.includes({words:?})).click()"
    );
    window.script(&item, &[]).await.map(drop)
}

/// Collapses the theme of an event by the menu at its box.
async fn collapse_theme_of(window: &Window, handle: &str) -> Result<()> {
    find(window, "rare-earth exports", handle).await?;
    drawn(window, handle).await?;
    let menu = format!(
        "const it = document.querySelector('[data-testid=event-{handle}]').dataset; const canvas = document.querySelector('[data-testid=canvas]'); const box = canvas.getBoundingClientRect(); canvas.dispatchEvent(new MouseEvent('contextmenu', {{ clientX: box.left + Number(it.x), clientY: box.top + Number(it.y), bubbles: true, cancelable: true }}));"
    );
    window.script(&menu, &[]).await?;
    window.shows("[data-testid=event-menu]", "Collapse").await?;
    let choose = "[...document.querySelectorAll('[data-testid=event-menu] button')].find((it) => it.textContent.includes('Collapse')).click()";
    window.script(choose, &[]).await?;
    window.element("[data-testid=open-themes]").await.map(drop)
}

/// Waits until the event is drawn in the view that is shown.
async fn drawn(window: &Window, handle: &str) -> Result<()> {
    window
        .until(&format!(
            "document.querySelector('[data-testid=event-{handle}]')?.dataset.x !== undefined"
        ))
        .await
}

/// Clicks down between the first two columns of the map of actors, until a line is met.
async fn open_a_line(window: &Window) -> Result<()> {
    let script = "const it = document.querySelector('[data-testid=canvas]').getBoundingClientRect(); return [it.left, it.top, it.width];";
    let room = window.script(script, &[]).await?;
    let at = |index: usize| room[index].as_f64().unwrap_or_default();
    for down in 0..60_u8 {
        let (x, y) = (at(0) + at(2) * 0.36, at(1) + 20.0 + 4.0 * f64::from(down));
        window.click_at(x, y).await?;
        let open = "return document.querySelector('[data-testid=claims]') !== null";
        if window.script(open, &[]).await?.as_bool() == Some(true) {
            return Ok(());
        }
    }
    anyhow::bail!("no line was met")
}
