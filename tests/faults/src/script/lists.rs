//! Edits of what events are filed under, and the first step, which makes these lists.

use model::date::Day;
use model::{
    Actor, ActorId, Band, Category, CategoryId, Dataset, DatasetId, LinkType, OrderRule, Place,
    PlaceId, Reliability, Scale, ScaleWord, Sign, Source, SourceId, Theme, ThemeId, WhatIf,
};
use store::StoreError;

use super::Fixture;

type Done = Result<(), StoreError>;

impl Fixture<'_, '_> {
    /// Fills an empty workspace with lists to choose from, and with sources.
    pub(super) fn set_up(&mut self) -> Done {
        for handle in ["leads_to", "prevents"] {
            self.edit.put_link_type(&link_type(handle))?;
        }
        self.edit.put_scale(&scale())?;
        for _ in 0..5 {
            let theme = self.theme();
            self.edit.put_theme(&theme)?;
            let actor = self.actor();
            self.edit.put_actor(&actor)?;
            self.add_category()?;
            self.add_place()?;
            self.add_source()?;
        }
        let id = DatasetId(self.next_id());
        let name = String::from("Later reports");
        self.edit.put_dataset(&Dataset {
            id,
            name,
            on: false,
        })
    }

    fn theme(&mut self) -> Theme {
        let id = self.next_id();
        Theme {
            id: ThemeId(id),
            handle: format!("theme-{id}"),
            name: self.words(2),
            parent: None,
            hue: String::from("blue"),
        }
    }

    fn actor(&mut self) -> Actor {
        let id = self.next_id();
        Actor {
            id: ActorId(id),
            handle: format!("actor-{id}"),
            name: self.words(2),
            parent: None,
            country: String::from("US"),
        }
    }

    fn add_category(&mut self) -> Done {
        let id = self.next_id();
        let category = Category {
            id: CategoryId(id),
            handle: format!("category-{id}"),
            name: self.words(2),
            parent: None,
            cameo: String::from("0354"),
            plover: String::new(),
        };
        self.edit.put_category(&category)
    }

    fn add_place(&mut self) -> Done {
        let id = PlaceId(self.next_id());
        let place = Place {
            id,
            name: self.words(1),
            latitude_deg: Some(26.5),
            longitude_deg: Some(56.25),
            country: String::from("OM"),
        };
        self.edit.put_place(&place)
    }

    pub(super) fn add_source(&mut self) -> Done {
        let id = self.next_id();
        let source = Source {
            id: SourceId(id),
            handle: format!("S{id}"),
            outlet: self.words(1),
            title: self.words(6),
            author: String::new(),
            published: None,
            read: None,
            address: format!("https://example.org/{id}"),
            reliability: self.dice.pick(Reliability::ALL).copied(),
        };
        self.edit.put_source(&source)
    }

    pub(super) fn delete_source(&mut self) -> Done {
        match self.dice.pick(&self.workspace.sources).map(|it| it.id) {
            Some(id) if self.workspace.sources.len() > 3 => self.edit.delete_source(id),
            _ => self.add_source(),
        }
    }

    pub(super) fn edit_list(&mut self) -> Done {
        match self.dice.below(5) {
            0 => {
                let theme = self.theme();
                self.edit.put_theme(&theme)
            }
            1 => self.delete_unused_theme(),
            2 => self.rename_actor(),
            3 => {
                let name = self.words(3);
                self.edit.set_name(&name)
            }
            _ => {
                let day = i64::try_from(self.dice.below(20_000)).unwrap_or(0);
                self.edit.set_as_of(Some(Day(day)))
            }
        }
    }

    fn delete_unused_theme(&mut self) -> Done {
        let is_used = |theme: &Theme| {
            let filed = |it: &model::Event| it.themes.contains(&theme.id);
            self.workspace.events.iter().any(filed)
        };
        let unused = self.workspace.themes.iter().find(|it| !is_used(it));
        match unused {
            Some(theme) => self.edit.delete_theme(theme.id),
            None => {
                let theme = self.theme();
                self.edit.put_theme(&theme)
            }
        }
    }

    /// Rewrites the words of every event in which the actor takes part.
    fn rename_actor(&mut self) -> Done {
        let renamed = match self.dice.pick(&self.workspace.actors).cloned() {
            Some(known) => Actor {
                name: self.words(3),
                ..known
            },
            None => self.actor(),
        };
        self.edit.put_actor(&renamed)
    }
}

fn link_type(handle: &str) -> LinkType {
    LinkType {
        handle: handle.to_owned(),
        label: handle.replace('_', " "),
        sign: Sign::Plus,
        order: OrderRule::CauseFirst,
        what_if: WhatIf::Full,
        meaning: String::from("One thing brings about the other."),
    }
}

fn scale() -> Scale {
    let band = Band {
        low_percent: 55,
        high_percent: 80,
    };
    Scale {
        name: String::from("icd203"),
        words: vec![(ScaleWord(String::from("likely")), band)],
    }
}
