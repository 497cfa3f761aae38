//! The table of verbs: everything that the program can be asked to do, by the window and by the command line.

use api::call::{edge, typed};
use api::dto::{
    ActorRow, AddArgs, AddLinkArgs, BriefArgs, ChartArgs, CheckedArgs, CheckedFigure, Chosen,
    ChosenArgs, CiteArgs, CitedArgs, CitedLine, ClaimArgs, CompleteArgs, DateArgs, DateReply, Done,
    EditArgs, EditOneArgs, EventArgs, EventDetail, EventIds, EventRef, EventRow, ExportSetting,
    ExportSettings, Extent, Filter, FilterResult, FilterWordsArgs, FindArgs, FitReply, HeldNode,
    HistoryArgs, HistoryPage, Hits, HitsArgs, HoldArgs, IdsArgs, IdsOf, IdsOfArgs, InLane,
    InLaneArgs, IndexArgs, IndexPoint, IndexPointArgs, IndexReply, ItemArgs, ItemRow, ItemsArgs,
    LetGoArgs, LineArgs, LinkDetail, LinkDetailArgs, LinkReading, LinkRow, LinkRowArgs, ListArgs,
    ListSlice, LookAlike, LookAlikesArgs, LoopsReply, MakeArgs, MergeArgs, NameArgs, NoArgs,
    Overview, PageArgs, PathArgs, PathReply, PinsArgs, PresetRow, RedateArgs, Refreshed,
    RememberArgs, Remembered, RolesReply, RowArgs, RowPlace, RowsArgs, SearchArgs, SeriesRow,
    SetWeightArgs, SourceRow, SpanArgs, StepArgs, StepDetail, StudyArgs, StudyReply, Suggestion,
    ThemeRow, TreeArgs, TreeReply, Uncited, Undated, Understanding, VerbInfo, Vocabulary, WalkArgs,
    WeightsReply, WorkspaceArgs,
};
use api::typescript::Declarations;
use api::{Fault, FaultCode};
use serde::Serialize;
use serde_json::Value;

use crate::draw::wire::Drawn;
use crate::draw::{picture as drawn, walk, wire};
use crate::output::{brief, export};
use crate::read::{
    answers, date, event, filter_words, history, hits, in_lane, list, manage, numbers, overview,
    page, pins, search, undated,
};
use crate::session::Session;
use crate::write::travel;
use crate::{line, write};

/// What a verb does to the workspace and what it gives back.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    /// Reads; answers with JSON.
    Read(fn(&Session, Value) -> Result<Value, Fault>),
    /// Writes; answers with JSON.
    Write(fn(&mut Session, Value) -> Result<Value, Fault>),
    /// Reads; answers with a picture.
    Picture(fn(&Session, Value) -> Result<Drawn, Fault>),
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Verb {
    /// Its name.
    pub name: &'static str,
    /// One line.
    pub help: &'static str,
    pub(crate) run: Run,
    pub(crate) types: fn(&mut Declarations) -> (String, Option<String>),
}

impl Verb {
    /// "read", "write" or "picture".
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.run {
            Run::Read(_) => "read",
            Run::Write(_) => "write",
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
    (write $name:literal, $help:literal, $run:path: $args:ty => $reply:ty) => {
        Verb {
            name: $name,
            help: $help,
            run: Run::Write(|session, args| {
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
            run: Run::Picture(|session, args| {
                $run(session, typed::<$args>(args)?).map(Drawn::from)
            }),
            types: |into| (into.add::<$args>(), None),
        }
    };
}

/// Every verb, in the order of the help.
#[rustfmt::skip]
pub const VERBS: &[Verb] = &[
    verb!(read "workspace", "Workspace contents, with counts for filters", overview::workspace: NoArgs => Overview),
    verb!(read "filter", "Number of entries that match a filter, and of other choices", list::filter: ListArgs => FilterResult),
    verb!(read "event", "One event with its claims, causes, effects and sources", event::event: EventArgs => EventDetail),
    verb!(read "events", "Entries that match a filter, by date", list::events: RowsArgs => Vec<EventRow>),
    verb!(read "links", "Links between entries that match a filter", list::links: RowsArgs => Vec<LinkRow>),
    verb!(read "list", "A slice of the entries that match a filter, by date", page::page: PageArgs => ListSlice),
    verb!(read "row", "One event as a row, and its position among those that match a filter", page::row: RowArgs => RowPlace),
    verb!(read "chosen", "Given events as rows, if they match a filter", page::chosen: ChosenArgs => Chosen),
    verb!(read "passing", "Which of the given events match a filter", hits::passing: ChosenArgs => EventIds),
    verb!(read "hits", "Number of matching entries that start in each interval", hits::hits: HitsArgs => Hits),
    verb!(read "span", "First and last date of given entries", hits::span: SpanArgs => Option<Extent>),
    verb!(read "link_row", "One link as a row", page::link_row: LinkRowArgs => LinkRow),
    verb!(read "link_detail", "One link with its evidence, rivals and chains", answers::link_detail: LinkDetailArgs => LinkDetail),
    verb!(read "ids", "Ids of what matches a filter, up to a limit", page::ids: IdsOfArgs => IdsOf),
    verb!(read "present", "Which of the given events exist", page::present: IdsArgs => EventIds),
    verb!(read "walk", "The next entry by date or by lane", walk::walk: WalkArgs => Option<EventRef>),
    verb!(read "in_lane", "The fields that place a new event in a lane of the timeline", in_lane::in_lane: InLaneArgs => InLane),
    verb!(read "themes", "Themes with the number of entries", list::themes: ListArgs => Vec<ThemeRow>),
    verb!(read "actors", "Actors with the number of entries", list::actors: ListArgs => Vec<ActorRow>),
    verb!(read "sources", "Sources with the number of entries", list::sources: ListArgs => Vec<SourceRow>),
    verb!(read "search", "Entries that contain the words, best match first", search::search: SearchArgs => Vec<EventRef>),
    verb!(read "find", "The entry with this id, handle or title", search::find: FindArgs => EventRef),
    verb!(read "filter_words", "A typed filter as a filter", filter_words::filter_words: FilterWordsArgs => Filter),
    verb!(read "date", "How a typed date is understood", date::date: DateArgs => DateReply),
    verb!(read "verbs", "All verbs", verbs: NoArgs => Vec<VerbInfo>),
    verb!(read "vocabulary", "Choices that forms offer", manage::vocabulary: NoArgs => Vocabulary),
    verb!(read "items", "Themes, categories, actors, places or datasets, for editing", manage::items: ItemsArgs => Vec<ItemRow>),
    verb!(read "cited", "What a source is cited for", manage::cited: CitedArgs => Vec<CitedLine>),
    verb!(read "uncited", "Statements without a citation", manage::uncited: ListArgs => Uncited),
    verb!(read "undated", "Entries without a date, and the dates that their links imply", undated::undated: ListArgs => Undated),
    verb!(read "why", "Causes of an event, step by step", answers::why: TreeArgs => TreeReply),
    verb!(read "follows", "Effects of an event, step by step", answers::follows: TreeArgs => TreeReply),
    verb!(read "path", "Strongest causal chains from one event to another, and what would break them", answers::path: PathArgs => PathReply),
    verb!(read "drivers", "Key drivers, outcomes and bottlenecks", answers::drivers: ListArgs => RolesReply),
    verb!(read "loops", "Feedback loops among events and among themes", answers::loops: ListArgs => LoopsReply),
    verb!(read "check", "Contradictions between dates and links, and how to fix them", answers::check: ListArgs => FitReply),
    verb!(read "index", "The risk index by day, week or month", numbers::index: IndexArgs => IndexReply),
    verb!(read "index_point", "What one point of the index is made of: every entry with its share", numbers::index_point: IndexPointArgs => IndexPoint),
    verb!(read "weights", "Index weights", numbers::weights: NoArgs => WeightsReply),
    verb!(read "series", "Market and reference series", numbers::series: NoArgs => Vec<SeriesRow>),
    verb!(read "study", "Event study: abnormal changes of a series around events", numbers::study: StudyArgs => StudyReply),
    verb!(read "checked", "Figures of events, checked against the series", numbers::checked: CheckedArgs => Vec<CheckedFigure>),
    verb!(read "pins", "Pinned nodes of a causes chart, cause map or theme map", pins::pins: PinsArgs => Vec<HeldNode>),
    verb!(read "presets", "Page formats for exports", export::presets: NoArgs => Vec<PresetRow>),
    verb!(read "export_settings", "Saved export settings", export::export_settings: NoArgs => ExportSettings),
    verb!(read "history", "History, newest first", history::history: HistoryArgs => HistoryPage),
    verb!(read "step", "Changes of one step", history::step: StepArgs => StepDetail),
    verb!(read "understand", "How a quick-add line is understood", line::understand: LineArgs => Understanding),
    verb!(read "understand_link", "How a typed link is understood", line::understand_link: LineArgs => LinkReading),
    verb!(read "complete", "Completions for what is typed so far", line::complete: CompleteArgs => Vec<Suggestion>),
    verb!(read "look_alikes", "Possible duplicates of an entry", line::look_alikes: LookAlikesArgs => Vec<LookAlike>),
    verb!(write "add", "Add an event from one line", write::quick_add::add: AddArgs => Done),
    verb!(write "add_event", "Add an event from its fields", write::add_event: MakeArgs => Done),
    verb!(write "edit", "Set fields of events", write::edit: EditArgs => Done),
    verb!(write "redate", "Move events in time, or their start or end", write::redate: RedateArgs => Done),
    verb!(write "pin", "Pin or unpin events; the timeline shows pinned ones first", write::pin: IdsArgs => Done),
    verb!(write "hold", "Pin nodes of a causes chart, cause map or theme map", write::pins::hold: HoldArgs => Done),
    verb!(write "let_go", "Unpin nodes of a causes chart, cause map or theme map", write::pins::let_go: LetGoArgs => Done),
    verb!(write "remember", "Keep how a cause map or theme map was laid out", write::pins::remember: RememberArgs => Remembered),
    verb!(write "duplicate", "Copy events", write::duplicate: IdsArgs => Done),
    verb!(write "delete", "Delete events with their links, claims and citations", write::delete: IdsArgs => Done),
    verb!(write "merge_events", "Merge events, keeping all citations, claims and links", write::merge_events: MergeArgs => Done),
    verb!(write "link", "Link a cause to an effect", write::link: AddLinkArgs => Done),
    verb!(write "edit_link", "Set fields of a link", write::edit_link: EditOneArgs => Done),
    verb!(write "turn_links", "Swap cause and effect of links", write::turn_links: IdsArgs => Done),
    verb!(write "delete_links", "Delete links with their citations", write::delete_links: IdsArgs => Done),
    verb!(write "add_source", "Add a source", write::add_source: MakeArgs => Done),
    verb!(write "edit_source", "Set fields of a source", write::edit_source: EditOneArgs => Done),
    verb!(write "delete_sources", "Delete sources with their citations", write::delete_sources: IdsArgs => Done),
    verb!(write "cite", "Cite a source for an event, a field of it, a claim or a link", write::cite: CiteArgs => Done),
    verb!(write "edit_citation", "Set fields of a citation", write::edit_citation: EditOneArgs => Done),
    verb!(write "delete_citations", "Delete citations", write::delete_citations: IdsArgs => Done),
    verb!(write "claim", "Record a value that a source gives for a field", write::claim: ClaimArgs => Done),
    verb!(write "edit_claim", "Set fields of a claim; adopting it sets the event's field", write::edit_claim: EditOneArgs => Done),
    verb!(write "delete_claims", "Delete claims with their citations", write::delete_claims: IdsArgs => Done),
    verb!(write "add_item", "Add a theme, category, actor, place or dataset", write::add_item: ItemArgs => Done),
    verb!(write "edit_item", "Rename, recolor or re-parent a theme, category, actor, place or dataset", write::edit_item: ItemArgs => Done),
    verb!(write "merge_items", "Merge themes, categories, actors, places, datasets or sources", write::merge_items: MergeArgs => Done),
    verb!(write "order_themes", "Reorder themes and their lanes", write::order_themes: IdsArgs => Done),
    verb!(write "delete_item", "Delete an unused theme, category, actor, place or dataset", write::delete_item: ItemArgs => Done),
    verb!(write "set_workspace", "Rename the workspace or set its as-of day", write::set_workspace: WorkspaceArgs => Done),
    verb!(write "set_weight", "Set an index weight", write::set_weight: SetWeightArgs => Done),
    verb!(write "edit_series", "Set fields of a series", write::edit_series: EditOneArgs => Done),
    verb!(write "delete_series", "Delete series", write::delete_series: IdsArgs => Done),
    verb!(write "save_export_settings", "Save export settings under a name", export::save_export_settings: ExportSetting => Done),
    verb!(write "delete_export_settings", "Delete saved export settings", export::delete_export_settings: NameArgs => Done),
    verb!(write "remove_logo", "Remove the logo from exports", export::remove_logo: NoArgs => Done),
    verb!(write "undo", "Undo the last step", travel::undo: NoArgs => Done),
    verb!(write "redo", "Redo the last undone step", travel::redo: NoArgs => Done),
    verb!(write "restore", "Restore the state after a step, as a new step", travel::restore: StepArgs => Done),
    verb!(write "refresh", "Reload the file if another program has changed it", travel::refresh: NoArgs => Refreshed),
    verb!(picture "chart", "A chart of the workspace", drawn::chart: ChartArgs),
    verb!(picture "brief_pages", "The pages of the brief", brief::pages: BriefArgs),
];

/// Asks for a verb that answers with JSON.
///
/// # Errors
/// A [`Fault`] for the person who asked. Verbs that write need exclusive access to the session, so it is `&mut`.
pub fn call(session: &mut Session, verb: &str, args: Value) -> Result<Value, Fault> {
    match named(verb)?.run {
        Run::Write(run) => writing(session, |session| run(session, args)),
        Run::Read(_) | Run::Picture(_) => ask(session, verb, args),
    }
}

/// Asks for a verb that reads and answers with JSON; several may do so at once.
///
/// # Errors
/// A [`Fault`] for the person who asked, or when the verb [`writes`].
pub fn ask(session: &Session, verb: &str, args: Value) -> Result<Value, Fault> {
    let (what, how) = match named(verb)?.run {
        Run::Read(run) => {
            session.must_be_whole()?;
            return edge(|| run(session, args));
        }
        Run::Write(_) => ("writes", "it needs exclusive access to the session"),
        Run::Picture(_) => ("answers with a picture", "ask for it as a picture"),
    };
    let message = format!("\"{verb}\" {what}");
    Err(Fault::new(FaultCode::UnknownVerb, message).help(how))
}

/// True for a verb that writes and so needs exclusive access to the session.
#[must_use]
pub fn writes(verb: &str) -> bool {
    named(verb).is_ok_and(|it| matches!(it.run, Run::Write(_)))
}

/// Asks for a verb that answers with a picture: [`PICTURE_HEADER_BYTES`](crate::PICTURE_HEADER_BYTES) of `from_days`,
/// `to_days` (f64), `content_height_px` (f32), `drawn`, `earlier`, `later`, `state` (u32), and the bytes of the facts and of
/// the legend (u32), little-endian; then the facts as JSON ([`api::dto::PictureFacts`]), the legend as a scene if one was asked
/// for, and the scene. `state` is the number of the state of the workspace that was drawn; the reply to a
/// change has it too.
///
/// # Errors
/// A [`Fault`] for the person who asked.
pub fn picture(session: &Session, verb: &str, args: Value) -> Result<Vec<u8>, Fault> {
    match named(verb)?.run {
        Run::Picture(run) => edge(|| {
            session.must_be_whole()?;
            let picture = run(session, args)?;
            Ok(wire::bytes(picture, session.state()))
        }),
        Run::Read(_) | Run::Write(_) => Err(Fault::new(
            FaultCode::UnknownVerb,
            format!("\"{verb}\" does not answer with a picture"),
        )
        .help("ask for chart or brief_pages")),
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

/// Like [`edge`], for a verb that writes. The store rolls back what it has not committed by then.
fn writing<T>(
    session: &mut Session,
    work: impl FnOnce(&mut Session) -> Result<T, Fault>,
) -> Result<T, Fault> {
    session.begin_writing();
    let run = std::panic::AssertUnwindSafe(|| work(session));
    let done = std::panic::catch_unwind(run);
    done.unwrap_or_else(|_| {
        let told = std::panic::AssertUnwindSafe(|| session.after_mistake());
        Err(std::panic::catch_unwind(told).unwrap_or_else(|_| {
            Fault::new(FaultCode::Internal, "internal error, twice")
                .help("close the file and open it again. Please report what you did just before")
        }))
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

fn json<T: Serialize>(reply: &T) -> Result<Value, Fault> {
    serde_json::to_value(reply).map_err(|error| {
        Fault::new(
            FaultCode::Internal,
            format!("the reply cannot be written: {error}"),
        )
    })
}
