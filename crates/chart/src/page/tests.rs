mod around;
mod sheets;

use proptest::prelude::*;
use scene::{Item, Palette, Scene, Theme, text};

use super::*;
use crate::marks::block;
use crate::paper::{PRESETS, Paper, preset_of};
use crate::spec::{LegendEntry, Window};

fn spec(word: &str) -> PageSpec {
    PageSpec {
        paper: preset_of(word).unwrap().paper,
        theme: Theme::Print,
        transparent: false,
        logo: Some([400.0, 90.0]),
        several: false,
        sources_apart: false,
    }
}

fn words(sources: usize, title: &str) -> Words {
    Words {
        title: title.into(),
        subtitle: "by theme".into(),
        as_of: "as of 11 June 2025".into(),
        sources: vec!["Agency report".into(); sources],
        note: "dates are those of the sources".into(),
        counts: String::new(),
        handling: "TLP:AMBER+STRICT".into(),
        lacking: Vec::new(),
    }
}

/// A picture with a line of text every 20 pixels of its content.
fn picture(look: Look, content_height_px: f32) -> Picture {
    let window = Window {
        from_days: 0.0,
        to_days: 1.0,
    };
    let line = |at: usize| {
        let y = 30.0 + at as f32 * 20.0 + 14.0 - look.scroll_px;
        let color = Palette::of(look.theme).text_primary;
        text::text(
            &format!("line {at}"),
            5.0,
            y,
            scene::Anchor::Start,
            11.0,
            scene::Face::Regular,
            color,
        )
    };
    let mut scene = Scene {
        width_px: look.width_px,
        height_px: look.height_px,
        ..Scene::default()
    };
    let background = Palette::of(look.theme).surface_canvas;
    scene
        .items
        .push(block(0.0, 0.0, look.width_px, look.height_px, background));
    // What has scrolled under the head is hidden.
    let is_seen = |it: &Item| it.bounds().is_some_and(|it| it.bottom > 34.0);
    let lines = (0..(content_height_px / 20.0) as usize).map(line);
    scene.items.extend(lines.filter(is_seen));
    Picture {
        scene,
        window,
        content_height_px,
        growth: Growth::Scrolls {
            head_px: 30.0,
            foot_px: 0.0,
        },
        legend: vec![LegendEntry {
            key: "a".into(),
            words: "something that the legend explains at some length, which is wide".into(),
            mark: Vec::new(),
            mark_width_px: 10.0,
        }],
        drawn: 0,
        earlier: 0,
        later: 0,
        counts: String::new(),
        free: None,
        map: None,
    }
}

/// The items around the picture: what is inside clips is ignored.
fn around(scene: &Scene) -> Vec<&Item> {
    let mut depth = 0;
    let outside = scene.items.iter().filter(|item| {
        match item {
            Item::Clip { .. } => depth += 1,
            Item::Unclip => depth -= 1,
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

fn nothing_leaves(sheet: &Sheet) {
    let scene = &sheet.scene;
    for item in around(scene) {
        let Some(bounds) = item.bounds() else {
            continue;
        };
        assert!(
            bounds.left >= -0.5
                && bounds.top >= -0.5
                && bounds.right <= scene.width_px + 0.5
                && bounds.bottom <= scene.height_px + 0.5,
            "{item:?} leaves a page of {} by {}",
            scene.width_px,
            scene.height_px
        );
    }
}

/// Texts of a sheet that can be seen.
fn seen(sheet: &Sheet) -> Vec<String> {
    let mut clip = (f32::MIN, f32::MAX);
    let mut all = Vec::new();
    for item in &sheet.scene.items {
        match item {
            Item::Clip { y, height, .. } => clip = (*y, y + height),
            Item::Unclip => clip = (f32::MIN, f32::MAX),
            Item::Text { runs, y, .. } if *y > clip.0 && *y < clip.1 => {
                all.push(runs.iter().map(|it| it.text.as_str()).collect());
            }
            _ => {}
        }
    }
    all
}

#[test]
fn no_text_is_under_18_pixels_at_1920_and_none_leaves_the_page() {
    let pages = pages(
        &spec("slide"),
        |_| words(40, "Trade"),
        |look| picture(look, 100.0),
    );
    let scene = &pages.sheets[0].scene;
    let scale = 1920.0 / scene.width_px;
    assert!((scene.height_px * scale - 1080.0).abs() < 1.0);
    for item in &scene.items {
        if let Item::Text { size, .. } = item {
            assert!(size * scale >= 17.99, "{size}");
        }
    }
}

#[test]
fn a_page_grows_with_what_it_shows_and_no_further() {
    let grown = |content_px| {
        let body = |look| picture(look, content_px);
        let pages = pages(&spec("slide"), |_| words(3, "Trade"), body);
        assert_eq!(pages.sheets.len(), 1);
        pages.sheets[0].clone()
    };
    let (low, high) = (grown(1600.0), grown(2000.0));
    assert!((high.scene.height_px - low.scene.height_px - 400.0).abs() < 0.1);
    // All of the picture shows, and below the last line of the page there is only its margin.
    let lines = seen(&high)
        .iter()
        .filter(|it| it.starts_with("line"))
        .count();
    assert_eq!(lines, 100);
    let bottoms = around(&high.scene)
        .into_iter()
        .skip(1)
        .filter_map(Item::bounds);
    let lowest = bottoms.map(|it| it.bottom).fold(0.0, f32::max);
    let below_px = high.scene.height_px - lowest;
    assert!((0.0..=26.0).contains(&below_px), "{below_px}");
    // The parts around the picture take less than half a sheet.
    let around_px = high.scene.height_px - 2000.0;
    let sheet_px = high.scene.width_px * 9.0 / 16.0;
    assert!(around_px < sheet_px * 0.5, "{around_px}");
}

/// A timeline of this height that counts what does not fit; its note says how many it counts.
fn yielding(look: Look, content_height_px: f32) -> Picture {
    let room_px = look.height_px - 35.0;
    let content_px = match look.fit {
        Fit::Grows => content_height_px,
        Fit::Counts => (content_height_px * 0.8).min((room_px / 20.0).floor() * 20.0),
    };
    Picture {
        drawn: (content_px / 20.0) as usize,
        ..picture(look, content_px)
    }
}

#[test]
fn a_slide_of_a_high_timeline_is_a_slide_and_tells_what_it_counts() {
    for content_px in [300.0, 420.0, 2000.0_f32] {
        let words_of = |it: &Picture| Words {
            note: format!("{} lines are shown. ", it.drawn).repeat(6 + 40 / it.drawn),
            ..words(3, "Trade")
        };
        let body = |look| yielding(look, content_px);
        let pages = pages(&spec("slide"), words_of, body);
        let scene = &pages.sheets[0].scene;
        assert!((scene.height_px * 16.0 - scene.width_px * 9.0).abs() < 1.0);
        nothing_leaves(&pages.sheets[0]);
        let lines = seen(&pages.sheets[0]);
        let lines = lines.iter().filter(|it| it.starts_with("line")).count();
        let note = format!("{lines} lines are shown.");
        assert!(pages.words.note.starts_with(&note), "{note}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn a_page_of_an_exact_size_has_that_size_and_holds_everything(
        width_px in 100.0..4000.0_f32, height_px in 100.0..3000.0_f32, content in 20.0..4000.0_f32,
        sources in 0..40_usize, several: bool, growth in 0..3,
    ) {
        let spec = PageSpec { paper: Paper::custom(width_px, height_px), several, ..spec("slide") };
        let body = |look: Look| match growth {
            0 => yielding(look, content),
            1 => Picture { growth: Growth::Whole, ..picture(look, content) },
            _ => picture(look, content),
        };
        let pages = pages(&spec, |_| words(sources, "Trade"), body);
        prop_assert_eq!(pages.sheets.len(), 1);
        let sheet = &pages.sheets[0];
        let scale = width_px / sheet.scene.width_px;
        prop_assert!((sheet.scene.height_px * scale - height_px).abs() < 0.05);
        nothing_leaves(sheet);
        if growth > 0 {
            let lines = seen(sheet).iter().filter(|it| it.starts_with("line")).count();
            prop_assert_eq!(lines, (content / 20.0) as usize);
        }
    }
}

#[test]
fn what_is_drawn_smaller_to_fit_says_so() {
    let body = |look: Look| Picture {
        growth: Growth::Whole,
        ..picture(look, 2000.0)
    };
    let words_of = |it: &Picture| Words {
        note: format!("{:?}", it.growth),
        ..words(3, "Trade")
    };
    let paper = Paper::custom(1920.0, 1080.0);
    let small = pages(
        &PageSpec {
            paper,
            ..spec("slide")
        },
        words_of,
        body,
    );
    assert!(
        small.words.note.starts_with("Fits { zoom: 0."),
        "{}",
        small.words.note
    );
    let large = pages(
        &PageSpec {
            paper,
            ..spec("slide")
        },
        words_of,
        |look| Picture {
            growth: Growth::Whole,
            ..picture(look, 100.0)
        },
    );
    assert_eq!(large.words.note, "Whole");
}

#[test]
fn a_column_is_as_high_as_needed() {
    let height = |content| {
        let pages = pages(
            &spec("column-85"),
            |_| words(1, "Trade"),
            |look| picture(look, content),
        );
        pages.sheets[0].scene.height_px
    };
    assert!((height(600.0) - height(400.0) - 200.0).abs() < 0.1);
}

#[test]
fn a_transparent_page_has_no_background() {
    let mut spec = spec("a4-landscape");
    spec.transparent = true;
    let background = Palette::of(Theme::Print).surface_canvas;
    let pages = pages(&spec, |_| words(1, "Trade"), |look| picture(look, 100.0));
    let is_background = |item: &&Item| matches!(item, Item::Rect { fill, .. } if *fill == scene::Paint::Solid(background));
    assert_eq!(pages.sheets[0].scene.items.iter().find(is_background), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn sheets_hold_everything_once_and_nothing_leaves_them(
        preset in 0..PRESETS.len(), content in 20.0..4000.0_f32, sources in 0..300_usize,
        title in "[a-z中文اب ]{0,300}", several: bool, growth in 0..2,
    ) {
        let spec = PageSpec { several, ..spec(PRESETS[preset].word) };
        let body = |look: Look| {
            let mut it = picture(look, content);
            if growth == 1 { it.growth = Growth::Whole; }
            it
        };
        let pages = pages(&spec, |_| words(sources, &title), body);
        prop_assert!(several || pages.sheets.len() == 1);
        pages.sheets.iter().for_each(nothing_leaves);
        let all: Vec<String> = pages.sheets.iter().flat_map(seen).collect();
        for at in 0..(content / 20.0) as usize {
            let times = all.iter().filter(|it| **it == format!("line {at}")).count();
            prop_assert_eq!(times, 1, "line {} of {:?}", at, pages.sheets.len());
        }
        let notes = all.iter().filter(|it| it.starts_with("Sources:")).count();
        prop_assert_eq!(notes, usize::from(sources > 0));
        if pages.sheets.len() > 1 {
            for sheet in &pages.sheets {
                prop_assert_eq!(sheet.scene.height_px, pages.sheets[0].scene.height_px);
                prop_assert!(seen(sheet).iter().filter(|it| it.starts_with("TLP")).count() == 2);
            }
        }
    }
}

/// The color of marks in legends.
const LEGEND_MARK: scene::Rgba = scene::Rgba(1, 2, 3, 255);

/// The boxes of texts and legend marks around the picture, without the margin that fonts leave above and below.
fn text_boxes(sheet: &Sheet) -> Vec<[f32; 4]> {
    let is_mark = |fill: &scene::Paint| *fill == scene::Paint::Solid(LEGEND_MARK);
    let items = around(&sheet.scene).into_iter();
    let boxed = items.filter(|it| match it {
        Item::Text { .. } => true,
        Item::Rect { fill, .. } => is_mark(fill),
        _ => false,
    });
    let bounds = boxed.filter_map(Item::bounds);
    bounds
        .map(|it| [it.left, it.top + 2.0, it.right, it.bottom - 2.0])
        .collect()
}

/// Where the box of the text that begins so ends.
fn bottom_of(sheet: &Sheet, begin: &str) -> f32 {
    let is_it = |it: &&&Item| matches!(it, Item::Text { runs, .. } if runs.iter().any(|it| it.text.starts_with(begin.trim_end())));
    let items = around(&sheet.scene);
    let found = items.iter().find(is_it).and_then(|it| it.bounds());
    found.expect("the text is there").bottom
}

fn overlap(a: &[f32; 4], b: &[f32; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[test]
fn texts_around_a_picture_and_the_logo_keep_clear_of_each_other() {
    let legend = |at: usize| LegendEntry {
        key: at.to_string(),
        words: format!("entry {at} of the legend"),
        mark: vec![block(0.0, -5.0, 14.0, 10.0, LEGEND_MARK)],
        mark_width_px: 14.0,
    };
    for preset in ["slide", "column-85", "a4-portrait"] {
        let body = |look: Look| Picture {
            legend: (0..12).map(legend).collect(),
            ..picture(look, 100.0)
        };
        let title = "Trade between the United States and China ".repeat(4);
        let pages = pages(&spec(preset), |_| words(30, &title), body);
        let sheet = &pages.sheets[0];
        let [left, top, width, height] = sheet.logo.expect("there is a logo");
        let right_px = sheet.scene.width_px - (left + width);
        assert!((0.0..30.0).contains(&right_px) && (0.0..30.0).contains(&top));
        assert!((width / height - 400.0 / 90.0).abs() < 0.01, "{preset}");
        let mut boxes = text_boxes(sheet);
        boxes.push([left, top, left + width, top + height]);
        for (at, one) in boxes.iter().enumerate() {
            let met = boxes[at + 1..].iter().find(|it| overlap(one, it));
            assert_eq!(met, None, "{preset}: {one:?}");
        }
        // A mark is level with its words, and the legend stays clear of the note below.
        let all = seen(sheet);
        let legend_px = bottom_of(sheet, "entry 11 of the legend");
        assert!(bottom_of(sheet, "Note:") - legend_px > 14.0, "{preset}");
        let entries = (0..12).filter(|at| all.contains(&format!("entry {at} of the legend")));
        assert_eq!(entries.count(), 12, "{preset}");
    }
}

#[test]
fn a_logo_without_a_size_is_left_out() {
    for logo in [[0.0, 90.0], [400.0, 0.0]] {
        let spec = PageSpec {
            logo: Some(logo),
            ..spec("slide")
        };
        let pages = pages(&spec, |_| words(1, "Trade"), |look| picture(look, 100.0));
        assert_eq!(pages.sheets[0].logo, None);
    }
}

#[test]
fn an_exact_page_counts_before_it_draws_smaller() {
    let spec = PageSpec {
        paper: Paper::custom(1920.0, 1080.0),
        ..spec("slide")
    };
    let width_px = |content_px| {
        let body = |look| yielding(look, content_px);
        pages(&spec, |_| words(3, "Trade"), body).sheets[0]
            .scene
            .width_px
    };
    assert!((width_px(3000.0) - width_px(100.0)).abs() < 0.01);
}
