//! Finds the item that an id, a handle or a name means.

use api::{Fault, FaultCode};
use model::{
    ActorId, CategoryId, DatasetId, EventId, LinkType, PlaceId, SourceId, ThemeId, Workspace,
};

use super::key::{is_key, squeezed};
use super::lists::{List, Lists, NamedItem};
use super::near::Typed;

/// Maximum number of suggestions for an unknown name.
const MOST_SUGGESTED: usize = 5;

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// This one.
    One(i64),
    /// Any of these, by their ids.
    Several(Vec<i64>),
    /// Nothing.
    None,
}

/// What `words` means in `list`: an id, a handle, a name, or, if only one item has it, a town or an outlet. Case, accents
/// and punctuation are ignored, unless several items differ in nothing else.
pub(crate) fn find(lists: &impl Lists, list: List, words: &str) -> Found {
    found(&lists.rows(list), words)
}

fn found(rows: &[NamedItem<'_>], words: &str) -> Found {
    let words = words.trim();
    let key = squeezed(words);
    if key.is_empty() {
        return Found::None;
    }
    if let Ok(EventId(id)) = words.parse::<EventId>()
        && rows.iter().any(|row| row.id == id)
    {
        return Found::One(id);
    }
    let tests: [&dyn Fn(&NamedItem<'_>) -> bool; 5] = [
        &|row| row.handle == words,
        &|row| row.name == words,
        &|row| is_key(row.handle, &key),
        &|row| is_key(row.name, &key),
        &|row| is_key(row.also, &key),
    ];
    for test in tests {
        let fit: Vec<i64> = rows
            .iter()
            .filter(|row| test(row))
            .map(|row| row.id)
            .collect();
        match fit.as_slice() {
            [] => {}
            [one] => return Found::One(*one),
            _ => return Found::Several(fit),
        }
    }
    Found::None
}

/// Known names similar to `words`, the most similar first; typing errors are tolerated.
pub(crate) fn near<'a>(
    lists: &'a impl Lists,
    list: List,
    words: &str,
    limit: usize,
) -> Vec<NamedItem<'a>> {
    let typed = Typed::new(words);
    if typed.is_empty() {
        return Vec::new();
    }
    let rows = lists.rows(list);
    let mut ranked: Vec<(u32, NamedItem<'_>)> = rows
        .into_iter()
        .filter_map(|row| Some((typed.near(row.handle, row.name)?, row)))
        .collect();
    ranked.sort_by_key(|(distance, row)| (*distance, row.id));
    ranked.into_iter().map(|(_, row)| row).take(limit).collect()
}

/// The fault for an unknown name: it suggests similar names, and its code says whether the name may be added.
pub(crate) fn unknown(lists: &impl Lists, list: List, words: &str) -> Fault {
    let what = list.one();
    let code = if list.can_grow() {
        FaultCode::UnknownName
    } else {
        FaultCode::NotFound
    };
    let word: String = words.chars().take(80).collect();
    let mut fault = Fault::new(code, format!("there is no {what} \"{word}\""));
    fault.field = Some(what.to_owned());
    fault.help(advice(lists, list, words))
}

fn advice(lists: &impl Lists, list: List, words: &str) -> String {
    let what = list.one();
    let close = near(lists, list, words, MOST_SUGGESTED);
    let close: Vec<String> = close.iter().map(NamedItem::in_words).collect();
    match (close.is_empty(), list.can_grow()) {
        (true, true) => format!("add it as a new {what}, or correct the name"),
        (true, false) => format!("correct the name, or add the {what} first"),
        (false, true) => format!(
            "did you mean {}? Correct the name, or add it as a new {what}",
            close.join(", ")
        ),
        (false, false) => format!("did you mean {}?", close.join(", ")),
    }
}

impl NamedItem<'_> {
    /// "Tariffs (tariffs)", or the name alone where it has no handle of its own.
    pub(crate) fn in_words(&self) -> String {
        if self.handle.is_empty() || self.handle == self.name {
            self.name.to_owned()
        } else {
            format!("{} ({})", self.name, self.handle)
        }
    }
}

/// The id of the item that `words` names.
///
/// # Errors
/// [`FaultCode::UnknownName`] if it may be added, else [`FaultCode::NotFound`]; [`FaultCode::Ambiguous`].
pub(crate) fn number(lists: &impl Lists, list: List, words: &str) -> Result<i64, Fault> {
    match find(lists, list, words) {
        Found::One(id) => Ok(id),
        Found::None => Err(unknown(lists, list, words)),
        Found::Several(ids) => Err(several(lists, list, words, &ids)),
    }
}

/// The fault for an ambiguous name.
pub(crate) fn several(lists: &impl Lists, list: List, words: &str, ids: &[i64]) -> Fault {
    let what = list.one();
    let rows = lists.rows(list);
    let told: Vec<String> = rows
        .iter()
        .filter(|row| ids.contains(&row.id))
        .map(|row| format!("{} (id {})", row.in_words(), row.id))
        .take(MOST_SUGGESTED)
        .collect();
    let mut fault = Fault::new(
        FaultCode::Ambiguous,
        format!("\"{words}\" matches more than one {what}"),
    );
    fault.field = Some(what.to_owned());
    fault.help(format!("say which: {}", told.join(", ")))
}

/// Finders of one list each.
macro_rules! finders {
    ($($(#[$doc:meta])* $name:ident: $list:ident -> $id:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// As [`number`].
        pub(crate) fn $name(lists: &impl Lists, words: &str) -> Result<$id, Fault> {
            number(lists, List::$list, words).map($id)
        }
    )*};
}

finders! {
    /// The theme that `words` names.
    theme: Themes -> ThemeId;
    /// The category that `words` names.
    category: Categories -> CategoryId;
    /// The actor that `words` names.
    actor: Actors -> ActorId;
    /// The place that `words` names.
    place: Places -> PlaceId;
    /// The source that `words` names.
    source: Sources -> SourceId;
    /// The dataset that `words` names.
    dataset: Datasets -> DatasetId;
}

/// The link type that `words` names by its handle or label.
///
/// # Errors
/// [`FaultCode::NotFound`] with all of them.
pub(crate) fn link_type<'a>(workspace: &'a Workspace, words: &str) -> Result<&'a LinkType, Fault> {
    let key = squeezed(words);
    let types = &workspace.link_types;
    let fits = |it: &&LinkType| is_key(&it.handle, &key) || is_key(&it.label, &key);
    types.iter().find(fits).ok_or_else(|| {
        let known: Vec<&str> = types.iter().map(|it| it.handle.as_str()).collect();
        let word: String = words.chars().take(80).collect();
        let mut fault = Fault::new(
            FaultCode::NotFound,
            format!("there is no link type \"{word}\""),
        );
        fault.field = Some(String::from("type"));
        fault.help(format!("use one of {}", known.join(", ")))
    })
}
