//! How many entries get another left neighbor when an entry is added, with the stored rows and order.

use std::collections::BTreeMap;

use model::{EventId, Held, Hint, Workspace};

use super::direct::{SLIDE_ROOM_PX, cause_map, look};
use super::table::Row;

const MOST_PERCENT: f64 = 10.0;

/// Each entry with its left neighbor.
type Left = BTreeMap<EventId, Option<EventId>>;

/// Takes each entry of `workspace` away in turn and puts it back.
pub(super) fn stability(workspace: &Workspace) -> Vec<Row> {
    let slide = look(SLIDE_ROOM_PX, true);
    let draw = |workspace: &Workspace, hint: Option<&Hint>| -> Hint {
        let facts = cause_map(workspace, slide, hint).map;
        facts.unwrap_or_default().hint
    };
    let whole = draw(workspace, None);
    let before = left_neighbors(&whole);
    let (mut sum, mut worst) = (0.0, 0.0_f64);
    for gone in before.keys() {
        let hint = draw(&without(workspace, *gone), Some(&whole));
        let after = left_neighbors(&hint);
        let mut again = left_neighbors(&draw(workspace, Some(&hint)));
        again.remove(gone);
        let share = moved(&after, &again);
        sum += share;
        worst = worst.max(share);
    }
    let mean = 100.0 * sum / before.len().max(1) as f64;
    vec![Row::barred(
        "one entry more: others with another left neighbor, mean",
        format!("{mean:.1} % (worst {:.0} %)", worst * 100.0),
        "at most 10 %",
        mean <= MOST_PERCENT,
    )]
}

fn without(workspace: &Workspace, gone: EventId) -> Workspace {
    let mut without = workspace.clone();
    without.events.retain(|it| it.id != gone);
    without
        .links
        .retain(|it| it.cause != gone && it.effect != gone);
    without
}

fn left_neighbors(hint: &Hint) -> Left {
    let mut left = Left::new();
    for row in hint.parts.iter().flatten() {
        let mut before = None;
        for it in row {
            if let Held::Node(id) = it {
                let id = EventId(*id);
                left.insert(id, before.replace(id));
            }
        }
    }
    left
}

/// The share of entries in both that have another left neighbor.
fn moved(a: &Left, b: &Left) -> f64 {
    let common = a.iter().filter(|it| b.contains_key(it.0));
    let all = common.clone().count().max(1);
    common.filter(|it| b.get(it.0) != Some(it.1)).count() as f64 / all as f64
}
