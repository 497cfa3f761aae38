//! The workspace itself: its name and its as-of day.

use serde_json::json;

use super::value::{NAME, named_line};
use crate::check::day;
use crate::dto::{Done, WorkspaceArgs};
use crate::{Fault, Session};

/// Names the workspace, or sets its as-of day.
pub(crate) fn set_workspace(session: &mut Session, args: WorkspaceArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        if let Some(name) = &args.name {
            plan.set_name(named_line("name", &json!(name), NAME)?);
        }
        if let Some(words) = &args.as_of {
            let as_of = match words.trim() {
                "" => None,
                words => Some(day("as_of", words)?),
            };
            plan.set_as_of(as_of);
        }
        Ok(String::from(match (&args.name, &args.as_of) {
            (Some(_), None) => "Rename the workspace",
            (None, Some(_)) => "Set the as-of day",
            _ => "Edit the workspace",
        }))
    })
}
