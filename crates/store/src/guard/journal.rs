//! Whether a journal next to the file belongs to it.
//!
//! SQLite rolls back any journal with the right name without asking. A journal left by another file of that name would
//! overwrite this one (for example when a copy is restored over a crashed workspace), and one that names a "super-journal"
//! makes SQLite look for that file and perhaps delete it. So the journal is checked before SQLite sees it.

use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom};

use super::place::{MAGIC, MARK, Place};
use crate::error::StoreError;

const JOURNAL_MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// An error when a log next to the file is not one that Faultline writes, or belongs to another file.
///
/// A write-ahead log is never ours, and SQLite would apply it even when the header does not ask for one.
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

/// An error when the journal of an interrupted change is not that of this file. Call it only for a journal that is to be
/// rolled back: then no connection holds a lock that reading the file directly could drop.
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
        // SQLite ignores it.
        return Ok(true);
    };
    let Some(now) = now else { return Ok(false) };
    Ok(match before(&mut journal, &first, bytes)? {
        // The first page is written last: until then its counter is unchanged.
        Some(before) => {
            let steps = now.counter.wrapping_sub(before.counter);
            steps <= 1 && before.pages == first.pages && before.is_ours
        }
        // Pages that are not in the journal were not changed.
        None => now.pages == first.pages,
    })
}

/// The start of the first page.
struct Start {
    /// Increases by one with each change.
    counter: u32,
    /// Pages of the file.
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

/// A segment of a journal: a header, then pages as they were before the change.
struct Segment {
    /// How many pages follow; the highest number means all that there are.
    count: u32,
    /// Pages of the file before the change.
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

/// The first page as it was before the change, if the change touched it.
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
