//! What reaches the disk.

use api::FaultCode;
use serde_json::json;

use super::sample;
use crate::session::Session;
use crate::tests::export;

#[test]
fn an_export_is_what_its_name_says_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let args = json!({ "size_px": [800, 500] });
    let starts: [(&str, &[u8]); 3] = [
        ("a.svg", b"<svg"),
        ("b.PNG", b"\x89PNG"),
        ("c.pdf", b"%PDF-"),
    ];
    for view in ["timeline", "causes"] {
        for (name, start) in starts {
            let path = folder.path().join(format!("{view}-{name}"));
            let done = export(&sample(), view, &args, &path, false).unwrap();
            let bytes = std::fs::read(&path).unwrap();
            assert_eq!(done.bytes, bytes.len() as u64);
            assert!(
                bytes.starts_with(start) || bytes.starts_with(b"<?xml"),
                "{name}"
            );
            let again = export(&sample(), view, &args, &path, false).unwrap_err();
            assert_eq!(again.code, FaultCode::Exists);
            export(&sample(), view, &args, &path, true).unwrap();
            assert_eq!(
                std::fs::read(&path).unwrap(),
                bytes,
                "the same export has the same bytes"
            );
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 6);
}

#[test]
fn an_export_names_its_title_sources_and_as_of_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.svg");
    let args = json!({ "title": "Tariffs & talks" });
    export(&sample(), "timeline", &args, &path, false).unwrap();
    let svg = std::fs::read_to_string(&path).unwrap();
    for words in ["Tariffs &amp; talks", "Sources", "as of 11 June 2025"] {
        assert!(svg.contains(words), "{words} is missing");
    }
}

#[test]
fn a_png_is_as_wide_as_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for (width, scale) in [(1920, 1), (1000, 2)] {
        let path = folder.path().join(format!("{width}.png"));
        let args = json!({ "size_px": [width, 700], "scale": scale });
        export(&sample(), "timeline", &args, &path, false).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(
            u32::from_be_bytes(bytes[16..20].try_into().unwrap()),
            width * scale
        );
    }
}

#[test]
fn bad_exports_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let fails = |view: &str, name: &str, args: serde_json::Value| {
        export(&sample(), view, &args, folder.path().join(name), true)
            .unwrap_err()
            .code
    };
    assert_eq!(
        fails("timeline", "a.jpg", json!({})),
        FaultCode::BadArgument
    );
    assert_eq!(fails("timeline", "a", json!({})), FaultCode::BadArgument);
    assert_eq!(fails("map", "a.svg", json!({})), FaultCode::BadArgument);
    assert_eq!(
        fails("timeline", "a.png", json!({ "scale": 5 })),
        FaultCode::BadArgument
    );
    assert_eq!(
        fails("timeline", "a.png", json!({ "size_px": [50, 500] })),
        FaultCode::BadArgument
    );
    assert_eq!(fails("timeline", "no/a.svg", json!({})), FaultCode::File);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_change_renews_the_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::create(folder.path().join("a.faultline")).unwrap();
    session
        .change("rename the workspace", |edit| edit.set_name("Renamed"))
        .unwrap();
    assert_eq!(session.workspace().name, "Renamed");
    let twice = Session::create(folder.path().join("a.faultline")).unwrap_err();
    assert_eq!(twice.code, FaultCode::Exists);
    let none = Session::open(folder.path().join("b.faultline")).unwrap_err();
    assert_eq!(none.code, FaultCode::File);
    assert!(
        !format!("{none:?}").contains(&*folder.path().to_string_lossy()),
        "a folder of the machine is named"
    );
}
