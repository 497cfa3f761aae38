//! The legend of a timeline: what occurs in it, without duplicates, drawn as in the picture.

use std::collections::BTreeMap;

use model::date::End;
use model::{Kind, Status, Tone};
use scene::{Item, Palette};

use crate::extent::{Doubt, Edge, SpotPx};
use crate::marks::Glyph;
use crate::pins::draw_pin;
use crate::spec::LegendEntry;

use super::band::Band;
use super::mark::{Body, Mark};
use super::spot;

/// Width of the drawing of a band or of bounds.
const LONG_PX: f32 = 34.0;
/// Width of the drawing of a glyph.
const SHORT_PX: f32 = 14.0;

/// Collects entries by key; the first drawing of a key is kept.
struct Legend<'a> {
    palette: &'a Palette,
    entries: BTreeMap<&'static str, LegendEntry>,
}

/// What occurs among `marks`.
pub(crate) fn of(marks: &[Mark<'_>], as_of: bool, palette: &Palette) -> Vec<LegendEntry> {
    let mut legend = Legend {
        palette,
        entries: BTreeMap::new(),
    };
    let mut severities = (5, 1);
    for mark in marks {
        let glyph = mark.glyph;
        severities = (
            severities.0.min(glyph.severity),
            severities.1.max(glyph.severity),
        );
        legend.tone(glyph.tone);
        legend.status(glyph.status, glyph.tone);
        legend.kind(glyph.kind, &mark.body);
        legend.date(&mark.body);
        if mark.event.is_pinned() && mark.label.is_some() {
            legend.put("tone-5", "pinned", SHORT_PX, |palette, out| {
                draw_pin(SHORT_PX * 0.5, 0.0, palette.text_primary, out);
            });
        }
        if as_of && glyph.ahead && !mark.event.is_unrealized() {
            let pale = Glyph {
                ahead: true,
                ..Glyph::plain(glyph.tone, 4)
            };
            legend.glyph("status-9-ahead", "after the as-of date", pale);
        }
    }
    if severities.0 < severities.1 {
        legend.severity(severities);
    }
    legend.entries.into_values().collect()
}

impl Legend<'_> {
    fn put(
        &mut self,
        key: &'static str,
        words: &str,
        width: f32,
        draw: impl FnOnce(&Palette, &mut Vec<Item>),
    ) {
        if self.entries.contains_key(key) {
            return;
        }
        let mut mark = Vec::new();
        draw(self.palette, &mut mark);
        let entry = LegendEntry {
            key: key.to_owned(),
            words: words.to_owned(),
            mark,
            mark_width_px: width,
        };
        self.entries.insert(key, entry);
    }

    fn glyph(&mut self, key: &'static str, words: &str, glyph: Glyph) {
        let (left, right) = glyph.reach_px();
        let width = SHORT_PX.max(left + right + 1.0);
        self.put(key, words, width, |palette, out| {
            let x = (width - left - right) * 0.5 + left;
            glyph.draw(x, 0.0, palette, palette.surface_canvas, out);
        });
    }

    fn tone(&mut self, tone: Tone) {
        let (key, words) = match tone {
            Tone::Escalatory => ("tone-1", "escalatory"),
            Tone::Neutral => ("tone-2", "neutral"),
            Tone::Deescalatory => ("tone-3", "de-escalatory"),
        };
        self.glyph(key, words, Glyph::plain(tone, 4));
    }

    fn severity(&mut self, (low, high): (u8, u8)) {
        let sign = |severity| Glyph::plain(Tone::Neutral, severity);
        let width_px = (low..=high).map(|it| sign(it).size_px() + 3.0).sum();
        self.put(
            "tone-4",
            &format!("severity {low} to {high}"),
            width_px,
            |palette, out| {
                let mut left = 0.0;
                for severity in low..=high {
                    let glyph = sign(severity);
                    let radius = glyph.size_px() * 0.5;
                    glyph.draw(left + radius, 0.0, palette, palette.surface_canvas, out);
                    left += 2.0 * radius + 3.0;
                }
            },
        );
    }

    fn status(&mut self, status: Status, tone: Tone) {
        let (key, words) = match status {
            Status::Happened | Status::Ongoing => return,
            Status::Reported => ("status-1", "reported (single source)"),
            Status::Disputed => ("status-2", "disputed"),
            Status::Planned => ("status-3", "planned"),
            Status::Doubtful => ("status-4", "doubtful"),
            Status::Hypothetical => ("status-5", "hypothetical"),
            Status::Cancelled => ("status-6", "cancelled"),
        };
        self.glyph(
            key,
            words,
            Glyph {
                status,
                ..Glyph::plain(tone, 4)
            },
        );
    }

    fn kind(&mut self, kind: Kind, body: &Body) {
        let banded = matches!(body, Body::Band(_));
        let glyph = Glyph {
            kind,
            ..Glyph::plain(Tone::Neutral, 3)
        };
        match kind {
            Kind::Assessment => self.glyph("kind-1", "assessment", glyph),
            Kind::Condition if banded => {
                self.band("kind-2", "condition", glyph, End::Known, End::Known);
            }
            Kind::Scenario if banded => {
                self.band("kind-3", "scenario", glyph, End::Known, End::Known);
            }
            _ => {}
        }
    }

    fn band(&mut self, key: &'static str, words: &str, glyph: Glyph, start: End, end: End) {
        self.put(key, words, LONG_PX, |palette, out| {
            let edge = |end: End, outer: f64, inner: f64| Edge { end, outer, inner };
            let (start, end) = (edge(start, 0.0, 12.0), edge(end, 34.0, 22.0));
            let band = Band::new(&start, &end, |px| px, -6.0, LONG_PX + 6.0);
            band.draw(&glyph, 0.0, None, palette, out);
        });
    }

    fn date(&mut self, body: &Body) {
        let glyph = Glyph::plain(Tone::Neutral, 2);
        let (key, words, doubt) = match body {
            Body::Band(band) => {
                if band.fades() {
                    self.band(
                        "date-5",
                        "start or end uncertain",
                        glyph,
                        End::Fuzzy,
                        End::Known,
                    );
                }
                if band.is_open() {
                    self.band("date-6", "open-ended", glyph, End::Known, End::Open);
                }
                return;
            }
            Body::Spot(spot, _) if !spot.bounds => return,
            Body::Spot(_, Doubt::Day) => return,
            Body::Spot(_, Doubt::Within) => ("date-1", "within a month or year", Doubt::Within),
            Body::Spot(spot, Doubt::OneOf) if spot.open.0 || spot.open.1 => {
                return self.open_spot(glyph);
            }
            Body::Spot(_, Doubt::OneOf) => ("date-2", "one of several days", Doubt::OneOf),
            Body::Spot(_, Doubt::About) => ("date-4", "approximate", Doubt::About),
        };
        self.put(key, words, LONG_PX, |palette, out| {
            sample(doubt, (false, false), glyph, palette, out);
        });
    }

    fn open_spot(&mut self, glyph: Glyph) {
        self.put(
            "date-3",
            "on or before/after a date",
            LONG_PX,
            |palette, out| {
                sample(Doubt::OneOf, (true, false), glyph, palette, out);
            },
        );
    }
}

fn sample(doubt: Doubt, open: (bool, bool), glyph: Glyph, palette: &Palette, out: &mut Vec<Item>) {
    let middle = if open.0 {
        f64::from(LONG_PX) - 11.0
    } else {
        f64::from(LONG_PX) * 0.5
    };
    let spot = SpotPx {
        from: 0.5,
        to: f64::from(LONG_PX) - 0.5,
        middle,
        bounds: true,
        open,
    };
    spot::draw(
        &spot,
        doubt,
        &glyph,
        0.0,
        (0.0, LONG_PX),
        palette,
        palette.surface_canvas,
        out,
    );
}
