//! What is drawn can be read: on every page, of the sample and of twenty made-up workspaces, no letter is too small, nothing
//! lies on text, no link runs through text or a foreign mark, and what is told adds up to what there is.

use std::collections::BTreeSet;

use api::words::Preset;
use app::Session;
use bench::relations::{Drawn, Numbers, charts, in_window, linked, on_page, session};
use model::{EventId, Workspace};

/// How many linked events there are in the made-up workspaces.
const SIZES: [usize; 20] = [
    10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 43, 48, 54, 60, 75, 95, 120, 180, 300,
];
/// Panes of the window, from the smallest to that of a large screen.
const PANES_PX: [[f32; 2]; 3] = [[484.0, 560.0], [862.0, 700.0], [1340.0, 1000.0]];
/// Axis and lane headers of the timeline have smaller letters in the window than charts of relations.
const TIMELINE_LEAST_PX: f32 = 10.0;

/// Entries that a chart has to account for.
struct There {
    linked: usize,
    /// Entries and links of which both ends have a date.
    dated: (usize, usize),
    themes: usize,
}

impl There {
    fn in_made(workspace: &Workspace) -> Self {
        let dated = |id: EventId| {
            let found = workspace.events.iter().find(|it| it.id == id);
            found.is_some_and(|it| it.date.is_some())
        };
        let links = workspace.links.iter();
        let links: Vec<_> = links
            .filter(|it| dated(it.cause) && dated(it.effect))
            .collect();
        let ends: BTreeSet<EventId> = links.iter().flat_map(|it| [it.cause, it.effect]).collect();
        Self {
            linked: workspace.events.len(),
            dated: (ends.len(), links.len()),
            themes: workspace.themes.len(),
        }
    }

    /// What is wrong with the sums of a page.
    fn sums(&self, name: &str, drawn: &Drawn) -> Option<String> {
        let is_right = match name {
            "cause map" => self.cause_map(drawn),
            "causes in time" | "causes in order" => self.causes(drawn),
            "timeline with links" => timeline(&drawn.counts) == Some((self.dated.1, self.dated.1)),
            "themes" => claims(drawn) && self.themes(drawn),
            "actors" => claims(drawn),
            _ => true,
        };
        (!is_right).then(|| format!("sums: {}", drawn.counts))
    }

    fn cause_map(&self, drawn: &Drawn) -> bool {
        let it = Numbers::of(&drawn.counts);
        let shown = it.named + it.by_first_words + it.marks;
        it.linked == self.linked && shown + it.counted == self.linked && drawn.events() == shown
    }

    fn causes(&self, drawn: &Drawn) -> bool {
        let it = Numbers::of(&drawn.counts);
        it.linked == self.dated.0 && drawn.events() + it.counted == it.linked
    }

    /// Themes are drawn, never come first, or are told to be left out.
    fn themes(&self, drawn: &Drawn) -> bool {
        let told = number_before(&drawn.counts, " theme is never first")
            .or_else(|| number_before(&drawn.counts, " themes are never first"));
        let left_out = not_drawn(&drawn.counts, "theme");
        let shown = drawn.groups("theme-").len();
        shown + told.unwrap_or(0) + left_out == self.themes
    }
}

/// Claims between groups are drawn or told to be left out.
fn claims(drawn: &Drawn) -> bool {
    let counts = &drawn.counts;
    let between = counts.find(" claim").and_then(|at| {
        let words: Vec<&str> = counts[..at].split_whitespace().collect();
        words
            .get(words.len().checked_sub(3)?)?
            .parse::<usize>()
            .ok()
    });
    // A line is named by the claims that it stands for.
    let lines = drawn.groups("link-");
    let shown: usize = lines.iter().map(|it| it.split('-').count()).sum();
    between == Some(shown + not_drawn(counts, "claim"))
}

/// "Not drawn: 11 claims, 13 actors."
fn not_drawn(counts: &str, what: &str) -> usize {
    let list = counts.split("Not drawn: ").nth(1).unwrap_or_default();
    let list = list.split('.').next().unwrap_or_default();
    let numbers = list.split(", ").filter_map(|it| it.split_once(' '));
    let found = numbers.filter(|it| it.1.trim_end_matches('s') == what);
    found.filter_map(|it| it.0.parse::<usize>().ok()).sum()
}

fn number_before(counts: &str, words: &str) -> Option<usize> {
    let at = counts.find(words)?;
    counts[..at].split_whitespace().next_back()?.parse().ok()
}

/// The sum of the parts, and the whole, of "14 of 42 links drawn whole, 14 end at counts, 14 are outside this period."
fn timeline(counts: &str) -> Option<(usize, usize)> {
    let whole = counts.split_whitespace().nth(2)?.parse().ok()?;
    let first = |it: &str| it.split_whitespace().next()?.parse::<usize>().ok();
    Some((counts.split(", ").filter_map(first).sum(), whole))
}

/// What is wrong with every chart on these pages.
fn faults(session: &Session, there: &There, presets: &[Preset], of: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for preset in presets {
        for (name, chart) in charts() {
            let drawn = on_page(session, &chart, *preset).expect("it is drawn");
            let mut found = drawn.faults();
            found.extend(there.sums(name, &drawn));
            faults.extend(
                found
                    .iter()
                    .map(|it| format!("{of}, {name} on {preset:?}: {it}")),
            );
        }
    }
    faults
}

fn presets() -> Vec<Preset> {
    let words = chart::PRESETS.iter();
    words
        .map(|it| it.word.parse().expect("it is a page"))
        .collect()
}

fn sample(folder: &tempfile::TempDir) -> Session {
    Session::new_sample(folder.path().join("sample.faultline")).expect("it is made")
}

#[test]
fn the_sample_can_be_read_on_every_page() {
    let folder = tempfile::tempdir().expect("there is room");
    let there = There {
        linked: 43,
        dated: (43, 42),
        themes: 12,
    };
    let found = faults(&sample(&folder), &there, &presets(), "sample");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_sample_can_be_read_in_the_window() {
    let folder = tempfile::tempdir().expect("there is room");
    let session = sample(&folder);
    for size in PANES_PX {
        for (name, chart) in charts() {
            let mut drawn = in_window(&session, &chart, size).expect("it is drawn");
            if name == "timeline with links" {
                drawn.least = TIMELINE_LEAST_PX;
            }
            let found = drawn.faults();
            assert!(found.is_empty(), "{name} in {size:?}: {found:#?}");
        }
    }
}

/// Every second made-up workspace: on a slide, and on another page in turn.
fn made(first: usize) {
    let folder = tempfile::tempdir().expect("there is room");
    let (all, mut found) = (presets(), Vec::new());
    for (at, size) in SIZES.into_iter().enumerate().skip(first).step_by(2) {
        let seed = at as u64 + 1;
        let workspace = linked(size, seed).expect("it is made up");
        let file = folder.path().join("made.faultline");
        let session = session(&workspace, &file).expect("it is written");
        // The first two pages are slides.
        let other = all[1 + at % (all.len() - 1)];
        let there = There::in_made(&workspace);
        let of = format!("{size} linked, seed {seed}");
        found.extend(faults(&session, &there, &[Preset::Slide, other], &of));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn made_up_workspaces_can_be_read_on_a_slide_and_another_page() {
    made(0);
}

#[test]
fn more_made_up_workspaces_can_be_read_on_a_slide_and_another_page() {
    made(1);
}
