//! Pictures beside those of every chart on every page: unusual text and colors, and the forms that charts of relations take.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{built, cargo, finish};

/// Timelines: a name, and the arguments.
pub(super) const TIMELINES: [(&str, &[&str]); 7] = [
    ("dark.png", &["--theme", "dark", "--logo"]),
    (
        "transparent.png",
        &["--transparent", "--preset", "column-180"],
    ),
    (
        "chinese.png",
        &[
            "--title",
            "中美贸易谈判在伦敦举行，双方就稀土出口与关税达成框架协议：2025年六月大事记",
        ],
    ),
    (
        "arabic.png",
        &[
            "--title",
            "محادثات أمريكية إيرانية في مسقط حول البرنامج النووي (2025)",
            "--subtitle",
            "كل الأحداث",
        ],
    ),
    (
        "cyrillic-emoji.png",
        &[
            "--title",
            "Переговоры в Женеве 🤝 и рынки 📈 🇨🇳 🛢️ в июне 2025 года",
        ],
    ),
    (
        "outlines.svg",
        &["--outlines", "--title", "谈判 محادثات 🤝"],
    ),
    ("sheets.pdf", &["--preset", "a4-landscape"]),
];

/// Charts of relations: a name, the chart, and its arguments.
pub(super) const RELATIONS: [(&str, &str, &[&str]); 8] = [
    ("causes-in-order.png", "causes", &["--order"]),
    ("themes-matrix.png", "themes", &["--matrix"]),
    ("actors.png", "themes", &["--by", "actor"]),
    (
        "actors-matrix.png",
        "themes",
        &["--by", "actor", "--matrix"],
    ),
    ("path.png", "cause-map", &["--highlight", "path:E01..E32"]),
    ("why.png", "causes", &["--highlight", "why:E21", "--order"]),
    ("folded.png", "cause-map", &["--fold", "E03"]),
    (
        "timeline-links.png",
        "timeline",
        &["--links", "--preset", "a4-landscape"],
    ),
];

/// The cause map of many events.
pub(super) const MANY: &str = "cause-map-120.png";

/// The names of all of them.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let timelines = TIMELINES.iter().map(|it| it.0);
    let relations = RELATIONS.iter().map(|it| it.0);
    timelines.chain(relations).chain([MANY])
}

/// A workspace of 120 made-up events that all have links.
pub(super) fn linked(folder: &Path) -> Result<PathBuf> {
    let build = [
        "build",
        "--release",
        "--package",
        "bench",
        "--example",
        "synth",
    ];
    finish(&mut cargo(&build))?;
    let file = folder.join("linked.faultline");
    finish(
        Command::new(built("examples/synth"))
            .args(["120", "1"])
            .arg(&file)
            .arg("--linked"),
    )?;
    Ok(file)
}
