//! Which of two links counts more.

use std::cmp::Reverse;

use model::{Basis, Link, LinkId};

/// Sorts the strongest first: by confidence, then strength (not judged counts as weak), then basis,
/// then id, so that no two links ever tie.
pub(crate) fn strongest_first(link: &Link) -> impl Ord + use<> {
    let basis: u8 = match link.basis {
        Basis::Reported => 0,
        Basis::Judged => 1,
        Basis::Assumed => 2,
    };
    let key: (_, _, _, LinkId) = (
        Reverse(link.confidence),
        Reverse(link.strength),
        basis,
        link.id,
    );
    key
}
