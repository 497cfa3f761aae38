//! Golden pictures of the charts of numbers, as pages, and what is behind them: look at each before renewing them with
//! `FAULTLINE_UPDATE=1 cargo test -p app goldens_of_numbers`.

use std::path::{Path, PathBuf};

use api::dto::{SeriesReading, TakeOffer, TakeSeries};
use serde_json::{Value, json};

use crate::session::Session;
use crate::{read_series, take_series};
use goldens::differs;

/// A price that wanders from day to day.
fn prices(folder: &Path, name: &str, seed: i64) -> PathBuf {
    let mut text = String::from("Date,Price\n");
    let mut price = 70.0_f64;
    for at in 0..330_i64 {
        price += ((at * 7919 + seed) % 101) as f64 / 80.0 - 0.62;
        let day = model::date::Day(20_001 + at).in_words();
        text.push_str(&format!("{day},{price:.2}\n"));
    }
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn with_series(folder: &Path) -> Session {
    let mut session = Session::new_sample(folder.join("own.faultline")).unwrap();
    for (name, seed) in [("oil-daily.csv", 13), ("shares.csv", 57)] {
        take_series(
            &mut session,
            prices(folder, name, seed),
            &TakeSeries::default(),
        )
        .unwrap();
    }
    session
}

fn id(session: &mut Session, handle: &str) -> String {
    let found = crate::call(session, "find", json!({ "event": handle })).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

#[test]
fn goldens_of_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_series(folder.path());
    let events: Vec<String> = ["E21", "E09", "E01"]
        .iter()
        .map(|it| id(&mut session, it))
        .collect();
    let study = json!({ "study": { "events": events, "series": "oil" } });
    let one = json!({ "study": { "events": [events[0]], "series": "oil", "model": "market", "market": "shares" } });
    let spring = json!({ "from_days": 20_150.0, "to_days": 20_290.0, "series": ["oil"] });
    let based = json!({
        "from_days": 20_180.0, "to_days": 20_260.0, "series": ["oil", "shares"],
        "scaling": { "scale": "base", "base_from": "2025-04-02", "base_to": "2025-05-31" },
    });
    let mut stale = Vec::new();
    for (name, view, args) in [
        ("index", "index", &spring),
        ("index-base", "index", &based),
        (
            "index-deviations",
            "index",
            &json!({ "scaling": { "scale": "deviations" } }),
        ),
        (
            "index-known",
            "index",
            &json!({ "from_days": 20_180.0, "to_days": 20_260.0, "scaling": { "known_on": "2025-06-09" } }),
        ),
        ("study", "study", &study),
        ("study-market", "study", &one),
        ("heat", "heat", &json!({})),
        ("outlook", "outlook", &json!({})),
    ] {
        for theme in ["light", "dark"] {
            let mut args: Value = args.clone();
            args["theme"] = json!(theme);
            args["size_px"] = json!([640, 800]);
            let path = folder.path().join(format!("{name}-{theme}.png"));
            crate::tests::export(&session, view, &args, &path, false).unwrap();
            let png = std::fs::read(&path).unwrap();
            stale.extend(differs("numbers", &format!("{name}-{theme}.png"), &png));
        }
    }
    assert!(
        stale.is_empty(),
        "look at target/goldens/report.html, then FAULTLINE_UPDATE=1 cargo test -p app goldens: {stale:?}"
    );
}

#[test]
fn shares_of_a_point_add_up_to_the_index() {
    let mut session = super::sample();
    let rows = crate::call(
        &mut session,
        "index",
        json!({ "from": "2025-06-01", "to": "2025-06-11" }),
    )
    .unwrap();
    for row in rows["rows"].as_array().unwrap() {
        let asked = json!({ "day": row["day"], "most": 1000 });
        let point = crate::call(&mut session, "index_point", asked).unwrap();
        let sum = |tone: &str| -> f64 {
            let shares = point["shares"].as_array().unwrap().iter();
            shares
                .filter(|it| it["tone"] == tone)
                .map(|it| it["amount"].as_f64().unwrap())
                .sum()
        };
        let same = |told: &Value, sum: f64| (told.as_f64().unwrap() - sum).abs() < 1e-9;
        assert!(same(&row["escalation"], sum("escalatory")), "{row}");
        assert!(same(&row["deescalation"], sum("de-escalatory")), "{row}");
    }
}

#[test]
fn what_was_known_earlier_is_less() {
    let mut session = super::sample();
    let mut on = |known: Value| {
        let point = crate::call(
            &mut session,
            "index_point",
            json!({ "day": "2025-06-11", "known_on": known }),
        )
        .unwrap();
        point["shares"].as_array().unwrap().len()
    };
    let (never, before, now) = (
        on(json!("2025-06-01")),
        on(json!("2025-06-09")),
        on(Value::Null),
    );
    assert_eq!(never, 0, "no source had been published");
    assert!(before > 0 && before < now, "{before} of {now}");
}

#[test]
fn a_point_of_an_earlier_day_is_told_beside_that_of_today() {
    let mut session = super::sample();
    let mut point = |known: Value| {
        let asked = json!({ "day": "2025-06-11", "known_on": known });
        crate::call(&mut session, "index_point", asked).unwrap()
    };
    let (earlier, today) = (point(json!("2025-06-09")), point(Value::Null));
    assert_eq!(earlier["net_today"], today["net"]);
    assert_ne!(earlier["net"], today["net"]);
    assert!(today.get("net_today").is_none());
}

#[test]
fn a_judgment_that_changed_has_a_tail() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("own.faultline")).unwrap();
    let talks = id(&mut session, "E28");
    let set = json!([{ "field": "likelihood", "value": "likely" }]);
    crate::call(
        &mut session,
        "edit",
        json!({ "events": [talks], "set": set }),
    )
    .unwrap();
    let picture = |since: &str| {
        let args = json!({ "width_px": 900.0, "height_px": 560.0, "since": since });
        crate::tests::picture(&session, "outlook", &args).unwrap()
    };
    // What is compared is long: only whether it differs is told.
    assert!(
        picture("1990-01-01") != picture("2100-01-01"),
        "it was unlikely before the edit"
    );
}

#[test]
fn a_file_that_asks_is_answered_and_a_series_is_joined_to_its_earlier_self() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_series(folder.path());
    let path = folder.path().join("oil-daily.csv");
    std::fs::write(&path, "Date;Price\n03/04/2025;1,234\n04/04/2025;2,000\n").unwrap();
    let asked = |reading: &SeriesReading| {
        let read = read_series(&session, &path, reading).unwrap();
        read.question.map(|it| it.about)
    };
    let mut reading = SeriesReading::default();
    assert_eq!(asked(&reading).as_deref(), Some("decimal"));
    reading.decimal = Some(String::from("comma"));
    assert_eq!(asked(&reading).as_deref(), Some("day_order"));
    reading.day_order = Some(String::from("day"));
    let read = read_series(&session, &path, &reading).unwrap();
    let offer = &read.offers[0];
    assert_eq!((offer.extent.count, offer.joins.as_str()), (2, "oil"));
    let joined = offer.joined.unwrap();
    let before = session.workspace().series.clone();
    let take = TakeSeries {
        offers: vec![TakeOffer::default()],
        reading,
    };
    let done = take_series(&mut session, &path, &take).unwrap();
    let after = &session.workspace().series;
    assert_eq!((after.len(), after[0].id), (2, before[0].id));
    let fresh = joined.new as usize;
    assert_eq!(after[0].points.len(), before[0].points.len() + fresh);
    assert_eq!(fresh + joined.changed as usize, 2);
    assert_eq!(
        after[0].points.last_until("2025-04-03".parse().unwrap()),
        Some(("2025-04-03".parse().unwrap(), 1.234))
    );
    assert!(done.name.contains(" again: "), "{}", done.name);
    // The same file once more changes nothing.
    let again = take_series(&mut session, &path, &take).unwrap();
    assert_eq!(again.step, None, "{}", again.name);
    crate::call(&mut session, "undo", json!({})).unwrap();
    assert_eq!(
        session.workspace().series,
        before,
        "undo brings its numbers back"
    );
}
