//! The verbs `index` and `index_point`: the index as rows, and one of its points opened.

use api::Fault;
use api::dto::{IndexArgs, IndexPoint, IndexPointArgs, IndexReply, IndexRow, ShareLine};
use api::words::Step;
use model::Workspace;
use model::date::{Day, Weekday};
use risk::{IndexPart, Share, shares};

use super::method;
use super::scaled::{Scaled, known_on, of_filter};
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;
use crate::session::day::{Which, day, day_if_any};

/// Rows of an answer.
const MOST_ROWS: usize = 10_000;
/// Entries of a point when no number is asked for.
const SHARES: u32 = 100;

/// The index as rows.
pub(crate) fn index(session: &Session, args: IndexArgs) -> Result<IndexReply, Fault> {
    let workspace = session.workspace();
    let scaled = Scaled {
        filter: &args.filter,
        scaling: &args.scaling,
        as_of: workspace.as_of,
    };
    let made = scaled.made(session)?;
    let (first, days) = made.index.days();
    let last = first.plus(days as i64 - 1);
    let from = day_if_any(session, "from", args.from.as_deref(), Which::First)?;
    let from = from.unwrap_or(first).max(first);
    let known = known_on(session, args.scaling.known_on.as_deref())?.or(workspace.as_of);
    let to = day_if_any(session, "to", args.to.as_deref(), Which::Last)?;
    let to = to.or(known).unwrap_or(last).min(last);
    let is_told = period(args.by, to);
    let days = (from.0..=to.0).map(Day).filter(|it| is_told(*it));
    let mut rows: Vec<IndexRow> = days
        .filter_map(|it| Some(row(it, made.index.on(it)?)))
        .collect();
    let earlier = rows.len().saturating_sub(MOST_ROWS);
    rows.drain(..earlier);
    Ok(IndexReply {
        unit: made.index.unit().to_owned(),
        formula: method::of_index(workspace),
        left_out: method::of_left_out(&made.entries.left_out),
        rows,
        earlier: count(earlier),
    })
}

/// Which days stand for their period: all, Sundays, or the last of each month; the last day of all in any case.
fn period(step: Step, last: Day) -> impl Fn(Day) -> bool {
    move |it: Day| {
        let ends = match step {
            Step::Day => true,
            Step::Week => it.weekday() == Weekday::Sunday,
            Step::Month => it.plus(1).ymd().2 == 1,
        };
        ends || it == last
    }
}

fn row(day: Day, [up, down, net, noted]: [f64; 4]) -> IndexRow {
    let number = |it: f64| it.is_finite().then_some(it);
    IndexRow {
        day: day.to_string(),
        escalation: number(up),
        deescalation: number(down),
        net: number(net),
        attention: noted,
    }
}

/// What makes a point of the index.
pub(crate) fn index_point(session: &Session, args: IndexPointArgs) -> Result<IndexPoint, Fault> {
    let workspace = session.workspace();
    let on = day(session, "day", &args.day, Which::Only)?;
    let known = known_on(session, args.known_on.as_deref())?;
    let made_by = |known| -> Result<Vec<Share>, Fault> {
        let entries = of_filter(workspace, &args.filter, known)?;
        Ok(shares(&entries.list, on))
    };
    let all = made_by(known)?;
    let (up, down) = (
        sum(&all, IndexPart::Escalation),
        sum(&all, IndexPart::Deescalation),
    );
    let net_of =
        |all: &[Share]| sum(all, IndexPart::Escalation) - sum(all, IndexPart::Deescalation);
    let today = known.map(|_| made_by(None)).transpose()?;
    let shown = (args.most.unwrap_or(SHARES) as usize).min(all.len());
    let (told, rest) = all.split_at(shown);
    Ok(IndexPoint {
        day: on.to_string(),
        day_words: on.in_words(),
        escalation: up,
        deescalation: down,
        net: up - down,
        net_today: today.as_deref().map(net_of),
        shares: told
            .iter()
            .filter_map(|it| line(workspace, it, up, down))
            .collect(),
        more: count(rest.len()),
        more_escalation: sum(rest, IndexPart::Escalation),
        more_deescalation: sum(rest, IndexPart::Deescalation),
    })
}

/// What the shares of one part come to.
fn sum(shares: &[Share], part: IndexPart) -> f64 {
    let of_part = shares.iter().filter(|it| it.part == part);
    of_part.map(|it| it.amount).sum()
}

fn line(workspace: &Workspace, it: &Share, up: f64, down: f64) -> Option<ShareLine> {
    let event = workspace.event(it.event)?;
    let whole = if it.part == IndexPart::Escalation {
        up
    } else {
        down
    };
    Some(ShareLine {
        event: event_ref(event),
        tone: event.tone,
        amount: it.amount,
        percent: it.amount / whole * 100.0,
    })
}
