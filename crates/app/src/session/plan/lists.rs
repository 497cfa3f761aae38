//! Names are looked up in a workspace as it is planned, too.

use super::Plan;
use crate::lookup::names::{List, Lists, Row};

impl Lists for Plan<'_> {
    fn rows(&self, list: List) -> Vec<Row<'_>> {
        match list {
            List::Themes => self.themes().map(Row::from).collect(),
            List::Categories => self.categories().map(Row::from).collect(),
            List::Actors => self.actors().map(Row::from).collect(),
            List::Places => self.places().map(Row::from).collect(),
            List::Sources => self.sources().map(Row::from).collect(),
            List::Datasets => self.datasets().map(Row::from).collect(),
        }
    }
}
