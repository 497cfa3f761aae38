//! Tests of workspace files as they lie on a disk: of earlier versions, damaged, hostile.

#[cfg(test)]
mod gulf;
#[cfg(test)]
mod said;
#[cfg(test)]
mod versions;
