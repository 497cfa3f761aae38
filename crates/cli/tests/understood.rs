//! Verbs that write answer with JSON, and say in it what was understood.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn faultline(folder: &Path, words: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_faultline"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("FAULTLINE_TODAY", "2026-11-30")
        .output()
        .expect("faultline runs");
    assert!(output.status.success(), "{words:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

#[test]
fn what_was_understood_stands_in_the_reply() {
    let folder = tempfile::tempdir().unwrap();
    let ask = |words: &[&str]| faultline(folder.path(), words);
    ask(&["new", "a.faultline"]);
    let first = ask(&[
        "add",
        "a.faultline",
        "yesterday  Envoy leaves Muscat",
        "--json",
    ]);
    let date = &first["understood"]["event"]["date"];
    assert_eq!(date["words"], "29 November 2026");
    assert_eq!(date["edtf"], "2026-11-29");
    assert_eq!(date["typed"], "yesterday");
    let line = "30 November 2026  Envoy leaves Muscat again";
    let second = ask(&["add", "a.faultline", line, "--json"]);
    let alike = &second["understood"]["look_alikes"];
    assert_eq!(alike.as_array().map(Vec::len), Some(1), "{alike}");
    let edited = ask(&[
        "edit",
        "a.faultline",
        "E01",
        "--set",
        "date=last week",
        "--json",
    ]);
    let date = &edited["understood"]["event"]["date"];
    assert_eq!(date["edtf"], "[2026-11-23..2026-11-29]");
    let link = ask(&[
        "link",
        "a.faultline",
        "E01",
        "E02",
        "--lag-days",
        "1",
        "--json",
    ]);
    assert_eq!(link["understood"]["link"]["cause_handle"], "E01");
    assert_eq!(link["understood"]["link"]["lag_days"], 1);
    let set = [
        "--set",
        "outlet=AP",
        "--set",
        "title=Envoys",
        "--set",
        "published=yesterday",
    ];
    let source = ask(&[&["source", "a.faultline"], &set[..], &["--json"]].concat());
    assert_eq!(
        source["understood"]["source"]["published"]["edtf"],
        "2026-11-29"
    );
    let undone = ask(&["undo", "a.faultline", "--json"]);
    assert_eq!(undone["redo"], source["name"]);
    let workspace = ask(&[
        "workspace",
        "a.faultline",
        "--as-of",
        "11 June 2025",
        "--json",
    ]);
    assert_eq!(workspace["as_of"], "2025-06-11");
    let third = ask(&["add", "a.faultline", "yesterday  Envoy returns", "--json"]);
    assert_eq!(third["understood"]["event"]["date"]["edtf"], "2025-06-10");
}
