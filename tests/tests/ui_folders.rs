//! Folders of the page import in one direction, as the table in `ARCHITECTURE.md` states it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Arrows that the table forbids and that are still there. Remove an entry with the arrow; add none.
const DEBTS: &[(&str, &str)] = &[];

/// The name in the table for files that stand in no folder, like `main.ts`.
const ROOT: &str = "(root)";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests has a parent")
        .to_path_buf()
}

/// Program files of the page, as paths below `ui/src`.
fn files() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let name = path.to_string_lossy();
            if path.is_dir() {
                walk(&path, found);
            } else if !name.contains(".test.")
                && [".ts", ".svelte", ".css"]
                    .iter()
                    .any(|it| name.ends_with(it))
            {
                found.push(path);
            }
        }
    }
    let top = root().join("ui/src");
    let mut found = Vec::new();
    walk(&top, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|it| it.strip_prefix(&top).expect("below the top").to_path_buf())
        .collect()
}

/// The folder a file below `ui/src` belongs to.
fn folder_of(file: &Path) -> String {
    let parts: Vec<_> = file.components().collect();
    match parts.as_slice() {
        [first, _, ..] => first.as_os_str().to_string_lossy().into_owned(),
        _ => ROOT.to_owned(),
    }
}

/// Every quoted relative path: static and dynamic imports, types, re-exports, workers and style sheets alike.
fn imports(text: &str) -> BTreeSet<&str> {
    let quoted = |quote: char| {
        text.match_indices(quote).filter_map(move |(at, _)| {
            let rest = &text[at + 1..];
            let is_path = rest.starts_with("./") || rest.starts_with("../");
            rest.find([quote, '\n'])
                .filter(|_| is_path)
                .map(|end| &rest[..end])
        })
    };
    ['"', '\'', '`'].into_iter().flat_map(quoted).collect()
}

/// What a path written in `file` leads to, below `ui/src` and as written, without an ending; none when it leaves `ui/src`.
fn target(file: &Path, import: &str) -> Option<PathBuf> {
    let mut parts: Vec<&str> = file
        .parent()
        .into_iter()
        .flat_map(Path::components)
        .filter_map(|it| it.as_os_str().to_str())
        .collect();
    for step in import.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.iter().collect())
}

/// What each folder may import, in the order of the table.
fn table(page: &str) -> Vec<(String, BTreeSet<String>)> {
    let table = page
        .split("<!-- ui folders -->")
        .nth(1)
        .and_then(|it| it.split("<!-- /ui folders -->").next())
        .expect("ARCHITECTURE.md has a table of the page's folders");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let names = cells[1].split(',').map(str::trim);
        let may = names.filter(|it| !it.is_empty()).map(str::to_owned);
        (cells[0].to_owned(), may.collect())
    };
    table
        .lines()
        .filter(|it| it.starts_with('|'))
        .skip(2)
        .map(row)
        .collect()
}

fn rules() -> Vec<(String, BTreeSet<String>)> {
    table(&fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there"))
}

/// Arrows from folder to folder, each with the files that draw it.
fn arrows() -> BTreeMap<(String, String), Vec<String>> {
    let mut found: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for file in files() {
        let text = fs::read_to_string(root().join("ui/src").join(&file)).expect("it is text");
        let from = folder_of(&file);
        for path in imports(&text).iter().filter_map(|it| target(&file, it)) {
            let to = folder_of(&path);
            if to != from {
                let files = found.entry((from.clone(), to)).or_default();
                files.push(file.display().to_string());
            }
        }
    }
    found
}

#[test]
fn folders_import_only_what_the_table_allows() {
    let rules: BTreeMap<_, _> = rules().into_iter().collect();
    let arrows = arrows();
    assert!(arrows.len() > 50, "only {} arrows are seen", arrows.len());
    for ((from, to), files) in arrows {
        let may = rules
            .get(&from)
            .unwrap_or_else(|| panic!("ui/src/{from} is missing from the table"));
        let is_debt = DEBTS.contains(&(from.as_str(), to.as_str()));
        assert!(
            may.contains(&to) || is_debt,
            "{from} imports {to} (in {}): ARCHITECTURE.md does not allow it",
            files.join(", ")
        );
    }
}

#[test]
fn the_table_has_one_direction() {
    let mut above = BTreeSet::new();
    for (folder, may) in rules() {
        for below in &may {
            assert!(
                above.contains(below),
                "{folder} may import {below}, which does not stand above it"
            );
        }
        above.insert(folder);
    }
}

#[test]
fn the_table_allows_nothing_that_is_not_used() {
    let arrows = arrows();
    for (folder, may) in rules() {
        for to in may {
            assert!(
                arrows.contains_key(&(folder.clone(), to.clone())),
                "{folder} does not import {to}: take it out of the table"
            );
        }
    }
}

/// Other files that `file` imports, types alone included, which `ESLint` leaves out. A tree is a component within itself.
fn imported(file: &Path, all: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    let text = fs::read_to_string(root().join("ui/src").join(file)).expect("it is text");
    let paths: Vec<PathBuf> = imports(&text)
        .iter()
        .filter_map(|it| target(file, it))
        .collect();
    let ends = ["", ".ts", ".svelte.ts", ".svelte"];
    paths
        .iter()
        .filter_map(|path| {
            let endings = ends
                .iter()
                .map(|it| PathBuf::from(format!("{}{it}", path.display())));
            endings
                .into_iter()
                .find(|it| all.contains(it) && it != file)
        })
        .collect()
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let all: BTreeSet<PathBuf> = files().into_iter().collect();
    let mut left: BTreeMap<PathBuf, Vec<PathBuf>> = all
        .iter()
        .map(|it| (it.clone(), imported(it, &all)))
        .collect();
    let seen: usize = left.values().map(Vec::len).sum();
    assert!(seen > 500, "only {seen} imports are seen");
    // Takes away what imports nothing that is left, until only circles are.
    loop {
        let free: Vec<PathBuf> = left
            .iter()
            .filter(|(_, to)| !to.iter().any(|it| left.contains_key(it)))
            .map(|(file, _)| file.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|file, _| !free.contains(file));
    }
    assert!(
        left.is_empty(),
        "in a circle, or before one: {:?}",
        left.keys()
    );
}

#[test]
fn debts_are_paid_off() {
    let (rules, arrows): (BTreeMap<_, _>, _) = (rules().into_iter().collect(), arrows());
    for (from, to) in DEBTS {
        let arrow = (String::from(*from), String::from(*to));
        assert!(
            arrows.contains_key(&arrow) && !rules[*from].contains(*to),
            "{from} → {to} is no debt any more: take it out of the list"
        );
    }
}

#[test]
fn files_are_imported_by_relative_paths() {
    for file in files() {
        let text = fs::read_to_string(root().join("ui/src").join(&file)).expect("it is text");
        for way_around in ["\"/src/", "\"src/", "\"$lib", "import.meta.glob"] {
            assert!(
                !text.contains(way_around),
                "{} imports past the rules: {way_around}",
                file.display()
            );
        }
    }
}

#[test]
fn imports_are_seen_however_they_are_written() {
    let text = "import a from \"./a\";\nexport type { B } from '../b/B.svelte';\nvoid import(\"../c/c\");\n\
        new Worker(new URL(\"../d/d.worker.ts\", import.meta.url));\n@import \"../e/e.css\";\nimport \"vitest\";";
    assert_eq!(
        imports(text).into_iter().collect::<Vec<_>>(),
        [
            "../b/B.svelte",
            "../c/c",
            "../d/d.worker.ts",
            "../e/e.css",
            "./a"
        ]
    );
    let of = |import| target(Path::new("chart/Chart.svelte"), import);
    assert_eq!(of("../base/span"), Some(PathBuf::from("base/span")));
    assert_eq!(of("./hits"), Some(PathBuf::from("chart/hits")));
    assert_eq!(of("../../package.json"), None);
    assert_eq!(folder_of(Path::new("base/span")), "base");
    assert_eq!(folder_of(Path::new("main")), ROOT);
}
