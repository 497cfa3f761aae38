//! An event with its claims, links and sources, and links as listed under an event.

use std::collections::{BTreeMap, BTreeSet};

use api::dto::{
    ActorLine, CategoryLine, ClaimField, ClaimSource, ClaimValue, EventDetail, EventRef,
    LikelihoodLine, LinkLine, PlaceLine, SourceLine, ThemeTag,
};
use model::{Citation, Claim, DatasetId, Event, EventId, Link, Source, Stance, Target, Workspace};

use crate::lookup::filter::{by_time, in_datasets};
use crate::lookup::grade;
use crate::lookup::rows::{date_detail, event_ref, figures, source_numbers};
use crate::lookup::tree::actor_path;

/// What is listed under an event: its claims, links and sources.
pub(crate) struct EventContext<'a> {
    workspace: &'a Workspace,
    datasets: BTreeSet<DatasetId>,
    numbers: BTreeMap<model::SourceId, u32>,
}

impl<'a> EventContext<'a> {
    /// For the entries of these datasets.
    pub(crate) fn in_datasets(workspace: &'a Workspace, datasets: BTreeSet<DatasetId>) -> Self {
        Self {
            workspace,
            datasets,
            numbers: source_numbers(workspace),
        }
    }

    /// For lines about links, regardless of datasets.
    pub(crate) fn all(workspace: &'a Workspace) -> Self {
        Self {
            workspace,
            datasets: BTreeSet::new(),
            numbers: source_numbers(workspace),
        }
    }

    /// All details of an event.
    pub(crate) fn detail(&self, event: &Event) -> EventDetail {
        let cited = self.cited(event);
        let graded = grade::of_event(cited.iter().copied());
        EventDetail {
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
            category: self.category(event),
            severity: event.severity,
            tone: event.tone,
            likelihood: self.likelihood(event),
            confidence: event.confidence,
            grade_words: graded.as_deref().map(grade::in_words).unwrap_or_default(),
            grade: graded,
            themes: self.themes(event),
            actors: self.actors(event),
            places: self.places(event),
            figures: figures(event),
            tags: event.tags.clone(),
            claims: self.claims(event),
            causes: self.lines(self.workspace.links_to(event.id), |link| link.cause),
            effects: self.lines(self.workspace.links_from(event.id), |link| link.effect),
            sources: cited
                .iter()
                .map(|(source, citation)| self.source_line(source, citation))
                .collect(),
            dataset: self.dataset(event),
            concerns: event
                .concerns
                .and_then(|id| self.workspace.event(id))
                .map(event_ref),
            further: self.further(event),
        }
    }

    fn category(&self, event: &Event) -> Option<CategoryLine> {
        let category = self.workspace.category(event.category?)?;
        Some(CategoryLine {
            id: category.id,
            name: category.name.clone(),
            cameo: event.cameo.clone(),
            plover: event.plover.clone(),
        })
    }

    fn likelihood(&self, event: &Event) -> Option<LikelihoodLine> {
        let word = event.likelihood.as_ref()?;
        let band = self
            .workspace
            .scales
            .iter()
            .find_map(|scale| scale.band(word));
        Some(LikelihoodLine {
            word: word.0.clone(),
            low_percent: band.map(|it| it.low_percent),
            high_percent: band.map(|it| it.high_percent),
        })
    }

    fn themes(&self, event: &Event) -> Vec<ThemeTag> {
        let tag = |it: &model::Theme| ThemeTag {
            id: it.id,
            handle: it.handle.clone(),
            name: it.name.clone(),
            hue: it.hue.clone(),
        };
        event
            .themes
            .iter()
            .filter_map(|id| self.workspace.theme(*id))
            .map(tag)
            .collect()
    }

    fn actors(&self, event: &Event) -> Vec<ActorLine> {
        let known = event
            .actors
            .iter()
            .filter_map(|part| Some((self.workspace.actor(part.actor)?, part)));
        let line = |(actor, part): (&model::Actor, &model::Participant)| ActorLine {
            id: actor.id,
            handle: actor.handle.clone(),
            name: actor.name.clone(),
            path: actor_path(self.workspace, actor.id),
            role: part.role.clone(),
        };
        known.map(line).collect()
    }

    fn places(&self, event: &Event) -> Vec<PlaceLine> {
        let line = |it: &model::Place| PlaceLine {
            id: it.id,
            name: it.name.clone(),
            latitude_deg: it.latitude_deg,
            longitude_deg: it.longitude_deg,
        };
        event
            .places
            .iter()
            .filter_map(|id| self.workspace.place(*id))
            .map(line)
            .collect()
    }

    fn dataset(&self, event: &Event) -> Option<String> {
        let dataset = event.dataset?;
        self.workspace
            .datasets
            .iter()
            .find(|it| it.id == dataset)
            .map(|it| it.name.clone())
    }

    fn further(&self, event: &Event) -> Vec<EventRef> {
        let told = self
            .workspace
            .events
            .iter()
            .filter(|it| it.concerns == Some(event.id));
        by_time(told.filter(|it| in_datasets(it, &self.datasets)))
            .into_iter()
            .map(event_ref)
            .collect()
    }

    /// What is cited for the event and for its claims, in the order of the sources' numbers.
    fn cited(&self, event: &Event) -> Vec<(&'a Source, &'a Citation)> {
        let claims: BTreeSet<_> = self.claims_of(event).map(|claim| claim.id).collect();
        let about = |target| match target {
            Target::Event(id) => id == event.id,
            Target::Claim(id) => claims.contains(&id),
            Target::Link(_) => false,
        };
        let all = self
            .workspace
            .citations
            .iter()
            .filter(|citation| about(citation.target));
        let mut cited: Vec<_> = all
            .filter_map(|citation| Some((self.workspace.source(citation.source)?, citation)))
            .collect();
        cited.sort_by_key(|(source, citation)| (self.numbers.get(&source.id), citation.id));
        cited
    }

    fn claims_of(&self, event: &Event) -> impl Iterator<Item = &'a Claim> {
        let (workspace, event) = (self.workspace, event.id);
        workspace
            .claims
            .iter()
            .filter(move |claim| claim.event == event)
    }

    /// Claims by field, fields in the order in which they first occur, the adopted value first.
    fn claims(&self, event: &Event) -> Vec<ClaimField> {
        let mut fields: Vec<ClaimField> = Vec::new();
        for claim in self.claims_of(event) {
            let value = self.claim_value(claim);
            match fields.iter_mut().find(|it| it.field == claim.field) {
                Some(field) => field.values.push(value),
                None => fields.push(ClaimField {
                    field: claim.field.clone(),
                    values: vec![value],
                }),
            }
        }
        for field in &mut fields {
            field.values.sort_by_key(|value| !value.adopted);
        }
        fields
    }

    fn claim_value(&self, claim: &Claim) -> ClaimValue {
        let side = |stance| {
            let all = self.workspace.citations_of(Target::Claim(claim.id));
            all.filter(|it| it.stance == stance)
                .filter_map(|it| self.claim_source(it))
                .collect()
        };
        ClaimValue {
            id: claim.id,
            value: claim.value.clone(),
            adopted: claim.adopted,
            sources: side(Stance::For),
            against: side(Stance::Against),
        }
    }

    fn claim_source(&self, citation: &Citation) -> Option<ClaimSource> {
        let source = self.workspace.source(citation.source)?;
        Some(ClaimSource {
            citation: citation.id,
            number: self.number(source),
            handle: source.handle.clone(),
            grade: grade::of(source, citation),
        })
    }

    fn number(&self, source: &Source) -> u32 {
        self.numbers.get(&source.id).copied().unwrap_or(0)
    }

    fn source_line(&self, source: &Source, citation: &Citation) -> SourceLine {
        let field = match citation.target {
            Target::Claim(id) => self.workspace.claims.iter().find(|it| it.id == id),
            Target::Event(_) | Target::Link(_) => None,
        };
        SourceLine {
            citation: citation.id,
            field: field.map(|claim| claim.field.clone()),
            reliability: source.reliability,
            credibility: citation.credibility,
            number: self.number(source),
            id: source.id,
            handle: source.handle.clone(),
            outlet: source.outlet.clone(),
            title: source.title.clone(),
            published: source
                .published
                .as_ref()
                .map(|date| date.shown().into_owned())
                .unwrap_or_default(),
            grade: grade::of(source, citation),
            quote: citation.quote.clone(),
            locator: citation.locator.clone(),
            stance: citation.stance,
        }
    }

    /// Links by the date of their other end.
    fn lines<'l>(
        &self,
        links: impl Iterator<Item = &'l Link>,
        end: impl Fn(&Link) -> EventId,
    ) -> Vec<LinkLine> {
        let known = links.filter_map(|link| Some((link, self.workspace.event(end(link))?)));
        let mut known: Vec<_> = known
            .filter(|(_, other)| in_datasets(other, &self.datasets))
            .collect();
        known.sort_by_key(|(link, other)| {
            let key = other.date.as_ref().map(model::FuzzyDate::sort_key);
            (key.is_none(), key, other.id, link.id)
        });
        known
            .into_iter()
            .map(|(link, other)| self.line(link, other))
            .collect()
    }

    /// A link as listed under the event at its other end.
    pub(crate) fn line(&self, link: &Link, other: &Event) -> LinkLine {
        let known = self.workspace.link_type(link);
        let cited = self.workspace.citations_of(Target::Link(link.id));
        let mut citations: Vec<SourceLine> = cited
            .filter_map(|it| Some(self.source_line(self.workspace.source(it.source)?, it)))
            .collect();
        citations.sort_by_key(|it| it.number);
        let numbers: BTreeSet<u32> = citations.iter().map(|it| it.number).collect();
        LinkLine {
            id: link.id,
            event: event_ref(other),
            link_type: link.link_type.clone(),
            label: known.map_or_else(|| link.link_type.clone(), |it| it.label.clone()),
            wording: link.wording.clone(),
            sign: known.map_or(model::Sign::Zero, |it| it.sign),
            strength: link.strength,
            confidence: link.confidence,
            lag_days: link.lag_days,
            lag_words: link.lag_days.map(model::lag_in_words).unwrap_or_default(),
            basis: link.basis,
            note: link.note.clone(),
            rivals: link.rivals.clone(),
            sources: numbers.into_iter().collect(),
            citations,
        }
    }
}
