//! Looks names up in the planned workspace.

use super::Plan;
use crate::lookup::names::{List, Lists, NamedItem};

impl Lists for Plan<'_> {
    fn rows(&self, list: List) -> Vec<NamedItem<'_>> {
        match list {
            List::Themes => self.themes().map(NamedItem::from).collect(),
            List::Categories => self.categories().map(NamedItem::from).collect(),
            List::Actors => self.actors().map(NamedItem::from).collect(),
            List::Places => self.places().map(NamedItem::from).collect(),
            List::Sources => self.sources().map(NamedItem::from).collect(),
            List::Datasets => self.datasets().map(NamedItem::from).collect(),
        }
    }
}
