//! What a picture does not show, in words.

use std::collections::BTreeSet;

use chart::{Growth, Picture};
use model::{LinkId, Workspace};
use scene::{Hit, HitKind};

use super::tally::Tally;
use crate::draw::entries::EntryKind;
use crate::draw::subject::Subject;

/// A map drawn as large as this is drawn at its own size.
const FULL: f32 = 0.995;

/// Sentences on what is left out of a picture whose entries are counted by `tally`.
pub(super) fn left_out(
    workspace: &Workspace,
    subject: &Subject<'_>,
    picture: &Picture,
    tally: &Tally,
) -> Vec<String> {
    let mut sentences = Vec::new();
    let missing = missing(subject, picture, tally);
    if !missing.is_empty() {
        sentences.push(format!("Not shown: {}.", missing.join(", ")));
    }
    let hits = &picture.scene.hits;
    if is_timeline(subject) || picture.counts.is_empty() {
        sentences.extend(entries_counted(hits));
    }
    if picture.counts.is_empty() {
        sentences.extend(links_hidden(workspace, subject, hits, tally));
    }
    if is_part(subject) {
        sentences.push(String::from("Only part of the map is shown."));
    } else if let Growth::Fits { zoom } = picture.growth
        && zoom < FULL
    {
        let percent = (zoom * 100.0).round();
        sentences.push(format!(
            "Scaled to {percent} % to fit: text is smaller than on other charts."
        ));
    }
    sentences
}

/// Whether it is a timeline: the counts that it says itself are of links alone.
fn is_timeline(subject: &Subject<'_>) -> bool {
    let Subject::Entries(chart) = subject else {
        return false;
    };
    matches!(chart.kind, EntryKind::Timeline { .. })
}

/// A sentence on entries that are only counted.
fn entries_counted(hits: &[Hit]) -> Option<String> {
    let counted: usize = hits.iter().filter_map(behind).sum();
    let stand = plural(counted, "entry is", "entries are");
    (counted > 0).then(|| format!("{stand} shown only as counts."))
}

/// A sentence on links without a line. If only part is shown, the note says so instead.
fn links_hidden(
    workspace: &Workspace,
    subject: &Subject<'_>,
    hits: &[Hit],
    tally: &Tally,
) -> Option<String> {
    let links = links_left_out(workspace, subject, hits, tally);
    let are = plural(
        links,
        "link between the entries shown is",
        "links between the entries shown are",
    );
    (links > 0 && !is_part(subject)).then(|| format!("{are} hidden."))
}

/// Whether only a part of a map shows.
fn is_part(subject: &Subject<'_>) -> bool {
    matches!(subject, Subject::Entries(chart) if chart.is_zoomed())
}

/// "4 entries before and 2 after this period", "3 without a date", "12 filtered out".
fn missing(subject: &Subject<'_>, picture: &Picture, tally: &Tally) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(match (picture.earlier, picture.later) {
        (0, 0) => None,
        (earlier, 0) => Some(format!("{} before this period", number(earlier))),
        (0, later) => Some(format!("{} after this period", number(later))),
        (earlier, later) => Some(format!(
            "{} before and {} after this period",
            number(earlier),
            number(later)
        )),
    });
    if let Subject::Entries(chart) = subject {
        if let Some(part) = chart.part() {
            parts.push(format!(
                "{} outside this part",
                number(tally.passing - part.len().min(tally.passing))
            ));
        } else if !chart.is_map() {
            let undated = tally.undated;
            parts.extend((undated > 0).then(|| format!("{} without a date", number(undated))));
        }
    }
    let filtered = tally.total - tally.passing;
    parts.extend((filtered > 0).then(|| format!("{} filtered out", number(filtered))));
    if let Some(first) = parts.first_mut() {
        *first = with_noun(first);
    }
    parts
}

/// "4 before this period" with what is counted: "4 entries before this period".
fn with_noun(part: &str) -> String {
    let (count, rest) = part.split_once(' ').unwrap_or((part, ""));
    let noun = if count == "1" { "entry" } else { "entries" };
    format!("{count} {noun} {rest}")
}

/// How many entries a counted mark stands for.
fn behind(hit: &Hit) -> Option<usize> {
    if hit.kind != HitKind::Bucket {
        return None;
    }
    hit.id.split(' ').next()?.parse().ok()
}

/// How many links between two of these entries have no line.
fn links_left_out(
    workspace: &Workspace,
    subject: &Subject<'_>,
    hits: &[Hit],
    tally: &Tally,
) -> usize {
    let Subject::Entries(chart) = subject else {
        return 0;
    };
    // A theme map draws claims between groups; those within a group are part of its node.
    if matches!(chart.kind, EntryKind::Themes { .. }) {
        return 0;
    }
    let lines = hits.iter().filter(|it| it.kind == HitKind::Link);
    let ids = lines.flat_map(|it| it.id.split(' '));
    let drawn: BTreeSet<LinkId> = ids.filter_map(|it| it.parse().ok()).collect();
    let links = workspace.links.iter();
    links
        .filter(|it| tally.has(it.cause) && tally.has(it.effect) && !drawn.contains(&it.id))
        .count()
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// "1,234".
fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{number, with_noun};

    #[test]
    fn counts_read_well() {
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(number(12), "12");
        assert_eq!(with_noun("1 filtered out"), "1 entry filtered out");
        assert_eq!(
            with_noun("1,200 before this period"),
            "1,200 entries before this period"
        );
    }
}
