//! Bounds of arguments. Types say what an argument is; this says how much of it there may be.

mod brief;
mod export;
mod filter;
mod line;
mod numbers;
mod write;

pub use write::fields;

use model::date::Day;
use model::{EventId, LayerId, LinkId, ThemeId};

use crate::Fault;
use crate::dto::{
    Arrange, CausesArgs, ChosenArgs, DateArgs, EventArgs, ExportArgs, Filter, FilterWordsArgs,
    FindArgs, HitsArgs, IdsOfArgs, LayersArgs, LinkRowArgs, ListArgs, MapAt, Near, NoArgs,
    PageArgs, PathArgs, RowArgs, RowsArgs, SearchArgs, SpanArgs, ThemesMapArgs, TimelineArgs,
    TreeArgs, WalkArgs,
};
use crate::words::{Preset, handling_mark};

/// Characters of a text that is searched, read or printed.
pub const LONG: usize = 2_000;
/// Characters of a name, a word or an id.
pub const SHORT: usize = 200;
/// Entries of a list.
const MANY: usize = 1_000;
/// Pixels of a side of a picture.
const SIDE_PX: std::ops::RangeInclusive<f32> = 100.0..=8_000.0;
/// Pixels down a picture: what a float can count.
const SCROLL_PX: std::ops::RangeInclusive<f32> = 0.0..=16_000_000.0;
/// Days from 1970: well beyond the years -9999 to 9999 and still exact to the second.
const DAYS: std::ops::RangeInclusive<f64> = -5_000_000.0..=5_000_000.0;
/// Pixels of a PNG per pixel of its page.
const SCALE: std::ops::RangeInclusive<f32> = 1.0..=4.0;

/// Arguments that can say whether they are within bounds.
pub trait Bounded {
    /// Refuses what is out of bounds, by the name of the field.
    fn check_bounds(&self) -> Result<(), Fault>;
}

/// Refuses a text of more than `most` characters.
pub fn text(field: &str, value: &str, most: usize) -> Result<(), Fault> {
    // Characters are never more than bytes, so most texts are not counted.
    if value.len() > most && value.chars().count() > most {
        let message = format!("{field} is too long: at most {most} characters");
        return Err(Fault::argument(field, message).help("shorten it"));
    }
    Ok(())
}

/// Refuses a number out of bounds.
pub fn number<T>(field: &str, value: T, within: &std::ops::RangeInclusive<T>) -> Result<(), Fault>
where
    T: PartialOrd + std::fmt::Display,
{
    // A number that is none is in no range.
    if within.contains(&value) {
        return Ok(());
    }
    let (low, high) = (within.start(), within.end());
    Err(Fault::argument(
        field,
        format!("{field} is {value}, but goes from {low} to {high}"),
    )
    .help("choose a number in that range"))
}

fn ids<T: std::str::FromStr<Err = model::IdError>>(
    field: &str,
    list: &[String],
) -> Result<(), Fault> {
    if list.len() > MANY {
        return Err(Fault::argument(
            field,
            format!("{field} has more than {MANY} entries"),
        ));
    }
    list.iter()
        .try_for_each(|one| id::<T>(field, one).map(drop))
}

/// Reads an id of the kind `T`.
pub fn id<T: std::str::FromStr<Err = model::IdError>>(
    field: &str,
    value: &str,
) -> Result<T, Fault> {
    value
        .parse()
        .map_err(|error: model::IdError| Fault::argument(field, error.to_string()))
}

/// Reads a day as the window and other verbs write it, such as `2025-06-11`.
pub fn day(field: &str, value: &str) -> Result<Day, Fault> {
    text(field, value, SHORT)?;
    value.parse().map_err(|_| {
        Fault::argument(field, format!("{field} is not a day"))
            .help("write it as year-month-day, such as 2025-06-11")
    })
}

impl Bounded for NoArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        Ok(())
    }
}

impl Bounded for ListArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for RowsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for PageArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()?;
        if let Some(limit) = self.limit {
            number("limit", limit, &(1..=1_000))?;
        }
        if let Some(days) = self.from_days {
            number("from_days", days, &DAYS)?;
        }
        self.around
            .as_ref()
            .map_or(Ok(()), |it| id::<EventId>("around", it).map(drop))
    }
}

impl Bounded for RowArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        id::<EventId>("id", &self.id)?;
        self.filter.check_bounds()
    }
}

impl Bounded for ChosenArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for HitsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("bins", self.bins, &(1..=500))?;
        number("from_days", self.from_days, &DAYS)?;
        number("to_days", self.to_days, &DAYS)?;
        if self.to_days <= self.from_days {
            return Err(Fault::argument(
                "to_days",
                "to_days must be later than from_days",
            ));
        }
        self.filter.check_bounds()
    }
}

impl Bounded for SpanArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for LinkRowArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        id::<LinkId>("id", &self.id).map(drop)
    }
}

impl Bounded for IdsOfArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("most", self.most, &(0..=100_000))?;
        self.filter.check_bounds()
    }
}

impl Bounded for WalkArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        arrange(&self.arrange)?;
        if let Some(it) = &self.id {
            id::<EventId>("id", it)?;
        }
        if let Some(it) = &self.as_of {
            text("as_of", it, SHORT)?;
        }
        self.filter.check_bounds()
    }
}

impl Bounded for EventArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        id::<EventId>("id", &self.id)?;
        ids::<LayerId>("layers", self.layers.as_deref().unwrap_or_default())
    }
}

impl Bounded for TreeArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        id::<EventId>("id", &self.id)?;
        self.steps
            .map_or(Ok(()), |steps| number("steps", steps, &(1..=9)))?;
        self.filter.check_bounds()
    }
}

impl Bounded for PathArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        id::<EventId>("from", &self.from)?;
        id::<EventId>("to", &self.to)?;
        self.most
            .map_or(Ok(()), |most| number("most", most, &(1..=20)))?;
        self.filter.check_bounds()
    }
}

impl Bounded for SearchArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("words", &self.words, LONG)?;
        ids::<LayerId>("layers", self.layers.as_deref().unwrap_or_default())?;
        self.limit
            .map_or(Ok(()), |limit| number("limit", limit, &(1..=1_000)))
    }
}

impl Bounded for DateArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("words", &self.words, SHORT)
    }
}

impl Bounded for FilterWordsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("words", &self.words, LONG)
    }
}

impl Bounded for FindArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("event", &self.event, LONG)
    }
}

/// What all pictures share.
struct Common<'a> {
    sides_px: [f32; 2],
    from_days: Option<f64>,
    to_days: Option<f64>,
    events: [Option<&'a String>; 2],
    as_of: Option<&'a String>,
    filter: &'a Filter,
}

impl Bounded for Common<'_> {
    fn check_bounds(&self) -> Result<(), Fault> {
        for (field, side) in ["width_px", "height_px"].into_iter().zip(self.sides_px) {
            number(field, side, &SIDE_PX)?;
        }
        for (field, end) in [("from_days", self.from_days), ("to_days", self.to_days)] {
            end.map_or(Ok(()), |days| number(field, days, &DAYS))?;
        }
        if let (Some(from), Some(to)) = (self.from_days, self.to_days)
            && from >= to
        {
            return Err(
                Fault::argument("to_days", "the window ends before it begins")
                    .help("choose an end after the beginning"),
            );
        }
        for (field, event) in ["selected", "hovered"].into_iter().zip(self.events) {
            event.map_or(Ok(()), |event| id::<EventId>(field, event).map(drop))?;
        }
        self.as_of
            .map_or(Ok(()), |as_of| text("as_of", as_of, SHORT))?;
        self.filter.check_bounds()
    }
}

fn arrange(arrange: &Arrange) -> Result<(), Fault> {
    for (field, list) in [
        ("arrange.fold", &arrange.fold),
        ("arrange.since", &arrange.since),
    ] {
        if list.len() > MANY {
            let message = format!("{field} has more than {MANY} entries");
            return Err(Fault::argument(field, message).help("take fewer"));
        }
        list.iter().try_for_each(|it| text(field, it, SHORT))?;
    }
    Ok(())
}

impl Bounded for TimelineArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        arrange(&self.arrange)?;
        number("scroll_px", self.scroll_px, &SCROLL_PX)?;
        Common {
            sides_px: [self.width_px, self.height_px],
            from_days: self.from_days,
            to_days: self.to_days,
            events: [self.selected.as_ref(), self.hovered.as_ref()],
            as_of: self.as_of.as_ref(),
            filter: &self.filter,
        }
        .check_bounds()
    }
}

impl Bounded for Near {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("near.steps", self.steps, &(0..=9))?;
        ids::<EventId>("near.ids", &self.ids)
    }
}

impl Bounded for CausesArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.near.check_bounds()?;
        number("scroll_px", self.scroll_px, &SCROLL_PX)?;
        Common {
            sides_px: [self.width_px, self.height_px],
            from_days: self.from_days,
            to_days: self.to_days,
            events: [self.selected.as_ref(), self.hovered.as_ref()],
            as_of: self.as_of.as_ref(),
            filter: &self.filter,
        }
        .check_bounds()
    }
}

/// Pixels for a pixel of a map.
const ZOOM: std::ops::RangeInclusive<f32> = 0.02..=8.0;

impl Bounded for MapAt {
    fn check_bounds(&self) -> Result<(), Fault> {
        let far = -SCROLL_PX.end()..=*SCROLL_PX.end();
        number("at.x_px", self.x_px, &far)?;
        number("at.y_px", self.y_px, &far)?;
        number("at.zoom", self.zoom, &ZOOM)
    }
}

impl Bounded for LayersArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.near.check_bounds()?;
        self.at.map_or(Ok(()), |at| at.check_bounds())?;
        ids::<ThemeId>("collapsed", &self.collapsed)?;
        Common {
            sides_px: [self.width_px, self.height_px],
            from_days: self.from_days,
            to_days: self.to_days,
            events: [self.selected.as_ref(), self.hovered.as_ref()],
            as_of: self.as_of.as_ref(),
            filter: &self.filter,
        }
        .check_bounds()
    }
}

impl Bounded for ThemesMapArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.near.check_bounds()?;
        self.at.map_or(Ok(()), |at| at.check_bounds())?;
        Common {
            sides_px: [self.width_px, self.height_px],
            from_days: None,
            to_days: None,
            events: [self.selected.as_ref(), None],
            as_of: None,
            filter: &self.filter,
        }
        .check_bounds()
    }
}

impl Bounded for ExportArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.near.check_bounds()?;
        self.at.map_or(Ok(()), |at| at.check_bounds())?;
        for side in self.seen_px.iter().flatten() {
            number("seen_px", *side, &SIDE_PX)?;
        }
        ids::<ThemeId>("collapsed", &self.collapsed)?;
        arrange(&self.arrange)?;
        let since = self.since.as_ref();
        numbers::of_export(&self.scaling, &self.series, self.study.as_ref(), since)?;
        self.scale
            .map_or(Ok(()), |scale| number("scale", scale, &SCALE))?;
        if self.size_px.is_some() && self.preset.is_some_and(|it| it != Preset::Custom) {
            let message = "a page by name has its own size";
            return Err(
                Fault::argument("size_px", message).help("name a page, or give a size, not both")
            );
        }
        handling_mark(self.handling.as_deref().unwrap_or_default())?;
        for (field, words, most) in [
            ("title", &self.title, LONG),
            ("subtitle", &self.subtitle, LONG),
            ("note", &self.note, LONG),
            ("handling", &self.handling, SHORT / 2),
        ] {
            text(field, words.as_deref().unwrap_or_default(), most)?;
        }
        Common {
            sides_px: self.size_px.unwrap_or([1920.0, 1080.0]),
            from_days: self.from_days,
            to_days: self.to_days,
            events: [self.selected.as_ref(), None],
            as_of: self.as_of.as_ref(),
            filter: &self.filter,
        }
        .check_bounds()
    }
}
