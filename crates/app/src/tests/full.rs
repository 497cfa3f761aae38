//! Exports to a disk that is full: told as such, with what was there before left as it was.

use std::path::Path;
use std::process::Command;

use api::dto::{BriefArgs, DataArgs};
use api::{Fault, FaultCode};
use serde_json::json;

use super::sample;

/// Room for next to nothing; the smallest of the files needs more.
const SIZE: &str = "size=8192";

/// Writes something to a path, over what is there.
type Export = fn(&Path) -> Result<(), Fault>;

const EXPORTS: [(&str, Export); 4] = [
    ("timeline.png", |path| {
        crate::tests::export(&sample(), "timeline", &json!({}), path, true).map(drop)
    }),
    ("timeline.pdf", |path| {
        crate::tests::export(&sample(), "timeline", &json!({}), path, true).map(drop)
    }),
    ("events.xlsx", |path| {
        let all: DataArgs = serde_json::from_value(json!({})).unwrap();
        crate::export_data(&sample(), path, &all, true).map(drop)
    }),
    ("brief.docx", |path| {
        let since: BriefArgs = serde_json::from_value(json!({ "since": "2025-05-01" })).unwrap();
        crate::brief(&sample(), path, &since, true).map(drop)
    }),
];

#[cfg(target_os = "linux")]
#[test]
fn an_export_to_a_full_disk_says_so_and_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", SIZE, "tmpfs"])
        .arg(folder.path())
        .output();
    if !mount.is_ok_and(|it| it.status.success()) {
        println!("skipped: no small disk can be made here");
        return;
    }
    let told = std::panic::catch_unwind(|| EXPORTS.map(|it| refused(folder.path(), it)));
    let umount = Command::new("umount").arg(folder.path()).status();
    assert!(umount.unwrap().success());
    for (told, (name, _)) in told.unwrap().into_iter().zip(EXPORTS) {
        assert_eq!(told.code, FaultCode::File);
        let words = format!("\"{name}\" was not written: the disk is full");
        assert_eq!(told.message, words);
    }
}

/// What is said of an export over an older one that still stands afterwards, alone.
fn refused(folder: &Path, (name, export): (&str, Export)) -> Fault {
    let path = folder.join(name);
    std::fs::write(&path, "yesterday's").unwrap();
    let told = export(&path).unwrap_err();
    assert_eq!(std::fs::read(&path).unwrap(), b"yesterday's");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1);
    std::fs::remove_file(path).unwrap();
    told
}
