//! What may happen: likelihood across, impact up, and where each entry was before.

mod chips;
mod grid;
mod heads;
mod rows;
mod spec;
mod titles;

use scene::{Item, Paint, Palette, Path};

use crate::marks::rule;
use crate::plot::paper;
use crate::spec::{Growth, LegendEntry, Picture, Window};

use grid::Grid;
pub use spec::{OutlookSpec, Prospect};

/// The grid of what may happen. Likelihood and impact are not multiplied: they are ranks, and a product of ranks has no
/// meaning (IEC 31010 on consequence/likelihood matrices). Entries without a stated likelihood have a column of their
/// own.
#[must_use]
pub fn outlook(spec: &OutlookSpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let look = &spec.look;
    let mut scene = paper(*look, palette);
    let (items, hits) = (&mut scene.items, &mut scene.hits);
    let grid = Grid::of(spec);
    grid.draw(palette, items);
    let chips = grid.chips(spec);
    for chip in chips.iter().filter(|it| it.prospect.before.is_some()) {
        grid.draw_tail(chip, palette, items);
    }
    chips
        .iter()
        .for_each(|it| it.draw(spec, palette, items, hits));
    grid.draw_left_out(spec, &chips, palette, items);
    let mut legend =
        crate::causes::legend::of_events(spec.prospects.iter().map(|it| it.event), palette);
    legend.extend(tail_legend(spec, palette));
    Picture {
        scene,
        window: Window {
            from_days: 0.0,
            to_days: 1.0,
        },
        content_height_px: grid.wanted_px(spec) - crate::spec::AROUND_PX,
        growth: Growth::Whole,
        legend,
        drawn: chips.len(),
        earlier: 0,
        later: 0,
        counts: String::new(),
        free: None,
        map: None,
    }
}

fn tail_legend(spec: &OutlookSpec<'_>, palette: &Palette) -> Option<LegendEntry> {
    spec.prospects
        .iter()
        .any(|it| it.before.is_some())
        .then(|| LegendEntry {
            key: String::from("tail"),
            words: String::from("previous assessment"),
            mark: vec![
                Item::Path {
                    path: Path::circle(3.0, 0.0, 3.0),
                    fill: Paint::Solid(palette.text_secondary),
                    stroke: None,
                },
                rule((3.0, 0.0), (18.0, 0.0), palette.text_secondary, 1.4),
            ],
            mark_width_px: 18.0,
        })
}
