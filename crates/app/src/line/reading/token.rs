//! Cutting a line of quick add into words and signs. Nothing is a mistake here: what has no sign is a word.

use super::Span;

/// What begins with a name and a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// `on:"11 June 2025"`.
    Date,
    /// `in:Geneva`.
    Place,
    /// `cat:trade-talks`.
    Category,
    /// `tag:oil`.
    Tag,
    /// `from:A1`.
    Source,
    /// `grade:B2`, `grade:2`.
    Grade,
    /// `status:planned`.
    Status,
    /// `kind:scenario`.
    Kind,
    /// `p:likely`.
    Likelihood,
    /// `conf:high`.
    Confidence,
    /// `tone:escalatory`.
    Tone,
    /// `severity:4`.
    Severity,
    /// `theme:tariffs`.
    Theme,
    /// `actor:US`.
    Actor,
}

/// Names of keys. The short ones stand alone while their value is being typed; the long ones without a value are
/// words of a title ("Status: unknown").
const SHORT_KEYS: &[(&str, Key)] = &[
    ("on", Key::Date),
    ("in", Key::Place),
    ("cat", Key::Category),
    ("tag", Key::Tag),
    ("from", Key::Source),
    ("p", Key::Likelihood),
    ("conf", Key::Confidence),
    ("status", Key::Status),
    ("kind", Key::Kind),
    ("tone", Key::Tone),
    ("grade", Key::Grade),
];
const LONG_KEYS: &[(&str, Key)] = &[
    ("date", Key::Date),
    ("place", Key::Place),
    ("category", Key::Category),
    ("source", Key::Source),
    ("likelihood", Key::Likelihood),
    ("confidence", Key::Confidence),
    ("severity", Key::Severity),
    ("theme", Key::Theme),
    ("actor", Key::Actor),
];

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Anything without a sign.
    Word,
    /// Words in quotation marks.
    Quoted,
    /// `!4`.
    Severity,
    /// `#tariffs`.
    Theme,
    /// `@US:host`, with the role.
    Actor(String),
    /// `in:Geneva`.
    Key(Key),
    /// `<-`.
    Cause,
    /// `->`.
    Effect,
}

/// A token of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) sort: Sort,
    /// Its value, without sign and quotation marks.
    pub(crate) value: String,
    /// True when the value stood in quotation marks.
    pub(crate) quoted: bool,
    /// True when a wide gap follows: two or more spaces, or a tab.
    pub(crate) gap_after: bool,
}

impl Token {
    /// True for what may belong to a title or a date.
    pub(crate) fn is_free(&self) -> bool {
        matches!(self.sort, Sort::Word | Sort::Quoted)
    }
}

/// All tokens of a line, in order.
pub(crate) fn cut(line: &str) -> Vec<Token> {
    let mut cutter = Cutter { line, at: 0 };
    let mut tokens: Vec<Token> = Vec::new();
    loop {
        let from = cutter.at;
        cutter.skip(char::is_whitespace);
        let blanks = line.get(from..cutter.at).unwrap_or_default();
        if let Some(last) = tokens.last_mut() {
            last.gap_after = blanks.chars().count() > 1 || blanks.contains('\t');
        }
        if cutter.rest().is_empty() {
            return tokens;
        }
        let Some(token) = cutter.token() else {
            return tokens;
        };
        // A comma after a value belongs neither to it nor to the title.
        if !token.is_free() && cutter.ends_here() {
            cutter.skip(is_loose);
        }
        tokens.push(token);
    }
}

struct Cutter<'a> {
    line: &'a str,
    at: usize,
}

impl<'a> Cutter<'a> {
    fn rest(&self) -> &'a str {
        self.line.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    /// Passes over what fits.
    fn skip(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest
            .find(|character| !fits(character))
            .unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn token(&mut self) -> Option<Token> {
        let from = self.at;
        let signed = match self.rest().chars().next()? {
            '<' | '←' | '-' | '→' => self.arrow(),
            '#' => {
                self.take();
                let (value, quoted) = self.value(&[]);
                Some(self.made(from, Sort::Theme, value, quoted))
            }
            '@' => Some(self.actor()),
            '!' => self.severity(),
            '"' | '“' => self.quoted(),
            _ => self.keyed(),
        };
        signed.or_else(|| self.word(from))
    }

    fn made(&self, from: usize, sort: Sort, value: String, quoted: bool) -> Token {
        Token {
            span: Span { from, to: self.at },
            sort,
            value,
            quoted,
            gap_after: false,
        }
    }

    fn word(&mut self, from: usize) -> Option<Token> {
        self.at = from;
        let word = self.skip(|character| !character.is_whitespace()).to_owned();
        (!word.is_empty()).then(|| self.made(from, Sort::Word, word, false))
    }

    /// `<-` and `->`, with what they point at glued to them or not.
    fn arrow(&mut self) -> Option<Token> {
        let from = self.at;
        let sort = if self.eat("<-") || self.eat("←") {
            Sort::Cause
        } else if self.eat("->") || self.eat("→") {
            Sort::Effect
        } else {
            return None;
        };
        // "<->" and "<--" are ordinary text.
        if self.rest().starts_with(['-', '>', '<']) {
            return None;
        }
        Some(self.made(from, sort, String::new(), false))
    }

    /// `@US`, `@"State Department":host`, `@US:"peace broker"`.
    fn actor(&mut self) -> Token {
        let from = self.at;
        self.take();
        let (value, quoted) = self.value(&[':']);
        let role = if self.eat(":") {
            self.value(&[]).0
        } else {
            String::new()
        };
        self.made(from, Sort::Actor(role), value, quoted)
    }

    /// `!4`; an exclamation mark before anything else is one.
    fn severity(&mut self) -> Option<Token> {
        let from = self.at;
        self.take();
        let digits = self.skip(|character| character.is_ascii_digit()).to_owned();
        let ends = self.ends_here();
        ends.then(|| self.made(from, Sort::Severity, digits, false))
    }

    /// True where only punctuation stands before the next space; it is skipped.
    fn ends_here(&self) -> bool {
        let glued = self.rest().split(char::is_whitespace).next();
        glued.is_none_or(|it| it.chars().all(is_loose))
    }

    /// A stretch in quotation marks. Without the closing one it is a word like any other.
    fn quoted(&mut self) -> Option<Token> {
        let from = self.at;
        let (value, closed) = self.in_quotes()?;
        closed.then(|| self.made(from, Sort::Quoted, value, true))
    }

    fn keyed(&mut self) -> Option<Token> {
        let from = self.at;
        let name = self.skip(|character| character.is_ascii_alphabetic());
        if !self.eat(":") {
            return None;
        }
        let empty = self.rest().chars().next().is_none_or(char::is_whitespace);
        let named = |keys: &[(&str, Key)], exactly: bool| {
            let same = |known: &str| known == name || !exactly && known.eq_ignore_ascii_case(name);
            keys.iter().find(|(known, _)| same(known)).map(|it| it.1)
        };
        let key = if empty {
            named(SHORT_KEYS, true)
        } else {
            named(SHORT_KEYS, false).or_else(|| named(LONG_KEYS, false))
        }?;
        let (value, quoted) = self.value(if key == Key::Actor { &[':'] } else { &[] });
        if key == Key::Actor {
            let role = if self.eat(":") {
                self.value(&[]).0
            } else {
                String::new()
            };
            return Some(self.made(from, Sort::Actor(role), value, quoted));
        }
        let sort = match key {
            Key::Theme => Sort::Theme,
            Key::Severity => Sort::Severity,
            other => Sort::Key(other),
        };
        Some(self.made(from, sort, value, quoted))
    }

    /// A value up to the next space or one of `ends`, or in quotation marks; those left open reach to the end.
    fn value(&mut self, ends: &[char]) -> (String, bool) {
        if let Some((value, _)) = self.in_quotes() {
            return (value, true);
        }
        let text = self.skip(|character| !character.is_whitespace() && !ends.contains(&character));
        let kept = without_marks(text);
        self.at -= text.len() - kept.len();
        (kept.to_owned(), false)
    }

    /// What stands in quotation marks, and whether they are closed.
    fn in_quotes(&mut self) -> Option<(String, bool)> {
        let close = match self.rest().chars().next()? {
            '"' => '"',
            '“' => '”',
            _ => return None,
        };
        self.take();
        let value = self.skip(|character| character != close).to_owned();
        let closed = !self.rest().is_empty();
        self.take();
        Some((value, closed))
    }
}

/// Marks that may stand behind a token without being part of it.
fn is_loose(character: char) -> bool {
    matches!(character, ',' | ';' | '.')
}

/// `text` without the comma that follows it. The last point of "U.S." is its own.
fn without_marks(text: &str) -> &str {
    let kept = text.trim_end_matches([',', ';']);
    match kept.strip_suffix('.') {
        Some(head) if !head.contains('.') => head,
        _ => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn in_words(line: &str) -> String {
        let token = |it: super::Token| {
            let gap = if it.gap_after { "  " } else { "" };
            format!("{:?}[{}]{gap}", it.sort, it.value)
        };
        cut(line)
            .into_iter()
            .map(token)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn signs_and_words() {
        for (line, wanted) in [
            ("a  b\tc d", "Word[a]   Word[b]   Word[c] Word[d]"),
            (
                "#tariffs, @US:host !4;",
                "Theme[tariffs] Actor(\"host\")[US] Severity[4]",
            ),
            (
                "@\"State Department\":\"the host\"",
                "Actor(\"the host\")[State Department]",
            ),
            (
                "in:\"Baghdad, IQ\" IN:Oman",
                "Key(Place)[Baghdad, IQ] Key(Place)[Oman]",
            ),
            ("in:\"Bagh", "Key(Place)[Bagh]"),
            (
                "in: Status: status:",
                "Key(Place)[] Word[Status:] Key(Status)[]",
            ),
            (
                "# @ ! <- ->",
                "Theme[] Actor(\"\")[] Severity[] Cause[] Effect[]",
            ),
            (
                "<-E03 → x <-> -5 --",
                "Cause[] Word[E03] Effect[] Word[x] Word[<->] Word[-5] Word[--]",
            ),
            (
                "\"as it is\" x\"y z\" \"open",
                "Quoted[as it is] Word[x\"y] Word[z\"] Word[\"open]",
            ),
            ("a “b c” d", "Word[a] Quoted[b c] Word[d]"),
            (
                "!important 10:30 http://a.b note:x",
                "Word[!important] Word[10:30] Word[http://a.b] Word[note:x]",
            ),
            ("@U.S. #a.", "Actor(\"\")[U.S.] Theme[a]"),
            ("", ""),
            ("   ", ""),
        ] {
            assert_eq!(in_words(line), wanted, "{line}");
        }
    }
}
