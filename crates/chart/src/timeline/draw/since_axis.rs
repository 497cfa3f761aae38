//! The axis of a timeline of days since events.

use layout::Scale;
use layout::ticks::{Label, Tick, Ticks};
use scene::{Anchor, Face, Item, Palette, text};

use crate::marks::rule;
use crate::timeline::frame::{Frame, LABEL_PX, MICRO_PX};

/// Minimum distance between two ticks.
const APART_PX: f64 = 72.0;
/// Days from one tick to the next.
const EVERY_DAYS: [f64; 13] = [
    1.0, 2.0, 5.0, 7.0, 14.0, 30.0, 60.0, 90.0, 180.0, 365.0, 730.0, 1825.0, 3650.0,
];

/// Ticks at regular numbers of days before and after day 0.
pub(crate) fn ticks(scale: &Scale) -> Ticks {
    let apart = APART_PX / scale.px_per_day();
    let every = EVERY_DAYS.iter().copied().find(|it| *it >= apart);
    let every = every.unwrap_or_else(|| (apart / 3650.0).ceil() * 3650.0);
    let first = (scale.from_days() / every).ceil() as i64;
    let last = (scale.to_days() / every).floor() as i64;
    let tick = |step: i64| {
        let days = step as f64 * every;
        let words = words(days);
        let width_px = text::width(&words, LABEL_PX, Face::SemiBold);
        let x_px = scale.x_px(days);
        let fits = x_px + width_px + 8.0 < scale.right_px();
        Tick {
            days,
            x_px,
            label: fits.then_some(Label {
                x_px: x_px + 5.0,
                width_px,
                words,
            }),
        }
    };
    Ticks {
        major: (first..=last).map(tick).collect(),
        minor: Vec::new(),
    }
}

/// "day 0", "+30 days", "−1 year".
fn words(days: f64) -> String {
    let sign = if days < 0.0 { "\u{2212}" } else { "+" };
    let count = |number: f64, unit: &str| {
        let plural = if number == 1.0 { "" } else { "s" };
        format!("{sign}{number} {unit}{plural}")
    };
    let days = days.abs();
    if days == 0.0 {
        String::from("day 0")
    } else if days >= 365.0 && days % 365.0 == 0.0 {
        count(days / 365.0, "year")
    } else {
        count(days, "day")
    }
}

/// The line of day 0 through all lanes, and the name of the axis.
pub(crate) fn draw(frame: &Frame, palette: &Palette, out: &mut Vec<Item>) {
    let x = frame.scale.x_px(0.0);
    if x >= frame.left_px && x <= frame.width_px {
        let (top, bottom) = (frame.top_px - 16.0, frame.bottom_px);
        out.push(rule((x, top), (x, bottom), palette.line_strong, 1.5));
    }
    out.push(text::text(
        "Days since",
        11.0,
        frame.top_px - 8.5,
        Anchor::Start,
        MICRO_PX,
        Face::SemiBold,
        palette.text_secondary,
    ));
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn days_are_counted_to_both_sides_in_whole_units() {
        let said = [0.0, 1.0, -14.0, 365.0, -730.0].map(words);
        assert_eq!(
            said,
            [
                "day 0",
                "+1 day",
                "\u{2212}14 days",
                "+1 year",
                "\u{2212}2 years"
            ]
        );
    }
}
