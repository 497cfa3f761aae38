use model::{Board, Event, EventId, Workspace};
use proptest::prelude::*;

use super::{from_json, to_json};

fn small() -> Workspace {
    let mut it = Workspace {
        name: String::from("Small"),
        ..Workspace::default()
    };
    it.events.push(Event::titled(EventId(1), "E1", "Talks"));
    it.events.push(Event::titled(EventId(2), "E2", "Break"));
    it
}

/// The JSON of a small workspace after `edit`, read.
fn read(edit: impl Fn(&mut serde_json::Value)) -> String {
    let mut json: serde_json::Value = serde_json::from_str(&to_json(&small()).unwrap()).unwrap();
    edit(&mut json);
    match from_json(json.to_string().as_bytes()) {
        Ok(_) => String::from("read"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_wrong_is_said_with_where() {
    assert_eq!(read(|_| ()), "read");
    let event = |field: &'static str, value: serde_json::Value| {
        read(move |it| it["events"][1][field] = value.clone())
    };
    assert_eq!(event("id", "1".into()), "event: the id \"1\" occurs twice");
    assert_eq!(
        event("severity", 6.into()),
        "event 2: its severity is not from 1 to 5"
    );
    assert_eq!(
        event("themes", serde_json::json!(["trade"])),
        "event 2: there is no theme \"trade\""
    );
    assert_eq!(
        event("concerns", "9".into()),
        "event 2: there is no event 9"
    );
    assert!(event("sevrity", 3.into()).contains("unknown field `sevrity`"));
    assert!(event("status", "maybe".into()).contains("\"maybe\" is not a status"));
    assert!(event("id", 2.into()).contains("expected a string"));
    let other = read(|it| it["format"] = "a shopping list".into());
    assert!(other.starts_with("it is not a workspace"), "{other}");
    let newer = read(|it| it["version"] = 2.into());
    assert!(newer.contains("its version is 2"), "{newer}");
    let loose = read(|it| {
        it["themes"] = serde_json::json!([{ "id": "1", "handle": "a", "name": "A", "parent": "1", "hue": "" }]);
    });
    assert_eq!(loose, "theme 1: it is its own ancestor");
}

#[test]
fn pins_in_pixels_of_earlier_versions_are_still_read() {
    let mut json: serde_json::Value = serde_json::from_str(&to_json(&small()).unwrap()).unwrap();
    json["pins"] = serde_json::json!([
        { "node": "causes 1", "x": 0.0, "y": 2.5 },
        { "node": "layers 1", "x": 130.0, "y": 300.0 },
        { "node": "layers 2", "x": 90.0, "y": 80.0 },
        { "node": "layers-down 1", "row": 3.0, "after": "2" },
    ]);
    let back = from_json(json.to_string().as_bytes()).unwrap();
    let slot = |board, node| back.pins.of(board, node).map(|it| (it.row, it.after));
    assert_eq!(slot(Board::Causes, 1), Some((2.5, None)));
    assert_eq!(slot(Board::CauseMap, 1), Some((0.0, Some(2))));
    assert_eq!(slot(Board::CauseMap, 2), Some((0.0, None)));
    assert_eq!(slot(Board::CauseMapDown, 1), Some((3.0, Some(2))));
    // Written again, they have rows.
    let again = to_json(&back).unwrap();
    assert!(again.contains("\"row\"") && !again.contains("\"x\""));
    assert_eq!(from_json(again.as_bytes()).unwrap().pins, back.pins);
    let pin = |pin: serde_json::Value| read(move |it| it["pins"] = serde_json::json!([pin]));
    let node = "layers 1";
    let mixed = pin(serde_json::json!({ "node": node, "row": 1.0, "x": 3.0 }));
    assert!(mixed.starts_with("pin layers 1: it needs a row"), "{mixed}");
    let far = pin(serde_json::json!({ "node": node, "x": 2e9, "y": 0.0 }));
    assert!(far.starts_with("pin layers 1: it is too far"), "{far}");
    let far = pin(serde_json::json!({ "node": node, "row": 2e9 }));
    assert!(far.starts_with("pin layers 1: its row"), "{far}");
}

#[test]
fn a_broken_text_says_line_and_column() {
    let whole = to_json(&small()).unwrap();
    let cut = &whole[..whole.find("\"E2\"").unwrap()];
    let said = from_json(cut.as_bytes()).unwrap_err().to_string();
    let line = cut.lines().count();
    assert!(said.starts_with(&format!("line {line}, column ")), "{said}");
    assert!(from_json(b"\xFF\xFE").is_err());
    assert!(from_json(b"").is_err());
}

proptest! {
    /// Whatever is cut, doubled or replaced in it: an answer, never a panic, and never another workspace that is called read
    /// when its JSON would not come back the same.
    #[test]
    fn no_text_is_too_strange(from in 0_usize..900, count in 0_usize..40, with in "[\\PC]{0,6}") {
        let whole = to_json(&small()).unwrap();
        let at = |index: usize| (index..=whole.len()).find(|it| whole.is_char_boundary(*it)).unwrap_or(whole.len());
        let (start, end) = (at(from), at(from + count));
        let text = format!("{}{with}{}", &whole[..start], &whole[end..]);
        if let Ok(read) = from_json(text.as_bytes()) {
            let again = to_json(&read).unwrap();
            prop_assert_eq!(to_json(&from_json(again.as_bytes()).unwrap()).unwrap(), again);
        }
    }

    /// Numbers come back to the last bit.
    #[test]
    fn numbers_are_exact(values in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO, 1..20)) {
        let mut it = small();
        let count = i64::try_from(values.len()).unwrap();
        it.series.push(model::Series {
            id: model::SeriesId(1), handle: String::from("brent"), name: String::new(), unit: String::new(),
            measure: model::Measure::Price, closes: String::new(), origin: String::new(),
            points: std::sync::Arc::new(model::Points {
                days: (0..count).map(model::date::Day).collect(), highs: Vec::new(), lows: Vec::new(), values: values.clone(),
            }),
        });
        let back = from_json(to_json(&it).unwrap().as_bytes()).unwrap();
        let bits = |list: &[f64]| list.iter().map(|it| it.to_bits()).collect::<Vec<_>>();
        prop_assert_eq!(bits(&back.series[0].points.values), bits(&values));
    }
}
