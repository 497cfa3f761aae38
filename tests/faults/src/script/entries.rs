//! Edits of single entries: events, links, citations, claims.

use model::{
    Basis, Citation, CitationId, Claim, ClaimId, Confidence, Event, EventId, Figure, FuzzyDate,
    Link, LinkId, Participant, ScaleWord, Stance, Status, Strength, Target, Tone,
};
use store::StoreError;

use super::Fixture;

type Done = Result<(), StoreError>;

impl Fixture<'_, '_> {
    /// A new event with something in every field now and then.
    pub(super) fn event(&mut self, id: i64) -> Event {
        let length = 2 + self.dice.below(5);
        let title = self.words(length);
        let mut event = Event::titled(EventId(id), format!("E{id}"), title);
        self.fill(&mut event);
        event
    }

    /// Says something else about an event.
    pub(super) fn fill(&mut self, event: &mut Event) {
        let workspace = self.workspace;
        let length = self.dice.below(40);
        event.summary = self.words(length);
        event.date = self.date();
        event.severity = 1 + u8::try_from(self.dice.below(5)).unwrap_or(0);
        event.status = self.dice.pick(Status::ALL).copied().unwrap_or(event.status);
        event.tone = self.dice.pick(Tone::ALL).copied().unwrap_or(event.tone);
        event.confidence = self.dice.pick(Confidence::ALL).copied();
        event.category = self.dice.pick(&workspace.categories).map(|it| it.id);
        event.themes = Vec::from_iter(self.dice.pick(&workspace.themes).map(|it| it.id));
        event.places = Vec::from_iter(self.dice.pick(&workspace.places).map(|it| it.id));
        event.dataset = self.dice.pick(&workspace.datasets).map(|it| it.id);
        event.likelihood = self
            .dice
            .chance(20)
            .then(|| ScaleWord(String::from("likely")));
        event.actors = self.participants();
        event.figures = vec![Figure {
            name: self.words(1),
            value: self.dice.below(1000).to_string(),
            unit: String::from("%"),
        }];
        let tags = self.dice.below(3);
        event.tags = (0..tags)
            .map(|at| format!("{} {at}", self.words(1)))
            .collect();
        let told = self.dice.pick(&workspace.events).map(|it| it.id);
        event.concerns = told.filter(|it| *it != event.id && self.dice.chance(10));
    }

    fn participants(&mut self) -> Vec<Participant> {
        let mut all = Vec::new();
        for actor in &self.workspace.actors {
            if self.dice.chance(20) {
                let role = self.words(1);
                all.push(Participant {
                    actor: actor.id,
                    role,
                });
            }
        }
        all
    }

    fn date(&mut self) -> Option<FuzzyDate> {
        let (year, month, day) = (
            1990 + self.dice.below(40),
            1 + self.dice.below(12),
            1 + self.dice.below(28),
        );
        let edtf = match self.dice.below(6) {
            0 => return None,
            1 => format!("{year}"),
            2 => format!("{year}-{month:02}"),
            3 => format!("{year}-{month:02}-{day:02}~"),
            4 => format!("{year}-{month:02}/{}", year + 1),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        FuzzyDate::from_edtf(&edtf).ok()
    }

    pub(super) fn add_events(&mut self) -> Done {
        for _ in 0..=self.dice.below(3) {
            let id = self.next_id();
            let event = self.event(id);
            self.edit.put_event(&event)?;
            let about = Target::Event(event.id);
            let citation = self.citation(about);
            citation.map_or(Ok(()), |it| self.edit.put_citation(&it))?;
        }
        Ok(())
    }

    pub(super) fn edit_event(&mut self) -> Done {
        let Some(mut event) = self.dice.pick(&self.workspace.events).cloned() else {
            return self.add_events();
        };
        match self.dice.below(4) {
            0 => event.title = self.words(4),
            1 => event.date = self.date(),
            2 => event.actors = self.participants(),
            _ => self.fill(&mut event),
        }
        self.edit.put_event(&event)
    }

    pub(super) fn delete_event(&mut self) -> Done {
        let Some(id) = self.dice.pick(&self.workspace.events).map(|it| it.id) else {
            return self.add_events();
        };
        self.edit.delete_event(id)
    }

    /// A link between two events that are there.
    pub(super) fn link(&mut self, id: i64) -> Option<Link> {
        let workspace = self.workspace;
        Some(Link {
            id: LinkId(id),
            cause: self.dice.pick(&workspace.events)?.id,
            effect: self.dice.pick(&workspace.events)?.id,
            link_type: self.dice.pick(&workspace.link_types)?.handle.clone(),
            wording: self.words(2),
            strength: self.dice.pick(Strength::ALL).copied(),
            confidence: *self.dice.pick(Confidence::ALL)?,
            lag_days: i32::try_from(self.dice.below(300)).ok(),
            basis: *self.dice.pick(Basis::ALL)?,
            note: self.words(6),
            rivals: String::new(),
        })
        .filter(|it| it.cause != it.effect)
    }

    pub(super) fn add_link(&mut self) -> Done {
        let id = self.next_id();
        match self.link(id) {
            Some(link) => self.edit.put_link(&link),
            None => self.add_events(),
        }
    }

    pub(super) fn edit_link(&mut self) -> Done {
        let Some(known) = self.dice.pick(&self.workspace.links).map(|it| it.id.0) else {
            return self.add_link();
        };
        match self.link(known) {
            Some(link) => self.edit.put_link(&link),
            None => self.add_link(),
        }
    }

    pub(super) fn delete_link(&mut self) -> Done {
        let Some(id) = self.dice.pick(&self.workspace.links).map(|it| it.id) else {
            return self.add_link();
        };
        self.edit.delete_link(id)
    }

    fn citation(&mut self, target: Target) -> Option<Citation> {
        let source = self.dice.pick(&self.workspace.sources)?.id;
        let id = CitationId(self.next_id());
        Some(Citation {
            id,
            source,
            target,
            quote: self.words(12),
            locator: self.words(1),
            credibility: None,
            stance: *self.dice.pick(Stance::ALL)?,
        })
    }

    pub(super) fn add_citation(&mut self) -> Done {
        let workspace = self.workspace;
        let target = match self.dice.below(3) {
            0 => self
                .dice
                .pick(&workspace.links)
                .map(|it| Target::Link(it.id)),
            1 => self
                .dice
                .pick(&workspace.claims)
                .map(|it| Target::Claim(it.id)),
            _ => self
                .dice
                .pick(&workspace.events)
                .map(|it| Target::Event(it.id)),
        };
        match target.and_then(|it| self.citation(it)) {
            Some(citation) => self.edit.put_citation(&citation),
            None => self.add_events(),
        }
    }

    pub(super) fn delete_citation(&mut self) -> Done {
        let Some(id) = self.dice.pick(&self.workspace.citations).map(|it| it.id) else {
            return self.add_citation();
        };
        self.edit.delete_citation(id)
    }

    pub(super) fn add_claim(&mut self) -> Done {
        let Some(event) = self.dice.pick(&self.workspace.events).map(|it| it.id) else {
            return self.add_events();
        };
        let id = self.next_id();
        // A field of its own, so that the only adopted one of a field it stays.
        let claim = Claim {
            id: ClaimId(id),
            event,
            field: format!("{} {id}", self.words(1)),
            value: self.words(5),
            adopted: self.dice.chance(50),
        };
        self.edit.put_claim(&claim)
    }

    pub(super) fn delete_claim(&mut self) -> Done {
        let Some(id) = self.dice.pick(&self.workspace.claims).map(|it| it.id) else {
            return self.add_claim();
        };
        self.edit.delete_claim(id)
    }
}
