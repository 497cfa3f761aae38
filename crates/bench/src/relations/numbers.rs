//! The numbers of the sentence in which a chart says what it shows.

/// How many entries are shown and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Entries with links.
    pub linked: usize,
    /// Of which the whole title is drawn, or enough of its first words.
    pub named: usize,
    /// Of which the whole title is drawn.
    pub in_full: usize,
    /// That are drawn with fewer words than would name them.
    pub by_first_words: usize,
    /// That are marks alone.
    pub marks: usize,
    /// That are not drawn, but counted.
    pub counted: usize,
    /// Links that are drawn.
    pub links_drawn: usize,
    /// Links there are, without those that chains of others imply.
    pub links: usize,
}

impl Numbers {
    /// Those of a cause map ("43 of 43 linked entries named, 41 in full; 42 of 42 links.") or of causes in time ("43 of 47
    /// entries have links: 43 named, 41 of them in full; no room for 2. 42 of 42 links").
    #[must_use]
    pub fn of(counts: &str) -> Self {
        let before = |words: &str| {
            let at = counts.find(words)?;
            number(counts[..at].split_whitespace().next_back()?)
        };
        let after = |words: &str| {
            let at = counts.find(words)? + words.len();
            number(counts[at..].split_whitespace().next()?)
        };
        let links = counts
            .rfind(" link")
            .map(|_| links(counts))
            .unwrap_or_default();
        if counts.contains("have links") || counts.contains("has links") {
            let linked = counts.split_whitespace().next().and_then(number);
            return Self {
                linked: linked.unwrap_or(0),
                named: before(" named").unwrap_or(0),
                in_full: before(" of them in full").unwrap_or(0),
                counted: after("no room for ").unwrap_or(0),
                links_drawn: links.0,
                links: links.1,
                ..Self::default()
            };
        }
        let named = counts.split_whitespace().next().and_then(number);
        let named = named.unwrap_or(0);
        Self {
            linked: after(" of ").unwrap_or(0),
            named,
            in_full: before(" in full").unwrap_or(named),
            by_first_words: before(" by their first words").unwrap_or(0),
            marks: before(" as marks alone").unwrap_or(0),
            counted: before(" counted (+n)").unwrap_or(0),
            links_drawn: links.0,
            links: links.1,
        }
    }
}

/// "42 of 43 links".
fn links(counts: &str) -> (usize, usize) {
    let words: Vec<&str> = counts.split_whitespace().collect();
    let found = words.windows(4).find_map(|it| {
        let is_links = it[1] == "of" && it[3].starts_with("link") && !it[3].starts_with("linked");
        is_links.then(|| number(it[0]).zip(number(it[2]))).flatten()
    });
    found.unwrap_or_default()
}

fn number(word: &str) -> Option<usize> {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_map_says_everything() {
        let said = "68 of 300 linked entries named, 19 in full, 16 as marks alone, 1 by their first words, 215 counted (+n); \
            54 of 202 links, 2 indirect links hidden.";
        let expected = Numbers {
            linked: 300,
            named: 68,
            in_full: 19,
            by_first_words: 1,
            marks: 16,
            counted: 215,
            links_drawn: 54,
            links: 202,
        };
        assert_eq!(Numbers::of(said), expected);
        let short = Numbers::of("43 of 43 linked entries named; 41 of 41 links.");
        assert_eq!((short.named, short.in_full, short.links), (43, 43, 41));
    }

    #[test]
    fn causes_in_time_say_it_otherwise() {
        let said = "93 of 94 entries have links: 17 named, 2 of them in full; no room for 12. 53 of 64 links";
        let expected = Numbers {
            linked: 93,
            named: 17,
            in_full: 2,
            counted: 12,
            links_drawn: 53,
            links: 64,
            ..Numbers::default()
        };
        assert_eq!(Numbers::of(said), expected);
    }
}
