//! A workspace from a stranger: its text stays text.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setting, in_window};

use crate::titles::titled;

const TITLES: [&str; 4] = [
    "<img src=x onerror=\"window.hacked = 1\">",
    "<script>window.hacked = 1</script>",
    "{@html '<b>x</b>'} ${window.hacked = 1} {{constructor}}",
    "\u{202e}desrever\u{2066} \u{0}\u{7}\u{feff}",
];

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn text_of_the_workspace_stays_text() -> Result<()> {
    let sample = titled(TITLES.into_iter())?;
    in_window("hostile", &sample.setting, async |window| {
        window.painted().await?;
        for event in &sample.events {
            let row = format!("ul [data-event-id='{}']", event.id);
            // Its button may be out of sight.
            window.element(&row).await?;
            let click = "document.querySelector(arguments[0]).click()";
            window.script(click, &[json!(row)]).await?;
            window.until(&format!("document.querySelector('[data-testid=title]')?.textContent.trim().startsWith({:?})", &event.title[..3])).await?;
        }
        window.click("[data-testid=tab-causes]").await?;
        window
            .until("document.querySelector('#tab-causes').ariaSelected === 'true'")
            .await?;
        let markup = "return [...document.querySelectorAll('img, script:not([type=module], [src$=\"theme.js\"]), b')].filter(it => it.localName !== 'b' || it.textContent === 'x').length";
        ensure!(
            window.script(markup, &[]).await? == json!(0),
            "markup of the workspace became elements"
        );
        ensure!(
            window
                .script("return window.hacked ?? null", &[])
                .await?
                .is_null(),
            "script of the workspace ran"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn what_is_no_workspace_is_said_and_the_window_opens() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("letter.faultline");
    std::fs::write(&file, "Dear analyst")?;
    let setting = Setting {
        workspace: Some(file.clone()),
        ..Setting::default()
    };
    in_window("no-workspace", &setting, async |window| {
        window.shows("body", "letter.faultline").await?;
        let said = window
            .script("return document.body.innerText", &[])
            .await?
            .to_string();
        ensure!(
            !said.contains(&*folder.path().to_string_lossy()),
            "the message names a folder"
        );
        ensure!(
            std::fs::read(&file)? == b"Dear analyst",
            "the file was changed"
        );
        // The way out works.
        window
            .client
            .find(fantoccini::Locator::XPath(
                "//button[contains(., 'Open sample')]",
            ))
            .await?
            .click()
            .await?;
        window.shows("[data-testid=shown]", "47 of 47").await
    })
}
