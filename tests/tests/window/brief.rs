//! The brief, from a filtered view to files that programs of others open; and the way back from JSON.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tests::readers::{pdf_text, python, told};
use tests::{Setting, Window, in_window};

/// Opens the palette, types a command and gives it.
async fn command(window: &Window, words: &str) -> Result<()> {
    window.press(&['\u{e009}'], 'k').await?;
    window.element("dialog[open] input").await?;
    window.type_text(words).await?;
    let offered = "document.querySelector('dialog[open] [aria-selected=true]')?.textContent";
    window
        .until(&format!("{offered}?.includes({words:?})"))
        .await?;
    window.press(&[], '\u{e007}').await
}

/// Saves the brief in this form: where it is.
async fn saved(window: &Window, form: &str) -> Result<PathBuf> {
    let choose = "document.querySelector(arguments[0]).click()";
    let radio = json!(format!("[data-testid=export-format-{form}]"));
    window.script(choose, &[radio]).await?;
    window.click("[data-testid=brief-save]").await?;
    window
        .shows("[data-testid=brief-saved]", &format!(".{form}"))
        .await?;
    let name = window.text("[data-testid=brief-saved] b").await?;
    Ok(window.saved().join(name))
}

/// Waits until the preview has so many pages, which it tells; then how many there are.
async fn pages(window: &Window) -> Result<u64> {
    let count = "Number(document.querySelector('[data-testid=brief-pages]')?.dataset.pages)";
    window.until(&format!("{count} > 0")).await?;
    window
        .script(&format!("return {count}"), &[])
        .await?
        .as_u64()
        .context("a count of pages")
}

/// Only letters and digits: forms break lines in their own ways.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn from_a_filtered_view_to_files_of_the_brief() -> Result<()> {
    in_window("brief", &Setting::default(), async |window| {
        window.painted().await?;
        window.click("[data-testid=filter-words]").await?;
        window.type_text("Iran").await?;
        window.shows("[data-testid=shown]", "of 47").await?;
        command(window, "Write a brief").await?;
        let usual = pages(window).await?;
        // The cause map comes in, what is coming goes before what happened, and the notes go.
        window.click("[data-testid=brief-part-cause-map]").await?;
        window.click("[data-testid=brief-part-notes]").await?;
        for _ in 0..2 {
            window.click("[data-testid=brief-up-coming]").await?;
        }
        window
            .script(
                "const it = document.querySelector('[data-testid=brief-handling]');
                 it.value = 'TLP:AMBER'; it.dispatchEvent(new Event('change', { bubbles: true }))",
                &[],
            )
            .await?;
        window
            .until(&format!(
                "Number(document.querySelector('[data-testid=brief-pages]').dataset.pages) !== {usual}"
            ))
            .await?;
        window.still().await?;
        window.screenshot("brief").await?;
        let (html, pdf, docx) = (
            saved(window, "html").await?,
            saved(window, "pdf").await?,
            saved(window, "docx").await?,
        );
        let text = std::fs::read_to_string(&html)?;
        ensure!(text.matches("<svg").count() == 2 && !text.contains("<script"));
        ensure!(text.contains("TLP:AMBER") && text.contains("Next US-Iran round in Oman"));
        ensure!(!text.contains("Hang Seng"), "the filter holds");
        let Some(python) = python()? else {
            return Ok(());
        };
        let read = told(&python, "markup.py", &html)?;
        // In Word and on paper the mark stands at the head and foot of pages.
        let text = read["text"].as_str().context("text")?;
        let text = text.replace("TLP:AMBER", "");
        let word = told(&python, "document.py", &docx)?;
        headings(&word)?;
        let paragraphs: Vec<(String, String)> = serde_json::from_value(word["paragraphs"].clone())?;
        let said_by_word: String = paragraphs.iter().map(|it| letters(&it.1)).collect();
        let said_by_pdf = pdf_text(&pdf)?.map(|it| letters(&it));
        let sentences: Vec<&str> = text
            .split(". ")
            .filter(|it| it.len() > 24 && it.is_ascii())
            .collect();
        ensure!(sentences.len() > 10, "{text}");
        for sentence in sentences.iter().map(|it| (it, letters(it))) {
            let (sentence, letters) = sentence;
            ensure!(
                said_by_word.contains(&letters),
                "not in the DOCX: {sentence}"
            );
            let is_in_pdf = said_by_pdf.as_ref().is_none_or(|it| it.contains(&letters));
            ensure!(is_in_pdf, "not in the PDF: {sentence}");
        }
        Ok(())
    })
}

/// The parts of the document are those that were chosen, in their order.
fn headings(word: &Value) -> Result<()> {
    let paragraphs: Vec<(String, String)> = serde_json::from_value(word["paragraphs"].clone())?;
    let headings = paragraphs.iter().filter(|it| it.0 == "Heading 1");
    let headings: Vec<&str> = headings.map(|it| it.1.as_str()).collect();
    let wanted = [
        "In short",
        "What is coming",
        "What happened",
        "Changed assessments, and why",
    ];
    ensure!(
        headings.starts_with(&wanted) && headings.ends_with(&["Sources"]),
        "{headings:?}"
    );
    ensure!(headings.len() == 7, "{headings:?}");
    Ok(())
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_brief_is_put_together_by_the_keyboard() -> Result<()> {
    in_window("brief-keys", &Setting::default(), async |window| {
        window.painted().await?;
        command(window, "Write a brief").await?;
        pages(window).await?;
        let first = "document.querySelector('[data-testid=brief-dialog] ol li')?.dataset.part";
        window.until(&format!("{first} === 'summary'")).await?;
        window
            .script(
                "document.querySelector('[data-testid=brief-down-summary]').focus()",
                &[],
            )
            .await?;
        window.press(&[], '\u{e00d}').await?;
        window.until(&format!("{first} === 'happened'")).await?;
        // The focus goes along with the part.
        let focused = "document.activeElement?.dataset.testid === 'brief-down-summary'";
        window.until(focused).await?;
        window
            .script("document.querySelector('[data-testid=brief-since]').value = ''; document.querySelector('[data-testid=brief-since]').dispatchEvent(new Event('input', { bubbles: true }))", &[])
            .await?;
        window
            .until("document.querySelector('[data-testid=brief-save]').disabled")
            .await
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_workspace_comes_back_from_its_json() -> Result<()> {
    in_window("json", &Setting::default(), async |window| {
        window.painted().await?;
        command(window, "Export data").await?;
        window.click("[data-testid=data-json]").await?;
        window.click("[data-testid=data-save]").await?;
        window.shows("[data-testid=data-saved]", ".json").await?;
        let name = window.text("[data-testid=data-saved] b").await?;
        window.press(&[], '\u{e00c}').await?;
        let json = window.saved().join("workspace.json");
        std::fs::rename(window.saved().join(name), &json)?;
        command(window, "New workspace from JSON").await?;
        let made = window.saved().join("workspace.faultline");
        window
            .until("document.querySelector('[data-testid=undo]')?.disabled")
            .await?;
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
        while !made.is_file() && std::time::Instant::now() < deadline {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        window.shows("[data-testid=shown]", "47").await?;
        let overview = window.ask("workspace", json!({})).await?;
        ensure!(overview["link_count"] == json!(42), "{overview}");
        ensure!(made.is_file(), "it was written");
        Ok(())
    })
}
