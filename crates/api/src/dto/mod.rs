//! What crosses the boundary: arguments in, replies out. The window's types are generated from here.
//!
//! Ids and words travel as the types of the model, which JSON knows as strings. Replies name things by the vocabulary of the design, in snake case.

mod answer;
mod args;
mod brief;
mod chart;
mod data;
mod date;
mod event;
mod export;
mod highlight;
mod history;
mod hits;
mod index;
mod link;
mod list;
mod manage;
mod overview;
mod page;
mod quick;
mod reply;
mod series;
mod study;
mod write;

pub use answer::{
    BranchLine, ChainLine, ContradictionLine, DateLine, FitReply, FixKind, FixLine, FollowsLine,
    LoopLine, LoopsReply, PathArgs, PathReply, RoleLine, RolesReply, TreeArgs, TreeReply,
};
pub use args::{
    DateArgs, EventArgs, Filter, FilterWordsArgs, FindArgs, ListArgs, NoArgs, SearchArgs,
};
pub use brief::BriefArgs;
pub use chart::{
    AllCharts, Arrange, CauseMapChart, CausesChart, Chart, ChartArgs, Focus, HeatChart, IndexChart,
    Look, MapAt, Near, OutlookChart, PaletteWord, PictureFacts, StudyChart, ThemesChart,
    TimeWindow, TimelineChart,
};
pub use data::{DataArgs, Exported};
pub use date::{DateDetail, DateQuestion, DateReply, DateShape};
pub use event::{
    ActorLine, CategoryLine, ClaimField, ClaimSource, ClaimValue, EventDetail, EventRef,
    FigureLine, LikelihoodLine, LinkLine, PlaceLine, SourceLine, ThemeTag,
};
pub use export::{
    ExportArgs, ExportSetting, ExportSettings, NameArgs, PageOptions, PresetRow, PreviewInfo,
    UnreadableSetting,
};
pub use highlight::Highlight;
pub use history::{ChangeLine, ChangedField, HistoryArgs, HistoryPage, StepDetail, StepLine};
pub use hits::{Hits, HitsArgs, SpanArgs};
pub use index::{
    IndexArgs, IndexPoint, IndexPointArgs, IndexReply, IndexRow, Scaling, SetWeightArgs, ShareLine,
    WeightRow, WeightsReply,
};
pub use link::{LinkDetail, LinkDetailArgs};
pub use list::{ActorRow, CitationRow, EventRow, LinkRow, ParticipantRow, SourceRow, ThemeRow};
pub use manage::{
    CitedArgs, CitedLine, GradeChoice, ItemRow, ItemsArgs, LikelihoodChoice, LinkTypeChoice,
    Uncited, UncitedLine, Undated, UndatedRow, Vocabulary, WorkspaceArgs,
};
pub use overview::{
    ActorCount, CategoryCount, DatasetCount, Extent, IdCount, KindCount, Overview, PlaceCount,
    SeverityCount, SourceCount, StatusCount, ThemeCount, ToneCount, WordCount,
};
pub use page::{
    Chosen, ChosenArgs, EventIds, IdsOf, IdsOfArgs, LinkRowArgs, ListSlice, PageArgs, RowArgs,
    RowPlace, RowsArgs, Toward, WalkArgs,
};
pub use quick::{
    CompleteArgs, EventRead, LineArgs, LinePart, LineProblem, LinkReading, LookAlike,
    LookAlikesArgs, NameRead, Suggestion, Understanding,
};
pub use reply::{FilterResult, VerbInfo};
pub use series::{
    CheckedArgs, CheckedFigure, SeriesExtent, SeriesFile, SeriesJoined, SeriesOffer,
    SeriesQuestion, SeriesReading, SeriesRow, TakeOffer, TakeSeries,
};
pub use study::{AbnormalLine, CarLine, StudiedLine, StudyArgs, StudyReply};
pub use write::{
    AddArgs, AddLinkArgs, Added, CiteArgs, ClaimArgs, DateEnd, Done, EditArgs, EditOneArgs,
    HeldNode, HoldArgs, IdsArgs, InLane, InLaneArgs, ItemArgs, LetGoArgs, MakeArgs, MergeArgs,
    PinsArgs, RedateArgs, Refreshed, RememberArgs, Remembered, SetField, StepArgs, Way,
};
