//! Causes in the order of time: a column for each date or stretch that occurs, with its name above it.
//!
//! On a page all of it fits: titles take more lines, then are shortened, then give way to their marks, and what is left
//! out is counted. In the window it scrolls.

mod candidate;
mod chart;
mod draw;
mod heading;
mod short_date;
mod stretches;
#[cfg(test)]
mod tests;
mod title;

use model::Workspace;
use scene::Palette;

use super::linked::{drawable, neighbors};
use super::nodes::{self, Dated};
use super::unlinked::Unlinked;
use crate::spec::{CausesSpec, Growth, Picture, Window};
use candidate::candidates;
use chart::{Chart, PAD_PX};
use heading::HEAD_PX;

/// A drawn chart in order, and how many of its entries can be recognized.
pub(super) struct InOrder {
    pub(super) picture: Picture,
    pub(super) named: usize,
    pub(super) linked: usize,
}

/// The causal chart of `workspace` in the order of time.
pub(super) fn in_order(workspace: &Workspace, spec: &CausesSpec<'_>) -> InOrder {
    let dated = nodes::dated(workspace, spec);
    let bundles = drawable(workspace, &dated);
    let linked = neighbors(&bundles);
    let candidates = candidates(workspace, spec, &dated, &linked);
    let chart = Chart::new(workspace, spec, candidates, &bundles);
    let lone: Vec<Dated<'_>> = dated
        .iter()
        .filter(|it| !linked.contains_key(&it.event.id))
        .copied()
        .collect();
    let lone_count = lone.len();
    // A page counts them in its note instead.
    let listed = if spec.look.is_page { Vec::new() } else { lone };
    let unlinked = Unlinked::of(listed, spec.look.width_px);
    let window = spec.window.unwrap_or_else(|| extent(&dated, spec));
    let outside = |test: &dyn Fn((f64, f64)) -> bool| {
        dated.iter().filter(|it| test(it.when.reach_days())).count()
    };
    let earlier = outside(&|reach| reach.1 <= window.from_days);
    let later = outside(&|reach| reach.0 >= window.to_days);
    let (named, shown) = (chart.named(), chart.standees.len());
    let palette = Palette::of(spec.look.theme);
    let picture = Picture {
        scene: chart.scene(&linked, &unlinked, palette),
        window,
        content_height_px: chart.placed.height_px + 2.0 * PAD_PX + unlinked.height_px(),
        growth: if spec.look.is_page {
            Growth::Fits { zoom: 1.0 }
        } else {
            Growth::Scrolls {
                head_px: HEAD_PX,
                foot_px: 0.0,
            }
        },
        legend: chart.legend(palette),
        drawn: dated.len() - earlier - later,
        earlier,
        later,
        counts: chart.counts(lone_count),
        free: None,
        map: None,
    };
    InOrder {
        picture,
        named,
        linked: shown,
    }
}

/// The days between which something is dated.
fn extent(dated: &[Dated<'_>], spec: &CausesSpec<'_>) -> Window {
    let days = dated.iter().map(|it| it.when.known_days());
    let (from_days, to_days) = days.fold((f64::INFINITY, f64::NEG_INFINITY), |all, it| {
        (all.0.min(it.0), all.1.max(it.1))
    });
    if from_days < to_days {
        return Window { from_days, to_days };
    }
    let middle = nodes::as_of_days(spec).unwrap_or(0.0);
    Window {
        from_days: middle - 15.0,
        to_days: middle + 15.0,
    }
}
