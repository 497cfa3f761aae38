//! The workspace itself: its name and its as-of day.

use api::Fault;
use api::dto::{Done, WorkspaceArgs};
use model::date::Day;
use serde_json::json;

use crate::lookup::value::{NAME, date, named_line};
use crate::session::Session;

/// Names the workspace, or sets its as-of day.
pub(crate) fn set_workspace(session: &mut Session, args: WorkspaceArgs) -> Result<Done, Fault> {
    let today = session.today();
    session.write(|plan| {
        if let Some(name) = &args.name {
            plan.set_name(named_line("name", &json!(name), NAME)?);
        }
        if let Some(words) = &args.as_of {
            let as_of = match words.trim() {
                "" | "today" => None,
                words => Some(day(words, today)?),
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

/// One day. Words such as "yesterday" count from today, not from the as-of day that is being replaced.
fn day(words: &str, today: Option<Day>) -> Result<Day, Fault> {
    let read = date("as_of", &json!(words), today)?;
    read.and_then(|it| it.edtf.as_day()).ok_or_else(|| {
        Fault::argument("as_of", format!("\"{words}\" is not one day"))
            .help("write a day, such as 11 June 2025, or today")
    })
}
