//! Pictures and sources that need more than one sheet.

use scene::Item;

use super::*;

/// No line of text of a picture is cut through by the edge of its strip.
fn no_text_is_cut(sheet: &Sheet) {
    let mut clip = None;
    for item in &sheet.scene.items {
        match (item, clip) {
            (Item::Clip { y, height, .. }, _) => clip = Some((*y, y + height)),
            (Item::Unclip, _) => clip = None,
            (Item::Text { .. }, Some((top, bottom))) => {
                let Some(text) = item.bounds() else { continue };
                let crosses = |edge: f32| text.top + 1.0 < edge && edge < text.bottom - 1.0;
                assert!(!crosses(top) && !crosses(bottom), "{text:?} {top} {bottom}");
            }
            _ => {}
        }
    }
}

/// The numbers of the lines on each sheet of a picture 2,000 pixels high, with lanes of this height if there are any.
fn lines_on_sheets(lane_px: Option<f32>) -> (f32, Vec<Vec<usize>>) {
    let spec = PageSpec {
        several: true,
        ..spec("a4-landscape")
    };
    let body = |look: Look| {
        let mut picture = picture(look, 2000.0);
        let lane = |(at, height): (usize, f32)| scene::Hit {
            x: 0.0,
            y: 30.0 + at as f32 * height - look.scroll_px,
            width: 80.0,
            height,
            kind: scene::HitKind::Lane,
            id: String::new(),
        };
        let lanes = lane_px
            .into_iter()
            .flat_map(|it| (0..40).map(move |at| (at, it)));
        picture.scene.hits.extend(lanes.map(lane));
        picture
    };
    let pages = pages(&spec, |_| words(3, "Trade"), body);
    let number = |it: &String| it.strip_prefix("line ").and_then(|it| it.parse().ok());
    let lines = |sheet: &Sheet| seen(sheet).iter().filter_map(number).collect();
    pages.sheets.iter().for_each(no_text_is_cut);
    let height_px = pages.sheets[0].scene.height_px;
    (height_px, pages.sheets.iter().map(lines).collect())
}

#[test]
fn sheets_are_filled_and_cut_between_lines() {
    let (height_px, sheets) = lines_on_sheets(None);
    assert_eq!(sheets.concat(), (0..100).collect::<Vec<usize>>());
    let full = sheets.iter().take_while(|it| it.last() < Some(&99));
    for lines in full {
        assert!(lines.len() as f32 * 20.0 > height_px * 0.6, "{lines:?}");
    }
}

#[test]
fn a_sheet_ends_with_a_lane_where_that_fills_half_of_it() {
    let (_, sheets) = lines_on_sheets(Some(140.0));
    assert!(sheets.len() > 3);
    for lines in sheets.iter().filter(|it| !it.is_empty()) {
        assert_eq!(lines[0] % 7, 0, "{lines:?}");
        let is_last = lines.last() == Some(&99);
        assert!(is_last || lines.len() >= 14, "{lines:?}");
    }
    // Lanes higher than half a sheet are cut.
    let (_, sheets) = lines_on_sheets(Some(2000.0));
    assert!(sheets.iter().any(|it| it.first().is_some_and(|at| *at > 0)));
}

#[test]
fn sources_that_fill_several_sheets_are_all_there() {
    let spec = PageSpec {
        several: true,
        ..spec("a4-landscape")
    };
    let pages = pages(&spec, |_| words(900, "Trade"), |look| picture(look, 2000.0));
    pages.sheets.iter().for_each(nothing_leaves);
    let all = pages
        .sheets
        .iter()
        .flat_map(seen)
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(all.matches("Agency").count(), 900);
}
