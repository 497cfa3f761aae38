//! Measures what is drawn: whether letters are large enough, and whether text, marks and lines keep clear of each other.
//!
//! Works on any picture of relations whose links are groups "link-…" and whose entries are groups "event-…".

use scene::{Item, Paint, Path, Scene, Segment, text};

/// Marks and text may come this close.
const TOUCH_PX: f32 = 0.75;
/// Points of a curve.
const STEPS: u8 = 6;

/// What is wrong in a picture, by kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Legibility {
    /// The smallest letters, in pixels of the scene; infinite without text.
    pub least_px: f32,
    /// Texts that lie on each other.
    pub text_on_text: Vec<String>,
    /// Lines of links that run through text.
    pub line_through_text: Vec<String>,
    /// Lines of links that run through marks.
    pub line_through_mark: Vec<String>,
    /// Texts that lie on marks.
    pub text_on_mark: Vec<String>,
    /// Texts that reach beyond the picture.
    pub cut_text: Vec<String>,
}

impl Legibility {
    /// Everything that is wrong in words; empty if all is well with letters of at least `least_px`.
    #[must_use]
    pub fn faults(&self, least_px: f32) -> Vec<String> {
        let mut faults = Vec::new();
        if self.least_px < least_px - 0.01 {
            faults.push(format!("letters of {} px", self.least_px));
        }
        for (what, found) in [
            ("text on text", &self.text_on_text),
            ("line through text", &self.line_through_text),
            ("line through mark", &self.line_through_mark),
            ("text on mark", &self.text_on_mark),
            ("text beyond the picture", &self.cut_text),
        ] {
            faults.extend(found.iter().map(|it| format!("{what}: {it}")));
        }
        faults
    }
}

/// A rectangle: left, top, right, bottom.
type Box4 = [f32; 4];

struct Words {
    area: Box4,
    says: String,
}

/// Everything in a scene that is measured.
#[derive(Default)]
struct Parts {
    words: Vec<Words>,
    marks: Vec<(Box4, String)>,
    /// Polylines with the id of their link.
    lines: Vec<(Vec<(f32, f32)>, String)>,
    least_px: f32,
}

/// Measures a scene.
#[must_use]
pub fn legibility(scene: &Scene) -> Legibility {
    let parts = Parts::of(scene);
    let mut found = Legibility {
        least_px: parts.least_px,
        ..Legibility::default()
    };
    let page = [0.0, 0.0, scene.width_px, scene.height_px];
    for (at, one) in parts.words.iter().enumerate() {
        if !holds(page, one.area) && meets(page, one.area) {
            found.cut_text.push(one.says.clone());
        }
        for other in &parts.words[at + 1..] {
            if meets(one.area, other.area) {
                let both = format!("{} / {}", one.says, other.says);
                found.text_on_text.push(both);
            }
        }
        for (mark, event) in &parts.marks {
            if meets(shrunk(*mark), one.area) {
                found.text_on_mark.push(format!("{} / {event}", one.says));
            }
        }
    }
    for (line, link) in &parts.lines {
        let through = |area: Box4| line.windows(2).any(|it| crosses(it[0], it[1], area));
        let words = parts.words.iter().filter(|it| through(shrunk(it.area)));
        found
            .line_through_text
            .extend(words.map(|it| format!("{link} / {}", it.says)));
        let marks = parts.marks.iter().filter(|it| through(shrunk(it.0)));
        found
            .line_through_mark
            .extend(marks.map(|it| format!("{link} / {}", it.1)));
    }
    found
}

impl Parts {
    fn of(scene: &Scene) -> Self {
        let mut parts = Self {
            least_px: f32::INFINITY,
            ..Self::default()
        };
        let mut groups: Vec<&str> = Vec::new();
        for item in &scene.items {
            match item {
                Item::Group { id, .. } => groups.push(id),
                Item::Ungroup => drop(groups.pop()),
                Item::Text { .. } => parts.text(item),
                _ => parts.shape(item, groups.last().copied().unwrap_or_default()),
            }
        }
        parts
    }

    fn text(&mut self, item: &Item) {
        let Item::Text { runs, y, size, .. } = item else {
            return;
        };
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            return;
        };
        self.least_px = self.least_px.min(*size);
        let says: String = runs.iter().map(|it| it.text.as_str()).collect();
        self.words.push(Words {
            area: [
                first.x,
                y - text::cap_height(*size),
                last.x + last.width,
                y + text::descent(*size) * 0.5,
            ],
            says,
        });
    }

    fn shape(&mut self, item: &Item, group: &str) {
        let (Item::Path { path, fill, stroke }, Some(area)) = (item, item.bounds()) else {
            return;
        };
        let is_line = matches!(fill, Paint::None) && stroke.is_some();
        if let Some(link) = group.strip_prefix("link-") {
            // Bars of heads and chevrons are lines as well, but shorter than any link.
            let points = points(path);
            if is_line && length(&points) > 14.0 {
                self.lines.push((points, link.to_owned()));
            }
        } else if let Some(event) = group.strip_prefix("event-")
            && !is_line
        {
            let area = [area.left, area.top, area.right, area.bottom];
            self.marks.push((area, event.to_owned()));
        }
    }
}

fn points(path: &Path) -> Vec<(f32, f32)> {
    let mut points: Vec<(f32, f32)> = Vec::new();
    for segment in &path.0 {
        match *segment {
            Segment::Move(x, y) | Segment::Line(x, y) => points.push((x, y)),
            Segment::Cubic(ax, ay, bx, by, x, y) => {
                let from = points.last().copied().unwrap_or((ax, ay));
                points.extend((1..=STEPS).map(|step| {
                    let t = f32::from(step) / f32::from(STEPS);
                    let of = |p: f32, a: f32, b: f32, q: f32| {
                        let s = 1.0 - t;
                        s * s * s * p + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * q
                    };
                    (of(from.0, ax, bx, x), of(from.1, ay, by, y))
                }));
            }
            Segment::Close => points.extend(points.first().copied()),
        }
    }
    points
}

fn length(points: &[(f32, f32)]) -> f32 {
    let steps = points.windows(2);
    steps
        .map(|it| (it[0].0 - it[1].0).hypot(it[0].1 - it[1].1))
        .sum()
}

fn shrunk(it: Box4) -> Box4 {
    [
        it[0] + TOUCH_PX,
        it[1] + TOUCH_PX,
        it[2] - TOUCH_PX,
        it[3] - TOUCH_PX,
    ]
}

fn meets(a: Box4, b: Box4) -> bool {
    let (a, b) = (shrunk(a), shrunk(b));
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn holds(outer: Box4, inner: Box4) -> bool {
    let [left, top, right, bottom] = shrunk(inner);
    left >= outer[0] - 0.01
        && top >= outer[1] - 0.01
        && right <= outer[2] + 0.01
        && bottom <= outer[3] + 0.01
}

/// Whether a segment has a point in a rectangle (Liang and Barsky 1984).
fn crosses(from: (f32, f32), to: (f32, f32), area: Box4) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (slope, room) in [
        (-dx, from.0 - area[0]),
        (dx, area[2] - from.0),
        (-dy, from.1 - area[1]),
        (dy, area[3] - from.1),
    ] {
        if slope == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if slope < 0.0 {
            start = start.max(room / slope);
        } else {
            end = end.min(room / slope);
        }
    }
    start < end
}

#[cfg(test)]
mod tests {
    use scene::{Anchor, Face, Rgba};

    use super::*;
    use crate::marks::rule;

    const INK: Rgba = Rgba(0, 0, 0, 255);

    fn words(x: f32, y: f32, size: f32) -> Item {
        text::text("Words", x, y, Anchor::Start, size, Face::Regular, INK)
    }

    fn grouped(id: &str, item: Item) -> [Item; 3] {
        let group = Item::Group {
            id: id.to_owned(),
            title: String::new(),
        };
        [group, item, Item::Ungroup]
    }

    fn measured(items: Vec<Item>) -> Legibility {
        legibility(&Scene {
            width_px: 200.0,
            height_px: 100.0,
            items,
            hits: Vec::new(),
        })
    }

    #[test]
    fn what_is_clear_of_everything_has_no_fault() {
        let mut items = vec![words(10.0, 20.0, 12.0), words(10.0, 40.0, 12.0)];
        items.extend(grouped("link-1", rule((5.0, 0.0), (5.0, 90.0), INK, 1.0)));
        let found = measured(items);
        assert_eq!(found.faults(12.0), Vec::<String>::new());
        assert_eq!(found.faults(12.5).len(), 1);
    }

    #[test]
    fn each_fault_is_found() {
        let dot = Item::Path {
            path: Path::circle(60.0, 50.0, 5.0),
            fill: Paint::Solid(INK),
            stroke: None,
        };
        let mut items = vec![
            words(10.0, 20.0, 12.0),
            words(20.0, 22.0, 12.0),
            words(50.0, 54.0, 12.0),
            words(180.0, 80.0, 12.0),
        ];
        items.extend(grouped("event-7", dot));
        items.extend(grouped("link-1", rule((12.0, 0.0), (12.0, 90.0), INK, 1.0)));
        items.extend(grouped("link-2", rule((0.0, 50.0), (90.0, 50.0), INK, 1.0)));
        let found = measured(items);
        assert_eq!(found.text_on_text.len(), 1);
        assert_eq!(found.line_through_mark, ["2 / 7"]);
        assert_eq!(found.line_through_text, ["1 / Words", "2 / Words"]);
        assert_eq!(found.text_on_mark, ["Words / 7"]);
        assert_eq!(found.cut_text, ["Words"]);
    }
}
