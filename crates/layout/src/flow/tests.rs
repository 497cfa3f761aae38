//! What must hold of any layout for a room.
