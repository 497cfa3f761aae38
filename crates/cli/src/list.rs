//! `list` and `search`.

use api::Fault;
use api::dto::{
    ActorRow, CheckedArgs, CheckedFigure, EventRef, EventRow, Filter, FilterResult, LinkRow,
    ListArgs, NoArgs, RowsArgs, SearchArgs, SeriesRow, SourceRow, ThemeRow, Undated,
};
use app::Session;

use crate::args::{List, Search, What};
use crate::ask::{ask, call, open, pretty, read};
use crate::table::{number, table, words};

/// The list that is asked for.
pub(crate) fn list(args: &List) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let verb = match args.what {
        What::Events => "events",
        What::Links => "links",
        What::Themes => "themes",
        What::Actors => "actors",
        What::Sources => "sources",
        What::Series => "series",
        What::Figures => "checked",
        What::Undated => "undated",
    };
    let reply = match args.what {
        What::Series => call(&mut session, verb, &NoArgs::default())?,
        What::Figures => call(&mut session, verb, &CheckedArgs::default())?,
        What::Events | What::Links => {
            let filter = filter.clone();
            let rows = RowsArgs {
                filter,
                ..RowsArgs::default()
            };
            call(&mut session, verb, &rows)?
        }
        _ => {
            let filter = filter.clone();
            call(&mut session, verb, &ListArgs { filter })?
        }
    };
    if args.json {
        return Ok(pretty(&reply));
    }
    match args.what {
        What::Events => Ok(events(&read::<Vec<_>>(reply)?) + &shown(&mut session, filter)?),
        What::Links => Ok(links(&read::<Vec<_>>(reply)?)),
        What::Themes => Ok(themes(&read::<Vec<_>>(reply)?)),
        What::Actors => Ok(actors(&read::<Vec<_>>(reply)?)),
        What::Sources => Ok(sources(&read::<Vec<_>>(reply)?)),
        What::Series => Ok(series(&read::<Vec<_>>(reply)?)),
        What::Figures => Ok(figures(&read::<Vec<_>>(reply)?)),
        What::Undated => Ok(undated(&read(reply)?)),
    }
}

fn series(rows: &[SeriesRow]) -> String {
    let columns = [
        words("SERIES", 20),
        words("NAME", 40),
        words("UNIT", 16),
        words("MEASURE", 8),
        number("NUMBERS"),
        words("FIRST", 10),
        words("LAST", 10),
        words("FROM", 50),
    ];
    let row = |it: &SeriesRow| {
        let extent = &it.extent;
        vec![
            it.handle.clone(),
            it.name.clone(),
            it.unit.clone(),
            it.measure.to_string(),
            extent.count.to_string(),
            extent.first.clone(),
            extent.last.clone(),
            it.origin.clone(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

fn figures(rows: &[CheckedFigure]) -> String {
    let columns = [
        words("EVENT", 8),
        words("FIGURE", 44),
        words("VALUE", 16),
        words("VERDICT", 14),
        words("BASIS", 5),
        words("SERIES", 160),
    ];
    let row = |it: &CheckedFigure| {
        vec![
            it.event.handle.clone(),
            it.figure.clone(),
            it.value.clone(),
            it.verdict.clone(),
            it.basis.clone(),
            it.why.clone(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

/// "Showing 12 of 47".
fn shown(session: &mut Session, filter: Filter) -> Result<String, Fault> {
    let result: FilterResult = ask(session, "filter", &ListArgs { filter })?;
    Ok(format!("Showing {} of {}\n", result.shown, result.total))
}

fn events(rows: &[EventRow]) -> String {
    let columns = [
        words("EVENT", 8),
        words("DATE", 24),
        words("STATUS", 12),
        number("SEV"),
        words("TONE", 13),
        words("THEME", 18),
        words("TITLE", 64),
    ];
    let row = |it: &EventRow| {
        vec![
            it.handle.clone(),
            it.date
                .as_ref()
                .map(|date| date.words.clone())
                .unwrap_or_default(),
            it.status.to_string(),
            it.severity.to_string(),
            it.tone.to_string(),
            it.themes.first().cloned().unwrap_or_default(),
            it.title.clone(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

fn links(rows: &[LinkRow]) -> String {
    let columns = [
        words("LINK", 6),
        words("CAUSE", 8),
        words("", 38),
        words("TYPE", 18),
        words("SIGN", 4),
        words("EFFECT", 8),
        words("", 38),
        words("CONFIDENCE", 10),
        words("BASIS", 8),
    ];
    let row = |it: &LinkRow| {
        vec![
            it.id.to_string(),
            it.cause_handle.clone(),
            it.cause_title.clone(),
            it.label.clone(),
            it.sign.to_string(),
            it.effect_handle.clone(),
            it.effect_title.clone(),
            it.confidence.to_string(),
            it.basis.to_string(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

fn undated(found: &Undated) -> String {
    let columns = [words("EVENT", 8), words("TITLE", 64), words("IMPLIED", 100)];
    let row = |it: &api::dto::UndatedRow| {
        vec![
            it.event.handle.clone(),
            it.event.title.clone(),
            it.implied.clone(),
        ]
    };
    let rows: Vec<_> = found.rows.iter().map(row).collect();
    format!("{}{} without a date\n", table(&columns, &rows), found.total)
}

fn themes(rows: &[ThemeRow]) -> String {
    let columns = [
        words("THEME", 24),
        words("NAME", 40),
        words("PART OF", 24),
        number("EVENTS"),
    ];
    let row = |it: &ThemeRow| {
        vec![
            it.handle.clone(),
            it.name.clone(),
            it.parent.clone().unwrap_or_default(),
            it.count.to_string(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

fn actors(rows: &[ActorRow]) -> String {
    let columns = [
        words("ACTOR", 24),
        words("NAME", 48),
        words("PART OF", 24),
        words("COUNTRY", 7),
        number("EVENTS"),
    ];
    let row = |it: &ActorRow| {
        vec![
            it.handle.clone(),
            it.name.clone(),
            it.parent.clone().unwrap_or_default(),
            it.country.clone(),
            it.count.to_string(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

fn sources(rows: &[SourceRow]) -> String {
    let columns = [
        number("NO"),
        words("SOURCE", 8),
        words("GRADE", 5),
        words("OUTLET", 24),
        words("PUBLISHED", 24),
        words("TITLE", 64),
        number("EVENTS"),
    ];
    let row = |it: &SourceRow| {
        vec![
            it.number.to_string(),
            it.handle.clone(),
            it.reliability.map(|it| it.to_string()).unwrap_or_default(),
            it.outlet.clone(),
            it.published
                .as_ref()
                .map(|date| date.words.clone())
                .unwrap_or_default(),
            it.title.clone(),
            it.count.to_string(),
        ]
    };
    table(&columns, &rows.iter().map(row).collect::<Vec<_>>())
}

/// Events that contain the words.
pub(crate) fn search(args: &Search) -> Result<String, Fault> {
    let mut session = Session::open(&args.file)?;
    let asked = SearchArgs {
        words: args.words.clone(),
        limit: Some(args.limit),
        datasets: None,
    };
    let reply = call(&mut session, "search", &asked)?;
    if args.json {
        return Ok(pretty(&reply));
    }
    let hits: Vec<EventRef> = read(reply)?;
    let columns = [
        words("EVENT", 8),
        words("DATE", 24),
        words("STATUS", 12),
        words("TITLE", 72),
    ];
    let row = |it: &EventRef| {
        vec![
            it.handle.clone(),
            it.date_words.clone(),
            it.status.to_string(),
            it.title.clone(),
        ]
    };
    let found = match hits.len() {
        1 => String::from("1 event found\n"),
        several => format!("{several} events found\n"),
    };
    Ok(table(&columns, &hits.iter().map(row).collect::<Vec<_>>()) + &found)
}
