//! What each event weighs in the index.

use model::date::Day;
use model::{
    CategoryId, Credibility, Event, EventId, Reliability, Scale, Status, ThemeId, Tone, Weight,
    Weights, Workspace,
};

use crate::grades::{Grade, grades};
use crate::spell::Spell;

/// Which part of the index an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexPart {
    /// It raises tension.
    Escalation,
    /// It lowers tension.
    Deescalation,
    /// Neither: it counts as attention only.
    Neither,
}

/// An event as the index counts it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Which.
    pub event: EventId,
    /// Its part.
    pub part: IndexPart,
    /// Severity times grade, times likelihood for what has not happened.
    pub weight: f64,
    /// When it weighs.
    pub spell: Spell,
    /// Days after which it counts half.
    pub half_life_days: f64,
}

/// How many events are not counted, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Nothing of their date is known.
    pub undated: usize,
    /// They were called off.
    pub cancelled: usize,
    /// They have not happened and have no stated likelihood.
    pub unstated: usize,
    /// No dated source had reported them by that day.
    pub not_known_yet: usize,
}

/// What the index is computed from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entries {
    /// In the order of events.
    pub list: Vec<Entry>,
    /// What is not among them.
    pub left_out: LeftOut,
}

/// The entries of the events for which `wanted` is true. With `known_on`, only from what sources had published by that day.
pub fn entries(
    workspace: &Workspace,
    wanted: impl Fn(&Event) -> bool,
    known_on: Option<Day>,
) -> Entries {
    let scale = Scales::of(workspace);
    let grades = grades(workspace, known_on);
    let mut entries = Entries::default();
    for (event, grade) in workspace.events.iter().zip(grades) {
        if !wanted(event) {
            continue;
        }
        match scale.entry(event, grade, known_on.is_some()) {
            Ok(entry) => entries.list.push(entry),
            Err(why) => *why(&mut entries.left_out) += 1,
        }
    }
    entries
}

/// Which count of [`LeftOut`] an event belongs to.
type Why = fn(&mut LeftOut) -> &mut usize;

/// The weights, looked up once.
struct Scales<'a> {
    severity: [f64; 6],
    letters: Vec<f64>,
    digits: Vec<f64>,
    unstated: f64,
    half_life_days: f64,
    themes: Vec<(ThemeId, f64)>,
    categories: Vec<(CategoryId, f64)>,
    scales: &'a [Scale],
}

impl<'a> Scales<'a> {
    fn of(workspace: &'a Workspace) -> Self {
        let weights: &Weights = &workspace.weights;
        let mut own = Self {
            severity: std::array::from_fn(|it| {
                weights.of(Weight::Severity((it as u8).clamp(1, 5)))
            }),
            letters: Reliability::ALL
                .iter()
                .map(|it| weights.of(Weight::Reliability(*it)))
                .collect(),
            digits: Credibility::ALL
                .iter()
                .map(|it| weights.of(Weight::Credibility(*it)))
                .collect(),
            unstated: weights.of(Weight::Unstated),
            half_life_days: weights.of(Weight::HalfLife),
            themes: Vec::new(),
            categories: Vec::new(),
            scales: &workspace.scales,
        };
        for (weight, days) in weights.all() {
            match weight {
                Weight::HalfLifeOfTheme(id) => own.themes.push((id, days)),
                Weight::HalfLifeOfCategory(id) => own.categories.push((id, days)),
                _ => {}
            }
        }
        own
    }

    fn entry(
        &self,
        event: &Event,
        grade: Option<Grade>,
        must_be_cited: bool,
    ) -> Result<Entry, Why> {
        if event.status == Status::Cancelled {
            return Err(|it| &mut it.cancelled);
        }
        if must_be_cited && grade.is_none() {
            return Err(|it| &mut it.not_known_yet);
        }
        let spell = event.date.as_ref().and_then(Spell::of);
        let spell = spell.ok_or::<Why>(|it| &mut it.undated)?;
        let weight = self.grade(grade)
            * self.severity[usize::from(event.severity.min(5))]
            * self.chance(event)?;
        Ok(Entry {
            event: event.id,
            part: match event.tone {
                Tone::Escalatory => IndexPart::Escalation,
                Tone::Deescalatory => IndexPart::Deescalation,
                Tone::Neutral => IndexPart::Neither,
            },
            weight,
            spell,
            half_life_days: self.half_life_days(event),
        })
    }

    fn grade(&self, grade: Option<Grade>) -> f64 {
        let (letter, digit) = grade.unwrap_or((Reliability::F, Credibility::Unknown));
        self.letters[letter as usize] * self.digits[digit as usize]
    }

    /// 1 for what has happened, the middle of the stated band for what may.
    fn chance(&self, event: &Event) -> Result<f64, Why> {
        if !event.is_unrealized() {
            return Ok(1.0);
        }
        let band = self.scales.iter().find_map(|it| event.likelihood_band(it));
        match band {
            Some(band) => Ok((f64::from(band.low_percent) + f64::from(band.high_percent)) / 200.0),
            None if self.unstated > 0.0 => Ok(self.unstated),
            None => Err(|it| &mut it.unstated),
        }
    }

    /// That of its category, or of its leading theme, or the general one.
    fn half_life_days(&self, event: &Event) -> f64 {
        let of_category = || {
            self.categories
                .iter()
                .find(|it| Some(it.0) == event.category)
        };
        let of_theme = || {
            self.themes
                .iter()
                .find(|it| Some(it.0) == event.leading_theme())
        };
        let own = of_category().map(|it| it.1);
        own.or_else(|| of_theme().map(|it| it.1))
            .unwrap_or(self.half_life_days)
    }
}
