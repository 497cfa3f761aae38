//! Writing a plan: new numbers first, then everything in the order that the file's rules ask for.

use std::collections::BTreeMap;

use api::dto::Added;
use model::{
    Actor, ActorId, Category, CategoryId, Citation, CitationId, Claim, ClaimId, Dataset, DatasetId,
    Event, EventId, Link, LinkId, Place, PlaceId, Series, SeriesId, Source, SourceId, Target,
    Theme, ThemeId,
};
use store::{Edit, StoreError};

use super::Changes;

impl Changes {
    /// Writes everything; tells what is new.
    pub(crate) fn apply(&self, edit: &mut Edit<'_>) -> Result<Vec<Added>, StoreError> {
        let numbers = Numbers::of(self, edit)?;
        if let Some(name) = &self.name {
            edit.set_name(name)?;
        }
        if let Some(as_of) = self.as_of {
            edit.set_as_of(as_of)?;
        }
        self.put_lists(edit, &numbers)?;
        if let Some(order) = &self.theme_order {
            edit.order_themes(order)?;
        }
        for (weight, value) in &self.weights {
            edit.set_weight(*weight, *value)?;
        }
        for (pin, slot) in &self.pins {
            edit.set_pin(*pin, *slot)?;
        }
        for (key, value) in &self.settings {
            edit.set_setting(key, value.as_deref())?;
        }
        self.put_entries(edit, &numbers)?;
        self.delete(edit)?;
        Ok(self.added(&numbers))
    }

    fn put_lists(&self, edit: &mut Edit<'_>, numbers: &Numbers) -> Result<(), StoreError> {
        let sheets = &self.sheets;
        // Newer numbers are the smaller ones: backward, so that what came first is written first.
        each(&sheets.themes, |it| edit.put_theme(&numbers.theme(it)))?;
        each(&sheets.categories, |it| {
            edit.put_category(&numbers.category(it))
        })?;
        each(&sheets.actors, |it| edit.put_actor(&numbers.actor(it)))?;
        each(&sheets.places, |it| edit.put_place(&numbers.place(it)))?;
        each(&sheets.datasets, |it| {
            edit.put_dataset(&numbers.dataset(it))
        })?;
        each(&sheets.series, |it| edit.put_series(&numbers.series(it)))?;
        each(&sheets.sources, |it| edit.put_source(&numbers.source(it)))
    }

    fn put_entries(&self, edit: &mut Edit<'_>, numbers: &Numbers) -> Result<(), StoreError> {
        let sheets = &self.sheets;
        each(&sheets.events, |it| edit.put_event(&numbers.event(it)))?;
        each(&sheets.links, |it| edit.put_link(&numbers.link(it)))?;
        // At no moment may two values of a field be adopted, so what gives way goes first.
        deleted(&sheets.claims, |id| edit.delete_claim(id))?;
        for adopted in [false, true] {
            each(&sheets.claims, |it| {
                if it.adopted == adopted {
                    edit.put_claim(&numbers.claim(it))?;
                }
                Ok(())
            })?;
        }
        each(&sheets.citations, |it| {
            edit.put_citation(&numbers.citation(it))
        })
    }

    /// After everything that moves elsewhere has been written there.
    fn delete(&self, edit: &mut Edit<'_>) -> Result<(), StoreError> {
        let sheets = &self.sheets;
        deleted(&sheets.citations, |id| edit.delete_citation(id))?;
        deleted(&sheets.links, |id| edit.delete_link(id))?;
        deleted(&sheets.events, |id| edit.delete_event(id))?;
        deleted(&sheets.series, |id| edit.delete_series(id))?;
        deleted(&sheets.sources, |id| edit.delete_source(id))?;
        deleted(&sheets.themes, |id| edit.delete_theme(id))?;
        deleted(&sheets.categories, |id| edit.delete_category(id))?;
        deleted(&sheets.actors, |id| edit.delete_actor(id))?;
        deleted(&sheets.places, |id| edit.delete_place(id))?;
        deleted(&sheets.datasets, |id| edit.delete_dataset(id))
    }

    fn added(&self, numbers: &Numbers) -> Vec<Added> {
        let row = |it: &super::Fresh| Added {
            kind: it.kind.to_owned(),
            id: numbers.real(it.number).to_string(),
            name: it.name.clone(),
        };
        self.added.iter().map(row).collect()
    }
}

fn each<K, T>(
    sheet: &BTreeMap<K, Option<T>>,
    mut put: impl FnMut(&T) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    sheet.values().rev().flatten().try_for_each(&mut put)
}

fn deleted<K: Copy, T>(
    sheet: &BTreeMap<K, Option<T>>,
    mut delete: impl FnMut(K) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let gone = sheet.iter().filter(|(_, put)| put.is_none());
    gone.map(|(id, _)| *id).try_for_each(&mut delete)
}

/// The real numbers of what is new.
struct Numbers(Vec<i64>);

impl Numbers {
    fn of(changes: &Changes, edit: &mut Edit<'_>) -> Result<Self, StoreError> {
        let all = (0..changes.given).map(|_| edit.fresh_id());
        all.collect::<Result<_, _>>().map(Self)
    }

    /// The number itself, or the one that stands for a new one.
    fn real(&self, number: i64) -> i64 {
        let at = usize::try_from(-1 - number).ok();
        at.and_then(|at| self.0.get(at)).copied().unwrap_or(number)
    }

    fn event(&self, it: &Event) -> Event {
        let mut it = it.clone();
        it.id = EventId(self.real(it.id.0));
        it.category = it.category.map(|id| CategoryId(self.real(id.0)));
        it.dataset = it.dataset.map(|id| DatasetId(self.real(id.0)));
        it.concerns = it.concerns.map(|id| EventId(self.real(id.0)));
        for id in &mut it.themes {
            *id = ThemeId(self.real(id.0));
        }
        for part in &mut it.actors {
            part.actor = ActorId(self.real(part.actor.0));
        }
        for id in &mut it.places {
            *id = PlaceId(self.real(id.0));
        }
        it
    }

    fn link(&self, it: &Link) -> Link {
        Link {
            id: LinkId(self.real(it.id.0)),
            cause: EventId(self.real(it.cause.0)),
            effect: EventId(self.real(it.effect.0)),
            ..it.clone()
        }
    }

    fn claim(&self, it: &Claim) -> Claim {
        Claim {
            id: ClaimId(self.real(it.id.0)),
            event: EventId(self.real(it.event.0)),
            ..it.clone()
        }
    }

    fn citation(&self, it: &Citation) -> Citation {
        Citation {
            id: CitationId(self.real(it.id.0)),
            source: SourceId(self.real(it.source.0)),
            target: match it.target {
                Target::Event(id) => Target::Event(EventId(self.real(id.0))),
                Target::Claim(id) => Target::Claim(ClaimId(self.real(id.0))),
                Target::Link(id) => Target::Link(LinkId(self.real(id.0))),
            },
            ..it.clone()
        }
    }

    fn source(&self, it: &Source) -> Source {
        Source {
            id: SourceId(self.real(it.id.0)),
            ..it.clone()
        }
    }

    fn series(&self, it: &Series) -> Series {
        Series {
            id: SeriesId(self.real(it.id.0)),
            ..it.clone()
        }
    }

    fn theme(&self, it: &Theme) -> Theme {
        Theme {
            id: ThemeId(self.real(it.id.0)),
            parent: it.parent.map(|id| ThemeId(self.real(id.0))),
            ..it.clone()
        }
    }

    fn category(&self, it: &Category) -> Category {
        Category {
            id: CategoryId(self.real(it.id.0)),
            parent: it.parent.map(|id| CategoryId(self.real(id.0))),
            ..it.clone()
        }
    }

    fn actor(&self, it: &Actor) -> Actor {
        Actor {
            id: ActorId(self.real(it.id.0)),
            parent: it.parent.map(|id| ActorId(self.real(id.0))),
            ..it.clone()
        }
    }

    fn place(&self, it: &Place) -> Place {
        Place {
            id: PlaceId(self.real(it.id.0)),
            ..it.clone()
        }
    }

    fn dataset(&self, it: &Dataset) -> Dataset {
        Dataset {
            id: DatasetId(self.real(it.id.0)),
            ..it.clone()
        }
    }
}
