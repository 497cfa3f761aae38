//! Saving what can be read of damaged files.

use std::fmt::Write;
use std::path::Path;
use std::sync::OnceLock;

use model::{
    ActorId, CitationId, ClaimId, EventId, LinkId, PlaceId, SourceId, Target, ThemeId, Workspace,
};
use store::{File, Salvaged, StoreError, examine, salvage};

use crate::gulf::{gulf, gulf_before_3};
use crate::lying::{Dice, PAGE_BYTES, altered, contents, lying, refused, whole};
use crate::said::said;

/// Saves what is in `bytes`, which must stay as they are, and reads it back.
fn saved(bytes: &[u8]) -> Result<(Salvaged, Workspace), StoreError> {
    let (folder, path) = lying(bytes);
    let to = folder.path().join("saved.faultline");
    let salvaged = salvage(&path, &to);
    assert!(
        std::fs::read(&path).unwrap() == bytes,
        "the damaged file was touched"
    );
    match salvaged {
        Ok(salvaged) => {
            let read = File::open(&to).unwrap().read().unwrap();
            assert_eq!(contents(folder.path()).len(), 2, "nothing else is left");
            consistent(&salvaged, &read);
            Ok((salvaged, read))
        }
        Err(error) => {
            assert_eq!(contents(folder.path()).len(), 1, "{error}");
            Err(error)
        }
    }
}

/// What is told is what is there.
fn consistent(salvaged: &Salvaged, read: &Workspace) {
    assert!(salvaged.events.found <= read.events.len());
    assert_eq!(salvaged.links.found, read.links.len());
    assert_eq!(salvaged.citations.found, read.citations.len());
    for (kind, tally) in salvaged.tallies() {
        assert!(tally.doubtful <= tally.found, "{kind}: {tally:?}");
    }
}

/// How often the twelve events come.
const TURNS: i64 = 30;
const EVENTS: usize = 360;
const LINKS: usize = 300;

/// How often what is thrown for is tried; `FAULTLINE_ROUNDS` asks for more.
fn rounds(usual: usize) -> usize {
    std::env::var("FAULTLINE_ROUNDS").map_or(usual, |it| it.parse().unwrap())
}

/// Many events, so that tables fill more than a page each and lists spill over.
fn many() -> Workspace {
    let (one, mut all) = (gulf(), gulf());
    for turn in 1..TURNS {
        let (events, links) = (turn * 12, turn * 10);
        all.events.extend(one.events.iter().cloned().map(|mut it| {
            it.id = EventId(it.id.0 + events);
            it.handle = format!("E-{turn}-{}", it.id.0);
            it.concerns = it.concerns.map(|it| EventId(it.0 + events));
            it
        }));
        all.links.extend(one.links.iter().cloned().map(|mut it| {
            it.id = LinkId(it.id.0 + links);
            (it.cause.0, it.effect.0) = (it.cause.0 + events, it.effect.0 + events);
            it
        }));
        all.sources
            .extend(one.sources.iter().cloned().map(|mut it| {
                it.id = SourceId(it.id.0 + turn * 3);
                it.handle = format!("S-{}", it.id.0);
                it
            }));
        all.claims.extend(one.claims.iter().cloned().map(|mut it| {
            (it.id, it.event) = (ClaimId(it.id.0 + turn * 3), EventId(it.event.0 + events));
            it
        }));
        all.citations
            .extend(one.citations.iter().cloned().map(|mut it| {
                it.id = CitationId(it.id.0 + turn * 6);
                it.source = SourceId(it.source.0 + turn * 3);
                it.target = match it.target {
                    Target::Event(id) => Target::Event(EventId(id.0 + events)),
                    Target::Claim(id) => Target::Claim(ClaimId(id.0 + turn * 3)),
                    Target::Link(id) => Target::Link(LinkId(id.0 + links)),
                };
                it
            }));
    }
    all
}

fn many_bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gulf.faultline");
        let mut file = File::create(&path).unwrap();
        let workspace = many();
        file.change("Import", |edit| edit.put_workspace(&workspace))
            .unwrap();
        drop(file);
        std::fs::read(path).unwrap()
    })
}

fn version_1() -> Vec<u8> {
    std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/versions/1.faultline"
    ))
    .unwrap()
}

fn nothing_lost(salvaged: &Salvaged, what: &str) {
    for (kind, tally) in salvaged.tallies() {
        assert!(
            tally.lost == 0 && tally.doubtful == 0,
            "{what}, {kind}: {tally:?} {salvaged:#?}"
        );
    }
    assert!(
        salvaged.doubtful.is_empty() && salvaged.mended.is_empty(),
        "{what}: {salvaged:#?}"
    );
}

#[test]
fn whole_files_are_saved_whole() {
    for (bytes, truth) in [
        (whole().to_vec(), gulf()),
        (version_1(), gulf_before_3()),
        (many_bytes().to_vec(), many()),
    ] {
        let (salvaged, read) = saved(&bytes).unwrap();
        nothing_lost(&salvaged, "whole");
        assert_eq!(said(&read), said(&truth));
        let (_folder, path) = lying(&bytes);
        let found = examine(&path).unwrap();
        assert!(found.is_whole(), "{:?}", found.wrong);
        assert!(std::fs::read(&path).unwrap() == bytes);
    }
}

#[test]
fn what_was_deleted_stays_deleted() {
    let (_folder, path) = lying(many_bytes());
    let mut file = File::open(&path).unwrap();
    file.change("Delete", |edit| {
        for event in 101..=200 {
            let of_event = |it: &&model::Citation| it.target == Target::Event(EventId(event));
            for it in many().citations.iter().filter(of_event) {
                edit.delete_citation(it.id)?;
            }
        }
        (101..=200).try_for_each(|id| edit.delete_event(EventId(id)))
    })
    .unwrap();
    let truth = file.read().unwrap();
    drop(file);
    let bytes = std::fs::read(&path).unwrap();
    let (salvaged, read) = saved(&bytes).unwrap();
    nothing_lost(&salvaged, "after deleting");
    assert_eq!(said(&read), said(&truth));
}

#[test]
fn without_its_header_all_is_found() {
    for (bytes, truth) in [
        (whole().to_vec(), gulf()),
        (version_1(), gulf_before_3()),
        (many_bytes().to_vec(), many()),
    ] {
        let mut bytes = bytes;
        bytes[..100].fill(0);
        let (folder, path) = lying(&bytes);
        assert!(matches!(refused(&path), StoreError::NotAWorkspace { .. }));
        let found = examine(&path).unwrap();
        assert!(!found.is_whole());
        drop(folder);
        let (salvaged, read) = saved(&bytes).unwrap();
        nothing_lost(&salvaged, "no header");
        assert_eq!(said(&read), said(&truth));
    }
}

#[test]
fn without_its_list_of_tables_nearly_all_is_found() {
    let mut bytes = many_bytes().to_vec();
    bytes[..PAGE_BYTES].fill(0);
    let (salvaged, _) = saved(&bytes).unwrap();
    println!("first page zeroed:\n{}", table(&salvaged));
    assert_eq!(salvaged.events.found, EVENTS, "{salvaged:#?}");
    assert_eq!(salvaged.links.found, LINKS);
    // Every page that lists tables.
    for page in 0..bytes.len() / PAGE_BYTES {
        let of_page = &bytes[page * PAGE_BYTES..(page + 1) * PAGE_BYTES];
        let lists = of_page.windows(13).any(|it| it == b"CREATE TABLE ")
            || of_page.windows(13).any(|it| it == b"CREATE INDEX ");
        if lists {
            bytes[page * PAGE_BYTES..(page + 1) * PAGE_BYTES].fill(0);
        }
    }
    let (salvaged, read) = saved(&bytes).unwrap();
    println!("every list of tables zeroed:\n{}", table(&salvaged));
    assert_eq!(salvaged.links.found, LINKS);
    assert_eq!(salvaged.events.found, EVENTS);
    let whole = said(&many());
    let same = said(&read).lines().filter(|it| whole.contains(it)).count();
    println!("{same} of {} lines as they were", whole.lines().count());
}

#[test]
fn pages_of_other_sizes() {
    for size in [512, 1024, 8192, 65_536] {
        let (_folder, path) = altered(|db| {
            db.execute_batch(&format!("PRAGMA page_size = {size}; VACUUM"))
                .unwrap();
        });
        let mut bytes = std::fs::read(&path).unwrap();
        let (salvaged, read) = saved(&bytes).unwrap();
        nothing_lost(&salvaged, &format!("pages of {size}"));
        assert_eq!(said(&read), said(&gulf()), "{size}");
        bytes[..100].fill(0);
        let (_, read) = saved(&bytes).unwrap();
        assert_eq!(said(&read), said(&gulf()), "{size}");
    }
}

fn table(salvaged: &Salvaged) -> String {
    let mut text = String::new();
    for (kind, tally) in salvaged.tallies() {
        write!(text, "  {kind} {}", tally.found).unwrap();
        if tally.doubtful + tally.lost > 0 {
            write!(text, " ({} doubtful, {} lost)", tally.doubtful, tally.lost).unwrap();
        }
    }
    text
}

/// Seen with `--nocapture`.
#[test]
fn damage_of_every_kind() {
    let length = many_bytes().len();
    let pages = length / PAGE_BYTES;
    let cut = |share: usize| many_bytes()[..length / 100 * share].to_vec();
    let mut cases = vec![
        ("cut off at 90 %", cut(90), EVENTS),
        ("cut off at half", cut(50), EVENTS / 2),
    ];
    let mut header = many_bytes().to_vec();
    header[..100].fill(0);
    cases.push(("header zeroed", header, EVENTS));
    let mut dice = Dice(5);
    let mut zeroed = many_bytes().to_vec();
    for _ in 0..20 {
        let page = dice.below(pages - 1) + 1;
        zeroed[page * PAGE_BYTES..(page + 1) * PAGE_BYTES].fill(0);
    }
    cases.push(("20 pages zeroed", zeroed, EVENTS / 10 * 8));
    let mut half = many_bytes().to_vec();
    for _ in 0..20 {
        let page = dice.below(pages - 1) + 1;
        half[page * PAGE_BYTES..page * PAGE_BYTES + 512].fill(0);
    }
    cases.push(("512 bytes of 20 pages zeroed", half, EVENTS / 10 * 9));
    let mut flipped = many_bytes().to_vec();
    for _ in 0..500 {
        flipped[dice.below(length)] ^= 1 << dice.below(8);
    }
    cases.push(("500 bits flipped", flipped, EVENTS / 10 * 9));
    for (what, bytes, least) in cases {
        let (salvaged, read) = saved(&bytes).unwrap();
        println!("{what}:\n{}", table(&salvaged));
        assert!(
            salvaged.events.found >= least,
            "{what}: {:?}",
            salvaged.events
        );
        told(&salvaged, &read, what);
    }
}

/// Everything that is not as it was is said to be doubtful or was mended.
fn told(salvaged: &Salvaged, read: &Workspace, what: &str) {
    let truth = many();
    let mut wrong = 0;
    for event in &read.events {
        let same = truth.event(event.id).is_some_and(|it| it == event);
        let named = || {
            let handles = [event.handle.as_str(), event.title.as_str()];
            salvaged
                .doubtful
                .iter()
                .chain(&salvaged.mended)
                .any(|said| handles.iter().any(|it| said.contains(it)))
        };
        if !same {
            wrong += 1;
            assert!(
                named(),
                "{what}: {event:?} is not what it was, and nobody says so"
            );
        }
    }
    assert!(
        wrong <= salvaged.events.doubtful + salvaged.mended.len(),
        "{what}"
    );
}

#[test]
fn each_page_lost_in_turn() {
    let (mut dice, mut fewest) = (Dice(8), usize::MAX);
    let pages = many_bytes().len() / PAGE_BYTES;
    for _ in 0..rounds(16) {
        let page = dice.below(pages);
        let mut bytes = many_bytes().to_vec();
        bytes[page * PAGE_BYTES..(page + 1) * PAGE_BYTES].fill(0);
        let (salvaged, read) = saved(&bytes).unwrap();
        told(&salvaged, &read, &format!("page {page} lost"));
        fewest = fewest.min(salvaged.events.found);
    }
    println!("one page lost: never fewer than {fewest} of {EVENTS} events");
    assert!(fewest > EVENTS - 40);
}

#[test]
fn what_refers_to_lost_things_is_mended() {
    let lost = "PRAGMA foreign_keys = OFF; DELETE FROM theme WHERE id = 3; DELETE FROM actor WHERE id = 2;
        DELETE FROM place WHERE id = 1; DELETE FROM category WHERE id = 2; DELETE FROM layer WHERE id = 2;
        DELETE FROM source WHERE id = 2; DELETE FROM event WHERE id = 8; DELETE FROM claim WHERE id = 1;
        DELETE FROM link_type WHERE handle = 'hinders'";
    let (_folder, path) = altered(|db| db.execute_batch(lost).unwrap());
    let (salvaged, read) = saved(&std::fs::read(&path).unwrap()).unwrap();
    println!("{salvaged:#?}");
    assert_eq!(read.theme(ThemeId(3)).unwrap().name, "Theme 3 (lost)");
    assert_eq!(read.actor(ActorId(2)).unwrap().name, "Actor 2 (lost)");
    assert_eq!(read.place(PlaceId(1)).unwrap().name, "Place 1 (lost)");
    assert_eq!(read.source(SourceId(2)).unwrap().title, "Source 2 (lost)");
    assert_eq!(read.links.len(), 10 - 3, "those at event 8");
    assert_eq!(salvaged.links.lost, 3);
    assert_eq!(read.event(EventId(12)).unwrap().concerns, None);
    assert_eq!((salvaged.events.found, salvaged.events.lost), (11, 1));
    assert_eq!((salvaged.themes.found, salvaged.themes.lost), (3, 1));
    assert!(
        read.link_types
            .iter()
            .any(|it| it.label == "hinders (lost)")
    );
    assert_eq!(
        salvaged.mended.len(),
        salvaged
            .mended
            .iter()
            .filter(|it| it.ends_with('.'))
            .count()
    );
}

#[test]
fn values_that_make_no_sense_are_emptied() {
    let wrong = "PRAGMA ignore_check_constraints = ON; UPDATE event SET kind = 'gossip' WHERE id = 1;
        UPDATE event SET date_edtf = 'soon' WHERE id = 2; UPDATE event SET severity = 77, tone = 'x' WHERE id = 3;
        UPDATE citation SET credibility = '9' WHERE id = 1; UPDATE link SET lag_days = 1099511627776 WHERE id = 2";
    let (_folder, path) = altered(|db| db.execute_batch(wrong).unwrap());
    let (salvaged, read) = saved(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(read.events.len(), 12, "{salvaged:#?}");
    assert_eq!(salvaged.events.doubtful, 3);
    assert_eq!(read.events[0].kind, model::Kind::Event);
    assert_eq!(read.events[1].date, None);
    assert_eq!(read.events[2].severity, 3);
    assert_eq!(read.links[1].lag_days, None);
    assert_eq!(read.citations[0].credibility, None);
    assert_eq!(salvaged.doubtful.len(), 5);
}

#[test]
fn a_change_that_was_cut_off_is_left_out() {
    let (_folder, path) = lying(whole());
    let (crashed, copy) = crate::journals::cut_off(&path, "UPDATE event SET title = 'Half'");
    let before = contents(crashed.path());
    let to = crashed.path().join("saved.faultline");
    salvage(&copy, &to).unwrap();
    assert_eq!(
        said(&File::open(&to).unwrap().read().unwrap()),
        said(&gulf())
    );
    std::fs::remove_file(&to).unwrap();
    assert!(contents(crashed.path()) == before);
    assert!(examine(&copy).unwrap().is_whole());
    assert!(contents(crashed.path()) == before);
}

#[test]
fn nothing_is_made_of_what_is_no_workspace() {
    for bytes in [
        &b"hello"[..],
        &[7; 90_000],
        &b"SQLite format 3\0".repeat(4_000),
    ] {
        let error = saved(bytes).unwrap_err();
        assert!(matches!(error, StoreError::NotAWorkspace { .. }), "{error}");
        assert!(examine(lying(bytes).1).is_err());
    }
    let (folder, path) = lying(whole());
    let error = salvage(&path, &path).unwrap_err();
    assert!(matches!(error, StoreError::Exists { .. }), "{error}");
    assert!(matches!(
        salvage(folder.path().join("no"), folder.path().join("x")),
        Err(StoreError::Missing { .. })
    ));
    assert!(std::fs::read(&path).unwrap() == whole());
}

#[test]
fn a_file_of_a_later_version_is_left_to_the_later_program() {
    let (_folder, path) = altered(|db| {
        db.execute_batch("CREATE TABLE opinion (id INTEGER PRIMARY KEY); PRAGMA user_version = 9")
            .unwrap();
    });
    let error = saved(&std::fs::read(&path).unwrap()).unwrap_err();
    assert!(
        matches!(error, StoreError::Newer { found: 9, .. }),
        "{error}"
    );
    // Only the number is damaged.
    let (_folder, path) = altered(|db| db.execute_batch("PRAGMA user_version = 9").unwrap());
    saved(&std::fs::read(&path).unwrap()).unwrap();
    let found = examine(&path).unwrap();
    assert!(
        found.wrong.iter().any(|it| it.contains("version 9")),
        "{:?}",
        found.wrong
    );
}

#[test]
fn noise_is_survived() {
    let mut dice = Dice(77);
    let mut saved_some = 0;
    let rounds = rounds(24);
    for round in 0..rounds {
        let mut bytes = whole().to_vec();
        let length = bytes.len();
        for _ in 0..1 << (round % 12) {
            let (at, run) = (dice.below(length), dice.below(64));
            for byte in &mut bytes[at..(at + run).min(length)] {
                *byte = u8::try_from(dice.below(256)).unwrap();
            }
        }
        let (_folder, path) = lying(&bytes);
        let to = path.with_extension("saved");
        if salvage(&path, &to).is_ok() {
            saved_some += 1;
            File::open(&to).unwrap().read().unwrap();
        }
        let _ = examine(&path);
        drop(File::open(&path).map(|it| it.read()));
    }
    assert!(saved_some > rounds / 2, "{saved_some}");
}

#[test]
fn what_is_wrong_is_said_in_words() {
    let mut bytes = many_bytes().to_vec();
    let pages = bytes.len() / PAGE_BYTES;
    bytes.truncate((pages - 9) * PAGE_BYTES);
    let (_folder, path) = lying(&bytes);
    let found = examine(&path).unwrap();
    println!("{:#?}", found.wrong);
    assert!(
        found
            .wrong
            .iter()
            .any(|it| it.contains("Its end is missing: 9 of")),
        "{:?}",
        found.wrong
    );
    assert!(found.wrong.iter().all(|it| it.ends_with('.')));
    assert_eq!(found.file, "gulf.faultline");
    assert!(Path::new(&path).exists());
}
