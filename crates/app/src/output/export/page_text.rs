//! The text around an exported picture: title, subtitle, as-of date, note.

use std::collections::BTreeSet;

use api::dto::{ExportArgs, PageOptions};
use api::words::{ChartKind, handling_mark};
use chart::{GroupsBy, Picture, Window, Words};
use model::Workspace;
use model::date::Day;

use super::tally::Tally;
use super::{glyphs, highlighted, left_out, sources};
use crate::draw::entries::{EntryChart, EntryKind};
use crate::draw::subject::Subject;
use crate::lookup::filter::{filters, in_words};
use crate::session::Session;

/// What a chart is called in a sentence.
pub(super) fn name(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Causes => "causes and effects",
        ChartKind::CauseMap => "cause map",
        ChartKind::Themes => "theme map",
        ChartKind::Study => "event study",
        ChartKind::Heat => "themes by month",
        other => other.word(),
    }
}

/// The page of one chart: among several, the analyst's own title is followed by the name of the chart.
pub(super) fn titled(page: &PageOptions, is_one_of_several: bool, kind: ChartKind) -> PageOptions {
    let title = page.title.clone().map(|title| match is_one_of_several {
        true => format!("{title}: {}", name(kind)),
        false => title,
    });
    PageOptions {
        title,
        ..page.clone()
    }
}

/// What is said about a picture of `subject`.
pub(super) fn page_text(
    session: &Session,
    subject: &Subject<'_>,
    picture: &Picture,
    args: &ExportArgs,
) -> Words {
    let workspace = session.workspace();
    let tally = Tally::of(workspace, subject, picture.window);
    let own = |words: &Option<String>, usual: &dyn Fn() -> String| match words {
        Some(words) => words.clone(),
        None => usual(),
    };
    let (as_of, sources) = match subject {
        Subject::Entries(chart) => {
            let with_links = !matches!(chart.kind, EntryKind::Timeline { .. });
            (
                chart.as_of,
                sources::cited_lines(workspace, &tally, with_links),
            )
        }
        Subject::Numbers { chart: numbers, .. } => {
            let mut lines = sources::cited_lines(workspace, &tally, false);
            lines.extend(numbers.origins());
            let as_of = crate::session::day::as_of(session, args.chart.as_of.as_deref());
            (as_of.ok().flatten().or(workspace.as_of), lines)
        }
    };
    let page_title = own(&args.page.title, &|| {
        title(workspace, subject, picture.window)
    });
    let lacking = glyphs::lacking(workspace, picture, &page_title);
    Words {
        title: page_title,
        subtitle: own(&args.page.subtitle, &|| {
            subtitle(workspace, subject, args, &tally)
        }),
        as_of: as_of
            .map(|day| format!("as of {}", day.in_words()))
            .unwrap_or_default(),
        sources,
        counts: picture.counts.clone(),
        note: note(workspace, subject, picture, args, (&tally, &lacking)),
        // Checked when the arguments came in.
        handling: handling_mark(args.page.handling.as_deref().unwrap_or_default())
            .unwrap_or_default(),
        lacking,
    }
}

fn note(
    workspace: &Workspace,
    subject: &Subject<'_>,
    picture: &Picture,
    args: &ExportArgs,
    (tally, lacking): (&Tally, &[String]),
) -> String {
    let mut parts: Vec<String> = args
        .page
        .note
        .iter()
        .map(|it| it.trim().to_owned())
        .collect();
    if let Subject::Numbers { chart: numbers, .. } = subject {
        parts.push(numbers.note(workspace));
    }
    parts.push(picture.counts.clone());
    parts.extend(left_out::left_out(workspace, subject, picture, tally));
    parts.extend(glyphs::note(lacking));
    let ended = parts.into_iter().filter(|it| !it.is_empty()).map(|it| {
        let is_ended = it.ends_with(['.', '!', '?', '。', '؟']);
        if is_ended { it } else { format!("{it}.") }
    });
    ended.collect::<Vec<_>>().join(" ")
}

/// "Two weeks in June: timeline, 1 June 2025 to 14 June 2025".
fn title(workspace: &Workspace, subject: &Subject<'_>, window: Window) -> String {
    let what = match subject {
        Subject::Numbers { chart: numbers, .. } => numbers.title(),
        Subject::Entries(chart) => match chart.kind {
            _ if chart.is_relative() => String::from("consequences, in days since each event"),
            EntryKind::Timeline { .. } => format!("timeline, {}", period(window)),
            EntryKind::Causes { .. } => format!("causes and effects, {}", period(window)),
            EntryKind::CauseMap { .. } => String::from("cause map"),
            EntryKind::Themes { by, .. } => {
                let what = match by {
                    GroupsBy::Theme => "themes",
                    GroupsBy::Actor => "actors",
                };
                format!("links between {what}")
            }
        },
    };
    format!("{}: {what}", workspace.name)
}

fn period(window: Window) -> String {
    let first = Day(window.from_days.floor() as i64);
    // A window ends before its end: one up to midnight does not touch the day that begins there.
    let last = Day((window.to_days.ceil() as i64 - 1).max(first.0));
    if first == last {
        first.in_words()
    } else {
        format!("{} to {}", first.in_words(), last.in_words())
    }
}

fn subtitle(
    workspace: &Workspace,
    subject: &Subject<'_>,
    args: &ExportArgs,
    tally: &Tally,
) -> String {
    let mut parts = match subject {
        Subject::Numbers { .. } => Vec::new(),
        Subject::Entries(chart) => vec![shown(chart, tally)],
    };
    if matches!(subject, Subject::Numbers { .. }) || filters(&args.chart.filter) {
        parts.extend(in_words(workspace, &args.chart.filter));
    }
    let highlight = args.chart.highlight.as_ref();
    parts.extend(highlight.map(|it| highlighted::in_words(workspace, it)));
    parts.join("; ")
}

/// How many entries are shown, and of how many.
fn shown(chart: &EntryChart<'_>, tally: &Tally) -> String {
    let (total, within) = (tally.total, tally.within);
    let shown = chart.part().map_or(tally.passing, BTreeSet::len);
    if chart.is_map() || chart.part().is_some() {
        return match (shown == total, chart.part()) {
            (true, _) if chart.is_zoomed() => format!("Part of the map of all {total} entries"),
            (true, _) => format!("All {total} entries"),
            (false, None) => format!("{shown} of {total} entries match the filter"),
            (false, Some(_)) => format!("{shown} of {total} entries; +n: linked entries not shown"),
        };
    }
    match (within == total, shown == total) {
        (true, _) => format!("All {total} entries"),
        (false, true) => format!("{within} of {total} entries in this period"),
        (false, false) => {
            format!("{shown} of {total} entries match the filter, {within} in this period")
        }
    }
}
