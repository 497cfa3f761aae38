//! The entries of the map: their marks, and their titles cut into words that can be put on lines.

use std::collections::BTreeSet;

use layout::flow;
use model::{Board, Event, EventId, Kind, Slot, Workspace};
use scene::{Face, Rgba, text};

use crate::extent::When;
use crate::marks::{Glyph, label_face};
use crate::pins;
use crate::spec::{CauseMapSpec, Flow};

/// The map is drawn with letters of this size and scaled to the size that is wanted.
pub(super) const LETTER_PX: f32 = 14.0;
/// A piece of a title wider than this is broken anywhere.
const WIDEST_PX: f32 = 13.0 * LETTER_PX;
/// Words that leave a reader waiting for the next one.
const OPEN_WORDS: [&str; 32] = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or",
    "but", "as", "is", "are", "its", "their", "his", "her", "that", "which", "who", "into", "over",
    "under", "than", "not", "no", "–",
];

/// An entry of the map.
pub(super) struct MapEntry<'a> {
    pub(super) event: &'a Event,
    pub(super) glyph: Glyph,
    pub(super) face: Face,
    pub(super) hue: Rgba,
    /// Its title, cut where lines may break.
    pub(super) pieces: Vec<String>,
    /// How many links it has.
    pub(super) links: usize,
    /// Entries put away behind it.
    pub(super) behind: BTreeSet<EventId>,
    /// How many entries are linked with it and match the filter, but are not shown.
    pub(super) beyond: usize,
    /// Whether its time is outside the window that other charts show.
    pub(super) is_outside: bool,
    /// Where it is pinned.
    pub(super) slot: Option<Slot>,
}

/// The chart whose pins a map that reads this way has.
fn board(flow: Flow) -> Board {
    match flow {
        Flow::Down => Board::CauseMapDown,
        Flow::Right => Board::CauseMap,
    }
}

impl<'a> MapEntry<'a> {
    pub(super) fn of(workspace: &Workspace, spec: &CauseMapSpec<'_>, event: &'a Event) -> Self {
        let palette = scene::Palette::of(spec.look.theme);
        let as_of_days = spec.as_of.map(|day| day.0 as f64 + 1.0);
        let when = event
            .date
            .as_ref()
            .and_then(|date| When::of(date, event.is_unrealized(), as_of_days));
        let reach = when.map(|it| it.reach_days());
        let ahead = reach
            .zip(as_of_days)
            .is_some_and(|(reach, day)| reach.0 >= day);
        let is_outside = spec.window.zip(reach).is_some_and(|(window, reach)| {
            reach.1 <= window.from_days || reach.0 >= window.to_days
        });
        let theme = event.leading_theme().and_then(|id| workspace.theme(id));
        let face = label_face(event);
        let beyond = if spec.shown.len() == spec.passing.len() {
            0
        } else {
            crate::causes::left_out(workspace, event.id, spec.shown, spec.passing)
        };
        Self {
            event,
            glyph: Glyph::of(event, ahead),
            face,
            hue: theme.map_or(palette.neutral, |theme| palette.theme_hue(&theme.hue)),
            pieces: pieces(&event.title, face),
            links: 0,
            behind: BTreeSet::new(),
            beyond,
            is_outside,
            slot: pins::slot(workspace, board(spec.flow), event.id.0),
        }
    }

    /// What the layout needs to know.
    pub(super) fn for_layout(&self, pin: Option<flow::Pin>) -> flow::Entry {
        let width_em = |words: &str| text::width(words, LETTER_PX, self.face) / LETTER_PX;
        let word = |piece: &String| {
            let bare = piece.trim_end();
            let blank_em = if bare.len() < piece.len() {
                width_em(" ")
            } else {
                0.0
            };
            let lower = bare.to_lowercase();
            flow::Word {
                width_em: width_em(bare),
                blank_em,
                letters: bare.chars().count(),
                ends_clause: bare.ends_with([',', ':', ';', '，', '、', '：', '；']),
                ends_word: blank_em > 0.0 || !bare.ends_with('-'),
                may_end: !bare.ends_with('-') && !OPEN_WORDS.contains(&lower.as_str()),
            }
        };
        let severity = u32::from(self.event.severity);
        flow::Entry {
            words: self.pieces.iter().map(word).collect(),
            ellipsis_em: width_em("…"),
            importance: 2 * self.links as u32 + severity,
            is_kept: self.slot.is_some(),
            may_be_counted: severity <= 2,
            more: self.behind.len() + self.beyond,
            pin,
        }
    }

    /// A line of the title.
    pub(super) fn line(&self, range: std::ops::Range<usize>, is_cut: bool) -> String {
        let mut line = self.pieces[range].concat();
        line.truncate(line.trim_end().len());
        if is_cut {
            let loose = [',', ';', ':', '.', '-', '–', '(', '，', '、', '：', '；'];
            line.truncate(line.trim_end_matches(loose).trim_end().len());
            line.push('…');
        }
        line
    }

    /// Whether it is a state that lasts rather than something that happens.
    pub(super) fn lasts(&self) -> bool {
        self.event.kind == Kind::Condition
    }
}

fn pieces(title: &str, face: Face) -> Vec<String> {
    let whole = text::pieces(title);
    let broken = whole.into_iter().flat_map(|it| {
        if text::width(it.trim_end(), LETTER_PX, face) <= WIDEST_PX {
            return vec![it];
        }
        let mut parts = text::wrap(&it, LETTER_PX, face, WIDEST_PX);
        if let (true, Some(last)) = (it.ends_with(' '), parts.last_mut()) {
            last.push(' ');
        }
        parts
    });
    broken.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_lose_nothing_and_stay_narrow() {
        for title in [
            "US and China agree",
            &"x".repeat(200),
            "中美两国在伦敦举行贸易谈判",
        ] {
            let found = pieces(title, Face::Regular);
            assert_eq!(found.concat(), title);
            assert!(
                found
                    .iter()
                    .all(|it| text::width(it, LETTER_PX, Face::Regular) <= WIDEST_PX + 5.0)
            );
        }
    }
}
