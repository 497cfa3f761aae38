//! How much of a page is left for the picture.

use super::*;

/// The share of a page that its picture takes. A picture is clipped to its rectangle, which is the first one.
fn picture_share(svg: &str) -> f32 {
    let view = svg.split_once("viewBox=\"0 0 ").expect("an SVG has one").1;
    let sides: Vec<f32> = view
        .split(['"', ' '])
        .take(2)
        .filter_map(|it| it.parse().ok())
        .collect();
    let clip = svg.split_once("<clipPath").expect("a picture is clipped").1;
    let clip = clip.split_once("</clipPath>").expect("it ends").0;
    let [width, height] = [" width=\"", " height=\""].map(|it| numbers_after(clip, it)[0]);
    width * height / (sides[0] * sides[1])
}

#[test]
fn a_picture_has_at_least_seventy_percent_of_a_slide() {
    let session = sample();
    for view in ["timeline", "layers", "themes", "index", "heat", "outlook"] {
        for page in [
            json!({ "preset": "slide" }),
            json!({ "size_px": [1920, 1080] }),
        ] {
            let share = picture_share(&text(&session, view, &page));
            assert!(share >= 0.7, "{view} on {page}: {share}");
        }
    }
}

#[test]
fn sources_on_a_page_of_their_own_leave_more_room() {
    let session = sample();
    let written = |page: Value, name: &str| {
        let chart = json!({ "chart": { "kind": "cause-map" } });
        let args = serde_json::from_value(json!({ "page": page, "chart": chart })).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        super::super::export(&session, &args, &path, false).unwrap();
        std::fs::read(path).unwrap()
    };
    let sheets = |page: Value| boxes(&written(page, "a.pdf")).len();
    assert_eq!(sheets(json!({ "preset": "slide" })), 1);
    assert_eq!(
        sheets(json!({ "preset": "slide", "sources_page": true })),
        2
    );
    // An image has one page.
    let svg = |page: Value| written(page, "a.svg");
    assert_eq!(svg(json!({ "sources_page": true })), svg(json!({})));
}
