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
use chart::{At, CauseMapSpec, Fit, Flow, Look, MapFacts, cause_map, legibility};
use model::{EventId, Held, Hint, Link, LinkId, ThemeId, Workspace};
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
        for (room, size) in [("slide", SLIDE), ("pane", PANE)] {
            for (way, flow) in [("", Flow::Down), ("-right", Flow::Right)] {
                let seen = Seen {
                    flow,
                    ..Seen::default()
                };
                let name = format!("{name}-{room}{way}");
                report(&name, workspace, look(size), &seen, folder.as_deref())?;
            }
        }
    }
    windows(&sample, folder.as_deref())?;
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
    let seen = Seen {
        hint,
        ..Seen::default()
    };
    draw_as(workspace, look, &seen)
}

/// How the map is looked at.
#[derive(Default)]
struct Seen<'a> {
    flow: Flow,
    at: Option<At>,
    hint: Option<&'a Hint>,
    hovered: Option<EventId>,
    selected: Option<EventId>,
    selected_link: Option<LinkId>,
    folded: BTreeSet<EventId>,
    collapsed: BTreeSet<ThemeId>,
}

fn draw_as(workspace: &Workspace, look: Look, seen: &Seen<'_>) -> (scene::Scene, MapFacts) {
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let picture = cause_map(
        workspace,
        &CauseMapSpec {
            look,
            at: seen.at,
            flow: seen.flow,
            implied: false,
            collapsed: &seen.collapsed,
            folded: &seen.folded,
            window: None,
            shown: &shown,
            passing: &shown,
            selected: seen.selected,
            selected_link: seen.selected_link,
            hovered: seen.hovered,
            hovered_link: None,
            highlight: None,
            hint: seen.hint,
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
    look: Look,
    seen: &Seen<'_>,
    folder: Option<&str>,
) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let (scene, facts) = draw_as(workspace, look, seen);
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
            scale: if look.is_page { 1.8 } else { 1.0 },
            px_per_inch: None,
        };
        let png = scene::png::from_svg(&svg, raster)?;
        std::fs::write(format!("{folder}/{name}.png"), png)?;
    }
    Ok(())
}

/// A part of the map seen nearer.
fn near(zoom: f32, flow: Flow) -> Seen<'static> {
    let (x_px, y_px) = (60.0, 40.0);
    Seen {
        at: Some(At { x_px, y_px, zoom }),
        flow,
        ..Seen::default()
    }
}

/// The sample in windows of several sizes, looked at in several ways.
fn windows(sample: &Workspace, folder: Option<&str>) -> Result<(), Box<dyn Error>> {
    let links_of = |it: &EventId| {
        let touches = |link: &&Link| link.cause == *it || link.effect == *it;
        sample.links.iter().filter(touches).count()
    };
    let ids: Vec<EventId> = sample.events.iter().map(|it| it.id).collect();
    let busiest = ids.iter().copied().max_by_key(links_of);
    let hovered = Seen {
        hovered: busiest,
        ..Seen::default()
    };
    let selected = Seen {
        selected: busiest,
        ..Seen::default()
    };
    let selected_link = Seen {
        selected_link: sample.links.first().map(|it| it.id),
        ..Seen::default()
    };
    let folded = Seen {
        folded: busiest.into_iter().collect(),
        ..Seen::default()
    };
    let collapsed = Seen {
        collapsed: sample.themes.first().map(|it| it.id).into_iter().collect(),
        ..Seen::default()
    };
    for (name, size, seen) in [
        ("small", (1024.0, 700.0), Seen::default()),
        ("wide", (1920.0, 1200.0), Seen::default()),
        ("zoomed", PANE, near(1.4, Flow::Down)),
        ("cards", PANE, near(2.4, Flow::Down)),
        ("cards-right", PANE, near(4.0, Flow::Right)),
        ("hovered", PANE, hovered),
        ("selected", PANE, selected),
        ("selected-link", PANE, selected_link),
        ("folded", PANE, folded),
        ("collapsed", PANE, collapsed),
    ] {
        let look = Look {
            theme: if name == "wide" {
                Theme::Dark
            } else {
                Theme::Light
            },
            ..look(size)
        };
        report(&format!("sample-{name}"), sample, look, &seen, folder)?;
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
