//! The quick-add line, the history panel and the workspaces at hand, beyond what entering an article needs.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const TAB: char = '\u{e004}';

const LINE: &str = "document.querySelector('[data-testid=quick-add]').value";

/// Puts the cursor into the line and types.
async fn type_line(window: &Window, words: &str) -> Result<()> {
    window.press(&[CONTROL], 'n').await?;
    window.type_text(words).await
}

async fn line(window: &Window) -> Result<String> {
    let value = window.script(&format!("return {LINE}"), &[]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The event of that title, with everything said about it.
async fn event(window: &Window, title: &str) -> Result<Value> {
    let found = window.ask("find", json!({ "event": title })).await?;
    window.ask("event", json!({ "id": found["id"] })).await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_name_is_completed_and_one_like_it_asked_about() -> Result<()> {
    in_window("names", &Setting::default(), async |window| {
        window.painted().await?;
        type_line(window, "12 June 2025 Ships wait off Fujairah #tar").await?;
        window
            .shows("[data-testid=quick-offered]", "Tariffs")
            .await?;
        window.press(&[], TAB).await?;
        window
            .until(&format!("{LINE}.endsWith('#tariffs ')"))
            .await?;
        window.type_text("#shiping").await?;
        window
            .shows("[data-testid=quick-preview]", "new theme")
            .await?;
        window.press(&[], ENTER).await?;
        window
            .shows("[data-testid=quick-near]", "Did you mean")
            .await?;
        ensure!(line(window).await?.ends_with("#shiping"));
        window.press(&[], ENTER).await?;
        window.until(&format!("{LINE} === ''")).await?;
        let themes = event(window, "Ships wait off Fujairah").await?["themes"].clone();
        let names: Vec<_> = themes.as_array().context("themes")?.iter().collect();
        ensure!(
            names.len() == 2 && names[1]["name"] == "Shiping",
            "{themes}"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_half_typed_line_is_never_lost() -> Result<()> {
    in_window("half-typed", &Setting::default(), async |window| {
        window.painted().await?;
        let typed = "12 June 2025 Ships wait !9";
        type_line(window, typed).await?;
        window.press(&[], ENTER).await?;
        window.shows("[data-testid=quick-notes]", "everity").await?;
        ensure!(
            line(window).await? == typed,
            "a refused line is not what was typed"
        );
        window.press(&[CONTROL], 'z').await?;
        window.reload().await?;
        window.painted().await?;
        window
            .shows("[data-testid=quick-bar]", "Restored from last time")
            .await?;
        ensure!(
            line(window).await?.starts_with("12 June 2025"),
            "the line is gone"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_history_shows_what_a_step_did_and_goes_back_to_it() -> Result<()> {
    in_window("steps", &Setting::default(), async |window| {
        window.painted().await?;
        for title in ["First entry", "Second entry"] {
            type_line(window, &format!("12 June 2025 {title} !2")).await?;
            window.press(&[], ENTER).await?;
            window.until(&format!("{LINE} === ''")).await?;
        }
        let page = window.ask("history", json!({})).await?;
        let first = page["steps"][1]["number"].as_i64().context("a step")?;
        window.press(&[CONTROL], 'h').await?;
        window
            .click(&format!("[data-testid=step-{first}] button"))
            .await?;
        window.shows("[data-testid=history]", "First entry").await?;
        window
            .click(&format!("[data-testid=restore-{first}]"))
            .await?;
        window.shows("[data-testid=told]", "Restore").await?;
        ensure!(event(window, "Second entry").await.is_err());
        event(window, "First entry").await?;
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn workspaces_are_copied_and_remembered() -> Result<()> {
    in_window("workspaces", &Setting::default(), async |window| {
        window.painted().await?;
        let answer = window.invoke("save_copy", json!({})).await?;
        ensure!(answer.as_ref().is_ok_and(Value::is_string), "{answer:?}");
        ensure!(window.saved().join("sample copy.faultline").is_file());
        let made = window.invoke("new_workspace", json!({})).await?;
        ensure!(made == Ok(json!(true)), "{made:?}");
        let recent = window.invoke("recent_workspaces", json!({})).await?;
        let recent = recent.map_err(|fault| anyhow::anyhow!("{fault}"))?;
        ensure!(
            recent[0]["name"] == "Untitled" && recent[0]["open"] == true,
            "{recent}"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn what_can_be_read_of_a_damaged_file_is_saved_and_opened() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("torn.faultline");
    drop(app::Session::new_sample(&path)?);
    let mut bytes = std::fs::read(&path)?;
    bytes.truncate(bytes.len() * 9 / 10);
    std::fs::write(&path, &bytes)?;
    let setting = Setting {
        workspace: Some(path.clone()),
        ..Setting::default()
    };
    in_window("damaged", &setting, async |window| {
        window.click("[data-testid=salvage]").await?;
        window.painted().await?;
        window
            .shows("[data-testid=notice]", "Recovered from")
            .await?;
        let whole = window.ask("workspace", json!({})).await?;
        ensure!(whole["file_name"] == "torn rescued.faultline", "{whole}");
        ensure!(
            std::fs::read(&path)? == bytes,
            "the damaged file was touched"
        );
        Ok(())
    })
}
