//! The `check` verb: which dates and links cannot all be right, and what the rest says about loose dates.

use std::collections::BTreeSet;

use api::Fault;
use api::dto::{ContradictionLine, DateLine, FitReply, FixKind, FixLine, FollowsLine, ListArgs};
use graph::{Contradiction, Fit, Fix, Follows, Gap, MOST_CONTRADICTIONS, Side, fit, fixes};
use model::date::{Day, Moment};
use model::{EventId, FuzzyDate, LinkId, Workspace};

use super::links::{links, many, rows};
use crate::lookup::filter::CompiledFilter;
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;
use crate::session::step_names::titled;

/// Contradictions in a reply, the simplest first.
const MOST: usize = 100;
/// Links of unknown order and loose dates in a reply.
const MOST_ROWS: usize = 500;
const DAY_SECONDS: i64 = 86_400;
const HOUR_SECONDS: i64 = 3_600;
const MINUTE_SECONDS: i64 = 60;

/// How dates and links fit together.
pub(crate) fn check(session: &Session, args: ListArgs) -> Result<FitReply, Fault> {
    let workspace = session.workspace();
    let shown = CompiledFilter::new(workspace, &args.filter).shown();
    let fit = fit(workspace, &shown);
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
        told: summary(&fit),
    })
}

/// "2 contradictions. 38 links consistent, order not known for 2 links."
fn summary(fit: &Fit) -> String {
    let clashes = match fit.contradictions.len() {
        0 => String::from("No contradictions"),
        MOST_CONTRADICTIONS => format!("{MOST_CONTRADICTIONS} contradictions or more"),
        number => many(number, "contradiction"),
    };
    let links = many(fit.fine, "link");
    let unknown = match fit.unknown.len() {
        0 => String::new(),
        number => format!(", order not known for {}", many(number, "link")),
    };
    format!("{clashes}. {links} consistent{unknown}.")
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
        events: touched.iter().copied().collect(),
        fixes: fixes(workspace, it)
            .iter()
            .filter_map(|fix| fix_line(workspace, fix))
            .collect(),
    }
}

fn side_in_words(side: Side) -> &'static str {
    match side {
        Side::NotBefore => "not before",
        Side::NotAfter => "not after",
    }
}

/// Why the dates of its two ends rule a link out, in a sentence; `None` if they do not.
pub(super) fn against(workspace: &Workspace, link: &model::Link) -> Option<String> {
    let ends = BTreeSet::from([link.cause, link.effect]);
    let events = ends.iter().filter_map(|it| workspace.event(*it)).cloned();
    let alone = Workspace {
        events: events.collect(),
        links: vec![link.clone()],
        link_types: workspace.link_types.clone(),
        ..Workspace::default()
    };
    let found = fit(&alone, &ends).contradictions;
    found.first().map(|it| sentence(&alone, it))
}

/// `“Oil rises” causes “Strike at the port”; but “Strike at the port” is dated 1 June 2025 and “Oil rises” is dated 12 June
/// 2025: effect precedes cause by 11 days.`
fn sentence(workspace: &Workspace, it: &Contradiction) -> String {
    let claim = |link: &model::Link| {
        let label = workspace
            .link_type(link)
            .map_or(link.link_type.as_str(), |it| &it.label);
        let title = |id: EventId| {
            let event = workspace.event(id);
            event.map_or_else(String::new, |it| format!("“{}”", it.title))
        };
        format!("{} {label} {}", title(link.cause), title(link.effect))
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
    let gap = gap_in_words(it, is_timed(workspace, it));
    format!("{}; but {dates}: {gap}.", claims.join(", "))
}

/// "effect precedes cause by 11 days".
fn gap_in_words(it: &Contradiction, timed: bool) -> String {
    let words = |seconds| length(seconds, timed);
    match it.gap {
        Gap::EffectFirst {
            by_seconds,
            allowed_seconds: 0,
        } => format!("effect precedes cause by {}", words(by_seconds)),
        Gap::EffectFirst {
            by_seconds,
            allowed_seconds,
        } => format!(
            "effect precedes cause by {}, more than the {} allowed",
            words(by_seconds),
            words(allowed_seconds)
        ),
        Gap::TooLate {
            by_seconds,
            allowed_seconds,
        } => {
            // The seconds begin at the end of the cause's last day: what is left of a day is a whole one.
            let days = -(-by_seconds).div_euclid(DAY_SECONDS);
            let by = if timed {
                by_seconds
            } else {
                days * DAY_SECONDS
            };
            let limits = ["more than the # allowed", "less than the # required"];
            follows_in_words(by, allowed_seconds, limits, words)
        }
        Gap::TooSoon {
            by_seconds,
            needed_seconds,
        } => {
            // The seconds reach to the end of the effect's last day, which is not counted.
            let days = by_seconds.div_euclid(DAY_SECONDS);
            let by = if timed {
                by_seconds
            } else {
                days * DAY_SECONDS
            };
            let limits = ["less than the # required", "more than the # allowed"];
            follows_in_words(by, needed_seconds, limits, words)
        }
        Gap::Sum => format!("off by {}", words(it.lacking_seconds)),
    }
}

/// "effect follows cause by 19 days, more than the 14 days allowed"; below 0 the effect precedes the cause. `limits` say what
/// is wrong where both follow and where both precede.
fn follows_in_words(
    by_seconds: i64,
    limit_seconds: i64,
    limits: [&str; 2],
    words: impl Fn(i64) -> String,
) -> String {
    let (by, limit) = (words(by_seconds.abs()), words(limit_seconds.abs()));
    match (by_seconds < 0, limit_seconds < 0) {
        (false, false) => format!(
            "effect follows cause by {by}, {}",
            limits[0].replace('#', &limit)
        ),
        (true, true) => format!(
            "effect precedes cause by {by}, {}",
            limits[1].replace('#', &limit)
        ),
        (true, false) => {
            format!("effect precedes cause by {by}, but must follow it by at least {limit}")
        }
        (false, true) => {
            format!("effect follows cause by {by}, but must precede it by at least {limit}")
        }
    }
}

/// Whether all dates that are in the way are known to the second.
fn is_timed(workspace: &Workspace, it: &Contradiction) -> bool {
    let is_timed = |(event, side): &(EventId, Side)| {
        let bounds = workspace.event(*event)?.date.as_ref()?.bounds;
        let moment = match side {
            Side::NotBefore => bounds.start_earliest,
            Side::NotAfter => bounds.end_latest,
        };
        Some(moment?.second.is_some())
    };
    !it.dates.is_empty() && it.dates.iter().all(|it| is_timed(it) == Some(true))
}

/// A time between dates, in words. Days are counted from day to day, as people count them: from 1 to 12 June it is 11. Hours
/// count only where both ends are known to the hour.
fn length(seconds: i64, timed: bool) -> String {
    let count = |number: i64, what: &str| many(usize::try_from(number).unwrap_or(usize::MAX), what);
    if !timed {
        return count(
            seconds.div_euclid(DAY_SECONDS) + i64::from(seconds % DAY_SECONDS > 0),
            "day",
        );
    }
    let (days, hours) = (seconds / DAY_SECONDS, seconds % DAY_SECONDS / HOUR_SECONDS);
    match (days, hours, seconds / MINUTE_SECONDS) {
        (0, 0, 0) => String::from("less than a minute"),
        (0, 0, minutes) => count(minutes, "minute"),
        (0, hours, _) => count(hours, "hour"),
        (days, 0, _) => count(days, "day"),
        (days, hours, _) => format!("{} and {}", count(days, "day"), count(hours, "hour")),
    }
}

/// `“Strike at the port” is dated 9 June 2025`.
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
    Some(format!("{} {verb} {words}", titled(&event.title)))
}

fn in_words(day: Day) -> String {
    let iso = Moment::whole(day).to_string();
    FuzzyDate::from_edtf(&iso).map_or(iso, |date| date.in_words())
}

fn fix_line(workspace: &Workspace, fix: &Fix) -> Option<FixLine> {
    let claim = |id: LinkId| {
        let link = workspace.link(id)?;
        let ends = (workspace.event(link.cause)?, workspace.event(link.effect)?);
        Some((titled(&ends.0.title), titled(&ends.1.title)))
    };
    Some(match fix {
        Fix::Widen { event, to } => {
            let title = titled(&workspace.event(*event)?.title);
            FixLine {
                kind: FixKind::Widen,
                id: event.to_string(),
                value: to.words.clone(),
                edtf: to.edtf.to_string(),
                told: format!("Date {title} {}", to.words),
            }
        }
        Fix::Anticipate { link, link_type } => {
            let (cause, effect) = claim(*link)?;
            FixLine {
                kind: FixKind::Retype,
                id: link.to_string(),
                value: link_type.clone(),
                edtf: String::new(),
                told: format!("Say that {effect} anticipates {cause}"),
            }
        }
        Fix::Drop { link } => {
            let (cause, effect) = claim(*link)?;
            FixLine {
                kind: FixKind::Drop,
                id: link.to_string(),
                value: String::new(),
                edtf: String::new(),
                told: format!("Remove the link {cause} → {effect}"),
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
        (Some(low), Some(high)) => format!("must be between {low} and {high}"),
        (Some(low), None) => format!("must not be before {low}"),
        (None, Some(high)) => format!("must not be after {high}"),
        (None, None) => return None,
    };
    Some(FollowsLine {
        event: event_ref(workspace.event(it.event)?),
        told,
        because: it.because.iter().map(LinkId::to_string).collect(),
    })
}

#[cfg(test)]
mod tests;
