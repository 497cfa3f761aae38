//! A table of events taken in, beside bare SQLite and other ways to load it.
#![expect(
    clippy::disallowed_types,
    reason = "only looked up; ids follow from the order of the table"
)]

use std::collections::HashMap;
use std::path::Path;

use api::{Fault, FaultCode};
use app::{fault_of_store, sample};
use model::{Category, CategoryId, Event, EventId, FuzzyDate, Place, PlaceId, Workspace};
use serde::{Deserialize, Serialize};
use store::{Edit, File, StoreError};

use super::{clear, no_file, timed};

/// What came of it. The indexes of days and of words are kept while the rows are written, so `load_ms` is all there is.
#[derive(Debug, Serialize)]
pub struct Imported {
    rows: u64,
    load_ms: f64,
    total_ms: f64,
    size_mb: f64,
    rows_per_s_load: f64,
    rows_per_s_total: f64,
}

/// A row of the table that the harness makes.
#[derive(Debug, Deserialize)]
struct CsvRow {
    date: String,
    end_date: String,
    title: String,
    category: String,
    country: String,
    severity: u8,
    note: String,
}

/// Fills a new workspace at `db`, in place of what is there, with every row of `csv` as an event in our schema, sealed
/// and findable by its words. The country is its place; coordinates are of places in our schema, so those of rows go.
///
/// # Errors
/// [`FaultCode::File`] when a file cannot be read or written, [`FaultCode::BadArgument`] when a row is not an event.
pub fn import(csv: &Path, db: &Path) -> Result<Imported, Fault> {
    let mut rows = csv::Reader::from_path(csv).map_err(|error| no_file(&error))?;
    clear(db)?;
    let mut lists = Lists {
        workspace: sample::basics()?,
        categories: HashMap::new(),
        places: HashMap::new(),
    };
    let (mut count, mut refused) = (0, None);
    let (filled, total_ms) = timed(|| {
        File::create_filled(db, |edit| {
            let good = rows.deserialize().map_while(|row| {
                row.map_err(|error| refused = Some(bad_row(count + 1, &error.to_string())))
                    .ok()
            });
            count = lists.put(edit, good)?;
            edit.put_workspace(&lists.workspace)
        })
    });
    filled.map_err(fault_of_store)?;
    if let Some(refused) = refused {
        return Err(refused);
    }
    let size = std::fs::metadata(db)
        .map_err(|error| no_file(&error))?
        .len();
    let per_second = count as f64 / total_ms * 1e3;
    Ok(Imported {
        rows: count,
        load_ms: total_ms,
        total_ms,
        size_mb: size as f64 / 1e6,
        rows_per_s_load: per_second,
        rows_per_s_total: per_second,
    })
}

/// The lists of the new workspace, and what is in them by name.
struct Lists {
    workspace: Workspace,
    categories: HashMap<String, CategoryId>,
    places: HashMap<String, PlaceId>,
}

impl Lists {
    fn put(
        &mut self,
        edit: &mut Edit<'_>,
        rows: impl Iterator<Item = CsvRow>,
    ) -> Result<u64, StoreError> {
        let mut count = 0;
        for (number, row) in (1..).zip(rows) {
            edit.put_event(&self.event(number, row))?;
            count = u64::try_from(number).unwrap_or_default();
        }
        Ok(count)
    }

    fn event(&mut self, number: i64, row: CsvRow) -> Event {
        let edtf = match row.end_date.as_str() {
            "" => row.date,
            last => format!("{}/{last}", row.date),
        };
        let mut event = Event::titled(EventId(number), format!("E{number}"), row.title);
        event.date = FuzzyDate::from_edtf(&edtf).ok();
        event.category = Some(self.category(row.category));
        event.places = vec![self.place(row.country)];
        event.severity = row.severity.clamp(1, 5);
        event.summary = row.note;
        event
    }

    fn category(&mut self, name: String) -> CategoryId {
        let all = &mut self.workspace.categories;
        *self.categories.entry(name).or_insert_with_key(|name| {
            let next = CategoryId(all.iter().map(|it| it.id.0).max().unwrap_or(0) + 1);
            all.push(Category {
                id: next,
                handle: format!("bench-{next}"),
                name: name.clone(),
                parent: None,
                cameo: String::new(),
                plover: String::new(),
            });
            next
        })
    }

    fn place(&mut self, name: String) -> PlaceId {
        let all = &mut self.workspace.places;
        *self.places.entry(name).or_insert_with_key(|name| {
            let next = PlaceId(all.len() as i64 + 1);
            all.push(Place {
                id: next,
                name: name.clone(),
                latitude_deg: None,
                longitude_deg: None,
                country: String::new(),
            });
            next
        })
    }
}

fn bad_row(number: u64, error: &str) -> Fault {
    let message = format!("Row {number} is not an event: {error}");
    Fault::new(FaultCode::BadArgument, message)
        .help("Give the columns date, end_date, title, category, country, severity and note")
}
