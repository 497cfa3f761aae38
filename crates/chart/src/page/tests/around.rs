//! What the parts around a picture take, and where legend and sources go.

use scene::Bounds;

use super::*;

/// A map as high as its room, with a legend and perhaps an empty corner at its lower right.
fn map(look: Look, corner_px: Option<[f32; 2]>) -> Picture {
    let entry = |at: usize| LegendEntry {
        key: at.to_string(),
        words: format!("entry {at}"),
        mark: vec![block(0.0, -5.0, 14.0, 10.0, LEGEND_MARK)],
        mark_width_px: 14.0,
    };
    Picture {
        growth: Growth::Fits { zoom: 1.0 },
        legend: (0..12).map(entry).collect(),
        free: corner_px.map(|[width, height]| Bounds {
            left: look.width_px - width,
            top: look.height_px - height,
            right: look.width_px,
            bottom: look.height_px,
        }),
        ..picture(look, 0.0)
    }
}

/// Height of the picture on a sheet, and its rectangle's left and upper edge.
fn drawn_px(sheet: &Sheet) -> [f32; 4] {
    let clip = sheet.scene.items.iter().find_map(|it| match it {
        Item::Clip {
            x,
            y,
            width,
            height,
        } => Some([*x, *y, *width, *height]),
        _ => None,
    });
    clip.expect("there is a picture")
}

/// The lowest and highest edge of the words of the legend.
fn legend_px(sheet: &Sheet) -> [f32; 2] {
    let items = sheet.scene.items.iter();
    let words = items.filter(|it| {
        matches!(it, Item::Text { runs, .. } if runs.iter().any(|it| it.text.starts_with("entry")))
    });
    words
        .filter_map(Item::bounds)
        .fold([f32::MAX, 0.0], |[top, bottom], it| {
            [top.min(it.top), bottom.max(it.bottom)]
        })
}

#[test]
fn a_legend_goes_into_a_free_corner_and_leaves_the_picture_its_room() {
    let on = |corner_px| {
        let body = |look| map(look, corner_px);
        pages(&spec("slide"), |_| words(3, "Trade"), body)
            .sheets
            .remove(0)
    };
    let (below, inside, small) = (on(None), on(Some([200.0, 200.0])), on(Some([60.0, 20.0])));
    assert_eq!(below, small);
    let [_, top_px, _, height_px] = drawn_px(&inside);
    assert!(height_px > drawn_px(&below)[3] + 14.0);
    let [highest_px, lowest_px] = legend_px(&inside);
    assert!(highest_px > top_px + height_px - 200.0 && lowest_px <= top_px + height_px);
    assert!(legend_px(&below)[0] > drawn_px(&below)[1] + drawn_px(&below)[3]);
}

#[test]
fn a_corner_that_is_gone_once_the_picture_is_lower_keeps_the_legend_below() {
    let body = |look: Look| {
        let is_roomy = look.height_px > 440.0;
        map(look, (!is_roomy).then_some([200.0, 200.0]))
    };
    let sheet = &pages(&spec("slide"), |_| words(3, "Trade"), body).sheets[0];
    let [_, top_px, _, height_px] = drawn_px(sheet);
    assert!(legend_px(sheet)[0] > top_px + height_px);
    nothing_leaves(sheet);
}

#[test]
fn sources_stand_on_a_page_of_their_own_if_that_is_asked_for() {
    let on = |word: &str, several, sources_apart| {
        let spec = PageSpec {
            several,
            sources_apart,
            ..spec(word)
        };
        pages(&spec, |_| words(40, "Trade"), |look| map(look, None)).sheets
    };
    let count = |sheet: &Sheet| {
        let lines = seen(sheet);
        lines
            .iter()
            .map(|it| it.matches("Agency").count())
            .sum::<usize>()
    };
    for word in ["slide", "a4-portrait", "poster"] {
        let (with, apart) = (on(word, true, false), on(word, true, true));
        assert_eq!((with.len(), apart.len()), (1, 2), "{word}");
        assert_eq!(
            (count(&with[0]), count(&apart[0]), count(&apart[1])),
            (40, 0, 40)
        );
        let has = |sheet: &Sheet, words: &str| seen(sheet).iter().any(|it| it == words);
        assert!(has(&apart[0], "Page 1 of 2") && has(&apart[1], "Page 2 of 2"));
        assert!(has(&apart[1], "Trade") && !has(&with[0], "Page 1 of 1"));
        if word != "poster" {
            assert!(drawn_px(&apart[0])[3] > drawn_px(&with[0])[3], "{word}");
        }
        apart.iter().for_each(nothing_leaves);
    }
    // An image has one page, and a column none.
    assert_eq!(count(&on("slide", false, true)[0]), 40);
    assert_eq!(count(&on("column-85", true, true)[0]), 40);
}

#[test]
fn no_text_around_a_picture_is_smaller_than_a_page_promises() {
    for preset in PRESETS {
        let spec = spec(preset.word);
        let sheets = pages(&spec, |_| words(30, "Trade"), |look| map(look, None)).sheets;
        for item in around(&sheets[0].scene) {
            if let Item::Text { size, .. } = item {
                let size_pt = size / preset.paper.layout_px_per_pt();
                let word = preset.word;
                assert!(size_pt >= preset.paper.least_pt - 0.01, "{word}: {size_pt}");
            }
        }
    }
    for word in ["a4-landscape", "a4-portrait"] {
        assert!(preset_of(word).unwrap().paper.least_pt >= 7.0);
    }
}
