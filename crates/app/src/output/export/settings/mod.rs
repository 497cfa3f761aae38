//! Named settings of exports. They hold everything an export was asked with, so that the same name gives the same picture.

mod flat;
mod stored;

use api::dto::{Done, ExportSetting, ExportSettings, NameArgs, NoArgs, UnreadableSetting};
use api::{Fault, FaultCode};
use model::Settings;

use crate::session::Session;

/// The most there are of them.
const MANY: usize = 200;

/// All of them, in the order of names; of what this program cannot read, such as those of a newer one, it says why.
pub(crate) fn export_settings(session: &Session, _: NoArgs) -> Result<ExportSettings, Fault> {
    let (mut settings, mut unreadable) = (Vec::new(), Vec::new());
    for (name, text) in session.workspace().settings.exports() {
        match stored::read(name, text) {
            Ok(setting) => settings.push(setting),
            Err(reason) => unreadable.push(UnreadableSetting {
                name: name.to_owned(),
                reason,
            }),
        }
    }
    Ok(ExportSettings {
        settings,
        unreadable,
    })
}

/// Saves settings under a name, replacing any that had it.
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
        let value = stored::text_of(&args.args).map_err(super::broken)?;
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
            return Err(
                Fault::new(FaultCode::NotFound, message).help("list them with export_settings")
            );
        }
        plan.set_setting(key, None);
        Ok(format!("Delete the export settings “{}”", args.name))
    })
}

/// Flat arguments of the chart `view`, as tests write them, in the form of today.
#[cfg(test)]
pub(crate) fn of_flat(view: &str, flat: &serde_json::Value) -> Result<api::dto::ExportArgs, Fault> {
    let args = api::call::typed::<flat::Flat>(flat.clone())?.for_chart(view)?;
    api::bounds::Bounded::check_bounds(&args)?;
    Ok(args)
}

#[cfg(test)]
impl api::bounds::Bounded for flat::Flat {}
