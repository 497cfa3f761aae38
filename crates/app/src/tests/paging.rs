//! What the page asks for row by row agrees with the whole lists.

use api::FaultCode;
use serde_json::{Value, json};

use super::{ask, reply, sample};

fn ids(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().unwrap();
    let id = |row: &Value| row["id"].as_str().unwrap().to_owned();
    rows.iter().map(id).collect()
}

fn all() -> Vec<String> {
    ids(&reply("events", json!({})))
}

#[test]
fn pages_put_together_are_the_list() {
    let mut together = Vec::new();
    for offset in (0..47).step_by(10) {
        let page = reply("list", json!({ "offset": offset, "limit": 10 }));
        assert_eq!(page["total"], 47);
        let from = page["offset"].as_u64().unwrap() as usize;
        // The last page is full, too.
        together.truncate(from);
        together.extend(ids(&page["rows"]));
    }
    assert_eq!(together, all());
    let rows = reply("events", json!({ "offset": 40, "limit": 5 }));
    assert_eq!(ids(&rows), all()[40..45]);
    let links = ids(&reply("links", json!({})));
    let some = reply("links", json!({ "offset": 2, "limit": 3 }));
    assert_eq!(ids(&some), links[2..5]);
}

#[test]
fn a_page_lies_around_an_event_or_begins_at_a_day() {
    let all = all();
    let page = reply("list", json!({ "around": all[20], "limit": 10 }));
    assert_eq!(page["offset"], 15);
    assert_eq!(ids(&page["rows"]), all[15..25]);
    let row = reply("row", json!({ "id": all[30] }));
    let from = row["span_days"][0].as_f64().unwrap();
    let page = reply("list", json!({ "from_days": from, "limit": 1 }));
    let place = page["offset"].as_u64().unwrap();
    let first = reply("row", json!({ "id": ids(&page["rows"])[0] }));
    assert_eq!(first["span_days"][0], json!(from), "place {place}");
}

#[test]
fn a_row_knows_its_place_unless_the_filter_hides_it() {
    for (place, id) in all().iter().enumerate() {
        assert_eq!(reply("row", json!({ "id": id }))["place"], place);
    }
    let severe = json!({ "severity_min": 4 });
    let passing = ids(&reply("events", json!({ "filter": severe })));
    for id in all() {
        let row = reply("row", json!({ "id": id, "filter": severe }));
        let place = passing.iter().position(|it| *it == id);
        assert_eq!(row["place"], json!(place));
        assert_eq!(row["event"]["id"], json!(id));
    }
    let gone = ask("row", json!({ "id": "999999" })).unwrap_err();
    assert_eq!(gone.code, FaultCode::NotFound);
}

#[test]
fn links_are_found_by_id() {
    for row in reply("links", json!({})).as_array().unwrap() {
        assert_eq!(&reply("link_row", json!({ "id": row["id"] })), row);
    }
    let gone = ask("link_row", json!({ "id": "999999" })).unwrap_err();
    assert_eq!(gone.code, FaultCode::NotFound);
}

#[test]
fn ids_are_given_when_they_are_few_enough() {
    let most = |most: u32| reply("ids", json!({ "most": most }));
    assert_eq!(most(46), json!({ "total": 47, "ids": [] }));
    assert_eq!(most(47)["ids"], json!(all()));
}

#[test]
fn walking_in_time_goes_through_all_that_passes() {
    for filter in [json!({}), json!({ "severity_min": 4 })] {
        let all = ids(&reply("events", json!({ "filter": filter })));
        let step = |id: Option<&str>, toward: &str| {
            let args = json!({ "id": id, "toward": toward, "filter": filter });
            reply("walk", args)["id"].as_str().map(str::to_owned)
        };
        let (mut walked, mut at) = (Vec::new(), None);
        while let Some(next) = step(at.as_deref(), "later") {
            walked.push(next.clone());
            at = Some(next);
        }
        assert_eq!(walked, all);
        for pair in all.windows(2) {
            assert_eq!(step(Some(&pair[1]), "earlier").as_ref(), Some(&pair[0]));
        }
        assert_eq!(step(None, "earlier"), all.last().cloned());
    }
}

#[test]
fn what_the_filter_hides_is_left_for_its_neighbors() {
    let severe = json!({ "severity_min": 4 });
    let passing = ids(&reply("events", json!({ "filter": severe })));
    let all = all();
    for (place, id) in all.iter().enumerate().filter(|it| !passing.contains(it.1)) {
        let step = |toward: &str| {
            reply(
                "walk",
                json!({ "id": id, "toward": toward, "filter": severe }),
            )["id"]
                .clone()
        };
        let later = all[place..].iter().find(|it| passing.contains(it));
        assert_eq!(step("later"), json!(later));
        let earlier = all[..place].iter().rev().find(|it| passing.contains(it));
        assert_eq!(step("earlier"), json!(earlier));
    }
}

#[test]
fn walking_down_the_lanes_and_up_again_stays_among_neighbors() {
    let session = sample();
    let workspace = session.workspace();
    let lane = |id: &str| {
        let event = workspace.event(id.parse().unwrap()).unwrap();
        event.severity
    };
    let start = all()[10].clone();
    let mut at = Some(start);
    let mut walked = Vec::new();
    while let Some(id) = at {
        walked.push(id.clone());
        let args = json!({ "id": id, "toward": "below", "lanes": "theme" });
        at = reply("walk", args)["id"].as_str().map(str::to_owned);
        assert!(walked.len() < 30, "lanes have an end");
    }
    assert!(walked.len() > 2, "{walked:?}");
    // Without lanes there is nothing above or below.
    let args = json!({ "id": walked[0], "toward": "below", "lanes": "none" });
    assert_eq!(reply("walk", args), Value::Null);
    assert!(lane(&walked[0]) > 0);
}

#[test]
fn of_some_events_those_that_are_there_are_told() {
    let all = all();
    let asked = json!({ "ids": [all[3], "999999", all[1]] });
    assert_eq!(reply("present", asked), json!([all[3], all[1]]));
}

#[test]
fn chosen_events_are_their_rows_and_the_filter_hides_the_rest() {
    let rows = reply("events", json!({}));
    let (first, second) = (&rows[3], &rows[0]);
    let wanted = json!([first["id"], second["id"]]);
    let both = reply("chosen", json!({ "ids": wanted }));
    assert_eq!(both, json!({ "rows": [first, second], "hidden": 0 }));
    let filter = json!({ "words": first["title"] });
    let one = reply("chosen", json!({ "ids": wanted, "filter": filter }));
    assert_eq!(one, json!({ "rows": [first], "hidden": 1 }));
}

#[test]
fn hits_of_all_bins_are_what_passes_and_has_a_start() {
    let filter = json!({ "words": "china" });
    let rows = reply("events", json!({ "filter": filter }));
    let args = json!({ "filter": filter, "from_days": 0.0, "to_days": 40_000.0, "bins": 80, "at": rows[2]["id"] });
    let hits = reply("hits", args);
    let of = |row: &Value| reply("row", json!({ "id": row["id"] }))["span_days"][0].as_f64();
    let starts: Vec<f64> = rows.as_array().unwrap().iter().filter_map(of).collect();
    assert!(starts.len() > 3, "{starts:?}");
    for (at, bin) in hits["bins"].as_array().unwrap().iter().enumerate() {
        let inside = |it: &&f64| (**it / 500.0).floor() as usize == at;
        assert_eq!(
            bin.as_u64(),
            Some(starts.iter().filter(inside).count() as u64),
            "bin {at}"
        );
    }
    assert_eq!(hits["total"], rows.as_array().unwrap().len());
    assert_eq!(hits["place"], 2);
    let turned = json!({ "from_days": 9.0, "to_days": 9.0, "bins": 1 });
    assert_eq!(
        ask("hits", turned).unwrap_err().code,
        FaultCode::BadArgument
    );
}

#[test]
fn what_is_chosen_spans_from_its_first_day_to_its_last() {
    let rows = reply("events", json!({}));
    let of = |row: &Value| reply("row", json!({ "id": row["id"] }))["span_days"].clone();
    let span = reply("span", json!({ "ids": [rows[5]["id"]] }));
    assert_eq!(json!([span["from_days"], span["to_days"]]), of(&rows[5]));
    let both = reply("span", json!({ "ids": [rows[20]["id"], rows[5]["id"]] }));
    assert_eq!(both["from_days"], of(&rows[5])[0]);
    let filter = json!({ "words": rows[5]["title"] });
    assert_eq!(reply("span", json!({ "filter": filter })), span);
    let passing = json!({ "ids": [rows[20]["id"], rows[5]["id"]], "filter": filter });
    assert_eq!(reply("passing", passing), json!([rows[5]["id"]]));
    assert_eq!(
        reply("span", json!({ "filter": { "words": "nowhere at all" } })),
        Value::Null
    );
}
