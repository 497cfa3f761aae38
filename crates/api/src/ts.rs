//! What TypeScript calls the model's ids and words. The model knows no TypeScript; fields of the boundary name these by
//! `#[ts(as = "…")]`.

use std::fmt::Display;
use std::path::PathBuf;

use ts_rs::{Config, TS};

/// A union of the words of a vocabulary: `"low" | "high"`.
fn union(words: &[impl Display]) -> String {
    let quoted: Vec<String> = words.iter().map(|it| format!("\"{it}\"")).collect();
    quoted.join(" | ")
}

macro_rules! named {
    ($($name:ident: $doc:literal = $inline:expr;)*) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn docs() -> Option<String> {
                Some(format!("/**\n * {}\n */\n", $doc))
            }

            fn name(_: &Config) -> String {
                String::from(stringify!($name))
            }

            fn inline(_: &Config) -> String {
                $inline
            }

            fn decl(config: &Config) -> String {
                format!("type {} = {};", stringify!($name), Self::inline(config))
            }

            fn decl_concrete(config: &Config) -> String {
                Self::decl(config)
            }

            fn output_path() -> Option<PathBuf> {
                Some(PathBuf::from("model.ts"))
            }
        }
    )*};
}

named! {
    EventId: "Identity of an event." = String::from("string");
    LinkId: "Identity of a link." = String::from("string");
    ThemeId: "Identity of a theme." = String::from("string");
    CategoryId: "Identity of a category." = String::from("string");
    ActorId: "Identity of an actor." = String::from("string");
    PlaceId: "Identity of a place." = String::from("string");
    SourceId: "Identity of a source." = String::from("string");
    CitationId: "Identity of a citation." = String::from("string");
    ClaimId: "Identity of a claim." = String::from("string");
    DatasetId: "Identity of a dataset." = String::from("string");
    SeriesId: "Identity of a series." = String::from("string");
    Day: "A civil day, ISO 8601." = String::from("string");
    Kind: "Kind of entry." = union(model::Kind::ALL);
    Status: "Status: happened, planned and so on." = union(model::Status::ALL);
    Tone: "Escalatory, de-escalatory or neutral." = union(model::Tone::ALL);
    Confidence: "Confidence in a judgment." = union(model::Confidence::ALL);
    Strength: "How strong a link is." = union(model::Strength::ALL);
    Basis: "What a link is based on." = union(model::Basis::ALL);
    Sign: "Whether the cause increases or decreases the effect." = union(model::Sign::ALL);
    Stance: "Whether a source speaks for or against." = union(model::Stance::ALL);
    Reliability: "Admiralty grade of a source." = union(model::Reliability::ALL);
    Credibility: "Admiralty grade of a statement." = union(model::Credibility::ALL);
    Measure: "What the numbers of a series are." = union(model::Measure::ALL);
    Board: "A chart on which nodes are pinned." = union(model::Board::ALL);
}
