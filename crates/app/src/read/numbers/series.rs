//! Series as they are listed, edited and deleted.

use api::dto::{NoArgs, SeriesRow};
use api::{Fault, FaultCode};
use model::Series;

use crate::lookup::series_extent::extent;
use crate::session::Session;

/// The series of the workspace.
pub(crate) fn series(session: &Session, _: NoArgs) -> Result<Vec<SeriesRow>, Fault> {
    let row = |it: &Series| SeriesRow {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        unit: it.unit.clone(),
        measure: it.measure,
        closes: it.closes.clone(),
        origin: it.origin.clone(),
        has_highs: !it.points.highs.is_empty(),
        extent: extent(&it.points),
    };
    Ok(session.workspace().series.iter().map(row).collect())
}

/// The series with this id, handle or name.
pub(crate) fn find<'a>(session: &'a Session, field: &str, word: &str) -> Result<&'a Series, Fault> {
    let all = &session.workspace().series;
    let is = |it: &&Series| {
        it.id.to_string() == word
            || it.handle.eq_ignore_ascii_case(word)
            || it.name.eq_ignore_ascii_case(word)
    };
    all.iter().find(is).ok_or_else(|| {
        let word: String = word.chars().take(60).collect();
        let mut fault = Fault::new(
            FaultCode::NotFound,
            format!("there is no series \"{word}\""),
        );
        fault.field = Some(field.to_owned());
        let known: Vec<&str> = all.iter().map(|it| it.handle.as_str()).collect();
        match known.is_empty() {
            true => fault.help("load one first: Index, Load a series, or import --as series"),
            false => fault.help(format!("there are {}", known.join(", "))),
        }
    })
}

/// The series with these ids, handles or names.
pub(crate) fn find_all<'a>(
    session: &'a Session,
    words: &[String],
) -> Result<Vec<&'a Series>, Fault> {
    words.iter().map(|it| find(session, "series", it)).collect()
}
