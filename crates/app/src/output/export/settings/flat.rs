//! Settings as they were stored before they had a version: one flat list for every chart, of which each used its part.

use api::Fault;
use api::dto::{
    AllCharts, Arrange, CauseMapChart, CausesChart, Chart, ChartArgs, ExportArgs, Filter, Focus,
    HeatChart, IndexChart, Look, MapAt, Near, OutlookChart, PageOptions, PaletteWord, Scaling,
    StudyArgs, StudyChart, ThemesChart, TimeWindow, TimelineChart,
};
use api::words::{Flow, Format, GroupsBy, LanesBy, Preset, Scale};
use model::EventId;
use serde::{Deserialize, Deserializer};

/// Everything that the flat form knew.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Flat {
    preset: Option<Preset>,
    size_px: Option<[f32; 2]>,
    format: Option<Format>,
    scale: Option<f32>,
    theme: PaletteWord,
    transparent: bool,
    outlines: bool,
    tiles: bool,
    from_days: Option<f64>,
    to_days: Option<f64>,
    #[serde(deserialize_with = "or_usual")]
    lanes: LanesBy,
    arrange: Arrange,
    collapse: bool,
    steps: Option<u8>,
    links: bool,
    filter: Filter,
    theme_lanes: bool,
    down: bool,
    implied: bool,
    collapsed: Vec<model::ThemeId>,
    #[serde(deserialize_with = "or_usual")]
    by: GroupsBy,
    wholes: bool,
    at: Option<MapAt>,
    seen_px: Option<[f32; 2]>,
    near: Near,
    scaling: FlatScaling,
    series: Vec<String>,
    study: Option<StudyArgs>,
    since: Option<String>,
    selected: Option<EventId>,
    as_of: Option<String>,
    overview: bool,
    title: Option<String>,
    subtitle: Option<String>,
    note: Option<String>,
    handling: Option<String>,
    logo: bool,
}

/// As [`Scaling`], with an empty word for the usual scale.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FlatScaling {
    #[serde(deserialize_with = "or_usual")]
    scale: Scale,
    base_from: Option<String>,
    base_to: Option<String>,
    window_days: Option<u32>,
    known_on: Option<String>,
}

/// An empty word stood for the usual one.
fn or_usual<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + std::str::FromStr<Err = model::UnknownWord>,
{
    let word = String::deserialize(from)?;
    match word.as_str() {
        "" => Ok(T::default()),
        word => word.parse().map_err(serde::de::Error::custom),
    }
}

impl Flat {
    /// What they ask for, as it is asked now, of the chart that was called `view`.
    pub(super) fn for_chart(self, view: &str) -> Result<ExportArgs, Fault> {
        let has_window = !matches!(view, "themes" | "study" | "outlook");
        let has_as_of = !matches!(view, "themes" | "study" | "heat" | "outlook");
        let look = self.seen_px.map(|[width_px, height_px]| Look {
            width_px,
            height_px,
            theme: self.theme,
            scroll_px: 0.0,
            legend_width_px: None,
        });
        let window = TimeWindow {
            from_days: self.from_days,
            to_days: self.to_days,
        };
        let page = PageOptions {
            preset: self.preset,
            size_px: self.size_px,
            format: self.format,
            scale: self.scale,
            theme: self.theme,
            transparent: self.transparent,
            outlines: self.outlines,
            tiles: self.tiles,
            sources_page: false,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            note: self.note.clone(),
            handling: self.handling.clone(),
            logo: self.logo,
        };
        let focus = Focus {
            selected: self.selected,
            ..Focus::default()
        };
        let (filter, as_of) = (
            self.filter.clone(),
            self.as_of.clone().filter(|_| has_as_of),
        );
        Ok(ExportArgs {
            page,
            chart: ChartArgs {
                look,
                window: if has_window {
                    window
                } else {
                    TimeWindow::default()
                },
                focus,
                highlight: None,
                filter,
                as_of,
                chart: self.chart(view)?,
            },
        })
    }

    fn chart(self, view: &str) -> Result<Chart, Fault> {
        if view == "study" {
            let study = self
                .study
                .ok_or_else(|| Fault::argument("study", "the settings do not name a study"))?;
            return Ok(Chart::Study(StudyChart { study }));
        }
        let all = self.each();
        Ok(match view {
            "timeline" => Chart::Timeline(all.timeline),
            "causes" => Chart::Causes(all.causes),
            "layers" => Chart::CauseMap(all.cause_map),
            "themes" => Chart::Themes(all.themes),
            "index" => Chart::Index(all.index),
            "heat" => Chart::Heat(all.heat),
            "outlook" => Chart::Outlook(all.outlook),
            "all" => Chart::All(Box::new(all)),
            _ => {
                let view: String = view.chars().take(40).collect();
                let message = format!("there is no chart \"{view}\"");
                return Err(Fault::argument("view", message));
            }
        })
    }

    fn each(self) -> AllCharts {
        AllCharts {
            timeline: TimelineChart {
                lanes: self.lanes,
                arrange: self.arrange,
                collapse: self.collapse,
                steps: self.steps,
                links: self.links,
                overview: self.overview,
            },
            causes: CausesChart {
                near: self.near.clone(),
                theme_lanes: self.theme_lanes,
                order: false,
            },
            cause_map: CauseMapChart {
                near: self.near.clone(),
                at: self.at,
                flow: if self.down { Flow::Down } else { Flow::Auto },
                implied: self.implied,
                collapsed: self.collapsed,
                folded: Vec::new(),
            },
            themes: ThemesChart {
                near: self.near,
                at: self.at,
                by: self.by,
                wholes: self.wholes,
                hovered: None,
                matrix: false,
            },
            heat: HeatChart {
                known_on: self.scaling.known_on.clone(),
            },
            index: IndexChart {
                scaling: Scaling {
                    scale: self.scaling.scale,
                    base_from: self.scaling.base_from,
                    base_to: self.scaling.base_to,
                    window_days: self.scaling.window_days,
                    known_on: self.scaling.known_on,
                },
                series: self.series,
                at: None,
                strip_left_px: None,
            },
            outlook: OutlookChart { since: self.since },
        }
    }
}
