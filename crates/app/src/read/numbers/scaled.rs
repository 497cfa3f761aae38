//! The index that is asked for, computed unless it is remembered.

use std::sync::Arc;

use api::Fault;
use api::dto::{Filter, Scaling};
use api::words::Scale;
use chart::{Index, IndexScale};
use model::Workspace;
use model::date::Day;
use risk::{Entries, Entry, entries};

use crate::lookup::filter::CompiledFilter;
use crate::session::Session;
use crate::session::cache::index::{Key, Made};
use crate::session::day::{Which, day, day_if_any};

/// Days of the trailing window of deviations when none are said.
const WINDOW_DAYS: u32 = 180;

/// Which index is asked for.
pub(crate) struct Scaled<'a> {
    pub(crate) filter: &'a Filter,
    pub(crate) scaling: &'a Scaling,
    pub(crate) as_of: Option<Day>,
}

impl Scaled<'_> {
    /// The index, computed unless it is kept.
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
        Ok(match it.scale {
            Scale::Weight => IndexScale::Weight,
            Scale::Base => {
                let end = |field: &str, text: &Option<String>, which| match text {
                    Some(text) => day(session, field, text, which),
                    None => Err(Fault::argument(field, "the base has no such date")
                        .help("give its first and its last day")),
                };
                let (from, to) = (
                    end("scaling.base_from", &it.base_from, Which::First)?,
                    end("scaling.base_to", &it.base_to, Which::Last)?,
                );
                if to < from {
                    return Err(Fault::argument(
                        "scaling.base_to",
                        "the base ends before it starts",
                    )
                    .help("swap its ends"));
                }
                IndexScale::Base(from, to)
            }
            Scale::Deviations => {
                IndexScale::Deviations(it.window_days.unwrap_or(WINDOW_DAYS) as usize)
            }
            Scale::Share => {
                IndexScale::Share(everything(session.workspace(), self.filter, known_on)?)
            }
        })
    }
}

/// All entries of the datasets that are shown.
fn everything(
    workspace: &Workspace,
    filter: &Filter,
    known_on: Option<Day>,
) -> Result<Vec<Entry>, Fault> {
    let all = Filter {
        datasets: filter.datasets.clone(),
        ..Filter::default()
    };
    Ok(of_filter(workspace, &all, known_on)?.list)
}

/// What the events that pass `filter` weigh.
pub(crate) fn of_filter(
    workspace: &Workspace,
    filter: &Filter,
    known_on: Option<Day>,
) -> Result<Entries, Fault> {
    let compiled = CompiledFilter::new(workspace, filter);
    Ok(entries(workspace, |event| compiled.passes(event), known_on))
}

/// The day of an as-of question.
pub(crate) fn known_on(session: &Session, text: Option<&str>) -> Result<Option<Day>, Fault> {
    day_if_any(session, "known_on", text, Which::Last)
}
