//! What is drawn and what is left out, in numbers and in a sentence.

use layout::flow::{Form, names};

use super::headings::counted;
use super::prepared::Prepared;
use super::view::View;
use crate::map_facts::MapFacts;

pub(super) fn facts(prepared: &Prepared<'_>, view: &View) -> MapFacts {
    let plan = &view.plan;
    let mut facts = MapFacts {
        entries: prepared.entries.len(),
        links: prepared.bundles.len(),
        links_drawn: plan.courses.iter().filter(|it| it.len() > 1).count(),
        implied: prepared.implied,
        crossings: plan.crossings,
        letter_px: view.letter_px,
        hint: prepared.stored(&view.hint),
        ..MapFacts::default()
    };
    for (entry, spot) in prepared.for_layout.0.iter().zip(&plan.spots) {
        match spot {
            Some(spot) if matches!(spot.form, Form::Line | Form::Card) => {
                let end = spot.lines.last().map_or(0, |it| it.end);
                facts.in_full += usize::from(!spot.is_cut);
                facts.named += usize::from(names(entry, end));
                facts.shortest += usize::from(!names(entry, end));
            }
            Some(spot) if spot.form == Form::Mark => facts.marks += 1,
            _ => facts.counted += 1,
        }
    }
    // What is put away behind an entry is linked as well.
    let behind: usize = prepared.entries.iter().map(|it| it.behind.len()).sum();
    facts.entries += behind;
    facts.counted += behind;
    facts.counts = sentence(&facts);
    facts
}

/// "43 of 43 linked entries named, 41 in full; 42 of 42 links."
fn sentence(facts: &MapFacts) -> String {
    let entries = counted(facts.entries, "linked entry", "linked entries");
    let mut words = format!("{} of {entries} named", facts.named);
    if facts.in_full < facts.named {
        words.push_str(&format!(", {} in full", facts.in_full));
    }
    if facts.marks > 0 {
        words.push_str(&format!(", {} as marks alone", facts.marks));
    }
    if facts.shortest > 0 {
        words.push_str(&format!(", {} by their first words", facts.shortest));
    }
    if facts.counted > 0 {
        words.push_str(&format!(", {} counted (+n)", facts.counted));
    }
    let links = counted(facts.links, "link", "links");
    words.push_str(&format!("; {} of {links}", facts.links_drawn));
    if facts.implied > 0 {
        let implied = counted(facts.implied, "indirect link", "indirect links");
        words.push_str(&format!(", {implied} hidden"));
    }
    words.push('.');
    words
}
