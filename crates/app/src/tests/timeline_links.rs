//! All links of a timeline at once: what is drawn of them keeps clear of text and foreign marks, and stays behind both.

use std::collections::{BTreeMap, BTreeSet};

use chart::{Fit, LanesBy, Look, Picture, Timeline, TimelineView, Window};
use model::{EventId, Link, LinkId, Workspace};
use scene::{Item, Paint, Path, Scene, Segment, Theme};

use super::goldens::day;
use super::sample;

type Point = (f32, f32);
/// Left, top, right, bottom.
type Area = [f32; 4];

/// The window of `look/relations`, and a slide with the room that title and legend leave.
const LOOKS: [(f32, f32, Fit, bool); 3] = [
    (862.0, 700.0, Fit::Grows, false),
    (862.0, 4000.0, Fit::Grows, false),
    (1066.0, 420.0, Fit::Counts, true),
];
/// Lines may come this close to the edge of what they keep clear of.
const TOUCH_PX: f32 = 0.6;
/// A closed shape of an entry up to this size is its glyph.
const GLYPH_PX: f32 = 26.0;

fn drawn(
    workspace: &Workspace,
    (width_px, height_px, fit, is_page): (f32, f32, Fit, bool),
) -> Picture {
    let look = Look {
        width_px,
        height_px,
        theme: Theme::Light,
        scroll_px: 0.0,
        fit,
        is_page,
    };
    let view = TimelineView {
        look,
        window: Some(Window {
            from_days: day("2025-03-27"),
            to_days: day("2025-09-10"),
        }),
        selected: None,
        steps: 1,
        links: true,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: !is_page,
    };
    let mut timeline = Timeline::new(workspace, LanesBy::Theme, workspace.as_of, |_| true);
    timeline.draw(workspace, &view)
}

/// What is measured of a picture.
#[derive(Default)]
struct Measured {
    /// Strokes of links: the straight pieces, with the id of the link.
    lines: Vec<(i64, Point, Point)>,
    texts: Vec<(String, Area)>,
    /// Glyphs by their entry.
    glyphs: Vec<(i64, Area)>,
    /// Where the last item of a link stands among all items, and the first of what has to be over links.
    last_line: usize,
    first_over: Option<usize>,
}

fn measured(scene: &Scene) -> Measured {
    let mut found = Measured::default();
    let mut group = (String::new(), 0_i64);
    let (mut in_plot, mut bottom_px) = (false, f32::MAX);
    for (at, item) in scene.items.iter().enumerate() {
        match item {
            Item::Clip { x, y, height, .. } => {
                in_plot = *x > 0.0;
                bottom_px = y + height;
            }
            Item::Unclip => in_plot = false,
            Item::Group { id, .. } => {
                let (part, number) = id.split_once('-').unwrap_or_default();
                group = (part.to_owned(), number.parse().unwrap_or(0));
            }
            Item::Ungroup => group = (String::new(), 0),
            // What lies below the plot is cut off.
            Item::Text { runs, y, size, .. } if in_plot && *y < bottom_px => {
                let left = runs.iter().map(|it| it.x).fold(f32::MAX, f32::min);
                let right = runs
                    .iter()
                    .map(|it| it.x + it.width)
                    .fold(f32::MIN, f32::max);
                let words = runs.iter().map(|it| it.text.as_str()).collect();
                found
                    .texts
                    .push((words, [left, y - size * 0.74, right, *y + size * 0.2]));
                found.first_over.get_or_insert(at);
            }
            Item::Path { path, fill, stroke } if group.0 == "link" => {
                found.last_line = at;
                if *fill == Paint::None && stroke.is_some() {
                    let pieces = straight(path);
                    found
                        .lines
                        .extend(pieces.into_iter().map(|it| (group.1, it.0, it.1)));
                }
            }
            Item::Path { path, .. }
                if group.0 == "event" && path.0.last() == Some(&Segment::Close) =>
            {
                let area = bounds(path);
                if area[2] - area[0] <= GLYPH_PX && area[3] - area[1] <= GLYPH_PX {
                    found.glyphs.push((group.1, area));
                    found.first_over.get_or_insert(at);
                }
            }
            _ => {}
        }
    }
    found
}

fn ends(path: &Path) -> Vec<Option<Point>> {
    let ends = path.0.iter().map(|it| match *it {
        Segment::Move(x, y) | Segment::Line(x, y) | Segment::Cubic(.., x, y) => Some((x, y)),
        Segment::Close => None,
    });
    ends.collect()
}

fn straight(path: &Path) -> Vec<(Point, Point)> {
    let ends = ends(path);
    let pairs = ends.windows(2).filter_map(|it| Some((it[0]?, it[1]?)));
    pairs.collect()
}

fn bounds(path: &Path) -> Area {
    let start = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    ends(path).into_iter().flatten().fold(start, |all, (x, y)| {
        [all[0].min(x), all[1].min(y), all[2].max(x), all[3].max(y)]
    })
}

/// Whether a straight line runs through an area, looked at in steps of a quarter of a pixel.
fn runs_through(from: Point, to: Point, area: Area) -> bool {
    let steps = ((from.0 - to.0).hypot(from.1 - to.1) * 4.0).ceil().max(1.0) as u16;
    (0..=steps).any(|step| {
        let share = f32::from(step) / f32::from(steps);
        let (x, y) = (
            from.0 + (to.0 - from.0) * share,
            from.1 + (to.1 - from.1) * share,
        );
        x > area[0] + TOUCH_PX
            && x < area[2] - TOUCH_PX
            && y > area[1] + TOUCH_PX
            && y < area[3] - TOUCH_PX
    })
}

/// Lines of links through text, and through glyphs of entries that are not theirs.
fn faults(workspace: &Workspace, found: &Measured) -> Vec<String> {
    let own: BTreeMap<LinkId, [i64; 2]> = workspace
        .links
        .iter()
        .map(|it| (it.id, [it.cause.0, it.effect.0]))
        .collect();
    let mut faults = Vec::new();
    for (link, from, to) in &found.lines {
        let texts = found
            .texts
            .iter()
            .filter(|it| runs_through(*from, *to, it.1));
        faults.extend(texts.map(|it| format!("link {link} through \"{}\"", it.0)));
        let foreign = found
            .glyphs
            .iter()
            .filter(|it| !own[&LinkId(*link)].contains(&it.0));
        let glyphs = foreign.filter(|it| runs_through(*from, *to, it.1));
        faults.extend(glyphs.map(|it| format!("link {link} through the mark of {}", it.0)));
    }
    faults
}

/// The sample with links between its dated entries until there are this many.
fn with_links(count: i64) -> Workspace {
    let mut workspace = Workspace::clone(sample().workspace());
    let dated = workspace.events.iter().filter(|it| it.date.is_some());
    let ids: Vec<EventId> = dated.map(|it| it.id).collect();
    let last = workspace.links.iter().map(|it| it.id.0).max().unwrap();
    let missing = count - i64::try_from(workspace.links.len()).unwrap();
    for number in 0..missing {
        let first = workspace.links[usize::try_from(number).unwrap() % 40].clone();
        let at = usize::try_from(number).unwrap();
        let (cause, step) = (at % ids.len(), 1 + at * 7 % (ids.len() - 1));
        workspace.links.push(Link {
            id: LinkId(last + 1 + number),
            cause: ids[cause],
            effect: ids[(cause + step) % ids.len()],
            ..first
        });
    }
    workspace
}

#[test]
fn links_of_the_sample_keep_clear_of_text_and_foreign_marks() {
    let session = sample();
    for look in LOOKS {
        let picture = drawn(session.workspace(), look);
        let found = measured(&picture.scene);
        assert!(
            found.lines.len() > 60,
            "{look:?}: {} pieces",
            found.lines.len()
        );
        assert!(found.texts.len() > 20 && found.glyphs.len() > 5, "{look:?}");
        assert_eq!(
            faults(session.workspace(), &found),
            Vec::<String>::new(),
            "{look:?}"
        );
    }
}

#[test]
fn five_hundred_links_stay_behind_marks_and_text() {
    let workspace = with_links(500);
    for look in LOOKS {
        let found = measured(&drawn(&workspace, look).scene);
        let links: BTreeSet<i64> = found.lines.iter().map(|it| it.0).collect();
        assert!(links.len() > 40, "{look:?}: {} links", links.len());
        assert!(
            found.first_over.is_some_and(|it| it > found.last_line),
            "{look:?}"
        );
        assert_eq!(faults(&workspace, &found), Vec::<String>::new(), "{look:?}");
    }
}

#[test]
fn the_counts_of_links_add_up_to_all_there_are() {
    let session = sample();
    let all = session.workspace().links.len();
    for look in LOOKS {
        let counts = drawn(session.workspace(), look).counts;
        // "30 of 42 links drawn whole, 3 end at counts, …": the second number is the sum.
        let numbers = counts
            .split(", ")
            .map(|it| it.split(' ').next().unwrap().parse::<usize>().unwrap());
        let total = counts.split(' ').nth(2).unwrap().parse::<usize>().unwrap();
        assert_eq!((numbers.sum::<usize>(), total), (all, all), "{counts}");
    }
}
