//! Making several events one. Nothing that was said is lost: what differs is kept as conflicting claims.

use api::Fault;
use api::dto::{Done, MergeArgs};
use model::{Citation, CitationId, Claim, Event, EventId, Target};
use store::words::fold;

use super::claim::{claims_about, keep, value_of};
use super::existing;
use super::existing::ids;
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{one_or_many, titled};

/// Fields of which an event has one value, so that two events may disagree. The summary is joined instead.
const ONE_VALUE: &[&str] = &[
    "title",
    "date",
    "kind",
    "status",
    "category",
    "severity",
    "tone",
    "likelihood",
    "confidence",
];

/// Makes several events one: citations, claims and links of the others become those of the kept one, lists are united,
/// and where a field differs both values stay as claims, the kept one's adopted, each with what was cited for its event.
/// A link between two of them would lead from an event to itself: it goes, and what was cited for it is cited for the
/// event.
pub(crate) fn merge_events(session: &mut Session, args: MergeArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut kept = existing::event(plan, "keep", api::bounds::id("keep", &args.keep)?)?;
        let others = ids::<EventId>("others", &args.others)?;
        let mut titles = Vec::new();
        for id in others {
            let other = existing::event(plan, "others", id)?;
            if id == kept.id {
                return Err(
                    Fault::argument("others", "an event cannot become part of itself")
                        .help("choose another one to merge"),
                );
            }
            titles.push(other.title.clone());
            disagree(plan, &kept, &other);
            move_statements(plan, &kept, &other);
            unite(&mut kept, other);
            plan.put_event(kept.clone());
            plan.delete_event(id);
        }
        let what = one_or_many(titles.iter().map(String::as_str), "events");
        Ok(format!("Merge {what} into {}", titled(&kept.title)))
    })
}

/// Where both hold a value and the values differ, both become claims.
fn disagree(plan: &mut Plan<'_>, kept: &Event, other: &Event) {
    let cited = |plan: &Plan<'_>, id| citations_of(plan, Target::Event(id));
    let (for_kept, for_other) = (cited(plan, kept.id), cited(plan, other.id));
    for field in ONE_VALUE {
        let values = (value_of(plan, kept, field), value_of(plan, other, field));
        let (Some(held), Some(rival)) = values else {
            continue;
        };
        if fold(&held) == fold(&rival) {
            continue;
        }
        for (value, citations, held) in [(held, &for_kept, true), (rival, &for_other, false)] {
            let claim = keep(plan, kept.id, field, &value, held);
            copy_citations(plan, citations, Target::Claim(claim));
        }
    }
}

fn citations_of(plan: &Plan<'_>, target: Target) -> Vec<Citation> {
    plan.citations()
        .filter(|it| it.target == target)
        .cloned()
        .collect()
}

/// Cites the same places for `target` too, unless they are already.
fn copy_citations(plan: &mut Plan<'_>, citations: &[Citation], target: Target) {
    for citation in citations {
        let copy = Citation {
            target,
            ..citation.clone()
        };
        let same = |it: &Citation| {
            it.target == target
                && Citation {
                    id: copy.id,
                    ..it.clone()
                } == copy
        };
        if plan.citations().any(same) {
            continue;
        }
        let id = CitationId(plan.fresh());
        plan.put_citation(Citation { id, ..copy });
    }
}

/// Citations, claims, links and further entries of `other` become those of `kept`.
fn move_statements(plan: &mut Plan<'_>, kept: &Event, other: &Event) {
    for citation in citations_of(plan, Target::Event(other.id)) {
        plan.put_citation(Citation {
            target: Target::Event(kept.id),
            ..citation
        });
    }
    move_claims(plan, kept.id, other.id);
    move_links(plan, kept.id, other.id);
    let told = plan.events().filter(|it| it.concerns == Some(other.id));
    let told: Vec<Event> = told.cloned().collect();
    for entry in told {
        let concerns = (entry.id != kept.id).then_some(kept.id);
        plan.put_event(Event { concerns, ..entry });
    }
}

/// A claim of the same value as one of the kept event becomes part of that; at most one of a field stays adopted.
fn move_claims(plan: &mut Plan<'_>, kept: EventId, other: EventId) {
    let claims: Vec<Claim> = plan
        .claims()
        .filter(|it| it.event == other)
        .cloned()
        .collect();
    for claim in claims {
        let there = claims_about(plan, kept, &claim.field);
        if let Some(same) = there
            .iter()
            .find(|it| fold(&it.value) == fold(&claim.value))
        {
            for citation in citations_of(plan, Target::Claim(claim.id)) {
                plan.put_citation(Citation {
                    target: Target::Claim(same.id),
                    ..citation
                });
            }
            plan.delete_claim(claim.id);
            continue;
        }
        let adopted = claim.adopted && there.iter().all(|it| !it.adopted);
        plan.put_claim(Claim {
            event: kept,
            adopted,
            ..claim
        });
    }
}

fn move_links(plan: &mut Plan<'_>, kept: EventId, other: EventId) {
    let links = plan
        .links()
        .filter(|it| it.cause == other || it.effect == other);
    let links: Vec<_> = links.cloned().collect();
    let moved = |end| if end == other { kept } else { end };
    for mut link in links {
        (link.cause, link.effect) = (moved(link.cause), moved(link.effect));
        if link.cause != link.effect {
            plan.put_link(link);
            continue;
        }
        for citation in citations_of(plan, Target::Link(link.id)) {
            plan.put_citation(Citation {
                target: Target::Event(kept),
                ..citation
            });
        }
        plan.delete_link(link.id);
    }
}

/// What the kept event lacks comes from the other; lists are united, texts joined.
fn unite(kept: &mut Event, other: Event) {
    kept.summary = joined(&kept.summary, &other.summary, "\n\n");
    kept.date_note = joined(&kept.date_note, &other.date_note, "; ");
    if kept.date.is_none() {
        kept.date = other.date;
    }
    kept.category = kept.category.or(other.category);
    if kept.cameo.is_empty() {
        kept.cameo = other.cameo;
    }
    if kept.plover.is_empty() {
        kept.plover = other.plover;
    }
    kept.likelihood = kept.likelihood.take().or(other.likelihood);
    kept.confidence = kept.confidence.or(other.confidence);
    kept.concerns = kept.concerns.or(other.concerns);
    kept.concerns
        .take_if(|id| *id == kept.id || *id == other.id);
    united(&mut kept.themes, other.themes, |a, b| a == b);
    united(&mut kept.places, other.places, |a, b| a == b);
    united(&mut kept.tags, other.tags, |a, b| a == b);
    united(&mut kept.figures, other.figures, |a, b| a == b);
    for part in &other.actors {
        // A role that only the other says is said now.
        let same = kept.actors.iter_mut().find(|it| it.actor == part.actor);
        if let Some(same) = same.filter(|it| it.role.is_empty()) {
            same.role.clone_from(&part.role);
        }
    }
    united(&mut kept.actors, other.actors, |a, b| {
        a.actor == b.actor && (a.role == b.role || b.role.is_empty())
    });
}

fn united<T>(kept: &mut Vec<T>, others: Vec<T>, same: impl Fn(&T, &T) -> bool) {
    for other in others {
        if !kept.iter().any(|it| same(it, &other)) {
            kept.push(other);
        }
    }
}

/// Both texts, unless one is in the other.
fn joined(kept: &str, other: &str, between: &str) -> String {
    match (kept.contains(other), other.contains(kept)) {
        (true, _) => kept.to_owned(),
        (false, true) => other.to_owned(),
        _ => format!("{kept}{between}{other}"),
    }
}
