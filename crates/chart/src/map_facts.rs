//! What is known of a cause map beyond its picture.

use model::Hint;

/// What a cause map shows, and what it leaves out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapFacts {
    /// The same in a sentence for a note: "43 of 43 linked entries named, 41 in full; 42 of 42 links."
    pub counts: String,
    /// Entries with links.
    pub entries: usize,
    /// Entries whose whole title is drawn, or its first words.
    pub named: usize,
    /// Entries whose whole title is drawn.
    pub in_full: usize,
    /// Entries of which fewer words are drawn than would name them, because even these are long.
    pub shortest: usize,
    /// Entries that are marks alone.
    pub marks: usize,
    /// Entries that are not drawn but counted.
    pub counted: usize,
    /// Links between these entries, without those implied by chains of others.
    pub links: usize,
    /// Links that are drawn.
    pub links_drawn: usize,
    /// Links that are hidden because chains of others imply them.
    pub implied: usize,
    /// How often links cross.
    pub crossings: usize,
    /// Size of the letters in logical pixels.
    pub letter_px: f32,
    /// Rows and order, to be given back with the next request, so that one entry more moves few others.
    pub hint: Hint,
    /// The largest free corner of the picture, in logical pixels: left, top, width, height.
    pub corner: [f32; 4],
}
