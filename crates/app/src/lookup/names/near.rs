//! How similar a name is to what was typed: equal, a prefix, contained, or a few typing errors away.

use strsim::osa_distance;

use super::key::{squeezed, words};

/// Typing errors tolerated in a word of this many characters.
fn slips_allowed(characters: usize) -> usize {
    match characters {
        0..=3 => 0,
        4..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// Typing errors (a character wrong, missing, added, or two swapped) between two words, if few enough for the length of
/// `typed`.
pub(crate) fn slips(typed: &str, word: &str) -> Option<usize> {
    let characters = typed.chars().count();
    let allowed = slips_allowed(characters);
    // Counting is slow, so words that cannot be close are ruled out by their length and characters.
    if characters.abs_diff(word.chars().count()) > allowed
        || characters_missing(typed, word) > allowed
    {
        return None;
    }
    Some(osa_distance(typed, word)).filter(|slips| *slips <= allowed)
}

/// Like [`slips`], but `word` may continue after what is typed. The first character must match.
pub(crate) fn slips_of_start(typed: &str, word: &str) -> Option<usize> {
    let characters = typed.chars().count();
    let allowed = slips_allowed(characters);
    if allowed == 0 || typed.chars().next() != word.chars().next() {
        return None;
    }
    let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    ends.skip(characters.saturating_sub(1))
        .take(3)
        .filter_map(|end| slips(typed, word.get(..end)?))
        .min()
}

/// How many different characters of `typed` do not occur in `word`: each of them is at least one error.
fn characters_missing(typed: &str, word: &str) -> usize {
    let set = |text: &str| {
        let bit = |character: char| 1_u64 << (u32::from(character) % 64);
        text.chars().map(bit).fold(0, |all, one| all | one)
    };
    (set(typed) & !set(word)).count_ones() as usize
}

/// What was typed, folded once for many comparisons.
#[derive(Debug)]
pub(crate) struct Typed {
    /// Without spaces.
    key: String,
    words: Vec<String>,
}

/// How close a name is. Smaller is closer.
pub(crate) type Distance = u32;

/// Any more is a slip away.
const CONTAINED: Distance = 5;

impl Typed {
    /// What was typed.
    pub(crate) fn new(text: &str) -> Self {
        Self {
            key: squeezed(text),
            words: words(text),
        }
    }

    /// True when nothing but spaces and punctuation was typed: then every name matches.
    pub(crate) fn is_empty(&self) -> bool {
        self.key.is_empty()
    }

    /// How near a name with this handle is, without forgiving slips: the handle itself, the name itself, the beginning
    /// of the handle, of the name, of its words, or what lies within.
    pub(crate) fn distance(&self, handle: &str, name: &str) -> Option<Distance> {
        let (handle_key, name_key) = (squeezed(handle), squeezed(name));
        let tests = [
            handle_key == self.key && !handle_key.is_empty(),
            name_key == self.key,
            handle_key.starts_with(&self.key),
            name_key.starts_with(&self.key),
            self.begins_words(name) || self.begins_words(handle),
            name_key.contains(&self.key) || handle_key.contains(&self.key),
        ];
        let found = tests.iter().position(|it| *it)?;
        Distance::try_from(found).ok()
    }

    /// As [`Typed::distance`], with slips forgiven.
    pub(crate) fn near(&self, handle: &str, name: &str) -> Option<Distance> {
        self.distance(handle, name).or_else(|| {
            let slips = [handle, name]
                .into_iter()
                .filter_map(|text| self.slips(text))
                .min()?;
            Some(CONTAINED + Distance::try_from(slips).ok()?)
        })
    }

    fn begins_words(&self, text: &str) -> bool {
        let known = words(text);
        let begins = |typed: &String| known.iter().any(|word| word.starts_with(typed.as_str()));
        !self.words.is_empty() && self.words.iter().all(begins)
    }

    fn slips(&self, text: &str) -> Option<usize> {
        let key = squeezed(text);
        let whole = slips(&self.key, &key).or_else(|| slips_of_start(&self.key, &key));
        whole.or_else(|| self.slips_by_word(text))
    }

    /// Every word typed is a word of `text`, begun or with slips.
    fn slips_by_word(&self, text: &str) -> Option<usize> {
        let known = words(text);
        let of = |typed: &String| {
            let one = |word: &String| {
                if word.starts_with(typed.as_str()) {
                    return Some(0);
                }
                slips(typed, word).or_else(|| slips_of_start(typed, word))
            };
            known.iter().filter_map(one).min()
        };
        self.words.iter().map(of).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Typed;

    #[test]
    fn nearer_names_have_smaller_distances() {
        let lines: Vec<String> = [
            ("us", "US", "United States"),
            ("united states", "US", "United States"),
            ("stat", "state-department", "State Department"),
            ("unit", "US", "United States"),
            ("dep", "state-department", "State Department"),
            ("china trade", "us-china-trade", "US–China trade"),
            ("partm", "state-department", "State Department"),
            ("tarrifs", "tariffs", "Tariffs"),
            ("tarrif", "tariffs", "Tariffs"),
            ("bagdad", "", "Baghdad, IQ"),
            ("sate departmnt", "state-department", "State Department"),
            ("hegesth", "pete-hegseth", "Pete Hegseth"),
            ("erdogan", "", "Recep Tayyip Erdoğan"),
            ("xi", "", "Brazil"),
            ("iran", "", "Iraq"),
            ("oil", "tariffs", "Tariffs"),
        ]
        .into_iter()
        .map(|(typed, handle, name)| format!("{typed}: {:?}", Typed::new(typed).near(handle, name)))
        .collect();
        let wanted = "us: Some(0)|united states: Some(1)|stat: Some(2)|unit: Some(3)|dep: Some(4)|\
            china trade: Some(4)|partm: Some(5)|tarrifs: Some(7)|tarrif: Some(6)|bagdad: Some(6)|\
            sate departmnt: Some(7)|hegesth: Some(6)|erdogan: Some(4)|xi: None|iran: Some(6)|oil: None";
        assert_eq!(lines.join("|"), wanted);
    }

    #[test]
    fn nothing_typed_fits_everything() {
        assert!(Typed::new(" – ").is_empty());
        assert_eq!(Typed::new("").near("tariffs", "Tariffs"), Some(2));
    }
}
