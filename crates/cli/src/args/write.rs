//! The commands that write, as they are typed.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Date in words, title, #theme, @actor, !severity, in:place, grade, <- cause
    pub(crate) line: String,
    /// Make themes, actors and places that are not known
    #[arg(long)]
    pub(crate) new: bool,
    /// Handle of the source to cite for it
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// The workspace
    pub(crate) file: PathBuf,
    /// An id, a handle (E21) or enough of the title
    pub(crate) event: String,
    /// A field and its new value: field=value, field+=value, field-=value; nothing after = clears it
    #[arg(long = "set", required = true, allow_hyphen_values = true)]
    pub(crate) set: Vec<String>,
    /// Make themes, actors and places that are not known
    #[arg(long)]
    pub(crate) new: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Workspace {
    /// The workspace
    pub(crate) file: PathBuf,
    /// The day up to which everything is known and from which "yesterday" counts; today for the day it is
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Its name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Ids, handles (E21) or enough of the titles
    #[arg(required = true)]
    pub(crate) events: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Link {
    /// The workspace
    pub(crate) file: PathBuf,
    /// The cause: an id, a handle (E21) or enough of the title
    pub(crate) cause: String,
    /// The effect
    pub(crate) effect: String,
    /// Type of link, such as triggers
    #[arg(long = "type")]
    pub(crate) link_type: Option<String>,
    /// low, moderate or high
    #[arg(long)]
    pub(crate) confidence: Option<String>,
    /// weak, medium or strong
    #[arg(long)]
    pub(crate) strength: Option<String>,
    /// reported, judged or assumed
    #[arg(long)]
    pub(crate) basis: Option<String>,
    /// Days from cause to effect
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) lag_days: Option<String>,
    /// Your own words for the type
    #[arg(long)]
    pub(crate) wording: Option<String>,
    /// Why
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// A word that rival explanations share
    #[arg(long)]
    pub(crate) rivals: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Cite {
    /// The workspace
    pub(crate) file: PathBuf,
    /// An id, a handle (E21) or enough of the title
    pub(crate) event: String,
    /// An id, a handle (A1) or the title of the source
    pub(crate) source: String,
    /// The field that the source speaks of, such as date
    #[arg(long)]
    pub(crate) field: Option<String>,
    /// The value that it gives for the field; what the event holds if left out
    #[arg(long)]
    pub(crate) value: Option<String>,
    /// Quote or paraphrase
    #[arg(long)]
    pub(crate) quote: Option<String>,
    /// Place in the text
    #[arg(long)]
    pub(crate) locator: Option<String>,
    /// Admiralty digit, 1 to 6
    #[arg(long)]
    pub(crate) credibility: Option<String>,
    /// It speaks against
    #[arg(long)]
    pub(crate) against: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Source {
    /// The workspace
    pub(crate) file: PathBuf,
    /// A field and its new value: outlet, title, author, published, read, address, reliability, handle
    #[arg(long = "set", required = true)]
    pub(crate) set: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
