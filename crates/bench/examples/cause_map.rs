//! Measures cause maps on the sample and on made-up events: `cargo run -p bench --example cause_map [FOLDER]`. Pictures
//! are written to the folder.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::time::Instant;

use bench::synth::{Recipe, Synth};
use chart::{CauseMapSpec, Fit, Flow, Look, MapFacts, cause_map, legibility};
use model::{EventId, Held, Hint, Workspace};
use scene::Theme;

/// The room for a picture on a slide of 1920 by 1080 pixels, in logical pixels of which each is 1.8 of the slide.
const SLIDE: (f32, f32) = (1022.0, 444.0);
/// A pane of the window.
const PANE: (f32, f32) = (862.0, 700.0);
/// Letters on a slide and in the window at least.
const LEAST_PX: [f32; 2] = [10.0, 11.0];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1);
    let sample = app::sample::workspace().map_err(|it| it.message)?;
    let mut all = vec![(String::from("sample"), sample.clone())];
    for linked in [60, 120, 300] {
        all.push((format!("synth-{linked}"), synth(linked)?));
        all.push((format!("dense-{linked}"), dense(linked)?));
    }
    for (name, workspace) in &all {
        if let Ok(folder) = std::env::var("FILES") {
            let path = format!("{folder}/{name}.faultline");
            let _ = std::fs::remove_file(&path);
            store::File::create_filled(std::path::Path::new(&path), |edit| {
                edit.put_workspace(workspace)?;
                workspace
                    .events
                    .iter()
                    .try_for_each(|it| edit.put_event(it))?;
                workspace.links.iter().try_for_each(|it| edit.put_link(it))
            })?;
            continue;
        }
        for (room, size) in [("slide", SLIDE), ("pane", PANE)] {
            report(
                &format!("{name}-{room}"),
                workspace,
                size,
                folder.as_deref(),
            )?;
        }
    }
    stability(&sample);
    Ok(())
}

fn look((width_px, height_px): (f32, f32)) -> Look {
    let is_page = (width_px, height_px) == SLIDE;
    Look {
        width_px,
        height_px,
        theme: if is_page { Theme::Print } else { Theme::Light },
        scroll_px: 0.0,
        fit: Fit::Grows,
        is_page,
    }
}

fn draw(workspace: &Workspace, look: Look, hint: Option<&Hint>) -> (scene::Scene, MapFacts) {
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let picture = cause_map(
        workspace,
        &CauseMapSpec {
            look,
            at: None,
            flow: Flow::Down,
            implied: false,
            collapsed: &BTreeSet::new(),
            folded: &BTreeSet::new(),
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
        },
    );
    (picture.scene, picture.map.unwrap_or_default())
}

/// As many made-up events, the first of them, as it takes for so many to have links.
fn synth(linked: usize) -> Result<Workspace, Box<dyn Error>> {
    let recipe = Recipe {
        events: linked as u64 * 3,
        seed: 1,
    };
    let mut all = Synth::new(recipe).map_err(|it| it.message)?.workspace();
    let ends = |count: usize| -> BTreeSet<EventId> {
        let first: BTreeSet<EventId> = all.events[..count].iter().map(|it| it.id).collect();
        let links = all.links.iter().filter(|it| it.cause != it.effect);
        let links = links.filter(|it| first.contains(&it.cause) && first.contains(&it.effect));
        links.flat_map(|it| [it.cause, it.effect]).collect()
    };
    let enough = (0..=all.events.len()).find(|it| ends(*it).len() >= linked);
    let kept = ends(enough.unwrap_or(all.events.len()));
    all.events.retain(|it| kept.contains(&it.id));
    all.links
        .retain(|it| kept.contains(&it.cause) && kept.contains(&it.effect));
    Ok(all)
}

/// Made-up events with many links: of very many events, so many that have links with each other.
fn dense(linked: usize) -> Result<Workspace, Box<dyn Error>> {
    let events = linked as u64 * 8;
    let recipe = Recipe { events, seed: 1 };
    let mut all = Synth::new(recipe).map_err(|it| it.message)?.workspace();
    let mut kept: BTreeSet<EventId> = BTreeSet::new();
    all.links.retain(|link| {
        let mut with = kept.clone();
        with.extend([link.cause, link.effect]);
        let fits = with.len() <= linked && link.cause != link.effect;
        if fits {
            kept = with;
        }
        fits
    });
    all.events.retain(|it| kept.contains(&it.id));
    Ok(all)
}

fn report(
    name: &str,
    workspace: &Workspace,
    size: (f32, f32),
    folder: Option<&str>,
) -> Result<(), Box<dyn Error>> {
    let look = look(size);
    let started = Instant::now();
    let (scene, facts) = draw(workspace, look, None);
    let ms = started.elapsed().as_secs_f64() * 1e3;
    let told = facts.named + facts.shortest + facts.marks + facts.counted;
    println!(
        "{name}: {} {told} of {} told; {} crossings, letters of {} px, {ms:.0} ms",
        facts.counts, facts.entries, facts.crossings, facts.letter_px
    );
    let least_px = LEAST_PX[usize::from(!look.is_page)];
    for fault in legibility(&scene).faults(least_px) {
        println!("    {fault}");
    }
    if let Some(folder) = folder {
        let bytes = scene::wire::encode(&scene);
        let svg = scene::svg::write(&bytes, &scene::svg::SvgOptions::default())?;
        let raster = scene::png::Raster {
            scale: 1.8,
            px_per_inch: None,
        };
        let png = scene::png::from_svg(&svg, raster)?;
        std::fs::write(format!("{folder}/{name}.png"), png)?;
    }
    Ok(())
}

type Left = BTreeMap<EventId, Option<EventId>>;

fn left_neighbors(hint: &Hint) -> Left {
    let mut left = Left::new();
    for row in hint.parts.iter().flatten() {
        let mut before = None;
        for it in row {
            if let Held::Node(id) = it {
                let id = EventId(*id);
                left.insert(id, before.replace(id));
            }
        }
    }
    left
}

/// The share of entries in both that have another left neighbor.
fn moved(a: &Left, b: &Left) -> f64 {
    let common = a.iter().filter(|it| b.contains_key(it.0));
    let all = common.clone().count().max(1);
    common.filter(|it| b.get(it.0) != Some(it.1)).count() as f64 / all as f64
}

/// How many entries get another left neighbor when one is taken away, and when it comes back.
fn stability(sample: &Workspace) {
    let slide = look(SLIDE);
    let whole = draw(sample, slide, None).1.hint;
    let before = left_neighbors(&whole);
    let (mut less, mut more, mut worst) = (0.0, 0.0, 0.0_f64);
    for gone in before.keys() {
        let mut without = sample.clone();
        without.events.retain(|it| it.id != *gone);
        without
            .links
            .retain(|it| it.cause != *gone && it.effect != *gone);
        let hint = draw(&without, slide, Some(&whole)).1.hint;
        let after = left_neighbors(&hint);
        let mut again = left_neighbors(&draw(sample, slide, Some(&hint)).1.hint);
        again.remove(gone);
        less += moved(&after, &before);
        more += moved(&after, &again);
        worst = worst.max(moved(&after, &again));
    }
    let percent = |it: f64| it / before.len() as f64 * 100.0;
    println!(
        "another left neighbor: {:.1} % with one entry less, {:.1} % with one more (worst {:.1} %)",
        percent(less),
        percent(more),
        worst * 100.0
    );
}
