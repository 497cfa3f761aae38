//! The one table of verbs: what the program can be asked to do, by window and command line alike.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::check::Check;
use crate::dto::{
    ActorRow, CausesArgs, DateArgs, DateReply, EventArgs, EventDetail, EventRef, EventRow, Filter,
    FilterResult, FilterWordsArgs, FindArgs, LinkRow, ListArgs, NoArgs, Overview, SearchArgs,
    SourceRow, ThemeRow, TimelineArgs, VerbInfo,
};
use crate::types::Declarations;
use crate::{Fault, FaultCode, Session, detail, list, overview, pictures, search, when, words};

/// What a verb does to the workspace and what it gives back.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    /// Reads; answers with JSON.
    Read(fn(&Session, Value) -> Result<Value, Fault>),
    /// Reads; answers with a picture's bytes.
    Picture(fn(&Session, Value) -> Result<Vec<u8>, Fault>),
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Verb {
    /// What it is called by.
    pub name: &'static str,
    /// One line.
    pub help: &'static str,
    pub(crate) run: Run,
    pub(crate) types: fn(&mut Declarations) -> (String, Option<String>),
}

impl Verb {
    /// "read" or "picture".
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.run {
            Run::Read(_) => "read",
            Run::Picture(_) => "picture",
        }
    }
}

macro_rules! verb {
    (read $name:literal, $help:literal, $run:path: $args:ty => $reply:ty) => {
        Verb {
            name: $name,
            help: $help,
            run: Run::Read(|session, args| {
                let reply: $reply = $run(session, typed::<$args>(args)?)?;
                json(&reply)
            }),
            types: |into| (into.add::<$args>(), Some(into.add::<$reply>())),
        }
    };
    (picture $name:literal, $help:literal, $run:path: $args:ty) => {
        Verb {
            name: $name,
            help: $help,
            run: Run::Picture(|session, args| $run(session, typed::<$args>(args)?)),
            types: |into| (into.add::<$args>(), None),
        }
    };
}

/// Every verb, in the order of the help.
#[rustfmt::skip]
pub const VERBS: &[Verb] = &[
    verb!(read "workspace", "What the workspace holds, with counts to filter by", overview::workspace: NoArgs => Overview),
    verb!(read "filter", "Which entries pass a filter, and what other choices would show", list::filter: ListArgs => FilterResult),
    verb!(read "event", "One event with its claims, causes, effects and sources", detail::event: EventArgs => EventDetail),
    verb!(read "events", "Entries that pass a filter, in order of time", list::events: ListArgs => Vec<EventRow>),
    verb!(read "links", "Links between entries that pass a filter", list::links: ListArgs => Vec<LinkRow>),
    verb!(read "themes", "Themes with the number of entries", list::themes: ListArgs => Vec<ThemeRow>),
    verb!(read "actors", "Actors with the number of entries", list::actors: ListArgs => Vec<ActorRow>),
    verb!(read "sources", "Sources with the number of entries", list::sources: ListArgs => Vec<SourceRow>),
    verb!(read "search", "Entries that contain the words, best first", search::search: SearchArgs => Vec<EventRef>),
    verb!(read "find", "The one entry meant by an id, a handle or enough of its title", search::find: FindArgs => EventRef),
    verb!(read "filter_words", "The filter that is meant by typed words", words::filter_words: FilterWordsArgs => Filter),
    verb!(read "date", "How the words of a date are understood", when::date: DateArgs => DateReply),
    verb!(read "verbs", "What the program can be asked to do", verbs: NoArgs => Vec<VerbInfo>),
    verb!(picture "timeline", "Entries in lanes, true to time", pictures::timeline: TimelineArgs),
    verb!(picture "causes", "What led to what, true to time", pictures::causes: CausesArgs),
];

/// Asks for a verb that answers with JSON.
///
/// # Errors
/// A [`Fault`] for the person who asked. Verbs that write are given the session alone, so it is `&mut`.
pub fn call(session: &mut Session, verb: &str, args: Value) -> Result<Value, Fault> {
    match named(verb)?.run {
        Run::Read(run) => edge(|| run(session, args)),
        Run::Picture(_) => Err(Fault::new(
            FaultCode::UnknownVerb,
            format!("\"{verb}\" answers with a picture"),
        )
        .help("ask for it as a picture")),
    }
}

/// Asks for a verb that answers with a picture: 32 bytes of `from_days`, `to_days` (f64),
/// `content_height_px` (f32), `drawn`, `earlier`, `later` (u32), little-endian, then the scene.
///
/// # Errors
/// A [`Fault`] for the person who asked.
pub fn picture(session: &Session, verb: &str, args: Value) -> Result<Vec<u8>, Fault> {
    match named(verb)?.run {
        Run::Picture(run) => edge(|| run(session, args)),
        Run::Read(_) => Err(Fault::new(
            FaultCode::UnknownVerb,
            format!("\"{verb}\" does not answer with a picture"),
        )
        .help("ask for one of timeline, causes")),
    }
}

fn named(verb: &str) -> Result<&'static Verb, Fault> {
    VERBS.iter().find(|it| it.name == verb).ok_or_else(|| {
        let word: String = verb.chars().take(40).collect();
        Fault::new(
            FaultCode::UnknownVerb,
            format!("there is no verb \"{word}\""),
        )
        .help("ask for the list with \"verbs\"")
    })
}

/// Runs a verb so that a mistake of ours ends as a fault, not as the end of the program.
pub(crate) fn edge<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    // A verb that reads leaves nothing half done, and one that writes is rolled back by the store.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Fault::new(
            FaultCode::Internal,
            "the program made a mistake; nothing was changed",
        )
        .help("please report what you did just before"))
    })
}

fn verbs(_: &Session, _: NoArgs) -> Result<Vec<VerbInfo>, Fault> {
    let row = |verb: &Verb| VerbInfo {
        name: verb.name.to_owned(),
        kind: verb.kind().to_owned(),
        help: verb.help.to_owned(),
    };
    Ok(VERBS.iter().map(row).collect())
}

/// Arguments of the type that the verb takes. `null` stands for no arguments.
pub(crate) fn typed<T: DeserializeOwned + Check>(args: Value) -> Result<T, Fault> {
    let args = match args {
        Value::Null => Value::Object(serde_json::Map::new()),
        Value::Object(_) => args,
        // A list would be taken for the fields in their order, which nobody means.
        _ => {
            return Err(
                Fault::new(FaultCode::BadArgument, "the arguments are no object")
                    .help("name each argument, as in {\"words\": \"Geneva\"}"),
            );
        }
    };
    let args: T = serde_json::from_value(args).map_err(|error| {
        let words: String = error.to_string().chars().take(300).collect();
        Fault::new(FaultCode::BadArgument, words)
            .help("the arguments of every verb are listed in ui/src/api/generated.ts")
    })?;
    args.check()?;
    Ok(args)
}

fn json<T: Serialize>(reply: &T) -> Result<Value, Fault> {
    serde_json::to_value(reply).map_err(|error| {
        Fault::new(
            FaultCode::Internal,
            format!("the reply cannot be written: {error}"),
        )
    })
}
