//! Golden pictures of the sample's relationship charts, as pages: look at each before renewing them with
//! `FAULTLINE_UPDATE=1 cargo test -p app goldens_of_relations`.

use serde_json::{Value, json};

use crate::session::Session;
use goldens::differs;

/// Each with the view, and what is asked of it beside the colors.
fn charts(session: &mut Session) -> Vec<(&'static str, &'static str, Value)> {
    let mut id = |handle: &str| {
        let found = crate::call(session, "find", json!({ "event": handle })).expect("it is there");
        found["id"].clone()
    };
    let (talks, plant) = (id("E09"), id("E32"));
    let words = json!({ "words": "theme:us-china-trade" });
    let filter = crate::call(session, "filter_words", words).expect("there is such a theme");
    let trade = filter["themes"][0].clone();
    vec![
        ("causes", "causes", json!({})),
        ("causes-lanes", "causes", json!({ "theme_lanes": true })),
        (
            "causes-focus",
            "causes",
            json!({ "near": { "ids": [talks], "steps": 2 } }),
        ),
        ("cause-map", "layers", json!({})),
        (
            "cause-map-down",
            "layers",
            json!({ "down": true, "near": { "ids": [plant], "steps": 3 } }),
        ),
        (
            "cause-map-focus",
            "layers",
            json!({ "near": { "ids": [talks], "steps": 1 }, "selected": talks }),
        ),
        (
            "cause-map-collapsed",
            "layers",
            json!({ "collapsed": [trade], "implied": true }),
        ),
        ("themes", "themes", json!({})),
        ("actors", "themes", json!({ "by": "actor", "wholes": true })),
    ]
}

#[test]
fn goldens_of_relations() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut session = Session::new_sample(folder.path().join("own.faultline")).expect("it is made");
    let mut stale = Vec::new();
    for (name, view, args) in charts(&mut session) {
        stale.extend(drawn(&session, folder.path(), (name, view, &args)));
    }
    // The pause cannot come before the talks that led to it: the link is drawn as what it is.
    let pause = crate::call(&mut session, "find", json!({ "event": "E04" })).expect("it is there");
    let set = json!([{ "field": "date", "value": "20 April 2025" }]);
    let edit = json!({ "events": [pause["id"]], "set": set });
    crate::call(&mut session, "edit", edit).expect("a date can be set");
    let near = json!({ "near": { "ids": [pause["id"]], "steps": 1 } });
    for (name, view) in [
        ("causes-conflict", "causes"),
        ("cause-map-conflict", "layers"),
    ] {
        stale.extend(drawn(&session, folder.path(), (name, view, &near)));
    }
    assert!(
        stale.is_empty(),
        "look at target/goldens/report.html, then FAULTLINE_UPDATE=1 cargo test -p app goldens: {stale:?}"
    );
}

/// The names of those that are not as they were reviewed.
fn drawn(
    session: &Session,
    folder: &std::path::Path,
    (name, view, args): (&str, &str, &Value),
) -> Vec<String> {
    let mut stale = Vec::new();
    for colors in ["light", "dark"] {
        let mut args = args.clone();
        // As high as its smallest text needs to be read.
        let is_whole = name == "causes" || name == "causes-lanes";
        args["size_px"] = json!([800.0, if is_whole { 1400.0 } else { 640.0 }]);
        args["theme"] = json!(colors);
        let file = folder.join(format!("{name}-{colors}.png"));
        crate::tests::export(session, view, &args, &file, false).expect("it is drawn");
        let png = std::fs::read(&file).expect("it is there");
        stale.extend(differs("relations", &format!("{name}-{colors}.png"), &png));
    }
    stale
}
