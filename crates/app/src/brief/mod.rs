//! The brief: gathered from the workspace and its history, written as HTML or Markdown.

mod changes;

use std::path::Path;

use exchange::brief::{Brief, Item, html, markdown};
use model::date::Day;
use model::{Event, SourceId, Stance, Target, Workspace};
use serde_json::json;

use crate::check::day;
use crate::dto::{BriefArgs, ExportArgs, Exported};
use crate::filter::{Sieve, by_time};
use crate::{Fault, Session, beside, export, grade};

/// Charts that a brief can hold.
const CHARTS: [&str; 6] = ["timeline", "causes", "layers", "themes", "index", "heat"];
/// How large they are drawn.
const CHART_PX: [f32; 2] = [1100.0, 620.0];

/// Writes the brief since a day to `path`, whose ending says how: html or md. What exists is overwritten only with `force`.
///
/// # Errors
/// A bad argument, [`crate::FaultCode::Exists`] or [`crate::FaultCode::File`]; then `path` is as it was before.
pub fn brief(
    session: &Session,
    path: impl AsRef<Path>,
    args: &BriefArgs,
    force: bool,
) -> Result<Exported, Fault> {
    crate::edge(|| {
        let path = path.as_ref();
        let name = beside::file_name(path);
        let ending = path
            .extension()
            .map(|it| it.to_string_lossy().to_lowercase());
        let made = match ending.as_deref() {
            Some("html" | "htm") => html(&gathered(session, args, true)?),
            Some("md") => markdown(&gathered(session, args, false)?),
            _ => {
                let message = format!("\"{name}\" does not say how to write it");
                return Err(Fault::argument("path", message).help("end the name with .html or .md"));
            }
        };
        if !force && path.exists() {
            return Err(beside::exists(&name));
        }
        beside::write(path, made.as_bytes(), force)?;
        Ok(Exported {
            file_name: name,
            bytes: made.len() as u64,
        })
    })
}

/// Everything that the brief says.
fn gathered(session: &Session, args: &BriefArgs, with_charts: bool) -> Result<Brief, Fault> {
    let workspace = session.workspace();
    let since = day("since", &args.since)?;
    let until = match &args.until {
        Some(text) => day("until", text)?,
        None => workspace.as_of.or(session.today()).unwrap_or(since),
    };
    if until < since {
        return Err(
            Fault::argument("since", "the brief would end before it begins")
                .help("choose an earlier day"),
        );
    }
    let sieve = Sieve::new(workspace, &args.filter)?;
    let events = by_time(sieve.passing());
    let mut numbers: Vec<SourceId> = Vec::new();
    let mut items = |wanted: &dyn Fn(&Event) -> bool| -> Vec<Item> {
        let chosen = events.iter().filter(|it| wanted(it));
        chosen.map(|it| item(workspace, it, &mut numbers)).collect()
    };
    let happened = items(&|it| !it.is_unrealized() && began(it, since, until));
    let coming = items(&|it| {
        it.is_unrealized() && it.status != model::Status::Cancelled && may_be_after(it, until)
    });
    let undated = events.iter().filter(|it| it.date.is_none()).count();
    Ok(Brief {
        title: args
            .title
            .clone()
            .unwrap_or_else(|| format!("{}: brief", workspace.name)),
        period: format!("{} to {}", since.in_words(), until.in_words()),
        changed: changes::since(session, &sieve, since)?,
        charts: if with_charts {
            charts(session, args, since, until)?
        } else {
            Vec::new()
        },
        sources: numbers.iter().map(|id| source(workspace, *id)).collect(),
        notes: notes(&args.charts, with_charts, undated),
        happened,
        coming,
    })
}

/// Whether it may have begun within the period.
fn began(event: &Event, since: Day, until: Day) -> bool {
    let Some(bounds) = event.date.as_ref().map(|it| it.bounds) else {
        return false;
    };
    // What began nobody knows when is told when it is known to have been there.
    let first = bounds
        .start_earliest
        .or(bounds.end_earliest)
        .or(bounds.end_latest);
    let last = bounds.start_latest.or(bounds.end_latest).or(first);
    first.is_some_and(|it| it.day <= until) && last.is_some_and(|it| it.day >= since)
}

/// Whether it may still come after that day.
fn may_be_after(event: &Event, day: Day) -> bool {
    let end = event.date.as_ref().map(|it| it.bounds.end_latest);
    end.is_some_and(|end| end.is_none_or(|it| it.day > day))
}

fn item(workspace: &Workspace, event: &Event, numbers: &mut Vec<SourceId>) -> Item {
    let cited = workspace
        .citations_of(Target::Event(event.id))
        .filter(|it| it.stance == Stance::For);
    let mut sources: Vec<(usize, String)> = cited
        .filter_map(|it| {
            let grade = grade::of(workspace.source(it.source)?, it);
            Some((number(numbers, it.source), grade))
        })
        .collect();
    sources.sort();
    sources.dedup_by_key(|it| it.0);
    let band = workspace
        .scales
        .iter()
        .find_map(|it| event.likelihood_band(it));
    let likelihood = event.likelihood.as_ref().zip(band);
    Item {
        date: event
            .date
            .as_ref()
            .map_or("no date", |it| it.words.as_str())
            .to_owned(),
        title: event.title.clone(),
        summary: event.summary.clone(),
        status: if event.is_unrealized() {
            event.status.word().to_owned()
        } else {
            String::new()
        },
        likelihood: likelihood.map_or_else(String::new, |(word, band)| {
            format!(
                "Likelihood: {} ({}–{} %)",
                word.0, band.low_percent, band.high_percent
            )
        }),
        confidence: event
            .confidence
            .map_or_else(String::new, |it| format!("Confidence: {}", it.word())),
        sources,
    }
}

/// The number of a source, a new one if it has none.
fn number(numbers: &mut Vec<SourceId>, id: SourceId) -> usize {
    let at = numbers.iter().position(|it| *it == id).unwrap_or_else(|| {
        numbers.push(id);
        numbers.len() - 1
    });
    at + 1
}

/// "Reuters, Trump ends talks, 6 June 2025 (B: usually reliable)".
fn source(workspace: &Workspace, id: SourceId) -> String {
    let Some(it) = workspace.source(id) else {
        return String::new();
    };
    let letter = it
        .reliability
        .map(|it| format!(" ({}: {})", it.word(), grade::in_words(it.word())));
    format!("{}{}", export::source_line(it), letter.unwrap_or_default())
}

/// The charts that are asked for, as pages of their own size.
fn charts(
    session: &Session,
    args: &BriefArgs,
    since: Day,
    until: Day,
) -> Result<Vec<(String, String)>, Fault> {
    let draw = |view: &String| {
        if !CHARTS.contains(&view.as_str()) {
            let view: String = view.chars().take(40).collect();
            return Err(Fault::argument(
                "charts",
                format!("there is no chart \"{view}\" for a brief"),
            )
            .help(format!("choose of {}", CHARTS.join(", "))));
        }
        let wanted = json!({
            "size_px": CHART_PX, "theme": "print", "filter": args.filter,
            "from_days": since.0 as f64 - 14.0, "to_days": until.0 as f64 + 15.0,
        });
        let wanted: ExportArgs = crate::verbs::typed(wanted)?;
        Ok((view.clone(), export::svg(session, view, &wanted)?))
    };
    args.charts.iter().map(draw).collect()
}

fn notes(charts: &[String], with_charts: bool, undated: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if undated > 0 {
        let entries = if undated == 1 {
            "entry has"
        } else {
            "entries have"
        };
        notes.push(format!(
            "{undated} {entries} no date and cannot be told in a period."
        ));
    }
    if !with_charts && !charts.is_empty() {
        notes.push(format!(
            "Markdown holds no charts: export {} as pictures.",
            charts.join(", ")
        ));
    }
    notes.push(String::from(
        "Grades are those of the NATO Admiralty scale: the letter is the source's, the digit the statement's. Likelihood words are those of ICD 203.",
    ));
    notes
}
