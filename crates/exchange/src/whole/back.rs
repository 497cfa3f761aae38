//! From JSON structures back to the workspace.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use model::date::{Bounds, Day, Moment};
use model::{
    Actor, ActorId, Band, Category, CategoryId, Citation, Claim, Dataset, Event, Figure, FuzzyDate,
    Link, LinkType, Participant, Pins, Place, Points, Scale, ScaleWord, Series, Settings, Slot,
    Source, SourceId, Spot, Target, Theme, ThemeId, Weights, Workspace, slots,
};

use super::WholeError;
use super::check::FARTHEST;
use super::text::{
    CitationText, DateText, EventText, LinkText, PinText, SeriesText, SettingText, SourceText,
    WeightText, Whole,
};

/// Ids by handle.
struct Handles {
    themes: BTreeMap<String, ThemeId>,
    categories: BTreeMap<String, CategoryId>,
    actors: BTreeMap<String, ActorId>,
    sources: BTreeMap<String, SourceId>,
}

pub(super) fn workspace(mut text: Whole) -> Result<Workspace, WholeError> {
    let handles = Handles {
        themes: text
            .themes
            .iter()
            .map(|it| (it.handle.clone(), it.id))
            .collect(),
        categories: text
            .categories
            .iter()
            .map(|it| (it.handle.clone(), it.id))
            .collect(),
        actors: text
            .actors
            .iter()
            .map(|it| (it.handle.clone(), it.id))
            .collect(),
        sources: text
            .sources
            .iter()
            .map(|it| (it.handle.clone(), it.id))
            .collect(),
    };
    let mut citations = Vec::new();
    let mut cite = |at: &str, target, list: Vec<CitationText>| {
        list.into_iter().try_for_each(|it| {
            citations.push(handles.citation(at, target, it)?);
            Ok::<_, WholeError>(())
        })
    };
    let (events, links, claims) = (
        std::mem::take(&mut text.events),
        std::mem::take(&mut text.links),
        std::mem::take(&mut text.claims),
    );
    let mut whole = lists(text)?;
    for mut it in events {
        let at = format!("event {}", it.id);
        cite(&at, Target::Event(it.id), std::mem::take(&mut it.citations))?;
        whole.events.push(handles.event(&at, it)?);
    }
    for mut it in links {
        let at = format!("link {}", it.id);
        cite(&at, Target::Link(it.id), std::mem::take(&mut it.citations))?;
        whole.links.push(link(&at, it, &whole.link_types)?);
    }
    for it in claims {
        cite(
            &format!("claim {}", it.id),
            Target::Claim(it.id),
            it.citations,
        )?;
        whole.claims.push(Claim {
            id: it.id,
            event: it.event,
            field: it.field,
            value: it.value,
            adopted: it.adopted,
        });
    }
    whole.citations = citations;
    // Themes stay in the order of their lanes.
    whole.events.sort_by_key(|it| it.id);
    whole.links.sort_by_key(|it| it.id);
    whole.claims.sort_by_key(|it| it.id);
    whole.citations.sort_by_key(|it| it.id);
    Ok(whole)
}

/// The workspace without its events, links, claims and citations.
fn lists(text: Whole) -> Result<Workspace, WholeError> {
    let as_of = text.as_of.map(|it| read("as_of", &it)).transpose()?;
    Ok(Workspace {
        name: text.name,
        as_of,
        themes: text.themes.into_iter().map(Into::into).collect(),
        categories: text.categories.into_iter().map(Into::into).collect(),
        actors: text.actors.into_iter().map(Into::into).collect(),
        places: text.places.into_iter().map(Into::into).collect(),
        datasets: text.datasets.into_iter().map(Into::into).collect(),
        link_types: text.link_types.into_iter().map(Into::into).collect(),
        scales: text.scales.into_iter().map(Into::into).collect(),
        sources: text
            .sources
            .into_iter()
            .map(source)
            .collect::<Result<_, _>>()?,
        series: text
            .series
            .into_iter()
            .map(series)
            .collect::<Result<_, _>>()?,
        weights: weights(text.weights)?,
        pins: pins(text.pins)?,
        settings: settings(text.settings),
        ..Workspace::default()
    })
}

/// Fields of the same name, moved from the text to the model.
macro_rules! same_fields {
    ($($from:ident => $to:ident { $($field:ident),* };)*) => {$(
        impl From<super::text::$from> for $to {
            fn from(it: super::text::$from) -> Self {
                Self { $($field: it.$field),* }
            }
        }
    )*};
}

same_fields! {
    ThemeText => Theme { id, handle, name, parent, hue };
    CategoryText => Category { id, handle, name, parent, cameo, plover };
    ActorText => Actor { id, handle, name, parent, country };
    PlaceText => Place { id, name, latitude_deg, longitude_deg, country };
    DatasetText => Dataset { id, name, on };
    LinkTypeText => LinkType { handle, label, sign, order, what_if, meaning };
    FigureText => Figure { name, value, unit };
}

impl From<super::text::ScaleText> for Scale {
    fn from(it: super::text::ScaleText) -> Self {
        let words = it.words.into_iter().map(|it| {
            let band = Band {
                low_percent: it.low_percent,
                high_percent: it.high_percent,
            };
            (ScaleWord(it.word), band)
        });
        Self {
            name: it.name,
            words: words.collect(),
        }
    }
}

/// Reads a day, an EDTF, a weight.
fn read<T: FromStr>(at: &str, text: &str) -> Result<T, WholeError>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| {
        let said: String = text.chars().take(40).collect();
        WholeError::content(at, format!("\"{said}\": {error}"))
    })
}

fn source(it: SourceText) -> Result<Source, WholeError> {
    let at = format!("source {}", it.id);
    let published = it.published.map(|it| date(&at, it)).transpose()?;
    Ok(Source {
        id: it.id,
        handle: it.handle,
        outlet: it.outlet,
        title: it.title,
        author: it.author,
        published,
        read: it.read.map(|it| date(&at, it)).transpose()?,
        address: it.address,
        reliability: it.reliability,
    })
}

fn date(at: &str, it: DateText) -> Result<FuzzyDate, WholeError> {
    let moment = |text: Option<String>| text.map(|it| moment(at, &it)).transpose();
    Ok(FuzzyDate {
        words: it.words,
        edtf: read(at, &it.edtf)?,
        bounds: Bounds {
            start_earliest: moment(it.start_earliest)?,
            start_latest: moment(it.start_latest)?,
            end_earliest: moment(it.end_earliest)?,
            end_latest: moment(it.end_latest)?,
        },
    })
}

/// "2025-06-11" or "2025-06-11T18:30:00".
fn moment(at: &str, text: &str) -> Result<Moment, WholeError> {
    let Some((day, time)) = text.split_once('T') else {
        return Ok(Moment::whole(read(at, text)?));
    };
    let parts: Vec<Option<u32>> = time.split(':').map(|it| it.parse().ok()).collect();
    match parts[..] {
        [
            Some(hour @ 0..=23),
            Some(minute @ 0..=59),
            Some(second @ 0..=59),
        ] => Ok(Moment {
            day: read(at, day)?,
            second: Some(hour * 3600 + minute * 60 + second),
        }),
        _ => {
            let said: String = text.chars().take(40).collect();
            Err(WholeError::content(
                at,
                format!("\"{said}\" is not a day and time: write 2025-06-11T18:30:00"),
            ))
        }
    }
}

fn series(it: SeriesText) -> Result<Series, WholeError> {
    let at = format!("series {}", it.id);
    let days: Result<Vec<Day>, WholeError> = it.days.iter().map(|day| read(&at, day)).collect();
    let numbers =
        |list: Vec<Option<f64>>| list.into_iter().map(|it| it.unwrap_or(f64::NAN)).collect();
    Ok(Series {
        id: it.id,
        handle: it.handle,
        name: it.name,
        unit: it.unit,
        measure: it.measure,
        closes: it.closes,
        origin: it.origin,
        points: Arc::new(Points {
            days: days?,
            values: numbers(it.values),
            highs: numbers(it.highs),
            lows: numbers(it.lows),
        }),
    })
}

fn weights(list: Vec<WeightText>) -> Result<Weights, WholeError> {
    let mut weights = Weights::default();
    for it in list {
        weights.set(read("weights", &it.weight)?, it.value);
    }
    Ok(weights)
}

fn pins(list: Vec<PinText>) -> Result<Pins, WholeError> {
    let (mut pins, mut spots) = (Pins::default(), BTreeMap::new());
    for it in list {
        let pin = read("pins", &it.node)?;
        match (it.row, it.after, it.x, it.y) {
            (Some(row), after, None, None) => {
                let after = after.map(|it| it.0);
                pins.set(pin, Some(Slot { row, after }));
            }
            (None, None, Some(x), Some(y)) => {
                spots.insert(pin, Spot { x, y });
            }
            _ => {
                let at = format!("pin {pin}");
                let what = "it needs a row, or x and y as earlier versions wrote them";
                return Err(WholeError::content(&at, what));
            }
        }
    }
    if let Some((pin, _)) = spots
        .iter()
        .find(|(_, it)| it.x.abs().max(it.y.abs()) > FARTHEST)
    {
        let at = format!("pin {pin}");
        return Err(WholeError::content(&at, "it is too far from the origin"));
    }
    for (pin, slot) in slots(&spots).all() {
        pins.set(pin, Some(slot));
    }
    Ok(pins)
}

fn settings(list: Vec<SettingText>) -> Settings {
    let mut settings = Settings::default();
    list.into_iter()
        .for_each(|it| settings.set(it.key, it.value));
    settings
}

fn link(at: &str, it: LinkText, types: &[LinkType]) -> Result<Link, WholeError> {
    let known = types.iter().find(|known| known.handle == it.r#type);
    let Some(known) = known else {
        return Err(unknown(at, "link type", &it.r#type));
    };
    if it.sign.is_some_and(|sign| sign != known.sign) {
        let what = format!(
            "its sign is not that of its type \"{}\", which is {}",
            known.handle, known.sign
        );
        return Err(WholeError::content(at, what));
    }
    Ok(Link {
        id: it.id,
        cause: it.cause,
        effect: it.effect,
        link_type: it.r#type,
        wording: it.wording,
        strength: it.strength,
        confidence: it.confidence,
        lag_days: it.lag_days,
        basis: it.basis,
        note: it.note,
        rivals: it.rivals,
    })
}

fn unknown(at: &str, what: &str, word: &str) -> WholeError {
    let word: String = word.chars().take(60).collect();
    WholeError::content(at, format!("there is no {what} \"{word}\""))
}

/// The id of a handle.
fn find<T: Copy>(
    list: &BTreeMap<String, T>,
    at: &str,
    what: &str,
    handle: &str,
) -> Result<T, WholeError> {
    list.get(handle)
        .copied()
        .ok_or_else(|| unknown(at, what, handle))
}

impl Handles {
    fn citation(&self, at: &str, target: Target, it: CitationText) -> Result<Citation, WholeError> {
        Ok(Citation {
            id: it.id,
            source: find(&self.sources, at, "source", &it.source)?,
            target,
            quote: it.quote,
            locator: it.locator,
            credibility: it.credibility,
            stance: it.stance,
        })
    }

    fn event(&self, at: &str, it: EventText) -> Result<Event, WholeError> {
        let category = it
            .category
            .as_ref()
            .map(|handle| find(&self.categories, at, "category", handle));
        let themes = it
            .themes
            .iter()
            .map(|handle| find(&self.themes, at, "theme", handle));
        let actors = it.actors.iter().map(|who| {
            Ok(Participant {
                actor: find(&self.actors, at, "actor", &who.actor)?,
                role: who.role.clone(),
            })
        });
        let (category, themes, actors) = (
            category.transpose()?,
            themes.collect::<Result<_, _>>()?,
            actors.collect::<Result<_, WholeError>>()?,
        );
        Ok(Event {
            id: it.id,
            handle: it.handle,
            kind: it.kind,
            status: it.status,
            title: it.title,
            summary: it.summary,
            date: it.date.map(|it| date(at, it)).transpose()?,
            date_note: it.date_note,
            category,
            cameo: it.cameo,
            plover: it.plover,
            severity: it.severity,
            tone: it.tone,
            likelihood: it.likelihood.map(ScaleWord),
            confidence: it.confidence,
            themes,
            actors,
            places: it.places,
            figures: it.figures.into_iter().map(Into::into).collect(),
            tags: it.tags,
            dataset: it.dataset,
            concerns: it.concerns,
        })
    }
}
