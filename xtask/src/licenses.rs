//! Every dependency, of the program and of what builds and tests it, has a license that is on the list.

use anyhow::{Context as _, Result, bail};

use crate::process::{answer, cargo, exists, finish, root};

/// Licenses that any dependency may have: permissive ones. The same list is in `deny.toml`.
const ALLOWED: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages with another license, by the beginning of their name, and why they may stay.
const EXCEPTIONS: [(&str, &str, &str); 7] = [
    ("cssparser", "MPL-2.0", "of Tauri, used unchanged"),
    ("dtoa-short", "MPL-2.0", "of Tauri, used unchanged"),
    ("option-ext", "MPL-2.0", "of Tauri, used unchanged"),
    ("selectors", "MPL-2.0", "of Tauri, used unchanged"),
    ("lightningcss", "MPL-2.0", "only builds the page"),
    ("argparse", "Python-2.0", "only checks the page"),
    ("webdriver", "MPL-2.0", "only drives the window in tests"),
];

/// A package that is used, with its license as its manifest has it.
struct Package {
    name: String,
    license: String,
}

/// Fails with the packages whose license is not allowed. `cargo deny` looks too, where it is installed.
pub(crate) fn check() -> Result<()> {
    let mut packages = crates()?;
    packages.extend(npm()?);
    let refused: Vec<String> = packages
        .iter()
        .filter(|it| !is_allowed(it))
        .map(|it| format!("{} ({})", it.name, it.license))
        .collect();
    if !refused.is_empty() {
        bail!(
            "these licenses are not on the list in xtask/src/licenses.rs: {}",
            refused.join(", ")
        );
    }
    if exists("cargo-deny") {
        finish(&mut cargo(&["deny", "--offline", "check", "licenses"]))?;
    }
    Ok(())
}

/// The crates that are compiled on this platform.
fn crates() -> Result<Vec<Package>> {
    let words = [
        "tree",
        "--quiet",
        "--workspace",
        "--locked",
        "--edges",
        "normal,build,dev",
        "--prefix",
        "none",
        "--format",
        "{p}\t{l}",
    ];
    let text = answer(&mut cargo(&words)).context("`cargo tree` failed")?;
    let packages: Vec<Package> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(package, license)| package_of(package, license.trim_end_matches("(*)").trim()))
        .collect();
    // A format that changed must not pass for a workspace without dependencies.
    if packages.len() < 100 {
        bail!("`cargo tree` names only {} packages", packages.len());
    }
    Ok(packages)
}

fn package_of(package: &str, license: &str) -> Package {
    let name = package.split(' ').next().unwrap_or_default();
    Package {
        name: name.to_owned(),
        license: license.to_owned(),
    }
}

/// The packages that the page is built and checked with, from the lock file, which has one field a line.
fn npm() -> Result<Vec<Package>> {
    let path = root().join("ui/package-lock.json");
    let text = std::fs::read_to_string(&path).context("ui/package-lock.json cannot be read")?;
    let packages = packages_of_lock(&text);
    if packages.len() < 20 {
        bail!(
            "ui/package-lock.json names only {} packages",
            packages.len()
        );
    }
    Ok(packages)
}

fn packages_of_lock(text: &str) -> Vec<Package> {
    let mut packages: Vec<Package> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("\"node_modules/") {
            let path = rest.split('"').next().unwrap_or_default();
            let name = path.rsplit("node_modules/").next().unwrap_or_default();
            packages.push(package_of(name, ""));
        } else if let (Some(rest), Some(package)) =
            (line.strip_prefix("\"license\": \""), packages.last_mut())
        {
            package.license = rest.split('"').next().unwrap_or_default().to_owned();
        }
    }
    packages
}

fn is_allowed(package: &Package) -> bool {
    let is_exception = EXCEPTIONS
        .iter()
        .any(|(name, license, _)| package.name.starts_with(name) && package.license == *license);
    is_exception || permits(&package.license)
}

/// Whether an SPDX expression leaves a choice in which every license is allowed. AND binds tighter than OR; older manifests
/// write a stroke for OR.
fn permits(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let permitted = any_of(&words, &mut at);
    permitted && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize) -> bool {
    let mut permitted = all_of(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        permitted |= all_of(words, at);
    }
    permitted
}

fn all_of(words: &[&str], at: &mut usize) -> bool {
    let mut permitted = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        permitted &= one(words, at);
    }
    permitted
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else {
        return false;
    };
    *at += 1;
    if *word == "(" {
        let permitted = any_of(words, at);
        let is_closed = words.get(*at) == Some(&")");
        *at += 1;
        return permitted && is_closed;
    }
    let mut license = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        license.push_str(" WITH ");
        license.push_str(words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    ALLOWED.contains(&license.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_as_spdx_does() {
        for (expression, permitted) in [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0 OR MIT", true),
            ("GPL-3.0 AND MIT", false),
            ("MIT OR GPL-3.0 AND Zlib", true),
            ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
            ("(MIT OR GPL-3.0) AND GPL-3.0", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("GPL-2.0 WITH Classpath-exception-2.0", false),
            ("MPL-2.0", false),
            ("", false),
            ("(MIT", false),
            ("MIT)", false),
        ] {
            assert_eq!(permits(expression), permitted, "{expression}");
        }
    }

    #[test]
    fn an_exception_holds_for_its_package_and_license_alone() {
        assert!(is_allowed(&package_of("selectors v0.24.0", "MPL-2.0")));
        assert!(!is_allowed(&package_of("selectors v0.24.0", "GPL-3.0")));
        assert!(!is_allowed(&package_of("other v1.0.0", "MPL-2.0")));
    }

    #[test]
    fn the_lock_file_of_npm_is_read_package_by_package() {
        let text = "{\n\"\": {\n\"license\": \"UNLICENSED\"\n},\n\"node_modules/a\": {\n\"license\": \"MIT\",\n},\n\
                    \"node_modules/a/node_modules/@s/b\": {\n\"version\": \"1\"\n},";
        let found: Vec<(String, String)> = packages_of_lock(text)
            .into_iter()
            .map(|it| (it.name, it.license))
            .collect();
        let pair = |name: &str, license: &str| (name.to_owned(), license.to_owned());
        assert_eq!(found, [pair("a", "MIT"), pair("@s/b", "")]);
    }

    #[test]
    fn cargo_deny_has_the_same_list() {
        let text = std::fs::read_to_string(root().join("deny.toml")).unwrap();
        let allow = text.split_once("allow = [").unwrap().1;
        let allow = allow.split_once(']').unwrap().0;
        let listed: Vec<&str> = allow.split('"').skip(1).step_by(2).collect();
        assert_eq!(listed, ALLOWED);
    }
}
