//! Small workspaces for tests of charts of relations.

use model::{Basis, Confidence, EventId, Link, LinkId};

/// A reported link of high confidence.
pub(crate) fn link(id: i64, cause: i64, effect: i64) -> Link {
    Link {
        id: LinkId(id),
        cause: EventId(cause),
        effect: EventId(effect),
        link_type: "causes".to_owned(),
        wording: String::new(),
        strength: None,
        confidence: Confidence::High,
        lag_days: None,
        basis: Basis::Reported,
        note: String::new(),
        rivals: String::new(),
    }
}
