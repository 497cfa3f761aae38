//! From a page of parts to places: rows get their heights, links their corners.

use super::arrange::{CARD_CHANNEL_EM, Source};
use super::fit::{HALF_EM, INDENT_EM, MARK_EM};
use super::graph::{Area, Flow, Form, Gap, Part, Pin, Plan, Spot};
use super::lanes::Piece;
use super::page::{BESIDE_EM, Block, Column, HEADING_EM, Heading, Page, SHELF_GAP_EM, Shelf};
use super::place::Care;
use super::title::LINE_EM;
use super::tracks::Channel;

/// Room to spare that each channel takes at most.
const MOST_SPARE_EM: f32 = 2.6;
/// How often titles and channels are fitted to each other.
const ROUNDS: usize = 4;

/// A block with the places of its slots and channels.
pub(super) struct Set {
    block: Block,
    x_em: Vec<f32>,
    channels: Vec<Channel>,
}

/// Places slots and channels, and fits titles again to what the channels need.
pub(super) fn settle(source: &Source<'_>, page: &mut Page, height_em: f32) {
    for _ in 0..ROUNDS {
        let mut grew = false;
        for column in &mut page.columns {
            for block in column.blocks_mut() {
                let (_, channels) = block.set(Care::Full);
                for (now, channel) in block.channel_em.iter_mut().zip(&channels) {
                    let least_em = channel.least_em();
                    let least_em = if source.cards.is_some() {
                        least_em.max(CARD_CHANNEL_EM)
                    } else {
                        least_em
                    };
                    grew |= (*now - least_em).abs() > 0.01;
                    *now = least_em;
                }
            }
            source.fit(column, height_em);
        }
        if !grew {
            return;
        }
    }
    // Titles may have changed what links need once more.
    for block in page.columns.iter_mut().flat_map(Column::blocks_mut) {
        let (_, channels) = block.set(Care::Full);
        for (now, channel) in block.channel_em.iter_mut().zip(&channels) {
            *now = now.max(channel.least_em());
        }
    }
}

/// Puts everything where it belongs.
pub(super) fn put(source: &Source<'_>, page: Page, room_em: f32, plan: &mut Plan) {
    let flow = source.flow;
    for column in page.columns {
        let needed_em = column.height_em();
        plan.needed_em = plan.needed_em.max(match flow {
            Flow::Down => needed_em,
            Flow::Right => column.x_em + column.used_em(),
        });
        let steps: usize = column.shelves.iter().map(Shelf::steps).sum();
        let gaps = column.shelves.len().saturating_sub(1);
        let spare_em = (room_em - needed_em).max(0.0) / (steps + gaps).max(1) as f32;
        let spare_em = spare_em.min(MOST_SPARE_EM);
        let mut y = 0.0;
        for shelf in column.shelves {
            let mut height_em = 0.0_f32;
            let heading_em = shelf.heading_em();
            if shelf.heading == Heading::Common {
                plan.parts.push(part((column.x_em, y, column.width_em)));
            }
            let own_em = shelf.highest_em() + spare_em * shelf.steps() as f32;
            let aside_em = match shelf.heading {
                Heading::Aside => Some(own_em),
                Heading::AsideAll => Some(room_em),
                Heading::Own | Heading::Common | Heading::Above => None,
            };
            if let Some(aside_em) = aside_em {
                plan.parts
                    .push(part((y, column.x_em - HEADING_EM, aside_em)));
            }
            for mut block in shelf.blocks {
                if shelf.heading == Heading::Own {
                    plan.parts.push(part((block.x_em, y, block.width_em)));
                }
                block.channel_em.iter_mut().for_each(|it| *it += spare_em);
                height_em = height_em.max(block.height_em());
                let (x_em, channels) = block.set(Care::Full);
                let set = Set {
                    block,
                    x_em,
                    channels,
                };
                set.put(source, y + heading_em, plan);
            }
            y += heading_em + height_em;
            plan.height_em = plan.height_em.max(match flow {
                Flow::Down => y,
                Flow::Right => column.x_em + column.width_em,
            });
            y += spare_em
                + match flow {
                    Flow::Down => SHELF_GAP_EM,
                    Flow::Right => BESIDE_EM,
                };
        }
    }
}

/// A part that has only its heading.
fn part((x, y, width): (f32, f32, f32)) -> Part {
    Part {
        members: 0,
        entries: Vec::new(),
        heading: Area {
            x,
            y,
            width,
            height: HEADING_EM - 0.5,
        },
    }
}

impl Set {
    fn put(&self, source: &Source<'_>, top: f32, plan: &mut Plan) {
        let block = &self.block;
        let component = &source.parts[block.part];
        let mut row_y = vec![top];
        for (row, channel_em) in block.written.iter().zip(&block.channel_em) {
            row_y.push(row_y[row_y.len() - 1] + row.height_em + channel_em);
        }
        let part = plan.parts.len() - 1;
        plan.parts[part].members += 1;
        plan.parts[part].entries.extend(&component.entries);
        plan.crossings += self.channels.iter().map(|it| it.crossings).sum::<usize>();
        let mut stored = Vec::new();
        for (row, slots) in block.rows.ranked.order.iter().enumerate() {
            self.put_row(source, (part, row), row_y[row], plan);
            let held = slots.iter();
            let held = held.map(|it| block.rows.ranked.held(component, *it));
            stored.push(held.collect());
        }
        plan.hint.parts.push(stored);
        for (own, link) in component.links.iter().enumerate() {
            plan.courses[*link] = self.course(source, own, &row_y);
            plan.turned[*link] = block.rows.ranked.turned[own];
        }
    }

    fn put_row(&self, source: &Source<'_>, (part, row): (usize, usize), y: f32, plan: &mut Plan) {
        let block = &self.block;
        let component = &source.parts[block.part];
        let written = &block.written[row];
        let flow = source.flow;
        let mut left = (None, block.x_em);
        for (slot, shaped) in block.rows.ranked.order[row].iter().zip(&written.slots) {
            let Some(form) = shaped.form else { continue };
            let entry = component.entries[*slot];
            let x = block.x_em + self.x_em[*slot];
            let area = Area {
                x: x - shaped.left_em,
                y,
                width: shaped.left_em + shaped.right_em,
                height: shaped.along_em,
            };
            plan.gaps
                .push(gap(flow, (part, row), left, (area.x, y), written.height_em));
            left = (Some(entry), area.x + area.width);
            plan.spots[entry] = Some(Spot {
                form,
                mark: flow.turned((x, y + source.mark_em(form))),
                lines: shaped.lines.words.clone(),
                is_cut: shaped.lines.is_cut,
                area: flow.turned_area(area),
                part: Some(part),
                row,
                counted: Vec::new(),
            });
        }
        let end = block.x_em + block.width_em;
        plan.gaps
            .push(gap(flow, (part, row), left, (end, y), written.height_em));
    }

    /// The extent of an entry along the reading direction.
    fn along_em(&self, row: usize, slot: usize) -> f32 {
        let mut order = self.block.rows.ranked.order[row].iter();
        let at = order.position(|it| *it == slot);
        at.map_or(0.0, |it| self.block.written[row].slots[it].along_em)
    }

    /// The corners of a link, from its cause to its effect.
    fn course(&self, source: &Source<'_>, own: usize, row_y: &[f32]) -> Vec<(f32, f32)> {
        let block = &self.block;
        let ranked = &block.rows.ranked;
        let link = &source.parts[block.part].own[own];
        let mut points: Vec<(f32, f32)> = Vec::new();
        for pair in ranked.chains[own].windows(2) {
            let piece = Piece::new(link, (pair[0], pair[1]), ranked.entries);
            let row = ranked.row[pair[0]];
            let Some(net) = block.rows.nets.of(row, &piece) else {
                continue;
            };
            let run = &self.channels[row].runs[net];
            let (from, to) = (run.upper(pair[0]), run.lower(pair[1]));
            if points.is_empty() {
                let start_em = match source.flow {
                    Flow::Down => MARK_EM,
                    Flow::Right => self.along_em(row, pair[0]),
                };
                points.push((block.x_em + from, row_y[row] + start_em));
            }
            if let Some(track) = run.track {
                let height_em = block.channel_em[row];
                let y = row_y[row]
                    + block.written[row].height_em
                    + self.channels[row].track_em(track, height_em);
                points.push((block.x_em + from, y));
                points.push((block.x_em + to, y));
            }
            if !ranked.is_lane(pair[1]) {
                points.push((block.x_em + to, row_y[row + 1] + MARK_EM));
            }
        }
        let mut points = without_steps(points);
        if ranked.turned[own] {
            points.reverse();
        }
        points.iter().map(|it| source.flow.turned(*it)).collect()
    }
}

/// The corners without those on a straight line.
fn without_steps(points: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    let mut kept: Vec<(f32, f32)> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., before, last] = kept.as_slice() {
            let upright = |a: f32, b: f32| (a - b).abs() < 0.035;
            let is_straight = (upright(before.0, last.0) && upright(last.0, point.0))
                || (upright(before.1, last.1) && upright(last.1, point.1));
            if is_straight {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

fn gap(
    flow: Flow,
    (part, row): (usize, usize),
    (after, from): (Option<usize>, f32),
    (to, y): (f32, f32),
    height: f32,
) -> Gap {
    Gap {
        part,
        pin: Pin { row, after },
        area: flow.turned_area(Area {
            x: from.min(to) - BESIDE_EM / 8.0,
            y,
            width: (to - from).max(0.0) + BESIDE_EM / 4.0,
            height,
        }),
    }
}

/// Where the chip with the count of an entry stands: its left edge and its middle.
#[must_use]
pub fn chip_at(spot: &Spot, last_line_em: f32) -> (f32, f32) {
    match spot.form {
        Form::Line => (
            spot.mark.0 + INDENT_EM + last_line_em + 0.5,
            spot.mark.1 + LINE_EM * spot.lines.len().saturating_sub(1) as f32,
        ),
        Form::Card => (
            spot.area.x + spot.area.width - 2.6,
            spot.area.y + spot.area.height - 0.85,
        ),
        Form::Mark | Form::Counted => (spot.mark.0 + HALF_EM + 0.3, spot.mark.1),
    }
}
