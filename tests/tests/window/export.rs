//! Pictures leave the window as files, and are the ones on the screen.

use anyhow::{Context as _, Result, ensure};
use resvg::tiny_skia::Pixmap;
use serde_json::json;
use tests::{Setting, Window, in_window};

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn pictures_are_saved_where_the_dialog_says() -> Result<()> {
    in_window("export", &Setting::default(), async |window| {
        window.painted().await?;
        for (format, head) in [("png", &b"\x89PNG"[..]), ("pdf", b"%PDF"), ("svg", b"<svg")] {
            let bytes = export(window, format).await?;
            ensure!(
                bytes.starts_with(head) && bytes.len() > 10_000,
                "{format}: {} bytes",
                bytes.len()
            );
        }
        let png = export(window, "png").await?;
        let picture = Pixmap::decode_png(&png)?;
        ensure!(picture.width() >= 1920, "{} wide", picture.width());
        Ok(())
    })
}

async fn export(window: &Window, format: &str) -> Result<Vec<u8>> {
    window.click("[data-testid=export]").await?;
    window.element("[data-testid=export-dialog]").await?;
    window
        .script(
            "document.querySelector(arguments[0]).click()",
            &[json!(format!("[data-testid=export-format-{format}]"))],
        )
        .await?;
    window.click("[data-testid=export-save]").await?;
    window
        .shows("[data-testid=export-saved]", &format!(".{format}"))
        .await?;
    let name = window.text("[data-testid=export-saved] b").await?;
    let bytes = std::fs::read(window.saved().join(&name)).with_context(|| name)?;
    window.press(&[], '\u{e00c}').await?;
    window
        .until("!document.querySelector('[data-testid=export-dialog]')")
        .await?;
    Ok(bytes)
}

/// Chooses in the export window, as a click on the choice would.
async fn choose(window: &Window, testid: &str, value: &str) -> Result<()> {
    let script = "const at = document.querySelector(arguments[0]); at.value = arguments[1];
        at.dispatchEvent(new Event('change', { bubbles: true }));";
    let css = format!("[data-testid={testid}]");
    window.element(&css).await?;
    window.script(script, &[json!(css), json!(value)]).await?;
    Ok(())
}

/// Waits until the preview shows another picture than `before`, and gives that.
async fn preview(window: &Window, before: &str) -> Result<String> {
    let now = "document.querySelector('[data-testid=export-preview]').toDataURL()";
    window
        .until(&format!(
            "document.querySelector('.preview').getAttribute('aria-busy') === 'false' && {now} !== {before:?} && {now}.length > 5000"
        ))
        .await?;
    let picture = window.script(&format!("return {now}"), &[]).await?;
    Ok(picture.as_str().unwrap_or_default().to_owned())
}

const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><rect width='80' height='20' fill='teal'/></svg>";

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_same_settings_give_the_same_bytes_here_and_on_the_command_line() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("s.faultline");
    drop(app::Session::new_sample(&file)?);
    let setting = Setting {
        workspace: Some(file.clone()),
        ..Setting::default()
    };
    in_window("export-settings", &setting, async |window| {
        window.painted().await?;
        std::fs::write(window.saved().join("logo.svg"), LOGO)?;
        window.click("[data-testid=export]").await?;
        let first = preview(window, "").await?;
        choose(window, "export-preset", "column-180").await?;
        window
            .shows("[data-testid=export-measures]", "180 ×")
            .await?;
        let column = preview(window, &first).await?;
        choose(window, "export-handling", "TLP:AMBER").await?;
        let marked = preview(window, &column).await?;
        window.click("[data-testid=export-choose-logo]").await?;
        window
            .until("document.querySelector('[data-testid=export-logo]').checked")
            .await?;
        preview(window, &marked).await?;
        window
            .shows("[data-testid=export-left-out]", "Not shown:")
            .await?;
        window.click("[data-testid=export-settings-save]").await?;
        window.element("[data-testid=export-settings-name]").await?;
        window.type_text("Weekly").await?;
        window.press(&[], '\u{e007}').await?;
        window
            .until("document.querySelector('[data-testid=export-settings]').value === 'Weekly'")
            .await?;
        preview(window, "").await?;
        window.screenshot("export").await?;
        window.click("[data-testid=export-save]").await?;
        window.shows("[data-testid=export-saved]", ".png").await?;
        let name = window.text("[data-testid=export-saved] b").await?;
        let saved = std::fs::read(window.saved().join(&name)).with_context(|| name.clone())?;
        let settings = window.ask("export_settings", json!({})).await?;
        let session = app::Session::open(&file)?;
        let twin = folder.path().join("twin.png");
        let args = serde_json::from_value(settings["settings"][0]["args"].clone())?;
        app::export(&session, &args, &twin, false)?;
        ensure!(std::fs::read(&twin)? == saved, "the bytes differ");
        window.click("[data-testid=export-copy]").await?;
        window.shows("[data-testid=export-saved]", "Copied").await?;
        window.press(&[], '\u{e00c}').await?;
        std::fs::remove_file(window.saved().join(&name))?;
        window.press(&['\u{e009}', '\u{e008}'], 'e').await?;
        window.shows("[data-testid=told]", "Exported again").await?;
        ensure!(
            std::fs::read(window.saved().join(&name))? == saved,
            "again is something else"
        );
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn a_map_is_exported_as_zoomed_or_whole() -> Result<()> {
    in_window("export-part", &Setting::default(), async |window| {
        window.painted().await?;
        window.click("[data-testid=tab-cause-map]").await?;
        let (x, y) = window.place_of("E03").await?;
        window.click_at(x, y).await?;
        for _ in 0..4 {
            window.press(&[], '+').await?;
        }
        window.still().await?;
        window.click("[data-testid=export]").await?;
        window
            .shows("[data-testid=export-left-out]", "Only part of the map")
            .await?;
        let part = preview(window, "").await?;
        window.screenshot("export-part").await?;
        let whole = "document.querySelector('[data-testid=export-map-whole]').click()";
        window.script(whole, &[]).await?;
        preview(window, &part).await?;
        let left_out = window.text("[data-testid=export-left-out]").await?;
        ensure!(!left_out.contains("part of the map"), "{left_out}");
        // Nothing is scaled: the note says what is named.
        ensure!(left_out.contains("linked entries named"), "{left_out}");
        window.screenshot("export-whole-map").await.map(drop)
    })
}

/// How far the two may be apart. They smooth letters differently (the web view puts baselines on whole pixels), which is
/// 5.8 on average; one pixel of shift would be 11 sideways or up, 15 down.
const MOST_MEAN_DIFFERENCE: f64 = 8.0;
const MOST_CHANGED_SHARE: f64 = 0.04;

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_screen_and_the_export_are_one_picture() -> Result<()> {
    in_window("same-picture", &Setting::default(), async |window| {
        window.painted().await?;
        for view in ["timeline", "causes"] {
            window.click(&format!("[data-testid=tab-{view}]")).await?;
            window
                .until(&format!(
                    "document.querySelector('#tab-{view}').ariaSelected === 'true'"
                ))
                .await?;
            window.still().await?;
            let screen = Pixmap::decode_png(
                &window
                    .element("[data-testid=canvas]")
                    .await?
                    .screenshot()
                    .await?,
            )?;
            let export = exported(window, view, screen.width(), screen.height()).await?;
            screen.save_png(tests::window::out(&format!("{view}-screen"))?)?;
            export.save_png(tests::window::out(&format!("{view}-export"))?)?;
            let (mean, changed) = difference(&screen, &export);
            ensure!(
                mean <= MOST_MEAN_DIFFERENCE,
                "{view}: {mean:.2} of 255 apart on average"
            );
            ensure!(
                changed <= MOST_CHANGED_SHARE,
                "{view}: {:.2} % of pixels differ",
                changed * 100.0
            );
        }
        Ok(())
    })
}

/// The picture that an export would hold, made from the bytes that the window itself is given.
async fn exported(window: &Window, view: &str, width_px: u32, height_px: u32) -> Result<Pixmap> {
    let mut args =
        json!({ "width_px": width_px, "height_px": height_px, "theme": "light", "filter": {} });
    if view == "timeline" {
        args["lanes"] = json!("theme");
        args["overview"] = json!(true);
    }
    let bytes = window.picture(view, args).await?;
    let [.., scene] = app::picture_parts(&bytes).context("the picture is whole")?;
    let svg = scene::svg::write(scene, &scene::svg::SvgOptions::default())?;
    let raster = scene::png::Raster {
        scale: 1.0,
        px_per_inch: None,
    };
    Ok(Pixmap::decode_png(&scene::png::from_svg(&svg, raster)?)?)
}

/// Mean difference of a channel, and the share of pixels that are clearly another color.
fn difference(one: &Pixmap, other: &Pixmap) -> (f64, f64) {
    assert_eq!(
        (one.width(), one.height()),
        (other.width(), other.height()),
        "sizes differ"
    );
    let pairs = one.data().chunks_exact(4).zip(other.data().chunks_exact(4));
    let (mut sum, mut changed) = (0_u64, 0_u64);
    for (a, b) in pairs {
        let apart = (0..3)
            .map(|at| u64::from(a[at].abs_diff(b[at])))
            .collect::<Vec<_>>();
        sum += apart.iter().sum::<u64>();
        changed += u64::from(apart.iter().any(|it| *it > 96));
    }
    let pixels = f64::from(one.width()) * f64::from(one.height());
    #[expect(clippy::cast_precision_loss, reason = "counts of pixels")]
    let answer = (sum as f64 / (pixels * 3.0), changed as f64 / pixels);
    answer
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_data_leaves_for_other_programs() -> Result<()> {
    in_window("data", &Setting::default(), async |window| {
        window.painted().await?;
        window.press(&['\u{e009}'], 'k').await?;
        window.element("dialog[open] input").await?;
        window.type_text("Export data").await?;
        window
            .until("document.querySelector('dialog[open]')?.textContent.includes('Export data')")
            .await?;
        window.press(&[], '\u{e007}').await?;
        for (way, head) in [
            ("xlsx", &b"PK"[..]),
            ("links", b"\xEF\xBB\xBFid,"),
            ("ics", b"BEGIN:VCALENDAR"),
        ] {
            window.click(&format!("[data-testid=data-{way}]")).await?;
            window.click("[data-testid=data-save]").await?;
            let ending = if way == "links" { "links.csv" } else { way };
            window.shows("[data-testid=data-saved]", ending).await?;
            let name = window.text("[data-testid=data-saved] b").await?;
            let bytes = std::fs::read(window.saved().join(&name)).with_context(|| name)?;
            ensure!(bytes.starts_with(head), "{way}: {} bytes", bytes.len());
        }
        window.screenshot("data").await?;
        Ok(())
    })
}
