//! `logo`: the logo of exported charts.

use api::Fault;
use api::dto::{Done, NoArgs};

use crate::args::Logo;
use crate::ask::{ask, session};

/// Sets or removes the logo.
pub(crate) fn logo(args: &Logo) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let done: Done = match &args.image {
        Some(image) => app::take_logo(&mut session, image)?,
        None => ask(&mut session, "remove_logo", &NoArgs::default())?,
    };
    Ok(format!("{}\n", done.name))
}
