//! `doctor`: what is wrong with a file, and saving what can be read of it.

use std::path::Path;

use api::{Fault, FaultCode};
use app::{Diagnosis, Session};

use crate::args::Doctor;
use crate::ask::pretty;
use crate::print::plain;

/// Examines the file; with an output, saves what can be read there. A damaged file from which nothing was saved is an error.
pub(crate) fn doctor(args: &Doctor) -> Result<String, Fault> {
    if args.rebuild {
        return rebuild(args);
    }
    let found = app::examine(&args.file)?;
    if let Some(output) = &args.output {
        return save(args, &found, output);
    }
    if args.json {
        let json = serde_json::to_value(&found)
            .map_err(|error| Fault::new(FaultCode::Internal, error.to_string()))?;
        return Ok(pretty(&json));
    }
    verdict(&found)
}

/// Rebuilds derived data, then examines the file.
fn rebuild(args: &Doctor) -> Result<String, Fault> {
    let done = app::rebuild(&args.file)?;
    let lines: Vec<String> = done.iter().map(|it| format!("- {}\n", plain(it))).collect();
    let found = app::examine(&args.file)?;
    Ok(lines.concat() + &verdict(&found)?)
}

/// That it is intact, or, as an error, what is wrong and what can be done.
fn verdict(found: &Diagnosis) -> Result<String, Fault> {
    if found.wrong.is_empty() {
        return Ok(format!(
            "{} is intact: {}\n",
            plain(&found.file),
            counts(found)
        ));
    }
    let message = format!("\"{}\" is damaged; it was not changed", found.file);
    let mut help = vec![format!("readable: {}", counts(found))];
    if found.has_all_entries {
        help.push(String::from(
            "doctor FILE --rebuild rebuilds what is derived from the entries, such as the search index",
        ));
    }
    help.push(String::from(
        "doctor FILE -o NEW.faultline writes what can be read to a new file",
    ));
    help.extend(found.wrong.iter().map(|it| format!("- {it}")));
    Err(Fault::new(FaultCode::Damaged, message).help(help.join("\n")))
}

fn save(args: &Doctor, found: &Diagnosis, output: &Path) -> Result<String, Fault> {
    let lost = Session::salvage(&args.file, output)?;
    let lines: Vec<String> = lost.iter().map(|it| format!("- {}\n", plain(it))).collect();
    let name = output
        .file_name()
        .map(|it| it.to_string_lossy().into_owned());
    Ok(format!(
        "{}: {}{}\n{}",
        plain(&name.unwrap_or_default()),
        counts(found),
        if lines.is_empty() {
            ", with the full history"
        } else {
            ""
        },
        lines.concat()
    ))
}

/// "47 events, 42 links": what there is of what counts.
fn counts(found: &Diagnosis) -> String {
    let told = ["events", "links", "sources", "citations", "claims"];
    let rows = found.readable.iter().filter(|it| told.contains(&it.kind));
    let row = |it: &app::Readable| match it.lost {
        0 => format!("{} {}", it.found, it.kind),
        lost => format!("{} {} ({lost} lost)", it.found, it.kind),
    };
    rows.map(row).collect::<Vec<_>>().join(", ")
}
