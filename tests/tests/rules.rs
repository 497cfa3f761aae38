//! The rules between the parts, as `ARCHITECTURE.md` states them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests has a parent")
        .to_path_buf()
}

/// Files that git tracks or would track, below the root.
fn tracked() -> Vec<String> {
    let listing = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    let text = String::from_utf8(listing.stdout).expect("file names are UTF-8");
    let files: Vec<String> = text
        .lines()
        .map(str::to_owned)
        .filter(|f| root().join(f).is_file())
        .collect();
    assert!(files.len() > 50, "git lists only {} files", files.len());
    files
}

fn with_suffix(suffixes: &[&str]) -> Vec<String> {
    tracked()
        .into_iter()
        .filter(|file| suffixes.iter().any(|it| file.ends_with(it)))
        .collect()
}

fn text_of(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_default()
}

fn manifest(file: &str) -> toml::Table {
    text_of(file)
        .parse()
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Names of ordinary dependencies; tests and build scripts may use more.
fn dependencies(manifest: &toml::Table) -> BTreeSet<String> {
    let table = manifest.get("dependencies").and_then(toml::Value::as_table);
    table
        .map(|it| it.keys().cloned().collect())
        .unwrap_or_default()
}

fn package(manifest: &toml::Table) -> String {
    manifest["package"]["name"]
        .as_str()
        .expect("a package has a name")
        .to_owned()
}

struct Rule {
    may_use: BTreeSet<String>,
    only_here: BTreeSet<String>,
}

fn words(cell: &str) -> BTreeSet<String> {
    cell.split(',')
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

fn rules() -> BTreeMap<String, Rule> {
    let page = text_of("ARCHITECTURE.md");
    let table = page
        .split("<!-- rules -->")
        .nth(1)
        .and_then(|it| it.split("<!-- /rules -->").next());
    let rows = table
        .expect("ARCHITECTURE.md has a table of rules")
        .lines()
        .filter(|it| it.starts_with('|'))
        .skip(2);
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        (
            cells[0].trim().to_owned(),
            Rule {
                may_use: words(cells[1]),
                only_here: words(cells[2]),
            },
        )
    })
    .collect()
}

/// The manifests of the workspace, of which `fuzz` is no member.
fn manifests() -> BTreeMap<String, toml::Table> {
    let mut files = with_suffix(&["/Cargo.toml"]);
    files.retain(|it| !it.starts_with("fuzz/"));
    files
        .iter()
        .map(|file| manifest(file))
        .map(|it| (package(&it), it))
        .collect()
}

#[test]
fn parts_use_only_what_the_table_allows() {
    let (rules, manifests) = (rules(), manifests());
    let ours: BTreeSet<&String> = rules.keys().collect();
    for (name, rule) in &rules {
        let manifest = manifests
            .get(name)
            .unwrap_or_else(|| panic!("the table names {name}, which is no crate"));
        for used in dependencies(manifest) {
            let allowed = !ours.contains(&used) || rule.may_use.contains(&used);
            assert!(
                allowed,
                "{name} uses {used}: ARCHITECTURE.md does not allow it"
            );
        }
    }
}

#[test]
fn some_libraries_stay_in_one_part() {
    let (rules, manifests) = (rules(), manifests());
    for (home, rule) in &rules {
        for (name, manifest) in manifests.iter().filter(|(name, _)| *name != home) {
            // Tests and tools may look at what a part makes; the program itself may not go round it.
            if ["faults", "goldens", "tests", "xtask"].contains(&name.as_str()) {
                continue;
            }
            for library in &rule.only_here {
                assert!(
                    !dependencies(manifest).contains(library),
                    "{name} uses {library}, which only {home} may"
                );
            }
        }
    }
}

#[test]
fn every_part_has_a_rule() {
    let rules = rules();
    for name in manifests()
        .keys()
        .filter(|it| !["faults", "goldens", "tests", "xtask"].contains(&it.as_str()))
    {
        assert!(
            rules.contains_key(name),
            "{name} is missing from the table in ARCHITECTURE.md"
        );
    }
}

#[test]
fn versions_stand_once() {
    for (name, manifest) in manifests() {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(table) = manifest.get(kind).and_then(toml::Value::as_table) else {
                continue;
            };
            for (library, value) in table {
                let shared = value
                    .as_table()
                    .and_then(|it| it.get("workspace"))
                    .and_then(toml::Value::as_bool);
                assert_eq!(
                    shared,
                    Some(true),
                    "{name}: the version of {library} belongs in the workspace table"
                );
            }
        }
    }
}

#[test]
fn files_fit_in_the_head() {
    for file in with_suffix(&[".rs", ".ts", ".svelte"]) {
        let lines = text_of(&file).lines().count();
        assert!(
            lines <= 500 || file.ends_with("generated.ts"),
            "{file} has {lines} lines: split it"
        );
    }
}

#[test]
fn only_the_store_knows_sql() {
    for file in with_suffix(&[".rs"])
        .iter()
        .filter(|it| !it.starts_with("crates/store/") && !it.starts_with("tests/"))
    {
        assert!(!text_of(file).contains("rusqlite"), "{file} knows rusqlite");
    }
}

#[test]
fn only_the_shell_and_the_host_know_tauri() {
    for file in with_suffix(&[".ts", ".svelte"])
        .iter()
        .filter(|it| !it.starts_with("ui/src/host/") && !it.ends_with(".test.ts"))
    {
        let text = text_of(file);
        assert!(
            !text.contains("@tauri-apps") && !text.contains("__TAURI"),
            "{file} knows Tauri"
        );
    }
}

#[test]
fn text_never_becomes_html() {
    for file in with_suffix(&[".ts", ".svelte", ".html"])
        .iter()
        .filter(|it| it.starts_with("ui/") && !it.ends_with(".test.ts"))
    {
        let text = text_of(file);
        for sink in [
            "{@html",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
        ] {
            assert!(!text.contains(sink), "{file} uses {sink}");
        }
    }
}

/// True when `text` has a color written as a hash and six digits.
fn has_hex_color(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let digits: String = text[at + 1..]
            .chars()
            .take_while(char::is_ascii_hexdigit)
            .collect();
        digits.len() == 6
    })
}

#[test]
fn colors_stand_in_the_tokens() {
    assert!(has_hex_color("fill: #14191C;") && !has_hex_color("a #tariffs tag"));
    let sources = with_suffix(&[".rs", ".ts", ".svelte", ".css"]);
    for file in sources
        .iter()
        .filter(|it| !it.starts_with("tests/") && !it.contains("test"))
    {
        let text = text_of(file);
        let program = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(
            !has_hex_color(program),
            "{file} names a color: put it in data/tokens.json"
        );
    }
}

#[test]
fn no_path_of_one_machine() {
    for file in with_suffix(&[
        ".rs", ".ts", ".svelte", ".toml", ".json", ".md", ".yml", "run",
    ]) {
        let text = text_of(&file);
        for place in [
            concat!("/wo", "rk/"),
            concat!("/ro", "ot/"),
            concat!("/ho", "me/"),
        ] {
            let found = text.match_indices(place).any(|(at, _)| {
                let before = text[..at].chars().next_back().unwrap_or(' ');
                !(before.is_alphanumeric() || before == '.' || before == '}')
            });
            assert!(!found, "{file} names {place}");
        }
    }
}

/// What the documents link to, as paths from the root, with who links to it.
fn linked() -> Vec<(String, String)> {
    let of_document = |document: String| {
        let text = text_of(&document);
        let folder = document.rsplit_once('/').map_or("", |it| it.0).to_owned();
        let targets = text.split("](").skip(1).filter_map(|it| it.split_once(')'));
        let places = targets.filter_map(|it| it.0.split('#').next().map(str::to_owned));
        let own = places.filter(|it| !it.is_empty() && !it.contains("://"));
        own.map(move |it| (document.clone(), format!("{folder}/{it}")))
            .collect::<Vec<_>>()
    };
    with_suffix(&[".md"])
        .into_iter()
        .flat_map(of_document)
        .collect()
}

#[test]
fn what_the_documents_show_is_there() {
    let missing: Vec<(String, String)> = linked()
        .into_iter()
        .filter(|it| !root().join(it.1.trim_start_matches('/')).exists())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
