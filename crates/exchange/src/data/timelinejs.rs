//! The JSON of Knight Lab's TimelineJS.

use model::date::Day;
use serde_json::{Value, json};

use super::{Picked, days, words};

/// Dated events as slides; the words of a date are shown as they were typed.
#[must_use]
pub fn timelinejs(picked: &Picked<'_>) -> String {
    let slide = |event: &&model::Event| {
        let (first, last) = days(event)?;
        Some(json!({
            "start_date": date(first),
            "end_date": date(last),
            "display_date": words(event),
            "text": { "headline": escaped(&event.title), "text": escaped(&event.summary) },
            "group": picked.themes(event).first().copied().unwrap_or_default(),
            "unique_id": format!("event-{}", event.id),
        }))
    };
    let slides: Vec<Value> = picked.events.iter().filter_map(slide).collect();
    let title = json!({ "text": { "headline": escaped(&picked.workspace.name) } });
    format!("{:#}\n", json!({ "title": title, "events": slides }))
}

fn date(day: Day) -> Value {
    let (year, month, day) = day.ymd();
    json!({ "year": year, "month": month, "day": day })
}

/// TimelineJS shows its texts as HTML: what is typed stays text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
