//! What the layered layout is given, and what it gives back.

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Its width, across the flow.
    pub width_px: f32,
    /// Its height, along the flow.
    pub height_px: f32,
}

/// A link, by the places of its nodes in the list of nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Width and height of a label that wants room of its own on the way.
    pub label: Option<(f32, f32)>,
}

/// Distances, and the shape of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spacing {
    /// Between two boxes of one layer. Links keep a part of it.
    pub node_gap_px: f32,
    /// Between two layers.
    pub layer_gap_px: f32,
    /// How many times wider than high the page is on which parts without a link in common are put side by side.
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

/// How hard crossings are sought out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effort {
    /// One attempt from the order of the list: adding a node moves few others.
    #[default]
    Steady,
    /// Many attempts, of which the best is kept: some 6 % fewer crossings, and less steady.
    Thorough,
}

/// Where everything goes; y grows with the flow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The middle of each box.
    pub center_px: Vec<(f32, f32)>,
    /// The corners of each link from the rim of its first box to that of its last; it runs straight between them. Empty
    /// for a link from a node to itself.
    pub courses: Vec<Vec<(f32, f32)>>,
    /// The middle of the room of each label.
    pub labels: Vec<Option<(f32, f32)>>,
    /// Whether a link runs against the flow, because it closes a cycle.
    pub turned: Vec<bool>,
    /// The layer of each node within its part, from 0.
    pub layer: Vec<usize>,
    /// Width of it all.
    pub width_px: f32,
    /// Height of it all.
    pub height_px: f32,
}
