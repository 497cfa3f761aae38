//! The one direction inside `crates/app`, as the second table in `ARCHITECTURE.md` states it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Arrows that the table forbids and that are there nevertheless, each with its file: debts, which may only become fewer.
const DEBTS: &[(&str, &str)] = &[];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What each folder may import, by the table between the marks `<!-- app folders -->`.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("there is a map");
    let table = page
        .split("<!-- app folders -->")
        .nth(1)
        .and_then(|it| it.split("<!-- /app folders -->").next())
        .expect("ARCHITECTURE.md has a table of the folders of app");
    let rows = table.lines().filter(|it| it.starts_with('|')).skip(2);
    let row = |row: &str| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let folder = cells.next().unwrap_or_default().to_owned();
        let may = cells.next().unwrap_or_default().split(',').map(str::trim);
        (
            folder,
            may.filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        )
    };
    rows.map(row).collect()
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|it| it == "rs") {
            into.push(path);
        }
    }
}

/// The program in a source file: without comments, and without tests, which may look at everything.
fn program(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let line = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Folders, or files at the top, that a source file names by `crate::`.
fn named(program: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in program.match_indices("crate::") {
        let rest = program[at + "crate::".len()..].trim_start();
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => tops(group),
            None => vec![rest],
        };
        let word = |it: &str| -> String {
            let letters = it.trim_start().chars();
            letters
                .take_while(|it| it.is_alphanumeric() || *it == '_')
                .collect()
        };
        found.extend(names.into_iter().map(word));
    }
    found
}

/// The parts of a group of imports, up to the brace that ends it.
fn tops(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..at]);
                return parts;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts
}

/// Every arrow from one folder to another, with a file that draws it.
fn arrows() -> BTreeSet<(String, String, String)> {
    let source = root().join("crates/app/src");
    let folders: BTreeSet<String> = table().into_keys().collect();
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    assert!(files.len() > 100, "{} files", files.len());
    let mut found = BTreeSet::new();
    for file in files {
        let place = file
            .strip_prefix(&source)
            .expect("it lies there")
            .to_string_lossy()
            .replace('\\', "/");
        let is_test = place
            .split('/')
            .any(|it| matches!(it, "tests" | "tests.rs" | "random.rs"));
        let from = place
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs")
            .to_owned();
        if is_test || from == "lib" {
            continue;
        }
        assert!(
            folders.contains(&from),
            "{from} is missing from the table of the folders of app"
        );
        let text = fs::read_to_string(&file).expect("it reads");
        let to = named(&program(&text)).into_iter();
        let others = to.filter(|it| *it != from && folders.contains(it));
        found.extend(others.map(|to| (from.clone(), to, place.clone())));
    }
    found
}

#[test]
fn imports_of_app_go_one_way() {
    let table = table();
    let mut debts: BTreeSet<(&str, &str)> = DEBTS.iter().copied().collect();
    let arrows = arrows();
    for (from, to, file) in &arrows {
        let is_allowed = table[from].contains(to);
        let is_debt = debts.remove(&(file.as_str(), to.as_str()));
        assert!(
            is_allowed || is_debt,
            "{file} imports {to}: {from} may import {}",
            table[from].iter().cloned().collect::<Vec<_>>().join(", ")
        );
    }
    assert!(
        debts.is_empty(),
        "paid debts still stand in the list: {debts:?}"
    );
}

#[test]
fn the_table_has_no_circle() {
    let mut left = table();
    while !left.is_empty() {
        let free: Vec<String> = left
            .iter()
            .filter(|(_, may)| may.iter().all(|it| !left.contains_key(it)))
            .map(|(folder, _)| folder.clone())
            .collect();
        assert!(!free.is_empty(), "a circle among {:?}", left.keys());
        left.retain(|folder, _| !free.contains(folder));
    }
}

#[test]
fn names_are_found_in_every_form_of_import() {
    let text = "use crate::lookup::rows;\nuse crate::{line, read::{list, page}, write};\n\
                fn f() { crate::draw::chart::look() } // crate::output::nothing";
    let found = named(&program(text));
    let wanted = ["draw", "line", "lookup", "read", "write"];
    assert_eq!(found, wanted.map(str::to_owned).into());
}
