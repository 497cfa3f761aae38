//! The filter as it is typed, for the window and the command line alike:
//! `theme:tariffs status:planned,doubtful severity:4 place:London source:Reuters period:"June 2025" words`.

mod find;

use std::str::FromStr;

use api::Fault;
use api::dto::{Filter, FilterWordsArgs};
use model::date::Day;
use model::{DatasetId, Kind, Status, UnknownWord, Workspace};
use store::words::fold;

use crate::lookup::filter::days_of;
use crate::session::Session;

const KEYS: &str =
    "theme, status, severity, actor, place, source, category, kind, tag, period, from, to, dataset";

/// The filter that is meant by the words.
pub(crate) fn filter_words(session: &Session, args: FilterWordsArgs) -> Result<Filter, Fault> {
    let mut filter = Filter::default();
    let mut words: Vec<String> = Vec::new();
    for token in tokens(&args.words)? {
        match token.key {
            None => words.push(token.value),
            Some(key) => put(session, &mut filter, &key, &token.value)?,
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

/// Splits at spaces outside quotation marks. A colon in quotation marks does not make a key.
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
    for character in text.chars().chain([' ']) {
        match character {
            '"' => (quoted, any) = (!quoted, true),
            ':' if !quoted && token.key.is_none() && !any => {
                token.key = Some(std::mem::take(&mut token.value));
            }
            space if space.is_whitespace() && !quoted => {
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

fn put(session: &Session, filter: &mut Filter, key: &str, value: &str) -> Result<(), Fault> {
    if value.is_empty() {
        return Err(wrong(format!("{key}: has no value"))
            .help(format!("write {key}:value without a space")));
    }
    let workspace = session.workspace();
    let several = value.split(',').filter(|one| !one.is_empty());
    match key {
        "severity" => filter.severity_min = severity(value)?,
        "theme" => put_all(&mut filter.themes, several, |one| {
            find::theme(workspace, one)
        })?,
        "actor" => put_all(&mut filter.actors, several, |one| {
            find::actor(workspace, one)
        })?,
        "category" => {
            put_all(&mut filter.categories, several, |one| {
                find::category(workspace, one)
            })?;
        }
        "tag" => put_all(&mut filter.tags, several, |one| find::tag(workspace, one))?,
        // Names of places and titles of sources have commas in them.
        "place" => filter.places.extend(find::places(workspace, value)?),
        "source" => filter.sources.extend(find::sources(workspace, value)?),
        "status" => put_all(&mut filter.statuses, several, closed::<Status>)?,
        "kind" => put_all(&mut filter.kinds, several, closed::<Kind>)?,
        "period" | "from" | "to" => put_period(filter, key, value, session.now())?,
        "dataset" | "layer" => {
            let named = all(several.map(|one| dataset(workspace, one)))?;
            filter
                .datasets
                .get_or_insert_default()
                .extend(named.into_iter().flatten());
        }
        other => return Err(unknown_key(other)),
    }
    Ok(())
}

fn put_all<'a, T>(
    list: &mut Vec<T>,
    several: impl Iterator<Item = &'a str>,
    find: impl Fn(&str) -> Result<T, Fault>,
) -> Result<(), Fault> {
    list.extend(all(several.map(find))?);
    Ok(())
}

fn put_period(
    filter: &mut Filter,
    key: &str,
    words: &str,
    today: Option<Day>,
) -> Result<(), Fault> {
    let (from, to) = days_of(words, today)?;
    if key != "to" {
        filter.from = from;
    }
    if key != "from" {
        filter.to = to;
    }
    Ok(())
}

fn all<T>(read: impl Iterator<Item = Result<T, Fault>>) -> Result<Vec<T>, Fault> {
    read.collect()
}

fn unknown_key(key: &str) -> Fault {
    wrong(format!("\"{key}:\" is not something to filter by")).help(format!(
        "use one of {KEYS} (such as theme:tariffs or period:\"June 2025\"), or put the words into quotation marks to look \
         for them"
    ))
}

/// A word of a closed list.
fn closed<T: FromStr<Err = UnknownWord>>(word: &str) -> Result<T, Fault> {
    fold(word)
        .parse()
        .map_err(|error: UnknownWord| wrong(error.to_string()))
}

fn severity(value: &str) -> Result<u8, Fault> {
    match value.trim_end_matches('+').parse() {
        Ok(severity @ 1..=5) => Ok(severity),
        _ => Err(wrong(format!("\"{value}\" is not a severity"))
            .help("use the least one that is wanted, 1 to 5")),
    }
}

/// `all`, `none` or the one that is meant.
fn dataset(workspace: &Workspace, word: &str) -> Result<Vec<DatasetId>, Fault> {
    let names = workspace
        .datasets
        .iter()
        .map(|it| (it.id, [it.name.as_str(), ""]));
    match fold(word).as_str() {
        "none" => Ok(Vec::new()),
        "all" => Ok(names.map(|(id, _)| id).collect()),
        _ => find::the_one("dataset", word, names).map(|id| vec![id]),
    }
}

#[cfg(test)]
mod tests;
