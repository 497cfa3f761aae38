//! `settings` and `logo`: how pictures are dressed.

use api::Fault;
use api::dto::{Done, ExportSetting};
use serde_json::{Value, json};

use crate::args::{Logo, Settings};
use crate::ask::{ask, pretty, session};
use crate::table::{table, words};

/// Lists named settings of exports, or deletes some.
pub(crate) fn settings(args: &Settings) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    if let Some(name) = &args.delete {
        let done: Done = ask(
            &mut session,
            "delete_export_settings",
            json!({ "name": name }),
        )?;
        return Ok(format!("{}\n", done.name));
    }
    let all = app::call(&mut session, "export_settings", Value::Null)?;
    if args.json {
        return Ok(pretty(&all));
    }
    let all: Vec<ExportSetting> = crate::ask::read(all)?;
    let row = |it: &ExportSetting| {
        let page = match (&it.args.preset, it.args.size_px) {
            (Some(preset), _) => preset.to_string(),
            (None, Some([width, height])) => format!("{width} x {height}"),
            (None, None) => String::from("slide"),
        };
        vec![it.name.clone(), it.view.clone(), page]
    };
    Ok(table(
        &[words("name", 60), words("chart", 12), words("page", 20)],
        &all.iter().map(row).collect::<Vec<_>>(),
    ))
}

/// Takes an image as the logo, or takes the logo away.
pub(crate) fn logo(args: &Logo) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let done = match &args.image {
        Some(image) => app::take_logo(&mut session, image)?,
        None => ask(&mut session, "remove_logo", Value::Null)?,
    };
    Ok(format!("{}\n", done.name))
}
