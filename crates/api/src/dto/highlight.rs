//! What stands out on a chart while everything else is faded: one of the answers that links give.

use model::EventId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ts;

/// Which answer stands out. Its entries and links are those of the answer's list, of what passes the chart's filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "answer", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Highlight {
    /// The strongest chains from one event to another, as in `path`.
    Path {
        /// Where they begin.
        #[ts(as = "ts::EventId")]
        from: EventId,
        /// Where they lead.
        #[ts(as = "ts::EventId")]
        to: EventId,
        /// At most so many chains, 1 to 20; 3 if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        most: Option<u8>,
    },
    /// A feedback loop among events.
    Loop {
        /// Its place in `loops`, from 1.
        number: u32,
    },
    /// The shortest feedback loop through an event.
    LoopThrough {
        /// The event.
        #[ts(as = "ts::EventId")]
        event: EventId,
    },
    /// A feedback loop among themes: the links between them.
    ThemeLoop {
        /// Its place in `loops`, from 1.
        number: u32,
    },
    /// What led to an event, as in `why`.
    Why {
        /// The event.
        #[ts(as = "ts::EventId")]
        event: EventId,
        /// Over how many steps, 1 to 9; 3 if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        steps: Option<u8>,
    },
    /// What follows from an event, as in `follows`.
    Follows {
        /// The event.
        #[ts(as = "ts::EventId")]
        event: EventId,
        /// Over how many steps, 1 to 9; 3 if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        steps: Option<u8>,
    },
    /// Key drivers, outcomes, bridges and bottlenecks, as in `drivers`, and the links between them.
    Drivers,
}
