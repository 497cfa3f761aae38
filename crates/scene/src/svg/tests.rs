//! The SVG says what the picture says.

use super::{SvgOptions, write};
use crate::color::Rgba;
use crate::item::{Anchor, Dash, Face, Item, Paint, Scene, Stroke};
use crate::path::Path;
use crate::{text, wire};

const INK: Rgba = Rgba(20, 25, 28, 255);

fn svg(items: Vec<Item>) -> String {
    let scene = Scene {
        width_px: 200.0,
        height_px: 80.0,
        items,
        hits: Vec::new(),
    };
    write(&wire::encode(&scene), &SvgOptions::default()).unwrap()
}

fn label(words: &str) -> Item {
    text::text(words, 10.0, 20.0, Anchor::Start, 12.0, Face::SemiBold, INK)
}

#[test]
fn text_stays_text_and_is_escaped() {
    let got = svg(vec![label("R&D <\"b\">")]);
    let want = "<text x=\"10\" y=\"20\" font-weight=\"600\" font-size=\"12\" fill=\"#14191C\">R&amp;D &lt;&quot;b&quot;&gt;</text>";
    assert!(got.contains(want), "{got}");
}

#[test]
fn each_script_names_its_family() {
    let got = svg(vec![label(
        "US–ایران talks 2025 東京 שלום भारत กรุงเทพฯ 서울 თბილისი Երևան",
    )]);
    for family in [
        "'IBM Plex Sans Arabic'",
        "'Noto Sans Hebrew'",
        "'Noto Sans SC'",
        "aria-label=\"भारत\"",
        "aria-label=\"กรุงเทพฯ\"",
        "'Noto Sans KR'",
        "'Noto Sans Georgian'",
        "'Noto Sans Armenian'",
    ] {
        assert!(got.contains(family), "{family} in {got}");
    }
    assert!(
        got.contains("xml:space=\"preserve\""),
        "the space before “talks” is kept: {got}"
    );
}

#[test]
fn bare_brackets_of_right_to_left_text_are_turned() {
    let got = svg(vec![label("שלום (2025) עולם")]);
    let texts: Vec<&str> = got
        .lines()
        .filter(|line| line.starts_with("<text"))
        .filter_map(|line| line.split(['>', '<']).nth(2))
        .collect();
    assert_eq!(texts, ["עולם", " (", "2025", ") ", "שלום"]);
}

#[test]
fn a_border_lies_behind_the_glyphs() {
    let one = svg(vec![
        label("Trade").with_halo(Rgba(255, 255, 255, 255), 1.5),
    ]);
    assert!(
        one.contains(
            "stroke=\"#FFFFFF\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        ),
        "{one}"
    );
    let two = svg(vec![
        label("US–ایران").with_halo(Rgba(255, 255, 255, 255), 1.5),
    ]);
    let last_border = two.rfind("fill=\"none\"").unwrap();
    assert!(two.find("fill=\"#14191C\"").unwrap() > last_border, "{two}");
}

#[test]
fn equal_fades_are_written_once() {
    let fade = Paint::Fade {
        from_x: 0.0,
        to_x: 50.0,
        from: INK.with_alpha(0),
        to: INK,
    };
    let band = |y| Item::Rect {
        x: 0.0,
        y,
        width: 50.0,
        height: 12.0,
        radius: 2.0,
        fill: fade,
        stroke: None,
    };
    let got = svg(vec![band(0.0), band(20.0)]);
    assert_eq!(got.matches("<linearGradient").count(), 1);
    assert_eq!(got.matches("url(#fade_1)").count(), 2);
    assert!(got.contains("stop-opacity=\"0\""));
}

#[test]
fn dots_have_round_ends_and_dashes_have_not() {
    let line = |dash| Item::Path {
        path: Path::line(&[(0.0, 0.0), (9.0, 0.0)]),
        fill: Paint::None,
        stroke: Some(Stroke {
            paint: Paint::Solid(INK),
            width: 1.0,
            dash,
        }),
    };
    assert!(
        svg(vec![line(Dash::Low)]).contains("stroke-dasharray=\"0.1 4\" stroke-linecap=\"round\"")
    );
    assert!(svg(vec![line(Dash::Moderate)]).contains("stroke-dasharray=\"6 3.5\"/>"));
    assert!(!svg(vec![line(Dash::Solid)]).contains("dash"));
}

#[test]
fn groups_and_clips_nest_and_end() {
    let group = Item::Group {
        id: "event-17".into(),
        title: "Tariffs & trade".into(),
    };
    let clip = Item::Clip {
        x: 0.0,
        y: 0.0,
        width: 20.0,
        height: 9.5,
    };
    let got = svg(vec![
        group,
        clip,
        label("x"),
        Item::Ungroup,
        Item::Unclip,
        label("y"),
    ]);
    assert!(got.contains("<g id=\"event-17\"><title>Tariffs &amp; trade</title>"));
    assert!(got.contains(
        "<clipPath id=\"clip_1\"><rect x=\"0\" y=\"0\" width=\"20\" height=\"9.5\"/></clipPath>"
    ));
    assert_eq!(got.matches("<g ").count(), got.matches("</g>").count());
}

#[test]
fn the_file_says_what_it_is() {
    let options = SvgOptions {
        logo: None,
        border_paths: false,
        title: "Trade & Gulf".into(),
        description: "47 events".into(),
        width_px: None,
    };
    let got = write(
        &wire::encode(&Scene {
            width_px: 1920.0,
            height_px: 1080.0,
            ..Scene::default()
        }),
        &options,
    )
    .unwrap();
    assert!(got.contains("width=\"1920\" height=\"1080\" viewBox=\"0 0 1920 1080\""));
    assert!(
        got.contains("<title>Trade &amp; Gulf</title>") && got.contains("<desc>47 events</desc>")
    );
}

#[test]
fn a_width_enlarges_what_is_shown_and_not_what_is_drawn() {
    let scene = Scene {
        width_px: 100.0,
        height_px: 50.0,
        ..Scene::default()
    };
    let options = SvgOptions {
        width_px: Some(300.0),
        ..SvgOptions::default()
    };
    let svg = write(&wire::encode(&scene), &options).unwrap();
    assert!(
        svg.contains("width=\"300\" height=\"150\" viewBox=\"0 0 100 50\""),
        "{svg}"
    );
}
