//! Measures what is drawn: sizes of text, overlaps, lines through text and blocks, and what fills the room.

use scene::{Item, Paint, Path, Segment, text};

use crate::spec::Picture;

/// A rectangle: left, top, right, bottom.
type Box4 = [f32; 4];

/// What a picture consists of.
#[derive(Default)]
pub(super) struct Drawn {
    /// Box, size and words of each text.
    texts: Vec<(Box4, f32, String)>,
    /// Outlines of blocks and partners, with their ids.
    blocks: Vec<(Box4, String)>,
    /// Corners of the lines of links.
    lines: Vec<Vec<(f32, f32)>>,
}

impl Drawn {
    pub(super) fn of(picture: &Picture) -> Self {
        let mut drawn = Self::default();
        let mut groups: Vec<&str> = Vec::new();
        for item in &picture.scene.items {
            match item {
                Item::Group { id, .. } => groups.push(id),
                Item::Ungroup => {
                    groups.pop();
                }
                Item::Text { runs, y, size, .. } => {
                    let left = runs.iter().map(|it| it.x).fold(f32::INFINITY, f32::min);
                    let right = runs.iter().map(|it| it.x + it.width).fold(0.0, f32::max);
                    let words = runs.iter().map(|it| it.text.as_str()).collect();
                    let top = y - text::cap_height(*size);
                    drawn.texts.push(([left, top, right, *y], *size, words));
                }
                Item::Rect {
                    x,
                    y,
                    width,
                    height,
                    stroke: Some(_),
                    ..
                } => {
                    let id = groups.last().copied().unwrap_or_default();
                    if id.starts_with("theme-") || id.starts_with("actor-") {
                        drawn
                            .blocks
                            .push(([*x, *y, x + width, y + height], id.to_owned()));
                    }
                }
                Item::Path {
                    path,
                    fill: Paint::None,
                    stroke: Some(_),
                } if groups.last().is_some_and(|it| it.starts_with("link-")) => {
                    drawn.lines.push(corners(path));
                }
                _ => {}
            }
        }
        drawn
    }

    /// How many blocks and lines there are.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.blocks.len(), self.lines.len())
    }

    pub(super) fn least_text_px(&self) -> f32 {
        self.texts
            .iter()
            .map(|it| it.1)
            .fold(f32::INFINITY, f32::min)
    }

    /// Everything that is wrong, in words.
    pub(super) fn faults(&self, picture: &Picture) -> Vec<String> {
        let mut faults = Vec::new();
        let room = [0.0, 0.0, picture.scene.width_px, picture.scene.height_px];
        for (at, (area, _, words)) in self.texts.iter().enumerate() {
            for (other, _, more) in &self.texts[at + 1..] {
                if meet(shrunk(area), shrunk(other)) {
                    faults.push(format!("\"{words}\" meets \"{more}\""));
                }
            }
            if !within(area, &room) {
                faults.push(format!("\"{words}\" is outside"));
            }
            for line in &self.lines {
                if line.windows(2).any(|it| passes(it[0], it[1], shrunk(area))) {
                    faults.push(format!("a line runs through \"{words}\""));
                }
            }
            for (block, id) in &self.blocks {
                if meet(shrunk(area), *block) && !within(area, block) {
                    faults.push(format!("\"{words}\" crosses the edge of {id}"));
                }
            }
        }
        for (at, (block, id)) in self.blocks.iter().enumerate() {
            for (other, more) in &self.blocks[at + 1..] {
                if meet(*block, *other) {
                    faults.push(format!("{id} meets {more}"));
                }
            }
            if !within(block, &room) {
                faults.push(format!("{id} is outside"));
            }
            for line in &self.lines {
                if line
                    .windows(2)
                    .any(|it| passes(it[0], it[1], shrunk(block)))
                {
                    faults.push(format!("a line runs through {id}"));
                }
            }
        }
        faults
    }

    /// How much of the room is filled, in its width and its height.
    pub(super) fn fills(&self, picture: &Picture) -> (f32, f32) {
        let texts = self.texts.iter().map(|it| it.0);
        let boxes = texts.chain(self.blocks.iter().map(|it| it.0));
        let all = boxes.fold([f32::INFINITY, f32::INFINITY, 0.0, 0.0], |a: Box4, b| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        });
        let (width, height) = (picture.scene.width_px, picture.scene.height_px);
        ((all[2] - all[0]) / width, (all[3] - all[1]) / height)
    }
}

fn corners(path: &Path) -> Vec<(f32, f32)> {
    let point = |it: &Segment| match *it {
        Segment::Move(x, y) | Segment::Line(x, y) => Some((x, y)),
        // A rounded corner stays within the corner that it rounds.
        Segment::Cubic(_, _, _, _, x, y) => Some((x, y)),
        Segment::Close => None,
    };
    path.0.iter().filter_map(point).collect()
}

fn shrunk(it: &Box4) -> Box4 {
    [it[0] + 0.75, it[1] + 0.75, it[2] - 0.75, it[3] - 0.75]
}

fn meet(a: Box4, b: Box4) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn within(inner: &Box4, outer: &Box4) -> bool {
    inner[0] >= outer[0] - 0.5
        && inner[1] >= outer[1] - 0.5
        && inner[2] <= outer[2] + 0.5
        && inner[3] <= outer[3] + 0.5
}

/// Whether a straight line passes through a box.
fn passes(a: (f32, f32), b: (f32, f32), area: Box4) -> bool {
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in [
        (a.0, b.0 - a.0, area[0], area[2]),
        (a.1, b.1 - a.1, area[1], area[3]),
    ] {
        if step.abs() < 1e-6 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / step, (high - start) / step);
        from = from.max(one.min(other));
        to = to.min(one.max(other));
    }
    from < to
}
