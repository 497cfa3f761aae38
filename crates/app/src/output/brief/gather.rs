//! Everything that a brief says, part by part.

use api::Fault;
use api::dto::BriefArgs;
use api::words::ChartKind;
use exchange::brief::{Block, Brief, Section, Span};
use model::date::Day;
use model::{Event, Status, ThemeId};

use super::brief_writer::BriefWriter;
use super::changes::Changes;
use super::material::Material;
use super::part::{PartKind, parts};
use super::summary::{SummaryFacts, summary};
use super::time::period;
use super::{changed, changes, charts, entry, notes};
use crate::lookup::filter::CompiledFilter;
use crate::session::Session;
use crate::session::day::{Which, day, day_if_any};

/// Up to this many entries are one list; more are grouped by theme.
const ONE_LIST: usize = 7;
/// Marks of the Traffic Light Protocol (FIRST, TLP 2.0).
const TLP: [&str; 5] = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/// The brief that is asked for. A form that holds no charts goes without them, and says so when they were asked for.
pub(super) fn gather(
    session: &Session,
    args: &BriefArgs,
    with_charts: bool,
) -> Result<Brief, Fault> {
    let mut gathering = Gathering::of(session, args, with_charts)?;
    let parts = gathering.parts.clone();
    let told: Result<Vec<Option<Section>>, Fault> =
        parts.iter().map(|it| gathering.tell(*it)).collect();
    // Sources and notes are known only now that everything else is written.
    let all = parts.iter().zip(told?);
    let all = all.filter_map(|(part, told)| told.or_else(|| gathering.tell_late(*part)));
    let workspace = session.workspace();
    Ok(Brief {
        title: args.title.clone().unwrap_or_else(|| workspace.name.clone()),
        author: author(args),
        day: Some(gathering.days.1),
        subtitle: subtitle(workspace.as_of, gathering.days),
        handling: args.handling.as_deref().map(handling).unwrap_or_default(),
        parts: all.collect(),
    })
}

/// The brief in the making: arguments, material and writer.
struct Gathering<'a> {
    session: &'a Session,
    args: &'a BriefArgs,
    with_charts: bool,
    /// The first and the last day.
    days: (Day, Day),
    parts: Vec<PartKind>,
    material: Material<'a>,
    changes: Changes,
    writer: BriefWriter<'a>,
}

impl<'a> Gathering<'a> {
    fn of(session: &'a Session, args: &'a BriefArgs, with_charts: bool) -> Result<Self, Fault> {
        let days = days(session, args)?;
        let parts = parts(args.parts.as_deref(), with_charts)?;
        let workspace = session.workspace();
        let compiled = CompiledFilter::new(workspace, &args.filter);
        let now = session.now().unwrap_or(days.1);
        Ok(Self {
            session,
            args,
            with_charts,
            days,
            material: Material::of(&compiled, workspace.events.len(), days, now),
            changes: changes::since(session, &compiled, days.0)?,
            writer: BriefWriter::new(workspace, parts.contains(&PartKind::Sources)),
            parts,
        })
    }

    /// What a part says; nothing for those that come late, or not at all.
    fn tell(&mut self, part: PartKind) -> Result<Option<Section>, Fault> {
        let (writer, material) = (&mut self.writer, &self.material);
        Ok(match part {
            PartKind::Summary => {
                let facts = SummaryFacts {
                    happened: &material.happened,
                    lasting: material.lasting.len(),
                    coming: &material.coming,
                    unconfirmed: material.unconfirmed.len(),
                    changed: self.changes.len(),
                };
                Some(under("In short", summary(writer, &facts)))
            }
            PartKind::Happened => Some(happened(writer, material)),
            PartKind::Changed => Some(changed(writer, &self.changes)),
            PartKind::Coming => Some(coming(writer, material)),
            PartKind::Chart(kind) if self.with_charts => {
                let figure = charts::figure(self.session, self.args, kind, self.days)?;
                let heading = figure.caption.clone();
                let shown = material.passing.iter().copied();
                let shown = shown.filter(|it| charts::shows(kind, self.days, it));
                let mut blocks = vec![Block::Figure(figure)];
                blocks.extend(from(writer.sources_of(shown)));
                Some(under(&heading, blocks))
            }
            PartKind::Chart(_) | PartKind::Sources | PartKind::Notes => None,
        })
    }

    /// The parts that depend on all others.
    fn tell_late(&self, part: PartKind) -> Option<Section> {
        let (heading, blocks) = match part {
            PartKind::Sources => (
                "Sources",
                or_nothing(self.writer.endnotes(), "No source is cited."),
            ),
            PartKind::Notes => ("Notes", self.notes()),
            _ => return None,
        };
        Some(under(heading, blocks))
    }

    /// How to read what was told, and what is left out.
    fn notes(&self) -> Vec<Block> {
        let mut notes = self.writer.keys();
        notes.extend(notes::left_out(&self.material, &self.changes, &self.parts));
        let charts = self.parts.iter().filter_map(|it| it.chart());
        let charts: Vec<&str> = charts.map(ChartKind::word).collect();
        if !self.with_charts && !charts.is_empty() {
            notes.push(format!(
                "Markdown holds no charts: export {} as pictures.",
                charts.join(", ")
            ));
        }
        notes.push(String::from(
            "Dates are as the sources give them; where a date is not known to the day, it says so.",
        ));
        let notes = notes.into_iter();
        notes.map(|it| Block::Note(vec![Span::plain(it)])).collect()
    }
}

/// The sources of a chart, in small print under it.
fn from(cites: Vec<Span>) -> Option<Block> {
    let is_any = !cites.is_empty();
    let lead = Span::plain("Sources:");
    is_any.then(|| Block::Note([vec![lead], cites].concat()))
}

fn under(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
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
    let since = day(session, "since", &args.since, Which::First)?;
    let until = day_if_any(session, "until", args.until.as_deref(), Which::Last)?;
    let now = || session.now();
    let until = until.or_else(now).unwrap_or(since);
    if until < since {
        return Err(
            Fault::argument("since", "the brief would end before it starts")
                .help("choose an earlier day"),
        );
    }
    Ok((since, until))
}

fn subtitle(as_of: Option<Day>, (since, until): (Day, Day)) -> String {
    match as_of {
        Some(day) => format!("Brief, {}. As of {}.", period(since, until), day.in_words()),
        None => format!("Brief, {}.", period(since, until)),
    }
}

/// The author, or the program if none is given.
fn author(args: &BriefArgs) -> String {
    let named = args.author.as_deref().map(str::trim);
    let named = named.filter(|it| !it.is_empty());
    named.unwrap_or("Faultline").to_owned()
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

/// What happened, then what lasts beside it.
fn happened(writer: &mut BriefWriter<'_>, material: &Material<'_>) -> Section {
    let mut blocks = grouped(writer, &material.happened);
    blocks = or_nothing(blocks, "No entries in this period.");
    if !material.lasting.is_empty() {
        blocks.push(Block::Heading(String::from("Ongoing conditions")));
        blocks.extend(material.lasting.iter().map(|it| item(writer, it)));
    }
    under("What happened", blocks)
}

fn item(writer: &mut BriefWriter<'_>, event: &Event) -> Block {
    Block::Item(entry::happened(writer, event))
}

/// One list when it is short, else theme by theme in the order of their lanes.
fn grouped(writer: &mut BriefWriter<'_>, events: &[&Event]) -> Vec<Block> {
    if events.len() <= ONE_LIST {
        return events.iter().map(|it| item(writer, it)).collect();
    }
    let mut blocks = Vec::new();
    let themes = writer.workspace.themes.iter();
    let named = themes.map(|it| (Some(it.id), it.name.as_str()));
    let groups: Vec<(Option<ThemeId>, &str)> = named.chain([(None, "Without a theme")]).collect();
    for (theme, name) in groups {
        let of = events.iter().filter(|it| it.leading_theme() == theme);
        let items: Vec<Block> = of.map(|it| item(writer, it)).collect();
        if !items.is_empty() {
            blocks.push(Block::Heading(name.to_owned()));
            blocks.extend(items);
        }
    }
    blocks
}

/// Which judgments changed.
fn changed(writer: &mut BriefWriter<'_>, changes: &Changes) -> Section {
    let items = changed::changed_blocks(writer, changes);
    under(
        "Changed assessments, and why",
        or_nothing(items, "No assessments changed in this period."),
    )
}

/// What is coming, by date, what has none last; then what may happen, what was to come and is not confirmed, and what was called
/// off.
fn coming(writer: &mut BriefWriter<'_>, material: &Material<'_>) -> Section {
    let is_possible = |it: &&Event| it.status == Status::Hypothetical;
    let (scenarios, planned): (Vec<&Event>, Vec<&Event>) =
        material.coming.iter().copied().partition(is_possible);
    let (past, unconfirmed): (Vec<&Event>, Vec<&Event>) =
        material.unconfirmed.iter().copied().partition(is_possible);
    let mut items = |of: &[&Event], lead: entry::Lead| -> Vec<Block> {
        of.iter()
            .map(|it| Block::Item(entry::unrealized(writer, it, lead)))
            .collect()
    };
    let mut blocks = or_nothing(items(&planned, entry::Lead::Coming), "Nothing is planned.");
    for (heading, of, lead) in [
        ("Scenarios", &scenarios, entry::Lead::Coming),
        ("Planned, not confirmed", &unconfirmed, entry::Lead::Passed),
        (
            "Scenarios whose time has passed",
            &past,
            entry::Lead::Passed,
        ),
        ("Called off", &material.called_off, entry::Lead::CalledOff),
    ] {
        if !of.is_empty() {
            blocks.push(Block::Heading(String::from(heading)));
            blocks.extend(items(of, lead));
        }
    }
    under("What is coming", blocks)
}
