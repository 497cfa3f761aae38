//! What the lines of the chart mean.

use scene::{Item, Palette, Rgba};

use super::chart::Chart;
use crate::causes::legend::of_events;
use crate::marks::{block, rule};
use crate::spec::LegendEntry;

const WIDTH_PX: f32 = 18.0;
/// The name of the thin net line beside that of an earlier day.
pub(super) const NET_TODAY: &str = "net, as known today";

/// The lines, then the marks in the chart.
pub(super) fn entries(chart: &Chart<'_>, palette: &Palette) -> Vec<LegendEntry> {
    let entry = |key: String, words: &str, mark: Vec<Item>| LegendEntry {
        key,
        words: words.to_owned(),
        mark,
        mark_width_px: WIDTH_PX,
    };
    let mut entries = vec![
        entry(
            String::from("index-1"),
            "escalation",
            part(palette.escalatory, palette.escalatory_tint),
        ),
        entry(
            String::from("index-2"),
            "de-escalation",
            part(palette.deescalatory, palette.deescalatory_tint),
        ),
        entry(
            String::from("index-3"),
            "net",
            line(palette.text_primary, 2.0),
        ),
    ];
    if chart.spec.today.is_some() {
        let mark = line(palette.text_tertiary, 1.2);
        entries.push(entry(String::from("index-3b"), NET_TODAY, mark));
    }
    entries.push(entry(
        String::from("index-4"),
        "attention",
        part(palette.neutral, palette.neutral_tint),
    ));
    for (place, overlay) in chart.overlays.iter().enumerate() {
        let key = format!("index-5-{place}");
        entries.push(entry(key, &overlay.series.name, line(overlay.color, 1.6)));
    }
    entries.extend(of_events(chart.marks.iter().map(|it| it.event), palette));
    entries
}

fn line(color: Rgba, width: f32) -> Vec<Item> {
    vec![rule((0.0, 0.0), (WIDTH_PX, 0.0), color, width)]
}

fn part(color: Rgba, tint: Rgba) -> Vec<Item> {
    vec![
        block(0.0, -3.0, WIDTH_PX, 7.0, tint),
        rule((0.0, -3.0), (WIDTH_PX, -3.0), color, 1.4),
    ]
}
