//! Everything that a brief says, part by part.

use exchange::brief::{Block, Brief, Part, Span};
use model::date::Day;
use model::{Event, Status, ThemeId};

use super::part::{PartKind, parts};
use super::summary::{Told, summary};
use super::teller::Teller;
use super::time::period;
use super::{changed, charts, entry};
use crate::check::day;
use crate::dto::BriefArgs;
use crate::filter::{Sieve, by_time};
use crate::{Fault, Session};

/// So many entries are read as one list; more are told theme by theme.
const ONE_LIST: usize = 7;
/// Marks of the Traffic Light Protocol (FIRST, TLP 2.0).
const TLP: [&str; 5] = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/// The brief that is asked for. A form that holds no charts goes without them, and says so when they were asked for.
pub(super) fn gather(
    session: &Session,
    args: &BriefArgs,
    with_charts: bool,
) -> Result<Brief, Fault> {
    let workspace = session.workspace();
    let days = days(session, args)?;
    let parts = parts(args.parts.as_deref(), with_charts)?;
    let sieve = Sieve::new(workspace, &args.filter)?;
    let mut teller = Teller::new(workspace, parts.contains(&PartKind::Sources));
    let changes = changed::since(session, &sieve, days.0)?;
    let all = by_time(sieve.passing());
    let kept = |wanted: &dyn Fn(&Event) -> bool| -> Vec<&Event> {
        all.iter().copied().filter(|it| wanted(it)).collect()
    };
    let material = Material {
        happened: kept(&|it| !it.is_unrealized() && began(it, days)),
        coming: kept(&|it| is_coming(it, days.1)),
        undated: kept(&|it| !it.is_unrealized() && it.date.is_none()).len(),
        passing: all.len(),
        eligible: sieve.eligible().count(),
    };
    let mut said: Vec<Option<Part>> = Vec::new();
    for part in &parts {
        said.push(match part {
            PartKind::Summary => {
                let told = Told {
                    happened: &material.happened,
                    coming: &material.coming,
                    changed: changes.len(),
                };
                Some(under("In short", summary(&mut teller, &told)))
            }
            PartKind::Happened => Some(happened(&mut teller, &material.happened)),
            PartKind::Changed => Some(under(
                "What changed in judgment, and why",
                or_nothing(
                    changed::told(&mut teller, &changes),
                    "No judgment changed in this period.",
                ),
            )),
            PartKind::Coming => Some(coming(&mut teller, &material.coming)),
            PartKind::Chart(view) if with_charts => {
                let figure = charts::figure(session, args, view, days)?;
                Some(under(name(view), vec![Block::Figure(figure)]))
            }
            PartKind::Chart(_) | PartKind::Sources | PartKind::Notes => None,
        });
    }
    // Known only now that everything is told.
    let late = |part: &PartKind, said: Option<Part>| match part {
        PartKind::Sources => Some(under(
            "Sources",
            or_nothing(teller.endnotes(), "No source is cited."),
        )),
        PartKind::Notes => Some(under(
            "Notes",
            notes(&teller, &material, &parts, with_charts),
        )),
        _ => said,
    };
    Ok(Brief {
        title: args
            .title
            .clone()
            .unwrap_or_else(|| format!("{}: brief", workspace.name)),
        subtitle: subtitle(workspace.as_of, days),
        handling: args.handling.as_deref().map(handling).unwrap_or_default(),
        parts: parts
            .iter()
            .zip(said)
            .filter_map(|(part, said)| late(part, said))
            .collect(),
    })
}

/// The entries that a brief tells of.
struct Material<'a> {
    happened: Vec<&'a Event>,
    coming: Vec<&'a Event>,
    /// How many happened nobody knows when.
    undated: usize,
    passing: usize,
    eligible: usize,
}

fn under(heading: &str, blocks: Vec<Block>) -> Part {
    Part {
        heading: heading.to_owned(),
        blocks,
    }
}

fn or_nothing(blocks: Vec<Block>, nothing: &str) -> Vec<Block> {
    match blocks.is_empty() {
        true => vec![Block::Paragraph(vec![Span::Missing(nothing.to_owned())])],
        false => blocks,
    }
}

/// The first and the last day.
fn days(session: &Session, args: &BriefArgs) -> Result<(Day, Day), Fault> {
    let since = day("since", &args.since)?;
    let until = match &args.until {
        Some(text) => day("until", text)?,
        None => session
            .workspace()
            .as_of
            .or(session.today())
            .unwrap_or(since),
    };
    if until < since {
        return Err(
            Fault::argument("since", "the brief would end before it begins")
                .help("choose an earlier day"),
        );
    }
    Ok((since, until))
}

fn subtitle(as_of: Option<Day>, (since, until): (Day, Day)) -> String {
    match as_of {
        Some(day) => format!("{}. As of {}.", period(since, until), day.in_words()),
        None => format!("{}.", period(since, until)),
    }
}

/// "TLP:AMBER" for its word, else the words as they are.
fn handling(words: &str) -> String {
    let words = words.trim();
    let upper = words.to_uppercase();
    let bare = upper.strip_prefix("TLP:").unwrap_or(&upper);
    match TLP.contains(&bare) {
        true => format!("TLP:{bare}"),
        false => words.to_owned(),
    }
}

/// Whether it may have begun within the period.
fn began(event: &Event, (since, until): (Day, Day)) -> bool {
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

/// Whether it has not happened, was not called off, and may still come after that day; without a date it may.
fn is_coming(event: &Event, day: Day) -> bool {
    let end = event.date.as_ref().and_then(|it| it.bounds.end_latest);
    event.is_unrealized() && event.status != Status::Cancelled && end.is_none_or(|it| it.day > day)
}

/// What happened: one list when it is short, else theme by theme in the order of their lanes.
fn happened(teller: &mut Teller<'_>, events: &[&Event]) -> Part {
    let heading = "What happened";
    let item = |teller: &mut Teller<'_>, it: &&Event| Block::Item(entry::happened(teller, it));
    if events.len() <= ONE_LIST {
        let items = events.iter().map(|it| item(teller, it)).collect();
        return under(
            heading,
            or_nothing(items, "Nothing was noted in this period."),
        );
    }
    let mut blocks = Vec::new();
    let themes = teller.workspace.themes.iter();
    let named = themes.map(|it| (Some(it.id), it.name.as_str()));
    let groups: Vec<(Option<ThemeId>, &str)> = named.chain([(None, "Without a theme")]).collect();
    for (theme, name) in groups {
        let of: Vec<&&Event> = events
            .iter()
            .filter(|it| it.leading_theme() == theme)
            .collect();
        if !of.is_empty() {
            blocks.push(Block::Heading(name.to_owned()));
            blocks.extend(of.into_iter().map(|it| item(teller, it)));
        }
    }
    under(heading, blocks)
}

/// What is coming, by date; what has none comes last.
fn coming(teller: &mut Teller<'_>, events: &[&Event]) -> Part {
    let items = events
        .iter()
        .map(|it| Block::Item(entry::coming(teller, it)))
        .collect();
    under(
        "What is coming",
        or_nothing(items, "Nothing is planned or expected."),
    )
}

/// What the charts are headed with.
fn name(view: &str) -> &'static str {
    match view {
        "timeline" => "Timeline",
        "causes" => "Causes",
        "layers" => "Layers",
        "themes" => "Themes",
        "index" => "Index",
        "heat" => "Theme by month",
        _ => "Outlook",
    }
}

fn notes(
    teller: &Teller<'_>,
    material: &Material<'_>,
    parts: &[PartKind],
    with_charts: bool,
) -> Vec<Block> {
    let mut notes = teller.keys();
    let (passing, all) = (material.passing, material.eligible);
    if passing < all {
        notes.push(format!(
            "This brief holds what passes a filter: {passing} of {all} entries."
        ));
    }
    match material.undated {
        0 => {}
        1 => notes.push(String::from(
            "One entry has no date and cannot be told in a period.",
        )),
        many => notes.push(format!(
            "{many} entries have no date and cannot be told in a period."
        )),
    }
    let charts = parts.iter().filter_map(|it| match it {
        PartKind::Chart(view) => Some(*view),
        _ => None,
    });
    let charts: Vec<&str> = charts.collect();
    if !with_charts && !charts.is_empty() {
        notes.push(format!(
            "Markdown holds no charts: export {} as pictures.",
            charts.join(", ")
        ));
    }
    notes.push(String::from(
        "Dates are as the sources give them; where a date is not known to the day, it says so.",
    ));
    notes
        .into_iter()
        .map(|it| Block::Note(vec![Span::plain(it)]))
        .collect()
}
