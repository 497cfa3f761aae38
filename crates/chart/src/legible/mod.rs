//! Measures what is drawn: whether letters are large enough, and whether text, marks and lines keep clear of each other.
//!
//! Works on any picture of relations whose links are groups "link-…", whose entries are groups "event-…" and whose themes and
//! actors are boxes in groups "theme-…" and "actor-…".

mod parts;
mod plane;

use std::collections::BTreeMap;

use model::Link;
use scene::{Bounds, Scene};

use parts::{Parts, Words};
pub use plane::crosses;
use plane::{Box4, holds, meeting_points, meets, shrunk};

/// What is wrong in a picture, by kind, and how large it is.
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
    /// Texts that lie on marks; the label inside of an entry's own band is none of them.
    pub text_on_mark: Vec<String>,
    /// Texts that reach beyond the picture, or beyond the part of it that they are drawn in.
    pub cut_text: Vec<String>,
    /// Texts of which the upper or lower part is hidden, as where a picture in the window is scrolled.
    pub scrolled_text: Vec<String>,
    /// Places where lines of two links cross.
    pub crossings: usize,
    /// What links and entries, themes or actors take up together; `None` if nothing of it is drawn.
    pub drawing: Option<Bounds>,
}

impl Legibility {
    /// Everything that is wrong in words; empty if all is well with letters of at least `least_px`. What is scrolled is not
    /// wrong.
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

/// Measures a scene in which no line may touch any mark, not even those of its own ends.
#[must_use]
pub fn legibility(scene: &Scene) -> Legibility {
    legibility_among(scene, &[])
}

/// Measures a scene in which a line may touch the marks of the two ends of its link. `links` are those of the workspace.
#[must_use]
pub fn legibility_among(scene: &Scene, links: &[Link]) -> Legibility {
    let ends: BTreeMap<String, [String; 2]> = links
        .iter()
        .map(|it| (it.id.to_string(), [it.cause, it.effect]))
        .map(|(id, ends)| (id, ends.map(|it| format!("event-{it}"))))
        .collect();
    let parts = Parts::of(scene);
    let mut found = Legibility {
        least_px: parts.least_px,
        crossings: crossings(&parts),
        drawing: parts.drawing.map(bounds),
        ..Legibility::default()
    };
    let page = [0.0, 0.0, scene.width_px, scene.height_px];
    for (at, one) in parts.words.iter().enumerate() {
        let [left, top, right, bottom] = one.area;
        let is_here = meets(page, one.area);
        if one.is_cut || is_here && !holds(page, [left, page[1], right, page[3]]) {
            found.cut_text.push(one.says.clone());
        }
        if one.is_scrolled || is_here && !holds(page, [page[0], top, page[2], bottom]) {
            found.scrolled_text.push(one.says.clone());
        }
        for other in &parts.words[at + 1..] {
            if meets(one.area, other.area) {
                let both = format!("{} / {}", one.says, other.says);
                found.text_on_text.push(both);
            }
        }
        for (mark, group) in &parts.marks {
            if meets(shrunk(*mark), one.area) && !is_label(one, *mark, group) {
                found.text_on_mark.push(format!("{} / {group}", one.says));
            }
        }
    }
    through(&parts, &ends, &mut found);
    found
}

fn bounds([left, top, right, bottom]: Box4) -> Bounds {
    Bounds {
        left,
        top,
        right,
        bottom,
    }
}

/// Whether text stands inside of the band or box that it belongs to.
fn is_label(words: &Words, mark: Box4, group: &str) -> bool {
    words.group == *group && holds(mark, words.area)
}

/// Adds what lines run through.
fn through(parts: &Parts, ends: &BTreeMap<String, [String; 2]>, found: &mut Legibility) {
    for (line, link) in &parts.lines {
        let runs_through = |area: Box4| line.windows(2).any(|it| crosses(it[0], it[1], area));
        let words = parts.words.iter().filter(|it| runs_through(shrunk(it.area)));
        found
            .line_through_text
            .extend(words.map(|it| format!("{link} / {}", it.says)));
        let first = link.split('-').next().unwrap_or_default();
        let is_own = |group: &String| ends.get(first).is_some_and(|it| it.contains(group));
        let marks = parts.marks.iter().filter(|it| runs_through(shrunk(it.0)));
        found.line_through_mark.extend(
            marks
                .filter(|it| !is_own(&it.1))
                .map(|it| format!("{link} / {}", it.1)),
        );
    }
}

/// Places where lines of different links cross. Where several share a line, another one crosses it once.
fn crossings(parts: &Parts) -> usize {
    let mut places = Vec::new();
    for (at, (line, link)) in parts.lines.iter().enumerate() {
        for (other, of) in &parts.lines[at + 1..] {
            if of != link {
                meeting_points(line, other, &mut places);
            }
        }
    }
    plane::apart(places)
}

#[cfg(test)]
mod tests {
    use scene::{Anchor, Face, Item, Paint, Path, Rgba, text};

    use super::*;
    use crate::marks::rule;
    use crate::testing::link;

    const INK: Rgba = Rgba(0, 0, 0, 255);

    fn dot() -> Item {
        Item::Path {
            path: Path::circle(60.0, 50.0, 5.0),
            fill: Paint::Solid(INK),
            stroke: None,
        }
    }

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
        let mut items = vec![
            words(10.0, 20.0, 12.0),
            words(20.0, 22.0, 12.0),
            words(50.0, 54.0, 12.0),
            words(180.0, 80.0, 12.0),
        ];
        items.extend(grouped("event-7", dot()));
        items.extend(grouped("link-1", rule((12.0, 0.0), (12.0, 90.0), INK, 1.0)));
        items.extend(grouped("link-2", rule((0.0, 50.0), (90.0, 50.0), INK, 1.0)));
        let found = measured(items);
        assert_eq!(found.text_on_text.len(), 1);
        assert_eq!(found.line_through_mark, ["2 / event-7"]);
        assert_eq!(found.line_through_text, ["1 / Words", "2 / Words"]);
        assert_eq!(found.text_on_mark, ["Words / event-7"]);
        assert_eq!(found.cut_text, ["Words"]);
        assert_eq!(found.crossings, 1);
    }

    #[test]
    fn a_line_may_end_in_the_mark_of_its_own_end() {
        let mut items = Vec::new();
        items.extend(grouped("event-7", dot()));
        items.extend(grouped("link-2", rule((0.0, 50.0), (60.0, 50.0), INK, 1.0)));
        let scene = Scene {
            width_px: 200.0,
            height_px: 100.0,
            items,
            hits: Vec::new(),
        };
        let through = |links: &[Link]| legibility_among(&scene, links).line_through_mark;
        assert_eq!(through(&[link(2, 3, 7)]), Vec::<String>::new());
        assert_eq!(through(&[link(2, 3, 8)]), ["2 / event-7"]);
    }

    #[test]
    fn text_beyond_its_clip_is_cut_and_not_there_if_outside() {
        let clip = |x: f32| Item::Clip {
            x,
            y: 0.0,
            width: 30.0,
            height: 100.0,
        };
        let with = |x: f32| measured(vec![clip(x), words(10.0, 20.0, 12.0), Item::Unclip]).cut_text;
        assert_eq!(with(15.0), ["Words"]);
        assert_eq!(with(100.0), Vec::<String>::new());
    }
}
