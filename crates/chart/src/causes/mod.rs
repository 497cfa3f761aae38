//! The causal chart: what leads to what, from left to right in time.
//!
//! At a distance, every event stands at its exact time, as on the timeline. In order, each date or stretch that occurs has
//! a column, which names far more on a page.

mod distance;
mod fit;
mod frame;
mod in_order;
mod lanes;
pub(crate) mod legend;
mod lengthen;
mod linked;
mod lit;
mod nodes;
mod paint;
mod rows;
#[cfg(test)]
mod tests;
mod unlinked;
mod wires;

pub(crate) use nodes::left_out;

use model::Workspace;

use crate::spec::{CausesSpec, Picture};

/// The causal chart of `workspace` as requested by `spec`.
#[must_use]
pub fn causes(workspace: &Workspace, spec: &CausesSpec<'_>) -> Picture {
    if spec.order {
        return in_order::in_order(workspace, spec).picture;
    }
    if !spec.look.is_page || spec.lanes {
        return distance::picture(workspace, spec).picture;
    }
    let in_order = in_order::in_order(workspace, spec);
    if in_order.named == in_order.linked {
        return in_order.picture;
    }
    let distance = distance::picture(workspace, spec);
    let fits = distance.picture.needed_px() <= spec.look.height_px;
    if fits && distance.named > in_order.named {
        distance.picture
    } else {
        in_order.picture
    }
}
