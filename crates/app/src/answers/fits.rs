//! The `check` verb: which dates and links cannot all be right, and what the rest says about loose dates.

use std::collections::BTreeSet;

use graph::{Contradiction, Fit, Follows, MOST_CONTRADICTIONS, Mend, Side, fit, mends};
use model::date::{Day, Moment};
use model::{EventId, FuzzyDate, LinkId, Workspace};

use super::{links, many, rows};
use crate::detail::event_ref;
use crate::dto::{
    ContradictionLine, DateLine, FitReply, FollowsLine, ListArgs, MendKind, MendLine,
};
use crate::filter::Sieve;
use crate::overview::count;
use crate::{Fault, Session};

/// Contradictions that are told; the simplest come first.
const MOST: usize = 100;
/// Links of open order and loose dates that are told.
const MOST_ROWS: usize = 500;
const DAY_SECONDS: i64 = 86_400;

/// How dates and links fit together.
pub(crate) fn check(session: &Session, args: ListArgs) -> Result<FitReply, Fault> {
    let workspace = session.workspace();
    let shown = Sieve::new(workspace, &args.filter)?.shown();
    let fit = fit(workspace, &shown);
    let told = told(&fit);
    let contradictions = fit.contradictions.iter().take(MOST);
    Ok(FitReply {
        contradictions: contradictions.map(|it| line(workspace, it)).collect(),
        unknown: rows(workspace, fit.unknown.iter().copied().take(MOST_ROWS)),
        fine: count(fit.fine),
        follows: fit
            .follows
            .iter()
            .take(MOST_ROWS)
            .filter_map(|it| follows(workspace, it))
            .collect(),
        told,
    })
}

fn told(fit: &Fit) -> String {
    let clashes = match fit.contradictions.len() {
        0 => String::from("Nothing contradicts itself"),
        MOST_CONTRADICTIONS => format!("{MOST_CONTRADICTIONS} contradictions or more"),
        number => many(number, "contradiction"),
    };
    let links = many(fit.fine, "link");
    let unknown = many(fit.unknown.len(), "link");
    format!("{clashes}. {links} in order, {unknown} whose order the dates leave open.")
}

fn line(workspace: &Workspace, it: &Contradiction) -> ContradictionLine {
    let touched: BTreeSet<EventId> = links(workspace, &it.links)
        .into_iter()
        .flat_map(|link| [link.cause, link.effect])
        .collect();
    let date = |(event, side): &(EventId, Side)| {
        Some(DateLine {
            event: event_ref(workspace.event(*event)?),
            side: side_in_words(*side).to_owned(),
        })
    };
    ContradictionLine {
        told: sentence(workspace, it),
        links: rows(workspace, it.links.iter().copied()),
        dates: it.dates.iter().filter_map(date).collect(),
        events: touched.iter().map(EventId::to_string).collect(),
        mends: mends(workspace, it)
            .iter()
            .filter_map(|mend| mend_line(workspace, mend))
            .collect(),
    }
}

fn side_in_words(side: Side) -> &'static str {
    match side {
        Side::NotBefore => "not before",
        Side::NotAfter => "not after",
    }
}

/// "E10 causes E09, but E09 lies 2 days too early for that."
fn sentence(workspace: &Workspace, it: &Contradiction) -> String {
    let by = match it.lacking_seconds.div_euclid(DAY_SECONDS) {
        0 => String::from("less than a day"),
        days => many(usize::try_from(days).unwrap_or(usize::MAX), "day"),
    };
    let handle = |id: EventId| {
        workspace
            .event(id)
            .map_or_else(String::new, |it| it.handle.clone())
    };
    let claim = |link: &model::Link| {
        let label = workspace
            .link_type(link)
            .map_or(link.link_type.as_str(), |it| &it.label);
        format!("{} {label} {}", handle(link.cause), handle(link.effect))
    };
    let claims: Vec<String> = links(workspace, &it.links).into_iter().map(claim).collect();
    let dates: Vec<String> = it
        .dates
        .iter()
        .filter_map(|(event, side)| date_in_words(workspace, *event, *side))
        .collect();
    let dates = if dates.is_empty() {
        String::from("their lags do not add up")
    } else {
        dates.join(" and ")
    };
    format!("{}; but {dates}: {by} short.", claims.join(", "))
}

/// "E09 is dated 9 June 2025".
fn date_in_words(workspace: &Workspace, event: EventId, side: Side) -> Option<String> {
    let event = workspace.event(event)?;
    let date = event.date.as_ref()?;
    let verb = match (side, date.bounds.start_earliest == date.bounds.end_latest) {
        (_, true) => "is dated",
        (Side::NotBefore, false) => "does not begin before",
        (Side::NotAfter, false) => "does not end after",
    };
    let words = match (side, verb) {
        (_, "is dated") => date.in_words(),
        (Side::NotBefore, _) => in_words(date.bounds.start_earliest?.day),
        (Side::NotAfter, _) => in_words(date.bounds.end_latest?.day),
    };
    Some(format!("{} {verb} {words}", event.handle))
}

fn in_words(day: Day) -> String {
    let iso = Moment::whole(day).to_string();
    FuzzyDate::from_edtf(&iso).map_or(iso, |date| date.in_words())
}

fn mend_line(workspace: &Workspace, mend: &Mend) -> Option<MendLine> {
    let claim = |id: LinkId| {
        let link = workspace.link(id)?;
        let ends = (workspace.event(link.cause)?, workspace.event(link.effect)?);
        Some((ends.0.handle.clone(), ends.1.handle.clone()))
    };
    Some(match mend {
        Mend::Widen { event, to } => {
            let handle = &workspace.event(*event)?.handle;
            MendLine {
                kind: MendKind::Widen,
                id: event.to_string(),
                value: to.words.clone(),
                edtf: to.edtf.to_string(),
                told: format!("Let {handle} be {}", to.words),
            }
        }
        Mend::Anticipate { link, link_type } => {
            let (cause, effect) = claim(*link)?;
            MendLine {
                kind: MendKind::Retype,
                id: link.to_string(),
                value: link_type.clone(),
                edtf: String::new(),
                told: format!("Say that {effect} anticipates {cause}"),
            }
        }
        Mend::Drop { link } => {
            let (cause, effect) = claim(*link)?;
            MendLine {
                kind: MendKind::Drop,
                id: link.to_string(),
                value: String::new(),
                edtf: String::new(),
                told: format!("Drop the claim {cause} → {effect}"),
            }
        }
    })
}

fn follows(workspace: &Workspace, it: &Follows) -> Option<FollowsLine> {
    let day = |seconds: i64| in_words(Day(seconds.div_euclid(DAY_SECONDS)));
    let date = workspace.event(it.event)?.date.as_ref();
    // The side that no link narrows is said as the date has it, so that the sentence is whole.
    let known = |moment: Option<Moment>| moment.map(|it| in_words(it.day));
    let low = it.not_before.map(day);
    let high = it.not_after.map(day);
    let low = low.or_else(|| known(date?.bounds.start_earliest));
    let high = high.or_else(|| known(date?.bounds.end_latest));
    let told = match (low, high) {
        (Some(low), Some(high)) if low == high => format!("must be on {low}"),
        (Some(low), Some(high)) => format!("must lie between {low} and {high}"),
        (Some(low), None) => format!("must not lie before {low}"),
        (None, Some(high)) => format!("must not lie after {high}"),
        (None, None) => return None,
    };
    Some(FollowsLine {
        event: event_ref(workspace.event(it.event)?),
        told,
        because: it.because.iter().map(LinkId::to_string).collect(),
    })
}
