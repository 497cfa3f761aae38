//! The verbs that list: what passes a filter, with the names that scripts rely on.

use std::collections::{BTreeMap, BTreeSet};

use api::Fault;
use api::dto::{
    ActorRow, CitationRow, EventRow, FilterResult, IdCount, LinkRow, ListArgs, ParticipantRow,
    RowsArgs, SourceRow, ThemeRow,
};
use model::{Citation, Event, Link, SourceId, Target, Workspace};

use super::counts::{kinds, of, severities, statuses, tags, tones};
use crate::lookup::filter::{CompiledFilter, cited};
use crate::lookup::grade;
use crate::lookup::rows::{count, date_detail, figures};
use crate::lookup::tree::{actor_path, actor_tree, theme_tree};
use crate::session::Session;

/// How many entries pass, and what other choices would show.
pub(crate) fn filter(session: &Session, args: ListArgs) -> Result<FilterResult, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let counts = &shown.counts;
    let passing = count(shown.len());
    Ok(FilterResult {
        shown: passing,
        total: counts.total,
        hidden: counts.total - passing,
        themes: id_counts(workspace.themes.iter().map(|it| it.id), &counts.themes),
        statuses: statuses(counts),
        tones: tones(counts),
        severities: severities(counts),
        actors: id_counts(workspace.actors.iter().map(|it| it.id), &counts.actors),
        places: id_counts(workspace.places.iter().map(|it| it.id), &counts.places),
        sources: id_counts(workspace.sources.iter().map(|it| it.id), &counts.sources),
        categories: id_counts(
            workspace.categories.iter().map(|it| it.id),
            &counts.categories,
        ),
        kinds: kinds(counts),
        tags: tags(counts),
    })
}

fn id_counts<K: Ord + ToString>(
    ids: impl Iterator<Item = K>,
    counts: &BTreeMap<K, u32>,
) -> Vec<IdCount> {
    ids.map(|id| IdCount {
        count: of(counts, &id),
        id: id.to_string(),
    })
    .collect()
}

/// Entries that pass, in order of time.
pub(crate) fn events(session: &Session, args: RowsArgs) -> Result<Vec<EventRow>, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let cited = citations(workspace, |_| true);
    Ok(shown
        .from(workspace, args.offset as usize)
        .take(args.limit.map_or(usize::MAX, |it| it as usize))
        .map(|event| event_row(workspace, &cited, event))
        .collect())
}

/// The row of one event.
pub(crate) fn one_event(workspace: &Workspace, event: &Event) -> EventRow {
    let own = Target::Event(event.id);
    event_row(workspace, &citations(workspace, |it| it == own), event)
}

/// The rows of some events.
pub(crate) fn some_events(workspace: &Workspace, events: &[&Event]) -> Vec<EventRow> {
    let own: BTreeSet<_> = events.iter().map(|it| Target::Event(it.id)).collect();
    let cited = citations(workspace, |it| own.contains(&it));
    let row = |event: &&Event| event_row(workspace, &cited, event);
    events.iter().map(row).collect()
}

/// Citations by what they are about.
type Cited<'a> = BTreeMap<Target, Vec<&'a Citation>>;

fn citations(workspace: &Workspace, wanted: impl Fn(Target) -> bool) -> Cited<'_> {
    let mut cited = Cited::new();
    for citation in workspace.citations.iter().filter(|it| wanted(it.target)) {
        cited.entry(citation.target).or_default().push(citation);
    }
    cited
}

fn event_row(workspace: &Workspace, cited: &Cited<'_>, event: &Event) -> EventRow {
    let themes = event.themes.iter().filter_map(|id| workspace.theme(*id));
    let places = event.places.iter().filter_map(|id| workspace.place(*id));
    let dataset = event
        .dataset
        .and_then(|id| workspace.datasets.iter().find(|it| it.id == id));
    EventRow {
        id: event.id,
        handle: event.handle.clone(),
        kind: event.kind,
        status: event.status,
        title: event.title.clone(),
        summary: event.summary.clone(),
        date: event
            .date
            .as_ref()
            .map(|date| date_detail(date, &event.date_note)),
        category: event
            .category
            .and_then(|id| workspace.category(id))
            .map(|it| it.handle.clone()),
        severity: event.severity,
        tone: event.tone,
        likelihood: event.likelihood.as_ref().map(|word| word.0.clone()),
        confidence: event.confidence,
        themes: themes.map(|it| it.handle.clone()).collect(),
        actors: participants(workspace, event),
        places: places.map(|it| it.name.clone()).collect(),
        figures: figures(event),
        tags: event.tags.clone(),
        citations: citation_rows(workspace, cited, Target::Event(event.id)),
        dataset: dataset.map(|it| it.name.clone()),
    }
}

fn participants(workspace: &Workspace, event: &Event) -> Vec<ParticipantRow> {
    let known = event
        .actors
        .iter()
        .filter_map(|part| Some((workspace.actor(part.actor)?, part)));
    let row = |(actor, part): (&model::Actor, &model::Participant)| ParticipantRow {
        actor: actor.handle.clone(),
        name: actor.name.clone(),
        role: part.role.clone(),
    };
    known.map(row).collect()
}

fn citation_rows(workspace: &Workspace, cited: &Cited<'_>, target: Target) -> Vec<CitationRow> {
    let rows = cited.get(&target).into_iter().flatten();
    let row = |citation: &&Citation| {
        let source = workspace.source(citation.source)?;
        Some(CitationRow {
            id: citation.id,
            source: source.handle.clone(),
            quote: citation.quote.clone(),
            locator: citation.locator.clone(),
            grade: grade::of(source, citation),
            stance: citation.stance,
        })
    };
    rows.filter_map(row).collect()
}

/// Links between entries that pass.
pub(crate) fn links(session: &Session, args: RowsArgs) -> Result<Vec<LinkRow>, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let cited = citations(workspace, |_| true);
    let passes = |it: &&Link| shown.has(workspace, it.cause) && shown.has(workspace, it.effect);
    let wanted = workspace.links.iter().filter(passes);
    Ok(wanted
        .filter_map(|link| link_row(workspace, &cited, link))
        .skip(args.offset as usize)
        .take(args.limit.map_or(usize::MAX, |it| it as usize))
        .collect())
}

/// The row of one link; `None` if an end of it is missing.
pub(crate) fn one_link(workspace: &Workspace, link: &Link) -> Option<LinkRow> {
    let own = Target::Link(link.id);
    link_row(workspace, &citations(workspace, |it| it == own), link)
}

fn link_row(workspace: &Workspace, cited: &Cited<'_>, link: &Link) -> Option<LinkRow> {
    let (cause, effect) = (workspace.event(link.cause)?, workspace.event(link.effect)?);
    let known = workspace.link_type(link);
    Some(LinkRow {
        id: link.id,
        cause: cause.id,
        cause_handle: cause.handle.clone(),
        cause_title: cause.title.clone(),
        effect: effect.id,
        effect_handle: effect.handle.clone(),
        effect_title: effect.title.clone(),
        link_type: link.link_type.clone(),
        label: known.map_or_else(|| link.link_type.clone(), |it| it.label.clone()),
        wording: link.wording.clone(),
        sign: known.map_or(model::Sign::Zero, |it| it.sign),
        strength: link.strength,
        confidence: link.confidence,
        lag_days: link.lag_days,
        basis: link.basis,
        note: link.note.clone(),
        rivals: link.rivals.clone(),
        citations: citation_rows(workspace, cited, Target::Link(link.id)),
    })
}

/// Themes, with the entries that pass.
pub(crate) fn themes(session: &Session, args: ListArgs) -> Result<Vec<ThemeRow>, Fault> {
    let workspace = session.workspace();
    let tree = theme_tree(workspace);
    let compiled = CompiledFilter::new(workspace, &args.filter);
    let counts = tally(
        compiled
            .passing()
            .map(|event| tree.with_wholes(event.themes.iter().copied())),
    );
    let row = |it: &model::Theme| ThemeRow {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it
            .parent
            .and_then(|id| workspace.theme(id))
            .map(|it| it.handle.clone()),
        hue: it.hue.clone(),
        count: of(&counts, &it.id),
    };
    Ok(workspace.themes.iter().map(row).collect())
}

/// Actors, with the entries that pass.
pub(crate) fn actors(session: &Session, args: ListArgs) -> Result<Vec<ActorRow>, Fault> {
    let workspace = session.workspace();
    let tree = actor_tree(workspace);
    let compiled = CompiledFilter::new(workspace, &args.filter);
    let counts = tally(
        compiled
            .passing()
            .map(|event| tree.with_wholes(event.actors.iter().map(|it| it.actor))),
    );
    let row = |it: &model::Actor| ActorRow {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it
            .parent
            .and_then(|id| workspace.actor(id))
            .map(|it| it.handle.clone()),
        path: actor_path(workspace, it.id),
        country: workspace.country_of(it.id).to_owned(),
        count: of(&counts, &it.id),
    };
    Ok(workspace.actors.iter().map(row).collect())
}

/// Sources, with the entries that pass and cite them.
pub(crate) fn sources(session: &Session, args: ListArgs) -> Result<Vec<SourceRow>, Fault> {
    let workspace = session.workspace();
    let cited = cited(workspace);
    let compiled = CompiledFilter::new(workspace, &args.filter);
    let counts: BTreeMap<SourceId, u32> = tally(
        compiled
            .passing()
            .map(|event| cited.get(&event.id).cloned().unwrap_or_default()),
    );
    let mut citations: BTreeMap<SourceId, u32> = BTreeMap::new();
    for citation in &workspace.citations {
        *citations.entry(citation.source).or_default() += 1;
    }
    let row = |(at, it): (usize, &model::Source)| SourceRow {
        id: it.id,
        number: count(at + 1),
        handle: it.handle.clone(),
        outlet: it.outlet.clone(),
        title: it.title.clone(),
        author: it.author.clone(),
        published: it.published.as_ref().map(|date| date_detail(date, "")),
        read: it.read.as_ref().map(|date| date_detail(date, "")),
        address: it.address.clone(),
        reliability: it.reliability,
        count: of(&counts, &it.id),
        citations: of(&citations, &it.id),
    };
    Ok(workspace.sources.iter().enumerate().map(row).collect())
}

fn tally<K: Ord>(sets: impl Iterator<Item = std::collections::BTreeSet<K>>) -> BTreeMap<K, u32> {
    let mut counts = BTreeMap::new();
    for key in sets.flatten() {
        *counts.entry(key).or_default() += 1;
    }
    counts
}
