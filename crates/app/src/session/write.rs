//! The one way in which verbs write: plan on the snapshot, write the plan as one step, update the snapshot.

use std::collections::BTreeSet;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use api::Fault;
use api::dto::{Added, Done};
use model::{Board, CitationId, ClaimId, EventId, Hint, LinkId, Target, Workspace};
use store::{StoreError, Touched};

use super::Session;
use super::faults::of_store;
use super::step_names::undo_and_redo;
use crate::session::plan::{Changes, Plan};

/// How often a verb is run again when another program writes to the same file at the same time.
const ATTEMPTS: u32 = 8;
/// Attempts while the file stays locked; each has waited for seconds already.
const BUSY_ATTEMPTS: u32 = 2;
/// The longest wait before the second attempt; it grows with every further one.
const PAUSE_MS: u64 = 20;

impl Session {
    /// Runs a verb that writes. `plan` works out what to do on the snapshot and gives the name of the step in plain
    /// words; it is run again when another program has written in the meantime, so it must not keep state.
    ///
    /// # Errors
    /// What `plan` refuses, or what the store reports; then nothing was written.
    pub(crate) fn write(
        &mut self,
        plan: impl Fn(&mut Plan<'_>) -> Result<String, Fault>,
    ) -> Result<Done, Fault> {
        self.again(|session| session.write_once(&plan))
    }

    /// Keeps how a chart was laid out; false if the same was kept already. No step of the history, and no other state of the
    /// workspace: pictures stay current.
    ///
    /// # Errors
    /// What the store reports; then nothing was written.
    pub(crate) fn remember(&mut self, board: Board, hint: &Hint) -> Result<bool, Fault> {
        self.again(|session| {
            let kept = session.workspace.hints.of(board);
            if kept.map_or(hint.nodes() == 0, |it| it == hint) {
                return Ok(false);
            }
            session.file_mut().remember(board, hint)?;
            let snapshot = Arc::make_mut(&mut session.workspace);
            snapshot.hints.set(board, hint.clone());
            Ok(true)
        })
    }

    fn write_once(
        &mut self,
        plan: &impl Fn(&mut Plan<'_>) -> Result<String, Fault>,
    ) -> Result<Done, Failed> {
        let mut planned = Plan::new(&self.workspace, self.now());
        let name = plan(&mut planned).map_err(Failed::Refused)?;
        let changes = planned.finish();
        if changes.is_empty() {
            let nothing = Touched::default();
            return Ok(self.done(name, None, Vec::new(), &nothing, &AffectedOwners::default()));
        }
        self.apply(name, &changes)
    }

    fn apply(&mut self, name: String, changes: &Changes) -> Result<Done, Failed> {
        let now = Some(now_seconds());
        let changed = self
            .file_mut()
            .change_at(&name, now, |edit| changes.apply(edit))?;
        let mut owners = AffectedOwners::default();
        owners.note(&self.workspace, &changed.touched);
        self.renew(&name, &changed.touched);
        owners.note(&self.workspace, &changed.touched);
        Ok(self.done(name, changed.step, changed.value, &changed.touched, &owners))
    }

    /// Runs `work`; when another program was faster, reads the file again and runs it once more, a few times.
    pub(super) fn again<T>(
        &mut self,
        work: impl Fn(&mut Self) -> Result<T, Failed>,
    ) -> Result<T, Fault> {
        let (mut attempt, mut busy) = (1, 0);
        loop {
            let ready = self.catch_up().map_err(Failed::Store);
            let tried = ready.and_then(|_| work(self));
            let error = match tried {
                Ok(done) => return Ok(done),
                Err(Failed::Refused(fault)) => return Err(fault),
                Err(Failed::Store(error)) => error,
            };
            busy += u32::from(matches!(error, StoreError::Busy { .. }));
            let passing = matches!(
                error,
                StoreError::Busy { .. } | StoreError::ChangedElsewhere { .. }
            );
            if !passing || attempt == ATTEMPTS || busy > BUSY_ATTEMPTS {
                return Err(of_store(error));
            }
            pause(attempt);
            attempt += 1;
        }
    }

    /// The reply of a verb that wrote.
    pub(super) fn done(
        &self,
        name: String,
        step: Option<i64>,
        added: Vec<Added>,
        touched: &Touched,
        owners: &AffectedOwners,
    ) -> Done {
        let events = touched.events.union(&owners.events);
        let links = touched.links.union(&owners.links);
        // The change is saved even if the names cannot be read now.
        let ends = self.file(|it| it.steps(None, 0));
        let (undo, redo) = ends.map(|it| undo_and_redo(&it)).unwrap_or_default();
        Done {
            step,
            state: self.state(),
            name,
            events: events.copied().collect(),
            links: links.copied().collect(),
            added,
            undo,
            redo,
        }
    }
}

/// Why a verb failed.
#[derive(Debug)]
pub(super) enum Failed {
    /// The verb itself refuses.
    Refused(Fault),
    /// The file was not written.
    Store(StoreError),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The events and links that own claims and citations that were touched, because they show them.
#[derive(Debug, Default)]
pub(super) struct AffectedOwners {
    events: BTreeSet<EventId>,
    links: BTreeSet<LinkId>,
}

impl AffectedOwners {
    /// Adds the owners of the touched claims and citations; called before and after the change.
    pub(super) fn note(&mut self, workspace: &Workspace, touched: &Touched) {
        for id in &touched.claims {
            self.events.extend(event_of(workspace, *id));
        }
        for id in &touched.citations {
            match target_of(workspace, *id) {
                Some(Target::Event(event)) => drop(self.events.insert(event)),
                Some(Target::Claim(claim)) => self.events.extend(event_of(workspace, claim)),
                Some(Target::Link(link)) => drop(self.links.insert(link)),
                None => {}
            }
        }
    }
}

fn event_of(workspace: &Workspace, id: ClaimId) -> Option<EventId> {
    let at = workspace
        .claims
        .binary_search_by_key(&id, |it| it.id)
        .ok()?;
    Some(workspace.claims.get(at)?.event)
}

fn target_of(workspace: &Workspace, id: CitationId) -> Option<Target> {
    let citations = &workspace.citations;
    let at = citations.binary_search_by_key(&id, |it| it.id).ok()?;
    Some(citations.get(at)?.target)
}

/// Seconds since 1970-01-01 UTC, for the history.
#[expect(
    clippy::disallowed_methods,
    reason = "the time of a step is noted here, where the program meets the person"
)]
pub(super) fn now_seconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |it| i64::try_from(it.as_secs()).unwrap_or(i64::MAX))
}

/// Waits for a short random time, so that two programs do not keep colliding.
fn pause(attempt: u32) {
    let chance = RandomState::new().build_hasher().finish();
    let longest = PAUSE_MS * u64::from(attempt);
    std::thread::sleep(Duration::from_millis(1 + chance % longest));
}
