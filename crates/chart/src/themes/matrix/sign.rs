//! The sign of a claim in a cell: a triangle raises, a bar lowers, a ring has no direction; filled for high confidence,
//! hollow for moderate, dotted for low.

use std::collections::BTreeSet;

use model::{Confidence, Link, LinkId, Sign, Workspace};
use scene::{Dash, Item, Paint, Palette, Path, Rgba};

use crate::links::sign_of;
use crate::marks::stroked;
use crate::spec::LegendEntry;
use crate::themes::legend::entry;

/// Room for a sign.
pub(super) const SIGN_PX: f32 = 12.0;
const HALF_PX: f32 = 4.2;

/// What a sign shows.
pub(super) type Claim = (Sign, Confidence);

/// The claims of a cell, those that raise first, the most certain first.
pub(super) fn claims(workspace: &Workspace, ids: &[LinkId]) -> Vec<Claim> {
    let links = ids.iter().filter_map(|it| workspace.link(*it));
    let mut claims: Vec<Claim> = links
        .map(|it: &Link| (sign_of(workspace, it), it.confidence))
        .collect();
    claims.sort_by_key(|it| (it.0, std::cmp::Reverse(it.1)));
    claims
}

/// A sign around a point, `size` times as large as usual.
pub(super) fn draw(
    (sign, confidence): Claim,
    (x, y): (f32, f32),
    size: f32,
    palette: &Palette,
) -> Item {
    let half = HALF_PX * size;
    let (path, color) = match sign {
        Sign::Plus => {
            let (top, base) = (y - half * 1.05, y + half * 0.95);
            let corners = [(x, top), (x + half * 1.1, base), (x - half * 1.1, base)];
            (Path::polygon(&corners), palette.link_plus)
        }
        Sign::Minus => {
            let (left, right) = (x - half * 1.1, x + half * 1.1);
            let (top, base) = (y - half * 0.5, y + half * 0.5);
            let corners = [(left, top), (right, top), (right, base), (left, base)];
            (Path::polygon(&corners), palette.link_minus)
        }
        Sign::Zero => (Path::circle(x, y, half * 0.9), palette.link_zero),
    };
    let inside = |color: Rgba| match confidence {
        Confidence::High => Paint::Solid(color),
        Confidence::Moderate | Confidence::Low => Paint::None,
    };
    let (width, dash) = match confidence {
        Confidence::High | Confidence::Moderate => (1.3, Dash::Solid),
        Confidence::Low => (1.4, Dash::Hypothetical),
    };
    stroked(path, inside(color), color, width, dash)
}

/// The legend entries of these signs.
pub(super) fn legend(drawn: &BTreeSet<Claim>, palette: &Palette) -> Vec<LegendEntry> {
    let entry = |it: &Claim| {
        let words = match it.0 {
            Sign::Plus => "raises",
            Sign::Minus => "lowers",
            Sign::Zero => "no direction",
        };
        let mark = draw(*it, (SIGN_PX / 2.0, 0.0), 1.0, palette);
        let certain = match it.1 {
            Confidence::High => "high",
            Confidence::Moderate => "moderate",
            Confidence::Low => "low",
        };
        let place = match (it.0, it.1) {
            (Sign::Plus, _) => 'a',
            (Sign::Minus, _) => 'b',
            (Sign::Zero, _) => 'c',
        };
        let key = format!("cell-{place}-{}", 3 - it.1 as u8);
        let words = format!("{words}, {certain} confidence");
        entry(&key, &words, vec![mark], SIGN_PX)
    };
    drawn.iter().map(entry).collect()
}
