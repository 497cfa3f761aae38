//! The `date` verb: how the words of a date are understood.

use api::Fault;
use api::dto::{DateArgs, DateQuestion, DateReply};
use model::date::Understood;

use crate::lookup::rows::date_detail;
use crate::session::Session;

/// How the words of a date are understood.
pub(crate) fn date(session: &Session, args: DateArgs) -> Result<DateReply, Fault> {
    let understood = model::date::read(&args.words, session.now()).map_err(|error| {
        Fault::argument(
            "words",
            format!("\"{}\" is not understood as a date", args.words),
        )
        .help(error.to_string())
    })?;
    Ok(match understood {
        Understood::Date(date) => DateReply::Understood(date_detail(&date, "")),
        Understood::Ask { question, choices } => DateReply::Ask(DateQuestion {
            question,
            choices: choices
                .iter()
                .map(|choice| date_detail(choice, ""))
                .collect(),
        }),
    })
}
