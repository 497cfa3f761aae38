//! Decoding restores what was encoded, and no bytes can do harm.

use proptest::prelude::*;

use super::{decode, encode};
use crate::color::Rgba;
use crate::item::{Dash, Face, Hit, HitKind, Item, Paint, Run, Scene, Stroke};
use crate::path::{Path, Segment};
use crate::wire::WireError;

fn number() -> impl Strategy<Value = f32> {
    -1e6f32..1e6
}

fn color() -> impl Strategy<Value = Rgba> {
    any::<[u8; 4]>().prop_map(|[r, g, b, a]| Rgba(r, g, b, a))
}

fn paint() -> impl Strategy<Value = Paint> {
    prop_oneof![
        Just(Paint::None),
        color().prop_map(Paint::Solid),
        (number(), number(), color(), color()).prop_map(|(from_x, to_x, from, to)| Paint::Fade {
            from_x,
            to_x,
            from,
            to
        }),
    ]
}

fn stroke() -> impl Strategy<Value = Option<Stroke>> {
    let dash = (0..Dash::ALL.len()).prop_map(|index| Dash::ALL[index]);
    proptest::option::of(
        (paint(), number(), dash).prop_map(|(paint, width, dash)| Stroke { paint, width, dash }),
    )
}

fn path() -> impl Strategy<Value = Path> {
    let segment = prop_oneof![
        (number(), number()).prop_map(|(x, y)| Segment::Move(x, y)),
        (number(), number()).prop_map(|(x, y)| Segment::Line(x, y)),
        [number(), number(), number(), number(), number(), number()]
            .prop_map(|[a, b, c, d, x, y]| Segment::Cubic(a, b, c, d, x, y)),
        Just(Segment::Close),
    ];
    proptest::collection::vec(segment, 0..6).prop_map(Path)
}

fn text() -> impl Strategy<Value = Item> {
    let face = (0..Face::ALL.len()).prop_map(|index| Face::ALL[index]);
    let run = (number(), number(), face, any::<bool>(), any::<String>());
    let runs = proptest::collection::vec(
        run.prop_map(|(x, width, face, rtl, text)| Run {
            x,
            width,
            face,
            rtl,
            text,
        }),
        0..4,
    );
    let halo = proptest::option::of((color(), number()));
    (runs, number(), number(), color(), halo).prop_map(|(runs, y, size, color, halo)| Item::Text {
        runs,
        y,
        size,
        color,
        halo,
    })
}

fn item() -> impl Strategy<Value = Item> {
    let place = || [number(), number(), number(), number()];
    prop_oneof![
        (place(), number(), paint(), stroke()).prop_map(
            |([x, y, width, height], radius, fill, stroke)| Item::Rect {
                x,
                y,
                width,
                height,
                radius,
                fill,
                stroke
            }
        ),
        (path(), paint(), stroke()).prop_map(|(path, fill, stroke)| Item::Path {
            path,
            fill,
            stroke
        }),
        text(),
        place().prop_map(|[x, y, width, height]| Item::Clip {
            x,
            y,
            width,
            height
        }),
        Just(Item::Unclip),
        any::<(String, String)>().prop_map(|(id, title)| Item::Group { id, title }),
        Just(Item::Ungroup),
    ]
}

fn hit() -> impl Strategy<Value = Hit> {
    let kind = (0..HitKind::ALL.len()).prop_map(|index| HitKind::ALL[index]);
    (
        [number(), number(), number(), number()],
        kind,
        any::<String>(),
    )
        .prop_map(|([x, y, width, height], kind, id)| Hit {
            x,
            y,
            width,
            height,
            kind,
            id,
        })
}

fn scene() -> impl Strategy<Value = Scene> {
    let items = proptest::collection::vec(item(), 0..12);
    let hits = proptest::collection::vec(hit(), 0..4);
    (number(), number(), items, hits).prop_map(|(width_px, height_px, items, hits)| Scene {
        width_px,
        height_px,
        items,
        hits,
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read(scene in scene()) {
        prop_assert_eq!(decode(&encode(&scene)), Ok(scene));
    }

    #[test]
    fn a_cut_picture_is_refused(scene in scene(), keep in 0.0f64..1.0) {
        let bytes = encode(&scene);
        let kept = (bytes.len() as f64 * keep) as usize;
        prop_assert!(decode(&bytes[..kept]).is_err());
    }

    #[test]
    fn any_bytes_are_a_picture_or_an_error(scene in scene(), noise in proptest::collection::vec((any::<usize>(), any::<u8>()), 0..8)) {
        let mut bytes = encode(&scene);
        for (at, byte) in noise {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        // If it is still a picture after the damage, drawing it must do no harm either.
        if decode(&bytes).is_ok() {
            let drawn = crate::svg::write(&bytes, &crate::svg::SvgOptions::default());
            prop_assert!(drawn.is_ok());
        }
    }

    #[test]
    fn a_drawing_is_always_well_formed(scene in scene()) {
        let drawn = crate::svg::write(&encode(&scene), &crate::svg::SvgOptions::default()).unwrap();
        let parsed = usvg::roxmltree::Document::parse(&drawn);
        prop_assert!(parsed.is_ok(), "{:?}\n{}", parsed.err(), drawn);
    }
}

#[test]
fn errors_say_what_and_where() {
    assert_eq!(decode(b""), Err(WireError::NotAScene));
    assert_eq!(decode(b"<svg"), Err(WireError::NotAScene));
    let mut bytes = encode(&Scene {
        items: vec![Item::Unclip],
        ..Scene::default()
    });
    bytes.push(0);
    assert_eq!(decode(&bytes), Err(WireError::TooLong { at: 29 }));
    bytes.pop();
    bytes[28] = 99;
    assert_eq!(
        decode(&bytes),
        Err(WireError::Unknown {
            what: "item",
            found: 99,
            at: 28
        })
    );
    bytes[28] = super::format::tag::UNCLIP;
    bytes[24] = 0;
    assert_eq!(decode(&bytes), Err(WireError::Length { at: 29 }));
    bytes[4] = 7;
    assert_eq!(decode(&bytes), Err(WireError::Version { found: 7 }));
}

#[test]
fn a_huge_count_is_refused_at_once() {
    let mut bytes = encode(&Scene::default());
    bytes[16..20].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(decode(&bytes), Err(WireError::Short { at: 16 }));
}
