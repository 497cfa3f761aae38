//! The index that was reckoned last, kept between pictures; every change lets go of it.

use std::sync::{Arc, Mutex, PoisonError};

use chart::{Index, IndexScale};
use model::Workspace;
use model::date::Day;
use risk::{Entries, Entry, entries};

use crate::dto::{Filter, Scaling};
use crate::filter::Sieve;
use crate::when::{Which, day, day_if_any};
use crate::{Fault, Session};

/// Results that are remembered: that of the filter in force, of an earlier day and of today, and that of everything.
const REMEMBERED: usize = 3;
/// Days of the trailing window of deviations when none are said.
const WINDOW_DAYS: u32 = 180;

/// What decides an index besides the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    filter: Filter,
    scaling: Scaling,
    as_of: Option<Day>,
}

/// An index with the entries that it was reckoned from.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) entries: Entries,
    pub(crate) index: Index,
}

/// What was reckoned since the last change.
#[derive(Debug, Default)]
pub(crate) struct Cache(Mutex<Vec<(Key, Arc<Made>)>>);

impl Cache {
    /// Lets go of everything: the snapshot is another one.
    pub(crate) fn forget(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    fn of(
        &self,
        key: &Key,
        make: impl FnOnce() -> Result<Made, Fault>,
    ) -> Result<Arc<Made>, Fault> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, made)) = kept.iter().find(|it| it.0 == *key) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(make()?);
        kept.truncate(REMEMBERED - 1);
        kept.insert(0, (key.clone(), Arc::clone(&made)));
        Ok(made)
    }
}

/// Which index is asked for.
pub(crate) struct Scaled<'a> {
    pub(crate) filter: &'a Filter,
    pub(crate) scaling: &'a Scaling,
    pub(crate) as_of: Option<Day>,
}

impl Scaled<'_> {
    /// The index, reckoned unless it is kept.
    pub(crate) fn made(&self, session: &Session) -> Result<Arc<Made>, Fault> {
        let key = Key {
            filter: self.filter.clone(),
            scaling: self.scaling.clone(),
            as_of: self.as_of,
        };
        session.risk().of(&key, || self.make(session))
    }

    fn make(&self, session: &Session) -> Result<Made, Fault> {
        let workspace = session.workspace();
        let known_on = known_on(session, self.scaling.known_on.as_deref())?;
        let entries = of_filter(workspace, self.filter, known_on)?;
        let scale = self.scale(session, known_on)?;
        let until = known_on.or(self.as_of);
        let index = Index::new(&entries.list, &scale, until).ok_or_else(|| {
            Fault::argument(
                "scaling.base_from",
                "there is no escalation in the base, so it cannot be 100",
            )
            .help("choose days in which something happened")
        })?;
        Ok(Made { entries, index })
    }

    fn scale(&self, session: &Session, known_on: Option<Day>) -> Result<IndexScale, Fault> {
        let it = self.scaling;
        Ok(match it.scale.as_str() {
            "" | "weight" => IndexScale::Weight,
            "base" => {
                let end = |field: &str, text: &Option<String>, which| match text {
                    Some(text) => day(session, field, text, which),
                    None => Err(Fault::argument(field, "the base has no such end")
                        .help("give its first and its last day")),
                };
                let (from, to) = (
                    end("scaling.base_from", &it.base_from, Which::First)?,
                    end("scaling.base_to", &it.base_to, Which::Last)?,
                );
                if to < from {
                    return Err(Fault::argument(
                        "scaling.base_to",
                        "the base ends before it begins",
                    )
                    .help("swap its ends"));
                }
                IndexScale::Base(from, to)
            }
            "deviations" => IndexScale::Deviations(it.window_days.unwrap_or(WINDOW_DAYS) as usize),
            "share" => IndexScale::Share(everything(session.workspace(), self.filter, known_on)?),
            other => {
                let other: String = other.chars().take(40).collect();
                return Err(Fault::argument(
                    "scaling.scale",
                    format!("\"{other}\" is no scale of the index"),
                )
                .help("use weight, base, deviations or share"));
            }
        })
    }
}

/// All entries of the layers that are shown.
fn everything(
    workspace: &Workspace,
    filter: &Filter,
    known_on: Option<Day>,
) -> Result<Vec<Entry>, Fault> {
    let all = Filter {
        layers: filter.layers.clone(),
        ..Filter::default()
    };
    Ok(of_filter(workspace, &all, known_on)?.list)
}

/// What the events that pass `filter` weigh.
pub(super) fn of_filter(
    workspace: &Workspace,
    filter: &Filter,
    known_on: Option<Day>,
) -> Result<Entries, Fault> {
    let sieve = Sieve::new(workspace, filter)?;
    Ok(entries(workspace, |event| sieve.passes(event), known_on))
}

/// The day of an as-of question.
pub(super) fn known_on(session: &Session, text: Option<&str>) -> Result<Option<Day>, Fault> {
    day_if_any(session, "known_on", text, Which::Last)
}
