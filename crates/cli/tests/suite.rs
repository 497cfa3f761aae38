//! The scripts of `tests/suite`: each runs in an empty folder, command by command.
//!
//! A line `$ faultline …` is a command; what follows is what it prints, with `! ` before what goes to
//! standard error and `= 1` for an exit code other than 0. `| length` at the end of a command stands
//! for the number of entries in its JSON. `$ ls` lists the folder, `$ same A B` tells whether two files hold the same,
//! `$ cut FILE N` leaves only its first N bytes, `$ series FILE` writes a made-up price of every weekday from October 2024 to
//! August 2025, `$ cat FILE` shows what it holds, `$ put FILE WORDS` writes words, `|` for the end of a line.
//! Times at which something was done stand as `(time)`. Lines with `#` are comments.
//! `FAULTLINE_UPDATE=1` writes down what happens instead of comparing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn scripts() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/suite");
    let files = std::fs::read_dir(folder).expect("tests/suite is there");
    let mut scripts: Vec<PathBuf> = files
        .map(|file| file.expect("it can be listed").path())
        .collect();
    scripts.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    scripts.sort();
    assert!(scripts.len() >= 6, "scripts are missing");
    scripts
}

/// Cuts a command at blanks outside of quotation marks.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    // An empty pair of quotation marks is a word too.
    let command = command.replace(" \"\"", " \u{0}");
    for letter in command.chars() {
        match (letter, quote) {
            ('\'' | '"', None) => quote = Some(letter),
            (same, Some(open)) if same == open => quote = None,
            (' ', None) => words.push(String::new()),
            (other, _) => words.last_mut().expect("one word at least").push(other),
        }
    }
    words.retain(|word| !word.is_empty());
    words
        .into_iter()
        .map(|word| word.replace('\u{0}', ""))
        .collect()
}

fn faultline(folder: &Path, command: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_faultline"))
        .args(words(command))
        .current_dir(folder)
        .env_clear()
        .env("FAULTLINE_TODAY", "2026-11-30")
        .output()
        .expect("faultline runs")
}

fn ls(folder: &Path) -> String {
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = files
        .map(|file| {
            file.expect("it can be listed")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names.iter().map(|name| format!("{name}\n")).collect()
}

fn length(json: &str) -> String {
    let value: serde_json::Value =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    format!("{}\n", value.as_array().map_or(0, Vec::len))
}

/// "the same" or "different".
fn same(folder: &Path, names: &str) -> String {
    let read = |name: &str| std::fs::read(folder.join(name)).expect("the file is there");
    let mut files = names.split(' ').map(read);
    let same = files.next() == files.next();
    String::from(if same { "the same\n" } else { "different\n" })
}

/// Leaves only the first bytes of a file.
fn cut(folder: &Path, command: &str) -> String {
    let (name, bytes) = command.split_once(' ').expect("a file and a number");
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(folder.join(name));
    let bytes = bytes.parse().expect("a number of bytes");
    file.and_then(|it| it.set_len(bytes))
        .expect("the file is there");
    String::new()
}

/// What a file holds. The day on which a judgment was changed stands as `(today)`.
#[expect(
    clippy::disallowed_methods,
    reason = "the program notes that day by the same clock"
)]
fn cat(folder: &Path, name: &str) -> String {
    let text = std::fs::read_to_string(folder.join(name)).expect("the file is there");
    let seconds = chrono::Utc::now().timestamp();
    let today = model::date::Day(seconds.div_euclid(86_400)).in_words();
    let line = |line: &str| match line.starts_with(['#', '$']) {
        // A heading is no comment of the script.
        true => format!(" {line}\n"),
        false => format!("{line}\n"),
    };
    text.replace(&today, "(today)").lines().map(line).collect()
}

fn put(folder: &Path, name: &str, text: &str) -> String {
    std::fs::write(folder.join(name), text).expect("the folder is there");
    String::new()
}

/// A price that wanders, and jumps on 11 June 2025.
fn series() -> String {
    let mut text = String::from("Date,Price\n");
    let (mut price, first) = (70.0_f64, 20_001_i64);
    for at in 0..330_i64 {
        let day = model::date::Day(first + at);
        if matches!(
            day.weekday(),
            model::date::Weekday::Saturday | model::date::Weekday::Sunday
        ) {
            continue;
        }
        let noise = ((at * 7919 + 13) % 101) as f64 / 50.0 - 1.0;
        let jump = if day == model::date::Day(20_250) {
            3.0
        } else {
            0.0
        };
        price += noise * 0.6 + jump;
        let (year, month, of_month) = day.ymd();
        let _ = writeln!(text, "{year:04}-{month:02}-{of_month:02},{price:.2}");
    }
    text
}

/// Times such as "2025-06-11T18:30:00Z" differ from run to run.
fn without_times(text: &str) -> String {
    const MODEL: &str = "0000-00-00T00:00:00Z";
    let is_time = |it: &str| {
        let sign = |(one, model): (char, char)| match model {
            '0' => one.is_ascii_digit(),
            other => one == other,
        };
        it.chars().zip(MODEL.chars()).all(sign)
    };
    let (mut kept, mut rest) = (String::new(), text);
    while let Some(first) = rest.chars().next() {
        let width = match rest.get(..MODEL.len()) {
            Some(start) if is_time(start) => MODEL.len(),
            _ => first.len_utf8(),
        };
        kept.push_str(if width == MODEL.len() {
            "(time)"
        } else {
            &rest[..width]
        });
        rest = &rest[width..];
    }
    kept
}

/// What a command prints, in the form of the scripts.
fn happens(folder: &Path, command: &str) -> String {
    if command == "ls" {
        return ls(folder);
    }
    if let Some(rest) = command.strip_prefix("cut ") {
        return cut(folder, rest);
    }
    if let Some(name) = command.strip_prefix("cat ") {
        return cat(folder, name);
    }
    if let Some(name) = command.strip_prefix("series ") {
        return put(folder, name, &series());
    }
    if let Some((name, words)) = command
        .strip_prefix("put ")
        .and_then(|it| it.split_once(' '))
    {
        return put(folder, name, &words.replace('|', "\n"));
    }
    if let Some(names) = command.strip_prefix("same ") {
        return same(folder, names);
    }
    let (command, count) = match command.strip_suffix(" | length") {
        Some(command) => (command, true),
        None => (command, false),
    };
    let output = faultline(
        folder,
        command
            .strip_prefix("faultline ")
            .expect("commands begin with faultline"),
    );
    let out = String::from_utf8(output.stdout).expect("output is UTF-8");
    let mut text = if count {
        length(&out)
    } else {
        without_times(&out)
    };
    for line in String::from_utf8(output.stderr)
        .expect("errors are UTF-8")
        .lines()
    {
        let _ = writeln!(text, "{}", format!("! {line}").trim_end());
    }
    match output.status.code() {
        Some(0) => {}
        code => {
            let _ = writeln!(
                text,
                "= {}",
                code.map_or_else(|| String::from("killed"), |it| it.to_string())
            );
        }
    }
    text
}

/// The script with what really happens.
fn run(script: &str) -> String {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut text = String::new();
    for line in script.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            let _ = write!(text, "{line}\n{}", happens(folder.path(), command));
        } else if line.starts_with('#') {
            // A blank line sets a comment off from what was printed before.
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{line}");
        }
    }
    text
}

#[test]
fn scripts_print_what_they_say() {
    let mut wrong = Vec::new();
    for path in scripts() {
        let script = std::fs::read_to_string(&path).expect("a script can be read");
        let real = run(&script);
        if std::env::var_os("FAULTLINE_UPDATE").is_some() {
            std::fs::write(&path, &real).expect("a script can be written");
        } else if real != script {
            let line = real
                .lines()
                .zip(script.lines())
                .position(|(a, b)| a != b)
                .unwrap_or(0);
            let name = path
                .file_name()
                .expect("a script has a name")
                .to_string_lossy();
            let (said, is) = (script.lines().nth(line), real.lines().nth(line));
            wrong.push(format!(
                "{name}:{}\n  said: {said:?}\n  is:   {is:?}",
                line + 1
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nFAULTLINE_UPDATE=1 writes down what happens",
        wrong.join("\n")
    );
}
