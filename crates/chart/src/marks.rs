//! The glyph of an event: shape shows the tone, size the severity, fill and outline the status, a frame the kind. Used
//! by every chart and by legends.

use model::{Event, Kind, Status, Tone};
use scene::{Dash, Face, Item, Paint, Palette, Path, Rgba, Segment, Stroke, text};

/// Size of labels.
pub(crate) const LABEL_PX: f32 = 11.0;
/// Size of counts and minor ticks.
pub(crate) const MICRO_PX: f32 = 10.0;

/// Height of a glyph by severity, 1 to 5.
const SEVERITY_PX: [f32; 5] = [6.0, 8.0, 10.0, 12.0, 15.0];

/// Everything that decides how an event's glyph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Shape and color.
    pub(crate) tone: Tone,
    /// Size, 1 to 5.
    pub(crate) severity: u8,
    /// Fill and outline.
    pub(crate) status: Status,
    /// Frame.
    pub(crate) kind: Kind,
    /// After the as-of day, where nothing is filled.
    pub(crate) ahead: bool,
}

impl Glyph {
    /// The glyph of an event.
    pub(crate) fn of(event: &Event, ahead: bool) -> Self {
        let (tone, severity, status, kind) = (event.tone, event.severity, event.status, event.kind);
        Self {
            tone,
            severity,
            status,
            kind,
            ahead,
        }
    }

    /// A plain glyph for legends and counts.
    pub(crate) fn plain(tone: Tone, severity: u8) -> Self {
        Self {
            tone,
            severity,
            status: Status::Happened,
            kind: Kind::Event,
            ahead: false,
        }
    }

    /// Its height, which depends on severity.
    pub(crate) fn size_px(&self) -> f32 {
        SEVERITY_PX[usize::from(self.severity.clamp(1, 5)) - 1]
    }

    /// How far it extends above and below the middle line of its row.
    pub(crate) fn half_px(&self) -> f32 {
        let share = if self.kind == Kind::Assessment {
            0.78
        } else {
            0.5
        };
        self.size_px() * share + self.lift_px().abs()
    }

    /// How far it extends left and right of its middle.
    pub(crate) fn reach_px(&self) -> (f32, f32) {
        let size = self.size_px();
        let half = size
            * if self.kind == Kind::Assessment {
                0.8
            } else {
                0.55
            };
        let right = if self.status == Status::Disputed {
            half + size * 0.375
        } else {
            half
        };
        let strike = if self.status == Status::Cancelled {
            size * 0.25
        } else {
            0.0
        };
        (half + strike, right + strike)
    }

    /// Slightly up for escalatory, slightly down for de-escalatory.
    pub(crate) fn lift_px(&self) -> f32 {
        match self.tone {
            Tone::Escalatory => -0.6,
            Tone::Neutral => 0.0,
            Tone::Deescalatory => 0.6,
        }
    }

    /// Draws it around (x, y) on a background of this color.
    pub(crate) fn draw(
        &self,
        x: f32,
        y: f32,
        palette: &Palette,
        background: Rgba,
        out: &mut Vec<Item>,
    ) {
        let y = y + self.lift_px();
        let size = self.size_px();
        if self.kind == Kind::Assessment {
            speech_frame(x, y, size * 1.5, self.color(palette), background, out);
            self.shape(x, y, size * 0.74, palette, background, out);
        } else {
            self.shape(x, y, size, palette, background, out);
        }
    }

    /// Its line and fill color.
    pub(crate) fn color(&self, palette: &Palette) -> Rgba {
        if self.status == Status::Cancelled {
            palette.text_tertiary
        } else {
            tone_color(palette, self.tone)
        }
    }

    fn shape(
        &self,
        x: f32,
        y: f32,
        size: f32,
        palette: &Palette,
        background: Rgba,
        out: &mut Vec<Item>,
    ) {
        let color = self.color(palette);
        if self.status == Status::Disputed {
            let outline = tone_path(self.tone, x + size * 0.375, y, size);
            out.push(stroked(
                outline,
                Paint::Solid(background),
                color,
                1.2,
                Dash::Solid,
            ));
        }
        let path = tone_path(self.tone, x, y, size);
        let (fill, stroke) = self.ink(palette, background);
        out.push(Item::Path {
            path,
            fill,
            stroke: Some(stroke),
        });
        if self.status == Status::Reported {
            let eye = Path::circle(x, y + tone_middle(self.tone) * size, (size * 0.14).max(1.1));
            out.push(Item::Path {
                path: eye,
                fill: Paint::Solid(background),
                stroke: None,
            });
        }
        if self.status == Status::Cancelled {
            let strike = Path::line(&[
                (x - size * 0.8, y + size * 0.48),
                (x + size * 0.8, y - size * 0.48),
            ]);
            out.push(stroked(strike, Paint::None, color, 1.3, Dash::Solid));
        }
    }

    /// Fill and outline, by status.
    fn ink(&self, palette: &Palette, background: Rgba) -> (Paint, Stroke) {
        let color = self.color(palette);
        let hollow = |width, dash| {
            (
                Paint::Solid(background),
                Stroke {
                    paint: Paint::Solid(color),
                    width,
                    dash,
                },
            )
        };
        match self.status {
            Status::Planned => hollow(1.5, Dash::Solid),
            Status::Doubtful => hollow(1.4, Dash::Doubtful),
            Status::Hypothetical => hollow(1.7, Dash::Hypothetical),
            Status::Cancelled => hollow(1.1, Dash::Solid),
            // Happened, but after the as-of day: pale, so that it is not mistaken for planned.
            _ if self.ahead => {
                let tint = Paint::Solid(tone_tint(palette, self.tone));
                (
                    tint,
                    Stroke {
                        paint: Paint::Solid(color),
                        width: 1.2,
                        dash: Dash::Solid,
                    },
                )
            }
            _ => {
                let rim = Stroke {
                    paint: Paint::Solid(background),
                    width: 0.8,
                    dash: Dash::Solid,
                };
                (Paint::Solid(color), rim)
            }
        }
    }
}

/// The color of a tone.
pub(crate) fn tone_color(palette: &Palette, tone: Tone) -> Rgba {
    match tone {
        Tone::Escalatory => palette.escalatory,
        Tone::Neutral => palette.neutral,
        Tone::Deescalatory => palette.deescalatory,
    }
}

/// The pale color of a tone, for bands.
pub(crate) fn tone_tint(palette: &Palette, tone: Tone) -> Rgba {
    match tone {
        Tone::Escalatory => palette.escalatory_tint,
        Tone::Neutral => palette.neutral_tint,
        Tone::Deescalatory => palette.deescalatory_tint,
    }
}

/// The face of an event's label: severity 4 and 5 semi-bold, scenarios italic.
pub(crate) fn label_face(event: &Event) -> Face {
    match (event.kind == Kind::Scenario, event.severity >= 4) {
        (true, true) => Face::SemiBoldItalic,
        (true, false) => Face::Italic,
        (false, true) => Face::SemiBold,
        (false, false) => Face::Regular,
    }
}

/// A path with an outline.
pub(crate) fn stroked(path: Path, fill: Paint, color: Rgba, width: f32, dash: Dash) -> Item {
    Item::Path {
        path,
        fill,
        stroke: Some(Stroke {
            paint: Paint::Solid(color),
            width,
            dash,
        }),
    }
}

/// A straight line.
pub(crate) fn rule(from: (f32, f32), to: (f32, f32), color: Rgba, width: f32) -> Item {
    stroked(
        Path::line(&[from, to]),
        Paint::None,
        color,
        width,
        Dash::Solid,
    )
}

/// A filled rectangle.
pub(crate) fn block(x: f32, y: f32, width: f32, height: f32, fill: Rgba) -> Item {
    Item::Rect {
        x,
        y,
        width,
        height,
        radius: 0.0,
        fill: Paint::Solid(fill),
        stroke: None,
    }
}

/// How far a plate extends beyond the ends of its text.
pub(crate) const PLATE_PX: f32 = 2.0;

/// A background for text from `x` to `end`, so that nothing runs through it. An outline around each glyph would do so
/// too, but a canvas takes longer to draw it than the glyphs themselves.
pub(crate) fn plate((x, end): (f32, f32), baseline: f32, size_px: f32, background: Rgba) -> Item {
    let top = baseline - text::cap_height(size_px) - PLATE_PX;
    let bottom = baseline + text::descent(size_px);
    block(x, top, end - x, bottom - top, background)
}

/// Triangle up, circle or triangle down; the optical center is at (x, y).
fn tone_path(tone: Tone, x: f32, y: f32, size: f32) -> Path {
    let (half, tip, base) = (size * 0.53, size * 0.522, size * 0.378);
    match tone {
        Tone::Escalatory => {
            Path::polygon(&[(x, y - tip), (x + half, y + base), (x - half, y + base)])
        }
        Tone::Neutral => Path::circle(x, y, size * 0.46),
        Tone::Deescalatory => {
            Path::polygon(&[(x, y + tip), (x + half, y - base), (x - half, y - base)])
        }
    }
}

/// Where the largest inner circle of a shape has its center, as a fraction of its size.
fn tone_middle(tone: Tone) -> f32 {
    match tone {
        Tone::Escalatory => 0.08,
        Tone::Neutral => 0.0,
        Tone::Deescalatory => -0.08,
    }
}

/// The frame of an assessment: a speech bubble.
fn speech_frame(x: f32, y: f32, side: f32, color: Rgba, background: Rgba, out: &mut Vec<Item>) {
    let (half, tail) = (side * 0.5, side * 0.2);
    let (left, right, top, bottom) = (x - half, x + half, y - half, y + half);
    let path = Path(vec![
        Segment::Move(left, top),
        Segment::Line(right, top),
        Segment::Line(right, bottom),
        Segment::Line(left + side * 0.45, bottom),
        Segment::Line(left + side * 0.25, bottom + tail),
        Segment::Line(left + side * 0.25, bottom),
        Segment::Line(left, bottom),
        Segment::Close,
    ]);
    out.push(stroked(
        path,
        Paint::Solid(background),
        color,
        1.0,
        Dash::Solid,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use scene::Theme;

    fn drawn(glyph: Glyph) -> Vec<Item> {
        let mut items = Vec::new();
        let palette = Palette::of(Theme::Light);
        glyph.draw(50.0, 50.0, palette, palette.surface_canvas, &mut items);
        items
    }

    #[test]
    fn every_status_looks_different() {
        let pictures: Vec<_> = Status::ALL
            .iter()
            .filter(|status| **status != Status::Ongoing)
            .map(|&status| {
                drawn(Glyph {
                    status,
                    ..Glyph::plain(Tone::Escalatory, 4)
                })
            })
            .collect();
        for (index, picture) in pictures.iter().enumerate() {
            assert!(
                pictures[index + 1..].iter().all(|other| other != picture),
                "{index}"
            );
        }
    }

    #[test]
    fn nothing_ahead_is_filled_with_ink() {
        let palette = Palette::of(Theme::Light);
        for &status in Status::ALL {
            for item in drawn(Glyph {
                status,
                ahead: true,
                ..Glyph::plain(Tone::Deescalatory, 5)
            }) {
                let Item::Path { fill, .. } = item else {
                    continue;
                };
                assert_ne!(fill, Paint::Solid(palette.deescalatory), "{status}");
            }
        }
    }

    #[test]
    fn size_grows_with_severity() {
        let sizes: Vec<f32> = (1..=5)
            .map(|it| Glyph::plain(Tone::Neutral, it).size_px())
            .collect();
        assert!(sizes.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
