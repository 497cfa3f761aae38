//! Narrow windows: every chart stays in its pane, and every button within reach.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setting, Window, in_window};

const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

const VIEWS: [&str; 6] = [
    "timeline",
    "causes",
    "cause-map",
    "themes",
    "index",
    "sources",
];

/// What sticks out: parts of the bars beyond the pane, and the pane or its chart beyond the room between the others.
const OUT_OF_REACH: &str = "
    const box = (css) => document.querySelector(css)?.getBoundingClientRect();
    const pane = box('main');
    const right = box('[data-testid=inspector]')?.left ?? innerWidth;
    const out = [];
    const beyond = (name, it) => it && it.width > 0 && (it.right > right + 0.5 || it.left < pane.left - 0.5) && out.push(name);
    beyond('main', pane);
    beyond('view', box('#view'));
    beyond('canvas', box('[data-testid=canvas]'));
    for (const it of document.querySelectorAll('main .bar > :not(.tabs), main .bar button, main .kinds > *, main .kinds button, main .kinds input'))
        if (it.checkVisibility()) beyond(it.textContent.trim() || it.className, it.getBoundingClientRect());
    if (document.documentElement.scrollWidth > innerWidth) out.push('the page');
    return out";

async fn out_of_reach(window: &Window, when: &str) -> Result<()> {
    let out = window.script(OUT_OF_REACH, &[]).await?;
    ensure!(out == json!([]), "{when}: {out} out of reach");
    Ok(())
}

/// Every view at each size; a picture of those that hold most. A window of its own for each size, as the driver of `WebKitGTK` now
/// and then loses a picture.
fn every_view(dark: bool, sizes: &[(u32, u32)], asks: bool) -> Result<()> {
    let theme = if dark { "dark" } else { "light" };
    let what = format!("{theme}{}", if asks { "-why" } else { "" });
    let setting = Setting {
        dark,
        ..Setting::default()
    };
    for &(width_px, height_px) in sizes {
        let name = format!("pane-{width_px}-{what}");
        in_window(&name, &setting, async |window| {
            window.painted().await?;
            let (x, y) = window.place_of("E21").await?;
            window.click_at(x, y).await?;
            window.shows("[data-testid=handle]", "E21").await?;
            if asks {
                window.press(&[], 'w').await?;
                window.element("[data-testid=tree]").await?;
            }
            window.resize(width_px, height_px).await?;
            for view in VIEWS {
                window.click(&format!("[data-testid=tab-{view}]")).await?;
                window.still().await?;
                out_of_reach(window, &format!("{view} at {width_px}, {what}")).await?;
                if ["timeline", "cause-map", "index"].contains(&view) {
                    window
                        .screenshot(&format!("pane-{view}-{width_px}-{what}"))
                        .await?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn every_chart_stays_in_its_pane() -> Result<()> {
    every_view(false, &[(1440, 900), (1024, 700), (800, 600)], false)
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn and_beside_an_answer() -> Result<()> {
    every_view(true, &[(1440, 900), (1024, 700)], true)
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn what_does_not_fit_is_in_more_and_works_there() -> Result<()> {
    in_window("more", &Setting::default(), async |window| {
        window.painted().await?;
        window
            .until("!document.querySelector('[data-testid=more]')")
            .await?;
        window.resize(1024, 700).await?;
        window.click("[data-testid=more]").await?;
        window
            .element("[data-testid=more-panel] [data-testid=collapse]")
            .await?;
        window.screenshot("more-open").await?;
        window
            .click("[data-testid=more-panel] [data-testid=collapse]")
            .await?;
        window
            .until("!document.querySelector('[data-testid=more-panel]')")
            .await?;
        ensure!(
            window
                .script("return document.activeElement.dataset.testid", &[])
                .await?
                == json!("more"),
            "the keyboard is not given back"
        );
        // By keyboard: it opens, Tab goes into it, Escape closes it.
        window.press(&[], ENTER).await?;
        window
            .until("document.querySelector('[data-testid=more-panel] [data-testid=collapse]')?.ariaPressed === 'true'")
            .await?;
        window.press(&[], ESCAPE).await?;
        window
            .until("!document.querySelector('[data-testid=more-panel]')")
            .await?;
        // With room again everything stands side by side, and is as it was left.
        window.resize(1440, 900).await?;
        window
            .until("!document.querySelector('[data-testid=more]')")
            .await?;
        window
            .until("document.querySelector('[data-testid=collapse]')?.ariaPressed === 'true'")
            .await?;
        // Words that grow beyond the room make room for themselves.
        window.press(&[CONTROL], 'k').await?;
        window.element("dialog[open] input").await?;
        window.type_text("Hide inspector").await?;
        window.press(&[], ENTER).await?;
        out_of_reach(window, "without the inspector").await
    })
}
