//! From the workspace to JSON structures.

use std::collections::BTreeMap;

use model::{Citation, Event, FuzzyDate, Link, Series, Source, Target, Workspace};

use super::text::{
    ActorText, CategoryText, CitationText, ClaimText, DatasetText, DateText, EventText, FORMAT,
    FigureText, LinkText, LinkTypeText, ParticipantText, PinText, PlaceText, ScaleText,
    ScaleWordText, SeriesText, SettingText, SourceText, ThemeText, VERSION, WeightText, Whole,
};

/// Names for references.
struct Names<'a> {
    workspace: &'a Workspace,
    sources: BTreeMap<model::SourceId, &'a str>,
    cited: BTreeMap<Target, Vec<&'a Citation>>,
}

pub(super) fn whole(workspace: &Workspace) -> Whole {
    let mut cited: BTreeMap<Target, Vec<&Citation>> = BTreeMap::new();
    for it in &workspace.citations {
        cited.entry(it.target).or_default().push(it);
    }
    let sources = workspace
        .sources
        .iter()
        .map(|it| (it.id, it.handle.as_str()));
    let names = Names {
        workspace,
        sources: sources.collect(),
        cited,
    };
    let mut whole = lists(workspace);
    whole.events = workspace.events.iter().map(|it| names.event(it)).collect();
    whole.links = workspace.links.iter().map(|it| names.link(it)).collect();
    whole.claims = workspace
        .claims
        .iter()
        .map(|it| ClaimText {
            id: it.id,
            event: it.event,
            field: it.field.clone(),
            value: it.value.clone(),
            adopted: it.adopted,
            citations: names.citations(Target::Claim(it.id)),
        })
        .collect();
    whole
}

/// The workspace without its events, links and claims.
fn lists(it: &Workspace) -> Whole {
    Whole {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: it.name.clone(),
        as_of: it.as_of.map(|it| it.to_string()),
        themes: it.themes.iter().map(theme).collect(),
        categories: it.categories.iter().map(category).collect(),
        actors: it.actors.iter().map(actor).collect(),
        places: it.places.iter().map(place).collect(),
        datasets: it.datasets.iter().map(dataset).collect(),
        link_types: it.link_types.iter().map(link_type).collect(),
        scales: it.scales.iter().map(scale).collect(),
        sources: it.sources.iter().map(source).collect(),
        events: Vec::new(),
        links: Vec::new(),
        claims: Vec::new(),
        series: it.series.iter().map(series).collect(),
        weights: it
            .weights
            .all()
            .map(|(weight, value)| WeightText {
                weight: weight.to_string(),
                value,
            })
            .collect(),
        pins: it.pins.all().map(pin).collect(),
        settings: it.settings.all().map(setting).collect(),
    }
}

fn pin((pin, slot): (model::Pin, model::Slot)) -> PinText {
    PinText {
        node: pin.to_string(),
        row: Some(slot.row),
        after: slot.after.map(model::EventId),
        x: None,
        y: None,
    }
}

fn setting((key, value): (&str, &str)) -> SettingText {
    SettingText {
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

fn theme(it: &model::Theme) -> ThemeText {
    ThemeText {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent,
        hue: it.hue.clone(),
    }
}

fn category(it: &model::Category) -> CategoryText {
    CategoryText {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent,
        cameo: it.cameo.clone(),
        plover: it.plover.clone(),
    }
}

fn actor(it: &model::Actor) -> ActorText {
    ActorText {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent,
        country: it.country.clone(),
    }
}

fn place(it: &model::Place) -> PlaceText {
    PlaceText {
        id: it.id,
        name: it.name.clone(),
        latitude_deg: it.latitude_deg,
        longitude_deg: it.longitude_deg,
        country: it.country.clone(),
    }
}

fn dataset(it: &model::Dataset) -> DatasetText {
    DatasetText {
        id: it.id,
        name: it.name.clone(),
        on: it.on,
    }
}

fn link_type(it: &model::LinkType) -> LinkTypeText {
    LinkTypeText {
        handle: it.handle.clone(),
        label: it.label.clone(),
        sign: it.sign,
        order: it.order,
        what_if: it.what_if,
        meaning: it.meaning.clone(),
    }
}

fn scale(it: &model::Scale) -> ScaleText {
    let word = |(word, band): &(model::ScaleWord, model::Band)| ScaleWordText {
        word: word.0.clone(),
        low_percent: band.low_percent,
        high_percent: band.high_percent,
    };
    ScaleText {
        name: it.name.clone(),
        words: it.words.iter().map(word).collect(),
    }
}

fn source(it: &Source) -> SourceText {
    SourceText {
        id: it.id,
        handle: it.handle.clone(),
        outlet: it.outlet.clone(),
        title: it.title.clone(),
        author: it.author.clone(),
        published: it.published.as_ref().map(date),
        read: it.read.as_ref().map(date),
        address: it.address.clone(),
        reliability: it.reliability,
    }
}

fn date(it: &FuzzyDate) -> DateText {
    let moment = |it: Option<model::date::Moment>| it.map(|it| it.to_string());
    DateText {
        words: it.words.clone(),
        edtf: it.edtf.to_string(),
        start_earliest: moment(it.bounds.start_earliest),
        start_latest: moment(it.bounds.start_latest),
        end_earliest: moment(it.bounds.end_earliest),
        end_latest: moment(it.bounds.end_latest),
    }
}

/// NaN becomes null.
fn numbers(list: &[f64]) -> Vec<Option<f64>> {
    list.iter()
        .map(|it| Some(*it).filter(|it| it.is_finite()))
        .collect()
}

fn series(it: &Series) -> SeriesText {
    SeriesText {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        unit: it.unit.clone(),
        measure: it.measure,
        closes: it.closes.clone(),
        origin: it.origin.clone(),
        days: it.points.days.iter().map(ToString::to_string).collect(),
        values: numbers(&it.points.values),
        highs: numbers(&it.points.highs),
        lows: numbers(&it.points.lows),
    }
}

impl Names<'_> {
    fn citations(&self, of: Target) -> Vec<CitationText> {
        let list = self.cited.get(&of).map_or(&[][..], Vec::as_slice);
        let text = |it: &&Citation| CitationText {
            id: it.id,
            source: self
                .sources
                .get(&it.source)
                .copied()
                .unwrap_or_default()
                .to_owned(),
            quote: it.quote.clone(),
            locator: it.locator.clone(),
            credibility: it.credibility,
            stance: it.stance,
        };
        list.iter().map(text).collect()
    }

    fn event(&self, it: &Event) -> EventText {
        let all = self.workspace;
        let theme = |id: &model::ThemeId| Some(all.theme(*id)?.handle.clone());
        let actor = |it: &model::Participant| {
            Some(ParticipantText {
                actor: all.actor(it.actor)?.handle.clone(),
                role: it.role.clone(),
            })
        };
        let figure = |it: &model::Figure| FigureText {
            name: it.name.clone(),
            value: it.value.clone(),
            unit: it.unit.clone(),
        };
        EventText {
            id: it.id,
            handle: it.handle.clone(),
            kind: it.kind,
            status: it.status,
            title: it.title.clone(),
            summary: it.summary.clone(),
            date: it.date.as_ref().map(date),
            date_note: it.date_note.clone(),
            category: it
                .category
                .and_then(|id| Some(all.category(id)?.handle.clone())),
            cameo: it.cameo.clone(),
            plover: it.plover.clone(),
            severity: it.severity,
            tone: it.tone,
            likelihood: it.likelihood.as_ref().map(|it| it.0.clone()),
            confidence: it.confidence,
            themes: it.themes.iter().filter_map(theme).collect(),
            actors: it.actors.iter().filter_map(actor).collect(),
            places: it.places.clone(),
            figures: it.figures.iter().map(figure).collect(),
            tags: it.tags.clone(),
            dataset: it.dataset,
            concerns: it.concerns,
            citations: self.citations(Target::Event(it.id)),
        }
    }

    fn link(&self, it: &Link) -> LinkText {
        LinkText {
            id: it.id,
            cause: it.cause,
            effect: it.effect,
            r#type: it.link_type.clone(),
            sign: self.workspace.link_type(it).map(|it| it.sign),
            wording: it.wording.clone(),
            strength: it.strength,
            confidence: it.confidence,
            lag_days: it.lag_days,
            basis: it.basis,
            note: it.note.clone(),
            rivals: it.rivals.clone(),
            citations: self.citations(Target::Link(it.id)),
        }
    }
}
