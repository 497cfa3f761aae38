//! The data of the overview strip: severity over the whole extent as running totals, so that the sum over any range is
//! the difference of two.

use model::Tone;

/// Number of cells for the whole extent. Within a cell severity counts as evenly spread: for ten years a cell is three
/// hours long, rarely longer than a column of the strip.
const CELLS: usize = 32_768;

/// Running totals of severity.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    from_days: f64,
    cell_days: f64,
    /// Escalatory and de-escalatory.
    tones: [Totals; 2],
}

/// Depends on the entries, up to rounding errors of sums, and so does not distinguish two timelines.
impl PartialEq for Strip {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Debug, Clone, Default)]
struct Totals {
    /// Severity in a cell from entries that begin or end in it.
    partly: Vec<f64>,
    /// Change of severity from this cell on, from entries that cover it.
    steps: Vec<f64>,
    /// Total before each cell.
    before: Vec<f64>,
}

impl Strip {
    /// A strip from the first to the last known day, with nothing in it.
    pub(crate) fn empty(known: Option<(f64, f64)>) -> Self {
        let (from, to) = known.unwrap_or((0.0, 1.0));
        let totals = || Totals {
            partly: vec![0.0; CELLS],
            steps: vec![0.0; CELLS + 1],
            before: Vec::new(),
        };
        Self {
            from_days: from,
            cell_days: ((to - from) / CELLS as f64).max(1.0e-9),
            tones: [totals(), totals()],
        }
    }

    /// Adds severity over a range of days, or subtracts it if negative; call [`sum_up`](Self::sum_up) afterwards.
    pub(crate) fn add(&mut self, tone: Tone, severity: f64, (from, to): (f64, f64)) {
        let (from, to) = (self.cell(from), self.cell(to));
        let Some(totals) = self.of_mut(tone) else {
            return;
        };
        let (first, last) = (from.floor(), to.floor());
        if first >= last {
            totals.partly[first as usize] += severity;
            return;
        }
        let share = severity / (to - from);
        totals.partly[first as usize] += share * (first + 1.0 - from);
        totals.partly[last as usize] += share * (to - last);
        totals.steps[first as usize + 1] += share;
        totals.steps[last as usize] -= share;
    }

    /// Computes the running totals.
    pub(crate) fn sum_up(&mut self) {
        for totals in &mut self.tones {
            let (mut sum, mut step) = (0.0, 0.0);
            totals.before.clear();
            totals.before.push(0.0);
            for (partly, change) in totals.partly.iter().zip(&totals.steps) {
                step += change;
                sum += partly + step;
                totals.before.push(sum);
            }
        }
    }

    /// The severity of a tone in all days before this one.
    pub(crate) fn before(&self, tone: Tone, days: f64) -> f64 {
        let Some(totals) = self.of(tone) else {
            return 0.0;
        };
        let at = (days - self.from_days) / self.cell_days;
        let cell = at.floor().clamp(0.0, CELLS as f64 - 1.0);
        let part = (at - cell).clamp(0.0, 1.0);
        let ends = totals.before.get(cell as usize..cell as usize + 2);
        ends.map_or(0.0, |it| it[0] + (it[1] - it[0]) * part)
    }

    /// The position of a day, in cells; days outside count at that end.
    fn cell(&self, days: f64) -> f64 {
        ((days - self.from_days) / self.cell_days).clamp(0.0, CELLS as f64 - 1.0e-6)
    }

    fn of(&self, tone: Tone) -> Option<&Totals> {
        match tone {
            Tone::Escalatory => Some(&self.tones[0]),
            Tone::Deescalatory => Some(&self.tones[1]),
            Tone::Neutral => None,
        }
    }

    fn of_mut(&mut self, tone: Tone) -> Option<&mut Totals> {
        match tone {
            Tone::Escalatory => Some(&mut self.tones[0]),
            Tone::Deescalatory => Some(&mut self.tones[1]),
            Tone::Neutral => None,
        }
    }

    /// Size in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let each = self.tones.iter();
        each.map(|it| 8 * (it.partly.capacity() + it.steps.capacity() + it.before.capacity()))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severity_is_spread_over_its_days_and_counted_once() {
        let mut strip = Strip::empty(Some((0.0, 1000.0)));
        strip.add(Tone::Escalatory, 4.0, (100.0, 200.0));
        strip.add(Tone::Escalatory, 3.0, (500.0, 500.0));
        strip.add(Tone::Deescalatory, 2.0, (0.0, 1000.0));
        strip.sum_up();
        let up = |days| strip.before(Tone::Escalatory, days);
        assert!((up(150.0) - 2.0).abs() < 1.0e-6);
        assert!((up(499.0) - 4.0).abs() < 1.0e-6);
        assert!((up(1.0e6) - 7.0).abs() < 1.0e-6);
        assert_eq!(up(-5.0), 0.0);
        assert!((strip.before(Tone::Deescalatory, 250.0) - 0.5).abs() < 1.0e-6);
        assert_eq!(strip.before(Tone::Neutral, 900.0), 0.0);
    }

    #[test]
    fn what_is_taken_away_is_gone() {
        let mut strip = Strip::empty(Some((0.0, 10.0)));
        strip.add(Tone::Escalatory, 4.0, (1.0, 8.0));
        strip.add(Tone::Escalatory, -4.0, (1.0, 8.0));
        strip.sum_up();
        assert!(strip.before(Tone::Escalatory, 10.0).abs() < 1.0e-9);
    }
}
