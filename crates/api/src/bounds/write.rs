//! Bounds of the arguments of verbs that write. What a field may hold is checked where it is set.

use std::collections::BTreeSet;

use model::EventId;

use super::{Bounded, LONG, MANY, SHORT, id, number, text};
use crate::Fault;
use crate::dto::{
    AddLinkArgs, CiteArgs, CitedArgs, ClaimArgs, EditArgs, EditOneArgs, HistoryArgs, HoldArgs,
    IdsArgs, InLaneArgs, ItemArgs, ItemsArgs, LetGoArgs, MakeArgs, MergeArgs, PinsArgs, RedateArgs,
    RememberArgs, SetField, StepArgs, WorkspaceArgs,
};

/// Things that one step may change: all that a person can have selected.
const SELECTED: usize = 100_000;
/// Fields that one step may set.
const FIELDS: usize = 50;
/// Characters of a quote.
const QUOTE: usize = 100_000;
/// Days that a date may be moved: from one end of the years of four digits to the other.
const DAYS: std::ops::RangeInclusive<i32> = -8_000_000..=8_000_000;

/// Rows of a chart, or pixels of a map.
const ROWS: std::ops::RangeInclusive<f64> = -1_000_000.0..=1_000_000.0;
/// Nodes of a chart whose layout is kept.
const MANY_NODES: usize = 1_000_000;

/// Things of one kind, at least one and each once.
fn some<T: Ord + std::fmt::Display>(field: &str, list: &[T], most: usize) -> Result<(), Fault> {
    if list.is_empty() {
        return Err(Fault::argument(field, format!("{field} is empty")).help("say which ones"));
    }
    if list.len() > most {
        let message = format!("{field} has more than {most} entries");
        return Err(Fault::argument(field, message).help("take fewer at a time"));
    }
    let mut seen = BTreeSet::new();
    for one in list {
        if !seen.insert(one) {
            let message = format!("{field} names {one} twice");
            return Err(Fault::argument(field, message).help("name each once"));
        }
    }
    Ok(())
}

/// Ids of any kind, at least one and each once.
fn some_ids(field: &str, list: &[String], most: usize) -> Result<(), Fault> {
    let ids: Result<Vec<EventId>, Fault> = list.iter().map(|it| id(field, it)).collect();
    some(field, &ids?, most)
}

fn one_id(field: &str, value: &str) -> Result<(), Fault> {
    id::<EventId>(field, value).map(drop)
}

fn id_if_any(field: &str, value: Option<&String>) -> Result<(), Fault> {
    value.map_or(Ok(()), |value| one_id(field, value))
}

/// Fields that an argument of this name sets; there may be none.
pub fn fields(name: &str, set: &[SetField]) -> Result<(), Fault> {
    if set.len() > FIELDS {
        let message = format!("{name} has more than {FIELDS} entries");
        return Err(Fault::argument(name, message).help("set fewer fields at a time"));
    }
    set.iter().try_for_each(|it| text(name, &it.field, SHORT))
}

fn some_fields(set: &[SetField]) -> Result<(), Fault> {
    if set.is_empty() {
        return Err(
            Fault::argument("set", "set is empty").help("give at least one field and its value")
        );
    }
    fields("set", set)
}

impl Bounded for MakeArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        some_fields(&self.set)
    }
}

impl Bounded for InLaneArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("lane", &self.lane, SHORT)
    }
}

impl Bounded for EditArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        some("events", &self.events, SELECTED)?;
        some_fields(&self.set)
    }
}

impl Bounded for EditOneArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        one_id("id", &self.id)?;
        some_fields(&self.set)
    }
}

impl Bounded for IdsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        some_ids("ids", &self.ids, SELECTED)
    }
}

impl Bounded for RedateArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        some("ids", &self.ids, SELECTED)?;
        number("by_days", self.by_days, &DAYS)
    }
}

impl Bounded for HoldArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        let ids: Vec<String> = self.nodes.iter().map(|it| it.id.clone()).collect();
        some_ids("nodes", &ids, MANY)?;
        for node in &self.nodes {
            number("nodes.row", node.row, &ROWS)?;
        }
        let after: Vec<String> = self
            .nodes
            .iter()
            .filter_map(|it| it.after.clone())
            .collect();
        after
            .iter()
            .try_for_each(|it| id::<EventId>("nodes.after", it).map(drop))
    }
}

impl Bounded for RememberArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        let ids: Vec<String> = self.parts.iter().flatten().flatten().cloned().collect();
        if ids.is_empty() {
            return Ok(());
        }
        some_ids("parts", &ids, MANY_NODES)
    }
}

impl Bounded for PinsArgs {}

impl Bounded for LetGoArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        if self.ids.is_empty() {
            return Ok(());
        }
        some_ids("ids", &self.ids, SELECTED)
    }
}

impl Bounded for MergeArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("list", self.list.as_deref().unwrap_or_default(), SHORT)?;
        one_id("keep", &self.keep)?;
        some_ids("others", &self.others, MANY)
    }
}

impl Bounded for AddLinkArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("line", &self.line, LONG)?;
        fields("set", &self.set)
    }
}

impl Bounded for CiteArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("source", &self.source, LONG)?;
        fields("source_set", &self.source_set)?;
        text("field", self.field.as_deref().unwrap_or_default(), SHORT)?;
        text("value", self.value.as_deref().unwrap_or_default(), LONG)?;
        text("quote", &self.quote, QUOTE)?;
        text("locator", &self.locator, LONG)?;
        Ok(())
    }
}

impl Bounded for ClaimArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("field", &self.field, SHORT)?;
        text("value", &self.value, LONG)
    }
}

impl Bounded for ItemArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("list", &self.list, SHORT)?;
        id_if_any("id", self.id.as_ref())?;
        fields("set", &self.set)
    }
}

impl Bounded for ItemsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("list", &self.list, SHORT)
    }
}

impl Bounded for StepArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("step", self.step, &(0..=i64::MAX))
    }
}

impl Bounded for HistoryArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.before
            .map_or(Ok(()), |before| number("before", before, &(0..=i64::MAX)))?;
        self.limit
            .map_or(Ok(()), |limit| number("limit", limit, &(1..=1_000)))
    }
}

impl Bounded for WorkspaceArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("name", self.name.as_deref().unwrap_or_default(), SHORT)?;
        text("as_of", self.as_of.as_deref().unwrap_or_default(), SHORT)
    }
}

impl Bounded for CitedArgs {}
