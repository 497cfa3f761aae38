//! Constants shared by reader and writer.

/// The first bytes of every picture.
pub const MAGIC: [u8; 4] = *b"FLSC";

/// The version of the byte layout; the screen painter refuses any other.
pub const VERSION: u16 = 2;

/// Numbers of the kinds of items.
pub(super) mod tag {
    pub(crate) const RECT: u8 = 0;
    pub(crate) const PATH: u8 = 1;
    pub(crate) const TEXT: u8 = 2;
    pub(crate) const CLIP: u8 = 3;
    pub(crate) const UNCLIP: u8 = 4;
    pub(crate) const GROUP: u8 = 5;
    pub(crate) const UNGROUP: u8 = 6;
}

/// Numbers of the segments of a path.
pub(super) mod step {
    pub(crate) const MOVE: u8 = 0;
    pub(crate) const LINE: u8 = 1;
    pub(crate) const CUBIC: u8 = 2;
    pub(crate) const CLOSE: u8 = 3;
}
