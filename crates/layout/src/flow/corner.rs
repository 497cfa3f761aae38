//! The largest free corner of the page.

use super::graph::{Area, Plan};

/// Distance kept from what is drawn.
const CLEAR_EM: f32 = 0.8;

/// The largest empty rectangle with one corner in a corner of the page.
pub(super) fn corner(plan: &Plan, width: f32, height: f32) -> Area {
    let taken = taken(plan);
    let mut best = Area::default();
    for (is_right, is_bottom) in [(true, true), (false, true), (true, false), (false, false)] {
        // Distances from that corner: how near something comes from the side, by how near from above or below.
        let mut edges: Vec<(f32, f32)> = taken
            .iter()
            .map(|it| {
                let aside = if is_right {
                    width - it.x - it.width
                } else {
                    it.x
                };
                let above = if is_bottom {
                    height - it.y - it.height
                } else {
                    it.y
                };
                (above.max(0.0), aside.max(0.0))
            })
            .collect();
        edges.push((height, 0.0));
        edges.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut free = width;
        for (far, aside) in edges {
            let area = Area {
                x: if is_right { width - free } else { 0.0 },
                y: if is_bottom { height - far } else { 0.0 },
                width: free,
                height: far,
            };
            if area.width * area.height > best.width * best.height + 0.01 {
                best = area;
            }
            free = free.min(aside);
        }
    }
    best
}

fn taken(plan: &Plan) -> Vec<Area> {
    let spots = plan.spots.iter().flatten().map(|it| it.area);
    let headings = plan.parts.iter().map(|it| it.heading);
    let lines = plan.courses.iter().flat_map(|it| it.windows(2));
    let lines = lines.map(|it| Area {
        x: it[0].0.min(it[1].0),
        y: it[0].1.min(it[1].1),
        width: (it[0].0 - it[1].0).abs(),
        height: (it[0].1 - it[1].1).abs(),
    });
    let rest = std::iter::once(plan.rest).filter(|it| it.width > 0.0);
    let all = spots.chain(headings).chain(lines).chain(rest);
    all.map(|it| Area {
        x: it.x - CLEAR_EM,
        y: it.y - CLEAR_EM,
        width: it.width + 2.0 * CLEAR_EM,
        height: it.height + 2.0 * CLEAR_EM,
    })
    .collect()
}
