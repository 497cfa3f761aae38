//! Input and output of the layered layout.

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Its width, across the flow.
    pub width_px: f32,
    /// Its height, along the flow.
    pub height_px: f32,
}

/// A link, by the indices of its nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Width and height of its label, if it needs room for one.
    pub label: Option<(f32, f32)>,
}

/// Distances, and the shape of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spacing {
    /// Between two boxes of one layer. Links use a part of it.
    pub node_gap_px: f32,
    /// Between two layers.
    pub layer_gap_px: f32,
    /// Width divided by height of the area in which connected components are arranged.
    pub aspect: f32,
}

impl Default for Spacing {
    fn default() -> Self {
        Self {
            node_gap_px: 40.0,
            layer_gap_px: 60.0,
            aspect: 1.6,
        }
    }
}

/// How hard to look for an order with few crossings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effort {
    /// One attempt from the order of the list: adding a node moves few others.
    #[default]
    Steady,
    /// Many attempts, of which the best is kept: about 6 % fewer crossings, but less stable.
    Thorough,
}

/// The finished layout; y grows with the flow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The middle of each box.
    pub center_px: Vec<(f32, f32)>,
    /// The corners of each link from the edge of its first box to that of its last, joined by straight segments. Empty
    /// for a link from a node to itself.
    pub courses: Vec<Vec<(f32, f32)>>,
    /// The middle of the room for each label.
    pub labels: Vec<Option<(f32, f32)>>,
    /// Whether a link runs against the flow because it closes a cycle.
    pub turned: Vec<bool>,
    /// The layer of each node within its component, from 0.
    pub layer: Vec<usize>,
    /// Total width.
    pub width_px: f32,
    /// Total height.
    pub height_px: f32,
}
