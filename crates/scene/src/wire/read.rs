//! Decodes a picture from bytes. Any bytes give either a picture or an error, and never need more memory than a small
//! multiple of their length.

use super::format::{MAGIC, VERSION, step, tag};
use crate::color::Rgba;
use crate::item::{Dash, Face, Hit, HitKind, Item, Paint, Run, Scene, Stroke};
use crate::path::{Path, Segment};

/// Why bytes are not a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// They are something else.
    #[error("not a picture: the first bytes are not FLSC; draw the chart again")]
    NotAScene,
    /// Another version of the byte layout.
    #[error(
        "the picture has layout version {found}, this program reads {VERSION}; draw the chart again with this program"
    )]
    Version {
        /// The version found.
        found: u16,
    },
    /// They end too early, or a count is larger than what can follow.
    #[error("the picture is cut off at byte {at}; draw the chart again")]
    Short {
        /// Where more was expected.
        at: usize,
    },
    /// A number without a meaning.
    #[error(
        "byte {at} of the picture says {what} {found}, which does not exist; draw the chart again"
    )]
    Unknown {
        /// What it should be.
        what: &'static str,
        /// The number found.
        found: u8,
        /// Where.
        at: usize,
    },
    /// Text that is not UTF-8.
    #[error("the text at byte {at} of the picture is not UTF-8; draw the chart again")]
    NotText {
        /// Where.
        at: usize,
    },
    /// The items do not end where their length says.
    #[error(
        "the items of the picture end at byte {at}, not where they should; draw the chart again"
    )]
    Length {
        /// Where they end.
        at: usize,
    },
    /// Bytes after the end.
    #[error("the picture goes on after its end at byte {at}; draw the chart again")]
    TooLong {
        /// Where it ended.
        at: usize,
    },
}

type Read<T> = Result<T, WireError>;

/// The picture encoded in these bytes.
///
/// # Errors
/// Says what is wrong with the bytes and where.
pub fn decode(bytes: &[u8]) -> Result<Scene, WireError> {
    let mut input = In { bytes, at: 0 };
    if input.take::<4>().map_err(|_| WireError::NotAScene)? != MAGIC {
        return Err(WireError::NotAScene);
    }
    let found = u16::from_le_bytes(input.take()?);
    if found != VERSION {
        return Err(WireError::Version { found });
    }
    input.take::<2>()?;
    let [width_px, height_px] = input.floats()?;
    let item_count = input.count(1)?;
    let hit_count = input.count(21)?;
    let item_bytes = input.count(1)?;
    let from = input.at;
    let items = input.several(item_count, In::item)?;
    if input.at - from != item_bytes {
        return Err(WireError::Length { at: input.at });
    }
    let hits = input.several(hit_count, In::hit)?;
    if input.at < bytes.len() {
        return Err(WireError::TooLong { at: input.at });
    }
    Ok(Scene {
        width_px,
        height_px,
        items,
        hits,
    })
}

struct In<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> In<'a> {
    fn take<const N: usize>(&mut self) -> Read<[u8; N]> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let found = rest
            .first_chunk::<N>()
            .ok_or(WireError::Short { at: self.at })?;
        self.at += N;
        Ok(*found)
    }

    fn byte(&mut self) -> Read<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    /// A byte that must be one of a few values, looked up by `known`.
    fn choice<T>(&mut self, what: &'static str, known: impl Fn(u8) -> Option<T>) -> Read<T> {
        let at = self.at;
        let found = self.byte()?;
        known(found).ok_or(WireError::Unknown { what, found, at })
    }

    fn flag(&mut self) -> Read<bool> {
        self.choice("yes or no", |byte| {
            [false, true].get(usize::from(byte)).copied()
        })
    }

    fn floats<const N: usize>(&mut self) -> Read<[f32; N]> {
        let mut values = [0.0; N];
        for value in &mut values {
            *value = f32::from_le_bytes(self.take()?);
        }
        Ok(values)
    }

    /// A count of things of at least `size` bytes each; refused if they cannot all follow.
    fn count(&mut self, size: usize) -> Read<usize> {
        let at = self.at;
        let count = u32::from_le_bytes(self.take()?) as usize;
        let left = self.bytes.len() - self.at;
        if count > left / size {
            Err(WireError::Short { at })
        } else {
            Ok(count)
        }
    }

    fn several<T>(&mut self, count: usize, one: impl Fn(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        // Memory grows with what is actually read, not with what the count claims.
        let mut all = Vec::with_capacity(count.min(1024));
        for _ in 0..count {
            all.push(one(self)?);
        }
        Ok(all)
    }

    fn string(&mut self) -> Read<String> {
        let length = self.count(1)?;
        let at = self.at;
        let bytes = &self.bytes[at..at + length];
        self.at += length;
        std::str::from_utf8(bytes)
            .map(str::to_string)
            .map_err(|_| WireError::NotText { at })
    }

    fn color(&mut self) -> Read<Rgba> {
        self.take()
            .map(|[red, green, blue, alpha]| Rgba(red, green, blue, alpha))
    }

    fn item(&mut self) -> Read<Item> {
        let at = self.at;
        match self.byte()? {
            tag::RECT => {
                let [x, y, width, height, radius] = self.floats()?;
                Ok(Item::Rect {
                    x,
                    y,
                    width,
                    height,
                    radius,
                    fill: self.paint()?,
                    stroke: self.stroke()?,
                })
            }
            tag::PATH => Ok(Item::Path {
                path: self.path()?,
                fill: self.paint()?,
                stroke: self.stroke()?,
            }),
            tag::TEXT => self.text(),
            tag::CLIP => self.floats().map(|[x, y, width, height]| Item::Clip {
                x,
                y,
                width,
                height,
            }),
            tag::UNCLIP => Ok(Item::Unclip),
            tag::GROUP => Ok(Item::Group {
                id: self.string()?,
                title: self.string()?,
            }),
            tag::UNGROUP => Ok(Item::Ungroup),
            found => Err(WireError::Unknown {
                what: "item",
                found,
                at,
            }),
        }
    }

    fn text(&mut self) -> Read<Item> {
        let count = self.count(14)?;
        let runs = self.several(count, Self::run)?;
        let [y, size] = self.floats()?;
        let color = self.color()?;
        let halo = if self.flag()? {
            let border = self.color()?;
            let [width] = self.floats()?;
            Some((border, width))
        } else {
            None
        };
        Ok(Item::Text {
            runs,
            y,
            size,
            color,
            halo,
        })
    }

    fn run(&mut self) -> Read<Run> {
        let [x, width] = self.floats()?;
        let face = self.choice("face", |byte| Face::ALL.get(usize::from(byte)).copied())?;
        let rtl = self.flag()?;
        Ok(Run {
            x,
            width,
            face,
            rtl,
            text: self.string()?,
        })
    }

    fn path(&mut self) -> Read<Path> {
        let count = self.count(1)?;
        self.several(count, Self::segment).map(Path)
    }

    fn segment(&mut self) -> Read<Segment> {
        let at = self.at;
        match self.byte()? {
            step::MOVE => self.floats().map(|[x, y]| Segment::Move(x, y)),
            step::LINE => self.floats().map(|[x, y]| Segment::Line(x, y)),
            step::CUBIC => self
                .floats()
                .map(|[ax, ay, bx, by, x, y]| Segment::Cubic(ax, ay, bx, by, x, y)),
            step::CLOSE => Ok(Segment::Close),
            found => Err(WireError::Unknown {
                what: "path segment",
                found,
                at,
            }),
        }
    }

    fn paint(&mut self) -> Read<Paint> {
        let at = self.at;
        match self.byte()? {
            0 => Ok(Paint::None),
            1 => self.color().map(Paint::Solid),
            2 => {
                let [from_x, to_x] = self.floats()?;
                Ok(Paint::Fade {
                    from_x,
                    to_x,
                    from: self.color()?,
                    to: self.color()?,
                })
            }
            found => Err(WireError::Unknown {
                what: "paint",
                found,
                at,
            }),
        }
    }

    fn stroke(&mut self) -> Read<Option<Stroke>> {
        if !self.flag()? {
            return Ok(None);
        }
        let paint = self.paint()?;
        let [width] = self.floats()?;
        let dash = self.choice("dash", |byte| Dash::ALL.get(usize::from(byte)).copied())?;
        Ok(Some(Stroke { paint, width, dash }))
    }

    fn hit(&mut self) -> Read<Hit> {
        let [x, y, width, height] = self.floats()?;
        let kind = self.choice("hit", |byte| HitKind::ALL.get(usize::from(byte)).copied())?;
        Ok(Hit {
            x,
            y,
            width,
            height,
            kind,
            id: self.string()?,
        })
    }
}
