//! Measures cause maps: `cargo run -p bench --example cause_map [FOLDER]`; with a folder, pictures are written there.
#![allow(clippy::print_stdout)]
use std::collections::BTreeSet;
use std::time::Instant;

use bench::synth::{Recipe, Synth};
use chart::{CauseMapSpec, Fit, Flow, Look, Picture, cause_map, legibility};
use model::{EventId, Workspace};
use scene::Theme;

fn look(width_px: f32, height_px: f32, is_page: bool) -> Look {
    Look {
        width_px,
        height_px,
        theme: if is_page { Theme::Print } else { Theme::Light },
        scroll_px: 0.0,
        fit: Fit::Grows,
        is_page,
    }
}

fn draw(workspace: &Workspace, look: Look, hint: Option<&chart::MapHint>) -> Picture {
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let empty = BTreeSet::new();
    let none = BTreeSet::new();
    let spec = CauseMapSpec {
        look,
        at: None,
        flow: Flow::Down,
        implied: false,
        collapsed: &none,
        folded: &empty,
        window: None,
        shown: &shown,
        passing: &shown,
        selected: None,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        hint,
        as_of: workspace.as_of,
    };
    cause_map(workspace, &spec)
}

/// A synthetic workspace cut down to the first events with links that make `linked` in all.
fn synth(linked: usize, dense: bool, seed: u64) -> Workspace {
    let events = linked as u64 * if dense { 3 } else { 8 } / 2;
    let mut all = Synth::new(Recipe {
        events: if dense { events * 4 } else { events },
        seed,
    })
    .unwrap()
    .workspace();
    if dense {
        // Four times the links among a quarter of the events.
        let map = |id: EventId| EventId((id.0 - 1) / 4 + 1);
        for link in &mut all.links {
            (link.cause, link.effect) = (map(link.cause), map(link.effect));
        }
        all.events.retain(|it| it.id.0 <= events as i64);
        all.links.retain(|it| it.cause != it.effect);
    }
    let mut kept: BTreeSet<EventId> = BTreeSet::new();
    let mut links = Vec::new();
    for link in std::mem::take(&mut all.links) {
        let more: BTreeSet<EventId> = [link.cause, link.effect]
            .into_iter()
            .filter(|it| !kept.contains(it))
            .collect();
        if kept.len() + more.len() <= linked {
            kept.extend(more);
            links.push(link);
        }
    }
    all.links = links;
    all.events.retain(|it| kept.contains(&it.id));
    all
}

fn report(name: &str, workspace: &Workspace, look: Look, least_px: f32, folder: Option<&str>) {
    let start = Instant::now();
    let picture = draw(workspace, look, None);
    let ms = start.elapsed().as_secs_f64() * 1e3;
    let facts = picture.map.clone().unwrap();
    let found = legibility(&picture.scene);
    println!(
        "{name}: {} [{} named+marks+counted = {} of {}] crossings {} letter {:.1} content {:.0} of {:.0} {ms:.0} ms",
        facts.counts,
        facts.named,
        facts.named + facts.shortest + facts.marks + facts.counted,
        facts.entries,
        facts.crossings,
        facts.letter_px,
        picture.content_height_px,
        look.height_px
    );
    let faults = found.faults(least_px);
    for it in faults.iter().take(6) {
        println!("    {it}");
    }
    if faults.len() > 6 {
        println!("    … {} faults", faults.len());
    }
    if let Some(folder) = folder {
        let svg = scene::svg::write(
            &scene::wire::encode(&picture.scene),
            &scene::svg::SvgOptions::default(),
        )
        .unwrap();
        let png = scene::png::from_svg(
            &svg,
            scene::png::Raster {
                scale: if look.is_page { 1.878 } else { 1.6 },
                px_per_inch: None,
            },
        )
        .unwrap();
        std::fs::write(format!("{folder}/{name}.png"), png).unwrap();
    }
}

fn main() {
    let folder = std::env::args().nth(1);
    let folder = folder.as_deref();
    let path = std::env::temp_dir().join("cause-map-example.faultline");
    let _ = std::fs::remove_file(&path);
    let sample = app::Session::new_sample(&path).unwrap().workspace().clone();
    let slide = look(1022.0, 444.0, true);
    report("sample-slide", &sample, slide, 10.0, folder);
    report(
        "sample-pane",
        &sample,
        look(862.0, 700.0, false),
        11.0,
        folder,
    );
    report(
        "sample-a4-portrait",
        &sample,
        look(870.0, 1000.0, true),
        10.0,
        folder,
    );
    report(
        "sample-column",
        &sample,
        look(430.0, 1600.0, true),
        10.0,
        folder,
    );
    let least: usize = std::env::args()
        .nth(2)
        .and_then(|it| it.parse().ok())
        .unwrap_or(300);
    for linked in [60, 120, 300].into_iter().filter(|it| *it <= least) {
        for dense in [false, true] {
            let all = synth(linked, dense, 1);
            let name = format!("synth-{linked}{}", if dense { "-dense" } else { "" });
            report(&name, &all, slide, 10.0, folder);
            report(
                &format!("{name}-pane"),
                &all,
                look(862.0, 700.0, false),
                11.0,
                folder,
            );
        }
    }
    if std::env::args().nth(2).is_none() {
        stability(&sample, slide);
    }
}

fn stability(sample: &Workspace, slide: Look) {
    for stored in [true, false] {
        let whole = draw(sample, slide, None).map.unwrap().hint;
        let left = |hint: &chart::MapHint| {
            let mut found = std::collections::BTreeMap::new();
            for row in hint.parts.iter().flatten() {
                for (at, it) in row.iter().enumerate() {
                    found.insert(*it, at.checked_sub(1).map(|at| row[at]));
                }
            }
            found
        };
        let before = left(&whole);
        let (mut sum, mut worst) = (0.0_f64, 0.0_f64);
        for gone in before.keys() {
            let mut less = sample.clone();
            less.events.retain(|it| it.id != *gone);
            less.links
                .retain(|it| it.cause != *gone && it.effect != *gone);
            let after = left(
                &draw(&less, slide, stored.then_some(&whole))
                    .map
                    .unwrap()
                    .hint,
            );
            // One entry more: the map with one entry less is stored, and the entry comes back.
            let hint = draw(&less, slide, stored.then_some(&whole))
                .map
                .unwrap()
                .hint;
            let again = left(
                &draw(sample, slide, stored.then_some(&hint))
                    .map
                    .unwrap()
                    .hint,
            );
            let moved =
                |a: &std::collections::BTreeMap<EventId, Option<EventId>>,
                 b: &std::collections::BTreeMap<EventId, Option<EventId>>| {
                    let common: Vec<_> = a
                        .keys()
                        .filter(|it| b.contains_key(it) && *it != gone)
                        .collect();
                    common.iter().filter(|it| a[it] != b[it]).count() as f64
                        / common.len().max(1) as f64
                };
            let share = (moved(&before, &after) + moved(&after, &again)) / 2.0;
            sum += share;
            worst = worst.max(share);
        }
        println!(
            "stability, {}: mean {:.1} %, worst {:.1} %",
            if stored { "stored" } else { "from nothing" },
            sum / before.len() as f64 * 100.0,
            worst * 100.0
        );
    }
}
