//! What stands out in a picture, in words: a page names it, for the rest of the picture is faded.

use api::dto::Highlight;
use model::{EventId, Workspace};

/// "highlighted: how “Talks open” led to “Curbs are eased”".
pub(super) fn in_words(workspace: &Workspace, highlight: &Highlight) -> String {
    let title = |id: EventId| {
        let event = workspace.event(id);
        event.map_or_else(String::new, |it| format!("“{}”", it.title))
    };
    let what = match *highlight {
        Highlight::Path { from, to, .. } => format!("how {} led to {}", title(from), title(to)),
        Highlight::Loop { .. } | Highlight::ThemeLoop { .. } => String::from("a feedback loop"),
        Highlight::LoopThrough { event } => format!("a feedback loop through {}", title(event)),
        Highlight::Why { event, .. } => format!("what led to {}", title(event)),
        Highlight::Follows { event, .. } => format!("what follows from {}", title(event)),
        Highlight::Drivers => String::from("key drivers, outcomes and bottlenecks"),
    };
    format!("highlighted: {what}")
}
