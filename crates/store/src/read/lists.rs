//! Reading themes, categories, actors, places, layers, link types and scales.

use model::{
    Actor, ActorId, Band, Category, CategoryId, Layer, LayerId, LinkType, Place, PlaceId, Scale,
    ScaleWord, Theme, ThemeId,
};
use rusqlite::{Connection, Result};

use super::{rows, word};

pub(super) fn themes(db: &Connection) -> Result<Vec<Theme>> {
    rows(
        db,
        "SELECT id, handle, name, parent, hue FROM theme ORDER BY position, id",
        |row| {
            Ok(Theme {
                id: ThemeId(row.get(0)?),
                handle: row.get(1)?,
                name: row.get(2)?,
                parent: row.get::<_, Option<i64>>(3)?.map(ThemeId),
                hue: row.get(4)?,
            })
        },
    )
}

pub(super) fn categories(db: &Connection) -> Result<Vec<Category>> {
    rows(
        db,
        "SELECT id, handle, name, parent, cameo, plover FROM category ORDER BY id",
        |row| {
            Ok(Category {
                id: CategoryId(row.get(0)?),
                handle: row.get(1)?,
                name: row.get(2)?,
                parent: row.get::<_, Option<i64>>(3)?.map(CategoryId),
                cameo: row.get(4)?,
                plover: row.get(5)?,
            })
        },
    )
}

pub(super) fn actors(db: &Connection) -> Result<Vec<Actor>> {
    rows(
        db,
        "SELECT id, handle, name, parent, country FROM actor ORDER BY id",
        |row| {
            Ok(Actor {
                id: ActorId(row.get(0)?),
                handle: row.get(1)?,
                name: row.get(2)?,
                parent: row.get::<_, Option<i64>>(3)?.map(ActorId),
                country: row.get(4)?,
            })
        },
    )
}

pub(super) fn places(db: &Connection) -> Result<Vec<Place>> {
    rows(
        db,
        "SELECT id, name, latitude_deg, longitude_deg, country FROM place ORDER BY id",
        |row| {
            Ok(Place {
                id: PlaceId(row.get(0)?),
                name: row.get(1)?,
                latitude_deg: row.get(2)?,
                longitude_deg: row.get(3)?,
                country: row.get(4)?,
            })
        },
    )
}

pub(super) fn layers(db: &Connection) -> Result<Vec<Layer>> {
    rows(
        db,
        "SELECT id, name, \"on\" FROM layer ORDER BY id",
        |row| {
            Ok(Layer {
                id: LayerId(row.get(0)?),
                name: row.get(1)?,
                on: row.get(2)?,
            })
        },
    )
}

pub(super) fn link_types(db: &Connection) -> Result<Vec<LinkType>> {
    let sql = "SELECT handle, label, sign, order_rule, what_if, meaning FROM link_type ORDER BY position, handle";
    rows(db, sql, |row| {
        Ok(LinkType {
            handle: row.get(0)?,
            label: row.get(1)?,
            sign: word(row, 2)?,
            order: word(row, 3)?,
            what_if: word(row, 4)?,
            meaning: row.get(5)?,
        })
    })
}

pub(super) fn scales(db: &Connection) -> Result<Vec<Scale>> {
    let names: Vec<String> = rows(
        db,
        "SELECT name FROM scale ORDER BY position, name",
        |row| row.get(0),
    )?;
    names
        .into_iter()
        .map(|name| {
            Ok(Scale {
                words: scale_words(db, &name)?,
                name,
            })
        })
        .collect()
}

fn scale_words(db: &Connection, scale: &str) -> Result<Vec<(ScaleWord, Band)>> {
    let sql =
        "SELECT word, low_percent, high_percent FROM scale_word WHERE scale = ?1 ORDER BY position";
    db.prepare_cached(sql)?
        .query_map([scale], |row| {
            let band = Band {
                low_percent: row.get(1)?,
                high_percent: row.get(2)?,
            };
            Ok((ScaleWord(row.get(0)?), band))
        })?
        .collect()
}
