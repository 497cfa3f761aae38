//! What a scene consists of, as far as it is measured.

use scene::{Item, Paint, Scene, text};

use super::plane::{Box4, NOTHING, around, holds, meets, points, shared, way_px};

/// Bars of heads and signs are lines as well, but shorter than any link.
const SHORTEST_LINK_PX: f32 = 14.0;

/// A line of text.
pub(super) struct Words {
    pub(super) area: Box4,
    pub(super) says: String,
    /// The group that it is in; empty if in none.
    pub(super) group: String,
    /// Whether a clip hides a part of it at its side; and above or below, as where a picture is scrolled.
    pub(super) is_cut: bool,
    pub(super) is_scrolled: bool,
}

/// Everything in a scene that is measured.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) words: Vec<Words>,
    /// Marks of entries and boxes of themes or actors with their group.
    pub(super) marks: Vec<(Box4, String)>,
    /// Polylines with the id of their link.
    pub(super) lines: Vec<(Vec<(f32, f32)>, String)>,
    pub(super) least_px: f32,
    /// Around everything that is in a group.
    pub(super) drawing: Option<Box4>,
}

impl Parts {
    pub(super) fn of(scene: &Scene) -> Self {
        let mut parts = Self {
            least_px: f32::INFINITY,
            ..Self::default()
        };
        let (mut groups, mut clips): (Vec<&str>, Vec<Box4>) = (Vec::new(), Vec::new());
        for item in &scene.items {
            match item {
                Item::Group { id, .. } => groups.push(id),
                Item::Ungroup => drop(groups.pop()),
                Item::Clip {
                    x,
                    y,
                    width,
                    height,
                } => {
                    let clip = [*x, *y, x + width, y + height];
                    clips.push(clips.last().map_or(clip, |it| shared(*it, clip)));
                }
                Item::Unclip => drop(clips.pop()),
                _ => {
                    let group = groups.last().copied().unwrap_or_default();
                    parts.add(item, group, clips.last().copied());
                }
            }
        }
        parts
    }

    fn add(&mut self, item: &Item, group: &str, clip: Option<Box4>) {
        let visible = item.bounds().map(|it| {
            let area = [it.left, it.top, it.right, it.bottom];
            clip.map_or(area, |it| shared(it, area))
        });
        let is_drawing = ["event-", "link-", "theme-", "actor-"]
            .iter()
            .any(|it| group.starts_with(it));
        if let Some(area) = visible.filter(|it| is_drawing && it[0] < it[2]) {
            self.drawing = Some(around(self.drawing.unwrap_or(NOTHING), area));
        }
        match item {
            Item::Text { .. } => self.text(item, group, clip),
            _ => self.shape(item, group),
        }
    }

    fn text(&mut self, item: &Item, group: &str, clip: Option<Box4>) {
        let Item::Text { runs, y, size, .. } = item else {
            return;
        };
        let left = runs.iter().map(|it| it.x).fold(f32::INFINITY, f32::min);
        let right = runs.iter().map(|it| it.x + it.width).fold(0.0, f32::max);
        if runs.is_empty() {
            return;
        }
        let area = [
            left,
            y - text::cap_height(*size),
            right,
            y + text::descent(*size) * 0.5,
        ];
        if clip.is_some_and(|it| !meets(it, area)) {
            return;
        }
        self.least_px = self.least_px.min(*size);
        self.words.push(Words {
            area,
            says: runs.iter().map(|it| it.text.as_str()).collect(),
            group: group.to_owned(),
            is_cut: clip.is_some_and(|it| !holds([it[0], area[1], it[2], area[3]], area)),
            is_scrolled: clip.is_some_and(|it| !holds([area[0], it[1], area[2], it[3]], area)),
        });
    }

    fn shape(&mut self, item: &Item, group: &str) {
        let Some(area) = item.bounds() else { return };
        let area = [area.left, area.top, area.right, area.bottom];
        match item {
            Item::Path { path, fill, stroke } => {
                let is_line = matches!(fill, Paint::None) && stroke.is_some();
                if let Some(link) = group.strip_prefix("link-") {
                    let points = points(path);
                    if is_line && way_px(&points) > SHORTEST_LINK_PX {
                        self.lines.push((points, link.to_owned()));
                    }
                } else if group.starts_with("event-") && !is_line {
                    self.marks.push((area, group.to_owned()));
                }
            }
            Item::Rect {
                stroke: Some(_), ..
            } if group.starts_with("theme-") || group.starts_with("actor-") => {
                self.marks.push((area, group.to_owned()));
            }
            _ => {}
        }
    }
}
