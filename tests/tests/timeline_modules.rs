//! The order between the modules of crates, and between the parts of the timeline as `ARCHITECTURE.md` states it.
//!
//! Arrows are read from paths in the source: `use` lines and what is named by its path (`crate::`, `super::`, `self::`, or a
//! module of its own). What is only there for tests does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Crates none of whose modules form a circle. Add yours when it has none.
const WITHOUT_CIRCLES: [&str; 5] = ["chart", "cli", "layout", "risk", "scene"];

/// Arrows of the timeline that the table forbids and that are there nevertheless: from a file, to a part. Only ever remove one.
const DEBTS: [(&str, &str); 0] = [];

/// Modules by path (`timeline::rows::zoom`; the root is ""), each with those it names.
type Arrows = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests has a parent").to_path_buf()
}

/// The sources below a folder by the path of their module, without those of tests.
fn sources(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, module)) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let stem = path
                .file_stem()
                .and_then(|it| it.to_str())
                .unwrap_or_default();
            if stem == "tests" {
                continue;
            }
            let own = match (module.as_str(), stem) {
                (_, "lib" | "main" | "mod") => module.clone(),
                ("", _) => stem.to_owned(),
                _ => format!("{module}::{stem}"),
            };
            if path.is_dir() {
                open.push((path, own));
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).expect("the file can be read");
                found.insert(own, text);
            }
        }
    }
    assert!(found.len() > 5, "{} has few modules", folder.display());
    found
}

/// Words and signs of a source, without comments, and without its last part where that is tests.
fn tokens(text: &str) -> Vec<String> {
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut word = String::new();
    let code = code.join("\n");
    let mut rest = code.chars().peekable();
    while let Some(sign) = rest.next() {
        if sign.is_alphanumeric() || sign == '_' {
            word.push(sign);
            continue;
        }
        if !word.is_empty() {
            tokens.push(std::mem::take(&mut word));
        }
        if sign == ':' && rest.peek() == Some(&':') {
            rest.next();
            tokens.push("::".to_owned());
        } else if !sign.is_whitespace() {
            tokens.push(sign.to_string());
        }
    }
    tokens
}

/// The paths that begin at a token, with braces taken apart; and how many tokens they take.
fn paths_at(tokens: &[String]) -> (Vec<Vec<String>>, usize) {
    let mut path = Vec::new();
    let mut at = 0;
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") if !path.is_empty() => {
                let (inner, taken) = braced(&tokens[at..]);
                let joined = inner.into_iter().map(|it| [path.clone(), it].concat());
                return (joined.collect(), at + taken);
            }
            Some(word) if word.starts_with(|it: char| it.is_alphabetic() || it == '_') => {
                path.push(word.to_owned());
            }
            _ => return (vec![path], at),
        }
        at += 1;
        if tokens.get(at).map(String::as_str) != Some("::") {
            return (vec![path], at);
        }
        at += 1;
    }
}

/// The paths in a pair of braces.
fn braced(tokens: &[String]) -> (Vec<Vec<String>>, usize) {
    let (mut found, mut at) = (Vec::new(), 1);
    while at < tokens.len() && tokens[at] != "}" {
        let (paths, taken) = paths_at(&tokens[at..]);
        found.extend(paths);
        at += taken.max(1);
    }
    (found, at + 1)
}

/// All paths of a source that have more than one step.
fn paths(text: &str) -> Vec<Vec<String>> {
    let tokens = tokens(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        // Who may see something is no arrow to it.
        if tokens[at] == "in" && at > 0 && tokens[at - 1] == "(" {
            at += paths_at(&tokens[at + 1..]).1 + 1;
            continue;
        }
        let (paths, taken) = paths_at(&tokens[at..]);
        found.extend(paths.into_iter().filter(|it| it.len() > 1));
        at += taken.max(1);
    }
    found
}

/// The module that a path in `module` leads to, if it is one of this crate.
fn target(modules: &BTreeMap<String, String>, module: &str, path: &[String]) -> Option<String> {
    let own = || {
        module
            .split("::")
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
    };
    let mut base: Vec<String> = own().collect();
    let mut steps = path;
    match path[0].as_str() {
        "crate" => {
            base.clear();
            steps = &path[1..];
        }
        "self" => steps = &path[1..],
        "super" => {
            while steps.first().is_some_and(|it| it == "super") {
                base.pop();
                steps = &steps[1..];
            }
        }
        first => {
            let child: Vec<String> = own().chain([first.to_owned()]).collect();
            if !modules.contains_key(&child.join("::")) {
                return None;
            }
        }
    }
    let mut full = [base, steps.to_vec()].concat();
    while !modules.contains_key(&full.join("::")) {
        full.pop()?;
    }
    Some(full.join("::")).filter(|it| it != module)
}

fn arrows(modules: &BTreeMap<String, String>) -> Arrows {
    let of = |(module, text): (&String, &String)| {
        let targets = paths(text).into_iter();
        let targets = targets.filter_map(|path| target(modules, module, &path));
        (module.clone(), targets.collect())
    };
    modules.iter().map(of).collect()
}

/// Modules that form a circle, if there is one: each names the next, and the last the first.
fn circle(arrows: &Arrows) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    arrows
        .keys()
        .find_map(|from| walk(arrows, from, &mut Vec::new(), &mut done))
}

fn walk(
    arrows: &Arrows,
    module: &str,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(first) = way.iter().position(|it| it == module) {
        return Some(way[first..].to_vec());
    }
    if done.contains(module) {
        return None;
    }
    way.push(module.to_owned());
    let next = arrows.get(module).into_iter().flatten();
    for next in next {
        if let Some(circle) = walk(arrows, next, way, done) {
            return Some(circle);
        }
    }
    way.pop();
    done.insert(module.to_owned());
    None
}

#[test]
fn no_circles() {
    for name in WITHOUT_CIRCLES {
        let modules = sources(&root().join("crates").join(name).join("src"));
        let circle = circle(&arrows(&modules));
        assert_eq!(circle, None, "modules of {name} form a circle");
    }
}

/// What each part of the timeline may use, by the table.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the page can be read");
    let table = page.split("<!-- timeline modules -->").nth(1);
    let table = table.and_then(|it| it.split("<!-- /timeline modules -->").next());
    let rows = table.expect("ARCHITECTURE.md has a table of the timeline's modules");
    let rows = rows.lines().filter(|it| it.starts_with('|')).skip(2);
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let may_use = cells[1]
            .split(',')
            .map(str::trim)
            .filter(|it| !it.is_empty());
        (cells[0].to_owned(), may_use.map(str::to_owned).collect())
    })
    .collect()
}

/// The part of the timeline that a module is in; that of the folder itself is `timeline`.
fn part(module: &str) -> Option<&str> {
    let below = module.strip_prefix("timeline")?;
    if below.is_empty() {
        return Some("timeline");
    }
    below.strip_prefix("::")?.split("::").next()
}

/// Arrows between parts of the timeline: from a module, to a part.
fn between_parts(arrows: &Arrows) -> BTreeSet<(String, String)> {
    let all = arrows
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
    let parts = all.filter_map(|(from, to)| Some((from, part(from)?, part(to)?)));
    let others = parts.filter(|it| it.1 != it.2);
    others.map(|it| (it.0.clone(), it.2.to_owned())).collect()
}

#[test]
fn parts_of_the_timeline_use_only_what_the_table_allows() {
    let table = table();
    let modules = sources(&root().join("crates/chart/src"));
    let parts: BTreeSet<&str> = modules.keys().filter_map(|it| part(it)).collect();
    let stated: BTreeSet<&str> = table.keys().map(String::as_str).collect();
    assert_eq!(parts, stated, "the table names the parts of the timeline");
    let mut debts = BTreeSet::new();
    for (from, to) in between_parts(&arrows(&modules)) {
        if table[part(&from).expect("it is of the timeline")].contains(&to) {
            continue;
        }
        let is_debt = DEBTS.contains(&(from.as_str(), to.as_str()));
        assert!(
            is_debt,
            "{from} uses {to}: ARCHITECTURE.md does not allow it"
        );
        debts.insert((from, to));
    }
    for debt in DEBTS {
        let owed = (debt.0.to_owned(), debt.1.to_owned());
        assert!(
            debts.contains(&owed),
            "{debt:?} is paid: take it off the list"
        );
    }
}

#[test]
fn the_table_itself_goes_one_way() {
    assert_eq!(circle(&table()), None);
}

/// Made-up modules.
fn made(modules: &[(&str, &str)]) -> BTreeMap<String, String> {
    let own = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
    modules.iter().map(own).collect()
}

#[test]
fn arrows_are_found_however_they_are_written() {
    let modules = made(&[
        ("", "mod a; mod b;"),
        ("a", "use crate::b::{self, c::Thing};\n// use super::d;\n"),
        ("b", "pub(in crate::a) fn f() { c::g() }"),
        (
            "b::c",
            "fn g() -> super::super::d::Thing {}\n#[cfg(test)]\nmod tests { use crate::a; }",
        ),
        ("d", "#[cfg(test)]\nmod tests;\nuse super::a;"),
    ]);
    let found = arrows(&modules);
    let of = |module: &str| found[module].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("a"), ["b", "b::c"]);
    assert_eq!(of("b"), ["b::c"]);
    assert_eq!(of("b::c"), ["d"]);
    assert_eq!(of("d"), ["a"]);
    let circle = circle(&found).expect("there is one");
    assert_eq!(circle.len(), 4);
}

#[test]
fn where_there_is_no_circle_none_is_found() {
    let modules = made(&[
        ("", "mod a; use a::X;"),
        ("a", "mod b; use b::X;"),
        ("a::b", ""),
    ]);
    assert_eq!(circle(&arrows(&modules)), None);
}
