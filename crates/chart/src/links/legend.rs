//! Legend entries for links.

use model::Confidence;
use scene::Palette;

use super::course::rounded;
use super::draw::arrow;
use super::style::{Family, Head, Style};
use crate::spec::LegendEntry;

const WIDTH_PX: f32 = 34.0;

/// The legend entries for links in these styles, without duplicates.
pub(crate) fn legend_of(styles: &[Style], palette: &Palette) -> Vec<LegendEntry> {
    let plain = Style {
        head: Head::Arrow,
        family: Family::Plain,
        lagged: false,
        impossible: false,
        confidence: Confidence::High,
        width_px: 1.4,
        color: palette.link_plus,
        background: palette.surface_canvas,
    };
    let mut entries: Vec<LegendEntry> = Vec::new();
    for style in styles {
        entries.push(head_entry(style, plain, palette));
        entries.push(line_entry(style, plain));
        entries.extend(family_entry(style, plain));
        if style.lagged {
            entries.push(entry(
                "link-3-lag",
                "with time lag",
                Style {
                    lagged: true,
                    ..plain
                },
            ));
        }
    }
    if styles.iter().any(|style| style.impossible) {
        let color = palette.contradiction;
        entries.push(entry(
            "link-4",
            "contradicts dates",
            Style { color, ..plain },
        ));
    }
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    entries.dedup_by(|a, b| a.key == b.key);
    entries
}

fn head_entry(style: &Style, plain: Style, palette: &Palette) -> LegendEntry {
    let (key, words, color) = match style.head {
        Head::Arrow => ("link-1-raises", "raises", palette.link_plus),
        Head::Bar => ("link-1-rlowers", "lowers", palette.link_minus),
        Head::DoubleBar => ("link-1-sblocks", "blocks", palette.link_minus),
        Head::Ring => ("link-1-tzero", "no direction", palette.link_zero),
    };
    entry(
        key,
        words,
        Style {
            head: style.head,
            color,
            ..plain
        },
    )
}

fn line_entry(style: &Style, plain: Style) -> LegendEntry {
    let (key, words) = match style.confidence {
        Confidence::High => ("link-2-a", "high confidence"),
        Confidence::Moderate => ("link-2-b", "moderate confidence"),
        Confidence::Low => ("link-2-c", "low confidence"),
    };
    entry(
        key,
        words,
        Style {
            confidence: style.confidence,
            ..plain
        },
    )
}

fn family_entry(style: &Style, plain: Style) -> Option<LegendEntry> {
    let (key, words) = match style.family {
        Family::Plain => return None,
        Family::LeadsTo => ("link-3-a", "leads to"),
        Family::Enables => ("link-3-b", "enables"),
        Family::Anticipates => ("link-3-c", "anticipates"),
        Family::Claimed => ("link-3-d", "claimed cause"),
    };
    Some(entry(
        key,
        words,
        Style {
            family: style.family,
            ..plain
        },
    ))
}

fn entry(key: &str, words: &str, style: Style) -> LegendEntry {
    LegendEntry {
        key: key.to_owned(),
        words: words.to_owned(),
        mark: arrow(&rounded(&[(0.0, 0.0), (WIDTH_PX, 0.0)], 0.0), &style),
        mark_width_px: WIDTH_PX,
    }
}
