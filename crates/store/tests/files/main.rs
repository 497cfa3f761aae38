//! Tests of workspace files as they lie on a disk: of earlier versions, damaged, hostile.

mod gulf;
mod said;
mod versions;
