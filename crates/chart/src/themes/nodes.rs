//! The boxes of a map of themes or actors: name, number of events, and how many of them are escalatory and
//! de-escalatory.

use graph::Group;
use model::{ActorId, Board, Slot, ThemeId, Tone, Workspace};
use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Rgba, Stroke, text};

use crate::map::Map;
use crate::marks::{Glyph, LABEL_PX, MICRO_PX, block};
use crate::pins::{self, PIN_PX, draw_pin};
use crate::spec::{GroupsBy, ThemesSpec};

pub(super) const WIDTH_PX: f32 = 196.0;
pub(super) const HEIGHT_PX: f32 = 46.0;
const WORDS_AT_PX: f32 = 14.0;

/// A group as a box.
pub(super) struct Node {
    /// "theme 3": its id for hits.
    id: String,
    pub(super) name: String,
    /// What it has in common with others without a claim, in words; empty for nothing.
    pub(super) shares: String,
    hue: Rgba,
    count: usize,
    within: usize,
    /// How many events are escalatory and de-escalatory.
    tones: (usize, usize),
    is_selected: bool,
    /// The slot that it is pinned to, if it is pinned.
    pub(super) pin: Option<Slot>,
}

impl Node {
    pub(super) fn of(
        workspace: &Workspace,
        spec: &ThemesSpec<'_>,
        group: &Group<i64>,
        palette: &Palette,
    ) -> Self {
        let events = || group.events.iter().filter_map(|id| workspace.event(*id));
        let board = match spec.by {
            GroupsBy::Theme => Board::Themes,
            GroupsBy::Actor => Board::Actors,
        };
        let (id, name, hue) = match spec.by {
            GroupsBy::Theme => {
                let theme = workspace.theme(ThemeId(group.key));
                let hue = theme.map_or(palette.neutral, |it| palette.theme_hue(&it.hue));
                let name = theme.map_or(String::new(), |it| it.name.clone());
                (format!("theme {}", group.key), name, hue)
            }
            GroupsBy::Actor => {
                let actor = workspace.actor(ActorId(group.key));
                let name = actor.map_or(String::new(), |it| it.name.clone());
                (format!("actor {}", group.key), name, palette.neutral)
            }
        };
        let of_tone = |tone| events().filter(|it| it.tone == tone).count();
        Self {
            id,
            name,
            shares: String::new(),
            hue,
            count: group.events.len(),
            within: group.within.len(),
            tones: (of_tone(Tone::Escalatory), of_tone(Tone::Deescalatory)),
            is_selected: spec.selected.is_some_and(|it| group.events.contains(&it)),
            pin: pins::slot(workspace, board, group.key),
        }
    }

    /// An actor drawn beside the themes that it acts in.
    pub(super) fn actor(workspace: &Workspace, id: i64, palette: &Palette) -> Self {
        let actor = workspace.actor(ActorId(id));
        Self {
            id: format!("actor {id}"),
            name: actor.map_or(String::new(), |it| it.name.clone()),
            shares: String::new(),
            hue: palette.surface_raised,
            count: 0,
            within: 0,
            tones: (0, 0),
            is_selected: false,
            pin: None,
        }
    }

    /// Draws it around its middle, and records where it can be pointed at.
    pub(super) fn draw(&self, (x, y): (f32, f32), palette: &Palette, map: &mut Map) {
        let (left, top) = (x - WIDTH_PX / 2.0, y - HEIGHT_PX / 2.0);
        map.items.push(Item::Group {
            id: self.id.replace(' ', "-"),
            title: self.description(),
        });
        let (color, width) = if self.is_selected {
            (palette.accent, 2.2)
        } else {
            (palette.line_strong, 0.9)
        };
        map.items.push(Item::Rect {
            x: left,
            y: top,
            width: WIDTH_PX,
            height: HEIGHT_PX,
            radius: if self.count == 0 {
                HEIGHT_PX / 2.0
            } else {
                3.0
            },
            fill: Paint::Solid(palette.surface_raised),
            stroke: Some(Stroke {
                paint: Paint::Solid(color),
                width,
                dash: Dash::Solid,
            }),
        });
        if self.count > 0 {
            map.items
                .push(block(left + 1.5, top + 3.0, 4.0, HEIGHT_PX - 6.0, self.hue));
        }
        self.words(left + WORDS_AT_PX, top, palette, &mut map.items);
        map.items.push(Item::Ungroup);
        map.hits.push(Hit {
            x: left,
            y: top,
            width: WIDTH_PX,
            height: HEIGHT_PX,
            kind: HitKind::Lane,
            id: self.id.clone(),
        });
    }

    /// A description for screen readers: "Tariffs, 12 events, 3 claims within".
    fn description(&self) -> String {
        let counts = if self.count == 0 {
            String::new()
        } else {
            self.counts()
        };
        let parts = [self.name.clone(), counts, self.shares.clone()];
        let said: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        said.join(", ")
    }

    fn counts(&self) -> String {
        let within = match self.within {
            0 => String::new(),
            number => format!(", {} within", counted(number, "claim")),
        };
        format!("{}{within}", counted(self.count, "event"))
    }

    fn words(&self, x: f32, top: f32, palette: &Palette, items: &mut Vec<Item>) {
        let room = WIDTH_PX - WORDS_AT_PX - 6.0;
        let pin_px = self.pin.map_or(0.0, |_| PIN_PX);
        let name = text::shorten(&self.name, LABEL_PX, Face::SemiBold, room - pin_px);
        let color = palette.text_primary;
        if self.count == 0 {
            let line = top + HEIGHT_PX / 2.0 + text::cap_height(LABEL_PX) / 2.0;
            let (x, face) = (x + 4.0, Face::SemiBold);
            items.push(text::text(
                &name,
                x,
                line,
                Anchor::Start,
                LABEL_PX,
                face,
                color,
            ));
            return;
        }
        items.push(text::text(
            &name,
            x,
            top + 18.0,
            Anchor::Start,
            LABEL_PX,
            Face::SemiBold,
            color,
        ));
        if self.pin.is_some() {
            draw_pin(x + room - 3.0, top + 14.0, color, items);
        }
        let words = text::shorten(&self.counts(), MICRO_PX, Face::Regular, room - 48.0);
        let (face, quiet) = (Face::Regular, palette.text_tertiary);
        let line = top + 34.0;
        items.push(text::text(
            &words,
            x,
            line,
            Anchor::Start,
            MICRO_PX,
            face,
            quiet,
        ));
        let mut at = x + room - 44.0;
        for (tone, number) in [
            (Tone::Escalatory, self.tones.0),
            (Tone::Deescalatory, self.tones.1),
        ] {
            let glyph = Glyph::plain(tone, 1);
            glyph.draw(at, line - 3.5, palette, palette.surface_raised, items);
            let number = number.to_string();
            items.push(text::text(
                &number,
                at + 6.0,
                line,
                Anchor::Start,
                MICRO_PX,
                face,
                quiet,
            ));
            at += 24.0;
        }
    }
}

/// "1 claim", "3 claims".
pub(super) fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
