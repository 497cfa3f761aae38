//! The lists that entries are filed under.

use model::{
    Actor, ActorId, Band, Category, CategoryId, Dataset, DatasetId, LinkType, Place, PlaceId,
    Scale, ScaleWord, Theme, ThemeId, Workspace,
};

use super::{Known, list};
use crate::session::sample::names::Names;
use crate::session::sample::text::{
    ActorText, CategoriesText, CategoryText, DatasetText, LinkTypeText, LinkTypesText, PlaceText,
    ScaleText, ScalesText, ThemeText,
};
use crate::session::sample::{SampleError, text};

/// Categories, link types and scales.
pub(crate) fn basics() -> Result<Workspace, SampleError> {
    let categories: CategoriesText = list!("categories.toml");
    let link_types: LinkTypesText = list!("link-types.toml");
    let scales: ScalesText = list!("scales.toml");
    Ok(Workspace {
        categories: self::categories(categories.category)?,
        link_types: link_types.link_type.into_iter().map(link_type).collect(),
        scales: scales.scale.into_iter().map(scale).collect(),
        ..Workspace::default()
    })
}

fn categories(list: Vec<CategoryText>) -> Result<Vec<Category>, SampleError> {
    let names = Names::number("category", list.iter().map(|it| &it.handle))?;
    let category = |(id, it): (i64, CategoryText)| {
        Ok(Category {
            id: CategoryId(id),
            parent: names
                .id_if_any("categories.toml", it.parent.as_ref())?
                .map(CategoryId),
            handle: it.handle,
            name: it.name,
            cameo: it.cameo,
            plover: it.plover,
        })
    };
    (1..).zip(list).map(category).collect()
}

fn link_type(it: LinkTypeText) -> LinkType {
    LinkType {
        handle: it.handle,
        label: it.label,
        sign: it.sign,
        order: it.order,
        what_if: it.what_if,
        meaning: it.meaning,
    }
}

fn scale(it: ScaleText) -> Scale {
    let words = it.words.into_iter().map(|it| {
        (
            ScaleWord(it.word),
            Band {
                low_percent: it.low_percent,
                high_percent: it.high_percent,
            },
        )
    });
    Scale {
        name: it.name,
        words: words.collect(),
    }
}

pub(super) fn datasets(list: Vec<DatasetText>) -> Vec<Dataset> {
    (1..)
        .zip(list)
        .map(|(id, it)| Dataset {
            id: DatasetId(id),
            name: it.name,
            on: it.on,
        })
        .collect()
}

pub(super) fn themes(list: Vec<ThemeText>, known: &Known) -> Result<Vec<Theme>, SampleError> {
    let theme = |(id, it): (i64, ThemeText)| {
        Ok(Theme {
            id: ThemeId(id),
            parent: known
                .themes
                .id_if_any("sample/themes.toml", it.parent.as_ref())?
                .map(ThemeId),
            handle: it.handle,
            name: it.name,
            hue: it.hue,
        })
    };
    (1..).zip(list).map(theme).collect()
}

pub(super) fn actors(list: Vec<ActorText>, known: &Known) -> Result<Vec<Actor>, SampleError> {
    let actor = |(id, it): (i64, ActorText)| {
        Ok(Actor {
            id: ActorId(id),
            parent: known
                .actors
                .id_if_any("sample/actors.toml", it.parent.as_ref())?
                .map(ActorId),
            handle: it.handle,
            name: it.name,
            country: it.country,
        })
    };
    (1..).zip(list).map(actor).collect()
}

pub(super) fn places(list: Vec<PlaceText>) -> Vec<Place> {
    let place = |(id, it): (i64, PlaceText)| Place {
        id: PlaceId(id),
        name: it.name,
        latitude_deg: Some(it.latitude_deg),
        longitude_deg: Some(it.longitude_deg),
        country: it.country,
    };
    (1..).zip(list).map(place).collect()
}
