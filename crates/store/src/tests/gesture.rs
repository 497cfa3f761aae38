//! Random things that an analyst might do in one go.

use model::{
    ActorId, CategoryId, CitationId, ClaimId, DatasetId, EventId, LinkId, PlaceId, SourceId,
    ThemeId, Workspace,
};
use proptest::collection::vec;
use proptest::prelude::*;

use super::trip::workspace;
use crate::{Changed, Edit, File, StoreError};

/// A few writes that are one step: kinds of writing, each with the number of the thing, and where the values come from.
#[derive(Debug, Clone)]
pub(super) struct Gesture {
    values: Workspace,
    writes: Vec<(u8, usize)>,
}

const KINDS: u8 = 32;

pub(super) fn gesture() -> impl Strategy<Value = Gesture> {
    (workspace(), vec((0..KINDS, 0..3_usize), 1..6))
        .prop_map(|(values, writes)| Gesture { values, writes })
}

impl Gesture {
    /// Does it; many fail, because something is taken or refers to what is not there.
    pub(super) fn on(&self, file: &mut File) -> Result<Changed<()>, StoreError> {
        file.change("Gesture", |edit| {
            self.writes
                .iter()
                .try_for_each(|(kind, number)| self.write(edit, *kind, *number))
        })
    }

    fn write(&self, edit: &mut Edit<'_>, kind: u8, number: usize) -> Result<(), StoreError> {
        let (of, id) = (&self.values, number as i64 + 1);
        match kind {
            0 => edit.put_workspace(of),
            1 => edit.set_name(&of.name),
            2 => edit.set_as_of(of.as_of),
            3 | 4 => edit.put_event(&of.events[number]),
            5 => edit.put_link(&of.links[number]),
            6 => edit.put_source(&of.sources[number]),
            7 => edit.put_claim(&of.claims[number]),
            8 => of
                .citations
                .get(number)
                .map_or(Ok(()), |it| edit.put_citation(it)),
            9 => self.rename(edit, number),
            10 => edit.put_place(&model::Place {
                name: of.name.clone(),
                ..of.places[number].clone()
            }),
            11 => edit.put_dataset(&of.datasets[number]),
            12 => edit.put_link_type(&of.link_types[0]),
            13 => edit.put_scale(&model::Scale {
                words: std::iter::repeat_n(of.scales[number].words[0].clone(), number).collect(),
                ..of.scales[number].clone()
            }),
            14 | 15 => edit.delete_event(EventId(id)),
            16 => edit.delete_link(LinkId(id)),
            17 => edit.delete_source(SourceId(id)),
            18 => edit.delete_claim(ClaimId(id)),
            19 => edit.delete_citation(CitationId(id)),
            20 => edit.delete_theme(ThemeId(id)),
            21 => edit.delete_category(CategoryId(id)),
            22 => edit.delete_actor(ActorId(id)),
            23 => edit.delete_place(PlaceId(id)),
            24 => edit.delete_dataset(DatasetId(id)),
            25 => edit.put_series(&of.series[number]),
            26 => edit.delete_series(model::SeriesId(id)),
            27 => edit.set_weight(
                model::Weight::HalfLife,
                (number > 0).then_some(number as f64),
            ),
            28 => edit.set_pin(
                model::Pin {
                    board: model::Board::ALL[number],
                    node: id,
                },
                (number > 0).then_some(model::Slot {
                    row: -0.5,
                    after: Some(number as i64),
                }),
            ),
            29 => edit.set_setting(&format!("export/{number}"), (number > 0).then_some("{}")),
            30 => self.merge_actors(edit, number),
            _ => self.trade_handles(edit),
        }
    }

    fn rename(&self, edit: &mut Edit<'_>, number: usize) -> Result<(), StoreError> {
        let name = self.values.name.clone();
        edit.put_actor(&model::Actor {
            name: name.clone(),
            ..self.values.actors[number].clone()
        })?;
        edit.put_category(&model::Category {
            cameo: name.clone(),
            ..self.values.categories[number].clone()
        })?;
        let theme = self.values.themes[number].clone();
        edit.put_theme(&model::Theme { name, ..theme })
    }

    /// All events name one actor, and the others go.
    fn merge_actors(&self, edit: &mut Edit<'_>, number: usize) -> Result<(), StoreError> {
        let kept = &self.values.actors[number];
        edit.put_actor(&model::Actor {
            parent: None,
            ..kept.clone()
        })?;
        for event in &self.values.events {
            let mut event = event.clone();
            event.actors.iter_mut().for_each(|it| it.actor = kept.id);
            edit.put_event(&event)?;
        }
        let others = self.values.actors.iter().filter(|it| it.id != kept.id);
        others
            .map(|it| it.id)
            .try_for_each(|id| edit.delete_actor(id))
    }

    /// In a circle, so that no order of writing can do it one by one.
    fn trade_handles(&self, edit: &mut Edit<'_>) -> Result<(), StoreError> {
        let handles = ["E2", "E3", "E1"];
        let named = |at: usize, handle: &str| model::Event {
            handle: handle.to_owned(),
            concerns: None,
            ..self.values.events[at].clone()
        };
        for at in 0..3 {
            edit.put_event(&named(at, &format!("let go {at}")))?;
        }
        (0..3).try_for_each(|at| edit.put_event(&named(at, handles[at])))
    }
}
