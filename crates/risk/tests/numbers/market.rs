//! The files of `../shared/data/market`, read in place.

use std::path::PathBuf;
use std::sync::Arc;

use model::date::Day;
use model::{Measure, Points, Series, SeriesId};

/// The closes of a file with one header line or three; `None`, with a word, where the folder is absent.
pub(crate) fn series(file: &str, name: &str) -> Option<Series> {
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/market"
    ));
    let Ok(text) = std::fs::read_to_string(folder.join(file)) else {
        eprintln!("skipped: ../shared/data/market/{file} is absent");
        return None;
    };
    let header: Vec<&str> = text.lines().next()?.split(',').collect();
    let column = |wanted: &[&str]| {
        header
            .iter()
            .position(|it| wanted.contains(&it.to_lowercase().as_str()))
    };
    let close = column(&["close"]).or(column(&["price"]))?;
    let (high, low) = (column(&["high"]), column(&["low"]));
    let mut points = Points::default();
    for line in text.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |at: Option<usize>| at.and_then(|it| cells.get(it)?.parse::<f64>().ok());
        if let (Some(day), Some(close)) = (day(cells[0]), number(Some(close))) {
            points.days.push(day);
            points.values.push(close);
            points.highs.extend(number(high));
            points.lows.extend(number(low));
        }
    }
    Some(Series {
        id: SeriesId(1),
        handle: name.to_lowercase(),
        name: name.to_owned(),
        unit: String::new(),
        measure: Measure::Price,
        closes: String::new(),
        origin: file.to_owned(),
        points: Arc::new(points),
    })
}

pub(crate) fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(str::parse);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    Day::from_ymd(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}
