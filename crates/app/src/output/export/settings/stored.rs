//! Named settings as they are stored in a workspace: JSON with a version, so that older ones are read and newer ones are
//! refused by name.

use api::bounds::Bounded as _;
use api::dto::{ExportArgs, ExportSetting};
use api::words::Flow;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::flat::Flat;

/// The version that is written. Without a version stands the [flat form](super::flat).
const VERSION: u64 = 3;
/// The version in which a cause map read from the top down, or from left to right.
const WITH_DOWN: u64 = 2;

/// What is written.
#[derive(Serialize)]
struct Stored<'a> {
    version: u64,
    args: &'a ExportArgs,
}

/// What was written before there were versions.
#[derive(Deserialize)]
struct FirstForm {
    view: String,
    args: Flat,
}

/// The text that is stored for settings.
pub(super) fn text_of(args: &ExportArgs) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Stored {
        version: VERSION,
        args,
    })
}

/// The settings of this name from their text, or why they cannot be read: one sentence without a full stop.
pub(super) fn read(name: &str, text: &str) -> Result<ExportSetting, String> {
    let value: Value = serde_json::from_str(text).map_err(|_| damaged())?;
    let args = match value.get("version").and_then(Value::as_u64) {
        None => {
            let first: FirstForm = serde_json::from_value(value).map_err(|_| damaged())?;
            first
                .args
                .for_chart(&first.view)
                .map_err(|fault| fault.message)?
        }
        Some(version @ WITH_DOWN..=VERSION) => {
            let mut args = value.get("args").cloned().unwrap_or_default();
            if version == WITH_DOWN {
                put_flow(&mut args);
            }
            serde_json::from_value(args).map_err(|error| error.to_string())?
        }
        Some(version) => {
            return Err(format!(
                "they were saved by a newer version of Faultline (form {version}; this one reads up to {VERSION})"
            ));
        }
    };
    let name = name.to_owned();
    let setting = ExportSetting { name, args };
    setting.check_bounds().map_err(|fault| fault.message)?;
    Ok(setting)
}

/// Turns `down` of a cause map into its flow. That it did not read from the top down was usual, not chosen.
fn put_flow(args: &mut Value) {
    let chart = args.get_mut("chart").and_then(|it| it.get_mut("chart"));
    let map = chart.and_then(|it| match it.get("kind").and_then(Value::as_str) {
        Some("cause-map") => Some(it),
        Some("all") => it.get_mut("cause_map"),
        _ => None,
    });
    let Some(map) = map.and_then(Value::as_object_mut) else {
        return;
    };
    if map.remove("down") == Some(Value::Bool(true)) {
        map.insert(String::from("flow"), Flow::Down.word().into());
    }
}

fn damaged() -> String {
    String::from("their text in the file is damaged")
}

#[cfg(test)]
mod tests {
    use api::dto::Chart;
    use api::words::{ChartKind, Flow, Preset, Scale};

    use super::{read, text_of};

    /// As this program stored them before they had a version, with an empty word for what was usual.
    const FIRST: &str = r#"{"name":"Weekly","view":"layers","args":{"preset":"a4-landscape","size_px":null,"format":"pdf",
        "scale":1.0,"theme":"print","transparent":false,"outlines":false,"tiles":false,"from_days":20200.0,
        "to_days":20300.0,"lanes":"","arrange":{"fold":[],"by_first":false,"since":[]},"collapse":false,"steps":null,
        "links":false,"filter":{"themes":["3"],"statuses":["planned"],"severity_min":2,"actors":[],"places":[],
        "sources":[],"categories":[],"kinds":[],"tags":[],"from":"2025-06-01","to":null,"words":"","found":"",
        "layers":["1"]},"theme_lanes":false,"down":true,"implied":true,"collapsed":["3"],"by":"","wholes":false,
        "at":{"x_px":10.0,"y_px":20.0,"zoom":1.5},"seen_px":[900.0,700.0],"near":{"ids":["12"],"steps":2},
        "scaling":{"scale":"","base_from":null,"base_to":null,"window_days":null,"known_on":null},"series":[],
        "study":null,"since":null,"selected":"12","as_of":"2025-06-11","overview":false,"title":"Weekly",
        "subtitle":null,"note":null,"handling":"TLP:GREEN","logo":true}}"#;

    #[test]
    fn settings_of_the_first_form_are_read() {
        let setting = read("Weekly", FIRST).unwrap();
        let (page, chart) = (&setting.args.page, &setting.args.chart);
        assert_eq!(page.preset, Some(Preset::A4Landscape));
        assert_eq!((page.title.as_deref(), page.logo), (Some("Weekly"), true));
        assert_eq!(chart.window.from_days, Some(20200.0));
        assert_eq!(chart.filter.from.unwrap().to_string(), "2025-06-01");
        assert_eq!(chart.as_of.as_deref(), Some("2025-06-11"));
        assert_eq!(chart.look.unwrap().width_px, 900.0);
        let Chart::CauseMap(map) = &chart.chart else {
            panic!("{:?}", chart.chart);
        };
        assert!(map.flow == Flow::Down && map.implied);
        assert_eq!((map.at.unwrap().zoom, map.near.steps), (1.5, 2));
        let again = read("Weekly", &text_of(&setting.args).unwrap()).unwrap();
        assert_eq!(again, setting);
    }

    #[test]
    fn settings_of_the_second_form_are_read() {
        let text = |chart: &str| {
            format!(r#"{{"version":2,"args":{{"page":{{}},"chart":{{"chart":{chart}}}}}}}"#)
        };
        let flow = |chart: &str| match read("Weekly", &text(chart)).unwrap().args.chart.chart {
            Chart::CauseMap(map) => map.flow,
            Chart::All(all) => all.cause_map.flow,
            other => panic!("{other:?}"),
        };
        assert_eq!(flow(r#"{"kind":"cause-map","down":true}"#), Flow::Down);
        assert_eq!(flow(r#"{"kind":"cause-map","down":false}"#), Flow::Auto);
        assert_eq!(flow(r#"{"kind":"cause-map"}"#), Flow::Auto);
        let all = r#"{"kind":"all","cause_map":{"down":true,"implied":true}}"#;
        assert_eq!(flow(all), Flow::Down);
        let refused = read("Weekly", &text(r#"{"kind":"causes","down":true}"#));
        assert!(refused.unwrap_err().contains("down"));
    }

    #[test]
    fn what_is_new_comes_back() {
        let text = r#"{"version":3,"args":{"page":{"sources_page":true},"chart":{"chart":{"kind":"cause-map","flow":"right",
            "folded":["7"]},"highlight":{"answer":"path","from":"1","to":"2"}}}}"#;
        let setting = read("Weekly", text).unwrap();
        let Chart::CauseMap(map) = &setting.args.chart.chart else {
            panic!("{:?}", setting.args.chart.chart);
        };
        assert_eq!((map.flow, map.folded.len()), (Flow::Right, 1));
        assert!(setting.args.chart.highlight.is_some() && setting.args.page.sources_page);
        let again = read("Weekly", &text_of(&setting.args).unwrap()).unwrap();
        assert_eq!(again, setting);
    }

    #[test]
    fn every_chart_of_the_first_form_is_read() {
        for (view, kind) in [
            ("timeline", ChartKind::Timeline),
            ("causes", ChartKind::Causes),
            ("layers", ChartKind::CauseMap),
            ("themes", ChartKind::Themes),
            ("index", ChartKind::Index),
            ("heat", ChartKind::Heat),
            ("outlook", ChartKind::Outlook),
            ("all", ChartKind::All),
        ] {
            let text = FIRST.replace("layers\",\"args", &format!("{view}\",\"args"));
            let read = read("Weekly", &text).unwrap_or_else(|it| panic!("{view}: {it}"));
            assert_eq!(read.args.chart.chart.kind(), kind);
        }
        let text = FIRST
            .replace("layers\",\"args", "index\",\"args")
            .replace("\"scale\":\"\"", "\"scale\":\"deviations\"");
        let Chart::Index(index) = read("Weekly", &text).unwrap().args.chart.chart else {
            panic!("it is an index");
        };
        assert_eq!(index.scaling.scale, Scale::Deviations);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (text, why) in [
            ("{", "damaged"),
            (r#"{"version":4,"args":{}}"#, "newer version"),
            (
                r#"{"version":2,"args":{"page":{}}}"#,
                "missing field `chart`",
            ),
            (
                r#"{"name":"a","view":"globe","args":{}}"#,
                "no chart \"globe\"",
            ),
            (
                r#"{"name":"a","view":"study","args":{}}"#,
                "do not name a study",
            ),
        ] {
            let said = read("a", text).unwrap_err();
            assert!(said.contains(why), "{text}: {said}");
        }
    }
}
