//! Links on the timeline: as far around the selection as a digit says, and all at once.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setting, in_window};

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn digits_say_how_far_links_are_drawn() -> Result<()> {
    in_window("chain", &Setting::default(), async |window| {
        window.painted().await?;
        window.click("[data-testid=links]").await?;
        window
            .until("document.querySelector('[data-testid=links]').ariaPressed === 'true'")
            .await?;
        let args = |links, steps| json!({ "width_px": 900.0, "height_px": 700.0, "links": links, "steps": steps });
        let (none, all) = (
            window.picture("timeline", args(false, 1)).await?,
            window.picture("timeline", args(true, 1)).await?,
        );
        ensure!(all.len() > none.len(), "all links are drawn");
        let (x, y) = window.place_of("E03").await?;
        window.click_at(x, y).await?;
        window.shows("[data-testid=steps]", "1 step").await?;
        let near = window.colors_on_canvas().await?;
        window.press(&[], '3').await?;
        window.shows("[data-testid=steps]", "3 steps").await?;
        window.screenshot("chain").await?;
        ensure!(near > 0 && window.colors_on_canvas().await? > 0);
        window.press(&[], '1').await?;
        window.shows("[data-testid=steps]", "1 step").await
    })
}
