//! Golden pictures of the sample's timeline: five zooms, three kinds of lanes, light and dark. Look at
//! `target/goldens/report.html` before renewing them with `FAULTLINE_UPDATE=1 cargo test -p app goldens`.

use chart::{Lanes, LanesBy, Look, Timeline, TimelineView, Window};
use goldens::differs;
use model::Workspace;
use scene::Theme;
use scene::png::Raster;
use scene::svg::SvgOptions;

/// A pixel for each of the drawing's.
const ONCE: Raster = Raster {
    scale: 1.0,
    px_per_inch: None,
};

use super::sample;

/// A first and a last day, as written.
pub(super) type Days = (&'static str, &'static str);

/// From ten years to one day; `None` is what fits.
pub(super) const ZOOMS: [(&str, Option<Days>); 5] = [
    ("decade", Some(("2015-01-01", "2027-01-01"))),
    ("fit", None),
    ("quarter", Some(("2025-04-01", "2025-07-01"))),
    ("fortnight", Some(("2025-06-01", "2025-06-15"))),
    ("day", Some(("2025-06-10", "2025-06-11"))),
];
/// Width at which they are kept: half of that at which they are drawn.
const WIDTH_PX: f32 = 450.0;
const LANES: [LanesBy; 3] = [LanesBy::Theme, LanesBy::Category, LanesBy::None];

#[test]
fn the_timeline_looks_as_it_was_reviewed() {
    let session = sample();
    let workspace = session.workspace();
    let options = SvgOptions {
        width_px: Some(WIDTH_PX),
        ..SvgOptions::default()
    };
    let mut stale = Vec::new();
    for lanes in LANES {
        let mut timeline = Timeline::new(workspace, lanes, workspace.as_of, |_| true);
        for (zoom, days) in ZOOMS {
            for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                let picture = timeline.draw(workspace, &view(days, theme));
                let svg = scene::svg::write(&scene::wire::encode(&picture.scene), &options);
                let svg = svg.expect("the picture is written");
                let png = scene::png::from_svg(&svg, ONCE).expect("the picture is drawn");
                stale.extend(differs(
                    "timeline",
                    &format!("{lanes}-{zoom}-{name}.png"),
                    &png,
                ));
            }
        }
    }
    stale.extend(courses(workspace, &options));
    assert!(
        stale.is_empty(),
        "look at target/goldens/report.html, then FAULTLINE_UPDATE=1 cargo test -p app goldens: {stale:?}"
    );
}

/// What followed from two triggers, side by side.
fn courses(workspace: &Workspace, options: &SvgOptions) -> Vec<String> {
    let id = |handle: &str| workspace.events.iter().find(|it| it.handle == handle);
    let since = ["E01", "E03"].iter().filter_map(|it| Some(id(it)?.id));
    let lanes = Lanes {
        since: since.collect(),
        ..Lanes::default()
    };
    let mut timeline = Timeline::new(workspace, lanes, workspace.as_of, |_| true);
    let mut stale = Vec::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let picture = timeline.draw(workspace, &view(None, theme));
        let svg = scene::svg::write(&scene::wire::encode(&picture.scene), options);
        let png = scene::png::from_svg(&svg.expect("it is written"), ONCE).expect("it is drawn");
        stale.extend(differs("timeline", &format!("since-fit-{name}.png"), &png));
    }
    stale
}

fn view(days: Option<Days>, theme: Theme) -> TimelineView<'static> {
    TimelineView {
        look: Look {
            width_px: 900.0,
            height_px: 620.0,
            theme,
            scroll_px: 0.0,
            fit: chart::Fit::Grows,
            is_page: false,
        },
        window: days.map(|(from, to)| Window {
            from_days: day(from),
            to_days: day(to),
        }),
        selected: None,
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    }
}

/// When a day begins, in days since 1970-01-01.
pub(super) fn day(iso: &str) -> f64 {
    let date = model::FuzzyDate::from_edtf(iso).expect("it is EDTF");
    let first = date.bounds.start_earliest;
    first.expect("a day has a beginning").from_days()
}
