//! Named settings of exports. They hold everything an export was asked with, so that the same name gives the same picture.

use api::bounds::Bounded;
use api::dto::{Done, ExportSetting, NameArgs, NoArgs};
use api::{Fault, FaultCode};
use model::Settings;

use crate::session::Session;

/// The most there are of them.
const MANY: usize = 200;

/// All of them, in the order of names. What this program cannot read, such as that of a newer one, is left out.
pub(crate) fn export_settings(session: &Session, _: NoArgs) -> Result<Vec<ExportSetting>, Fault> {
    let kept = session.workspace().settings.exports();
    Ok(kept
        .filter_map(|(_, value)| serde_json::from_str(value).ok())
        .filter(|it: &ExportSetting| it.check_bounds().is_ok())
        .collect())
}

/// Keeps settings under a name, in place of those that had it.
pub(crate) fn save_export_settings(
    session: &mut Session,
    args: ExportSetting,
) -> Result<Done, Fault> {
    session.write(|plan| {
        let key = Settings::export_key(&args.name);
        let kept = &plan.base().settings;
        if kept.get(&key).is_none() && kept.exports().count() >= MANY {
            let message = format!("there are {MANY} export settings already");
            return Err(Fault::argument("name", message).help("delete one first"));
        }
        let value = serde_json::to_string(&args).map_err(super::broken)?;
        plan.set_setting(key, Some(value));
        Ok(format!("Save the export settings “{}”", args.name))
    })
}

/// Deletes named settings.
pub(crate) fn delete_export_settings(session: &mut Session, args: NameArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let key = Settings::export_key(&args.name);
        if plan.base().settings.get(&key).is_none() {
            let message = format!("there are no export settings \"{}\"", args.name);
            return Err(Fault::new(FaultCode::NotFound, message).help("look at the list of them"));
        }
        plan.set_setting(key, None);
        Ok(format!("Delete the export settings “{}”", args.name))
    })
}
