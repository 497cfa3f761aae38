//! The JSON of Knight Lab's TimelineJS.

use model::Event;
use serde_json::{Value, json};

use super::days::{At, Stretch, stretches};
use super::{Picked, Written, counted, words};

/// Dated events as slides, one for each range of days, with the words of the date. A slide needs a first day: where it is
/// unknown, the last one is used.
#[must_use]
pub fn timelinejs(picked: &Picked<'_>) -> Written {
    let (mut slides, mut undated) = (Vec::new(), 0);
    for event in &picked.events {
        let Some(date) = &event.date else {
            undated += 1;
            continue;
        };
        let all = stretches(date);
        let is_one = all.len() == 1;
        let made = all
            .into_iter()
            .filter_map(|it| slide(picked, event, it, is_one));
        slides.extend(made);
    }
    let title = json!({ "text": { "headline": escaped(&picked.workspace.name) } });
    let whole = json!({ "title": title, "events": slides });
    Written {
        bytes: format!("{whole:#}\n").into_bytes(),
        left_out: counted(
            undated,
            "entry without a date is left out",
            "entries without a date are left out",
        )
        .into_iter()
        .collect(),
    }
}

fn slide(picked: &Picked<'_>, event: &Event, stretch: Stretch, is_one: bool) -> Option<Value> {
    let start = stretch.anchor()?;
    let id = match is_one {
        true => format!("event-{}", event.id),
        false => format!("event-{}-{}", event.id, start.day()),
    };
    let mut slide = json!({
        "start_date": date(start),
        "display_date": words(event),
        "text": { "headline": escaped(&event.title), "text": escaped(&event.summary) },
        "group": picked.themes(event).first().copied().unwrap_or_default(),
        "unique_id": id,
    });
    // With an open side there is no range to draw.
    if let (Some(_), Some(end)) = (stretch.first, stretch.last) {
        slide["end_date"] = date(end);
    }
    Some(slide)
}

fn date(at: At) -> Value {
    let (year, month, day) = at.day().ymd();
    match at.moment.second {
        None => json!({ "year": year, "month": month, "day": day }),
        Some(second) => json!({
            "year": year, "month": month, "day": day,
            "hour": second / 3600, "minute": second / 60 % 60, "second": second % 60,
        }),
    }
}

/// TimelineJS renders text as HTML, so typed text is escaped.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
