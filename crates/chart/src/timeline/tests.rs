//! What must hold at every zoom level, checked against a plain count: for lanes packed whole and in blocks.

use std::collections::BTreeSet;

use model::{Event, EventId, FuzzyDate, Status, Theme, ThemeId, Workspace};
use proptest::prelude::*;

use super::Timeline;
use crate::timeline::draw::bucket::{Bucket, buckets_of};
use crate::timeline::draw::mark::Mark;
use crate::timeline::draw::placed::marks_of;
use crate::timeline::frame::Frame;
use crate::timeline::plan::lanes::{self, PlacedLane};
use crate::{Fit, LanesBy, Look, TimelineView, Window};

/// An event: its first day, how its date is known, severity, lane, length of its title.
type Made = (i64, usize, u8, i64, usize);

fn any_made() -> impl Strategy<Value = Made> {
    // Half of them in a burst, so that some stretches are crowded at every zoom.
    let day = prop_oneof![0..4000_i64, 2000..2020_i64];
    (day, 0..10_usize, 1..=5_u8, 1..4_i64, 1..40_usize)
}

fn date((day, known, ..): Made) -> FuzzyDate {
    let civil = |days: i64| {
        let (year, month, day) = layout::calendar::civil_of(16_000 + days);
        format!("{year:04}-{month:02}-{day:02}")
    };
    let (first, month, year) = (civil(day), &civil(day)[..7], &civil(day)[..4]);
    let edtf = match known {
        0 => format!("{first}/{}", civil(day + 3)),
        1 => format!("{first}/{}", civil(day + 400)),
        2 => format!("{first}/.."),
        3 => month.to_owned(),
        4 => year.to_owned(),
        5 => format!("[..{first}]"),
        6 => format!("../{first}"),
        7 => format!("{first}T18:30:00"),
        _ => first,
    };
    FuzzyDate::from_edtf(&edtf).unwrap()
}

fn workspace(made: &[Made]) -> Workspace {
    let theme = |id: i64| Theme {
        id: ThemeId(id),
        handle: format!("theme-{id}"),
        name: format!("Theme {id}"),
        parent: None,
        hue: "blue".into(),
    };
    let event = |(at, made): (usize, &Made)| Event {
        date: Some(date(*made)),
        severity: made.2,
        status: if made.4 % 5 == 0 {
            Status::Planned
        } else {
            Status::Happened
        },
        themes: vec![ThemeId(made.3)],
        ..Event::titled(EventId(at as i64 + 1), format!("E{at}"), "n".repeat(made.4))
    };
    Workspace {
        themes: (1..=3).map(theme).collect(),
        events: made.iter().enumerate().map(event).collect(),
        ..Workspace::default()
    }
}

/// A timeline whose lanes are packed whole, or in blocks.
fn timeline(workspace: &Workspace, whole: bool) -> Timeline {
    let mut timeline = Timeline::new(workspace, LanesBy::Theme, None, |_| true);
    timeline.whole = if whole { usize::MAX } else { 0 };
    timeline
}

fn window(middle: f64, zoom: i32) -> Window {
    let half = 3000.0 * 0.7_f64.powi(zoom);
    Window {
        from_days: 16_000.0 + middle - half,
        to_days: 16_000.0 + middle + half,
    }
}

fn view(window: Window, selected: Option<EventId>) -> TimelineView<'static> {
    TimelineView {
        look: Look {
            width_px: 900.0,
            height_px: 4000.0,
            theme: scene::Theme::Light,
            scroll_px: 0.0,
            fit: Fit::Grows,
            is_page: false,
        },
        window: Some(window),
        selected,
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    }
}

/// Calls `work` with the lanes of a timeline, all of them visible.
fn at<T>(
    timeline: &mut Timeline,
    window: Window,
    work: impl FnOnce(&[PlacedLane<'_>], &Frame) -> T,
) -> T {
    within(timeline, window, view(window, None).look, work)
}

/// The same with another size.
fn within<T>(
    timeline: &mut Timeline,
    window: Window,
    look: Look,
    work: impl FnOnce(&[PlacedLane<'_>], &Frame) -> T,
) -> T {
    let mut frame = Frame::new(&look, window, true);
    let laid = timeline.rows_for(&mut frame, None, look.fit);
    work(&lanes::lanes(timeline, &frame, laid), &frame)
}

fn touches((from, to): (f64, f64), window: Window) -> bool {
    to > window.from_days && from < window.to_days
}

/// The left and right ends of all that is drawn in the row of each mark: marks, labels.
fn drawn(marks: &[Mark<'_>]) -> Vec<(EventId, f32, f32, f32)> {
    let mut parts = Vec::new();
    for mark in marks {
        let mut part = |lower, from, to| parts.push((mark.event.id, mark.y + lower, from, to));
        let (from, to) = mark.extent(false);
        part(0.0, from, to);
        if let Some(label) = &mark.label {
            let lines = label.lines.iter().chain(&label.second);
            for line in lines {
                // A line in the row of the mark is as high as the row.
                let is_in_row = line.lower_px < mark.row_px;
                let lower = if is_in_row { 0.0 } else { line.lower_px };
                part(lower, line.x, line.x + line.width);
            }
        }
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn buckets_and_single_marks_sum_to_what_is_in_the_window(
        made in prop::collection::vec(any_made(), 1..300),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let window = window(middle, zoom);
        let (single, counted) = at(&mut timeline, window, |lanes, frame| {
            let single = |lane: &PlacedLane<'_>| {
                lane.laid.iter().filter(|it| touches(lane.index.span(it.0), window)).count()
            };
            let counted = |lane: &PlacedLane<'_>| buckets_of(lane, frame, window).iter().map(Bucket::count).sum::<usize>();
            (lanes.iter().map(single).sum::<usize>(), lanes.iter().map(counted).sum::<usize>())
        });
        let spans = timeline.lanes.iter().flat_map(|it| &it.index.entries).map(|it| it.stretch());
        let inside = spans.filter(|it| touches(*it, window)).count();
        prop_assert_eq!(single + counted, inside);
        prop_assert_eq!(timeline.draw(&workspace, &view(window, None)).drawn, inside);
    }

    #[test]
    fn lanes_that_are_made_to_fit_do_and_count_what_they_leave_out(
        made in prop::collection::vec(any_made(), 1..300),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool, height_px in 100.0..900.0_f32,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let window = window(middle, zoom);
        let look = Look { height_px, fit: Fit::Counts, ..view(window, None).look };
        // What is below the plot counts as well.
        let (sum, rows, content_px, room_px) = within(&mut timeline, window, look, |lanes, frame| {
            let all = Frame { bottom_px: f32::MAX, ..*frame };
            let single = |lane: &PlacedLane<'_>| {
                lane.laid.iter().filter(|it| touches(lane.index.span(it.0), window)).count()
            };
            let counted = |lane: &PlacedLane<'_>| buckets_of(lane, &all, window).iter().map(Bucket::count).sum::<usize>();
            let drawn = lanes.iter().filter(|it| it.shows(frame));
            let sum: usize = drawn.map(|it| single(it) + counted(it)).sum();
            let content_px = lanes.last().map_or(0.0, |it| it.y_px + it.height_px);
            let rows = lanes.iter().map(|it| it.row_count).max();
            (sum, rows, content_px, frame.bottom_px - frame.top_px)
        });
        let spans = timeline.lanes.iter().flat_map(|it| &it.index.entries).map(|it| it.stretch());
        let inside = spans.filter(|it| touches(*it, window)).count();
        if content_px <= room_px {
            prop_assert_eq!(sum, inside);
        } else {
            prop_assert!(rows <= Some(1), "{rows:?} rows and still too high");
        }
    }

    #[test]
    fn a_bucket_names_its_true_top_and_nothing_grave_is_hidden(
        made in prop::collection::vec(any_made(), 1..300),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let window = window(middle, zoom);
        at(&mut timeline, window, |lanes, frame| {
            for lane in lanes {
                let hidden = |at: &usize| {
                    lane.laid.iter().all(|it| it.0 != *at) && touches(lane.index.span(*at), window)
                };
                let hidden: Vec<usize> = (0..lane.index.entries.len()).filter(hidden).collect();
                for bucket in buckets_of(lane, frame, window) {
                    let (from, to) = bucket.days();
                    let begins = |at: &usize| {
                        let begin = lane.index.span(*at).0;
                        begin < to && (begin >= from || from == window.from_days)
                    };
                    let mut ranks: Vec<u16> = hidden.iter().copied().filter(begins)
                        .map(|at| lane.index.entries[at].rank()).collect();
                    ranks.sort_unstable_by(|a, b| b.cmp(a));
                    let named: Vec<u16> = bucket.top().iter().map(|it| it.rank()).collect();
                    prop_assert_eq!(bucket.count(), ranks.len());
                    prop_assert_eq!(&named[..], &ranks[..named.len()]);
                    prop_assert!(named.len() == ranks.len() || named.len() == 8);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn nothing_in_a_row_overlaps(
        made in prop::collection::vec(any_made(), 1..200),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let window = window(middle, zoom);
        let plain = timeline.clone();
        at(&mut timeline, window, |lanes, frame| {
            for lane in lanes {
                let marks = marks_of(lane, &plain, &workspace, frame, None, None);
                let mut parts = drawn(&marks);
                parts.retain(|it| it.3 > frame.left_px && it.2 < frame.width_px);
                for (index, a) in parts.iter().enumerate() {
                    let in_row = |b: &&(EventId, f32, f32, f32)| b.0 != a.0 && (b.1 - a.1).abs() < 1.0;
                    for b in parts[index + 1..].iter().filter(in_row) {
                        // A glyph moved in from the edge may touch its neighbor.
                        let is_moved = [a, b].iter().any(|it| {
                            it.2 <= frame.left_px + 0.1 || it.3 >= frame.width_px - 0.1
                        });
                        let over_px = if is_moved { 9.0 } else { 0.51 };
                        prop_assert!(a.3 <= b.2 + over_px || b.3 <= a.2 + over_px, "{a:?} over {b:?}");
                    }
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn there_and_back_is_the_same_picture(
        made in prop::collection::vec(any_made(), 1..300),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool,
        way in prop::collection::vec(-3.0..3.0_f64, 1..6),
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let here = window(middle, zoom);
        let before = timeline.draw(&workspace, &view(here, None));
        for step in way {
            let days = step * here.length_days();
            let there = Window { from_days: here.from_days + days, to_days: here.to_days + days };
            let _ = timeline.draw(&workspace, &view(there, None));
        }
        prop_assert!(timeline.draw(&workspace, &view(here, None)) == before);
    }

    #[test]
    fn lanes_and_rows_stand_still_while_panning(
        made in prop::collection::vec(any_made(), 1..300),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool, step in -0.5..0.5_f64,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let here = window(middle, zoom);
        let days = step * here.length_days();
        let there = Window { from_days: here.from_days + days, to_days: here.to_days + days };
        let mut rows = |window| at(&mut timeline, window, |lanes, _| {
            let rows = lanes.iter().flat_map(|lane| lane.laid.iter().map(|it| (lane.index.entries[it.0].id, it.1)));
            let heights: Vec<f32> = lanes.iter().map(|lane| lane.y_px).collect();
            (heights, rows.collect::<BTreeSet<_>>())
        });
        let (before, after) = (rows(here), rows(there));
        prop_assert_eq!(&before.0, &after.0);
        for (id, row) in &before.1 {
            let moved = after.1.range((*id, 0)..=(*id, usize::MAX)).any(|it| it.1 != *row);
            prop_assert!(!moved, "{id} left its row");
        }
    }

    #[test]
    fn folded_time_draws_the_same_entries_in_the_same_window(
        made in prop::collection::vec(any_made(), 1..60),
        middle in 0.0..4000.0_f64, zoom in 0..12_i32,
    ) {
        let workspace = workspace(&made);
        // Not at a whole day: rounding may put what ends exactly at the window on either side.
        let view = view(window(middle + 0.012_345, zoom), None);
        let mut plain = timeline(&workspace, true);
        let mut folded = plain.clone().collapsed();
        let (plain, folded) = (plain.draw(&workspace, &view), folded.draw(&workspace, &view));
        prop_assert_eq!(plain.drawn, folded.drawn);
        prop_assert_eq!((plain.earlier, plain.later), (folded.earlier, folded.later));
        prop_assert!((plain.window.from_days - folded.window.from_days).abs() < 1.0e-6);
        prop_assert!((plain.window.to_days - folded.window.to_days).abs() < 1.0e-6);
    }

    #[test]
    fn every_entry_is_reached_by_zooming_in(
        made in prop::collection::vec(any_made(), 1..300), which: prop::sample::Index, whole: bool,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let event = &workspace.events[which.index(made.len())];
        let (lane, place) = timeline.find(event).unwrap();
        let span = timeline.lanes[lane].index.span(place);
        let day = if span.0.is_finite() { span.0 } else { span.1 - 1.0 };
        let seen = (0..34).any(|zoom| {
            let window = window(day - 16_000.0 + 0.01, zoom);
            at(&mut timeline, window, |lanes, frame| {
                let is_single = lanes[lane].laid.iter().any(|it| it.0 == place);
                let entry = &lanes[lane].index.entries[place];
                let mut buckets = buckets_of(&lanes[lane], frame, window).into_iter();
                is_single || buckets.any(|it| it.top().iter().any(|it| it.id == entry.id))
            })
        });
        let crowd = timeline.lanes[lane].index.entries.iter().filter(|it| it.stretch().0 == span.0);
        prop_assert!(seen || crowd.count() > 8);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_exported_picture_has_the_marks_of_the_screen(
        made in prop::collection::vec(any_made(), 1..200),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool,
    ) {
        let workspace = workspace(&made);
        let picture = timeline(&workspace, whole).draw(&workspace, &view(window(middle, zoom), None));
        let on_screen = picture.scene.hits.iter().filter(|it| it.kind == scene::HitKind::Event);
        let on_screen: BTreeSet<&str> = on_screen.map(|it| it.id.as_str()).collect();
        let bytes = scene::wire::encode(&picture.scene);
        let svg = scene::svg::write(&bytes, &scene::svg::SvgOptions::default()).unwrap();
        let ids = svg.split("id=\"event-").skip(1);
        let exported: BTreeSet<&str> = ids.map(|it| it.split('"').next().unwrap()).collect();
        prop_assert_eq!(on_screen, exported);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn glyphs_at_the_edge_are_whole(
        made in prop::collection::vec(any_made(), 1..200),
        middle in 0.0..4000.0_f64, zoom in 0..28_i32, whole: bool, is_page: bool,
    ) {
        let workspace = workspace(&made);
        let mut timeline = timeline(&workspace, whole);
        let window = window(middle, zoom);
        let plain = timeline.clone();
        let look = Look { is_page, ..view(window, None).look };
        within(&mut timeline, window, look, |lanes, frame| {
            for mark in lanes.iter().flat_map(|it| marks_of(it, &plain, &workspace, frame, None, None)) {
                let crate::timeline::draw::mark::Body::Spot(spot, _) = &mark.body else { continue };
                let (left, right) = mark.glyph.reach_px();
                let (from, to) = (spot.middle as f32 - left, spot.middle as f32 + right);
                for edge in [frame.left_px, frame.width_px] {
                    prop_assert!(to <= edge + 0.01 || from >= edge - 0.01, "{from} {to} at {edge}");
                }
            }
            Ok(())
        })?;
    }
}

#[test]
fn a_page_shows_no_handles_and_nothing_of_a_selection_but_its_links() {
    let workspace = workspace(&[(100, 8, 3, 1, 30), (140, 8, 3, 2, 30), (120, 1, 3, 2, 30)]);
    let mut timeline = timeline(&workspace, true);
    let mut items = |selected, is_page| {
        let plain = view(window(100.0, 0), selected);
        let look = Look {
            is_page,
            ..plain.look
        };
        let picture = timeline.draw(&workspace, &TimelineView { look, ..plain });
        picture.scene.items
    };
    let handles = |items: &[scene::Item]| {
        let are = items.iter().filter(|it| {
            matches!(it, scene::Item::Rect { width, height, .. } if (*width, *height) == (5.0, 16.0))
        });
        are.count()
    };
    for selected in [None, Some(EventId(1)), Some(EventId(3))] {
        assert_eq!(handles(&items(selected, false)), 2);
        assert_eq!(handles(&items(selected, true)), 0);
        assert_eq!(items(selected, true), items(None, true));
        assert_eq!(
            items(selected, false) == items(None, false),
            selected.is_none()
        );
    }
}

#[test]
fn what_is_pinned_is_drawn_where_graver_things_are_counted() {
    let mut workspace = workspace(&[(100, 8, 4, 1, 30); 400]);
    let drawn = |workspace: &Workspace, id: i64| {
        at(
            &mut timeline(workspace, false),
            window(100.0, 0),
            |lanes, _| {
                let mut laid = lanes
                    .iter()
                    .flat_map(|lane| lane.laid.iter().map(|it| &lane.index.entries[it.0]));
                laid.any(|it| it.id == EventId(id))
            },
        )
    };
    workspace.events[250].severity = 1;
    assert!(!drawn(&workspace, 251));
    workspace.events[250].tags = vec![String::from(model::PINNED)];
    assert!(drawn(&workspace, 251));
}

#[test]
fn a_lane_that_began_above_is_named_where_it_goes_on() {
    let workspace = workspace(&[(100, 8, 3, 1, 30); 60]);
    let mut timeline = timeline(&workspace, true);
    let plain = view(window(100.0, 0), None);
    let mut baseline_px = |scroll_px| {
        let look = Look {
            height_px: 300.0,
            scroll_px,
            ..plain.look
        };
        let picture = timeline.draw(&workspace, &TimelineView { look, ..plain });
        let items = picture.scene.items.into_iter();
        let mut names = items.filter_map(|it| match it {
            scene::Item::Text { runs, y, .. } if runs[0].text == "Theme 1" => Some(y),
            _ => None,
        });
        names.next()
    };
    let still = baseline_px(0.0);
    assert!(still.is_some());
    assert_eq!(still, baseline_px(400.0));
    // At the end of the lane, its name scrolls away with it.
    assert!(baseline_px(930.0) < still);
}
