//! Pictures as pixels.

use std::io::Cursor;

/// Red, green, blue and opacity.
pub(crate) type Color = [u8; 4];

/// A decoded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pixels {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Row by row from the top.
    pub(crate) colors: Vec<Color>,
}

impl Pixels {
    /// Decodes a PNG; `None` if it is not one.
    pub(crate) fn read(png: &[u8]) -> Option<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        // Opaque pictures are stored without opacity.
        decoder.set_transformations(png::Transformations::ALPHA);
        let mut reader = decoder.read_info().ok()?;
        let mut bytes = vec![0; reader.output_buffer_size()?];
        let frame = reader.next_frame(&mut bytes).ok()?;
        let (colors, _) = bytes.as_chunks::<4>();
        Some(Self {
            width: frame.width,
            height: frame.height,
            colors: colors.to_vec(),
        })
    }

    /// The color at a point; `None` outside.
    pub(crate) fn at(&self, x: u32, y: u32) -> Option<Color> {
        let is_inside = x < self.width && y < self.height;
        let at = y as usize * self.width as usize + x as usize;
        self.colors.get(at).copied().filter(|_| is_inside)
    }

    /// Encodes it as PNG.
    pub(crate) fn png(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().expect("the header can be written");
        let bytes = self.colors.concat();
        writer
            .write_image_data(&bytes)
            .expect("the pixels can be written");
        drop(writer);
        out
    }
}
