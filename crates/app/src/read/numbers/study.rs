//! The verb `study`: what a market did around events.

use std::collections::BTreeSet;

use api::dto::{AbnormalLine, CarLine, StudiedLine, StudyArgs, StudyReply};
use api::{Fault, FaultCode};
use chart::Studied;
use model::{Event, EventId, Series, Workspace};
use risk::{
    Average, Car, Changes, Close, Model, Study, WINDOWS, average, changes, day_zero, rebased_line,
};

use super::method;
use super::series::find;
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;

/// Minimum severity of a confounding event.
const SEVERE: u8 = 4;

/// A study, made.
pub(crate) struct Asked<'a> {
    pub(crate) series: &'a Series,
    pub(crate) model: String,
    pub(crate) studied: Vec<Studied<'a>>,
    pub(crate) average: Vec<Average>,
    pub(crate) in_percent: bool,
    /// For each studied event, the others near it.
    overlaps: Vec<Vec<&'a Event>>,
    /// Why day 0 is what it is.
    whys: Vec<String>,
    left_out: Vec<String>,
}

impl<'a> Asked<'a> {
    /// Studies the events of `args`; those that cannot be studied are listed with the reason.
    pub(crate) fn of(session: &'a Session, args: &StudyArgs) -> Result<Self, Fault> {
        let workspace = session.workspace();
        let series = find(session, "series", &args.series)?;
        let own = changes(series);
        let market = market(session, args)?;
        let model = match (args.model.as_str(), &market) {
            ("market", Some((_, market))) => Model::Market(market),
            ("adjusted", Some((_, market))) => Model::MarketAdjusted(market),
            _ => Model::ConstantMean,
        };
        let close = close(series)?;
        let mut asked = Self {
            series,
            model: model_words(&args.model, market.as_ref().map(|it| it.0)),
            studied: Vec::new(),
            average: Vec::new(),
            in_percent: own.in_percent,
            overlaps: Vec::new(),
            whys: Vec::new(),
            left_out: Vec::new(),
        };
        let late: BTreeSet<EventId> = args.after_close.iter().copied().collect();
        for id in &args.events {
            let event = workspace.event(*id).ok_or_else(|| no_event(*id))?;
            match one(event, &own, model, close.as_ref(), late.contains(id)) {
                Ok((study, why)) => asked.take(workspace, &own, event, study, why),
                Err(why) => asked.left_out.push(format!("{}: {why}", event.title)),
            }
        }
        if asked.studied.is_empty() {
            let why = asked.left_out.join("; ");
            return Err(Fault::new(FaultCode::BadArgument, why)
                .help("choose another event or a longer series"));
        }
        if asked.studied.len() > 1 {
            let studies: Vec<Study> = asked.studied.iter().map(|it| it.study.clone()).collect();
            asked.average = average(&studies);
        }
        Ok(asked)
    }

    fn take(
        &mut self,
        workspace: &'a Workspace,
        own: &Changes,
        event: &'a Event,
        study: Study,
        why: String,
    ) {
        let near = near(workspace, own, event, &study);
        self.studied.push(Studied {
            event,
            rebased: rebased_line(own, study.day),
            overlaps: near.len(),
            study,
        });
        self.overlaps.push(near);
        self.whys.push(why);
    }
}

fn no_event(text: EventId) -> Fault {
    Fault::new(
        FaultCode::NotFound,
        format!("there is no event with the id {text}"),
    )
    .help("it may have been deleted")
}

/// The series that stands for the market, where the model needs one.
fn market<'a>(
    session: &'a Session,
    args: &StudyArgs,
) -> Result<Option<(&'a Series, Changes)>, Fault> {
    match (args.model.as_str(), &args.market) {
        ("" | "mean", _) => Ok(None),
        ("market" | "adjusted", Some(word)) => {
            let series = find(session, "market", word)?;
            Ok(Some((series, changes(series))))
        }
        ("market" | "adjusted", None) => Err(Fault::argument(
            "market",
            "this model needs a market series",
        )
        .help("name a loaded series")),
        (other, _) => {
            let other: String = other.chars().take(40).collect();
            Err(
                Fault::argument("model", format!("\"{other}\" is not a model"))
                    .help("use mean, market or adjusted"),
            )
        }
    }
}

fn model_words(model: &str, market: Option<&Series>) -> String {
    let name = market.map_or("", |it| it.name.as_str());
    match model {
        "market" => format!("market model on {name}"),
        "adjusted" => format!("adjusted by {name}"),
        _ => String::from("constant mean"),
    }
}

fn close(series: &Series) -> Result<Option<Close>, Fault> {
    if series.closes.is_empty() {
        return Ok(None);
    }
    let close = series.closes.parse();
    close
        .map(Some)
        .map_err(|error: risk::CloseError| Fault::argument("series", error.to_string()))
}

/// The study of one event and why its day 0 is what it is; or why there is none.
fn one(
    event: &Event,
    own: &Changes,
    model: Model<'_>,
    close: Option<&Close>,
    is_late: bool,
) -> Result<(Study, String), String> {
    let date = event.date.as_ref().ok_or("it has no date")?;
    let zero = day_zero(date, is_late, close, &own.days).ok_or("the series ends before it")?;
    if own
        .days
        .first()
        .is_none_or(|it| date.bounds.end_latest.is_some_and(|end| end.day < *it))
    {
        return Err(String::from("the series begins after it"));
    }
    let study = risk::study(own, zero, model).map_err(|error| error.to_string())?;
    let is_fuzzy =
        date.bounds.start_earliest.map(|it| it.day) != date.bounds.start_latest.map(|it| it.day);
    let said = date.bounds.start_earliest.map(|it| it.day);
    let why = if is_late {
        format!(
            "{}: the news came after the close before",
            study.day.in_words()
        )
    } else if said == Some(study.day) {
        study.day.in_words()
    } else {
        format!(
            "{}: the first on which the news could be traded",
            study.day.in_words()
        )
    };
    let doubt = if is_fuzzy {
        "; its date is fuzzy, the earliest day was taken"
    } else {
        ""
    };
    Ok((study, format!("{why}{doubt}")))
}

/// Other severe events that begin in the widest window.
fn near<'a>(
    workspace: &'a Workspace,
    own: &Changes,
    event: &Event,
    study: &Study,
) -> Vec<&'a Event> {
    let at = own.days.partition_point(|it| *it < study.day);
    let (from, to) = WINDOWS
        .iter()
        .fold((0, 0), |(low, high), it| (low.min(it.0), high.max(it.1)));
    let day = |offset: i32| {
        let place = at
            .saturating_add_signed(offset as isize)
            .min(own.days.len() - 1);
        own.days[place]
    };
    let (from, to) = (day(from), day(to));
    let begins = |it: &Event| {
        it.date
            .as_ref()
            .and_then(|it| it.bounds.start_earliest)
            .map(|it| it.day)
    };
    let is_near = |it: &&Event| {
        it.id != event.id
            && it.severity >= SEVERE
            && it.dataset.is_none()
            && !it.is_unrealized()
            && begins(it).is_some_and(|day| (from..=to).contains(&day))
    };
    workspace.events.iter().filter(is_near).collect()
}

/// The study in numbers and sentences.
pub(crate) fn study(session: &Session, args: StudyArgs) -> Result<StudyReply, Fault> {
    let asked = Asked::of(session, &args)?;
    let factor = if asked.in_percent { 100.0 } else { 1.0 };
    let lines = asked.studied.iter().zip(&asked.overlaps).zip(&asked.whys);
    Ok(StudyReply {
        method: method::of_study(&asked.model, asked.in_percent),
        in_percent: asked.in_percent,
        windows: WINDOWS.iter().map(|it| [it.0, it.1]).collect(),
        events: lines
            .map(|((it, near), why)| line(it, near, why, factor))
            .collect(),
        average: asked
            .average
            .iter()
            .map(|it| CarLine {
                car: it.car * factor,
                t: it.t.is_finite().then_some(it.t),
                missing: 0,
            })
            .collect(),
        left_out: asked.left_out,
    })
}

fn line(it: &Studied<'_>, near: &[&Event], why: &str, factor: f64) -> StudiedLine {
    let study = &it.study;
    let car = |it: &Car| CarLine {
        car: it.car * factor,
        t: it.t.is_finite().then_some(it.t),
        missing: count(it.missing),
    };
    StudiedLine {
        event: event_ref(it.event),
        day: study.day.to_string(),
        day_why: why.to_owned(),
        learned: format!(
            "{} to {}, {} trading days",
            study.learned.0.in_words(),
            study.learned.1.in_words(),
            study.learned_days
        ),
        normal: study.normal * factor,
        slope: study.slope,
        deviation: study.deviation * factor,
        cars: study.cars.iter().map(car).collect(),
        abnormal: study
            .abnormal
            .iter()
            .map(|(offset, change)| AbnormalLine {
                offset: *offset,
                change: change * factor,
                t: change / study.deviation,
            })
            .collect(),
        overlaps: near.iter().map(|it| event_ref(it)).collect(),
    }
}
