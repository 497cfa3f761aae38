//! The `add` verb: a line becomes an event, with its links, its citation and the names that are new, in one step.

use std::cell::RefCell;
use std::collections::HashMap;

use api::dto::{AddArgs, Done};
use api::{Fault, FaultCode};
use model::{
    ActorId, Basis, CategoryId, Citation, CitationId, Confidence, Event, EventId, Link, LinkId,
    Participant, PlaceId, Source, SourceId, Stance, Target, ThemeId, Tone,
};

use super::new_handles::event_handle;
use crate::line::link::USUAL_TYPE;
use crate::line::reading::{Context, EventNamed, Named, Reading, read};
use crate::line::understand::{Unnamed, meant};
use crate::lookup::names;
use crate::lookup::names::Found;
use crate::lookup::titles::Index;
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::titled;
use crate::write::{make_source, new_items};

/// Severity when none is said: the middle.
const SEVERITY: u8 = 3;

/// Adds the event of a line.
pub(crate) fn add(session: &mut Session, args: AddArgs) -> Result<Done, Fault> {
    let events = events_named(session, &args.line);
    session.write(|plan| {
        let base = plan.base();
        let known = |words: &str| -> Vec<EventId> {
            let found = events.get(words).into_iter().flatten().copied();
            let found: Vec<EventId> = found.filter(|id| base.event(*id).is_some()).collect();
            if found.is_empty() {
                // Another program may have added it since; this is slow, and seldom.
                return meant(&Index::new(base), base, words);
            }
            found
        };
        let context = Context {
            workspace: base,
            now: plan.now(),
            events: &known,
        };
        let mut reading = read(&args.line, &context);
        settle_source(plan, &mut reading, &args)?;
        refuse(&reading)?;
        if !args.make_new {
            all_known(plan, &reading)?;
        }
        put(plan, reading, &args)
    })
}

/// The events that the words of arrows mean, looked up in the index while the session is still readable.
fn events_named(session: &Session, line: &str) -> HashMap<String, Vec<EventId>> {
    let workspace = session.workspace();
    let named = RefCell::new(HashMap::new());
    session.words().with(workspace, |index| {
        let look_up = |words: &str| {
            let found = meant(index, workspace, words);
            named.borrow_mut().insert(words.to_owned(), found.clone());
            found
        };
        let context = Context {
            workspace,
            now: session.now(),
            events: &look_up,
        };
        read(line, &context)
    });
    named.into_inner()
}

/// An unknown source name is not a problem when a new source is given for it.
fn settle_source(plan: &Plan<'_>, reading: &mut Reading, args: &AddArgs) -> Result<(), Fault> {
    let Some(named) = &reading.source else {
        return Ok(());
    };
    if args.new_source.is_empty() {
        let is_alone = reading.problems.len() == 1 && reading.ask.is_none();
        return match named.found {
            Found::None if is_alone => Err(names::unknown(plan, named.list, &named.words)),
            _ => Ok(()),
        };
    }
    if let Found::One(_) = named.found {
        let message = format!("the line names the source \"{}\" already", named.words);
        let help = "leave out what follows from:, or cite that source";
        return Err(Fault::argument("new_source", message).help(help));
    }
    let part = reading.parts.iter().find(|it| it.kind == named.list.one());
    let span = part.map(|it| it.span);
    reading.problems.retain(|it| Some(it.span) != span);
    Ok(())
}

/// What keeps a line from being saved, as a fault.
fn refuse(reading: &Reading) -> Result<(), Fault> {
    if let Some(problem) = reading.problems.first() {
        let fault = Fault::argument("line", problem.message.clone());
        return Err(fault.help(problem.help.clone()));
    }
    if let Some((question, choices)) = &reading.ask {
        let ways: Vec<String> = choices.iter().map(model::FuzzyDate::in_words).collect();
        let mut fault = Fault::new(FaultCode::Ambiguous, question.trim_end_matches('?'));
        fault.field = Some(String::from("date"));
        return Err(fault.help(format!("write {}", ways.join(" or "))));
    }
    if reading.title.is_empty() {
        return Err(Fault::argument("line", "the line is empty").help("say what happened"));
    }
    Ok(())
}

/// Refuses names that are not known, all of them at once.
fn all_known(plan: &Plan<'_>, reading: &Reading) -> Result<(), Fault> {
    let lists = [&reading.themes, &reading.actors, &reading.places];
    let unknown = lists
        .into_iter()
        .flatten()
        .filter(|it| it.found == Found::None);
    let faults: Vec<Fault> = unknown
        .map(|it| names::unknown(plan, it.list, &it.words))
        .collect();
    let (Some(first), more) = (
        faults.first(),
        faults.len() - usize::from(!faults.is_empty()),
    ) else {
        return Ok(());
    };
    if more == 0 {
        return Err(first.clone());
    }
    let messages: Vec<&str> = faults.iter().map(|it| it.message.as_str()).collect();
    let help = faults.iter().zip(&messages).map(|(fault, message)| {
        let name = message.trim_start_matches("there is no ");
        format!("{name}: {}", fault.help.as_deref().unwrap_or_default())
    });
    let mut fault = Fault::new(FaultCode::UnknownName, messages.join(", and "));
    fault.field.clone_from(&first.field);
    Err(fault.help(help.collect::<Vec<_>>().join("\n")))
}

/// Plans everything that the line says; gives the name of the step.
fn put(plan: &mut Plan<'_>, reading: Reading, args: &AddArgs) -> Result<String, Fault> {
    let id = EventId(plan.fresh());
    let handle = event_handle(plan, reading.kind);
    plan.note_added("event", id.0, &handle);
    let cited = cited(plan, &reading, args)?;
    let name = format!("Add {}", titled(&reading.title));
    for (named, is_cause) in [(&reading.causes, true), (&reading.effects, false)] {
        for it in named {
            link(plan, id, it, is_cause, cited, &reading)?;
        }
    }
    if let Some(source) = cited {
        cite(plan, source, Target::Event(id), &reading);
    }
    let event = event(plan, id, handle, reading);
    plan.put_event(event);
    Ok(name)
}

fn event(plan: &mut Plan<'_>, id: EventId, handle: String, reading: Reading) -> Event {
    let themes = reading.themes.iter();
    let themes = themes.map(|it| {
        ThemeId(one(it).unwrap_or_else(|| new_items::theme(plan, &new_name(it, false)).0))
    });
    let themes = themes.collect();
    let actors = reading.actors.iter();
    let actors = actors.map(|it| Participant {
        actor: ActorId(one(it).unwrap_or_else(|| new_items::actor(plan, &new_name(it, true)).0)),
        role: it.role.clone(),
    });
    let actors = actors.collect();
    let places = reading.places.iter();
    let places = places.map(|it| {
        PlaceId(one(it).unwrap_or_else(|| new_items::place(plan, &new_name(it, true)).0))
    });
    let places = places.collect();
    Event {
        kind: reading.kind,
        status: reading.status,
        date: reading.date,
        category: reading.category.as_ref().and_then(one).map(CategoryId),
        severity: reading.severity.unwrap_or(SEVERITY),
        tone: reading.tone.unwrap_or(Tone::Neutral),
        likelihood: reading.likelihood,
        confidence: reading.confidence,
        themes,
        actors,
        places,
        tags: reading.tags,
        ..Event::titled(id, handle, reading.title)
    }
}

fn one(named: &Named) -> Option<i64> {
    match named.found {
        Found::One(id) => Some(id),
        Found::Several(_) | Found::None => None,
    }
}

/// What a new name is called for reading. What was typed like a handle, in lower case and with hyphens, is written out:
/// `#shadow-fleet` becomes "Shadow fleet", `@kaja-kallas` "Kaja Kallas".
fn new_name(named: &Named, every_word: bool) -> String {
    let words = &named.words;
    if named.quoted || words.chars().any(char::is_uppercase) {
        return words.clone();
    }
    let mut start = true;
    words
        .chars()
        .map(|it| if matches!(it, '-' | '_') { ' ' } else { it })
        .map(|it| {
            let raise = start;
            start = every_word && it == ' ';
            if raise {
                it.to_uppercase().to_string()
            } else {
                it.to_string()
            }
        })
        .collect()
}

/// The source that is cited: a new one, the one of the line, the one that was given along, or the unnamed one of a bare grade. The
/// letter of the grade is the source's; a source that has another is not regraded on the fly.
fn cited(
    plan: &mut Plan<'_>,
    reading: &Reading,
    args: &AddArgs,
) -> Result<Option<SourceId>, Fault> {
    let named = reading.source.as_ref().and_then(one).map(SourceId);
    let id = match (named, args.source.as_deref()) {
        _ if !args.new_source.is_empty() => make_source(plan, &args.new_source)?,
        (Some(id), _) => id,
        (None, Some(words)) => names::source(plan, words)?,
        (None, None) => return Ok(unnamed(plan, reading)),
    };
    let Some(source) = plan.source(id).cloned() else {
        return Ok(Some(id));
    };
    match (source.reliability, reading.letter) {
        (None, Some(letter)) => plan.put_source(Source {
            reliability: Some(letter),
            ..source
        }),
        (Some(has), Some(letter)) if has != letter => {
            let message = format!("the source {} is graded {has}, not {letter}", source.handle);
            return Err(Fault::argument("line", message).help(
                "write only the digit, such as grade:2, or change the letter of the source",
            ));
        }
        _ => {}
    }
    Ok(Some(id))
}

fn unnamed(plan: &mut Plan<'_>, reading: &Reading) -> Option<SourceId> {
    let unnamed = Unnamed::of(reading)?;
    let known = plan.sources().find(|it| it.handle == unnamed.handle);
    if let Some(known) = known {
        return Some(known.id);
    }
    let source = Source {
        id: SourceId(plan.fresh()),
        handle: unnamed.handle,
        outlet: String::new(),
        title: unnamed.title,
        author: String::new(),
        published: None,
        read: None,
        address: String::new(),
        reliability: reading.letter,
    };
    let id = source.id;
    plan.note_added("source", id.0, &source.handle);
    plan.put_source(source);
    Some(id)
}

fn cite(plan: &mut Plan<'_>, source: SourceId, target: Target, reading: &Reading) {
    let citation = Citation {
        id: CitationId(plan.fresh()),
        source,
        target,
        quote: String::new(),
        locator: String::new(),
        credibility: reading.digit,
        stance: Stance::For,
    };
    let handle = plan.source(source).map(|it| it.handle.clone());
    plan.note_added("citation", citation.id.0, &handle.unwrap_or_default());
    plan.put_citation(citation);
}

/// A link of the usual type. What a source is cited for is reported, else it is the analyst's judgment.
fn link(
    plan: &mut Plan<'_>,
    event: EventId,
    named: &EventNamed,
    is_cause: bool,
    source: Option<SourceId>,
    reading: &Reading,
) -> Result<(), Fault> {
    let [other] = named.found.as_slice() else {
        return Ok(());
    };
    let types = &plan.base().link_types;
    let usual = types
        .iter()
        .find(|it| it.handle == USUAL_TYPE)
        .or(types.first());
    let Some(link_type) = usual.map(|it| it.handle.clone()) else {
        return Err(Fault::argument("line", "the workspace has no link types")
            .help("leave the arrow out, or make a new workspace, which has them"));
    };
    let (cause, effect) = if is_cause {
        (*other, event)
    } else {
        (event, *other)
    };
    let link = Link {
        id: LinkId(plan.fresh()),
        cause,
        effect,
        link_type,
        wording: String::new(),
        strength: None,
        confidence: Confidence::Moderate,
        lag_days: None,
        basis: if source.is_some() {
            Basis::Reported
        } else {
            Basis::Judged
        },
        note: String::new(),
        rivals: String::new(),
    };
    plan.note_added("link", link.id.0, &link.link_type);
    if let Some(source) = source {
        cite(plan, source, Target::Link(link.id), reading);
    }
    plan.put_link(link);
    Ok(())
}
