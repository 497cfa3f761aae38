//! How the timeline grows: `growth EVENTS…` prints a line for each number of made-up events, in
//! milliseconds and megabytes.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

use std::time::Instant;

use bench::synth::{Recipe, Synth};
use chart::{LanesBy, Look, Picture, Timeline, TimelineView, Window};
use model::Workspace;
use scene::{HitKind, Theme};

/// Steps of the way through all zooms; at each the window is moved by a few parts of its length.
const STEPS: i32 = 60;
const PANS: [f64; 4] = [0.0, 0.03, 0.3, -0.4];

fn main() {
    println!("| events | ready | index MB | picture p50 | p95 | most | hover | edit |");
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for words in std::env::args().skip(1) {
        match words.parse() {
            Ok(events) => row(events),
            Err(_) => println!("{words:?} is no number"),
        }
    }
}

fn row(events: u64) {
    let Ok(synth) = Synth::new(Recipe { events, seed: 1 }) else {
        return println!("{events}: refused");
    };
    let workspace = synth.workspace();
    let made = || Timeline::new(&workspace, LanesBy::Theme, workspace.as_of, |_| true);
    drop(made());
    let (ready_ms, mut timeline) = timed(made);
    let megabytes = timeline.bytes() as f64 / 1e6;
    // Once to touch all memory, as it was before any later picture.
    drop(way(&workspace, &mut timeline));
    let (mut pictures, mut hovers) = way(&workspace, &mut timeline);
    let edit_ms = edit(&workspace, &mut timeline);
    println!(
        "| {events} | {ready_ms:.0} | {megabytes:.1} | {:.2} | {:.2} | {:.2} | {:.3} | {edit_ms:.1} |",
        part(&mut pictures, 0.5),
        part(&mut pictures, 0.95),
        part(&mut pictures, 1.0),
        part(&mut hovers, 0.95),
    );
}

/// From everything to one day and back, panning at each step: milliseconds of each picture, and of
/// finding what the pointer is on.
fn way(workspace: &Workspace, timeline: &mut Timeline) -> (Vec<f64>, Vec<f64>) {
    let all = Window {
        from_days: 16_800.0,
        to_days: 20_900.0,
    };
    let (mut pictures, mut hovers) = (Vec::new(), Vec::new());
    for step in (0..=STEPS).chain((0..STEPS).rev()) {
        let length =
            all.length_days() * (1.0 / all.length_days()).powf(f64::from(step) / f64::from(STEPS));
        for pan in PANS {
            let middle = 19_500.4 + pan * length;
            let view = TimelineView {
                window: Some(Window {
                    from_days: middle - length * 0.5,
                    to_days: middle + length * 0.5,
                }),
                look: Look {
                    width_px: 1440.0,
                    height_px: 900.0,
                    theme: Theme::Light,
                    scroll_px: 0.0,
                    fit: chart::Fit::Grows,
                    is_page: false,
                },
                selected: None,
                steps: 1,
                links: false,
                selected_link: None,
                hovered: None,
                hovered_link: None,
                highlight: None,
                overview: true,
            };
            let (ms, picture) = timed(|| timeline.draw(workspace, &view));
            pictures.push(ms);
            hovers.push(timed(|| pointed(&picture)).0);
        }
    }
    (pictures, hovers)
}

fn pointed(picture: &Picture) -> usize {
    let (x, y) = (700.0, 400.0);
    let on = picture
        .scene
        .hits
        .iter()
        .rev()
        .filter(|it| it.kind != HitKind::Plot);
    on.filter(|it| x >= it.x && x <= it.x + it.width && y >= it.y && y <= it.y + it.height)
        .count()
}

/// One more event of the same day, and the next picture.
fn edit(workspace: &Workspace, timeline: &mut Timeline) -> f64 {
    let mut edited = workspace.clone();
    let at = edited.events.len() / 2;
    let id = edited.events[at].id;
    edited.events[at].severity = 5;
    edited.events[at]
        .date
        .clone_from(&workspace.events[at / 2].date);
    let touched = [id].into();
    let (ms, ()) = timed(|| timeline.update(&edited, &touched, |_| true));
    ms
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let started = Instant::now();
    let made = work();
    (started.elapsed().as_secs_f64() * 1e3, made)
}

/// The value below which this part of them lies.
fn part(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = ((values.len().max(1) - 1) as f64 * share).round() as usize;
    values.get(at).copied().unwrap_or(0.0)
}
