//! The verbs that write. Each works out a [`Plan`](crate::session::plan::Plan) on the snapshot; the session writes it as one
//! step of the history, with the name that the verb gives it.

mod cite;
mod claim;
mod event;
mod event_field;
mod existing;
mod handle;
mod item;
mod join_series;
mod link;
mod lists;
mod merge_events;
mod merge_items;
mod new_handles;
mod new_items;
pub(crate) mod pins;
pub(crate) mod quick_add;
mod resolve;
mod series;
mod source;
pub(crate) mod take_series;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod travel;
mod weights;
mod workspace;

pub(crate) use cite::{cite, delete_citations, edit_citation};
pub(crate) use claim::{claim, delete_claims, edit_claim};
pub(crate) use event::{add_event, delete, duplicate, edit, pin, redate};
pub(crate) use item::{add_item, delete_item, edit_item, order_themes};
pub(crate) use link::{delete_links, edit_link, link, turn_links};
pub(crate) use merge_events::merge_events;
pub(crate) use merge_items::merge_items;
pub(crate) use series::{delete_series, edit_series};
pub(crate) use source::{add_source, delete_sources, edit_source, make_source};
pub(crate) use weights::set_weight;
pub(crate) use workspace::set_workspace;
