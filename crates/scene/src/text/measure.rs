//! Widths of lines, shaped as in a browser: with kerning and the default features.
#![expect(
    clippy::disallowed_types,
    reason = "a cache of measured lines, only looked up"
)]

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{
    Direction, GlyphBuffer, GlyphInfo, GlyphPosition, Script, ShapePlan, UnicodeBuffer,
};

use super::faces::font;
use super::outline::Pen;
use super::split::{TextPiece, pieces, tidy};
use crate::item::{Face, Run};
use crate::path::Path;

/// A measured line. Lengths are in em: multiply by the font size for pixels.
pub(super) struct Line {
    /// The cleaned-up text.
    pub(super) text: String,
    /// Its pieces, left to right, each with its width.
    pub(super) pieces: Vec<(TextPiece, f32)>,
    /// Width of all.
    pub(super) width_em: f32,
    /// For each place where it may be cut, in reading order: the byte offset, and the width of everything before it.
    pub(super) ends: Box<[(u32, f32)]>,
}

impl Line {
    fn new(words: &str, face: Face, shaper: &mut Shaper) -> Self {
        let text = tidy(words);
        let mut advances: Vec<(u32, f32)> = Vec::new();
        let measured = |piece: TextPiece| {
            let (mut width_em, words) = (0.0, &text[piece.start..piece.end]);
            shaper.shape(words, &piece, |cluster, em| {
                width_em += em;
                advances.push(((piece.start + cluster) as u32, em));
            });
            (piece, width_em)
        };
        let pieces: Vec<(TextPiece, f32)> = pieces(&text, face).into_iter().map(measured).collect();
        Self {
            width_em: pieces.iter().map(|(_, width)| width).sum(),
            ends: ends(advances),
            pieces,
            text,
        }
    }
}

/// The places where a line may be cut, from the beginnings and widths of its glyphs.
fn ends(mut advances: Vec<(u32, f32)>) -> Box<[(u32, f32)]> {
    advances.sort_by_key(|&(at, _)| at);
    let mut ends: Vec<(u32, f32)> = Vec::with_capacity(advances.len());
    let mut sum = 0.0;
    for (at, em) in advances {
        if ends.last().is_none_or(|&(last, _)| last != at) {
            ends.push((at, sum));
        }
        sum += em;
    }
    ends.into_boxed_slice()
}

/// Maximum number of cached lines; a picture has a few thousand labels, and panning asks for the same ones again.
const LINES_KEPT: usize = 16_384;

/// The lines measured in one face.
type Lines = HashMap<String, Arc<Line>>;

/// Shared by all threads, because any of them may draw the next picture. The cache only affects how long a picture
/// takes.
static LINES: LazyLock<[Mutex<Lines>; Face::ALL.len()]> = LazyLock::new(Default::default);

thread_local! {
    static SHAPER: RefCell<Shaper> = RefCell::default();
}

/// The line measured in this face, cached.
pub(super) fn line(words: &str, face: Face) -> Arc<Line> {
    let lines = || {
        let lines = LINES[face as usize].lock();
        lines.unwrap_or_else(PoisonError::into_inner)
    };
    if let Some(known) = lines().get(words) {
        return Arc::clone(known);
    }
    let new = Arc::new(SHAPER.with_borrow_mut(|shaper| Line::new(words, face, shaper)));
    let mut lines = lines();
    if lines.len() >= LINES_KEPT {
        lines.clear();
    }
    lines.insert(words.to_string(), Arc::clone(&new));
    new
}

/// The glyph outlines of a run, with the baseline at `y`.
pub(super) fn outline(run: &Run, y: f32, size_px: f32) -> Path {
    let Some(font) = font(run.face) else {
        return Path::default();
    };
    let scale = size_px / font.units_per_em() as f32;
    let piece = TextPiece {
        start: 0,
        end: run.text.len(),
        face: run.face,
        rtl: run.rtl,
    };
    let (mut path, mut x) = (Path::default(), run.x);
    SHAPER.with_borrow_mut(|shaper| {
        shaper.glyphs(&run.text, &piece, |info, position| {
            let at = (
                x + position.x_offset as f32 * scale,
                y - position.y_offset as f32 * scale,
            );
            let mut pen = Pen::new(&mut path, at, scale);
            font.outline_glyph(GlyphId(info.glyph_id as u16), &mut pen);
            x += position.x_advance as f32 * scale;
        });
    });
    path
}

/// Shaping buffers, reused.
#[derive(Default)]
struct Shaper {
    plans: Vec<(Face, bool, Script, ShapePlan)>,
    buffer: Option<UnicodeBuffer>,
}

impl Shaper {
    /// Shapes the text of a piece and reports each glyph's cluster (a byte offset in the text) and advance.
    fn shape(&mut self, text: &str, piece: &TextPiece, mut each: impl FnMut(usize, f32)) {
        let em = font(piece.face).map_or(0.0, |font| 1.0 / font.units_per_em() as f32);
        self.glyphs(text, piece, |info, position| {
            each(info.cluster as usize, position.x_advance as f32 * em);
        });
    }

    /// Shapes the text of a piece and reports its glyphs, left to right.
    fn glyphs(
        &mut self,
        text: &str,
        piece: &TextPiece,
        mut each: impl FnMut(&GlyphInfo, &GlyphPosition),
    ) {
        let Some(font) = font(piece.face) else { return };
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(if piece.rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        let plan = self.plan(font, piece, &buffer);
        let glyphs: GlyphBuffer = rustybuzz::shape_with_plan(font, plan, buffer);
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            each(info, position);
        }
        self.buffer = Some(glyphs.clear());
    }

    fn plan(
        &mut self,
        font: &rustybuzz::Face<'static>,
        piece: &TextPiece,
        buffer: &UnicodeBuffer,
    ) -> &ShapePlan {
        let script = buffer.script();
        let same = |plan: &(Face, bool, Script, ShapePlan)| {
            plan.0 == piece.face && plan.1 == piece.rtl && plan.2 == script
        };
        let index = self.plans.iter().position(same).unwrap_or_else(|| {
            let plan = ShapePlan::new(font, buffer.direction(), Some(script), None, &[]);
            self.plans.push((piece.face, piece.rtl, script, plan));
            self.plans.len() - 1
        });
        &self.plans[index].3
    }
}

/// Width of a line of text.
#[must_use]
pub fn width(words: &str, size_px: f32, face: Face) -> f32 {
    line(words, face).width_em * size_px
}
