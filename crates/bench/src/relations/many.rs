//! Figures of made-up workspaces: 60, 120 and 300 linked events.

use std::path::Path;

use api::Fault;
use api::words::Preset;
use model::Workspace;

use super::direct::{PANE_PX, SLIDE_ROOM_PX, cause_map, causes_in_order, look};
use super::drawn::{chart_named, in_window, on_page};
use super::made::{linked, session};
use super::numbers::Numbers;
use super::table::Row;
use crate::timed;

const SIZES: [usize; 3] = [60, 120, 300];
const SEED: u64 = 1;
const ROUNDS: usize = 5;
/// Of 120 linked events on a slide.
const NAMED_OF_120: usize = 50;
/// The most that a layout of 300 linked events may take.
const MAP_MS: f64 = 100.0;
const IN_TIME_MS: f64 = 200.0;

/// Everything that is asked of them; files are written to `folder`.
pub(super) fn many(folder: &Path) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    for count in SIZES {
        let workspace = linked(count, SEED)?;
        let session = session(&workspace, &folder.join("relations.faultline"))?;
        let map = chart_named("cause map")?;
        let slide = on_page(&session, &map, Preset::Slide)?;
        let pane = in_window(&session, &map, PANE_PX)?;
        let time = on_page(&session, &chart_named("causes in time")?, Preset::Slide)?;
        for (of, drawn) in [
            ("cause map, slide", &slide),
            ("cause map, window", &pane),
            ("causes in time, slide", &time),
        ] {
            let faults = drawn.faults();
            let numbers = Numbers::of(&drawn.counts);
            rows.push(Row::barred(
                &format!("{count} linked, {of}: faults"),
                format!(
                    "{} ({:.0} px, {} named, {} crossings)",
                    faults.len(),
                    drawn.letters(),
                    numbers.named,
                    drawn.legible.crossings
                ),
                "0",
                faults.is_empty(),
            ));
        }
        if count == 120 {
            rows.push(sums(&Numbers::of(&slide.counts)));
        }
        rows.extend(times(&workspace, count));
    }
    Ok(rows)
}

fn sums(numbers: &Numbers) -> Row {
    let told = numbers.named + numbers.by_first_words + numbers.marks + numbers.counted;
    Row::barred(
        "120 linked, cause map, slide: named",
        format!(
            "{} named, {} by first words, {} marks, {} counted = {told} of {}",
            numbers.named,
            numbers.by_first_words,
            numbers.marks,
            numbers.counted,
            numbers.linked
        ),
        "at least 50, sums right",
        numbers.named >= NAMED_OF_120 && told == numbers.linked,
    )
}

/// How long a layout takes: the median of some rounds.
fn times(workspace: &Workspace, count: usize) -> Vec<Row> {
    let map = |size, is_page| median(|| drop(cause_map(workspace, look(size, is_page), None)));
    let time = median(|| drop(causes_in_order(workspace, look(SLIDE_ROOM_PX, true))));
    let row = |of: &str, ms: f64, most_ms: f64| {
        let what = format!("{count} linked, {of}: picture");
        let found = format!("{ms:.0} ms");
        // The bar stands for the largest.
        if count < SIZES[SIZES.len() - 1] {
            return Row::beside(&what, found);
        }
        Row::barred(
            &what,
            found,
            &format!("at most {most_ms} ms"),
            ms <= most_ms,
        )
    };
    vec![
        row("cause map, slide", map(SLIDE_ROOM_PX, true), MAP_MS),
        row("cause map, window", map(PANE_PX, false), MAP_MS),
        row("causes in order, slide", time, IN_TIME_MS),
    ]
}

fn median(work: impl Fn()) -> f64 {
    let mut rounds: Vec<f64> = (0..ROUNDS).map(|_| timed(&work).1).collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}
