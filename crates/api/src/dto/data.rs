//! Arguments of exported data, and what an export of any kind replies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;

/// What of the workspace is written for other programs.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DataArgs {
    /// json, csv, xlsx, ics, graphml, gexf, dot, geojson, timelinejs or md; absent: by the ending of the file's name.
    #[ts(optional)]
    pub format: Option<String>,
    /// Of a CSV: events, links or citations; events if absent.
    #[ts(as = "Option<_>", optional)]
    pub table: String,
    /// Which entries; JSON always holds everything.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Name of the file, without folders.
    pub file_name: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What the format could not hold, in sentences without a full stop.
    pub left_out: Vec<String>,
    /// Of pictures, what each chart says of its own completeness ("36 of 43 linked entries named."), where it says anything;
    /// empty for data.
    pub counts: Vec<String>,
}
