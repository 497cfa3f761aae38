//! Reading themes, categories, actors, places, datasets, link types and scales.

use model::{
    Actor, ActorId, Band, Category, CategoryId, Dataset, DatasetId, LinkType, Place, PlaceId,
    Scale, ScaleWord, Theme, ThemeId,
};
use rusqlite::{Connection, Result, Row};

use super::{Columns, all, is_next, word};
use crate::edit::add_words;
use crate::seal::{self, Broken, Seal};
use crate::table::{ACTOR, CATEGORY, LAYER, LINK_TYPE, PLACE, SCALE, SCALE_WORD, THEME};

pub(super) fn themes(db: &Connection) -> Result<Vec<Theme>> {
    all(db, &THEME, "ORDER BY position, id", |row| {
        Ok(Theme {
            id: ThemeId(row.get(0)?),
            handle: row.get(1)?,
            name: row.get(2)?,
            parent: row.get::<Option<i64>>(3)?.map(ThemeId),
            hue: row.get(4)?,
        })
    })
}

pub(super) fn categories(db: &Connection) -> Result<Vec<Category>> {
    all(db, &CATEGORY, "ORDER BY id", |row| {
        Ok(Category {
            id: CategoryId(row.get(0)?),
            handle: row.get(1)?,
            name: row.get(2)?,
            parent: row.get::<Option<i64>>(3)?.map(CategoryId),
            cameo: row.get(4)?,
            plover: row.get(5)?,
        })
    })
}

pub(super) fn actors(db: &Connection) -> Result<Vec<Actor>> {
    all(db, &ACTOR, "ORDER BY id", |row| {
        Ok(Actor {
            id: ActorId(row.get(0)?),
            handle: row.get(1)?,
            name: row.get(2)?,
            parent: row.get::<Option<i64>>(3)?.map(ActorId),
            country: row.get(4)?,
        })
    })
}

pub(super) fn places(db: &Connection) -> Result<Vec<Place>> {
    all(db, &PLACE, "ORDER BY id", |row| {
        Ok(Place {
            id: PlaceId(row.get(0)?),
            name: row.get(1)?,
            latitude_deg: row.get(2)?,
            longitude_deg: row.get(3)?,
            country: row.get(4)?,
        })
    })
}

pub(super) fn datasets(db: &Connection) -> Result<Vec<Dataset>> {
    all(db, &LAYER, "ORDER BY id", |row| {
        Ok(Dataset {
            id: DatasetId(row.get(0)?),
            name: row.get(1)?,
            on: row.get(2)?,
        })
    })
}

pub(super) fn link_types(db: &Connection) -> Result<Vec<LinkType>> {
    all(db, &LINK_TYPE, "ORDER BY position, handle", |row| {
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
    db.prepare_cached(&SCALE.select("ORDER BY position, name"))?
        .query_map([], |row| scale(db, row))?
        .collect()
}

fn scale(db: &Connection, row: &Row<'_>) -> Result<Scale> {
    let name: String = row.get(0)?;
    let scale = Scale {
        words: scale_words(db, &name)?,
        name,
    };
    let mut seal = Seal::of(SCALE.name);
    seal.add_row(row, SCALE.columns.len())?;
    add_words(&mut seal, &scale);
    seal::check(row, &SCALE, &seal)?;
    Ok(scale)
}

fn scale_words(db: &Connection, scale: &str) -> Result<Vec<(ScaleWord, Band)>> {
    let sql = SCALE_WORD.select("WHERE scale = ?1 ORDER BY position");
    let mut words = Vec::new();
    let mut found = db.prepare_cached(&sql)?;
    let mut rows = found.query([scale])?;
    while let Some(row) = rows.next()? {
        let band = Band {
            low_percent: row.get(3)?,
            high_percent: row.get(4)?,
        };
        if !is_next(row, words.len())? {
            let (kind, name) = (String::from("scale"), scale.to_owned());
            return Err(Broken { kind, name }.into());
        }
        words.push((ScaleWord(row.get(2)?), band));
    }
    Ok(words)
}
