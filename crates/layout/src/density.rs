//! How dense a list of days is, at any scale.

use std::ops::Range;

/// Lengths of tiles, in powers of two of a day.
const LEVELS: Range<i32> = -6..16;
/// Share of the non-empty tiles that hold no more than the typical count. Denser bursts are left to buckets, so that one
/// week does not decide the height of ten years.
const SHARE: f64 = 0.9;

/// The typical count of days in a stretch, for stretches of many lengths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DensityLevels(Vec<u32>);

impl DensityLevels {
    /// From `days`, which are sorted; infinite ones are left out.
    #[must_use]
    pub fn new(days: impl Iterator<Item = f64>) -> Self {
        let tile_days = 2.0_f64.powi(LEVELS.start);
        let mut tiles: Vec<(i64, u32)> = Vec::new();
        for day in days.filter(|day| day.is_finite()) {
            add(&mut tiles, (day / tile_days).floor() as i64, 1);
        }
        let levels = LEVELS.map(|_| {
            let typical = typical(&tiles);
            tiles = doubled(&tiles);
            typical
        });
        Self(levels.collect())
    }

    /// How many days nine of ten stretches of about this length hold at most, not counting empty ones.
    #[must_use]
    pub fn in_stretch(&self, length_days: f64) -> usize {
        let level = length_days.max(f64::MIN_POSITIVE).log2().round() as i32;
        let slot = level.clamp(LEVELS.start, LEVELS.end - 1) - LEVELS.start;
        self.0.get(slot as usize).map_or(0, |it| *it as usize)
    }
}

/// Adds days to a tile; tiles come in order.
fn add(tiles: &mut Vec<(i64, u32)>, tile: i64, count: u32) {
    match tiles.last_mut() {
        Some(last) if last.0 == tile => last.1 += count,
        _ => tiles.push((tile, count)),
    }
}

/// The same tiles at twice the length.
fn doubled(tiles: &[(i64, u32)]) -> Vec<(i64, u32)> {
    let mut wider = Vec::with_capacity(tiles.len() / 2 + 1);
    for (tile, count) in tiles {
        add(&mut wider, tile.div_euclid(2), *count);
    }
    wider
}

fn typical(tiles: &[(i64, u32)]) -> u32 {
    let mut counts: Vec<u32> = tiles.iter().map(|it| it.1).collect();
    if counts.is_empty() {
        return 0;
    }
    let at = ((counts.len() - 1) as f64 * SHARE).ceil() as usize;
    *counts.select_nth_unstable(at).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_does_not_decide() {
        let mut days: Vec<f64> = (0..100).map(f64::from).collect();
        days.extend(std::iter::repeat_n(50.5, 500));
        days.sort_by(f64::total_cmp);
        let crowd = DensityLevels::new(days.into_iter());
        assert_eq!(crowd.in_stretch(1.0), 1);
        assert_eq!(crowd.in_stretch(4.0), 4);
        assert!(crowd.in_stretch(256.0) >= 600);
    }

    #[test]
    fn nothing_is_not_crowded() {
        let crowd = DensityLevels::new([f64::NEG_INFINITY].into_iter());
        assert_eq!(crowd.in_stretch(1.0), 0);
    }
}
