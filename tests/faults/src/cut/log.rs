//! The recorder's log: every operation on the files of one folder, in order.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// One operation. Files are named without their folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Operation {
    /// Opened, and made if it was not there.
    Create(String),
    /// Bytes written at an offset.
    Write(String, usize, Vec<u8>),
    /// Cut or extended to a length in bytes.
    Resize(String, usize),
    /// Everything written to the file has reached the disk.
    Sync(String),
    /// Every name in the folder has reached the disk.
    SyncFolder,
    /// Removed.
    Remove(String),
    /// Renamed from, to.
    Rename(String, String),
    /// The program has told somebody that this step is saved.
    Ack(u64),
}

/// Reads the log at `path`. A record that was not finished ends it.
///
/// # Errors
/// When it is no log.
pub(crate) fn read(path: &Path) -> Result<Vec<Operation>> {
    let bytes = std::fs::read(path).context("the recorder wrote no log")?;
    let mut rest = bytes.as_slice();
    let mut all = Vec::new();
    while let Some(record) = Record::next(&mut rest) {
        all.push(record.operation()?);
    }
    Ok(all)
}

/// Type, path, offset and length as they stand in the log; the bytes follow for some types.
struct Record<'a> {
    kind: u8,
    path: &'a [u8],
    offset: usize,
    bytes: &'a [u8],
}

impl<'a> Record<'a> {
    fn next(rest: &mut &'a [u8]) -> Option<Self> {
        let kind = *take(rest, 1)?.first()?;
        let length = take(rest, 4)?.try_into().ok().map(u32::from_le_bytes)?;
        let path = take(rest, usize::try_from(length).ok()?)?;
        let offset = number(rest)?;
        let length = number(rest)?;
        let has_bytes = matches!(kind, b'W' | b'R' | b'A');
        let bytes = take(rest, if has_bytes { length } else { 0 })?;
        Some(Self {
            kind,
            path,
            offset,
            bytes,
        })
    }

    fn operation(self) -> Result<Operation> {
        let file = name(self.path)?;
        Ok(match self.kind {
            b'C' => Operation::Create(file),
            b'W' => Operation::Write(file, self.offset, self.bytes.to_vec()),
            b'T' => Operation::Resize(file, self.offset),
            b'S' => Operation::Sync(file),
            b'D' => Operation::SyncFolder,
            b'U' => Operation::Remove(file),
            b'R' => Operation::Rename(file, name(self.bytes)?),
            b'A' => Operation::Ack(std::str::from_utf8(self.bytes)?.trim().parse()?),
            other => bail!("the recorder's log has a record of type {other}"),
        })
    }
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let bytes = take(rest, 8)?.try_into().ok()?;
    usize::try_from(u64::from_le_bytes(bytes)).ok()
}

fn name(path: &[u8]) -> Result<String> {
    let path = Path::new(std::str::from_utf8(path)?);
    let name = path.file_name().and_then(OsStr::to_str);
    Ok(name.context("a record without a name")?.to_owned())
}
