//! Pictures of the window to look at, in `tests/out`; the one in the README when `FAULTLINE_UPDATE` is set.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{CANVAS_BYTES, Setting, in_window};

use crate::titles::titled;

const SIZES: [(u32, u32); 2] = [(1440, 900), (1024, 700)];

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn light() -> Result<()> {
    looks(false)
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn dark() -> Result<()> {
    looks(true)
}

fn looks(dark: bool) -> Result<()> {
    let theme = if dark { "dark" } else { "light" };
    in_window(
        theme,
        &Setting {
            dark,
            ..Setting::default()
        },
        async |window| {
            window.painted().await?;
            let ground = format!(
                "(() => {{ const all = {CANVAS_BYTES}; const wide = document.querySelector('[data-testid=canvas]').width; return all.subarray((3 * wide + wide - 3) * 4).slice(0, 3).reduce((a, b) => a + b);  }})()"
            );
            window
                .until(&if dark {
                    format!("{ground} < 200")
                } else {
                    format!("{ground} > 600")
                })
                .await?;
            let (x, y) = window.place_of("E03").await?;
            window.click_at(x, y).await?;
            for (width_px, height_px) in SIZES {
                window.resize(width_px, height_px).await?;
                for view in ["timeline", "causes"] {
                    window.click(&format!("[data-testid=tab-{view}]")).await?;
                    window.still().await?;
                    window
                        .screenshot(&format!("{view}-{width_px}-{theme}"))
                        .await?;
                    let wide = "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight";
                    ensure!(
                        window.script(&format!("return {wide}"), &[]).await? == json!(true),
                        "{view} at {width_px}: the page scrolls"
                    );
                }
            }
            Ok(())
        },
    )
}

/// A title in each script that has a face of its own.
const SCRIPTS: [&str; 5] = [
    "Handshake in Geneva 🤝 🇨🇳",
    "محادثات في مسقط",
    "שיחות בז'נבה",
    "中美在日内瓦会谈",
    "Переговоры в Женеве",
];

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn every_script_is_drawn() -> Result<()> {
    let sample = titled(SCRIPTS.into_iter().cycle())?;
    in_window("scripts", &sample.setting, async |window| {
        window.painted().await?;
        window.screenshot("scripts").await?;
        let colors = window.colors_on_canvas().await?;
        ensure!(colors > 20, "the canvas is empty");
        Ok(())
    })
}
