//! The `why` and `follows` verbs.

use api::Fault;
use api::dto::{BranchLine, TreeArgs, TreeReply};
use graph::{Branch, Causes, Tree, word};
use model::{EventId, Workspace};

use super::links::{bundle, causes, event, lines, many};
use crate::lookup::event_context::EventContext;
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;

/// Default number of steps.
pub(super) const STEPS: u8 = 3;
/// Maximum number of branches.
pub(super) const MOST: usize = 300;

/// What led to an event.
pub(crate) fn why(session: &Session, args: TreeArgs) -> Result<TreeReply, Fault> {
    let summary = |tree: &Tree, steps| match tree.events {
        0 => String::from("No causes recorded."),
        events => format!(
            "{} led to it over up to {}.",
            many(events, "event"),
            many(steps, "step")
        ),
    };
    answer(session, &args, Causes::why, summary)
}

/// What follows from an event.
pub(crate) fn follows(session: &Session, args: TreeArgs) -> Result<TreeReply, Fault> {
    let summary = |tree: &Tree, steps| match tree.events {
        0 => String::from("No effects recorded."),
        events => format!(
            "{} follow from it over up to {}.",
            many(events, "event"),
            many(steps, "step")
        )
        .replace("1 event follow", "1 event follows"),
    };
    answer(session, &args, Causes::follows, summary)
}

fn answer<'a>(
    session: &'a Session,
    args: &TreeArgs,
    ask: impl Fn(&Causes<'a>, EventId, usize, usize) -> Tree,
    summary: impl Fn(&Tree, usize) -> String,
) -> Result<TreeReply, Fault> {
    let event = event(session, &args.filter, "id", args.id)?;
    let steps = usize::from(args.steps.unwrap_or(STEPS));
    let tree = ask(&causes(session, &args.filter)?, event.id, steps, MOST);
    let workspace = session.workspace();
    let tree_lines = TreeLines {
        workspace,
        beside: EventContext::all(workspace),
    };
    Ok(TreeReply {
        event: event_ref(event),
        branches: tree_lines.branches(&tree.branches),
        events: count(tree.events),
        left_out: count(tree.left_out),
        told: summary(&tree, steps),
    })
}

struct TreeLines<'a> {
    workspace: &'a Workspace,
    beside: EventContext<'a>,
}

impl TreeLines<'_> {
    fn branches(&self, branches: &[Branch]) -> Vec<BranchLine> {
        branches.iter().filter_map(|it| self.branch(it)).collect()
    }

    fn branch(&self, it: &Branch) -> Option<BranchLine> {
        let event = self.workspace.event(it.event)?;
        Some(BranchLine {
            event: event_ref(event),
            claims: lines(&self.beside, self.workspace, &it.claims, it.event),
            bundle: bundle(self.workspace, &it.claims),
            through: it.through.to_string(),
            carried: word(it.carried).to_owned(),
            order: it.order.words().to_owned(),
            is_again: it.is_again,
            branches: self.branches(&it.branches),
            left_out: count(it.left_out),
        })
    }
}
