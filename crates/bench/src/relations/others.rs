//! Graphviz and ELK on the boxes of our cause map: the size of letters at which their drawing fits the same room.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::boxes::{Boxes, LETTERS_PX};

/// Graphviz measures in inches of so many points.
const PER_INCH: f32 = 72.0;
/// Gaps that are tried, between boxes and between rows, in pixels of a slide: those of our picture, and graphviz's own.
const GAPS_PX: [(f32, f32); 2] = [(22.5, 34.0), (18.0, 36.0)];
/// Runs ELK with each of its options and prints what was given as a line of JSON: name, width, height.
const ELK: &str = include_str!("elk.mjs");

/// A layout of another program: how it was asked for, and the letters that fit.
pub(super) struct Other {
    pub(super) way: String,
    pub(super) letters_px: f32,
}

impl Boxes {
    fn letters_px(&self, (width, height): (f32, f32)) -> f32 {
        LETTERS_PX * (self.room_px[0] / width).min(self.room_px[1] / height)
    }
}

/// The best of graphviz's `dot` in either direction; `None` if it is not there.
pub(super) fn dot(boxes: &Boxes) -> Option<Other> {
    let mut best: Option<Other> = None;
    for direction in ["TB", "LR"] {
        for gaps in GAPS_PX {
            let size = run(Command::new("dot").arg("-Tplain"), &source(boxes, direction, gaps))?;
            let mut numbers = size.lines().next()?.split(' ').skip(2);
            let mut side = || numbers.next()?.parse::<f32>().ok().map(|it| it * PER_INCH);
            let letters_px = boxes.letters_px((side()?, side()?));
            if best.as_ref().is_none_or(|it| it.letters_px < letters_px) {
                let way = format!("rankdir={direction}");
                best = Some(Other { way, letters_px });
            }
        }
    }
    best
}

fn source(boxes: &Boxes, direction: &str, (node_px, rank_px): (f32, f32)) -> String {
    let mut source = format!(
        "digraph {{ rankdir={direction}; nodesep={}; ranksep={}; node [shape=box, fixedsize=true, label=\"\"];\n",
        node_px / PER_INCH,
        rank_px / PER_INCH
    );
    for (at, (width, height)) in boxes.sizes_px.iter().enumerate() {
        let _ = writeln!(
            source,
            "n{at} [width={}, height={}];",
            width / PER_INCH,
            height / PER_INCH
        );
    }
    for (from, to) in &boxes.links {
        let _ = writeln!(source, "n{from} -> n{to};");
    }
    source + "}\n"
}

/// The best of ELK's layered layouts over directions and ways of wrapping; `folder` has `node_modules/elkjs`. `None` if it
/// cannot be run.
pub(super) fn elk(boxes: &Boxes, folder: &Path) -> Option<Other> {
    let script = folder.join("relations.mjs");
    std::fs::write(&script, ELK).ok()?;
    let asked = json!({
        "aspect": boxes.room_px[0] / boxes.room_px[1],
        "gaps": GAPS_PX,
        "sizes": boxes.sizes_px,
        "links": boxes.links,
    });
    let said = run(Command::new("node").arg(&script), &asked.to_string())?;
    let all: Vec<Value> = serde_json::from_str(&said).ok()?;
    let others = all.iter().filter_map(|it| {
        let side = |at: usize| it[at].as_f64().map(|it| it as f32);
        Some(Other {
            way: it[0].as_str()?.to_owned(),
            letters_px: boxes.letters_px((side(1)?, side(2)?)),
        })
    });
    others.max_by(|a, b| a.letters_px.total_cmp(&b.letters_px))
}

/// What a program says to `input`; `None` if it cannot be started or fails.
fn run(command: &mut Command, input: &str) -> Option<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(input.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fit_the_tighter_side() {
        let boxes = Boxes {
            sizes_px: vec![(100.0, 40.0), (200.0, 20.0)],
            links: vec![(0, 1)],
            room_px: [1800.0, 900.0],
        };
        assert_eq!(boxes.letters_px((900.0, 900.0)), 18.0);
        assert_eq!(boxes.letters_px((3600.0, 900.0)), 9.0);
        assert!(source(&boxes, "TB", GAPS_PX[0]).contains("n0 -> n1"));
    }
}
