//! A journal that lies beside the file: does it belong to it?
//!
//! SQLite rolls any journal with the right name back into the file, unasked. A journal left by another file of that name
//! would overwrite this one (a copy restored over a crashed workspace), and one that names a "super-journal" has SQLite
//! look for that file and, if it likes what is in it, delete it. So the journal is read before SQLite may.

use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom};

use super::place::{MAGIC, MARK, Place};
use crate::error::StoreError;

const JOURNAL_MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// Tells when a log beside the file is not one that Faultline writes, or was left by another file.
///
/// A write-ahead log is never ours, and is read in even where the file does not call for one.
pub(super) fn no_foreign_log(place: &Place, file: &str) -> std::result::Result<(), StoreError> {
    for ending in ["-wal", "-journal"] {
        let beside = place.beside(ending);
        let foreign = match std::fs::metadata(&beside) {
            Ok(meta) if meta.len() == 0 => false,
            Ok(_) if ending == "-wal" => true,
            Ok(meta) => !meta.is_file(),
            Err(_) => false,
        };
        if foreign {
            return Err(stray(file, ending));
        }
    }
    Ok(())
}

fn stray(file: &str, ending: &str) -> StoreError {
    StoreError::StrayLog {
        file: file.to_owned(),
        log: format!("{file}{ending}"),
    }
}

/// Tells when the journal of a change that was cut off is not that of this file. Call it only for a journal that is to be
/// rolled back: then no connection holds a lock that reading past SQLite could drop.
pub(super) fn belongs(place: &Place, file: &str) -> std::result::Result<(), StoreError> {
    match is_own(place) {
        Ok(true) => Ok(()),
        Ok(false) => Err(stray(file, "-journal")),
        Err(error) => Err(StoreError::System {
            file: file.to_owned(),
            detail: error.to_string(),
        }),
    }
}

fn is_own(place: &Place) -> Result<bool> {
    let now = Start::of(&read(&mut File::open(place.path())?, 0, 100)?);
    let mut journal = File::open(place.beside("-journal"))?;
    let bytes = journal.metadata()?.len();
    // A journal of several files ends in the name of another, followed by these.
    if bytes >= 16 && read(&mut journal, bytes - 8, 8)? == JOURNAL_MAGIC {
        return Ok(false);
    }
    let Some(first) = Segment::at(&mut journal, 0)? else {
        // SQLite takes it for none.
        return Ok(true);
    };
    let Some(now) = now else { return Ok(false) };
    Ok(match before(&mut journal, &first, bytes)? {
        // The first page is written last: before that, the counter still is what it was.
        Some(before) => {
            let steps = now.counter.wrapping_sub(before.counter);
            steps <= 1 && before.pages == first.pages && before.is_ours
        }
        // What is not in the journal was not changed.
        None => now.pages == first.pages,
    })
}

/// The start of the first page.
struct Start {
    /// Goes up by one with each change.
    counter: u32,
    /// PageCheck of the file.
    pages: u32,
    is_ours: bool,
}

impl Start {
    fn of(bytes: &[u8]) -> Option<Self> {
        let is_ours = bytes.starts_with(MAGIC) && bytes.get(68..72)? == MARK;
        Some(Self {
            counter: number(bytes, 24)?,
            pages: number(bytes, 28)?,
            is_ours,
        })
    }
}

/// A stretch of a journal: a header, then pages as they were before the change.
struct Segment {
    /// How many pages follow it; as many as there are when it is the highest number.
    count: u32,
    /// PageCheck of the file before the change.
    pages: u32,
    sector_bytes: u64,
    page_bytes: u64,
}

impl Segment {
    fn at(journal: &mut File, offset: u64) -> Result<Option<Self>> {
        let bytes = read(journal, offset, 28)?;
        if !bytes.starts_with(&JOURNAL_MAGIC) {
            return Ok(None);
        }
        let size = |at, least: u32| {
            number(&bytes, at).filter(|it| it.is_power_of_two() && (least..=65_536).contains(it))
        };
        let (Some(sector), Some(page)) = (size(20, 32), size(24, 512)) else {
            return Ok(None);
        };
        Ok(Some(Self {
            count: number(&bytes, 8).unwrap_or(0),
            pages: number(&bytes, 16).unwrap_or(0),
            sector_bytes: sector.into(),
            page_bytes: page.into(),
        }))
    }
}

/// The first page as it was before the change, when the change touched it.
fn before(journal: &mut File, first: &Segment, bytes: u64) -> Result<Option<Start>> {
    let (sector, record) = (first.sector_bytes, first.page_bytes + 8);
    let mut offset = 0;
    while let Some(segment) = Segment::at(journal, offset)? {
        let start = offset + sector;
        let there = bytes.saturating_sub(start) / record;
        let count = there.min(segment.count.into());
        for at in (0..count).map(|it| start + it * record) {
            let page = read(journal, at, 104)?;
            if number(&page, 0) == Some(1) {
                return Ok(Start::of(&page[4..]));
            }
        }
        offset = (start + count * record).next_multiple_of(sector);
        if offset >= bytes {
            break;
        }
    }
    Ok(None)
}

/// Up to `length` bytes from `offset` on; fewer at the end.
fn read(file: &mut File, offset: u64, length: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(offset))?;
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}
