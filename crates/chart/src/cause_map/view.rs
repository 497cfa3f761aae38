//! The map laid out for the room: letters keep their size at every zoom, and content gives way.

use layout::flow::{self, CardSize, Form, Plan, Room};

use super::entries::LETTER_PX;
use super::prepared::Prepared;
use crate::spec::{At, CauseMapSpec, Flow, Look};

/// Letters on screen and on a page, where ten pixels are the smallest text that its presets promise to be readable.
const SCREEN_PX: [f32; 4] = [15.0, 13.5, 12.0, 11.0];
const PAGE_PX: [f32; 4] = [15.0, 13.0, 11.5, 10.0];
/// Maps with more entries than this are not tried with larger letters.
const SMALL: usize = 60;
/// Letters of cards at least.
const CARD_LETTER_PX: f32 = 12.0;
/// Cards of 198 by 64 pixels with letters of 12.
const CARD: CardSize = CardSize {
    width_em: 16.5,
    height_em: 64.0 / 12.0,
    mark_em: 1.5,
    title_em: 13.2,
};
/// Around the map.
const PAD_PX: f32 = 16.0;
const PAGE_PAD_PX: f32 = 2.0;
/// Above it on screen, for the counts.
pub(super) const HEAD_PX: f32 = 22.0;
/// The largest zoom: more would only spread the map.
const MOST_ZOOM: f32 = 12.0;

/// A laid-out map and where it is looked at.
pub(super) struct View {
    pub(super) plan: Plan,
    pub(super) letter_px: f32,
    /// Pixels of the picture per pixel that the map is drawn in.
    pub(super) scale: f32,
    /// Left and upper edge of the map in the picture.
    pub(super) origin_px: (f32, f32),
    /// Size of the map in the picture.
    pub(super) size_px: (f32, f32),
    /// As asked for, or all of it.
    pub(super) at: At,
    /// What to keep for next time.
    pub(super) hint: flow::Hint,
    pub(super) content_px: f32,
}

fn pad_px(look: &Look) -> f32 {
    if look.is_page { PAGE_PAD_PX } else { PAD_PX }
}

fn head_px(look: &Look) -> f32 {
    if look.is_page { 0.0 } else { HEAD_PX }
}

fn room((look, reads): (&Look, Flow), zoom: f32, letter_px: f32) -> Room {
    let pad_px = pad_px(look);
    let width_px = (look.width_px - 2.0 * pad_px).max(40.0);
    let height_px = (look.height_px - 2.0 * pad_px - head_px(look)).max(40.0);
    Room {
        width_em: width_px * zoom / letter_px,
        height_em: height_px * zoom / letter_px,
        flow: match reads {
            Flow::Down => flow::Flow::Down,
            Flow::Right => flow::Flow::Right,
        },
    }
}

/// Whether every title is drawn in full.
fn is_whole(plan: &Plan) -> bool {
    plan.left_out.is_empty()
        && plan
            .spots
            .iter()
            .flatten()
            .all(|it| it.form == Form::Line && !it.is_cut)
}

impl View {
    pub(super) fn of(prepared: &Prepared<'_>, spec: &CauseMapSpec<'_>) -> Self {
        let hint = spec.hint.map(|it| prepared.hint(it));
        let (plan, letter_px) = fitted(prepared, (&spec.look, spec.flow), hint.as_ref());
        let hint = plan.hint.clone();
        let zoom = spec.at.map_or(1.0, |it| it.zoom).clamp(1.0, MOST_ZOOM);
        let (plan, letter_px) = if zoom > 1.01 {
            zoomed(prepared, (&spec.look, spec.flow), zoom, (plan, letter_px))
        } else {
            (plan, letter_px)
        };
        Self::new(plan, spec, letter_px, hint)
    }

    fn new(plan: Plan, spec: &CauseMapSpec<'_>, letter_px: f32, hint: flow::Hint) -> Self {
        let look = &spec.look;
        let at = spec.at.unwrap_or(At {
            x_px: 0.0,
            y_px: 0.0,
            zoom: 1.0,
        });
        let zoom = at.zoom.clamp(1.0, MOST_ZOOM);
        let (pad_px, head_px) = (pad_px(look), head_px(look));
        let content_px = match spec.at {
            Some(_) => 0.0,
            None => plan.needed_em * letter_px + 2.0 * pad_px + head_px,
        };
        Self {
            origin_px: (pad_px - at.x_px * zoom, pad_px + head_px - at.y_px * zoom),
            size_px: (
                (look.width_px - 2.0 * pad_px) * zoom,
                ((look.height_px - 2.0 * pad_px - head_px) * zoom).max(plan.height_em * letter_px),
            ),
            scale: letter_px / LETTER_PX,
            letter_px,
            at,
            hint,
            content_px,
            plan,
        }
    }
}

/// All of the map in the room: with larger letters where every title stays whole.
fn fitted(prepared: &Prepared<'_>, drawn: (&Look, Flow), hint: Option<&flow::Hint>) -> (Plan, f32) {
    let letters = if drawn.0.is_page { PAGE_PX } else { SCREEN_PX };
    let (entries, links) = &prepared.for_layout;
    let lay = |letter_px: f32| flow::lay(entries, links, &room(drawn, 1.0, letter_px), hint);
    let [larger @ .., least_px] = letters;
    let plan = lay(least_px);
    if entries.len() > SMALL || !is_whole(&plan) {
        return (plan, least_px);
    }
    let fits = |it: &Plan, letter_px: f32| {
        is_whole(it)
            && it.crossings <= plan.crossings
            && it.height_em <= room(drawn, 1.0, letter_px).height_em + 0.01
    };
    larger
        .into_iter()
        .map(|letter_px| (lay(letter_px), letter_px))
        .find(|(it, letter_px)| fits(it, *letter_px))
        .unwrap_or((plan, least_px))
}

/// The map on a larger sheet of which a part is seen: with the same rows and order, as cards if all of them have room.
fn zoomed(
    prepared: &Prepared<'_>,
    drawn: (&Look, Flow),
    zoom: f32,
    (base, letter_px): (Plan, f32),
) -> (Plan, f32) {
    let (entries, links) = &prepared.for_layout;
    let card_px = letter_px.max(CARD_LETTER_PX);
    let on_cards = room(drawn, zoom, card_px);
    if let Some(plan) = flow::lay_cards(entries, links, &on_cards, CARD, Some(&base.hint)) {
        return (plan, card_px);
    }
    let sheet = room(drawn, zoom, letter_px);
    (
        flow::lay(entries, links, &sheet, Some(&base.hint)),
        letter_px,
    )
}
