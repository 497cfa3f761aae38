//! Breaking text into lines.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::measure::{self, width};
use crate::item::Face;

/// Lines no wider than `room_px`, broken where Unicode allows it (UAX 14: between words, between Chinese characters, not
/// before a closing bracket). A word wider than that is broken wherever necessary. Nothing is left out.
#[must_use]
pub fn wrap(words: &str, size_px: f32, face: Face, room_px: f32) -> Vec<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = |line: &str| width(line.trim_end(), size_px, face) <= room_px;
    let (mut lines, mut line) = (Vec::new(), String::new());
    let mut from = 0;
    for (to, kind) in linebreaks(&words) {
        let piece = &words[from..to];
        from = to;
        if !line.is_empty() && !fits(&format!("{line}{piece}")) {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(piece);
        while !fits(&line) {
            let rest = line.split_off(fitting(&line, size_px, face, room_px));
            lines.push(std::mem::replace(&mut line, rest));
        }
        if kind == BreakOpportunity::Mandatory && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
    }
    lines.iter().map(|it| it.trim_end().to_owned()).collect()
}

/// A text cut where a line may break (UAX 14), each piece with the blanks that follow it.
#[must_use]
pub fn pieces(words: &str) -> Vec<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut from = 0;
    let ends = linebreaks(&words).map(|it| it.0);
    ends.map(|to| words[std::mem::replace(&mut from, to)..to].to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

/// A line of text as two, broken where Unicode allows it, each no wider than its room; of all possible breaks, the one
/// whose wider line is narrowest. `None` if there is none.
#[must_use]
pub fn in_two(
    words: &str,
    size_px: f32,
    face: Face,
    (first_px, second_px): (f32, f32),
) -> Option<(String, String)> {
    let line = measure::line(words, face);
    let whole_px = line.width_em * size_px;
    if whole_px > first_px + second_px + size_px {
        return None;
    }
    let before_px = |byte: usize| {
        let at = line.ends.partition_point(|it| (it.0 as usize) < byte);
        line.ends.get(at).map_or(whole_px, |it| it.1 * size_px)
    };
    let breaks = linebreaks(&line.text).map(|it| it.0);
    let breaks = breaks.filter(|at| *at < line.text.len());
    let mut breaks: Vec<(usize, f32)> = breaks
        .map(|at| (at, before_px(at).max(whole_px - before_px(at))))
        .collect();
    breaks.sort_by(|a, b| a.1.total_cmp(&b.1));
    breaks.into_iter().find_map(|(at, _)| {
        let (first, second) = line.text.split_at(at);
        let (first, second) = (first.trim_end(), second.trim_start());
        let fits =
            |words: &str, room_px: f32| !words.is_empty() && width(words, size_px, face) <= room_px;
        (fits(first, first_px) && fits(second, second_px))
            .then(|| (first.to_owned(), second.to_owned()))
    })
}

/// How many bytes of a line that is too wide fit, at least those of one character, never separating a character from its
/// marks.
fn fitting(line: &str, size_px: f32, face: Face, room_px: f32) -> usize {
    let measured = measure::line(line, face);
    let ends = &measured.ends;
    let byte = |count: usize| ends.get(count).map_or(line.len(), |it| it.0 as usize);
    let mut count = ends.partition_point(|&(_, before_em)| before_em * size_px <= room_px);
    // In joining scripts, the last letter of a line has another shape than the same letter within a line.
    while count > 1 && width(&line[..byte(count)], size_px, face) > room_px {
        count -= 1;
    }
    byte(count.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(words: &str, room_px: f32) -> Vec<String> {
        let lines = wrap(words, 10.0, Face::Regular, room_px);
        for line in &lines {
            let wide = width(line, 10.0, Face::Regular) > room_px;
            let characters = measure::line(line, Face::Regular).ends.len();
            assert!(!wide || characters == 1, "{line}");
        }
        lines
    }

    #[test]
    fn lines_break_between_words_and_lose_nothing() {
        let words = "Two-way trade worth USD 600 billion comes to a halt";
        let lines = wrapped(words, 100.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" ").replace("Two- way", "Two-way"), words);
        assert_eq!(wrapped("", 50.0), Vec::<String>::new());
    }

    #[test]
    fn pieces_are_all_there_is_of_a_text() {
        assert_eq!(pieces("two-way  trade"), ["two-", "way ", "trade"]);
        assert_eq!(pieces("中美两国").len(), 4);
        assert_eq!(pieces(" "), Vec::<String>::new());
    }

    #[test]
    fn two_lines_are_as_narrow_as_they_can_be_and_lose_nothing() {
        for (words, rooms, wanted) in [
            (
                "US and China agree a pause",
                (90.0, 90.0),
                Some("US and China|agree a pause"),
            ),
            (
                "US and China agree a pause",
                (200.0, 200.0),
                Some("US and China|agree a pause"),
            ),
            (
                "US and China agree a pause",
                (40.0, 200.0),
                Some("US and|China agree a pause"),
            ),
            (
                "US and China agree a pause",
                (200.0, 30.0),
                Some("US and China agree a|pause"),
            ),
            ("US and China agree a pause", (30.0, 60.0), None),
            ("Unbreakable", (400.0, 400.0), None),
            ("", (400.0, 400.0), None),
            (
                "中美两国在伦敦举行贸易谈判。",
                (90.0, 90.0),
                Some("中美两国在伦敦|举行贸易谈判。"),
            ),
            ("two-way trade", (50.0, 50.0), Some("two-way|trade")),
        ] {
            let found = in_two(words, 10.0, Face::Regular, rooms);
            let found = found.map(|(first, second)| format!("{first}|{second}"));
            assert_eq!(found.as_deref(), wanted, "{words} {rooms:?}");
        }
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_full_stop() {
        let words = "中美两国在伦敦举行贸易谈判。".repeat(20);
        let lines = wrapped(&words, 120.0);
        assert!(lines.iter().all(|it| !it.starts_with('。')), "{lines:?}");
        assert_eq!(lines.concat(), words);
    }

    #[test]
    fn a_word_too_wide_is_broken_and_kept() {
        for words in ["x".repeat(300), "e\u{301}".repeat(60), "سَ".repeat(50)] {
            for room_px in [1.0, 30.0, 99.0] {
                assert_eq!(wrapped(&words, room_px).concat(), words);
            }
        }
    }
}
