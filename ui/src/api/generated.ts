// Made from crates/app by its tests; do not edit. To renew it:
//   FAULTLINE_UPDATE=1 cargo test -p app

/** One day of a study. */
export type AbnormalLine = {
  /** Trading days from the event. */
  offset: number,
  /** What the model does not explain, percent where changes are. */
  change: number,
  /** That in standard deviations. */
  t: number,
};

/** An actor and how many entries it is in, those of its parts included. */
export type ActorCount = {
  /** Identity. */
  id: ActorId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** What it belongs to. */
  parent: ActorId | null,
  /** Number of entries. */
  count: number,
};

/** Identity of an actor. */
export type ActorId = string;

/** An actor with its part in the event. */
export type ActorLine = {
  /** Identity. */
  id: ActorId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** From country down ("US › State Department"). */
  path: string,
  /** Role; may be empty. */
  role: string,
};

/** A row of `actors`. */
export type ActorRow = {
  /** Identity. */
  id: ActorId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** Handle of what it belongs to. */
  parent: string | null,
  /** From country down. */
  path: string,
  /** ISO 3166-1 alpha-2 code, its own or of what it belongs to; may be empty. */
  country: string,
  /** Entries that pass the filter, those of its parts included. */
  count: number,
};

/** Arguments of `add`. */
export type AddArgs = {
  /** The line of quick add. */
  line: string,
  /** Names that are not known become new themes, actors and places. */
  make_new?: boolean,
  /** Source that is cited for it, unless the line names one. */
  source?: string,
  /** Fields of a new source that is made and cited in the same step, in place of a name in the line that goes for none. */
  new_source?: Array<SetField>,
};

/** Arguments of `link`. */
export type AddLinkArgs = {
  /** Id of the cause. */
  cause: EventId,
  /** Id of the effect. */
  effect: EventId,
  /** The link in one line ("triggers high because AP says so"); fields in `set` come after it. */
  line?: string,
  /** Fields: type, wording, strength, confidence, `lag_days`, basis, note, rivals. */
  set?: Array<SetField>,
};

/** Something that was made. */
export type Added = {
  /** event, link, source, citation, claim, theme, category, actor, place or dataset. */
  kind: string,
  /** Identity. */
  id: string,
  /** Handle where it has one, else its name. */
  name: string,
};

/** Every chart but the study, one after the other: only for exports. */
export type AllCharts = {
  /** The timeline. */
  timeline?: TimelineChart,
  /** Causes and effects in time. */
  causes?: CausesChart,
  /** The cause map. */
  cause_map?: CauseMapChart,
  /** Themes or actors. */
  themes?: ThemesChart,
  /** The risk index. */
  index?: IndexChart,
  /** The index by theme and month. */
  heat?: HeatChart,
  /** What may happen. */
  outlook?: OutlookChart,
};

/** How the lanes of a timeline are arranged. */
export type Arrange = {
  /** Handles of themes, categories or actors whose parts share their lane. */
  fold?: Array<string>,
  /** Whether lanes stand in the order of their first date instead of by hand. */
  by_first?: boolean,
  /** Events: a lane for each, with what follows from it, in days since it. */
  since?: Array<EventId>,
};

/** What a link is based on. */
export type Basis = "reported" | "judged" | "assumed";

/** A chart on which nodes are pinned. */
export type Board = "causes" | "layers" | "layers-down" | "themes" | "actors";

/** A step of a tree, and what is behind it. */
export type BranchLine = {
  /** The cause, or the effect. */
  event: EventRef,
  /** The claims that say so, the strongest first, each with what is cited for it. */
  claims: Array<LinkLine>,
  /** "3 claims, 2 sources, 1 against"; empty for a single claim that nothing is cited against. */
  bundle: string,
  /** "+" or "-": whether all steps from here to the root together raise or lower it. */
  through: string,
  /** firm, fair, weak or thin: what all steps from here to the root together carry. */
  carried: string,
  /** "fits" or "order not known". */
  order: string,
  /** True when it is opened up elsewhere in the tree. */
  is_again: boolean,
  /** What is behind it, what carries most first. */
  branches: Array<BranchLine>,
  /** How many steps behind it are left out. */
  left_out: number,
};

/** The contents of a brief. */
export type BriefArgs = {
  /** The first day, in EDTF or words: "2025-06-02", "1 June 2025"; a month means its first day. */
  since: string,
  /** The last day; a month means its last day; absent: the as-of day, or today. */
  until?: string,
  /** Its parts in their order, of summary, happened, changed, coming, the charts timeline, causes, cause-map, themes, index, heat and outlook, sources, notes; absent: the usual ones. */
  parts?: Array<string>,
  /** Its title; absent: the workspace's name. */
  title?: string,
  /** Who wrote it, for the properties of a Word document; absent: the program. */
  author?: string,
  /** Handling mark: clear, green, amber, amber+strict or red of the Traffic Light Protocol, or words of one's own; absent: nothing is said. */
  handling?: string,
  /** Which entries. */
  filter?: Filter,
};

/** A window of a study. */
export type CarLine = {
  /** Cumulative abnormal return, percent where changes are. */
  car: number,
  /** Its t; null where there is none. */
  t: number | null,
  /** Days of the window that the series does not reach. */
  missing: number,
};

/** A category and how many entries it has, those of its parts included. */
export type CategoryCount = {
  /** Identity. */
  id: CategoryId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** The category it is part of. */
  parent: CategoryId | null,
  /** Number of entries. */
  count: number,
};

/** Identity of a category. */
export type CategoryId = string;

/** A category with the codes noted on the event. */
export type CategoryLine = {
  /** Identity. */
  id: CategoryId,
  /** Display name. */
  name: string,
  /** CAMEO code; may be empty. */
  cameo: string,
  /** PLOVER code; may be empty. */
  plover: string,
};

/** What leads to what, causes before effects, without an axis of time. */
export type CauseMapChart = {
  /** Only this part of the graph. */
  near?: Near,
  /** The part of the map that is shown; absent: all of it. */
  at?: MapAt,
  /** The direction in which it reads. */
  flow?: Flow,
  /** Whether indirect links, which chains of others imply, are drawn. */
  implied?: boolean,
  /** Themes whose events stand in one box each. */
  collapsed?: Array<ThemeId>,
  /** Events behind which everything that follows from nothing else drawn is collapsed and counted. */
  folded?: Array<EventId>,
};

/** What led to what, true to time. */
export type CausesChart = {
  /** Only this part of the graph. */
  near?: Near,
  /** Whether events of one theme stand together, in lanes. */
  theme_lanes?: boolean,
  /** Whether it shows order instead of distance in time: one column for each date that occurs. */
  order?: boolean,
};

/** A chain of causes. */
export type ChainLine = {
  /** Its events, from the first cause to the last effect. */
  events: Array<EventRef>,
  /** For each step the claims that say so, the strongest first; the event of each is the step's effect. */
  steps: Array<Array<LinkLine>>,
  /** firm, fair, weak or thin. */
  carried: string,
  /** "+" or "-": whether it raises or lowers what it leads to. */
  sign: Sign,
  /** Place of the weakest step. */
  weakest: number,
  /** Places of the steps for which no source speaks. */
  unsourced: Array<number>,
  /** Whether one source reports all of it, or it is combined from several. */
  told: string,
};

/** One thing that a step changed. */
export type ChangeLine = {
  /** What it is ("event E21, State Department orders …"). */
  what: string,
  /** added, removed or edited. */
  change: string,
  /** The event that it belongs to, if it still exists. */
  event: EventId | null,
  /** Its fields. */
  fields: Array<ChangedField>,
};

/** A field before and after, in words. */
export type ChangedField = {
  /** Which one. */
  field: string,
  /** What it held; null when there was nothing. */
  before: string | null,
  /** What it holds; null when there is nothing. */
  after: string | null,
};

/** Which chart, with what only it has. */
export type Chart = { "kind": "timeline" } & TimelineChart | { "kind": "causes" } & CausesChart | { "kind": "cause-map" } & CauseMapChart | { "kind": "themes" } & ThemesChart | { "kind": "index" } & IndexChart | { "kind": "study" } & StudyChart | { "kind": "heat" } & HeatChart | { "kind": "outlook" } & OutlookChart | { "kind": "all" } & AllCharts;

/** Arguments of `chart`, and what an export is drawn from. */
export type ChartArgs = {
  /** The screen that it is drawn on. Of an export the screen on which it was seen, so that a page shows the same part of a map; absent there: as much as the page has room for. */
  look?: Look,
  /** The window in time. A map of themes and a study have none. */
  window?: TimeWindow,
  /** What the analyst looks at. */
  focus?: Focus,
  /** What stands out while everything else is faded, on screen and in exports. Charts of numbers have no highlight. */
  highlight?: Highlight,
  /** Which entries. */
  filter?: Filter,
  /** As-of day; absent: the workspace's own. */
  as_of?: string,
  /** Which chart. */
  chart: Chart,
};

/** Arguments of `checked`. */
export type CheckedArgs = {
  /** Whose figures; absent: those of every event. */
  id?: EventId,
};

/** A figure of an event, checked against a series. */
export type CheckedFigure = {
  /** Whose figure. */
  event: EventRef,
  /** The name of the figure. */
  figure: string,
  /** Its value as printed, with its unit. */
  value: string,
  /** Handle of the series. */
  series: string,
  /** "holds", "does not hold" or "not checkable". */
  verdict: string,
  /** close, high or low. */
  basis: string,
  /** What the series says. */
  why: string,
};

/** Reply of `chosen`. */
export type Chosen = {
  /** Those that pass the filter, in the order asked for. */
  rows: Array<EventRow>,
  /** How many of the ids the filter hides. */
  hidden: number,
};

/** Arguments of `chosen`. */
export type ChosenArgs = {
  /** Which events, in what order; unknown ids are ignored. */
  ids: Array<EventId>,
  /** The filter in force. */
  filter?: Filter,
};

/** Identity of a citation. */
export type CitationId = string;

/** A citation. */
export type CitationRow = {
  /** Identity. */
  id: CitationId,
  /** Handle of the source. */
  source: string,
  /** Quote or paraphrase; may be empty. */
  quote: string,
  /** Place in the text; may be empty. */
  locator: string,
  /** Admiralty grade, as far as judged. */
  grade: string,
  /** "for" or "against". */
  stance: Stance,
};

/** Arguments of `cite`. Exactly one of `event`, `claim` and `link` is given. */
export type CiteArgs = {
  /** Id or handle of the source; absent for a new one. */
  source?: string,
  /** Fields of the source that are set in the same step: of a new one if no source is named. */
  source_set?: Array<SetField>,
  /** Id of the event. */
  event?: EventId,
  /** Id of the claim. */
  claim?: ClaimId,
  /** Id of the link. */
  link?: LinkId,
  /** With `event`: the field that the source speaks of; makes a claim of it. */
  field?: string,
  /** With `field`: the value that the source gives; what the event holds now if absent. */
  value?: string,
  /** Quote or paraphrase. */
  quote?: string,
  /** Place in the text. */
  locator?: string,
  /** Admiralty digit, "1" to "6"; absent is "not judged". */
  credibility?: Credibility,
  /** "for" or "against"; for if absent. */
  stance?: Stance,
};

/** Arguments of `cited`. */
export type CitedArgs = {
  /** Id of the source. */
  source: SourceId,
};

/** A statement that a source is cited for. */
export type CitedLine = {
  /** Identity of the citation. */
  citation: CitationId,
  /** event, claim or link. */
  kind: string,
  /** The event to show for it; the effect of a link. */
  event: EventRef,
  /** What is stated. */
  words: string,
  /** Quote or paraphrase; may be empty. */
  quote: string,
  /** Place in the text; may be empty. */
  locator: string,
  /** Admiralty grade, as far as judged; may be empty. */
  grade: string,
  /** "for" or "against". */
  stance: Stance,
};

/** Arguments of `claim`. */
export type ClaimArgs = {
  /** Id of the event. */
  event: EventId,
  /** Which field. */
  field: string,
  /** The value that is claimed. */
  value: string,
  /** True to adopt it. */
  adopt?: boolean,
};

/** A field on which sources disagree, with every claim kept. */
export type ClaimField = {
  /** Which field, in the analyst's words. */
  field: string,
  /** What is claimed, the adopted value first. */
  values: Array<ClaimValue>,
};

/** Identity of a claim. */
export type ClaimId = string;

/** A source as named beside a claim. */
export type ClaimSource = {
  /** Identity of the citation. */
  citation: CitationId,
  /** Its number in exports. */
  number: number,
  /** Handle ("S1"). */
  handle: string,
  /** Admiralty grade, as far as judged ("B2", "B"). */
  grade: string,
};

/** One claimed value. */
export type ClaimValue = {
  /** Identity of the claim. */
  id: ClaimId,
  /** The value. */
  value: string,
  /** True for the adopted one. */
  adopted: boolean,
  /** Sources for it. */
  sources: Array<ClaimSource>,
  /** Sources against it. */
  against: Array<ClaimSource>,
};

/** Arguments of `complete`. */
export type CompleteArgs = {
  /** theme, actor, place, category, event, source, dataset, `link_type`, tag or status. */
  kind: string,
  /** What is typed so far; may be empty. */
  words: string,
  /** At most this many, 1 to 50; 8 if absent. */
  limit?: number,
};

/** Confidence in a judgment. */
export type Confidence = "low" | "moderate" | "high";

/** Links and dates that cannot all be right. */
export type ContradictionLine = {
  /** What is wrong, in a sentence. */
  told: string,
  /** The links, in the order of the chain. */
  links: Array<LinkRow>,
  /** The dates that contribute to it. */
  dates: Array<DateLine>,
  /** Ids of all events that it touches. */
  events: Array<EventId>,
  /** What would resolve it. */
  fixes: Array<FixLine>,
};

/** Admiralty grade of a statement. */
export type Credibility = "1" | "2" | "3" | "4" | "5" | "6";

/** What of the workspace is written for other programs. */
export type DataArgs = {
  /** json, csv, xlsx, ics, graphml, gexf, dot, geojson, timelinejs or md; absent: by the ending of the file's name. */
  format?: string,
  /** Of a CSV: events, links or citations; events if absent. */
  table?: string,
  /** Which entries; JSON always holds everything. */
  filter?: Filter,
};

/** A dataset and how many entries it has. */
export type DatasetCount = {
  /** Identity. */
  id: DatasetId,
  /** Display name. */
  name: string,
  /** Whether it shows when the workspace opens. */
  on: boolean,
  /** Number of entries. */
  count: number,
};

/** Identity of a dataset. */
export type DatasetId = string;

/** Arguments of `date`. */
export type DateArgs = {
  /** A date as a person writes it ("early May 2025"). */
  words: string,
};

/** A fuzzy date: the words, the EDTF and the bounds. A bound that is not known is null. */
export type DateDetail = {
  /** The date in words: as typed, or as understood if the typed words count from the day they were typed. */
  words: string,
  /** The words as typed ("yesterday"), where they are others; may be empty. */
  typed: string,
  /** The words the program would use for it. */
  in_words: string,
  /** EDTF. */
  edtf: string,
  /** Earliest start, ISO 8601. */
  start_earliest: string | null,
  /** Latest start. */
  start_latest: string | null,
  /** Earliest end; the same as the start's for a single date. */
  end_earliest: string | null,
  /** Latest end. */
  end_latest: string | null,
  /** How it is drawn, in every picture of it. */
  shape: DateShape,
  /** Why the date is what it is; may be empty. */
  note: string,
};

/** Which end of an event is dragged. */
export type DateEnd = "both" | "start" | "end";

/** A date that contributes to a contradiction. */
export type DateLine = {
  /** Whose. */
  event: EventRef,
  /** "not before" or "not after". */
  side: string,
};

/** What to ask the analyst about an ambiguous date. */
export type DateQuestion = {
  /** The question. */
  question: string,
  /** The readings, the likeliest first. */
  choices: Array<DateDetail>,
};

/** The result of reading a date. */
export type DateReply = { "understood": DateDetail } | { "ask": DateQuestion };

/** How a date is drawn. */
export type DateShape = "day" | "within" | "one-of" | "about" | "span";

/** Whether the dates of cause and effect agree with a link. */
export type DatesVerdict = "fits" | "not-known" | "impossible";

/** A civil day, ISO 8601. */
export type Day = string;

/** Reply of every verb that writes. */
export type Done = {
  /** Number of its step in the history; null when nothing changed. */
  step: number | null,
  /** Number of the state that the workspace is in now; pictures of it carry the same number or a greater one. */
  state: number,
  /** What was done, in plain words ("Re-date “Geneva talks”"). */
  name: string,
  /** Ids of the events that changed, came or went. */
  events: Array<EventId>,
  /** Ids of the links that changed, came or went. */
  links: Array<LinkId>,
  /** What is new, the thing asked for first. */
  added: Array<Added>,
  /** Name of the step that undo takes back now. */
  undo: string | null,
  /** Name of the step that redo brings back now. */
  redo: string | null,
};

/** Arguments of `edit`. */
export type EditArgs = {
  /** Ids of the events. */
  events: Array<EventId>,
  /** Fields, the same for all of them. */
  set: Array<SetField>,
  /** Names that are not known become new themes, actors and places. */
  make_new?: boolean,
};

/** Arguments of `edit_link`, `edit_source`, `edit_citation`, `edit_claim`. */
export type EditOneArgs = {
  /** Which one. */
  id: string,
  /** Its fields. */
  set: Array<SetField>,
};

/** Arguments of `event`. */
export type EventArgs = {
  /** Which event. */
  id: EventId,
  /** Datasets whose entries may be named beside it, as in [`Filter::datasets`]. */
  datasets?: Array<DatasetId>,
};

/** Reply of `event`. */
export type EventDetail = {
  /** Identity. */
  id: EventId,
  /** Handle ("E21"). */
  handle: string,
  /** Event, condition, assessment or scenario. */
  kind: Kind,
  /** Status word. */
  status: Status,
  /** One line. */
  title: string,
  /** Markdown; may be empty. */
  summary: string,
  /** When; null for what has no date. */
  date: DateDetail | null,
  /** Name of the category. */
  category: CategoryLine | null,
  /** 1 to 5. */
  severity: number,
  /** Tone word. */
  tone: Tone,
  /** Likelihood word and band, if stated or judged. */
  likelihood: LikelihoodLine | null,
  /** Low, moderate or high, if judged. */
  confidence: Confidence | null,
  /** Admiralty grade of the first citation that is judged on both counts ("B2"). */
  grade: string | null,
  /** The same in words ("usually reliable, probably true"); empty without a grade. */
  grade_words: string,
  /** Themes, the leading one first. */
  themes: Array<ThemeTag>,
  /** Who takes part, the leading one first. */
  actors: Array<ActorLine>,
  /** Where. */
  places: Array<PlaceLine>,
  /** Numbers stated with it. */
  figures: Array<FigureLine>,
  /** Free words. */
  tags: Array<string>,
  /** Fields on which sources disagree. */
  claims: Array<ClaimField>,
  /** What led to it. */
  causes: Array<LinkLine>,
  /** What it leads to. */
  effects: Array<LinkLine>,
  /** What is cited for it and its claims, by number. */
  sources: Array<SourceLine>,
  /** Name of its dataset; null for the chronology itself. */
  dataset: string | null,
  /** For an entry of a dataset: the event it tells more about. */
  concerns: EventRef | null,
  /** Entries of shown datasets that tell more about this one. */
  further: Array<EventRef>,
};

/** Identity of an event. */
export type EventId = string;

/** Ids of events, in the order asked for. */
export type EventIds = Array<EventId>;

/** An event in the line. */
export type EventRead = {
  /** As typed. */
  words: string,
  /** The one that is meant; null when none or several are. */
  event: EventRef | null,
  /** What may be meant. */
  candidates: Array<EventRef>,
};

/** An event as named in a line about another. */
export type EventRef = {
  /** Identity. */
  id: EventId,
  /** Handle. */
  handle: string,
  /** One line. */
  title: string,
  /** Date in words; empty for what has no date. */
  date_words: string,
  /** Tone word. */
  tone: Tone,
  /** 1 to 5. */
  severity: number,
  /** Status word. */
  status: Status,
};

/** A row of `events`. */
export type EventRow = {
  /** Identity. */
  id: EventId,
  /** Handle ("E21"). */
  handle: string,
  /** Event, condition, assessment or scenario. */
  kind: Kind,
  /** Status word. */
  status: Status,
  /** One line. */
  title: string,
  /** Markdown; may be empty. */
  summary: string,
  /** When; null for what has no date. */
  date: DateDetail | null,
  /** Handle of the category. */
  category: string | null,
  /** 1 to 5. */
  severity: number,
  /** Tone word. */
  tone: Tone,
  /** Likelihood word, if stated or judged. */
  likelihood: string | null,
  /** Confidence word, if judged. */
  confidence: Confidence | null,
  /** Handles of themes, the leading one first. */
  themes: Array<string>,
  /** Who takes part, the leading one first. */
  actors: Array<ParticipantRow>,
  /** Names of places. */
  places: Array<string>,
  /** Numbers stated with it. */
  figures: Array<FigureLine>,
  /** Free words. */
  tags: Array<string>,
  /** What is cited for it. */
  citations: Array<CitationRow>,
  /** Name of its dataset; null for the chronology itself. */
  dataset: string | null,
};

/** What an export is asked for. */
export type ExportArgs = {
  /** The page around it. */
  page?: PageOptions,
  /** What is drawn. */
  chart: ChartArgs,
};

/** Named settings of an export: everything it was asked with. */
export type ExportSetting = {
  /** Their name. */
  name: string,
  /** What is asked with them. */
  args: ExportArgs,
};

/** Reply of `export_settings`. */
export type ExportSettings = {
  /** Those that can be used, in the order of their names. */
  settings: Array<ExportSetting>,
  /** Those that this program cannot read, and why. */
  unreadable: Array<UnreadableSetting>,
};

/** Reply of an export. */
export type Exported = {
  /** Name of the file, without folders. */
  file_name: string,
  /** Its size. */
  bytes: number,
  /** What the format could not hold, in sentences without a full stop. */
  left_out: Array<string>,
  /** Of pictures, what each chart says of its own completeness ("36 of 43 linked entries named."), where it says anything; empty for data. */
  counts: Array<string>,
};

/** A stretch of time in days since 1970-01-01. */
export type Extent = {
  /** Where it begins. */
  from_days: number,
  /** Where it ends. */
  to_days: number,
};

/** What went wrong, where, and what to do. Holds no SQL and no folder of the machine. */
export type Fault = {
  /** What kind. */
  code: FaultCode,
  /** What went wrong, one sentence without a full stop. */
  message: string,
  /** What to do about it. */
  help: string | null,
  /** Which argument it is about (`filter.severity_min`). */
  field: string | null,
};

/** What sort of thing went wrong. A closed list: the window acts on some of them. */
export type FaultCode = "unknown_verb" | "bad_argument" | "not_found" | "ambiguous" | "unknown_name" | "exists" | "file" | "damaged" | "internal";

/** A number stated with an event. */
export type FigureLine = {
  /** What is counted. */
  name: string,
  /** As printed. */
  value: string,
  /** Unit; may be empty. */
  unit: string,
};

/** Which entries are wanted. An empty list asks for no restriction. */
export type Filter = {
  /** Ids of themes: any of them, or of the themes under them. */
  themes?: Array<ThemeId>,
  /** Status words: any of them. */
  statuses?: Array<Status>,
  /** Least severity, 1 to 5; 0 or 1 asks for all. */
  severity_min?: number,
  /** Ids of actors: any of them, or of the actors under them. */
  actors?: Array<ActorId>,
  /** Ids of places: any of them. */
  places?: Array<PlaceId>,
  /** Ids of sources: entries for which, or for a claim on which, any of them is cited. */
  sources?: Array<SourceId>,
  /** Ids of categories: any of them, or of the categories under them. */
  categories?: Array<CategoryId>,
  /** Kinds: any of event, condition, assessment, scenario. */
  kinds?: Array<Kind>,
  /** Tags: any of them; case and accents do not matter. */
  tags?: Array<string>,
  /** First day of a period, ISO 8601: entries that may lie in it. What has no date does not. */
  from?: Day,
  /** Last day of the period. */
  to?: Day,
  /** Words that must all occur in title, summary, actors or places; case, accents, points and hyphens do not matter. */
  words?: string,
  /** Words of a search: as `words`, and outlets and titles of cited sources count too. */
  found?: string,
  /** Ids of datasets shown beside the chronology. Absent: those that are on when the workspace opens. An empty list shows the chronology alone. */
  datasets?: Array<DatasetId>,
};

/** Reply of `filter`. A facet's counts heed every other part of the filter but not its own, so they say what choosing a value would show. */
export type FilterResult = {
  /** Entries that pass. */
  shown: number,
  /** Entries of the chronology and the shown datasets. */
  total: number,
  /** Entries that do not pass: `total - shown`. */
  hidden: number,
  /** Per theme, subthemes included. */
  themes: Array<IdCount>,
  /** Per status. */
  statuses: Array<StatusCount>,
  /** Per tone. */
  tones: Array<ToneCount>,
  /** Per severity. */
  severities: Array<SeverityCount>,
  /** Per actor, its parts included. */
  actors: Array<IdCount>,
  /** Per place. */
  places: Array<IdCount>,
  /** Per source. */
  sources: Array<IdCount>,
  /** Per category, its parts included. */
  categories: Array<IdCount>,
  /** Per kind. */
  kinds: Array<KindCount>,
  /** Per tag, the most frequent ones. */
  tags: Array<WordCount>,
};

/** Arguments of `filter_words`. */
export type FilterWordsArgs = {
  /** A filter as it is typed: `theme:tariffs status:planned severity:4 actor:US words`. */
  words: string,
};

/** Arguments of `find`. */
export type FindArgs = {
  /** An id, a handle or enough of a title. */
  event: string,
};

/** Reply of `check`. */
export type FitReply = {
  /** What cannot all be right, the simplest first. */
  contradictions: Array<ContradictionLine>,
  /** Links whose order the dates leave open. */
  unknown: Array<LinkRow>,
  /** How many links are in order whatever their dates mean exactly. */
  fine: number,
  /** What follows for events whose date is loose or missing. */
  follows: Array<FollowsLine>,
  /** The answer in a sentence. */
  told: string,
};

/** What kind of fix. */
export type FixKind = "widen" | "retype" | "drop";

/** Something that would resolve a contradiction. */
export type FixLine = {
  /** What kind. */
  kind: FixKind,
  /** Id of the event or the link. */
  id: string,
  /** The date in words, or the handle of the type; empty for what goes. */
  value: string,
  /** EDTF of that date; empty otherwise. */
  edtf: string,
  /** What it does, in words. */
  told: string,
};

/** The direction in which a cause map reads. */
export type Flow = "auto" | "down" | "right";

/** What the analyst looks at. */
export type Focus = {
  /** The selected event. An export of a timeline draws its links; elsewhere a selection is for the screen. */
  selected?: EventId,
  /** The event under the pointer. */
  hovered?: EventId,
  /** The selected link. */
  selected_link?: LinkId,
  /** The link under the pointer. */
  hovered_link?: LinkId,
};

/** What follows for an event from its links. */
export type FollowsLine = {
  /** Which event. */
  event: EventRef,
  /** "must be between 5 and 12 May 2025". */
  told: string,
  /** Ids of the links from which it follows. */
  because: Array<string>,
};

/** What a picture is written as. */
export type Format = "png" | "svg" | "pdf";

/** A letter or digit of a grade. */
export type GradeChoice = {
  /** "B", "2". */
  mark: string,
  /** "usually reliable". */
  words: string,
};

/** What the nodes of a map of groups stand for. */
export type GroupsBy = "theme" | "actor";

/** The index by theme and month. */
export type HeatChart = {
  /** Only by sources published until this day. */
  known_on?: string,
};

/** A node of a chart and the slot that it is put into. */
export type HeldNode = {
  /** Id of the event, theme or actor that it stands for. */
  id: string,
  /** Its row, from 0, counted in the direction in which the chart reads; 2.5 is a new one between the third and the fourth. */
  row: number,
  /** Id of the node right before it in its row; absent: it is the first there. Of no account on the causal chart, where the date decides. */
  after?: string,
};

/** Which answer stands out. Its entries and links are those of the answer's list, of what passes the chart's filter. */
export type Highlight = { "answer": "path",
  /** Where they begin. */
  from: EventId,
  /** Where they lead. */
  to: EventId,
  /** At most so many chains, 1 to 20; 3 if absent. */
  most?: number, } | { "answer": "loop",
  /** Its place in `loops`, from 1. */
  number: number, } | { "answer": "loop-through",
  /** The event. */
  event: EventId, } | { "answer": "theme-loop",
  /** Its place in `loops`, from 1. */
  number: number, } | { "answer": "why",
  /** The event. */
  event: EventId,
  /** Over how many steps, 1 to 9; 3 if absent. */
  steps?: number, } | { "answer": "follows",
  /** The event. */
  event: EventId,
  /** Over how many steps, 1 to 9; 3 if absent. */
  steps?: number, } | { "answer": "drivers" };

/** Arguments of `history`. */
export type HistoryArgs = {
  /** Only steps that touched this event. */
  event?: EventId,
  /** Only steps with a smaller number, for the next page. */
  before?: number,
  /** At most this many, 1 to 1,000; 100 if absent. */
  limit?: number,
};

/** Reply of `history`, newest first. */
export type HistoryPage = {
  /** The steps. */
  steps: Array<StepLine>,
  /** True when there are older ones. */
  more: boolean,
  /** Number of the step we are at; 0 is the empty beginning. */
  now: number,
  /** Name of the step that undo takes back. */
  undo: string | null,
  /** Name of the step that redo brings back. */
  redo: string | null,
};

/** Reply of `hits`. */
export type Hits = {
  /** Entries that pass, wherever they lie. */
  total: number,
  /** For each bin how many begin in it. */
  bins: Array<number>,
  /** Place of the event asked about among them in order of time, from 0; null when it is none of them. */
  place: number | null,
};

/** Arguments of `hits`. */
export type HitsArgs = {
  /** Which entries. */
  filter?: Filter,
  /** Where the first bin begins, in days since 1970-01-01. */
  from_days: number,
  /** Where the last bin ends; later than the first begins. */
  to_days: number,
  /** How many bins of the same length, 1 to 500. */
  bins: number,
  /** An event whose place among them is wanted. */
  at?: EventId,
};

/** Arguments of `hold`. */
export type HoldArgs = {
  /** causes, layers (the cause map), layers-down (top down), themes or actors. */
  on: Board,
  /** Which nodes, and where each is put. */
  nodes: Array<HeldNode>,
};

/** An id and how many entries belong to it. */
export type IdCount = {
  /** Identity. */
  id: string,
  /** Number of entries. */
  count: number,
};

/** Arguments of verbs that take ids and nothing else (`delete`, `duplicate`, `delete_links` …). */
export type IdsArgs = {
  /** Which ones. */
  ids: Array<string>,
};

/** Reply of `ids`. */
export type IdsOf = {
  /** Entries that pass. */
  total: number,
  /** Their ids in order of time; empty when they are more than asked for. */
  ids: Array<EventId>,
};

/** Arguments of `ids`. */
export type IdsOfArgs = {
  /** Which entries. */
  filter?: Filter,
  /** None are given when more than this pass, up to 100,000. */
  most: number,
};

/** Reply of `in_lane`: what puts a new event into a lane. */
export type InLane = {
  /** In words ("In the theme Tariffs"); empty where there is one lane for all. */
  words: string,
  /** The fields to set. */
  set: Array<SetField>,
};

/** Arguments of `in_lane`. */
export type InLaneArgs = {
  /** What the lanes of the timeline stand for. */
  lanes: LanesBy,
  /** The lane, as its header says it; empty for that of everything else ("No theme"). */
  lane: string,
};

/** Arguments of `index`. */
export type IndexArgs = {
  /** Which entries. */
  filter?: Filter,
  /** Its scale. */
  scaling?: Scaling,
  /** First day, ISO 8601; absent: the first that has a number. */
  from?: string,
  /** Last day; absent: the as-of day, else the last entry's. */
  to?: string,
  /** How far apart rows are; a day if absent. */
  by?: Step,
};

/** The risk index over time, with series. */
export type IndexChart = {
  /** The scale of its numbers. */
  scaling?: Scaling,
  /** Ids or handles of up to 6 series. */
  series?: Array<string>,
  /** The day at which values are read, ISO 8601. */
  at?: string,
  /** Whether only a strip is drawn, for under the timeline: so many pixels wide at the left for the heads of lanes. */
  strip_left_px?: number,
};

/** Reply of `index_point`. */
export type IndexPoint = {
  /** The day, ISO 8601. */
  day: string,
  /** The day in words. */
  day_words: string,
  /** Escalation as a sum of weights; the shares of the entries add up to it. */
  escalation: number,
  /** De-escalation. */
  deescalation: number,
  /** Escalation less de-escalation. */
  net: number,
  /** The difference by what is known today; only where the question is of an earlier day. */
  net_today?: number,
  /** The entries, what weighs most first. */
  shares: Array<ShareLine>,
  /** How many entries more there are, and what they add to each part. */
  more: number,
  /** Escalation of those. */
  more_escalation: number,
  /** De-escalation of those. */
  more_deescalation: number,
};

/** Arguments of `index_point`. */
export type IndexPointArgs = {
  /** The day, ISO 8601. */
  day: string,
  /** Which entries. */
  filter?: Filter,
  /** Only by sources published until this day. */
  known_on?: string,
  /** At most this many entries, 1 to 1,000; 100 if absent. */
  most?: number,
};

/** Reply of `index`. */
export type IndexReply = {
  /** The unit of the numbers. */
  unit: string,
  /** The formula and what the weights are, in sentences. */
  formula: Array<string>,
  /** What does not weigh, and why, in sentences. */
  left_out: Array<string>,
  /** The numbers, at most 10,000 of them. */
  rows: Array<IndexRow>,
  /** How many rows are left out at the beginning. */
  earlier: number,
};

/** The index of a day. */
export type IndexRow = {
  /** The day, ISO 8601. */
  day: string,
  /** Escalation; null where the scale has no number. */
  escalation: number | null,
  /** De-escalation. */
  deescalation: number | null,
  /** Escalation less de-escalation. */
  net: number | null,
  /** Entries that begin in the week that ends on the day. */
  attention: number,
};

/** Arguments of `add_item`, `edit_item` and `delete_item`. */
export type ItemArgs = {
  /** themes, categories, actors, places or datasets. */
  list: string,
  /** Which one; absent for `add_item`. */
  id?: string,
  /** Fields: name, handle, parent, hue, country, cameo, plover, `latitude_deg`, `longitude_deg`, on. */
  set?: Array<SetField>,
};

/** A row of `items`. Fields that the list does not have are null. */
export type ItemRow = {
  /** Identity. */
  id: string,
  /** Handle; null for places and datasets. */
  handle: string | null,
  /** Display name. */
  name: string,
  /** Id of what it is part of. */
  parent: string | null,
  /** How deep it stands in the tree; 0 at the top. Rows come in the order of the tree. */
  depth: number,
  /** Name of its hue. */
  hue: string | null,
  /** ISO country code; may be empty. */
  country: string | null,
  /** CAMEO code; may be empty. */
  cameo: string | null,
  /** PLOVER type; may be empty. */
  plover: string | null,
  /** Degrees north. */
  latitude_deg: number | null,
  /** Degrees east. */
  longitude_deg: number | null,
  /** For datasets: whether it shows when the workspace opens. */
  on: boolean | null,
  /** How many events refer to it, those of its parts not counted. */
  uses: number,
};

/** Arguments of `items`. */
export type ItemsArgs = {
  /** themes, categories, actors, places or datasets. */
  list: string,
};

/** Kind of entry. */
export type Kind = "event" | "condition" | "assessment" | "scenario";

/** How many entries are of a kind. */
export type KindCount = {
  /** Its word. */
  word: Kind,
  /** How many. */
  count: number,
};

/** What the lanes of a timeline stand for. */
export type LanesBy = "theme" | "category" | "actor" | "country" | "status" | "none";

/** Arguments of `let_go`. */
export type LetGoArgs = {
  /** causes, layers (the cause map), layers-down (top down), themes or actors. */
  on: Board,
  /** Ids of what the nodes stand for; none: all of the chart. */
  ids?: Array<string>,
};

/** A likelihood word. */
export type LikelihoodChoice = {
  /** The word. */
  word: string,
  /** Lower end, percent. */
  low_percent: number,
  /** Upper end, percent. */
  high_percent: number,
};

/** A likelihood word with its band, percent. */
export type LikelihoodLine = {
  /** The word. */
  word: string,
  /** Lower end, percent; null when no scale knows the word. */
  low_percent: number | null,
  /** Upper end, percent. */
  high_percent: number | null,
};

/** Arguments of `understand` and `understand_link`. */
export type LineArgs = {
  /** The line, as far as it is typed. */
  line: string,
};

/** A part of the line and what it means. Positions count UTF-16 units, as the window does. */
export type LinePart = {
  /** Where it begins. */
  from: number,
  /** Where it ends. */
  to: number,
  /** date, title, theme, actor, place, category, tag, severity, status, kind, tone, likelihood, confidence, grade, source, cause or effect. */
  kind: string,
  /** What it means ("1 to 15 May 2025", "US–China trade", "new theme"); may be empty. */
  means: string,
};

/** Something in the line that cannot be saved. */
export type LineProblem = {
  /** Where it begins, in UTF-16 units. */
  from: number,
  /** Where it ends. */
  to: number,
  /** What is wrong. */
  message: string,
  /** What to do. */
  help: string,
};

/** Reply of `link_detail`. */
export type LinkDetail = {
  /** The cause. */
  cause: EventRef,
  /** The link as listed under its cause: its event is the effect. */
  link: LinkLine,
  /** The claim in a sentence: "“Talks open” leads to “Curbs are eased”." */
  claim: string,
  /** How sure it is and on what basis: "Raises it; moderate confidence, reported, about 2 weeks later (11 to 17 days)." */
  standing: string,
  /** Whether the dates of its ends agree with it. */
  dates: DatesVerdict,
  /** The same in a sentence. */
  dates_told: string,
  /** The best quote for it, else against it: of the citation with the best grade; null if nothing is quoted. */
  quote: SourceLine | null,
  /** Other claims from the same cause to the same effect. */
  beside: Array<LinkLine>,
  /** Rival explanations: other links to its effect that carry the same word. Their event is the cause. */
  rivals: Array<LinkLine>,
  /** All other links to its effect. Their event is the cause. */
  other_causes: Array<LinkLine>,
  /** How many events lead to its cause over any number of steps. */
  before: number,
  /** How many events follow from its effect over any number of steps. */
  after: number,
};

/** Arguments of `link_detail`. */
export type LinkDetailArgs = {
  /** Which link. */
  id: LinkId,
  /** Among which entries other causes and chains are looked for; the link itself is found in any case. */
  filter?: Filter,
};

/** Identity of a link. */
export type LinkId = string;

/** A link seen from one of its ends. */
export type LinkLine = {
  /** Identity of the link. */
  id: LinkId,
  /** The other end. */
  event: EventRef,
  /** Handle of the type. */
  link_type: string,
  /** The type in words, read from cause to effect. */
  label: string,
  /** The analyst's wording; may be empty. */
  wording: string,
  /** "+", "-" or "0". */
  sign: Sign,
  /** Strength word, if judged. */
  strength: Strength | null,
  /** Confidence word. */
  confidence: Confidence,
  /** Days from cause to effect, if stated. */
  lag_days: number | null,
  /** The same in words ("about 2 weeks later (11 to 17 days)"); empty if not stated. */
  lag_words: string,
  /** Basis word. */
  basis: Basis,
  /** Evidence in the analyst's words; may be empty. */
  note: string,
  /** Rival explanations of one effect carry the same word; empty without rivals. */
  rivals: string,
  /** Numbers of the sources cited for it. */
  sources: Array<number>,
  /** What is cited for it. */
  citations: Array<SourceLine>,
};

/** Reply of `understand_link`: what one line about a link means. */
export type LinkReading = {
  /** Handle of the type. */
  link_type: string,
  /** The type in words. */
  label: string,
  /** "+", "-" or "0". */
  sign: Sign,
  /** Strength word, if said. */
  strength: Strength | null,
  /** Confidence word. */
  confidence: Confidence,
  /** Basis word. */
  basis: Basis,
  /** Days from cause to effect, if said. */
  lag_days: number | null,
  /** The same in words ("about 2 weeks later (11 to 17 days)"); empty if not said. */
  lag_words: string,
  /** What follows "because"; may be empty. */
  note: string,
  /** What cannot be saved as it stands. */
  problems: Array<LineProblem>,
};

/** A row of `links`. */
export type LinkRow = {
  /** Identity. */
  id: LinkId,
  /** Id of the cause. */
  cause: EventId,
  /** Handle of the cause. */
  cause_handle: string,
  /** Title of the cause. */
  cause_title: string,
  /** Id of the effect. */
  effect: EventId,
  /** Handle of the effect. */
  effect_handle: string,
  /** Title of the effect. */
  effect_title: string,
  /** Handle of the type. */
  type: string,
  /** The type in words. */
  label: string,
  /** The analyst's wording; may be empty. */
  wording: string,
  /** "+", "-" or "0". */
  sign: Sign,
  /** Strength word, if judged. */
  strength: Strength | null,
  /** Confidence word. */
  confidence: Confidence,
  /** Days from cause to effect, if stated. */
  lag_days: number | null,
  /** Basis word. */
  basis: Basis,
  /** Evidence; may be empty. */
  note: string,
  /** Rival explanations carry the same word; empty without rivals. */
  rivals: string,
  /** What is cited for it. */
  citations: Array<CitationRow>,
};

/** Arguments of `link_row`. */
export type LinkRowArgs = {
  /** Which link. */
  id: LinkId,
};

/** A type of link. */
export type LinkTypeChoice = {
  /** Its word. */
  handle: string,
  /** In words. */
  label: string,
  /** "+", "-" or "0". */
  sign: Sign,
  /** What it means. */
  meaning: string,
};

/** Arguments of `filter` and of every list. */
export type ListArgs = {
  /** Which entries. */
  filter?: Filter,
};

/** Reply of `list`: a slice of the entries that pass, in order of time. */
export type ListSlice = {
  /** Entries that pass. */
  total: number,
  /** Place of the first row, from 0. */
  offset: number,
  /** The rows. */
  rows: Array<EventRef>,
};

/** The screen that a chart is drawn on. */
export type Look = {
  /** Width in logical pixels, 100 to 8,000. */
  width_px: number,
  /** Height in logical pixels, 100 to 8,000. */
  height_px: number,
  /** Which colors. */
  theme?: PaletteWord,
  /** How far the content is scrolled down, in pixels. */
  scroll_px?: number,
  /** How wide the legend that comes with the picture may be, 80 to 8,000 pixels; absent: none comes. */
  legend_width_px?: number,
};

/** Two entries that may be about the same thing. */
export type LookAlike = {
  /** The entry that is there; for `look_alikes` of a workspace the older one. */
  event: EventRef,
  /** The other entry; null for a line that is not saved yet. */
  other: EventRef | null,
  /** 0 (nothing alike) to 1 (the same). */
  likeness: number,
  /** Why, in words ("same day", "US, Iraq in both", "7 words in common"). */
  reasons: Array<string>,
};

/** Arguments of `look_alikes`. */
export type LookAlikesArgs = {
  /** Only those of this event; all pairs of the workspace if absent. */
  event?: EventId,
};

/** A feedback loop. */
export type LoopLine = {
  /** Short names of what it runs through, each leading to the next and the last to the first. */
  names: Array<string>,
  /** Titles of the same. */
  titles: Array<string>,
  /** Ids of the same: of events, or of themes. */
  ids: Array<string>,
  /** For each step its claims. */
  steps: Array<Array<LinkRow>>,
  /** reinforcing or balancing. */
  kind: string,
  /** True when it runs through moments only, which is probably an error in a date. */
  is_of_moments: boolean,
  /** What it means, in a sentence. */
  told: string,
};

/** Reply of `loops`. */
export type LoopsReply = {
  /** Loops among events, the shortest first. */
  events: Array<LoopLine>,
  /** Loops among themes, the shortest first. */
  themes: Array<LoopLine>,
};

/** Arguments of `add_event`, `add_source`. */
export type MakeArgs = {
  /** Its fields. */
  set: Array<SetField>,
  /** Names that are not known become new themes, actors and places. */
  make_new?: boolean,
};

/** The part of a map that is shown: the point of the map at the upper left corner, and the zoom. */
export type MapAt = {
  /** How far right on the map, in its pixels. */
  x_px: number,
  /** How far down on the map. */
  y_px: number,
  /** Pixels for a pixel of the map, 0.02 to 8. */
  zoom: number,
};

/** What the numbers of a series are. */
export type Measure = "price" | "rate" | "steps" | "returns";

/** Arguments of `merge_events` and `merge_items`. */
export type MergeArgs = {
  /** For `merge_items`: themes, categories, actors, places or sources. */
  list?: string,
  /** Id of the one that stays. */
  keep: string,
  /** Ids of those that become part of it. */
  others: Array<string>,
};

/** Names settings. */
export type NameArgs = {
  /** The name. */
  name: string,
};

/** A name in the line. */
export type NameRead = {
  /** Identity; null when it is not known. */
  id: string | null,
  /** Name for reading, or the words as typed. */
  name: string,
  /** Known names like it, when it is not known. */
  near: Array<string>,
};

/** A part of the graph: these events, and what is within so many links of them. */
export type Near = {
  /** The events; none: everything. */
  ids?: Array<EventId>,
  /** How many links away, 0 to 9. */
  steps?: number,
};

/** For verbs that take nothing. */
export type NoArgs = Record<symbol, never>;

/** What may happen: likelihood against impact. */
export type OutlookChart = {
  /** Day since which changes are shown as tails, ISO 8601. */
  since?: string,
};

/** Reply of `workspace`. Counts are over the chronology and the datasets that are on. */
export type Overview = {
  /** Name of the workspace. */
  name: string,
  /** Name of its file, without folders. */
  file_name: string,
  /** Number of the state that it is in; pictures of it carry the same number or a greater one. */
  state: number,
  /** True when it may only be read, not changed. */
  read_only: boolean,
  /** The as-of day, ISO 8601. */
  as_of: string | null,
  /** Number of entries. */
  event_count: number,
  /** Number of links between them. */
  link_count: number,
  /** From the first known start to the last known end; null when nothing is dated. */
  extent: Extent | null,
  /** Themes in the order of their lanes. */
  themes: Array<ThemeCount>,
  /** Every status word. */
  statuses: Array<StatusCount>,
  /** Every tone word. */
  tones: Array<ToneCount>,
  /** Severities 1 to 5. */
  severities: Array<SeverityCount>,
  /** Actors. */
  actors: Array<ActorCount>,
  /** Places. */
  places: Array<PlaceCount>,
  /** Sources, as numbered in exports. */
  sources: Array<SourceCount>,
  /** Categories. */
  categories: Array<CategoryCount>,
  /** Every kind. */
  kinds: Array<KindCount>,
  /** Tags, the most frequent ones. */
  tags: Array<WordCount>,
  /** Datasets. */
  datasets: Array<DatasetCount>,
  /** Ways to make lanes. */
  lanes: Array<LanesBy>,
  /** Whether there is a logo for exported pictures. */
  has_logo: boolean,
};

/** Arguments of `list`. */
export type PageArgs = {
  /** Which entries. */
  filter?: Filter,
  /** Place of the first row wanted, from 0. */
  offset?: number,
  /** At most this many rows, 1 to 1,000; 100 if absent. */
  limit?: number,
  /** An event that the rows lie around, if it passes; `offset` does not count then. */
  around?: EventId,
  /** Where time begins for the first row, in days since 1970-01-01; `offset` does not count then. */
  from_days?: number,
};

/** The page around a chart, and how it is written. */
export type PageOptions = {
  /** The page; absent: custom if a size is given, else a slide. */
  preset?: Preset,
  /** Width and height of a custom page, 100 to 8,000 pixels each. */
  size_px?: [number, number],
  /** What is suggested and previewed. What is written follows the ending of the file's name. */
  format?: Format,
  /** Pixels of a PNG per pixel of the page, 1 to 4; 1 if absent. */
  scale?: number,
  /** Which colors. */
  theme?: PaletteWord,
  /** Whether the background is left out, so that what lies behind the picture shows through. */
  transparent?: boolean,
  /** Whether the text of an SVG is outlines, which no font can change and nobody can select. */
  outlines?: boolean,
  /** Whether a PDF of a poster is cut into sheets of A4, to print and glue. */
  tiles?: boolean,
  /** Whether the sources of a PDF are listed on a page of their own, which leaves the picture more room. An image has one page and keeps them below the picture, and so does a column. */
  sources_page?: boolean,
  /** What, where, when; absent: the workspace's name, the chart and the period. */
  title?: string,
  /** Measure and period; absent: what is shown and what filters it. */
  subtitle?: string,
  /** A note of the analyst's own, before what the program notes. */
  note?: string,
  /** TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, or your own wording; absent: none. */
  handling?: string,
  /** Whether the logo of the workspace is drawn, if there is one. */
  logo?: boolean,
};

/** Which colors. */
export type PaletteWord = "light" | "dark" | "print";

/** An actor with its role. */
export type ParticipantRow = {
  /** Handle of the actor. */
  actor: string,
  /** Display name. */
  name: string,
  /** Role; may be empty. */
  role: string,
};

/** Arguments of `path`. */
export type PathArgs = {
  /** Id of the event it begins at. */
  from: EventId,
  /** Id of the event it leads to. */
  to: EventId,
  /** At most so many chains, 1 to 20; 3 if absent. */
  most?: number,
  /** Which entries. */
  filter?: Filter,
};

/** Reply of `path`. */
export type PathReply = {
  /** Where it begins. */
  from: EventRef,
  /** Where it leads to. */
  to: EventRef,
  /** The strongest chains, the strongest first. */
  chains: Array<ChainLine>,
  /** Claims that, if all of them are wrong, break every chain; as few as there can be. */
  breaks: Array<LinkRow>,
  /** The answer in a sentence. */
  told: string,
};

/** What is said of a picture beside it. */
export type PictureFacts = {
  /** What the picture says of its own completeness, in sentences; empty if there is nothing to say. */
  counts: string,
  /** Of a cause map on screen, its rows and order if others are kept: for `remember`. */
  layout: string[][][] | null,
};

/** Arguments of `pins`. */
export type PinsArgs = {
  /** causes, layers (the cause map), layers-down (top down), themes or actors. */
  on: Board,
};

/** A place and how many entries are there. */
export type PlaceCount = {
  /** Identity. */
  id: PlaceId,
  /** Display name. */
  name: string,
  /** Number of entries. */
  count: number,
};

/** Identity of a place. */
export type PlaceId = string;

/** A place. */
export type PlaceLine = {
  /** Identity. */
  id: PlaceId,
  /** Display name. */
  name: string,
  /** Degrees north. */
  latitude_deg: number | null,
  /** Degrees east. */
  longitude_deg: number | null,
};

/** A page that a picture is exported on. */
export type Preset = "slide" | "slide-4k" | "a4-landscape" | "a4-portrait" | "letter-landscape" | "letter-portrait" | "column-85" | "column-180" | "poster" | "custom";

/** A page by name. */
export type PresetRow = {
  /** Its word. */
  word: Preset,
  /** What it is called. */
  name: string,
  /** Width and height of a PNG at scale 1. */
  size_px: [number, number],
  /** Width and height on paper. */
  size_mm: [number, number],
};

/** What a preview says beside its picture. */
export type PreviewInfo = {
  /** Which page is shown, from 1. */
  page: number,
  /** How many there are. */
  pages: number,
  /** Width and height of the page in pixels of a PNG with its scale. */
  size_px: [number, number],
  /** Width and height of the page on paper; absent for a custom one. */
  size_mm: [number, number] | null,
  /** The title as drawn. */
  title: string,
  /** The subtitle as drawn. */
  subtitle: string,
  /** The note as drawn: it says what is left out. */
  note: string,
  /** Titles on it that have characters which no bundled font can draw. */
  lacking: Array<string>,
};

/** Arguments of `redate`. */
export type RedateArgs = {
  /** Ids of the events. */
  ids: Array<EventId>,
  /** Days later (or earlier, when negative). A date that is known to the month moves by whole months, and so on. */
  by_days: number,
  /** Which end. */
  end: DateEnd,
};

/** Reply of `refresh`. */
export type Refreshed = {
  /** True when another program had changed the file; what is shown should be asked for again. */
  changed: boolean,
  /** Number of the state that the workspace is in now; pictures of it carry the same number or a greater one. */
  state: number,
  /** Name of the step that undo takes back now. */
  undo: string | null,
  /** Name of the step that redo brings back now. */
  redo: string | null,
};

/** Admiralty grade of a source. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/** Arguments of `remember`. */
export type RememberArgs = {
  /** layers, layers-down, themes or actors. */
  on: Board,
  /** For each connected part of the chart its rows, of each row what stands in it, in order: a node by its id, and "12>15" for a link from 12 to 15 that passes; none: what was kept is dropped. */
  parts: string[][][],
};

/** What `remember` did. */
export type Remembered = {
  /** False if the same was kept already. */
  written: boolean,
};

/** An event with its part in the whole. */
export type RoleLine = {
  /** Which event. */
  event: EventRef,
  /** Its score. */
  count: number,
  /** Why, in a sentence. */
  because: string,
};

/** Reply of `drivers`. */
export type RolesReply = {
  /** Key drivers. */
  drivers: Array<RoleLine>,
  /** Outcomes. */
  outcomes: Array<RoleLine>,
  /** Bridges: events on the shortest chains between many others. */
  bridges: Array<RoleLine>,
  /** Bottlenecks: events that every chain to others passes. */
  single_points: Array<RoleLine>,
  /** True when there were too many events to measure all of them. */
  is_sampled: boolean,
};

/** Arguments of `row`. */
export type RowArgs = {
  /** Which event. */
  id: EventId,
  /** The filter in force. */
  filter?: Filter,
};

/** Reply of `row`. */
export type RowPlace = {
  /** The event, as a row of `events`. */
  event: EventRow,
  /** Its place among the entries that pass the filter; null when it does not pass. */
  place: number | null,
  /** Its first and last known instant, in days since 1970-01-01; null when none is known. */
  span_days: [number, number] | null,
};

/** Arguments of `events` and `links`: a part of what passes, or all of it. */
export type RowsArgs = {
  /** Which entries. */
  filter?: Filter,
  /** Rows that are left out at the beginning. */
  offset?: number,
  /** At most this many rows; all if absent. */
  limit?: number,
};

/** The scale of the risk index. */
export type Scale = "weight" | "base" | "deviations" | "share";

/** The scale of the index. */
export type Scaling = {
  /** The unit of its numbers; weights if absent. */
  scale?: Scale,
  /** First day of the base, ISO 8601. */
  base_from?: string,
  /** Last day of the base. */
  base_to?: string,
  /** Days of the trailing window of deviations, 10 to 3,660; 180 if absent. */
  window_days?: number,
  /** Only by sources published until this day; absent: by all. */
  known_on?: string,
};

/** Arguments of `search`. */
export type SearchArgs = {
  /** Words to look for; the last one may be unfinished. */
  words: string,
  /** At most this many hits, 1 to 1,000; 50 if absent. */
  limit?: number,
  /** Datasets whose entries may be found, as in [`Filter::datasets`]. */
  datasets?: Array<DatasetId>,
};

/** The extent of a series, shown before it is imported. */
export type SeriesExtent = {
  /** Days with a number. */
  count: number,
  /** First day, ISO 8601; empty without any. */
  first: string,
  /** Last day. */
  last: string,
  /** The last number. */
  last_value: number | null,
  /** Gaps that are longer than is usual in it, the longest first: "12 days to 5 May 2025". */
  gaps: Array<string>,
  /** How many such gaps there are. */
  gap_count: number,
  /** Up to 120 numbers from the first day to the last, for a small line; 0 to 1. */
  spark: Array<number>,
};

/** A file of series, previewed. */
export type SeriesFile = {
  /** Its name, without folders. */
  file_name: string,
  /** What sort of file it is ("Yahoo, three header lines"). */
  form: string,
  /** Headers of all its columns. */
  columns: Array<string>,
  /** The column that was taken for the date. */
  date_column: string,
  /** The series in it. */
  offers: Array<SeriesOffer>,
  /** What of the file is not loaded and why, in sentences without a full stop. */
  remarks: Array<string>,
  /** The sheets of a workbook. */
  sheets: Array<string>,
  /** The sheet that was read; empty for a file that is not a workbook. */
  sheet: string,
  /** A question that must be answered first; with it there are no offers. */
  question: SeriesQuestion | null,
};

/** Identity of a series. */
export type SeriesId = string;

/** What loading a series again changes, in days. */
export type SeriesJoined = {
  /** Days that had no number before. */
  new: number,
  /** Days whose number is another one. */
  changed: number,
  /** Days within the time of the file that it has no number for; they are kept. */
  gone: number,
};

/** A series in a file. */
export type SeriesOffer = {
  /** Its number in the file. */
  number: number,
  /** The word for typing that it would get. */
  handle: string,
  /** The name that it would get. */
  name: string,
  /** The measure that fits: price, steps or returns. "returns" is to be asked. */
  measure: Measure,
  /** True when the numbers may be changes rather than levels: to be asked. */
  ask_measure: boolean,
  /** What is in it. */
  extent: SeriesExtent,
  /** What was not taken and why, in sentences. */
  remarks: Array<string>,
  /** Handle of the series of the workspace that it would be joined to; empty when there is none. */
  joins: string,
  /** What that would change; only with such a series. */
  joined: SeriesJoined | null,
};

/** A question that only the analyst can answer. */
export type SeriesQuestion = {
  /** `day_order`, `decimal` or `columns`. */
  about: string,
  /** The question. */
  words: string,
};

/** How a file of series is to be read. */
export type SeriesReading = {
  /** day or month: which comes first; asked when the file cannot tell. */
  day_order?: string,
  /** point or comma: what marks decimals; asked when the file cannot tell. */
  decimal?: string,
  /** The sheet of a workbook; absent: the first that holds dates and numbers. */
  sheet?: string,
  /** Header of the column with dates. */
  date_column?: string,
  /** Headers of the columns with numbers. */
  value_columns?: Array<string>,
};

/** A series as a row. */
export type SeriesRow = {
  /** Identity. */
  id: SeriesId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** Unit; may be empty. */
  unit: string,
  /** price, rate, steps or returns. */
  measure: Measure,
  /** `16:00 America/New_York`; may be empty. */
  closes: string,
  /** Where the numbers are from. */
  origin: string,
  /** Whether highs and lows are known. */
  has_highs: boolean,
  /** What is in it. */
  extent: SeriesExtent,
};

/** A field and its new value. Values are texts, numbers, null (clears) or lists. A date is its words, or `{words, edtf}` when a reading was chosen. Items of a list (themes, actors, places, category, dataset, source) are given by id, handle or name; several as a list or separated by commas. Actors may be `{actor, role}`, figures are `{name, value, unit}`. */
export type SetField = {
  /** Name of the field, a word of the vocabulary ("date", "severity"). */
  field: string,
  /** Set, add or remove; set if absent. */
  way?: Way,
  /** The new value. */
  value: unknown,
};

/** Arguments of `set_weight`. */
export type SetWeightArgs = {
  /** Its word ("severity-3", "half-life-theme-12"); a theme or category may go by its handle ("half-life-theme-tariffs"). */
  weight: string,
  /** The new value; null resets it. */
  value: number | null,
};

/** A severity and how many entries have it. */
export type SeverityCount = {
  /** 1 to 5. */
  severity: number,
  /** Number of entries. */
  count: number,
};

/** What one entry adds to a point. */
export type ShareLine = {
  /** Which. */
  event: EventRef,
  /** escalatory or de-escalatory. */
  tone: Tone,
  /** How much, as a weight. */
  amount: number,
  /** Its share of the escalation or de-escalation of that day, in percent. */
  percent: number,
};

/** Whether the cause increases or decreases the effect. */
export type Sign = "+" | "-" | "0";

/** A source and how many entries cite it. */
export type SourceCount = {
  /** Identity. */
  id: SourceId,
  /** Its number in exports. */
  number: number,
  /** Handle ("S1"). */
  handle: string,
  /** Who publishes. */
  outlet: string,
  /** Headline. */
  title: string,
  /** When it was published, in words; may be empty. */
  published: string,
  /** Number of entries. */
  count: number,
};

/** Identity of a source. */
export type SourceId = string;

/** A citation as listed under an event or a link. */
export type SourceLine = {
  /** Identity of the citation. */
  citation: CitationId,
  /** For what is cited on a field: which one. */
  field: string | null,
  /** Letter of the source, if judged. */
  reliability: Reliability | null,
  /** Digit of the statement, if judged. */
  credibility: Credibility | null,
  /** The source's number in exports. */
  number: number,
  /** Identity of the source. */
  id: SourceId,
  /** Handle ("S1"). */
  handle: string,
  /** Who publishes. */
  outlet: string,
  /** Headline. */
  title: string,
  /** When it was published, in words; may be empty. */
  published: string,
  /** Admiralty grade, as far as judged ("B2", "B"); may be empty. */
  grade: string,
  /** Quote or paraphrase; may be empty. */
  quote: string,
  /** Place in the text; may be empty. */
  locator: string,
  /** "for" or "against". */
  stance: Stance,
};

/** A row of `sources`. */
export type SourceRow = {
  /** Identity. */
  id: SourceId,
  /** Its number in exports. */
  number: number,
  /** Handle ("S1"). */
  handle: string,
  /** Who publishes. */
  outlet: string,
  /** Headline. */
  title: string,
  /** Author; may be empty. */
  author: string,
  /** When it was published. */
  published: DateDetail | null,
  /** When it was read. */
  read: DateDetail | null,
  /** Address; may be empty. */
  address: string,
  /** Admiralty letter, if judged. */
  reliability: Reliability | null,
  /** Entries that pass the filter and cite it. */
  count: number,
  /** How often it is cited, whatever the filter. */
  citations: number,
};

/** Arguments of `span`. */
export type SpanArgs = {
  /** Which entries; all that pass the filter when none are named. */
  ids: Array<EventId>,
  /** Which entries when none are named. */
  filter?: Filter,
};

/** Whether a source speaks for or against. */
export type Stance = "for" | "against";

/** Status: happened, planned and so on. */
export type Status = "happened" | "ongoing" | "reported" | "disputed" | "planned" | "doubtful" | "hypothetical" | "cancelled";

/** How many entries have a status. */
export type StatusCount = {
  /** Its word. */
  word: Status,
  /** How many. */
  count: number,
};

/** How far apart the rows of the risk index are. */
export type Step = "day" | "week" | "month";

/** Arguments of `restore` and `step`. */
export type StepArgs = {
  /** Number of the step; 0 is the empty beginning. */
  step: number,
};

/** Reply of `step`: what it changed. */
export type StepDetail = {
  /** The step. */
  step: StepLine,
  /** What changed, the first hundred. */
  changes: Array<ChangeLine>,
  /** How many more there are. */
  more: number,
};

/** One step. */
export type StepLine = {
  /** Its number. */
  number: number,
  /** The step it followed. */
  parent: number,
  /** What was done. */
  name: string,
  /** When, ISO 8601 in UTC, if noted. */
  at: string | null,
  /** False for what was undone, or belongs to a branch that was left. */
  done: boolean,
};

/** How strong a link is. */
export type Strength = "weak" | "medium" | "strong";

/** One event of a study. */
export type StudiedLine = {
  /** Which. */
  event: EventRef,
  /** Day 0, ISO 8601. */
  day: string,
  /** Why day 0 is what it is, in a sentence. */
  day_why: string,
  /** First and last day in which normal was learned, and how many trading days that are. */
  learned: string,
  /** The normal change by day, percent where changes are. */
  normal: number,
  /** How much the series follows the market; null without a market model. */
  slope: number | null,
  /** Standard deviation of what the model does not explain, percent where changes are. */
  deviation: number,
  /** The windows. */
  cars: Array<CarLine>,
  /** What is abnormal on each of the days around, from 20 trading days before to 20 after. */
  abnormal: Array<AbnormalLine>,
  /** Other events of severity 4 and up within the widest window, which share in what is measured. */
  overlaps: Array<EventRef>,
};

/** Arguments of `study`. */
export type StudyArgs = {
  /** Ids of 1 to 24 events. */
  events: Array<EventId>,
  /** Id or handle of the series. */
  series: string,
  /** mean, market or adjusted; mean if absent. */
  model?: string,
  /** Id or handle of the series that stands for the market, for the models that need one. */
  market?: string,
  /** Ids of events whose news came after the close. */
  after_close?: Array<EventId>,
};

/** An event study of a series. */
export type StudyChart = {
  /** What is studied. */
  study: StudyArgs,
};

/** Reply of `study`. */
export type StudyReply = {
  /** The method in sentences. */
  method: Array<string>,
  /** Whether changes are in percent. */
  in_percent: boolean,
  /** The windows: first and last day from the event. */
  windows: Array<[number, number]>,
  /** Each event. */
  events: Array<StudiedLine>,
  /** The events taken together; empty for one. */
  average: Array<CarLine>,
  /** Events that could not be studied, and why. */
  left_out: Array<string>,
};

/** A completion of what is typed. */
export type Suggestion = {
  /** As asked for. */
  kind: string,
  /** Identity; the word itself where there is none. */
  id: string,
  /** Display name. */
  name: string,
  /** Handle; may be empty. */
  handle: string,
  /** What distinguishes it from others with a similar name ("US › State Department", a date); may be empty. */
  note: string,
  /** What to put into the line, in quotes where it needs them. */
  insert: string,
};

/** An offer, as it is taken. */
export type TakeOffer = {
  /** Its number in the file. */
  number: number,
  /** Fields that differ from what is offered: handle, name, unit, measure, closes, origin. */
  set?: Array<SetField>,
};

/** What to take of a file of series. */
export type TakeSeries = {
  /** How it is read. */
  reading?: SeriesReading,
  /** Which offers; none: all. */
  offers?: Array<TakeOffer>,
};

/** A theme and how many entries it has, those of its subthemes included. */
export type ThemeCount = {
  /** Identity. */
  id: ThemeId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** The theme it is part of. */
  parent: ThemeId | null,
  /** Name of its hue. */
  hue: string,
  /** Number of entries. */
  count: number,
};

/** Identity of a theme. */
export type ThemeId = string;

/** A row of `themes`. */
export type ThemeRow = {
  /** Identity. */
  id: ThemeId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** Handle of the theme it is part of. */
  parent: string | null,
  /** Name of its hue. */
  hue: string,
  /** Entries that pass the filter, those of subthemes included. */
  count: number,
};

/** A theme as a tag. */
export type ThemeTag = {
  /** Identity. */
  id: ThemeId,
  /** Handle. */
  handle: string,
  /** Display name. */
  name: string,
  /** Name of its hue. */
  hue: string,
};

/** Themes or actors, and the links between them. */
export type ThemesChart = {
  /** Only this part of the graph. */
  near?: Near,
  /** The part of the map that is shown; absent: all of it. */
  at?: MapAt,
  /** What its nodes stand for. */
  by?: GroupsBy,
  /** Whether sub-themes, or actors that are part of others, stand in the whole that they belong to. */
  wholes?: boolean,
  /** Id of the theme or actor under the pointer. */
  hovered?: string,
  /** Whether it is drawn as a matrix, one row and one column for each group, instead of as nodes and arrows. */
  matrix?: boolean,
};

/** A time window. Without ends the chart fits everything. */
export type TimeWindow = {
  /** Where it begins, days since 1970-01-01. */
  from_days?: number,
  /** Where it ends. */
  to_days?: number,
};

/** Entries in lanes, true to time. */
export type TimelineChart = {
  /** What its lanes stand for. */
  lanes?: LanesBy,
  /** How its lanes are arranged beyond that. */
  arrange?: Arrange,
  /** Whether long empty periods are collapsed and marked. */
  collapse?: boolean,
  /** How many steps of the causes and effects of the selection are drawn, 1 to 9; 1 if absent. */
  steps?: number,
  /** Whether all links between what is drawn are drawn while nothing is selected, if they can be told apart. */
  links?: boolean,
  /** Whether the overview strip is drawn. */
  overview?: boolean,
};

/** Escalatory, de-escalatory or neutral. */
export type Tone = "escalatory" | "neutral" | "de-escalatory";

/** How many entries have a tone. */
export type ToneCount = {
  /** Its word. */
  word: Tone,
  /** How many. */
  count: number,
};

/** Which way `walk` goes. */
export type Toward = "earlier" | "later" | "above" | "below";

/** Arguments of `why` and `follows`. */
export type TreeArgs = {
  /** Which event. */
  id: EventId,
  /** Over how many steps, 1 to 9; 3 if absent. */
  steps?: number,
  /** Which entries. */
  filter?: Filter,
};

/** Reply of `why` and `follows`. */
export type TreeReply = {
  /** What was asked about. */
  event: EventRef,
  /** The first steps, what carries most first. */
  branches: Array<BranchLine>,
  /** How many different events there are in it. */
  events: number,
  /** How many first steps are left out. */
  left_out: number,
  /** The answer in a sentence. */
  told: string,
};

/** Reply of `uncited`: statements that no source is cited for. */
export type Uncited = {
  /** Events, links and claims looked at. */
  statements: number,
  /** Those without a citation, in order of time. */
  uncited: Array<UncitedLine>,
};

/** A statement without a citation. */
export type UncitedLine = {
  /** event, link or claim. */
  kind: string,
  /** Its identity. */
  id: string,
  /** The event to show for it; the effect of a link. */
  event: EventRef,
  /** What is stated. */
  words: string,
};

/** Reply of `undated`: entries without a date. */
export type Undated = {
  /** How many there are. */
  total: number,
  /** The first 500 of them; those of which links say something come first, in order of time. */
  rows: Array<UndatedRow>,
};

/** An entry without a date. */
export type UndatedRow = {
  /** Which. */
  event: EventRef,
  /** It did not end before this, ISO 8601; null when no link says so. */
  not_before: string | null,
  /** It did not begin after this, ISO 8601; null when no link says so. */
  not_after: string | null,
  /** Both in words; empty when links say nothing. */
  implied: string,
  /** True when the links leave no day. */
  contradicted: boolean,
};

/** Reply of `understand`: what a line of quick add would save. */
export type Understanding = {
  /** Every part of the line, in order, without overlaps. */
  parts: Array<LinePart>,
  /** What is left when everything else is taken out. */
  title: string,
  /** When; null while none is understood. */
  date: DateDetail | null,
  /** What to ask when the date may mean several. */
  ask: DateQuestion | null,
  /** Kind word. */
  kind: Kind,
  /** Status word. */
  status: Status,
  /** 1 to 5; null when not said. */
  severity: number | null,
  /** Tone word, if said. */
  tone: Tone | null,
  /** Likelihood, if a word of the scale is said. */
  likelihood: LikelihoodLine | null,
  /** Confidence word, if said. */
  confidence: Confidence | null,
  /** Admiralty grade, as far as said ("B2", "B", "2"); may be empty. */
  grade: string,
  /** The source that will be cited, if any. */
  source: NameRead | null,
  /** Themes. */
  themes: Array<NameRead>,
  /** Actors. */
  actors: Array<NameRead>,
  /** Places. */
  places: Array<NameRead>,
  /** Category, if named. */
  category: NameRead | null,
  /** Free words. */
  tags: Array<string>,
  /** What led to it (`<- event`). */
  causes: Array<EventRead>,
  /** What it leads to (`-> event`). */
  effects: Array<EventRead>,
  /** What cannot be saved as it stands. */
  problems: Array<LineProblem>,
  /** Entries that may be about the same thing, the likeliest first. */
  alike: Array<LookAlike>,
  /** True when it can be saved. */
  ready: boolean,
};

/** Settings that this program cannot read. */
export type UnreadableSetting = {
  /** Their name. */
  name: string,
  /** Why, one sentence without a full stop. */
  reason: string,
};

/** A row of `verbs`. */
export type VerbInfo = {
  /** Its name. */
  name: string,
  /** read, write, picture or file. */
  kind: string,
  /** One line. */
  help: string,
};

/** Reply of `vocabulary`: what the forms offer. */
export type Vocabulary = {
  /** Kind words. */
  kinds: Array<Kind>,
  /** Status words. */
  statuses: Array<Status>,
  /** Tone words. */
  tones: Array<Tone>,
  /** Likelihood words of the scale in use, the least likely first. */
  likelihoods: Array<LikelihoodChoice>,
  /** Confidence words, low to high. */
  confidences: Array<Confidence>,
  /** Strength words. */
  strengths: Array<Strength>,
  /** Basis words. */
  bases: Array<Basis>,
  /** Admiralty letters, A to F, with their meaning. */
  reliabilities: Array<GradeChoice>,
  /** Admiralty digits, 1 to 6, with their meaning. */
  credibilities: Array<GradeChoice>,
  /** Types of link. */
  link_types: Array<LinkTypeChoice>,
  /** Names of the hues. */
  hues: Array<string>,
  /** Fields of an event that sources may disagree on, which adopting a claim sets ("date", "status" …). */
  claim_fields: Array<string>,
};

/** Arguments of `walk`. */
export type WalkArgs = {
  /** Where to start; from nowhere one comes to the first entry, or going earlier to the last. */
  id?: EventId,
  /** Which way. */
  toward: Toward,
  /** The filter in force. */
  filter?: Filter,
  /** The way to make lanes; by theme if empty. */
  lanes?: LanesBy,
  /** How its lanes are arranged beyond that. */
  arrange?: Arrange,
  /** Whether the timeline folds long empty stretches. */
  collapse?: boolean,
  /** The as-of day, ISO 8601; the workspace's own if absent. */
  as_of?: string,
};

/** What to do with a field. */
export type Way = "set" | "add" | "remove";

/** A weight of the index. */
export type WeightRow = {
  /** Its word ("severity-3"). */
  weight: string,
  /** What it is, for reading. */
  name: string,
  /** severity, source, statement, likelihood, half-life or half-life of a theme or category. */
  group: string,
  /** What it is now. */
  value: number,
  /** What it is unless it is set; null for a half-life that follows the general one. */
  usual: number | null,
  /** Whether the analyst set it. */
  is_set: boolean,
};

/** Reply of `weights`. */
export type WeightsReply = {
  /** The formula in sentences, with its sources. */
  formula: Array<string>,
  /** Every weight, half-lives of themes and categories after the general ones. */
  weights: Array<WeightRow>,
};

/** A word and how many entries carry it. */
export type WordCount = {
  /** The word. */
  word: string,
  /** Number of entries. */
  count: number,
};

/** Arguments of `workspace_set`. */
export type WorkspaceArgs = {
  /** Its name. */
  name?: string,
  /** The as-of day, ISO 8601; empty clears it. */
  as_of?: string,
};

/** Verbs that answer with JSON. */
export interface Verbs {
  /** Workspace contents, with counts for filters */
  workspace: { args: NoArgs; reply: Overview };
  /** Number of entries that match a filter, and of other choices */
  filter: { args: ListArgs; reply: FilterResult };
  /** One event with its claims, causes, effects and sources */
  event: { args: EventArgs; reply: EventDetail };
  /** Entries that match a filter, by date */
  events: { args: RowsArgs; reply: Array<EventRow> };
  /** Links between entries that match a filter */
  links: { args: RowsArgs; reply: Array<LinkRow> };
  /** A slice of the entries that match a filter, by date */
  list: { args: PageArgs; reply: ListSlice };
  /** One event as a row, and its position among those that match a filter */
  row: { args: RowArgs; reply: RowPlace };
  /** Given events as rows, if they match a filter */
  chosen: { args: ChosenArgs; reply: Chosen };
  /** Which of the given events match a filter */
  passing: { args: ChosenArgs; reply: EventIds };
  /** Number of matching entries that start in each interval */
  hits: { args: HitsArgs; reply: Hits };
  /** First and last date of given entries */
  span: { args: SpanArgs; reply: Extent | null };
  /** One link as a row */
  link_row: { args: LinkRowArgs; reply: LinkRow };
  /** One link with its evidence, rivals and chains */
  link_detail: { args: LinkDetailArgs; reply: LinkDetail };
  /** Ids of what matches a filter, up to a limit */
  ids: { args: IdsOfArgs; reply: IdsOf };
  /** Which of the given events exist */
  present: { args: IdsArgs; reply: EventIds };
  /** The next entry by date or by lane */
  walk: { args: WalkArgs; reply: EventRef | null };
  /** The fields that place a new event in a lane of the timeline */
  in_lane: { args: InLaneArgs; reply: InLane };
  /** Themes with the number of entries */
  themes: { args: ListArgs; reply: Array<ThemeRow> };
  /** Actors with the number of entries */
  actors: { args: ListArgs; reply: Array<ActorRow> };
  /** Sources with the number of entries */
  sources: { args: ListArgs; reply: Array<SourceRow> };
  /** Entries that contain the words, best match first */
  search: { args: SearchArgs; reply: Array<EventRef> };
  /** The entry with this id, handle or title */
  find: { args: FindArgs; reply: EventRef };
  /** A typed filter as a filter */
  filter_words: { args: FilterWordsArgs; reply: Filter };
  /** How a typed date is understood */
  date: { args: DateArgs; reply: DateReply };
  /** All verbs */
  verbs: { args: NoArgs; reply: Array<VerbInfo> };
  /** Choices that forms offer */
  vocabulary: { args: NoArgs; reply: Vocabulary };
  /** Themes, categories, actors, places or datasets, for editing */
  items: { args: ItemsArgs; reply: Array<ItemRow> };
  /** What a source is cited for */
  cited: { args: CitedArgs; reply: Array<CitedLine> };
  /** Statements without a citation */
  uncited: { args: ListArgs; reply: Uncited };
  /** Entries without a date, and the dates that their links imply */
  undated: { args: ListArgs; reply: Undated };
  /** Causes of an event, step by step */
  why: { args: TreeArgs; reply: TreeReply };
  /** Effects of an event, step by step */
  follows: { args: TreeArgs; reply: TreeReply };
  /** Strongest causal chains from one event to another, and what would break them */
  path: { args: PathArgs; reply: PathReply };
  /** Key drivers, outcomes and bottlenecks */
  drivers: { args: ListArgs; reply: RolesReply };
  /** Feedback loops among events and among themes */
  loops: { args: ListArgs; reply: LoopsReply };
  /** Contradictions between dates and links, and how to fix them */
  check: { args: ListArgs; reply: FitReply };
  /** The risk index by day, week or month */
  index: { args: IndexArgs; reply: IndexReply };
  /** What one point of the index is made of: every entry with its share */
  index_point: { args: IndexPointArgs; reply: IndexPoint };
  /** Index weights */
  weights: { args: NoArgs; reply: WeightsReply };
  /** Market and reference series */
  series: { args: NoArgs; reply: Array<SeriesRow> };
  /** Event study: abnormal changes of a series around events */
  study: { args: StudyArgs; reply: StudyReply };
  /** Figures of events, checked against the series */
  checked: { args: CheckedArgs; reply: Array<CheckedFigure> };
  /** Pinned nodes of a causes chart, cause map or theme map */
  pins: { args: PinsArgs; reply: Array<HeldNode> };
  /** Page formats for exports */
  presets: { args: NoArgs; reply: Array<PresetRow> };
  /** Saved export settings */
  export_settings: { args: NoArgs; reply: ExportSettings };
  /** History, newest first */
  history: { args: HistoryArgs; reply: HistoryPage };
  /** Changes of one step */
  step: { args: StepArgs; reply: StepDetail };
  /** How a quick-add line is understood */
  understand: { args: LineArgs; reply: Understanding };
  /** How a typed link is understood */
  understand_link: { args: LineArgs; reply: LinkReading };
  /** Completions for what is typed so far */
  complete: { args: CompleteArgs; reply: Array<Suggestion> };
  /** Possible duplicates of an entry */
  look_alikes: { args: LookAlikesArgs; reply: Array<LookAlike> };
  /** Add an event from one line */
  add: { args: AddArgs; reply: Done };
  /** Add an event from its fields */
  add_event: { args: MakeArgs; reply: Done };
  /** Set fields of events */
  edit: { args: EditArgs; reply: Done };
  /** Move events in time, or their start or end */
  redate: { args: RedateArgs; reply: Done };
  /** Pin or unpin events; the timeline shows pinned ones first */
  pin: { args: IdsArgs; reply: Done };
  /** Pin nodes of a causes chart, cause map or theme map */
  hold: { args: HoldArgs; reply: Done };
  /** Unpin nodes of a causes chart, cause map or theme map */
  let_go: { args: LetGoArgs; reply: Done };
  /** Keep how a cause map or theme map was laid out */
  remember: { args: RememberArgs; reply: Remembered };
  /** Copy events */
  duplicate: { args: IdsArgs; reply: Done };
  /** Delete events with their links, claims and citations */
  delete: { args: IdsArgs; reply: Done };
  /** Merge events, keeping all citations, claims and links */
  merge_events: { args: MergeArgs; reply: Done };
  /** Link a cause to an effect */
  link: { args: AddLinkArgs; reply: Done };
  /** Set fields of a link */
  edit_link: { args: EditOneArgs; reply: Done };
  /** Swap cause and effect of links */
  turn_links: { args: IdsArgs; reply: Done };
  /** Delete links with their citations */
  delete_links: { args: IdsArgs; reply: Done };
  /** Add a source */
  add_source: { args: MakeArgs; reply: Done };
  /** Set fields of a source */
  edit_source: { args: EditOneArgs; reply: Done };
  /** Delete sources with their citations */
  delete_sources: { args: IdsArgs; reply: Done };
  /** Cite a source for an event, a field of it, a claim or a link */
  cite: { args: CiteArgs; reply: Done };
  /** Set fields of a citation */
  edit_citation: { args: EditOneArgs; reply: Done };
  /** Delete citations */
  delete_citations: { args: IdsArgs; reply: Done };
  /** Record a value that a source gives for a field */
  claim: { args: ClaimArgs; reply: Done };
  /** Set fields of a claim; adopting it sets the event's field */
  edit_claim: { args: EditOneArgs; reply: Done };
  /** Delete claims with their citations */
  delete_claims: { args: IdsArgs; reply: Done };
  /** Add a theme, category, actor, place or dataset */
  add_item: { args: ItemArgs; reply: Done };
  /** Rename, recolor or re-parent a theme, category, actor, place or dataset */
  edit_item: { args: ItemArgs; reply: Done };
  /** Merge themes, categories, actors, places, datasets or sources */
  merge_items: { args: MergeArgs; reply: Done };
  /** Reorder themes and their lanes */
  order_themes: { args: IdsArgs; reply: Done };
  /** Delete an unused theme, category, actor, place or dataset */
  delete_item: { args: ItemArgs; reply: Done };
  /** Rename the workspace or set its as-of day */
  set_workspace: { args: WorkspaceArgs; reply: Done };
  /** Set an index weight */
  set_weight: { args: SetWeightArgs; reply: Done };
  /** Set fields of a series */
  edit_series: { args: EditOneArgs; reply: Done };
  /** Delete series */
  delete_series: { args: IdsArgs; reply: Done };
  /** Save export settings under a name */
  save_export_settings: { args: ExportSetting; reply: Done };
  /** Delete saved export settings */
  delete_export_settings: { args: NameArgs; reply: Done };
  /** Remove the logo from exports */
  remove_logo: { args: NoArgs; reply: Done };
  /** Undo the last step */
  undo: { args: NoArgs; reply: Done };
  /** Redo the last undone step */
  redo: { args: NoArgs; reply: Done };
  /** Restore the state after a step, as a new step */
  restore: { args: StepArgs; reply: Done };
  /** Reload the file if another program has changed it */
  refresh: { args: NoArgs; reply: Refreshed };
}

/** Verbs that answer with a picture's bytes. */
export interface Pictures {
  /** A chart of the workspace */
  chart: { args: ChartArgs };
  /** The pages of the brief */
  brief_pages: { args: BriefArgs };
}
