//! The lists that names are looked up in.

use model::Workspace;

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
    /// Datasets.
    Datasets,
}

impl List {
    /// The name of one item.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Themes => "theme",
            Self::Categories => "category",
            Self::Actors => "actor",
            Self::Places => "place",
            Self::Sources => "source",
            Self::Datasets => "dataset",
        }
    }

    /// Whether an unknown name may be added on the fly.
    pub(crate) fn can_grow(self) -> bool {
        matches!(self, Self::Themes | Self::Actors | Self::Places)
    }
}

/// Something with a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NamedItem<'a> {
    /// Its number.
    pub(crate) id: i64,
    /// Handle; may be empty.
    pub(crate) handle: &'a str,
    /// Display name.
    pub(crate) name: &'a str,
    /// Another name by which it is found if nothing else matches: the town of "Geneva, CH", the outlet of a source. May be empty.
    pub(crate) also: &'a str,
}

/// Where names can be looked up.
pub(crate) trait Lists {
    /// Everything in `list`.
    fn rows(&self, list: List) -> Vec<NamedItem<'_>>;
}

impl Lists for Workspace {
    fn rows(&self, list: List) -> Vec<NamedItem<'_>> {
        match list {
            List::Themes => self.themes.iter().map(NamedItem::from).collect(),
            List::Categories => self.categories.iter().map(NamedItem::from).collect(),
            List::Actors => self.actors.iter().map(NamedItem::from).collect(),
            List::Places => self.places.iter().map(NamedItem::from).collect(),
            List::Sources => self.sources.iter().map(NamedItem::from).collect(),
            List::Datasets => self.datasets.iter().map(NamedItem::from).collect(),
        }
    }
}

impl<'a> From<&'a model::Theme> for NamedItem<'a> {
    fn from(it: &'a model::Theme) -> Self {
        row(it.id.0, &it.handle, &it.name, "")
    }
}

impl<'a> From<&'a model::Category> for NamedItem<'a> {
    fn from(it: &'a model::Category) -> Self {
        row(it.id.0, &it.handle, &it.name, "")
    }
}

impl<'a> From<&'a model::Actor> for NamedItem<'a> {
    fn from(it: &'a model::Actor) -> Self {
        row(it.id.0, &it.handle, &it.name, "")
    }
}

impl<'a> From<&'a model::Place> for NamedItem<'a> {
    fn from(it: &'a model::Place) -> Self {
        let town = it.name.split_once(',').map_or("", |(town, _)| town);
        row(it.id.0, "", &it.name, town)
    }
}

impl<'a> From<&'a model::Source> for NamedItem<'a> {
    fn from(it: &'a model::Source) -> Self {
        row(it.id.0, &it.handle, &it.title, &it.outlet)
    }
}

impl<'a> From<&'a model::Dataset> for NamedItem<'a> {
    fn from(it: &'a model::Dataset) -> Self {
        row(it.id.0, "", &it.name, "")
    }
}

fn row<'a>(id: i64, handle: &'a str, name: &'a str, also: &'a str) -> NamedItem<'a> {
    NamedItem {
        id,
        handle,
        name,
        also,
    }
}
