//! Input and output of the time-aligned layout.

/// A node with a position in time and a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Where its mark stands.
    pub x_px: f32,
    /// Left edge of its box, which holds mark and label. Links arrive here.
    pub left_px: f32,
    /// Right edge of its box.
    pub right_px: f32,
    /// Height of its box.
    pub height_px: f32,
    /// How far left and right it needs its row to itself, for example for a line over its bounds.
    pub keep_px: (f32, f32),
}

/// A link, by the indices of its nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// Where it starts.
    pub cause: usize,
    /// Where it ends.
    pub effect: usize,
}

/// Distances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spacing {
    /// Between two rows without a link between them.
    pub row_gap_px: f32,
    /// Between two connected components of the graph.
    pub part_gap_px: f32,
    /// Between two links side by side.
    pub lane_px: f32,
    /// Between a link and any box other than its own.
    pub clear_px: f32,
    /// Height to fill, as far as rows may be spread to fill it.
    pub fill_px: f32,
}

impl Default for Spacing {
    fn default() -> Self {
        Self {
            row_gap_px: 4.0,
            part_gap_px: 12.0,
            lane_px: 6.0,
            clear_px: 4.0,
            fill_px: 0.0,
        }
    }
}

/// The finished layout.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The middle of each node's row, from 0 downward.
    pub y_px: Vec<f32>,
    /// The corners of each link from cause to effect, joined by straight segments. Empty for a link from a node to
    /// itself.
    pub courses: Vec<Vec<(f32, f32)>>,
    /// Total height.
    pub height_px: f32,
    /// The rows from the top down.
    pub rows: Vec<NodeRow>,
}

/// A row of nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NodeRow {
    /// The number by which a node is pinned to this row.
    pub number: f32,
    /// Its upper edge.
    pub top_px: f32,
    /// Its lower edge.
    pub bottom_px: f32,
}
