//! Titles in several lines, with a date in gray before them.

use scene::{Face, text};

/// A word of a title, or a piece of one that is too long for a line.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    width_px: f32,
    /// Part of the date before the title, or of the count behind it.
    is_aside: bool,
    /// Whether a space stands before it.
    is_apart: bool,
}

/// Some words of one line in one face.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Phrase {
    pub(super) text: String,
    /// From the left end of the line.
    pub(super) at_px: f32,
    pub(super) width_px: f32,
    pub(super) is_aside: bool,
}

/// A line of a title.
pub(super) type TitleLine = Vec<Phrase>;

/// A title that can be broken into lines.
#[derive(Debug, Clone)]
pub(super) struct Title {
    words: Vec<Word>,
    face: Face,
    size_px: f32,
    space_px: f32,
}

/// Longer words are broken, in multiples of the letter size.
const LONGEST_EM: f32 = 7.5;
/// A title is measured in up to so many lines.
const MOST_LINES: usize = 9;
/// Words after which no title is cut.
const LEADING: [&str; 16] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to",
    "with",
];

impl Title {
    /// The title with what stands before and behind it.
    pub(super) fn new(before: &str, title: &str, behind: &str, face: Face, size_px: f32) -> Self {
        let mut words = Vec::new();
        for (part, face, is_aside) in [
            (before, Face::Regular, true),
            (title, face, false),
            (behind, Face::Medium, true),
        ] {
            for word in part.split_whitespace() {
                let pieces = text::wrap(word, size_px, face, size_px * LONGEST_EM);
                for (at, piece) in pieces.into_iter().enumerate() {
                    let width_px = text::width(&piece, size_px, face);
                    words.push(Word {
                        text: piece,
                        width_px,
                        is_aside,
                        is_apart: at == 0,
                    });
                }
            }
        }
        let space_px = text::width("n n", size_px, face) - text::width("nn", size_px, face);
        Self {
            words,
            face,
            size_px,
            space_px,
        }
    }

    /// The least width in one line, two, and so on.
    pub(super) fn widths_px(&self) -> Vec<f32> {
        let mut found: Vec<f32> = Vec::new();
        for count in 1..=MOST_LINES {
            let width = self.least_px(count);
            if found.last().is_some_and(|it| *it <= width) {
                break;
            }
            found.push(width);
        }
        found
    }

    /// The least width at which it takes so many lines.
    fn least_px(&self, count: usize) -> f32 {
        let total: f32 = self
            .words
            .iter()
            .map(|it| it.width_px + self.space_px)
            .sum();
        let mut low = self.words.iter().map(|it| it.width_px).fold(0.0, f32::max);
        let mut high = total.max(low) + 1.0;
        if self.broken(&self.words, low).len() <= count {
            return low;
        }
        while high - low > 0.5 {
            let middle = f32::midpoint(low, high);
            if self.broken(&self.words, middle).len() <= count {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// The words by line, as ranges.
    fn broken(&self, words: &[Word], room_px: f32) -> Vec<std::ops::Range<usize>> {
        let mut lines = Vec::new();
        let (mut from, mut used) = (0, 0.0);
        for (at, word) in words.iter().enumerate() {
            let apart = if word.is_apart { self.space_px } else { 0.0 };
            if at > from && used + apart + word.width_px > room_px + 0.01 {
                lines.push(from..at);
                (from, used) = (at, word.width_px);
            } else {
                used += word.width_px + if at > from { apart } else { 0.0 };
            }
        }
        if from < words.len() {
            lines.push(from..words.len());
        }
        lines
    }

    /// In at most so many lines no wider than the room, and whether that is all of it.
    pub(super) fn lines(&self, room_px: f32, count: usize) -> (Vec<TitleLine>, bool) {
        if self.broken(&self.words, room_px).len() <= count {
            let balanced = self.least_px(count).min(room_px);
            return (self.set(&self.words, balanced), true);
        }
        let words = self.shortened(room_px, count);
        (self.set(&words, room_px), false)
    }

    /// As many words as fit with "…", up to the end of a clause if half of them stay.
    fn shortened(&self, room_px: f32, count: usize) -> Vec<Word> {
        let fits = |end: usize| self.broken(&self.cut(end), room_px).len() <= count;
        let last = (1..self.words.len())
            .rev()
            .find(|it| fits(*it))
            .unwrap_or(1);
        let ends_clause = |it: &usize| {
            self.words[*it - 1].text.ends_with([',', ';', ':']) && !self.words[*it - 1].is_aside
        };
        let clause = (last / 2 + 1..=last).rev().find(ends_clause);
        let is_leading =
            |it: usize| LEADING.contains(&self.words[it - 1].text.to_lowercase().as_str());
        let mut end = clause.unwrap_or(last);
        while end > 1 && is_leading(end) {
            end -= 1;
        }
        self.cut(end)
    }

    /// The first words, the last with "…".
    fn cut(&self, end: usize) -> Vec<Word> {
        let mut words = self.words[..end].to_vec();
        if let Some(last) = words.last_mut() {
            let face = if last.is_aside {
                Face::Regular
            } else {
                self.face
            };
            last.text = format!("{}…", last.text.trim_end_matches([',', ';', ':', '.', '…']));
            last.width_px = text::width(&last.text, self.size_px, face);
        }
        words
    }

    fn set(&self, words: &[Word], room_px: f32) -> Vec<TitleLine> {
        self.broken(words, room_px)
            .into_iter()
            .map(|it| self.line(&words[it]))
            .collect()
    }

    fn line(&self, words: &[Word]) -> TitleLine {
        let mut line: TitleLine = Vec::new();
        let mut x = 0.0;
        for word in words {
            let space = if word.is_apart && !line.is_empty() {
                " "
            } else {
                ""
            };
            if let Some(last) = line.last_mut().filter(|it| it.is_aside == word.is_aside) {
                last.text.push_str(space);
                last.text.push_str(&word.text);
                last.width_px = text::width(&last.text, self.size_px, self.face_of(last.is_aside));
                x = last.at_px + last.width_px;
                continue;
            }
            x += if space.is_empty() { 0.0 } else { self.space_px };
            line.push(Phrase {
                text: word.text.clone(),
                at_px: x,
                width_px: word.width_px,
                is_aside: word.is_aside,
            });
            x += word.width_px;
        }
        line
    }

    /// The face of the title, or of what stands beside it.
    pub(super) fn face_of(&self, is_aside: bool) -> Face {
        if is_aside { Face::Regular } else { self.face }
    }
}

/// The width of a line.
pub(super) fn line_px(line: &TitleLine) -> f32 {
    line.last().map_or(0.0, |it| it.at_px + it.width_px)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str =
        "Two-way trade worth USD 600 billion comes to a halt, breaking supply chains";

    fn words(lines: &[TitleLine]) -> Vec<String> {
        let line = |it: &TitleLine| {
            it.iter()
                .map(|it| it.text.clone())
                .collect::<Vec<_>>()
                .join("|")
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn lines_hold_their_room_and_lose_nothing() {
        let title = Title::new("9 June:", TITLE, "", Face::SemiBold, 10.0);
        let widths = title.widths_px();
        assert!(widths.windows(2).all(|it| it[0] > it[1]), "{widths:?}");
        for (count, width) in (1..).zip(&widths) {
            let (lines, is_whole) = title.lines(*width, count);
            assert!(is_whole && lines.len() <= count);
            assert!(
                lines.iter().all(|it| line_px(it) <= width + 1.0),
                "{lines:?}"
            );
            assert_eq!(
                words(&lines).join(" ").replace('|', " "),
                format!("9 June: {TITLE}")
            );
        }
    }

    #[test]
    fn a_title_is_cut_after_a_clause_or_a_word_that_leads_nowhere() {
        let title = Title::new("", TITLE, "", Face::Regular, 10.0);
        let cut = |room_px, count| words(&title.lines(room_px, count).0).join(" ");
        assert!(cut(150.0, 2).ends_with("comes…"), "{}", cut(150.0, 2));
        assert!(cut(160.0, 2).starts_with("Two-way trade"));
        assert!(cut(110.0, 3).ends_with('…'));
        let long = Title::new(
            "",
            "Talks resume, and both sides say that they are content with it",
            "",
            Face::Regular,
            10.0,
        );
        let (lines, is_whole) = long.lines(100.0, 1);
        assert!(!is_whole);
        assert_eq!(words(&lines), ["Talks resume…"]);
    }

    #[test]
    fn chinese_without_spaces_is_broken() {
        let title = Title::new(
            "",
            &"中美两国在伦敦举行贸易谈判".repeat(3),
            "",
            Face::Regular,
            10.0,
        );
        assert!(title.lines(80.0, 9).0.len() > 3);
    }
}
