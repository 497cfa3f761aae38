//! Causes and effects as a graph: what leads to an event, what follows from it, and feedback loops.
//!
//! One algorithm per file, with its source. Results have a stable order: the same workspace gives the same result, link for
//! link.

mod between;
mod causes;
mod contradiction;
mod dates;
mod extent;
mod fit;
mod fix;
mod groups;
mod implied;
mod loops;
mod network;
mod order;
mod path;
mod rank;
mod reduction;
mod robustness;
mod roles;
mod strength;
#[cfg(test)]
mod testing;
mod tree;

pub use between::between;
pub use causes::Causes;
pub use contradiction::{Contradiction, Gap, Side};
pub use fit::{Fit, Follows, MOST_CONTRADICTIONS, fit};
pub use fix::{Fix, fixes};
pub use groups::{Between, Group, Groups, Tie, groups};
pub use implied::{Implied, implied};
pub use loops::{Loop, LoopKind};
pub use order::{AHEAD_DAYS, CLOSE_DAYS, Order, order};
pub use path::{Chain, strongest};
pub use petgraph;
pub use reduction::implied_by_chains;
pub use robustness::Break;
pub use roles::{Role, Roles, reached};
pub use strength::{carried, word};
pub use tree::{Branch, Tree};
