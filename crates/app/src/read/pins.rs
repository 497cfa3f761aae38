//! The `pins` verb: pinned nodes of a chart.

use api::Fault;
use api::dto::{HeldNode, PinsArgs};
use model::{Pin, Slot};

use crate::session::Session;

/// The nodes of a chart that are pinned.
pub(crate) fn pins(session: &Session, args: PinsArgs) -> Result<Vec<HeldNode>, Fault> {
    let all = session.workspace().pins.all();
    let own = all.filter(|(pin, _)| pin.board == args.on);
    let node = |(pin, slot): (Pin, Slot)| HeldNode {
        id: pin.node.to_string(),
        row: slot.row,
        after: slot.after.map(|it| it.to_string()),
    };
    Ok(own.map(node).collect())
}
