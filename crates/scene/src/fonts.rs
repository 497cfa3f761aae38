//! The bundled fonts for the drawing libraries, and how they read our SVG.

use std::sync::{Arc, LazyLock};

use usvg::fontdb::{Database, Source};

use crate::item::Face;

/// The bundled fonts and none from the machine, so that every machine draws the same.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in Face::ALL {
        fonts.load_font_source(Source::Binary(Arc::new(face.bytes())));
    }
    let family = Face::Regular.family();
    fonts.set_sans_serif_family(family);
    fonts.set_serif_family(family);
    fonts.set_monospace_family(family);
    fonts.set_cursive_family(family);
    fonts.set_fantasy_family(family);
    Arc::new(fonts)
});

/// How SVG is read for drawing: with the bundled fonts, and without following any address out of it.
pub(crate) fn reading() -> usvg::Options<'static> {
    usvg::Options {
        font_family: Face::Regular.family().into(),
        fontdb: Arc::clone(&FONTS),
        image_href_resolver: usvg::ImageHrefResolver {
            // Pixels embedded in our own drawing, such as a logo's.
            resolve_data: Box::new(|kind, data, _| {
                (kind == "image/png").then_some(usvg::ImageKind::PNG(data))
            }),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    }
}
