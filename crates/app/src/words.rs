//! The filter as it is typed, for the window and the command line alike:
//! `theme:tariffs status:planned,doubtful severity:4 actor:US layer:"what happened next" words`.

use model::{Status, Workspace};

use crate::dto::{Filter, FilterWordsArgs};
use crate::fold::fold;
use crate::{Fault, Session};

const KEYS: &str = "theme, status, severity, actor, layer";

/// The filter that is meant by the words.
pub(crate) fn filter_words(session: &Session, args: FilterWordsArgs) -> Result<Filter, Fault> {
    let mut filter = Filter::default();
    let mut words: Vec<String> = Vec::new();
    for token in tokens(&args.words)? {
        match token.key {
            None => words.push(token.value),
            Some(key) => put(session.workspace(), &mut filter, &key, &token.value)?,
        }
    }
    filter.words = words.join(" ");
    Ok(filter)
}

/// `key:value`, or a bare word without a key.
#[derive(Debug, PartialEq, Eq)]
struct Token {
    key: Option<String>,
    value: String,
}

/// Cuts at blanks outside of quotation marks. A colon in quotation marks makes no key.
fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut tokens = Vec::new();
    let (mut token, mut quoted, mut any) = (
        Token {
            key: None,
            value: String::new(),
        },
        false,
        false,
    );
    for letter in text.chars().chain([' ']) {
        match letter {
            '"' => (quoted, any) = (!quoted, true),
            ':' if !quoted && token.key.is_none() && !any => {
                token.key = Some(std::mem::take(&mut token.value));
            }
            blank if blank.is_whitespace() && !quoted => {
                if !token.value.is_empty() || token.key.is_some() {
                    tokens.push(std::mem::replace(
                        &mut token,
                        Token {
                            key: None,
                            value: String::new(),
                        },
                    ));
                }
                any = false;
            }
            other => token.value.push(other),
        }
    }
    if quoted {
        return Err(wrong("a quotation mark is not closed").help("close it, or leave it out"));
    }
    Ok(tokens)
}

fn wrong(message: impl Into<String>) -> Fault {
    Fault::argument("filter", message)
}

fn put(workspace: &Workspace, filter: &mut Filter, key: &str, value: &str) -> Result<(), Fault> {
    if value.is_empty() {
        return Err(wrong(format!("{key}: has no value"))
            .help(format!("write {key}:value without a blank")));
    }
    let several = value.split(',').filter(|one| !one.is_empty());
    match key {
        "severity" => filter.severity_min = severity(value)?,
        "theme" => filter
            .themes
            .extend(all(several.map(|one| theme(workspace, one)))?),
        "actor" => filter
            .actors
            .extend(all(several.map(|one| actor(workspace, one)))?),
        "status" => filter.statuses.extend(all(several.map(status))?),
        "layer" => {
            let named = all(several.map(|one| layer(workspace, one)))?;
            filter
                .layers
                .get_or_insert_default()
                .extend(named.into_iter().flatten());
        }
        other => return Err(unknown_key(other)),
    }
    Ok(())
}

fn all<T>(read: impl Iterator<Item = Result<T, Fault>>) -> Result<Vec<T>, Fault> {
    read.collect()
}

fn unknown_key(key: &str) -> Fault {
    wrong(format!("\"{key}:\" is not something to filter by")).help(format!(
        "use one of {KEYS}, or put the words into quotation marks to look for them"
    ))
}

fn status(word: &str) -> Result<String, Fault> {
    let status: Status = fold(word)
        .parse()
        .map_err(|error: model::UnknownWord| wrong(error.to_string()))?;
    Ok(status.word().to_owned())
}

fn severity(value: &str) -> Result<u8, Fault> {
    match value.trim_end_matches('+').parse() {
        Ok(severity @ 1..=5) => Ok(severity),
        _ => Err(wrong(format!("\"{value}\" is not a severity"))
            .help("use the least one that is wanted, 1 to 5")),
    }
}

fn theme(workspace: &Workspace, word: &str) -> Result<String, Fault> {
    let names = workspace
        .themes
        .iter()
        .map(|it| (it.id.to_string(), [it.handle.as_str(), it.name.as_str()]));
    the_one("theme", word, names)
}

fn actor(workspace: &Workspace, word: &str) -> Result<String, Fault> {
    let names = workspace
        .actors
        .iter()
        .map(|it| (it.id.to_string(), [it.handle.as_str(), it.name.as_str()]));
    the_one("actor", word, names)
}

/// `all`, `none` or the one that is meant.
fn layer(workspace: &Workspace, word: &str) -> Result<Vec<String>, Fault> {
    let names = workspace
        .layers
        .iter()
        .map(|it| (it.id.to_string(), [it.name.as_str(), ""]));
    match fold(word).as_str() {
        "none" => Ok(Vec::new()),
        "all" => Ok(names.map(|(id, _)| id).collect()),
        _ => the_one("layer", word, names).map(|id| vec![id]),
    }
}

/// The id of what is called `word`, or whose name has it in it if only one has.
fn the_one<'a>(
    what: &str,
    word: &str,
    all: impl Iterator<Item = (String, [&'a str; 2])> + Clone,
) -> Result<String, Fault> {
    let wanted = fold(word);
    let mut exact = all
        .clone()
        .filter(|(_, names)| names.iter().any(|name| fold(name) == wanted));
    if let Some((id, _)) = exact.next() {
        return Ok(id);
    }
    let near: Vec<_> = all
        .clone()
        .filter(|(_, names)| names.iter().any(|name| fold(name).contains(&wanted)))
        .collect();
    match near.as_slice() {
        [(id, _)] => Ok(id.clone()),
        [] => Err(wrong(format!("there is no {what} \"{word}\""))
            .help(format!("use one of {}", list(all)))),
        _ => Err(wrong(format!("\"{word}\" may be more than one {what}"))
            .help(format!("use one of {}", list(near.into_iter())))),
    }
}

fn list<'a>(all: impl Iterator<Item = (String, [&'a str; 2])>) -> String {
    let mut names: Vec<&str> = all.map(|(_, names)| names[0]).take(31).collect();
    if names.len() > 30 {
        names[30] = "…";
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn said(text: &str) -> String {
        let tokens = tokens(text).unwrap().into_iter();
        let parts = tokens.map(|it| format!("{}={}", it.key.unwrap_or_default(), it.value));
        parts.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_and_keys_are_told_apart() {
        assert_eq!(
            said("theme:tariffs  rare earths"),
            "theme=tariffs|=rare|=earths"
        );
        assert_eq!(
            said("theme:\"US–China trade\" x"),
            "theme=US–China trade|=x"
        );
        assert_eq!(said("\"US: no\" a:b:c"), "=US: no|a=b:c");
        assert_eq!(said("severity:"), "severity=");
        assert!(tokens("\"open").is_err());
    }
}
