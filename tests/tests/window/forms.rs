//! Editing in place by keyboard: fields, refusals that keep what was typed, citations with grades, sources.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

/// Keys as `WebDriver` names them.
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';
const ESCAPE: char = '\u{e00c}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';

/// Selects an event and gives the keyboard to one of its fields.
async fn on_field(window: &Window, handle: &str, field: &str) -> Result<()> {
    let css = format!("[data-testid=event-{handle}]");
    window.element(&css).await?;
    let select = format!("document.querySelector('{css}').click()");
    window.script(&select, &[]).await?;
    window.shows("[data-testid=handle]", handle).await?;
    focus(window, &format!("[data-testid={field}] .read")).await
}

async fn focus(window: &Window, css: &str) -> Result<()> {
    window.element(css).await?;
    let script = format!("document.querySelector({css:?}).focus()");
    window.script(&script, &[]).await.map(|_| ())
}

async fn enter(window: &Window, words: &str) -> Result<()> {
    window.type_text(words).await?;
    window.press(&[], ENTER).await
}

/// The event of that handle, with everything said about it.
async fn event(window: &Window, handle: &str) -> Result<Value> {
    let found = window.ask("find", json!({ "event": handle })).await?;
    window.ask("event", json!({ "id": found["id"] })).await
}

/// Waits until the event is as expected.
async fn becomes(
    window: &Window,
    handle: &str,
    is_so: impl Fn(&Value) -> bool,
    what: &str,
) -> Result<()> {
    for _ in 0..100 {
        if is_so(&event(window, handle).await?) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("{what}: {}", event(window, handle).await?)
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn fields_are_edited_where_they_stand() -> Result<()> {
    in_window("fields", &Setting::default(), async |window| {
        on_field(window, "E08", "title").await?;
        window.press(&[], 'e').await?;
        enter(window, ", at last").await?;
        becomes(window, "E08", |it| ends(&it["title"], ", at last"), "title").await?;
        focus(window, "[data-testid=field-severity] .read").await?;
        window.press(&[], '2').await?;
        becomes(window, "E08", |it| it["severity"] == 2, "severity").await?;
        focus(window, "[data-testid=field-status] .read").await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=statuses]").await?;
        window.press(&[], DOWN).await?;
        window.press(&[], ENTER).await?;
        becomes(window, "E08", |it| it["status"] == "ongoing", "status").await?;
        focus(window, "[data-testid=field-themes] .read").await?;
        window.press(&[], ENTER).await?;
        window.type_text("Ports").await?;
        window.element("[data-testid=offer-new]").await?;
        window.press(&[], ENTER).await?;
        window.press(&[], ENTER).await?;
        let has = |it: &Value| it["themes"].to_string().contains("\"Ports\"");
        becomes(window, "E08", has, "themes").await?;
        window.screenshot("form-fields").await.map(|_| ())
    })
}

fn ends(value: &Value, with: &str) -> bool {
    value.as_str().is_some_and(|it| it.ends_with(with))
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn what_is_refused_stays_typed_wherever_one_goes() -> Result<()> {
    in_window("refused", &Setting::default(), async |window| {
        on_field(window, "E08", "field-date").await?;
        let before = event(window, "E08").await?["date"].clone();
        window.press(&[], ENTER).await?;
        window.press(&[CONTROL], 'a').await?;
        enter(window, "30 February 2025").await?;
        window
            .shows("[data-testid=date-words-understood]", "30 February 2025")
            .await?;
        let select = "document.querySelector('[data-testid=event-E10]').click()";
        window.script(select, &[]).await?;
        window
            .shows("[data-testid=unsaved]", "was not saved")
            .await?;
        window.click("[data-testid=unsaved] button").await?;
        window
            .until(
                "document.querySelector('[data-testid=date-words]')?.value === '30 February 2025'",
            )
            .await?;
        focus(window, "[data-testid=date-words]").await?;
        window.press(&[], ESCAPE).await?;
        ensure!(event(window, "E08").await?["date"] == before);
        focus(window, "[data-testid=field-date] .read").await?;
        window.press(&[], ENTER).await?;
        window.press(&[CONTROL], 'a').await?;
        window.type_text("early June 2025").await?;
        window
            .shows(
                "[data-testid=date-words-understood]",
                "[2025-06-01..2025-06-15]",
            )
            .await?;
        window.screenshot("form-date").await?;
        window.press(&[], ENTER).await?;
        let is_early = |it: &Value| it["date"]["edtf"] == "[2025-06-01..2025-06-15]";
        becomes(window, "E08", is_early, "date").await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_source_is_cited_with_its_grade() -> Result<()> {
    in_window("cite", &Setting::default(), async |window| {
        on_field(window, "E08", "title").await?;
        let before = event(window, "E08").await?["sources"]
            .as_array()
            .map_or(0, Vec::len);
        focus(window, "[data-testid=open-cite]").await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=cite-source]").await?;
        window.type_text("Morning Gazette").await?;
        window.element("[data-testid=offer-new]").await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=source-outlet]").await?;
        window.type_text("Gazette").await?;
        focus(window, "[data-testid=cite-quote]").await?;
        window.type_text("they spoke for an hour").await?;
        focus(window, "[data-testid=grade-grid] [tabindex='0']").await?;
        window.type_text("b2").await?;
        window
            .shows(
                "[data-testid=grade-words]",
                "usually reliable, probably true",
            )
            .await?;
        window.screenshot("form-grade-grid").await?;
        window.press(&[CONTROL], ENTER).await?;
        let cited = |it: &Value| {
            let sources = it["sources"].as_array().cloned().unwrap_or_default();
            let new = |it: &Value| it["outlet"] == "Gazette" && it["grade"] == "B2";
            sources.len() == before + 1 && sources.iter().any(new)
        };
        becomes(window, "E08", cited, "sources").await?;
        window
            .until("document.activeElement?.dataset.testid === 'open-cite'")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_link_is_added_by_search_and_edited() -> Result<()> {
    in_window("links", &Setting::default(), async |window| {
        on_field(window, "E08", "title").await?;
        focus(window, "[data-testid=open-add-effect]").await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=link-event]").await?;
        window.type_text("E21").await?;
        window
            .shows("[data-testid=suggestions]", "State Department orders")
            .await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=link-line]").await?;
        window.type_text("triggers high because AP says so").await?;
        window
            .shows("[data-testid=link-reading]", "high confidence")
            .await?;
        window.press(&[], ENTER).await?;
        let links = |it: &Value| it["effects"].as_array().cloned().unwrap_or_default();
        let new = |it: &Value| it["link_type"] == "triggers" && it["event"]["handle"] == "E21";
        becomes(window, "E08", |it| links(it).iter().any(new), "effects").await?;
        let detail = event(window, "E08").await?;
        let link = links(&detail).into_iter().find(new).context("the link")?;
        ensure!(
            link["confidence"] == "high" && link["note"] == "AP says so",
            "{link}"
        );
        let opener = format!("[data-link='{}']", link["id"].as_str().unwrap_or_default());
        focus(window, &opener).await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=link-editor]").await?;
        focus(window, "[data-testid=link-confidence] .read").await?;
        window.press(&[], ENTER).await?;
        window
            .element("[data-testid=link-confidence] [role=radiogroup]")
            .await?;
        window.press(&[], RIGHT).await?;
        window.press(&[], ENTER).await?;
        let is_low = |it: &Value| {
            links(it)
                .iter()
                .any(|it| new(it) && it["confidence"] == "low")
        };
        becomes(window, "E08", is_low, "confidence").await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn sources_are_listed_edited_and_what_lacks_one_is_walked() -> Result<()> {
    in_window("sources", &Setting::default(), async |window| {
        window.painted().await?;
        window.click("[data-testid=tab-sources]").await?;
        window
            .shows("[data-testid=uncited]", "All statements cited")
            .await?;
        focus(window, "[data-testid=source-row]").await?;
        window.press(&[], DOWN).await?;
        window.press(&[], ENTER).await?;
        window.element("[data-testid=cited-for]").await?;
        window.screenshot("sources").await?;
        focus(window, "[data-testid=delete-source]").await?;
        window.press(&[], ENTER).await?;
        window
            .shows("[data-testid=one-source]", "citations?")
            .await?;
        window.press(&[], ENTER).await?;
        window
            .shows("[data-testid=uncited]", "without a citation")
            .await?;
        focus(window, "[data-testid=uncited-next]").await?;
        window.press(&[], ENTER).await?;
        window.shows("[data-testid=uncited-at]", "1 of").await?;
        window.element("[data-testid=title]").await?;
        window.press(&[], TAB).await?;
        window.press(&[CONTROL], 'z').await?;
        window
            .shows("[data-testid=uncited]", "All statements cited")
            .await
    })
}
