//! Placing the labels of a lane: whole beside, in or over the mark; otherwise on two lines, the second of them in the
//! row below; otherwise in the row below alone. If none of that fits, a label is shortened, and finally left out.

mod lane;
mod mark;
#[cfg(test)]
mod tests;

use lane::Lane;
pub use mark::{GAP_PX, Mark, Placed, SHORTEST_PX, Second, Side};

/// Places the labels of one lane between `left_px` and `right_px`; marks may extend beyond them. `in_two` gives the
/// widths of the two lines of a label within the room for each, if it can be broken that way.
///
/// No label overlaps another label, or any mark except its own band or whisker.
#[must_use]
pub fn place(
    marks: &[Mark],
    (left_px, right_px): (f32, f32),
    second: Second,
    in_two: impl Fn(usize, (f32, f32)) -> Option<(f32, f32)>,
) -> Vec<Option<Placed>> {
    let mut lane = Lane::new(marks, (left_px, right_px), second);
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(marks[at].weight), at));
    let mut placed = vec![None; marks.len()];
    for at in order {
        let mark = &marks[at];
        if mark.to_px < left_px || mark.from_px > right_px || mark.label_px <= 0.0 {
            continue;
        }
        let on_two = |lane: &Lane| lane.in_two(at, mark, |rooms| in_two(at, rooms));
        // If a row was kept free for a second line, a single line would leave it empty.
        let kept = mark.keeps_below.then(|| on_two(&lane)).flatten();
        let kept = kept.filter(|it| it.side == Side::Right);
        let found = kept.or_else(|| lane.whole(at, mark));
        let found = found.or_else(|| on_two(&lane));
        let found = found.or_else(|| lane.below(mark));
        placed[at] = found.or_else(|| lane.shortened(at, mark));
        lane.take(at, mark, placed[at].as_ref());
    }
    placed
}
