//! Long empty stretches folded and unfolded, and the folded time line dragged.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setting, in_window};

const PRESSED: &str = "document.querySelector('[data-testid=collapse]').ariaPressed";
const SPAN: &str = "const it = document.querySelector('[data-testid=canvas]').dataset; return [Number(it.from), Number(it.to)]";

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn gaps_are_folded_and_dragged_over() -> Result<()> {
    in_window("folds", &Setting::default(), async |window| {
        window.painted().await?;
        let args = json!({ "width_px": 900.0, "height_px": 700.0, "overview": true });
        let mut folded = args.clone();
        folded["collapse"] = json!(true);
        let (plain, folded) = (
            window.picture("timeline", args).await?,
            window.picture("timeline", folded).await?,
        );
        ensure!(plain != folded, "ten empty years are folded");
        window.click("[data-testid=collapse]").await?;
        window.until(&format!("{PRESSED} === 'true'")).await?;
        let before = window.script(SPAN, &[]).await?;
        window.drag((700.0, 600.0), (120.0, 0.0), None).await?;
        window
            .until(&format!("(() => {{ {SPAN} }})()[0] < {}", before[0]))
            .await?;
        let after = window.script(SPAN, &[]).await?;
        ensure!(after[1].as_f64() < before[1].as_f64(), "both ends moved");
        window.screenshot("folds").await?;
        window.click("[data-testid=collapse]").await?;
        window.until(&format!("{PRESSED} === 'false'")).await
    })
}
