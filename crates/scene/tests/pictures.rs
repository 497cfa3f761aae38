//! A picture in several scripts, drawn as PNG and PDF, and the small golden picture shared with the
//! screen painter.

use std::path::PathBuf;

use resvg::tiny_skia::Pixmap;
use scene::svg::SvgOptions;
use scene::{
    Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Path, Run, Scene, Segment, Stroke,
    Theme,
};
use scene::{pdf, png, svg, text, wire};

/// Words in every bundled script, with the baseline each is drawn on.
const WORDS: [(&str, Face, f32); 8] = [
    (
        "Tariff pause runs out: 90 days, 30% → 10%",
        Face::Regular,
        30.0,
    ),
    (
        "State Department orders staff to leave",
        Face::SemiBold,
        60.0,
    ),
    (
        "Iranian strike on US bases (scenario)",
        Face::SemiBoldItalic,
        90.0,
    ),
    ("US–ایران talks 2025 東京", Face::Medium, 120.0),
    (
        "محادثات أمريكية إيرانية (2025) في مسقط!",
        Face::Regular,
        150.0,
    ),
    ("שלום (2025) עולם می‌شود سَلامٌ", Face::Regular, 180.0),
    (
        "中美贸易谈判在伦敦举行、関税のニュース",
        Face::Regular,
        210.0,
    ),
    ("Ελλάδα, Україна, Türkiye, Việt Nam", Face::Italic, 240.0),
];

fn at(scale: f32) -> png::Raster {
    png::Raster {
        scale,
        px_per_inch: Some(300.0),
    }
}

/// A page of 480 by 300 pixels at 96 to the inch.
fn pdf_of(svg: &str) -> Result<Vec<u8>, pdf::PdfError> {
    pdf::from_svgs(&[pdf::Page::filled(svg, [360.0, 225.0])])
}

fn words_scene() -> Scene {
    let colors = Palette::of(Theme::Light);
    let solid = |color| Paint::Solid(color);
    let mut items = vec![Item::Rect {
        x: 0.0,
        y: 0.0,
        width: 480.0,
        height: 300.0,
        radius: 0.0,
        fill: solid(colors.surface_canvas),
        stroke: None,
    }];
    for (words, face, y) in WORDS {
        let label = text::text(
            words,
            20.0,
            y,
            Anchor::Start,
            16.0,
            face,
            colors.text_primary,
        );
        items.push(label.with_halo(colors.surface_canvas, 2.0));
    }
    items.extend(marks());
    Scene {
        width_px: 480.0,
        height_px: 300.0,
        items,
        hits: Vec::new(),
    }
}

/// One of each kind of mark.
fn marks() -> Vec<Item> {
    let colors = Palette::of(Theme::Light);
    let fade = Paint::Fade {
        from_x: 20.0,
        to_x: 120.0,
        from: colors.escalatory_tint.with_alpha(0),
        to: colors.escalatory,
    };
    let edge = |dash| {
        Some(Stroke {
            paint: Paint::Solid(colors.deescalatory),
            width: 1.4,
            dash,
        })
    };
    let mut items = vec![
        Item::Group {
            id: "event-1".into(),
            title: "A fading band".into(),
        },
        Item::Rect {
            x: 20.0,
            y: 255.0,
            width: 100.0,
            height: 12.0,
            radius: 2.0,
            fill: fade,
            stroke: edge(Dash::Solid),
        },
        Item::Ungroup,
        Item::Clip {
            x: 140.0,
            y: 255.0,
            width: 20.0,
            height: 40.0,
        },
        Item::Path {
            path: Path::circle(160.0, 265.0, 10.0),
            fill: Paint::Solid(colors.neutral),
            stroke: None,
        },
        Item::Unclip,
    ];
    for (index, dash) in Dash::ALL.into_iter().enumerate() {
        let y = 255.0 + 8.0 * index as f32;
        let path = Path(vec![
            Segment::Move(180.0, y),
            Segment::Cubic(240.0, y - 9.0, 300.0, y + 9.0, 360.0, y),
        ]);
        items.push(Item::Path {
            path,
            fill: Paint::None,
            stroke: edge(dash),
        });
    }
    items
}

fn drawn(scene: &Scene) -> String {
    let options = SvgOptions {
        title: "Words & marks".into(),
        description: String::new(),
        ..SvgOptions::default()
    };
    svg::write(&wire::encode(scene), &options).expect("our own bytes are a picture")
}

/// Share of dark pixels in a box.
fn ink(pixels: &Pixmap, scale: f32, [x, y, width, height]: [f32; 4]) -> f64 {
    let range = |from: f32, length: f32| (from * scale) as u32..((from + length) * scale) as u32;
    let mut dark = 0u32;
    let mut all = 0u32;
    for py in range(y, height) {
        for px in range(x, width) {
            all += 1;
            dark += u32::from(
                pixels
                    .pixel(px, py)
                    .is_some_and(|pixel| pixel.green() < 128),
            );
        }
    }
    f64::from(dark) / f64::from(all)
}

#[test]
fn every_run_leaves_ink_within_its_measured_width_and_none_after_it() {
    let scene = words_scene();
    let bytes = png::from_svg(&drawn(&scene), at(2.0)).unwrap();
    keep("words.png", &bytes);
    let pixels = Pixmap::decode_png(&bytes).unwrap();
    assert_eq!((pixels.width(), pixels.height()), (960, 600));
    for (words, face, y) in WORDS {
        let runs = text::runs(words, 20.0, Anchor::Start, 16.0, face);
        for run in runs
            .iter()
            .filter(|run| run.text.chars().any(char::is_alphanumeric))
        {
            let share = ink(&pixels, 2.0, [run.x, y - 14.0, run.width, 18.0]);
            assert!((0.05..0.6).contains(&share), "{share} in “{}”", run.text);
        }
        let end = 20.0 + text::width(words, 16.0, face);
        assert!(
            ink(&pixels, 2.0, [end + 2.0, y - 14.0, 20.0, 18.0]) < 1e-9,
            "ink after “{words}”"
        );
    }
}

#[test]
fn widths_are_those_the_drawing_program_finds() {
    let svg = drawn(&words_scene());
    let tree = usvg::Tree::from_str(&svg, &reading()).unwrap();
    let mut found = Vec::new();
    collect(tree.root(), &mut found);
    let runs = WORDS
        .iter()
        .flat_map(|(words, face, _)| text::runs(words, 20.0, Anchor::Start, 16.0, *face));
    for run in runs {
        let near = found
            .iter()
            .any(|&(x, width)| (x - run.x).abs() < 0.02 && (width - run.width).abs() < 0.1);
        assert!(
            near,
            "“{}” at {} is {} wide; drawn: {found:?}",
            run.text, run.x, run.width
        );
    }
}

/// The left edge and advance width of every text in the tree.
fn collect(group: &usvg::Group, found: &mut Vec<(f32, f32)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => collect(inner, found),
            usvg::Node::Text(text) => {
                found.push((text.bounding_box().x(), text.bounding_box().width()));
            }
            _ => {}
        }
    }
}

fn reading() -> usvg::Options<'static> {
    let mut options = usvg::Options::default();
    for face in Face::ALL {
        options.fontdb_mut().load_font_data(face.bytes().to_vec());
    }
    options
}

#[test]
fn a_pdf_is_the_same_each_time_and_carries_its_fonts_and_title() {
    let svg = drawn(&words_scene());
    let first = pdf_of(&svg).unwrap();
    keep("words.pdf", &first);
    keep("words.svg", svg.as_bytes());
    keep("words.bin", &wire::encode(&words_scene()));
    assert_eq!(first, pdf_of(&svg).unwrap());
    let text = String::from_utf8_lossy(&first);
    assert!(text.starts_with("%PDF-"));
    for part in [
        "/MediaBox[0 0 360 225]",
        "Inter",
        "IBMPlexSansArabic",
        "NotoSansHebrew",
        "NotoSansSC",
        "Words & marks",
    ] {
        assert!(text.contains(part), "{part} is missing");
    }
}

#[test]
fn what_cannot_be_drawn_is_an_error() {
    for scale in [0.0, -1.0, 64.5, f32::NAN] {
        assert!(png::from_svg(&drawn(&words_scene()), at(scale)).is_err());
    }
    assert!(png::from_svg("<svg", at(1.0)).is_err());
    assert!(pdf_of("no drawing").is_err());
    let huge = Scene {
        width_px: 40_000.0,
        height_px: 40_000.0,
        ..Scene::default()
    };
    assert!(matches!(
        png::from_svg(&drawn(&huge), at(1.0)),
        Err(png::PngError::TooLarge { .. })
    ));
}

/// Writes a picture to the build folder, for people to look at.
fn keep(name: &str, bytes: &[u8]) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join(name), bytes).expect("the build folder can be written");
}

/// A character in each face.
fn every_face() -> Item {
    let character = |(at, &face): (usize, &Face)| Run {
        x: 20.0 + 10.0 * at as f32,
        width: 8.0,
        face,
        rtl: false,
        text: "a".into(),
    };
    Item::Text {
        runs: Face::ALL.iter().enumerate().map(character).collect(),
        y: 80.0,
        size: 12.0,
        color: Palette::of(Theme::Light).text_primary,
        halo: None,
    }
}

/// The golden picture: every kind of item once, every face, and two hits.
fn golden() -> Scene {
    let colors = Palette::of(Theme::Light);
    let mut items = marks();
    let label = text::text(
        "US–ایران 東京",
        20.0,
        40.0,
        Anchor::Start,
        12.0,
        Face::SemiBold,
        colors.text_primary,
    );
    items.push(label.with_halo(colors.surface_canvas, 1.5));
    items.push(every_face());
    let lane = Hit {
        x: 0.0,
        y: 0.0,
        width: 100.0,
        height: 50.0,
        kind: HitKind::Lane,
        id: "tariffs".into(),
    };
    let event = Hit {
        x: 10.0,
        y: 10.0,
        width: 20.0,
        height: 20.0,
        kind: HitKind::Event,
        id: "17".into(),
    };
    Scene {
        width_px: 400.0,
        height_px: 300.0,
        items,
        hits: vec![lane, event],
    }
}

#[test]
fn the_golden_picture_of_the_screen_painter_is_fresh() {
    let bytes = wire::encode(&golden());
    assert!(bytes.len() < 4096);
    let mut json = serde_json::to_string_pretty(&as_json::scene(&golden())).unwrap();
    json.push('\n');
    for (name, fresh) in [
        ("golden.bin", bytes.as_slice()),
        ("golden.json", json.as_bytes()),
    ] {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../ui/src/scene")
            .join(name);
        if std::env::var_os("FAULTLINE_UPDATE").is_some() {
            std::fs::write(&file, fresh).unwrap();
        }
        let kept = std::fs::read(&file).unwrap_or_default();
        if name == "golden.bin" {
            let _ = goldens::compare("scene", "golden.png", &as_png(&kept), &as_png(fresh));
        }
        assert!(
            kept == fresh,
            "ui/src/scene/{name} is stale: look at target/goldens/report.html, then FAULTLINE_UPDATE=1 cargo test -p scene"
        );
    }
}

/// A picture as PNG; empty if the bytes are not a picture.
fn as_png(bytes: &[u8]) -> Vec<u8> {
    let once = scene::png::Raster {
        scale: 1.0,
        px_per_inch: None,
    };
    let svg = scene::svg::write(bytes, &scene::svg::SvgOptions::default());
    svg.map_or_else(
        |_| Vec::new(),
        |svg| scene::png::from_svg(&svg, once).unwrap_or_default(),
    )
}

/// The golden picture as the screen painter's `decode` should give it back.
mod as_json {
    use scene::{Hit, Item, Paint, Rgba, Run, Scene, Segment, Stroke};
    use serde_json::{Value, json};

    pub(super) fn scene(scene: &Scene) -> Value {
        let items: Vec<Value> = scene.items.iter().map(item).collect();
        let hits: Vec<Value> = scene.hits.iter().map(hit).collect();
        json!({ "width": scene.width_px, "height": scene.height_px, "items": items, "hits": hits })
    }

    fn item(item: &Item) -> Value {
        match item {
            Item::Rect {
                x,
                y,
                width,
                height,
                radius,
                fill,
                stroke,
            } => json!({ "kind": "rect", "x": x, "y": y, "width": width,
                "height": height, "radius": radius, "fill": paint(fill), "stroke": stroke.as_ref().map(self::stroke) }),
            Item::Path { path, fill, stroke } => {
                json!({ "kind": "path", "path": path.0.iter().map(segment).collect::<Vec<_>>(),
                "fill": paint(fill), "stroke": stroke.as_ref().map(self::stroke) })
            }
            Item::Text {
                runs,
                y,
                size,
                color: ink,
                halo,
            } => json!({ "kind": "text", "runs": runs.iter().map(run).collect::<Vec<_>>(),
                "y": y, "size": size, "color": color(*ink),
                "halo": halo.map(|(border, width)| json!({ "color": color(border), "width": width })) }),
            Item::Clip {
                x,
                y,
                width,
                height,
            } => json!({ "kind": "clip", "x": x, "y": y, "width": width, "height": height }),
            Item::Unclip => json!({ "kind": "unclip" }),
            Item::Group { id, title } => json!({ "kind": "group", "id": id, "title": title }),
            Item::Ungroup => json!({ "kind": "ungroup" }),
        }
    }

    fn color(Rgba(red, green, blue, alpha): Rgba) -> Value {
        json!([red, green, blue, alpha])
    }

    fn run(run: &Run) -> Value {
        json!({ "x": run.x, "width": run.width, "face": run.face as u8, "rtl": run.rtl, "text": run.text })
    }

    fn segment(segment: &Segment) -> Value {
        match *segment {
            Segment::Move(x, y) => json!(["M", x, y]),
            Segment::Line(x, y) => json!(["L", x, y]),
            Segment::Cubic(ax, ay, bx, by, x, y) => json!(["C", ax, ay, bx, by, x, y]),
            Segment::Close => json!(["Z"]),
        }
    }

    fn paint(paint: &Paint) -> Value {
        match *paint {
            Paint::None => Value::Null,
            Paint::Solid(ink) => json!({ "kind": "solid", "color": color(ink) }),
            Paint::Fade {
                from_x,
                to_x,
                from,
                to,
            } => {
                json!({ "kind": "fade", "fromX": from_x, "toX": to_x, "from": color(from), "to": color(to) })
            }
        }
    }

    fn stroke(stroke: &Stroke) -> Value {
        json!({ "paint": paint(&stroke.paint), "width": stroke.width, "dash": stroke.dash as u8 })
    }

    fn hit(hit: &Hit) -> Value {
        json!({ "x": hit.x, "y": hit.y, "width": hit.width, "height": hit.height, "hit": hit.kind as u8, "id": hit.id })
    }
}
