//! From slots to pixels: heights of layers, and the corners of links. Links run straight down past the boxes of a layer
//! and slant only between layers, so that none runs through a box.

use super::graph::{Edge, Node, Placed, Spacing};
use super::layering::Layering;

/// Pixel positions of one component, starting at 0.
pub(super) fn place(
    nodes: &[Node],
    edges: &[Edge],
    turned: &[bool],
    layering: &Layering,
    x_px: &[f32],
    spacing: &Spacing,
) -> Placed {
    let left = layering
        .slots
        .iter()
        .zip(x_px)
        .map(|(slot, x)| x - slot.width_px / 2.0);
    let left = left.fold(f32::INFINITY, f32::min);
    let right = layering
        .slots
        .iter()
        .zip(x_px)
        .map(|(slot, x)| x + slot.width_px / 2.0);
    let right = right.fold(f32::NEG_INFINITY, f32::max);
    let bands = bands(layering, spacing);
    let at = |slot: u32| {
        let band = bands[layering.slots[slot as usize].layer as usize];
        Spot {
            x: x_px[slot as usize] - left,
            band,
            half: layering.slots[slot as usize].height_px / 2.0,
            is_way: layering.slots[slot as usize].is_way,
        }
    };
    let course = |chain: &Vec<u32>| {
        let spots: Vec<Spot> = chain.iter().map(|it| at(*it)).collect();
        corners(&spots)
    };
    let courses = layering.chains.iter().zip(turned).map(|(chain, turned)| {
        let mut corners = course(chain);
        if *turned {
            corners.reverse();
        }
        corners
    });
    let label = |(edge, chain): (&Edge, &Vec<u32>)| {
        edge.label?;
        let middle = chain.get(chain.len() / 2).map(|it| at(*it))?;
        Some((middle.x, middle.middle()))
    };
    Placed {
        center_px: (0..nodes.len() as u32)
            .map(|it| (at(it).x, at(it).middle()))
            .collect(),
        courses: courses.collect(),
        labels: edges.iter().zip(&layering.chains).map(label).collect(),
        turned: turned.to_vec(),
        layer: layering.slots[..nodes.len()]
            .iter()
            .map(|it| it.layer as usize)
            .collect(),
        width_px: (right - left).max(0.0),
        height_px: bands.last().map_or(0.0, |it| it.1),
    }
}

/// Upper and lower end of each layer.
fn bands(layering: &Layering, spacing: &Spacing) -> Vec<(f32, f32)> {
    let mut top = 0.0;
    let mut bands = Vec::with_capacity(layering.layers.len());
    for layer in &layering.layers {
        let heights = layer
            .iter()
            .map(|it| layering.slots[*it as usize].height_px);
        let bottom = top + heights.fold(0.0, f32::max);
        bands.push((top, bottom));
        top = bottom + spacing.layer_gap_px;
    }
    bands
}

/// A slot in pixels.
#[derive(Clone, Copy)]
struct Spot {
    x: f32,
    band: (f32, f32),
    half: f32,
    is_way: bool,
}

impl Spot {
    fn middle(&self) -> f32 {
        f32::midpoint(self.band.0, self.band.1)
    }
}

/// The corners from the lower edge of the first box to the upper edge of the last.
fn corners(spots: &[Spot]) -> Vec<(f32, f32)> {
    let mut points = Vec::with_capacity(2 * spots.len());
    for (at, spot) in spots.iter().enumerate() {
        let is_first = at == 0;
        let is_last = at + 1 == spots.len();
        if !is_first {
            points.push((spot.x, spot.band.0));
        }
        if is_last && !spot.is_way {
            points.push((spot.x, spot.middle() - spot.half));
        } else if is_first && !spot.is_way {
            points.push((spot.x, spot.middle() + spot.half));
        }
        if !is_last {
            points.push((spot.x, spot.band.1));
        }
    }
    straighten(&mut points);
    points
}

/// Removes corners where the direction does not change.
fn straighten(points: &mut Vec<(f32, f32)>) {
    points.dedup();
    let mut kept: Vec<(f32, f32)> = Vec::with_capacity(points.len());
    for &point in points.iter() {
        while let [.., before, here] = kept.as_slice() {
            let area = (here.0 - before.0) * (point.1 - before.1)
                - (point.0 - before.0) * (here.1 - before.1);
            if area.abs() > 0.01 {
                break;
            }
            kept.pop();
        }
        kept.push(point);
    }
    *points = kept;
}
