//! Files of series: previewed first, then imported as one step.

use std::path::Path;
use std::sync::Arc;

use api::dto::{
    Done, SeriesFile, SeriesJoined, SeriesOffer, SeriesQuestion, SeriesReading, TakeOffer,
    TakeSeries,
};
use api::{Fault, FaultCode};
use exchange::series::{Answers, DayOrder, Decimal, Offer, SeriesError, merged, read};
use model::{Series, SeriesId};

use super::join_series::{in_words, known};
use super::series::{fitting_measure, set};
use crate::lookup::rows::count;
use crate::lookup::series_extent::extent;
use crate::lookup::value::named_line;
use crate::lookup::{names, value};
use crate::session::Session;
use crate::session::plan::Plan;

/// Bytes of a file that are read.
const MOST_BYTES: u64 = 400_000_000;

/// What a file of series holds. Nothing is changed.
///
/// # Errors
/// What is wrong with the file; a question that only the analyst can answer is part of the reply.
pub fn read_series(
    session: &Session,
    path: impl AsRef<Path>,
    reading: &SeriesReading,
) -> Result<SeriesFile, Fault> {
    let path = path.as_ref();
    let file_name = crate::lookup::atomic_file::file_name(path);
    let bytes = bytes(path)?;
    let read = match read(&bytes, &answers(reading)?) {
        Ok(read) => read,
        Err(error) => return question(file_name, &error).ok_or_else(|| refused(path, &error)),
    };
    let handles = handles(&read.offers, path);
    let offers = read.offers.iter().zip(handles).zip(0_u32..);
    Ok(SeriesFile {
        form: read.form.to_owned(),
        columns: read.columns,
        date_column: read.date_column,
        offers: offers
            .map(|((it, handle), number)| offer(session, it, handle, number, path))
            .collect(),
        remarks: read.remarks,
        sheets: read.sheets,
        sheet: read.sheet,
        question: None,
        file_name,
    })
}

/// Takes series out of a file into the workspace. One with the handle or the name of a series that is there is joined to it, day
/// by day.
///
/// # Errors
/// As [`read_series`], and what a field may not hold; then nothing was changed.
pub fn take_series(
    session: &mut Session,
    path: impl AsRef<Path>,
    take: &TakeSeries,
) -> Result<Done, Fault> {
    let path = path.as_ref();
    let read =
        read(&bytes(path)?, &answers(&take.reading)?).map_err(|error| refused(path, &error))?;
    let handles = handles(&read.offers, path);
    let all = || {
        (0..count(read.offers.len())).map(|number| TakeOffer {
            number,
            set: Vec::new(),
        })
    };
    let wanted: Vec<TakeOffer> = if take.offers.is_empty() {
        all().collect()
    } else {
        take.offers.clone()
    };
    let points: Vec<Arc<model::Points>> = read
        .offers
        .iter()
        .map(|it| Arc::new(it.points.clone()))
        .collect();
    session.write(|plan| {
        let mut told = Vec::new();
        for it in &wanted {
            let at = it.number as usize;
            let offer = read.offers.get(at).ok_or_else(|| {
                Fault::argument("offers", format!("the file has no series number {at}"))
                    .help("look at the file again")
            })?;
            let series = Series {
                id: SeriesId(0),
                handle: handles[at].clone(),
                name: named(offer, path),
                unit: String::new(),
                measure: fitting_measure(offer.holds_still, offer.looks_like_returns),
                closes: String::new(),
                origin: crate::lookup::atomic_file::file_name(path),
                points: Arc::clone(&points[at]),
            };
            told.push(take_one(plan, series, it)?);
        }
        Ok(format!("Load the series {}", told.join(", ")))
    })
}

/// Takes one series in; says what it is called, and what changed of one that was there: "“Brent” again: 5 days are new".
fn take_one(plan: &mut Plan<'_>, mut series: Series, asked: &TakeOffer) -> Result<String, Fault> {
    // Handle and name say whether it is new, so they are read first.
    let said = |field: &str| asked.set.iter().find(|it| it.field == field);
    if let Some(field) = said("handle") {
        series.handle = named_line("handle", &field.value, value::NAME)?;
    }
    let name = said("name").and_then(|it| it.value.as_str());
    let known = known(&plan.series().collect::<Vec<_>>(), &series.handle, name).cloned();
    let mut joined = None;
    if let Some(known) = known {
        let (points, changes) = merged(&known.points, &series.points);
        joined = Some(changes);
        series = Series {
            points: Arc::new(points),
            origin: series.origin,
            ..known
        };
    } else {
        series.id = SeriesId(plan.fresh());
        plan.note_added("series", series.id.0, &series.handle);
    }
    for field in asked.set.iter().filter(|it| it.field != "handle") {
        set(plan, &mut series, field)?;
    }
    let told = match joined {
        None => format!("“{}”", series.name),
        Some(changes) => format!("“{}” again: {}", series.name, in_words(changes)),
    };
    plan.put_series(series);
    Ok(told)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let name = crate::lookup::atomic_file::file_name(path);
    let cannot = |detail: String| {
        Fault::new(
            FaultCode::File,
            format!("\"{name}\" cannot be read: {detail}"),
        )
        .help("check the name and that you may read it")
    };
    let known = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?;
    if known.len() > MOST_BYTES {
        return Err(
            Fault::new(FaultCode::File, format!("\"{name}\" is larger than 400 MB"))
                .help("cut it into parts"),
        );
    }
    std::fs::read(path).map_err(|error| cannot(error.to_string()))
}

fn answers(reading: &SeriesReading) -> Result<Answers, Fault> {
    let day_order = match reading.day_order.as_deref() {
        None => None,
        Some("day") => Some(DayOrder::DayFirst),
        Some("month") => Some(DayOrder::MonthFirst),
        Some(_) => {
            return Err(
                Fault::argument("day_order", "either the day or the month comes first")
                    .help("use day or month"),
            );
        }
    };
    let decimal = match reading.decimal.as_deref() {
        None => None,
        Some("point") => Some(Decimal::Point),
        Some("comma") => Some(Decimal::Comma),
        Some(_) => {
            return Err(
                Fault::argument("decimal", "decimals are marked by a point or a comma")
                    .help("use point or comma"),
            );
        }
    };
    Ok(Answers {
        day_order,
        decimal,
        sheet: reading.sheet.clone(),
        date_column: reading.date_column.clone(),
        value_columns: reading.value_columns.clone(),
    })
}

/// A problem that becomes a question to the analyst instead of an error.
fn question(file_name: String, error: &SeriesError) -> Option<SeriesFile> {
    let (about, columns) = match error {
        SeriesError::DayOrder { .. } => ("day_order", String::new()),
        SeriesError::Decimal { .. } | SeriesError::BothDecimals { .. } => {
            ("decimal", String::new())
        }
        SeriesError::NoDates { columns } | SeriesError::NoNumbers { columns, .. } => {
            ("columns", columns.clone())
        }
        _ => return None,
    };
    Some(SeriesFile {
        file_name,
        form: String::new(),
        columns: columns
            .split(", ")
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect(),
        date_column: String::new(),
        offers: Vec::new(),
        remarks: Vec::new(),
        sheets: Vec::new(),
        sheet: String::new(),
        question: Some(SeriesQuestion {
            about: about.to_owned(),
            words: error.to_string(),
        }),
    })
}

fn refused(path: &Path, error: &SeriesError) -> Fault {
    let text = error.to_string();
    // What to do stands after the last colon; colons before it are those of places in the file.
    let (what, help) = text
        .rsplit_once(": ")
        .unwrap_or((&text, "look at the file in a text editor"));
    Fault::new(
        FaultCode::BadArgument,
        format!(
            "\"{}\": {what}",
            crate::lookup::atomic_file::file_name(path)
        ),
    )
    .help(help)
}

fn offer(session: &Session, it: &Offer, handle: String, number: u32, path: &Path) -> SeriesOffer {
    let name = named(it, path);
    let all: Vec<&Series> = session.workspace().series.iter().collect();
    let known = known(&all, &handle, Some(&name));
    let joined = known.map(|known| merged(&known.points, &it.points).1);
    SeriesOffer {
        number,
        name,
        measure: fitting_measure(it.holds_still, it.looks_like_returns),
        ask_measure: it.looks_like_returns,
        extent: extent(&it.points),
        remarks: remarks(it),
        joins: known.map(|it| it.handle.clone()).unwrap_or_default(),
        joined: joined.map(|it| SeriesJoined {
            new: count(it.new),
            changed: count(it.changed),
            gone: count(it.gone),
        }),
        handle,
    }
}

fn remarks(it: &Offer) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut say = |count: usize, one: &str, many: &str| {
        if count > 0 {
            remarks.push(format!("{count} {}", if count == 1 { one } else { many }));
        }
    };
    say(it.missing, "day without a number", "days without a number");
    say(
        it.doubled,
        "duplicate row for a day; the last one is kept",
        "duplicate rows for days; the last ones are kept",
    );
    say(
        it.unread_count,
        "cell could not be read",
        "cells could not be read",
    );
    remarks.extend(it.unread.iter().cloned());
    remarks
}

/// What an offer would be called: its header, or else the first word of the file's name.
fn named(it: &Offer, path: &Path) -> String {
    let tidy = it.name.trim_start_matches('^').trim();
    if tidy.is_empty() {
        first_word(path)
    } else {
        tidy.to_owned()
    }
}

/// The handles: a single series takes the first word of the file name, several take their headers.
fn handles(offers: &[Offer], path: &Path) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for it in offers {
        let wanted = if offers.len() == 1 || it.name.is_empty() {
            first_word(path)
        } else {
            it.name.clone()
        };
        taken.push(names::handle(
            &wanted.to_lowercase(),
            "series",
            taken.iter().map(String::as_str),
        ));
    }
    taken
}

/// "brent" of "brent-daily.csv".
fn first_word(path: &Path) -> String {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let word = stem
        .split(|it: char| !it.is_alphanumeric())
        .find(|it| !it.is_empty());
    word.unwrap_or("series").to_owned()
}
