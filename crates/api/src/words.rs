//! Closed vocabularies of the boundary: words that choose how something is drawn, counted or written.

use ts_rs::TS;

use crate::Fault;

model::words! {
    /// What is drawn.
    #[derive(TS)]
    ChartKind, "chart" {
        /// Entries in lanes, true to time.
        Timeline = "timeline",
        /// What led to what, true to time.
        Causes = "causes",
        /// What leads to what, causes before effects.
        CauseMap = "cause-map",
        /// Themes or actors, and the links between them.
        Themes = "themes",
        /// The risk index over time, with series.
        Index = "index",
        /// An event study of a series.
        Study = "study",
        /// The index by theme and month.
        Heat = "heat",
        /// What may happen: likelihood against impact.
        Outlook = "outlook",
        /// Every chart but the study, one after the other.
        All = "all",
    }
}

model::words! {
    /// What the lanes of a timeline stand for.
    #[derive(Default, TS)]
    LanesBy, "way to group lanes" {
        /// The leading theme of an entry.
        #[default]
        Theme = "theme",
        /// Its category.
        Category = "category",
        /// Its leading actor.
        Actor = "actor",
        /// The country of its leading actor.
        Country = "country",
        /// Its status.
        Status = "status",
        /// One lane for all.
        None = "none",
    }
}

model::words! {
    /// The direction in which a cause map reads.
    #[derive(Default, TS)]
    Flow, "direction of a cause map" {
        /// The one that suits the shape of the room.
        #[default]
        Auto = "auto",
        /// From the top down.
        Down = "down",
        /// From left to right.
        Right = "right",
    }
}

model::words! {
    /// What the nodes of a map of groups stand for.
    #[derive(Default, TS)]
    GroupsBy, "way to group nodes" {
        /// Leading themes.
        #[default]
        Theme = "theme",
        /// Leading actors.
        Actor = "actor",
    }
}

model::words! {
    /// Whether the dates of cause and effect agree with a link.
    #[derive(TS)]
    DatesVerdict, "verdict on dates" {
        /// They agree, whatever loose dates mean exactly, or the type of the link demands no order.
        Fits = "fits",
        /// Loose or missing dates leave it open.
        NotKnown = "not-known",
        /// They rule the link out.
        Impossible = "impossible",
    }
}

model::words! {
    /// The scale of the risk index.
    #[derive(Default, TS)]
    Scale, "scale of the index" {
        /// Sums of weights.
        #[default]
        Weight = "weight",
        /// 100 is the mean of a base period.
        Base = "base",
        /// Standard deviations from the mean of a trailing window.
        Deviations = "deviations",
        /// Percent of the weight of all entries.
        Share = "share",
    }
}

model::words! {
    /// How far apart the rows of the risk index are.
    #[derive(Default, TS)]
    Step, "step of the index" {
        /// A row each day.
        #[default]
        Day = "day",
        /// The last day of each week.
        Week = "week",
        /// The last day of each month.
        Month = "month",
    }
}

model::words! {
    /// What a picture is written as.
    #[derive(TS)]
    Format, "format of a picture" {
        /// Pixels.
        Png = "png",
        /// Shapes and text.
        Svg = "svg",
        /// Pages.
        Pdf = "pdf",
    }
}

model::words! {
    /// A page that a picture is exported on.
    #[derive(TS)]
    Preset, "page" {
        /// A slide of 1,920 by 1,080 pixels.
        Slide = "slide",
        /// A slide of 3,840 by 2,160 pixels.
        Slide4k = "slide-4k",
        /// A4, the long side across.
        A4Landscape = "a4-landscape",
        /// A4, the long side up.
        A4Portrait = "a4-portrait",
        /// US Letter, the long side across.
        LetterLandscape = "letter-landscape",
        /// US Letter, the long side up.
        LetterPortrait = "letter-portrait",
        /// One column of a report, 85 mm wide.
        Column85 = "column-85",
        /// Two columns of a report, 180 mm wide.
        Column180 = "column-180",
        /// A poster of the size A1.
        Poster = "poster",
        /// A size of its own.
        Custom = "custom",
    }
}

/// The marks of the Traffic Light Protocol 2.0 (FIRST, 2022).
pub const TRAFFIC_LIGHT: [&str; 5] = [
    "TLP:CLEAR",
    "TLP:GREEN",
    "TLP:AMBER",
    "TLP:AMBER+STRICT",
    "TLP:RED",
];

/// A handling mark as it is drawn: one of the [`TRAFFIC_LIGHT`], however it is typed, or your own wording.
///
/// # Errors
/// A bad argument for what begins with TLP and is none of its marks.
pub fn handling_mark(words: &str) -> Result<String, Fault> {
    let words = words.trim();
    let upper = words.to_uppercase();
    if !upper.starts_with("TLP") {
        return Ok(words.to_owned());
    }
    let color = upper
        .trim_start_matches("TLP")
        .trim_start_matches([':', ' ', '-']);
    let mark = TRAFFIC_LIGHT
        .iter()
        .find(|it| it.ends_with(&format!(":{color}")));
    mark.map(|it| (*it).to_owned()).ok_or_else(|| {
        let words: String = words.chars().take(40).collect();
        Fault::argument("handling", format!("\"{words}\" is not a TLP 2.0 marking")).help(format!(
            "use {}, or your own wording",
            TRAFFIC_LIGHT.join(", ")
        ))
    })
}
