//! Marks of events and signs of links for the lists of the window, drawn by the code that draws them in charts and kept in a
//! generated file that the window reads. Stands here because bands are the timeline's own.

use std::fmt::Write as _;
use std::path::PathBuf;

use model::date::End;
use model::{Confidence, Kind, Link, LinkType, OrderRule, Sign, Status, Tone, WhatIf, Workspace};
use scene::{Dash, Item, Paint, Palette, Path, Rgba, Segment, Theme};

use super::band::Band;
use crate::extent::Edge;
use crate::links::{self, Emphasis, Style};
use crate::marks::Glyph;

/// Stands for whatever an icon lies on.
const BACKGROUND: Rgba = Rgba(1, 2, 3, 255);
/// Severity of the mark that fits into a line of text.
const SEVERITY: u8 = 2;
/// Side of the box of a mark.
const MARK_PX: f32 = 16.0;
/// Side of the box of a band, which is drawn smaller for it.
const BAND_BOX_PX: f32 = 26.0;
/// Width and height of the box of a link.
const LINK_PX: [f32; 2] = [46.0, 16.0];

/// Names of the colors that occur, as the table of tokens has them.
fn colors() -> Vec<(Rgba, &'static str)> {
    let it = Palette::of(Theme::Light);
    vec![
        (BACKGROUND, "icon-background"),
        (it.surface_canvas, "icon-background"),
        (it.escalatory, "escalatory"),
        (it.escalatory_tint, "escalatory-tint"),
        (it.deescalatory, "deescalatory"),
        (it.deescalatory_tint, "deescalatory-tint"),
        (it.neutral, "neutral"),
        (it.neutral_tint, "neutral-tint"),
        (it.text_tertiary, "text-tertiary"),
        (it.link_plus, "link-plus"),
        (it.link_minus, "link-minus"),
        (it.link_zero, "link-zero"),
    ]
}

fn name(paint: Paint) -> Option<&'static str> {
    match paint {
        Paint::None => None,
        Paint::Solid(color) => {
            let found = colors().into_iter().find(|it| it.0 == color);
            Some(found.unwrap_or_else(|| panic!("{color:?} has no name")).1)
        }
        Paint::Fade { .. } => panic!("an icon has no fades"),
    }
}

/// At most two places after the point.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0" } else { short }.to_owned()
}

fn path_words(path: &Path) -> String {
    let list = |all: &[f32]| {
        all.iter()
            .map(|it| number(*it))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let step = |it: &Segment| match *it {
        Segment::Move(x, y) => format!("M{}", list(&[x, y])),
        Segment::Line(x, y) => format!("L{}", list(&[x, y])),
        Segment::Cubic(a, b, c, d, x, y) => format!("C{}", list(&[a, b, c, d, x, y])),
        Segment::Close => "Z".to_owned(),
    };
    path.0.iter().map(step).collect()
}

/// One item as a shape: its path, what fills it and what draws its line.
fn shape(item: &Item) -> String {
    let (path, fill, stroke) = match item {
        Item::Path { path, fill, stroke } => (path.clone(), *fill, *stroke),
        Item::Rect {
            x,
            y,
            width,
            height,
            fill,
            stroke,
            ..
        } => {
            let (x, y, right, bottom) = (*x, *y, x + width, y + height);
            let corners = [(x, y), (right, y), (right, bottom), (x, bottom)];
            (Path::polygon(&corners), *fill, *stroke)
        }
        other => panic!("{other:?} is no shape"),
    };
    let mut text = format!("{{ \"d\": \"{}\"", path_words(&path));
    let mut put = |field: &str, value: String| {
        let _ = write!(text, ", \"{field}\": {value}");
    };
    if let Some(fill) = name(fill) {
        put("fill", format!("\"{fill}\""));
    }
    if let Some((stroke, color)) = stroke.and_then(|it| Some((it, name(it.paint)?))) {
        put("stroke", format!("\"{color}\""));
        put("width", number(stroke.width));
        if let Some((on, off, round)) = Dash::pattern(stroke.dash) {
            put("dash", format!("\"{} {}\"", number(on), number(off)));
            if round {
                put("cap", "\"round\"".to_owned());
            }
        }
    }
    text + " }"
}

/// An icon: its box, and the shapes in it from back to front.
fn icon(view: [f32; 4], items: &[Item]) -> String {
    let view = view.map(number).join(" ");
    let shapes: Vec<String> = items.iter().map(shape).collect();
    format!(
        "{{ \"box\": \"{view}\", \"shapes\": [{}] }}",
        shapes.join(", ")
    )
}

/// The mark of an event; of what lasts, a short band that is open where it has not ended.
fn mark(kind: Kind, status: Status, tone: Tone) -> String {
    let palette = Palette::of(Theme::Light);
    let glyph = Glyph {
        kind,
        status,
        ..Glyph::plain(tone, SEVERITY)
    };
    let mut items = Vec::new();
    if kind != Kind::Condition && status != Status::Ongoing {
        let middle = MARK_PX * 0.5;
        // The tail of the frame of an assessment needs the room under it.
        let lift = if kind == Kind::Assessment { 0.8 } else { 0.0 };
        glyph.draw(middle, middle - lift, palette, BACKGROUND, &mut items);
        return icon([0.0, 0.0, MARK_PX, MARK_PX], &items);
    }
    let end = if status == Status::Ongoing {
        End::Open
    } else {
        End::Known
    };
    let edge = |end, day| Edge {
        end,
        outer: day,
        inner: day,
    };
    let (first, last) = (1.5, f64::from(BAND_BOX_PX) - 1.5);
    // An open end stands as far from the edge of a plot as from the edge of the box: the plot is that much wider.
    let right = BAND_BOX_PX + 4.5;
    let band = Band::new(
        &edge(End::Known, first),
        &edge(end, last),
        |px| px,
        0.0,
        right,
    );
    band.draw(&glyph, BAND_BOX_PX * 0.5, None, palette, &mut items);
    icon([0.0, 0.0, BAND_BOX_PX, BAND_BOX_PX], &items)
}

/// The sign of a link of this type.
fn sign(kind: &LinkType, confidence: Confidence, lagged: bool) -> String {
    let workspace = Workspace {
        link_types: vec![kind.clone()],
        ..Workspace::default()
    };
    let link = Link {
        link_type: kind.handle.clone(),
        confidence,
        lag_days: lagged.then_some(3),
        ..crate::testing::link(1, 1, 2)
    };
    let style = Style::of(
        &workspace,
        &[&link],
        Palette::of(Theme::Light),
        Emphasis::Normal,
    );
    let middle = LINK_PX[1] * 0.5;
    let course = links::rounded(&[(1.5, middle), (LINK_PX[0] - 1.5, middle)], 0.0);
    icon(
        [0.0, 0.0, LINK_PX[0], LINK_PX[1]],
        &links::arrow(&course, &style),
    )
}

/// The types of the shipped table, and for a type that is not in it one of each sign, named by that sign.
fn link_types() -> Vec<LinkType> {
    let table = include_str!("../../../../../data/link-types.toml");
    let value = |line: &str, field: &str| {
        let rest = line.strip_prefix(field)?.trim_start().strip_prefix('=')?;
        Some(rest.trim().trim_matches('"').to_owned())
    };
    let mut types: Vec<(String, Sign)> = Sign::ALL
        .iter()
        .map(|it| (it.word().to_owned(), *it))
        .collect();
    let mut handle = String::new();
    for line in table.lines() {
        if let Some(found) = value(line, "handle") {
            handle = found;
        } else if let Some(found) = value(line, "sign") {
            types.push((handle.clone(), found.parse().expect("a sign")));
        }
    }
    let make = |(handle, sign): (String, Sign)| LinkType {
        label: handle.clone(),
        handle,
        sign,
        order: OrderRule::None,
        what_if: WhatIf::No,
        meaning: String::new(),
    };
    types.into_iter().map(make).collect()
}

/// Names of icons with the number of each; icons that look the same stand once.
#[derive(Default)]
struct Icons {
    drawn: Vec<String>,
    names: Vec<String>,
}

impl Icons {
    fn put(&mut self, name: &str, icon: String) {
        let known = self.drawn.iter().position(|it| *it == icon);
        let at = known.unwrap_or_else(|| {
            self.drawn.push(icon);
            self.drawn.len() - 1
        });
        self.names.push(format!("    \"{name}\": {at}"));
    }
}

fn generated() -> String {
    let (mut marks, mut links) = (Icons::default(), Icons::default());
    for &kind in Kind::ALL {
        for &status in Status::ALL {
            for &tone in Tone::ALL {
                marks.put(&format!("{kind} {status} {tone}"), mark(kind, status, tone));
            }
        }
    }
    for kind in link_types() {
        for &confidence in Confidence::ALL {
            for (lagged, word) in [(false, ""), (true, " lagged")] {
                links.put(
                    &format!("{} {confidence}{word}", kind.handle),
                    sign(&kind, confidence, lagged),
                );
            }
        }
    }
    let part = |it: &Icons| {
        format!(
            "{{\n  \"names\": {{\n{}\n  }},\n  \"icons\": [\n    {}\n  ]\n}}",
            it.names.join(",\n"),
            it.drawn.join(",\n    ")
        )
    };
    format!(
        "{{\n\"marks\": {},\n\"links\": {}\n}}\n",
        part(&marks),
        part(&links)
    )
}

#[test]
fn the_window_has_the_marks_of_the_charts() {
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/look/marks.generated.json");
    let text = generated();
    if std::env::var_os("FAULTLINE_UPDATE").is_some() {
        std::fs::write(&file, &text).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "ui/src/look/marks.generated.json is out of date: run FAULTLINE_UPDATE=1 cargo test -p chart icons"
    );
}

#[test]
fn what_differs_in_a_chart_differs_in_a_list() {
    let of = |status| mark(Kind::Event, status, Tone::Escalatory);
    let all: Vec<String> = Status::ALL.iter().map(|it| of(*it)).collect();
    for (at, one) in all.iter().enumerate() {
        assert!(
            all[at + 1..].iter().all(|other| other != one),
            "{}",
            Status::ALL[at]
        );
    }
    let tones: Vec<String> = Tone::ALL
        .iter()
        .map(|it| mark(Kind::Condition, Status::Happened, *it))
        .collect();
    assert!(tones[0] != tones[1] && tones[1] != tones[2] && tones[0] != tones[2]);
    assert_eq!(
        link_types().len(),
        Sign::ALL.len()
            + include_str!("../../../../../data/link-types.toml")
                .matches("handle")
                .count()
    );
}
