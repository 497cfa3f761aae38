//! `undo`, `redo`, `history` and `restore`.

use api::Fault;
use api::dto::{
    ChangedField, Done, HistoryArgs, HistoryPage, NoArgs, StepArgs, StepDetail, StepLine,
};

use crate::args::{History, Restore, Travel};
use crate::ask::{call, event, pretty, read, session};
use crate::print::plain;
use crate::table::{number, table, words};

/// Undoes the last step.
pub(crate) fn undo(args: &Travel) -> Result<String, Fault> {
    travel(args, "undo", "Nothing to undo")
}

/// Brings the step back that was undone last.
pub(crate) fn redo(args: &Travel) -> Result<String, Fault> {
    travel(args, "redo", "Nothing to redo")
}

fn travel(args: &Travel, verb: &str, nothing: &str) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let reply = call(&mut session, verb, &NoArgs::default())?;
    if args.json {
        return Ok(pretty(&reply));
    }
    let done: Done = read(reply)?;
    let told = if done.step.is_some() {
        done.name.as_str()
    } else {
        nothing
    };
    Ok(format!("{}\n", plain(told)))
}

/// Goes back to the state after a step.
pub(crate) fn restore(args: &Restore) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let reply = call(&mut session, "restore", &StepArgs { step: args.step })?;
    if args.json {
        return Ok(pretty(&reply));
    }
    let done: Done = read(reply)?;
    Ok(format!("{}\n", plain(&done.name)))
}

/// Lists what was done.
pub(crate) fn history(args: &History) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    if let Some(number) = args.step {
        let reply = call(&mut session, "step", &StepArgs { step: number })?;
        return if args.json {
            Ok(pretty(&reply))
        } else {
            Ok(changed(&read(reply)?))
        };
    }
    let about = match &args.event {
        Some(words) => Some(event(&mut session, words)?.id),
        None => None,
    };
    let asked = HistoryArgs {
        event: about,
        before: None,
        limit: Some(args.limit),
    };
    let reply = call(&mut session, "history", &asked)?;
    if args.json {
        return Ok(pretty(&reply));
    }
    let page: HistoryPage = read(reply)?;
    let columns = [
        number("STEP"),
        words("", 8),
        words("WHEN", 20),
        words("WHAT", 80),
    ];
    let rows: Vec<Vec<String>> = page.steps.iter().map(|it| row(it, page.now)).collect();
    let more = if page.more {
        "older steps not shown: use --limit\n"
    } else {
        ""
    };
    Ok(table(&columns, &rows) + more)
}

fn row(step: &StepLine, now: i64) -> Vec<String> {
    let place = match (step.number == now, step.done) {
        (true, _) => "now",
        (false, true) => "",
        (false, false) => "undone",
    };
    vec![
        step.number.to_string(),
        place.to_owned(),
        step.at.clone().unwrap_or_default(),
        step.name.clone(),
    ]
}

/// What a step changed, field by field.
fn changed(detail: &StepDetail) -> String {
    let mut text = format!("{}\n", plain(&detail.step.name));
    for change in &detail.changes {
        text.push_str(&format!("{} {}\n", change.change, plain(&change.what)));
        for field in &change.fields {
            let is_gone = change.change == "removed";
            text.push_str(&format!("  {}\n", plain(&before_and_after(field, is_gone))));
        }
    }
    if detail.more > 0 {
        text.push_str(&format!("and {} more\n", detail.more));
    }
    text
}

/// Of what is gone as a whole, the values alone.
fn before_and_after(it: &ChangedField, is_gone: bool) -> String {
    match (&it.before, &it.after) {
        (Some(before), None) if is_gone => format!("{}: {before}", it.field),
        (Some(before), Some(after)) => format!("{}: {before} → {after}", it.field),
        (Some(before), None) => format!("{}: removed {before}", it.field),
        (None, Some(after)) => format!("{}: {after}", it.field),
        (None, None) => it.field.clone(),
    }
}
