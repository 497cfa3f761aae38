//! `settings`: saved export settings.

use api::Fault;
use api::dto::{Done, ExportSetting, ExportSettings, NameArgs, NoArgs};

use crate::args::Settings;
use crate::ask::{ask, call, pretty, read, session};
use crate::print::plain;
use crate::table::{table, words};

/// Lists saved export settings, or deletes some.
pub(crate) fn settings(args: &Settings) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    if let Some(name) = &args.delete {
        let name = name.clone();
        let done: Done = ask(&mut session, "delete_export_settings", &NameArgs { name })?;
        return Ok(format!("{}\n", done.name));
    }
    let reply = call(&mut session, "export_settings", &NoArgs::default())?;
    let all: ExportSettings = read(reply.clone())?;
    if args.json {
        // One list: what cannot be read has a reason instead of arguments.
        let lists = ["settings", "unreadable"].map(|it| reply[it].as_array().cloned());
        let rows: Vec<_> = lists.into_iter().flatten().flatten().collect();
        return Ok(pretty(&rows.into()));
    }
    let row = |it: &ExportSetting| {
        let page = match (it.args.page.preset, it.args.page.size_px) {
            (Some(preset), _) => preset.to_string(),
            (None, Some([width, height])) => format!("{width} x {height}"),
            (None, None) => String::from("slide"),
        };
        vec![
            it.name.clone(),
            it.args.chart.chart.kind().to_string(),
            page,
        ]
    };
    let rows: Vec<_> = all.settings.iter().map(row).collect();
    let columns = [words("NAME", 60), words("CHART", 12), words("PAGE", 20)];
    let unreadable = all.unreadable.iter();
    let unreadable = unreadable.map(|it| {
        let (name, reason) = (plain(&it.name), plain(&it.reason));
        format!("\"{name}\" cannot be read: {reason}\n")
    });
    Ok(table(&columns, &rows) + &unreadable.collect::<String>())
}
