//! A file that can only be read: nothing is offered that would be refused. What is asked and said only once, and the title.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::{Setting, Window, in_window};

const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const DELETE: char = '\u{e017}';

/// A sample that has a history and may not be written to, until it is dropped.
struct Closed {
    file: PathBuf,
    immutable: bool,
    _folder: tempfile::TempDir,
}

impl Closed {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("closed.faultline");
        let mut session = app::Session::new_sample(&file)?;
        for line in ["One more", "And another"] {
            app::call(&mut session, "add", json!({ "line": line }))
                .map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
        }
        app::call(&mut session, "undo", json!({})).map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
        drop(session);
        let mut may = std::fs::metadata(&file)?.permissions();
        may.set_readonly(true);
        std::fs::set_permissions(&file, may)?;
        // Whoever may do everything needs a stronger lock.
        let immutable = std::fs::OpenOptions::new().append(true).open(&file).is_ok();
        if immutable {
            attribute("+i", &file)?;
        }
        Ok(Self {
            file,
            immutable,
            _folder: folder,
        })
    }
}

impl Drop for Closed {
    fn drop(&mut self) {
        if self.immutable {
            // Else the folder stays behind, which is no reason to fail.
            let _open = attribute("-i", &self.file);
        }
    }
}

fn attribute(change: &str, file: &Path) -> Result<()> {
    let done = Command::new("chattr").arg(change).arg(file).status()?;
    ensure!(
        done.success(),
        "chattr {change}: a file cannot be locked here"
    );
    Ok(())
}

/// The words of everything that can be pressed and is in sight, as far as it would change the workspace.
async fn offered(window: &Window) -> Result<Value> {
    let look = "const writes = /^(Undo|Redo|Delete|Duplicate|Merge|Add|Cite|Note a|Pin|Let|Go back to here|Turn round|quote|place|against|summary|likelihood|Make)/;
        return [...document.querySelectorAll('button, [role=menuitem]')]
            .filter((it) => it.checkVisibility() && !it.disabled && !it.closest('[data-testid=told]') && !it.hasAttribute('aria-expanded') && writes.test(it.innerText.trim()))
            .map((it) => it.innerText.trim())";
    window.script(look, &[]).await
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn nothing_that_writes_is_offered_where_nothing_can_be_written() -> Result<()> {
    let closed = Closed::new()?;
    let setting = Setting {
        workspace: Some(closed.file.clone()),
        ..Setting::default()
    };
    in_window("closed", &setting, async |window| {
        window.painted().await?;
        window.shows("[data-testid=notice]", "Read-only").await?;
        // The notice has pushed the chart down.
        window.still().await?;
        let before = window.ask("history", json!({})).await?;
        let (x, y) = window.place_of("E08").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=handle]", "E08").await?;
        ensure!(
            offered(window).await? == json!([]),
            "{}",
            offered(window).await?
        );
        window.screenshot("closed").await?;
        // A field is read, not edited; keys and hands change nothing.
        window.click("[data-testid=title] .read").await?;
        ensure!(
            window
                .client
                .find(fantoccini::Locator::Css("[data-testid=edit-title]"))
                .await
                .is_err()
        );
        window.press(&[CONTROL], 'z').await?;
        window.drag((x, y), (160.0, 0.0), None).await?;
        window.double_click_at(x + 20.0, y + 60.0).await?;
        ensure!(
            window
                .client
                .find(fantoccini::Locator::Css("[data-testid=add-here-title]"))
                .await
                .is_err()
        );
        window
            .client
            .execute(
                "document.querySelector('[data-testid=event-E08]').click(); document.querySelector('[data-testid=chart]').focus()",
                vec![],
            )
            .await?;
        window.press(&[], DELETE).await?;
        window.shows("[data-testid=told]", "is read-only").await?;
        // Its history can be read, and no step of it gone back to.
        window.press(&[CONTROL], 'h').await?;
        window
            .click("[data-testid=history] [data-testid^=step-]:last-of-type button")
            .await?;
        window.still().await?;
        ensure!(
            offered(window).await? == json!([]),
            "{}",
            offered(window).await?
        );
        // The palette offers no writing either.
        window.press(&[CONTROL], 'k').await?;
        window.element("dialog[open] input").await?;
        let commands = window.text("#palette-lines").await?;
        for words in [
            "Undo",
            "Redo",
            "Rename",
            "Add event",
            "set the date of the workspace",
            "Merge",
            "Load a series",
        ] {
            ensure!(!commands.contains(words), "{words} is offered");
        }
        ensure!(window.ask("history", json!({})).await? == before);
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn an_event_is_not_offered_as_its_own_cause() -> Result<()> {
    in_window("own-cause", &Setting::default(), async |window| {
        window.painted().await?;
        let (x, y) = window.place_of("E21").await?;
        window.click_at(x, y).await?;
        let title = window.text("[data-testid=title]").await?;
        let words: String = title
            .split_whitespace()
            .take(3)
            .collect::<Vec<_>>()
            .join(" ");
        for word in ["cause", "effect"] {
            let open = format!("document.querySelector('[data-testid=open-add-{word}]')");
            window.until(&open).await?;
            window.script(&format!("{open}.click()"), &[]).await?;
            window.element("[data-testid=link-event]").await?;
            for typed in ["E2", "E21", words.as_str()] {
                window
                    .script(
                        "document.querySelector('[data-testid=link-event]').select()",
                        &[],
                    )
                    .await?;
                window.type_text(typed).await?;
                window.still().await?;
                let offers = "return [...document.querySelectorAll('[data-testid=suggestions] .name')].map((it) => it.innerText)";
                let offers = window.script(offers, &[]).await?;
                let offers = offers.as_array().context("a list")?;
                ensure!(
                    !offers.iter().any(|it| it == title.as_str()),
                    "{typed}: {offers:?}"
                );
                if typed == "E2" {
                    ensure!(!offers.is_empty(), "others are offered");
                }
            }
            window
                .script(
                    "document.querySelector('[data-testid=link-event]').select()",
                    &[],
                )
                .await?;
            window.press(&[], DELETE).await?;
            window.press(&[], '\u{e00c}').await?;
        }
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_date_that_is_refused_says_why_once() -> Result<()> {
    in_window("once", &Setting::default(), async |window| {
        window.painted().await?;
        let (x, y) = window.place_of("E21").await?;
        window.click_at(x, y).await?;
        window.click("[data-testid=field-date] .read").await?;
        window.element("[data-testid=date-words]").await?;
        for words in [
            "29 February 2025",
            "soonish",
            "9 June 2025 to 5 June 2025",
            "31 June 2025",
            "2025-13",
        ] {
            window
                .script(
                    "document.querySelector('[data-testid=date-words]').select()",
                    &[],
                )
                .await?;
            window.type_text(words).await?;
            window.still().await?;
            window.press(&[], ENTER).await?;
            window.still().await?;
            let lines = window.text("[data-testid=field-date]").await?;
            let mut said: Vec<&str> = lines
                .lines()
                .map(str::trim)
                .filter(|it| it.len() > 12)
                .collect();
            let all = said.len();
            said.sort_unstable();
            said.dedup_by(|a, b| a.trim_end_matches('.') == b.trim_end_matches('.'));
            ensure!(said.len() == all, "{words}: said twice: {lines}");
            ensure!(all > 0, "{words}: nothing is said");
        }
        window.screenshot("date-refused-once").await?;
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_palette_sets_the_as_of_day_and_today_again() -> Result<()> {
    in_window("as-of-day", &Setting::default(), async |window| {
        window.painted().await?;
        window.resize(1024, 700).await?;
        let open = async |words: &str| -> Result<()> {
            window.press(&[CONTROL], 'k').await?;
            window.element("dialog[open] input").await?;
            window.type_text(words).await?;
            window.press(&[], ENTER).await
        };
        open("As of: set").await?;
        window.element("[data-testid=as-of] textarea").await?;
        window.type_text("31 June 2025").await?;
        window.press(&[], ENTER).await?;
        window.shows("[data-testid=as-of]", "June").await?;
        window.screenshot("as-of-refused").await?;
        window
            .script(
                "document.querySelector('[data-testid=as-of] textarea').select()",
                &[],
            )
            .await?;
        window.type_text("10 June 2025").await?;
        window
            .shows("[data-testid=as-of-day-understood]", "2025-06-10")
            .await?;
        window.screenshot("as-of-day").await?;
        window.press(&[], ENTER).await?;
        window
            .until("!document.querySelector('[data-testid=as-of]')")
            .await?;
        window
            .until("document.querySelector('[data-testid=undo]').title.includes('as-of day')")
            .await?;
        ensure!(window.ask("workspace", json!({})).await?["as_of"] == "2025-06-10");
        open("As of: follow").await?;
        let today = async || -> Result<bool> {
            Ok(window.ask("workspace", json!({})).await?["as_of"].is_null())
        };
        for _ in 0..40 {
            if today().await? {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        ensure!(today().await?, "the day is still set");
        window.ask("undo", json!({})).await?;
        ensure!(
            window.ask("workspace", json!({})).await?["as_of"] == "2025-06-10",
            "one step"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_menu_begins_with_no_rule_and_ends_with_none() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("empty.faultline");
    drop(app::Session::create(&file)?);
    let setting = Setting {
        workspace: Some(file),
        ..Setting::default()
    };
    in_window("menus", &setting, async |window| {
        window
            .until("document.querySelector('[data-testid=tab-index]')")
            .await?;
        for tab in ["timeline", "index"] {
            window.click(&format!("[data-testid=tab-{tab}]")).await?;
            window.still().await?;
            let openers = "return document.querySelectorAll('main [aria-haspopup=menu], header [aria-haspopup=menu]').length";
            let count = window
                .script(openers, &[])
                .await?
                .as_u64()
                .context("menus")?;
            ensure!(count > 0, "{tab} has no menu");
            for at in 0..count {
                let open = "const it = document.querySelectorAll('main [aria-haspopup=menu], header [aria-haspopup=menu]')[arguments[0]]; it.click(); return it.innerText";
                let name = window.script(open, &[json!(at)]).await?;
                window.element("[role=menu]").await?;
                let rules = "const it = document.querySelector('[role=menu]').children;
                    const rule = (one) => one && one.classList.contains('group') && getComputedStyle(one).borderTopStyle !== 'none' && one.getBoundingClientRect().height > 0;
                    return { first: Boolean(rule(it[0])), last: Boolean(it[it.length - 1]?.classList.contains('group')), empty: it.length === 0 }";
                let rules = window.script(rules, &[]).await?;
                ensure!(
                    rules == json!({ "first": false, "last": false, "empty": false }),
                    "{tab}, {name}: {rules}"
                );
                window.press(&[], '\u{e00c}').await?;
                window
                    .until("!document.querySelector('[role=menu]')")
                    .await?;
            }
        }
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_title_names_the_file() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("iran 2025.faultline");
    drop(app::Session::new_sample(&file)?);
    let setting = Setting {
        workspace: Some(file),
        ..Setting::default()
    };
    in_window("title", &setting, async |window| {
        window.painted().await?;
        window
            .until("document.title.includes('iran 2025.faultline')")
            .await?;
        // The window itself, as the desktop sees it.
        for words in ["iran 2025.faultline", "Gulf desk"] {
            if words == "Gulf desk" {
                window
                    .ask("set_workspace", json!({ "name": words }))
                    .await?;
                window.reload().await?;
            }
            let mut title = String::new();
            for _ in 0..60 {
                let seen = Command::new("xwininfo")
                    .args(["-root", "-tree", "-display", window.display()])
                    .output()
                    .context("xwininfo, of the package x11-utils")?;
                title = String::from_utf8_lossy(&seen.stdout).into_owned();
                if title.contains(words) {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            ensure!(
                title.contains(words) && title.contains("Faultline"),
                "{words} in {title}"
            );
        }
        Ok(())
    })
}
