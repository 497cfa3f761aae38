//! The lists that names are looked up in, of a workspace as it is and of one as it is planned.

use model::Workspace;

use crate::plan::Plan;

/// A list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// Themes.
    Themes,
    /// Categories.
    Categories,
    /// Actors.
    Actors,
    /// Places.
    Places,
    /// Sources.
    Sources,
    /// Layers.
    Layers,
}

impl List {
    /// What one of it is called.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Themes => "theme",
            Self::Categories => "category",
            Self::Actors => "actor",
            Self::Places => "place",
            Self::Sources => "source",
            Self::Layers => "layer",
        }
    }

    /// True where a name that is not known may be made in passing.
    pub(crate) fn can_grow(self) -> bool {
        matches!(self, Self::Themes | Self::Actors | Self::Places)
    }
}

/// What goes by a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// Its number.
    pub(crate) id: i64,
    /// Word for typing; may be empty.
    pub(crate) handle: &'a str,
    /// Name for reading.
    pub(crate) name: &'a str,
    /// Another name it may go by if nothing else does: the town of "Geneva, CH", the outlet of a source. May be empty.
    pub(crate) also: &'a str,
}

/// Where names can be looked up.
pub(crate) trait Lists {
    /// Everything in `list`.
    fn rows(&self, list: List) -> Vec<Row<'_>>;
}

impl Lists for Workspace {
    fn rows(&self, list: List) -> Vec<Row<'_>> {
        match list {
            List::Themes => self.themes.iter().map(theme).collect(),
            List::Categories => self.categories.iter().map(category).collect(),
            List::Actors => self.actors.iter().map(actor).collect(),
            List::Places => self.places.iter().map(place).collect(),
            List::Sources => self.sources.iter().map(source).collect(),
            List::Layers => self.layers.iter().map(layer).collect(),
        }
    }
}

impl Lists for Plan<'_> {
    fn rows(&self, list: List) -> Vec<Row<'_>> {
        match list {
            List::Themes => self.themes().map(theme).collect(),
            List::Categories => self.categories().map(category).collect(),
            List::Actors => self.actors().map(actor).collect(),
            List::Places => self.places().map(place).collect(),
            List::Sources => self.sources().map(source).collect(),
            List::Layers => self.layers().map(layer).collect(),
        }
    }
}

fn theme(it: &model::Theme) -> Row<'_> {
    row(it.id.0, &it.handle, &it.name, "")
}

fn category(it: &model::Category) -> Row<'_> {
    row(it.id.0, &it.handle, &it.name, "")
}

fn actor(it: &model::Actor) -> Row<'_> {
    row(it.id.0, &it.handle, &it.name, "")
}

fn place(it: &model::Place) -> Row<'_> {
    let town = it.name.split_once(',').map_or("", |(town, _)| town);
    row(it.id.0, "", &it.name, town)
}

fn source(it: &model::Source) -> Row<'_> {
    row(it.id.0, &it.handle, &it.title, &it.outlet)
}

fn layer(it: &model::Layer) -> Row<'_> {
    row(it.id.0, "", &it.name, "")
}

fn row<'a>(id: i64, handle: &'a str, name: &'a str, also: &'a str) -> Row<'a> {
    Row {
        id,
        handle,
        name,
        also,
    }
}
