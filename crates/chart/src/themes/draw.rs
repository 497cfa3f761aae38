//! Draws the placed chart: bands, lines, blocks and partners, labels.

use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Path, Segment, Stroke, text};

use super::area::{Area, Point};
use super::bands::one_line;
use super::block;
use super::content::Content;
use super::fade::{BLOCK, LINE, fade};
use super::letters::{Letters, lines_of};
use super::placed::{Band, Placed, Route};
use crate::links::{arrow, hits, rounded};
use crate::map::Map;
use crate::marks::stroked;
use crate::spec::GroupsBy;

const CORNER_PX: f32 = 8.0;
/// A line that is brought out is so much wider.
const BROUGHT_OUT_PX: f32 = 1.2;
/// From a block to the number on a band.
const NUMBER_PX: f32 = 5.0;
const PARTNER_CORNER_PX: f32 = 12.0;

/// Draws everything into `map`.
pub(super) fn draw(
    content: &Content<'_>,
    placed: &Placed,
    letters: &Letters,
    palette: &Palette,
    map: &mut Map,
) {
    for it in &placed.bands {
        band(content, it, palette, &mut map.items);
    }
    for it in &placed.routes {
        route(content, it, map);
    }
    for it in &placed.blocks {
        let mut items = Vec::new();
        let out = (&mut items, &mut map.hits);
        block::draw(
            content,
            it.block,
            &it.size,
            &it.area,
            (letters, palette),
            out,
        );
        if content.blocks[it.block].is_faded {
            fade(&mut items, BLOCK);
        }
        map.items.append(&mut items);
    }
    for (at, area) in &placed.partners {
        partner(content, *at, area, letters, palette, map);
    }
    for it in &placed.bands {
        number(content, it, letters, palette, &mut map.items);
    }
    for it in &placed.routes {
        let Some(label) = &it.label else { continue };
        let mut items = Vec::new();
        label.draw(letters, palette, &mut items);
        if content.lines[it.line].is_faded {
            fade(&mut items, BLOCK);
        }
        map.items.append(&mut items);
    }
}

/// A band between a block and a partner, curved so that it leaves and enters level.
fn band(content: &Content<'_>, band: &Band, palette: &Palette, items: &mut Vec<Item>) {
    let (half, (x, y), (to_x, to_y)) = (band.width_px / 2.0, band.from, band.to);
    let middle = f32::midpoint(x, to_x);
    let path = Path(vec![
        Segment::Move(x, y - half),
        Segment::Cubic(middle, y - half, middle, to_y - half, to_x, to_y - half),
        Segment::Line(to_x, to_y + half),
        Segment::Cubic(middle, to_y + half, middle, y + half, x, y + half),
        Segment::Close,
    ]);
    let mut drawn = vec![Item::Path {
        path,
        fill: Paint::Solid(palette.line_rule.with_alpha(190)),
        stroke: None,
    }];
    if is_faded(content, band) {
        fade(&mut drawn, BLOCK);
    }
    items.append(&mut drawn);
}

fn is_faded(content: &Content<'_>, band: &Band) -> bool {
    content.blocks[band.block].is_faded || content.partners[band.partner].is_faded
}

/// In how many entries of the block the partner is, on the band beside the block.
fn number(
    content: &Content<'_>,
    band: &Band,
    letters: &Letters,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let (x, y) = band.from;
    let (x, anchor) = if band.to.0 > x {
        (x + NUMBER_PX, Anchor::Start)
    } else {
        (x - NUMBER_PX, Anchor::End)
    };
    let baseline = y + text::cap_height(letters.text_px) / 2.0;
    let (words, color) = (band.entries.to_string(), palette.text_primary);
    let (face, size) = (Face::Regular, letters.text_px);
    let mut drawn = vec![text::text(&words, x, baseline, anchor, size, face, color)];
    if is_faded(content, band) {
        fade(&mut drawn, BLOCK);
    }
    items.append(&mut drawn);
}

/// A line with its head, in two pieces where it is interrupted for its label.
fn route(content: &Content<'_>, route: &Route, map: &mut Map) {
    let line = &content.lines[route.line];
    let (from, to) = (
        &content.blocks[line.from].name,
        &content.blocks[line.to].name,
    );
    let mut style = line.style;
    if line.is_brought_out {
        style.width_px += BROUGHT_OUT_PX;
    }
    let pieces = pieces(route);
    let id = line.hit_id();
    let mut items = vec![Item::Group {
        id: format!("link-{}", id.replace(' ', "-")),
        title: format!("{from} → {to}: {}, {}", line.evidence, line.effect),
    }];
    for (at, piece) in pieces.iter().enumerate() {
        let course = rounded(piece, CORNER_PX);
        if at + 1 == pieces.len() {
            items.extend(arrow(&course, &style));
        } else {
            items.push(stroked(
                course.path(),
                Paint::None,
                style.color,
                style.width_px,
                style.dash(),
            ));
        }
        map.hits.extend(hits(&course, &id));
    }
    items.push(Item::Ungroup);
    if let Some(label) = &route.label {
        map.hits.push(label_hit(label, id));
    }
    if line.is_faded {
        fade(&mut items, LINE);
    }
    map.items.append(&mut items);
}

fn label_hit(label: &super::label::Label, id: String) -> Hit {
    Hit {
        x: label.left(),
        y: label.at.1,
        width: label.width_px,
        height: label.height_px,
        kind: HitKind::Link,
        id,
    }
}

/// The course before and after the gap for the label.
fn pieces(route: &Route) -> Vec<Vec<Point>> {
    let whole = || vec![route.points.clone()];
    let Some(cut) = &route.cut else {
        return whole();
    };
    let inside: Vec<(usize, (f32, f32))> = route
        .points
        .windows(2)
        .enumerate()
        .filter_map(|(at, ends)| Some((at, within(cut, ends[0], ends[1])?)))
        .collect();
    let (Some((first, (enters, _))), Some((last, (_, leaves)))) = (inside.first(), inside.last())
    else {
        return whole();
    };
    let on = |at: usize, share: f32| {
        let (a, b) = (route.points[at], route.points[at + 1]);
        (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
    };
    let mut before = route.points[..=*first].to_vec();
    before.push(on(*first, *enters));
    let mut after = vec![on(*last, *leaves)];
    after.extend(&route.points[last + 1..]);
    vec![before, after]
}

/// From which to which share of its length a straight line is inside of an area (Liang and Barsky 1984).
fn within(area: &Area, a: Point, b: Point) -> Option<(f32, f32)> {
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in [
        (a.0, b.0 - a.0, area.left, area.right()),
        (a.1, b.1 - a.1, area.top, area.bottom()),
    ] {
        if step.abs() < 1e-6 {
            if start < low || start > high {
                return None;
            }
            continue;
        }
        let (one, other) = ((low - start) / step, (high - start) / step);
        from = from.max(one.min(other));
        to = to.min(one.max(other));
    }
    (from < to).then_some((from, to))
}

/// A partner: name, and in how many entries it is. Actors are rounded, themes are not.
fn partner(
    content: &Content<'_>,
    at: usize,
    area: &Area,
    letters: &Letters,
    palette: &Palette,
    map: &mut Map,
) {
    let partner = &content.partners[at];
    let mut items = vec![Item::Group {
        id: partner.id.replace(' ', "-"),
        title: described(content, at),
    }];
    items.push(Item::Rect {
        x: area.left,
        y: area.top,
        width: area.width,
        height: area.height,
        radius: match content.by {
            GroupsBy::Theme => PARTNER_CORNER_PX.min(area.height / 2.0),
            GroupsBy::Actor => 2.0,
        },
        fill: Paint::Solid(palette.surface_raised),
        stroke: Some(Stroke {
            paint: Paint::Solid(palette.line_strong),
            width: 1.0,
            dash: Dash::Solid,
        }),
    });
    let (x, middle) = area.middle();
    for (row, (words, face)) in partner_lines(content, at, area, letters).iter().enumerate() {
        let lines = partner_lines(content, at, area, letters).len() as f32;
        let center = middle + (row as f32 - (lines - 1.0) / 2.0) * letters.line_px();
        let baseline = center + text::cap_height(letters.text_px) / 2.0;
        let (color, size) = (palette.text_primary, letters.text_px);
        items.push(text::text(
            words,
            x,
            baseline,
            Anchor::Middle,
            size,
            *face,
            color,
        ));
    }
    items.push(Item::Ungroup);
    if partner.is_faded {
        fade(&mut items, BLOCK);
    }
    map.items.append(&mut items);
    map.hits.push(Hit {
        x: area.left,
        y: area.top,
        width: area.width,
        height: area.height,
        kind: HitKind::Lane,
        id: partner.id.clone(),
    });
}

/// Name and number on one line, or below each other where there is room.
fn partner_lines(
    content: &Content<'_>,
    at: usize,
    area: &Area,
    letters: &Letters,
) -> Vec<(String, Face)> {
    let partner = &content.partners[at];
    let room_px = area.width - 12.0;
    let entries = super::letters::counted(partner.entries(), "entry");
    let rows = ((area.height - 6.0) / letters.line_px()) as usize;
    if rows >= 2 && letters.width(&entries, Face::Regular) <= room_px {
        let (name, _) = lines_of(
            &partner.name,
            letters.text_px,
            Face::SemiBold,
            room_px,
            (rows - 1).min(2),
        );
        let name = name.into_iter().map(|it| (it, Face::SemiBold));
        return name.chain([(entries, Face::Regular)]).collect();
    }
    let number = format!("  {}", partner.entries());
    let name_px = room_px - letters.width(&number, Face::SemiBold);
    let name = text::shorten(&partner.name, letters.text_px, Face::SemiBold, name_px);
    let words = if name == partner.name {
        one_line(partner)
    } else {
        format!("{name}{number}")
    };
    vec![(words, Face::SemiBold)]
}

/// "US, acts in Trade, Security".
fn described(content: &Content<'_>, at: usize) -> String {
    let partner = &content.partners[at];
    let of: Vec<&str> = partner
        .bands
        .iter()
        .map(|it| content.blocks[it.0].name.as_str())
        .collect();
    let verb = match content.by {
        GroupsBy::Theme => "acts in",
        GroupsBy::Actor => "theme of",
    };
    format!("{}, {verb} {}", partner.name, of.join(", "))
}
