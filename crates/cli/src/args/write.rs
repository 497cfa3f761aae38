//! The commands that write, as they are typed.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Date, two spaces, title, #theme, @actor, !severity, in:place, grade, <- cause
    pub(crate) line: String,
    /// Add unknown themes, actors and places
    #[arg(long)]
    pub(crate) new: bool,
    /// Source to cite, by handle
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Event: id, handle (E21) or part of the title
    pub(crate) event: String,
    /// Field to set: field=value, field+=value, field-=value; an empty value clears it
    #[arg(long = "set", required = true, allow_hyphen_values = true)]
    pub(crate) set: Vec<String>,
    /// Add unknown themes, actors and places
    #[arg(long)]
    pub(crate) new: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Workspace {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// As-of day, from which "yesterday" counts; "today" follows the calendar
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Events: ids, handles (E21) or parts of titles
    #[arg(required = true)]
    pub(crate) events: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Link {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Cause: id, handle (E21) or part of the title
    pub(crate) cause: String,
    /// Effect
    pub(crate) effect: String,
    /// Link type, such as triggers
    #[arg(long = "type")]
    pub(crate) link_type: Option<String>,
    /// Confidence: low, moderate or high
    #[arg(long)]
    pub(crate) confidence: Option<String>,
    /// Strength: weak, medium or strong
    #[arg(long)]
    pub(crate) strength: Option<String>,
    /// Basis: reported, judged or assumed
    #[arg(long)]
    pub(crate) basis: Option<String>,
    /// Days from cause to effect
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) lag_days: Option<String>,
    /// Your own wording for the link
    #[arg(long)]
    pub(crate) wording: Option<String>,
    /// Note
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// Group name shared by rival explanations
    #[arg(long)]
    pub(crate) rivals: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Cite {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Event: id, handle (E21) or part of the title
    pub(crate) event: String,
    /// Source: id, handle (S1) or title
    pub(crate) source: String,
    /// Field that the source supports, such as date
    #[arg(long)]
    pub(crate) field: Option<String>,
    /// Value that the source gives for the field (default: the event's value)
    #[arg(long)]
    pub(crate) value: Option<String>,
    /// Quote or paraphrase
    #[arg(long)]
    pub(crate) quote: Option<String>,
    /// Page or paragraph
    #[arg(long)]
    pub(crate) locator: Option<String>,
    /// Credibility, 1 to 6 (Admiralty scale)
    #[arg(long)]
    pub(crate) credibility: Option<String>,
    /// The source contradicts it
    #[arg(long)]
    pub(crate) against: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Source {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Field to set: outlet, title, author, published, read (date accessed), address (URL or reference), reliability, handle
    #[arg(long = "set", required = true)]
    pub(crate) set: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
