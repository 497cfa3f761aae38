//! The charts of a brief.

use exchange::brief::{FIGURE_WIDTH_PX, Figure};
use model::date::Day;
use serde_json::json;

use super::time::period;
use crate::dto::{BriefArgs, ExportArgs};
use crate::{Fault, Session, export};

/// How high a chart is drawn, at least.
const HEIGHT_PX: f32 = 380.0;
/// Days before and after the period that a chart of time shows too.
const BEFORE_DAYS: i64 = 14;
const AFTER_DAYS: i64 = 14;

/// The chart `view` of what passes the filter, around the period.
pub(super) fn figure(
    session: &Session,
    args: &BriefArgs,
    view: &str,
    (since, until): (Day, Day),
) -> Result<Figure, Fault> {
    let (first, last) = (since.plus(-BEFORE_DAYS), until.plus(AFTER_DAYS));
    let mut wanted = json!({
        "size_px": [FIGURE_WIDTH_PX, HEIGHT_PX], "theme": "print", "filter": args.filter,
    });
    let is_of_time = matches!(view, "timeline" | "causes" | "index");
    if is_of_time {
        wanted["from_days"] = json!(first.0 as f64);
        wanted["to_days"] = json!(last.0 as f64 + 1.0);
    }
    if view == "outlook" {
        wanted["since"] = json!(since.to_string());
    }
    let wanted: ExportArgs = crate::verbs::typed(wanted)?;
    let days = period(first, last);
    let caption = match view {
        "timeline" => format!("Timeline, {days}"),
        "causes" => format!("Causes and effects, {days}"),
        "layers" => String::from("What leads to what"),
        "themes" => String::from("How the themes act on one another"),
        "index" => format!("Risk index, {days}"),
        "heat" => String::from("Risk index by theme and month"),
        _ => String::from("What may happen: likelihood against impact"),
    };
    Ok(Figure {
        caption,
        scene: export::figure(session, view, &wanted)?,
    })
}
