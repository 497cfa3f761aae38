//! The fields that place a new event in a lane of the timeline.

use api::Fault;
use api::dto::{InLane, InLaneArgs, SetField, Way};
use api::words::LanesBy;
use model::{Actor, Workspace};
use serde_json::{Value, json};

use crate::session::Session;

/// The `in_lane` verb.
pub(crate) fn in_lane(session: &Session, args: InLaneArgs) -> Result<InLane, Fault> {
    let by = args.lanes;
    let lane = args.lane.as_str();
    if by == LanesBy::None {
        return Ok(of(String::new(), None));
    }
    if lane.is_empty() {
        return Ok(of(format!("Without a {by}"), None));
    }
    found(session.workspace(), by, lane).ok_or_else(|| {
        let word: String = lane.chars().take(40).collect();
        Fault::argument("lane", format!("there is no lane \"{word}\""))
            .help("give the handle, code or word of the lane")
    })
}

/// The lane of this handle, code or word; `None` where there is none.
fn found(workspace: &Workspace, by: LanesBy, lane: &str) -> Option<InLane> {
    let (name, field, value) = match by {
        LanesBy::Theme => {
            let theme = workspace.themes.iter().find(|it| it.handle == lane)?;
            (&theme.name, "themes", json!([theme.id.to_string()]))
        }
        LanesBy::Category => {
            let category = workspace.categories.iter().find(|it| it.handle == lane)?;
            (&category.name, "category", json!(category.id.to_string()))
        }
        LanesBy::Actor => {
            let actor = workspace.actors.iter().find(|it| it.handle == lane)?;
            (&actor.name, "actors", json!([actor.id.to_string()]))
        }
        LanesBy::Country => {
            let actor = of_country(workspace, lane)?;
            (&actor.name, "actors", json!([actor.id.to_string()]))
        }
        LanesBy::Status => {
            let status: model::Status = lane.parse().ok()?;
            let words = format!("With the status {status}");
            return Some(of(words, Some(("status", json!(status.word())))));
        }
        LanesBy::None => return None,
    };
    let words = match by {
        LanesBy::Actor | LanesBy::Country => format!("With the actor {name}"),
        _ => format!("In the {by} {name}"),
    };
    Some(of(words, Some((field, value))))
}

/// The actor that is the country itself, as its lane is named by; else the first that belongs to it.
fn of_country<'a>(workspace: &'a Workspace, code: &str) -> Option<&'a Actor> {
    let mut all = workspace.actors.iter();
    let itself = all.find(|it| it.country == code && it.parent.is_none());
    itself.or_else(|| {
        let mut all = workspace.actors.iter();
        all.find(|it| workspace.country_of(it.id) == code)
    })
}

fn of(words: String, field: Option<(&str, Value)>) -> InLane {
    let set = field.map(|(field, value)| SetField {
        field: field.to_owned(),
        way: Way::Set,
        value,
    });
    InLane {
        words,
        set: set.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use scene::HitKind;
    use serde_json::{Value, json};

    use crate::call;
    use crate::session::Session;
    use api::FaultCode;
    use api::words::LanesBy;

    fn asked(session: &mut Session, lanes: &str, lane: &str) -> Result<Value, api::Fault> {
        call(session, "in_lane", json!({ "lanes": lanes, "lane": lane }))
    }

    fn drawn(session: &Session, lanes: &str) -> chart::Picture {
        let args = json!({ "width_px": 1200.0, "height_px": 6000.0, "lanes": lanes });
        let args = serde_json::from_value(crate::tests::chart_args("timeline", &args)).unwrap();
        crate::draw::picture::chart(session, args).unwrap().picture
    }

    fn fixture() -> (tempfile::TempDir, Session) {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::new_sample(folder.path().join("a.faultline")).unwrap();
        (folder, session)
    }

    #[test]
    fn a_lane_is_told_in_words() {
        let (_folder, mut session) = fixture();
        for (lanes, lane, words, field) in [
            ("theme", "tariffs", "In the theme Tariffs", "themes"),
            ("theme", "", "Without a theme", ""),
            (
                "category",
                "trade-talks",
                "In the category Trade talks",
                "category",
            ),
            ("category", "", "Without a category", ""),
            ("actor", "US", "With the actor United States", "actors"),
            (
                "actor",
                "centcom",
                "With the actor US Central Command",
                "actors",
            ),
            ("country", "IR", "With the actor Iran", "actors"),
            ("country", "", "Without a country", ""),
            ("status", "planned", "With the status planned", "status"),
            ("none", "all", "", ""),
        ] {
            let told = asked(&mut session, lanes, lane).unwrap();
            assert_eq!(told["words"], words, "{lanes} {lane}");
            let set = told["set"][0]["field"].as_str().unwrap_or_default();
            assert_eq!(set, field, "{lanes} {lane}");
        }
        for (lanes, lane, field) in [
            ("theme", "nowhere", "lane"),
            ("country", "XX", "lane"),
            ("status", "done", "lane"),
            ("color", "red", "lanes"),
        ] {
            let fault = asked(&mut session, lanes, lane).unwrap_err();
            assert_eq!(fault.code, FaultCode::BadArgument);
            assert_eq!(fault.field.as_deref(), Some(field), "{lanes} {lane}");
        }
    }

    /// What is added with the fields of a lane is drawn in that lane, for every lane of the sample and every way to make lanes.
    #[test]
    fn what_is_added_in_a_lane_is_drawn_there() {
        let (_folder, mut session) = fixture();
        for by in LanesBy::ALL {
            let lanes = by.word();
            let hits = drawn(&session, lanes).scene.hits;
            let all: Vec<String> = hits
                .iter()
                .filter(|it| it.kind == HitKind::Lane)
                .map(|it| it.id.clone())
                .collect();
            assert!(!all.is_empty(), "{lanes}");
            for lane in all {
                let mut set = asked(&mut session, lanes, &lane).unwrap()["set"].take();
                let own = [
                    json!({ "field": "title", "value": format!("In {lane}") }),
                    json!({ "field": "date", "value": "4 June 2025" }),
                    json!({ "field": "severity", "value": 5 }),
                ];
                set.as_array_mut().unwrap().extend(own);
                let done = call(&mut session, "add_event", json!({ "set": set })).unwrap();
                let id = done["added"][0]["id"].as_str().unwrap().to_owned();
                let hits = drawn(&session, lanes).scene.hits;
                let header = hits
                    .iter()
                    .find(|it| it.kind == HitKind::Lane && it.id == lane)
                    .unwrap();
                let mark = hits
                    .iter()
                    .find(|it| it.kind == HitKind::Event && it.id == id)
                    .unwrap_or_else(|| panic!("{lanes} {lane}: not drawn"));
                let middle = mark.y + mark.height / 2.0;
                assert!(
                    middle > header.y && middle < header.y + header.height,
                    "{lanes} {lane:?}: drawn at {middle}, the lane is {} to {}",
                    header.y,
                    header.y + header.height
                );
                call(&mut session, "undo", json!({})).unwrap();
            }
        }
    }
}
