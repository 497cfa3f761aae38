//! Figures of the sample: on a slide and in the window.

use api::Fault;
use api::dto::Chart;
use api::words::Preset;
use app::Session;

use super::direct::PANE_PX;
use super::drawn::{Drawn, chart_named, in_window, on_page};
use super::numbers::Numbers;
use super::table::Row;

/// What must be reached.
const NAMED: usize = 43;
const IN_FULL: usize = 40;
const SLIDE_PX: f32 = 18.0;
const SCREEN_PX: f32 = 11.0;
const PAGE_SHARE: f32 = 0.7;
const MOST_CROSSINGS: usize = 18;
/// Text of themes on a slide and in the window, and how much of the room they fill one way and the other.
const THEMES_PX: (f32, f32) = (20.0, 13.0);
const FILLS: (f32, f32) = (0.8, 0.5);

/// Everything that is asked of the sample, which has 43 linked entries.
pub(super) fn sample(session: &Session) -> Result<Vec<Row>, Fault> {
    let mut rows = cause_map(session)?;
    rows.extend(in_time(session)?);
    for name in ["themes", "actors"] {
        rows.extend(groups(session, name)?);
    }
    Ok(rows)
}

fn drawn(session: &Session, name: &str) -> Result<(Chart, Drawn), Fault> {
    let chart = chart_named(name)?;
    let drawn = on_page(session, &chart, Preset::Slide)?;
    Ok((chart, drawn))
}

/// "18 px", and whether that is enough.
fn letters(what: &str, drawn: &Drawn, least_px: f32) -> Row {
    let (found, bar) = (drawn.letters(), format!("at least {least_px} px"));
    let reached = found >= least_px - 0.01;
    Row::barred(
        &format!("{what}: smallest letters"),
        format!("{found:.1} px"),
        &bar,
        reached,
    )
}

fn faults(what: &str, drawn: &Drawn) -> Row {
    let found = drawn.faults();
    Row::barred(
        &format!("{what}: overlaps, links through text or marks"),
        found.len().to_string(),
        "0",
        found.is_empty(),
    )
}

fn named(what: &str, numbers: &Numbers, least: usize) -> Row {
    let bar = format!("at least {least}");
    let found = format!("{} of {}", numbers.named, numbers.linked);
    Row::barred(
        &format!("{what}: named"),
        found,
        &bar,
        numbers.named >= least,
    )
}

fn cause_map(session: &Session) -> Result<Vec<Row>, Fault> {
    let (chart, slide) = drawn(session, "cause map")?;
    let what = "sample, cause map, slide";
    let numbers = Numbers::of(&slide.counts);
    let (across, down) = slide.fills();
    let share = across * down;
    let mut rows = vec![
        named(what, &numbers, NAMED),
        Row::barred(
            &format!("{what}: in full"),
            numbers.in_full.to_string(),
            "at least 40",
            numbers.in_full >= IN_FULL,
        ),
        Row::beside(
            &format!("{what}: crossings"),
            slide.legible.crossings.to_string(),
        ),
        letters(what, &slide, SLIDE_PX),
        faults(what, &slide),
        Row::barred(
            &format!("{what}: drawing with its headings"),
            format!("{:.0} % of the page", share * 100.0),
            "at least 70 %",
            share >= PAGE_SHARE,
        ),
    ];
    let pane = in_window(session, &chart, PANE_PX)?;
    let what = "sample, cause map, window 862 x 700";
    let numbers = Numbers::of(&pane.counts);
    rows.push(named(what, &numbers, NAMED));
    rows.push(letters(what, &pane, SCREEN_PX));
    rows.push(faults(what, &pane));
    Ok(rows)
}

fn in_time(session: &Session) -> Result<Vec<Row>, Fault> {
    let (_, slide) = drawn(session, "causes in time")?;
    let what = "sample, causes in time, slide";
    let (width, height) = slide.size();
    let size = format!("{width:.0} x {height:.0}");
    let is_slide = size == "1920 x 1080";
    let crossings = slide.legible.crossings;
    let numbers = Numbers::of(&slide.counts);
    Ok(vec![
        Row::barred(&format!("{what}: size"), size, "1920 x 1080", is_slide),
        named(what, &numbers, NAMED),
        Row::beside(&format!("{what}: in full"), numbers.in_full.to_string()),
        letters(what, &slide, SLIDE_PX),
        faults(what, &slide),
        Row::barred(
            &format!("{what}: crossings"),
            crossings.to_string(),
            "at most 18",
            crossings <= MOST_CROSSINGS,
        ),
    ])
}

fn groups(session: &Session, name: &str) -> Result<Vec<Row>, Fault> {
    let (chart, slide) = drawn(session, name)?;
    let pane = in_window(session, &chart, PANE_PX)?;
    let mut rows = Vec::new();
    for (of, drawn, least_px) in [
        ("slide", &slide, THEMES_PX.0),
        ("window 862 x 700", &pane, THEMES_PX.1),
    ] {
        let what = format!("sample, {name}, {of}");
        // On a page notes and sources are smaller than the chart.
        let text_px = drawn.least_in_room() * drawn.scale;
        rows.push(Row::barred(
            &format!("{what}: smallest letters of the chart"),
            format!("{text_px:.1} px"),
            &format!("at least {least_px} px"),
            text_px >= least_px - 0.01,
        ));
        rows.push(faults(&what, drawn));
        let (across, down) = drawn.fills_room();
        let reached = across.max(down) >= FILLS.0 && across.min(down) >= FILLS.1;
        rows.push(Row::barred(
            &format!("{what}: bounding box in its room"),
            format!("{:.0} % x {:.0} %", across * 100.0, down * 100.0),
            "80 % one way, 50 % the other",
            reached,
        ));
    }
    Ok(rows)
}
