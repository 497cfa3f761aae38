//! The exported page: a picture with title, legend, note and numbered sources around it.

use scene::{Anchor, Face, Item, Palette, Rgba, Scene, Theme, text};

use crate::marks::{block, rule};
use crate::shift::shift;
use crate::spec::{LegendEntry, Look, Picture};
use crate::timeline::entry_width_px;

/// What stands around an exported picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PageSpec {
    /// Width of the page in the pixels of the export.
    pub width_px: f32,
    /// Height of the page in the pixels of the export, at least; a page grows downward rather than
    /// cut or shrink what it shows.
    pub height_px: f32,
    /// What, where, when.
    pub title: String,
    /// Measure and period; may be empty.
    pub subtitle: String,
    /// "as of 11 June 2025"; may be empty.
    pub as_of: String,
    /// The cited sources, in the order of their numbers.
    pub sources: Vec<String>,
    /// A note; may be empty.
    pub note: String,
    /// A handling mark; may be empty.
    pub handling: String,
    /// Which colors.
    pub theme: Theme,
}

const MARGIN_PX: f32 = 22.0;
const TITLE_PX: f32 = 23.0;
const SUBTITLE_PX: f32 = 14.0;
const LEGEND_PX: f32 = 10.5;
const NOTE_PX: f32 = 10.0;
const NOTE_LINE_PX: f32 = 14.0;
const LEGEND_LINE_PX: f32 = 18.0;
/// Between two legend entries.
const LEGEND_GAP_PX: f32 = 16.0;
/// Room for the axis, which is not part of a picture's content, and a little air.
const AXIS_PX: f32 = 40.0;
/// The smallest letters are 10 logical pixels; on a page 1920 wide they are to be 18.
const WIDEST_PX: f32 = 1920.0 / 1.8;
/// A picture is not laid out lower than this, however small the page.
const LOWEST_PX: f32 = 160.0;

/// A page around the picture that `body` draws into the room that is left for it.
///
/// The scene is in logical pixels: letters grow with the page, so that the smallest are 18 pixels high
/// on a page 1920 wide. A painter scales by `spec.width_px / scene.width_px`. A page too low for what
/// it shows grows downward: nothing is cut, and no letter shrinks.
pub fn page(spec: &PageSpec, body: impl Fn(Look) -> Picture) -> Scene {
    let palette = Palette::of(spec.theme);
    let width = spec.width_px.clamp(200.0, WIDEST_PX);
    let height = spec.height_px * width / spec.width_px.max(1.0);
    let inner = width - 2.0 * MARGIN_PX;
    let head = head(spec, inner, palette);
    // Once for the legend and the height it needs, then for good.
    let look = |height_px| Look {
        width_px: inner,
        height_px,
        theme: spec.theme,
        scroll_px: 0.0,
    };
    let trial = body(look(4000.0));
    let foot = foot(&trial.legend, spec, inner, palette);
    let left = height - head.height - foot.height - 2.0 * MARGIN_PX;
    let picture = body(look(
        left.max(trial.content_height_px + AXIS_PX).max(LOWEST_PX),
    ));
    let body_height = picture.scene.height_px;
    let mut scene = Scene {
        width_px: width,
        height_px: head.height + body_height + foot.height + 2.0 * MARGIN_PX,
        ..Scene::default()
    };
    scene.items.push(block(
        0.0,
        0.0,
        width,
        scene.height_px,
        palette.surface_canvas,
    ));
    let mut y = MARGIN_PX;
    put(&mut scene, head.items, y);
    y += head.height;
    let clip = Item::Clip {
        x: 0.0,
        y: 0.0,
        width: inner,
        height: body_height,
    };
    put(&mut scene, vec![clip], y);
    put(&mut scene, picture.scene.items, y);
    scene.items.push(Item::Unclip);
    scene
        .hits
        .extend(picture.scene.hits.into_iter().map(|mut hit| {
            (hit.x, hit.y) = (hit.x + MARGIN_PX, hit.y + y);
            hit
        }));
    put(&mut scene, foot.items, y + body_height);
    scene
}

/// A part of the page, laid out from (0, 0).
struct Part {
    items: Vec<Item>,
    height: f32,
}

fn put(scene: &mut Scene, mut items: Vec<Item>, y: f32) {
    items.iter_mut().for_each(|item| shift(item, MARGIN_PX, y));
    scene.items.append(&mut items);
}

/// Title and subtitle at the left, as-of date and handling mark at the right.
fn head(spec: &PageSpec, width: f32, palette: &Palette) -> Part {
    let mut items = Vec::new();
    let mut corner = 0.0_f32;
    let mut y = TITLE_PX * 0.5;
    for (words, face) in [
        (&spec.handling, Face::SemiBold),
        (&spec.as_of, Face::Regular),
    ] {
        if !words.is_empty() {
            let color = if face == Face::SemiBold {
                palette.text_primary
            } else {
                palette.text_secondary
            };
            items.push(text::text(words, width, y, Anchor::End, 11.0, face, color));
            corner = corner.max(text::width(words, 11.0, face) + 16.0);
            y += 16.0;
        }
    }
    let mut y = 0.0;
    let room = (width - corner).max(80.0);
    for line in wrap(&spec.title, TITLE_PX, Face::SemiBold, room) {
        items.push(text::text(
            &line,
            0.0,
            y + TITLE_PX * 0.78,
            Anchor::Start,
            TITLE_PX,
            Face::SemiBold,
            palette.text_primary,
        ));
        y += TITLE_PX * 1.18;
    }
    for line in wrap(&spec.subtitle, SUBTITLE_PX, Face::Regular, room) {
        items.push(text::text(
            &line,
            0.0,
            y + SUBTITLE_PX * 0.8,
            Anchor::Start,
            SUBTITLE_PX,
            Face::Regular,
            palette.text_secondary,
        ));
        y += SUBTITLE_PX * 1.3;
    }
    Part {
        items,
        height: (y + 8.0).max(34.0),
    }
}

/// Legend, note and sources.
fn foot(legend: &[LegendEntry], spec: &PageSpec, width: f32, palette: &Palette) -> Part {
    let mut items = vec![rule((0.0, 0.5), (width, 0.5), palette.line_strong, 1.0)];
    let mut y = 6.0;
    let mut x = 0.0;
    for entry in legend {
        let entry_width = entry_width_px(entry, LEGEND_PX);
        if x > 0.0 && x + entry_width > width {
            (x, y) = (0.0, y + LEGEND_LINE_PX);
        }
        let middle = y + LEGEND_LINE_PX * 0.5;
        items.extend(entry.mark.iter().cloned().map(|mut item| {
            shift(&mut item, x, middle);
            item
        }));
        let baseline = middle + text::cap_height(LEGEND_PX) * 0.5;
        let words_x = x + entry.mark_width_px + 6.0;
        items.push(text::text(
            &entry.words,
            words_x,
            baseline,
            Anchor::Start,
            LEGEND_PX,
            Face::Regular,
            palette.text_primary,
        ));
        x += entry_width + LEGEND_GAP_PX;
    }
    if !legend.is_empty() {
        y += LEGEND_LINE_PX + 6.0;
    }
    for (name, words) in [
        ("Note: ", spec.note.clone()),
        ("Sources: ", numbered(&spec.sources)),
    ] {
        if !words.is_empty() {
            y = paragraph(name, &words, y, width, palette.text_secondary, &mut items);
        }
    }
    Part { items, height: y }
}

/// "1 Agency report, 9 June; 2 …".
fn numbered(sources: &[String]) -> String {
    let numbered = sources
        .iter()
        .enumerate()
        .map(|(at, source)| format!("{} {source}", at + 1));
    let mut words = numbered.collect::<Vec<_>>().join("; ");
    if !words.is_empty() && !words.ends_with('.') {
        words.push('.');
    }
    words
}

/// A wrapped paragraph that begins with a name in semi-bold; gives the y after it.
fn paragraph(
    name: &str,
    words: &str,
    mut y: f32,
    width: f32,
    color: Rgba,
    items: &mut Vec<Item>,
) -> f32 {
    let inset = text::width(name, NOTE_PX, Face::SemiBold) + 3.0;
    let baseline = |y: f32| y + NOTE_PX * 0.95;
    items.push(text::text(
        name.trim_end(),
        0.0,
        baseline(y),
        Anchor::Start,
        NOTE_PX,
        Face::SemiBold,
        color,
    ));
    for line in wrap(words, NOTE_PX, Face::Regular, width - inset) {
        items.push(text::text(
            &line,
            inset,
            baseline(y),
            Anchor::Start,
            NOTE_PX,
            Face::Regular,
            color,
        ));
        y += NOTE_LINE_PX;
    }
    y
}

/// Lines no wider than `room`; a word wider than that is shortened.
fn wrap(words: &str, size: f32, face: Face, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if text::width(&longer, size, face) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(text::shorten(word, size, face, room));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Window;

    fn spec() -> PageSpec {
        PageSpec {
            width_px: 1920.0,
            height_px: 1080.0,
            title: "Trade and the Gulf".into(),
            subtitle: "by theme".into(),
            as_of: "as of 11 June 2025".into(),
            sources: vec!["Agency report".into(); 40],
            note: "dates are those of the sources".into(),
            handling: "TLP:AMBER".into(),
            theme: Theme::Print,
        }
    }

    fn picture(look: Look, content_height_px: f32) -> Picture {
        let window = Window {
            from_days: 0.0,
            to_days: 1.0,
        };
        let scene = Scene {
            width_px: look.width_px,
            height_px: look.height_px,
            ..Scene::default()
        };
        Picture {
            scene,
            window,
            content_height_px,
            legend: Vec::new(),
            drawn: 0,
            earlier: 0,
            later: 0,
        }
    }

    #[test]
    fn no_text_is_under_18_pixels_at_1920_and_none_leaves_the_page() {
        let scene = page(&spec(), |look| picture(look, 100.0));
        let scale = 1920.0 / scene.width_px;
        assert!((scene.height_px * scale - 1080.0).abs() < 1.0);
        for item in &scene.items {
            let Item::Text { runs, y, size, .. } = item else {
                continue;
            };
            assert!(size * scale >= 17.99, "{size}");
            assert!(*y < scene.height_px - 4.0);
            assert!(
                runs.iter()
                    .all(|run| run.x >= 0.0 && run.x + run.width <= scene.width_px)
            );
        }
    }

    #[test]
    fn a_page_grows_with_what_it_shows() {
        let scene = page(&spec(), |look| picture(look, 2000.0));
        assert!(scene.height_px > 2000.0);
    }
}
