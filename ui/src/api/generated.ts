// Made from crates/app by its tests; do not edit. To renew it:
//   FAULTLINE_UPDATE=1 cargo test -p app

/** An actor and how many entries it is in, those of its parts included. */
export type ActorCount = {
  /** Identity. */
  id: string,
  /** Word for typing. */
  handle: string,
  /** Name for reading. */
  name: string,
  /** What it belongs to. */
  parent: string | null,
  /** Number of entries. */
  count: number,
};

/** An actor with its part in the event. */
export type ActorLine = {
  /** Identity. */
  id: string,
  /** Name for reading. */
  name: string,
  /** From country down ("US › State Department"). */
  path: string,
  /** Role; may be empty. */
  role: string,
};

/** A row of `actors`. */
export type ActorRow = {
  /** Identity. */
  id: string,
  /** Word for typing. */
  handle: string,
  /** Name for reading. */
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

/** A category with the codes noted on the event. */
export type CategoryLine = {
  /** Name for reading. */
  name: string,
  /** CAMEO code; may be empty. */
  cameo: string,
  /** PLOVER code; may be empty. */
  plover: string,
};

/** Arguments of `causes`. */
export type CausesArgs = {
  /** Width in logical pixels, 100 to 8,000. */
  width_px: number,
  /** Height in logical pixels, 100 to 8,000. */
  height_px: number,
  /** Which colors. */
  theme?: PaletteWord,
  /** How far the content is scrolled down. */
  scroll_px?: number,
  /** Where the window in time begins, days since 1970-01-01; absent with `to_days`: fit. */
  from_days?: number,
  /** Where it ends. */
  to_days?: number,
  /** Which entries. */
  filter?: Filter,
  /** Id of the selected event. */
  selected?: string,
  /** Id of the event under the pointer. */
  hovered?: string,
  /** As-of day, ISO 8601; absent: the workspace's own. */
  as_of?: string,
};

/** A citation. */
export type CitationRow = {
  /** Identity. */
  id: string,
  /** Handle of the source. */
  source: string,
  /** Quote or paraphrase; may be empty. */
  quote: string,
  /** Place in the text; may be empty. */
  locator: string,
  /** Admiralty grade, as far as judged. */
  grade: string,
  /** "for" or "against". */
  stance: string,
};

/** A field on which sources disagree, with every claim kept. */
export type ClaimField = {
  /** Which field, in the analyst's words. */
  field: string,
  /** What is claimed, the adopted value first. */
  values: Array<ClaimValue>,
};

/** A source as named beside a claim. */
export type ClaimSource = {
  /** Its number in exports. */
  number: number,
  /** Short name ("A1"). */
  handle: string,
  /** Admiralty grade, as far as judged ("B2", "B"). */
  grade: string,
};

/** One claimed value. */
export type ClaimValue = {
  /** The value. */
  value: string,
  /** True for the one the analyst goes by. */
  adopted: boolean,
  /** Sources for it. */
  sources: Array<ClaimSource>,
  /** Sources against it. */
  against: Array<ClaimSource>,
};

/** Arguments of `date`. */
export type DateArgs = {
  /** A date as a person writes it ("early May 2025"). */
  words: string,
};

/** A fuzzy date: the words, the EDTF and the bounds. A bound that is not known is null. */
export type DateDetail = {
  /** The words as typed. */
  words: string,
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
  /** Why the date is what it is; may be empty. */
  note: string,
};

/** What to ask the analyst about an ambiguous date. */
export type DateQuestion = {
  /** The question. */
  question: string,
  /** The readings, the likeliest first. */
  choices: Array<DateDetail>,
};

/** What reading a date came to. */
export type DateReply = { "understood": DateDetail } | { "ask": DateQuestion };

/** Arguments of `event`. */
export type EventArgs = {
  /** Which event. */
  id: string,
  /** Layers whose entries may be named beside it, as in [`Filter::layers`]. */
  layers?: Array<string>,
};

/** Reply of `event`. */
export type EventDetail = {
  /** Identity. */
  id: string,
  /** Short name ("E21"). */
  handle: string,
  /** Event, condition, assessment or scenario. */
  kind: string,
  /** Status word. */
  status: string,
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
  tone: string,
  /** Likelihood word and band, if stated or judged. */
  likelihood: LikelihoodLine | null,
  /** Low, moderate or high, if judged. */
  confidence: string | null,
  /** Admiralty grade of the best citation ("B2"). */
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
  /** Name of its layer; null for the chronology itself. */
  layer: string | null,
  /** For an entry of a layer: the event it tells more about. */
  concerns: EventRef | null,
  /** Entries of shown layers that tell more about this one. */
  further: Array<EventRef>,
};

/** An event as named in a line about another. */
export type EventRef = {
  /** Identity. */
  id: string,
  /** Short name. */
  handle: string,
  /** One line. */
  title: string,
  /** Date in words; empty for what has no date. */
  date_words: string,
  /** Tone word. */
  tone: string,
  /** 1 to 5. */
  severity: number,
  /** Status word. */
  status: string,
};

/** A row of `events`. */
export type EventRow = {
  /** Identity. */
  id: string,
  /** Short name ("E21"). */
  handle: string,
  /** Event, condition, assessment or scenario. */
  kind: string,
  /** Status word. */
  status: string,
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
  tone: string,
  /** Likelihood word, if stated or judged. */
  likelihood: string | null,
  /** Confidence word, if judged. */
  confidence: string | null,
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
  /** Name of its layer; null for the chronology itself. */
  layer: string | null,
};

/** What an export is asked for; the same for every view, what a view has no use for is ignored. */
export type ExportArgs = {
  /** Width and height of the page, 100 to 8,000 each; 1,920 by 1,080 if absent. */
  size_px?: [number, number],
  /** Pixels of a PNG per pixel of the page, 1 to 4; 1 if absent. */
  scale?: number,
  /** Which colors. */
  theme?: PaletteWord,
  /** Where the window in time begins, days since 1970-01-01; absent with `to_days`: fit. */
  from_days?: number,
  /** Where it ends. */
  to_days?: number,
  /** theme, category, actor, country or none; theme if absent. */
  lanes?: string,
  /** Which entries. */
  filter?: Filter,
  /** Id of the selected event. */
  selected?: string,
  /** As-of day, ISO 8601; absent: the workspace's own. */
  as_of?: string,
  /** Whether the overview strip is drawn. */
  overview?: boolean,
  /** What, where, when; absent: the workspace's name, the view and the period. */
  title?: string,
  /** Measure and period; absent: what is shown and what filters it. */
  subtitle?: string,
};

/** Reply of an export. */
export type Exported = {
  /** Name of the file, without folders. */
  file_name: string,
  /** Its size. */
  bytes: number,
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
  /** What sort. */
  code: FaultCode,
  /** What went wrong, one sentence without a full stop. */
  message: string,
  /** What to do about it. */
  help: string | null,
  /** Which argument it is about (`filter.severity_min`). */
  field: string | null,
};

/** What sort of thing went wrong. A closed list: the window acts on some of them. */
export type FaultCode = "unknown_verb" | "bad_argument" | "not_found" | "ambiguous" | "exists" | "file" | "internal";

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
  themes?: Array<string>,
  /** Status words: any of them. */
  statuses?: Array<string>,
  /** Least severity, 1 to 5; 0 or 1 asks for all. */
  severity_min?: number,
  /** Ids of actors: any of them, or of the actors under them. */
  actors?: Array<string>,
  /** Words that must all occur in title, summary, actors or places; case and accents do not matter. */
  words?: string,
  /** Ids of layers shown beside the chronology. Absent: those that are on when the workspace opens. An empty list shows the chronology alone. */
  layers?: Array<string>,
};

/** Reply of `filter`. A facet's counts heed every other part of the filter but not its own, so they say what choosing a value would show. */
export type FilterResult = {
  /** Entries that pass. */
  shown: number,
  /** Entries of the chronology and the shown layers. */
  total: number,
  /** Entries that do not pass: `total - shown`. */
  hidden: number,
  /** Ids of the entries that pass, in order of time. */
  ids: Array<string>,
  /** Per theme, subthemes included. */
  themes: Array<IdCount>,
  /** Per status. */
  statuses: Array<WordCount>,
  /** Per tone. */
  tones: Array<WordCount>,
  /** Per severity. */
  severities: Array<SeverityCount>,
  /** Per actor, its parts included. */
  actors: Array<IdCount>,
  /** Per place. */
  places: Array<IdCount>,
  /** Per source. */
  sources: Array<IdCount>,
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

/** An id and how many entries belong to it. */
export type IdCount = {
  /** Identity. */
  id: string,
  /** Number of entries. */
  count: number,
};

/** A layer and how many entries it has. */
export type LayerCount = {
  /** Identity. */
  id: string,
  /** Name for reading. */
  name: string,
  /** Whether it shows when the workspace opens. */
  on: boolean,
  /** Number of entries. */
  count: number,
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

/** A link seen from one of its ends. */
export type LinkLine = {
  /** Identity of the link. */
  id: string,
  /** The other end. */
  event: EventRef,
  /** Handle of the type. */
  link_type: string,
  /** The type in words, read from cause to effect. */
  label: string,
  /** The analyst's wording; may be empty. */
  wording: string,
  /** "+", "-" or "0". */
  sign: string,
  /** Strength word, if judged. */
  strength: string | null,
  /** Confidence word. */
  confidence: string,
  /** Days from cause to effect, if stated. */
  lag_days: number | null,
  /** Basis word. */
  basis: string,
  /** Evidence in the analyst's words; may be empty. */
  note: string,
  /** Rival explanations of one effect carry the same word; empty without rivals. */
  rivals: string,
  /** Numbers of the sources cited for it. */
  sources: Array<number>,
};

/** A row of `links`. */
export type LinkRow = {
  /** Identity. */
  id: string,
  /** Id of the cause. */
  cause: string,
  /** Short name of the cause. */
  cause_handle: string,
  /** Title of the cause. */
  cause_title: string,
  /** Id of the effect. */
  effect: string,
  /** Short name of the effect. */
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
  sign: string,
  /** Strength word, if judged. */
  strength: string | null,
  /** Confidence word. */
  confidence: string,
  /** Days from cause to effect, if stated. */
  lag_days: number | null,
  /** Basis word. */
  basis: string,
  /** Evidence; may be empty. */
  note: string,
  /** Rival explanations carry the same word; empty without rivals. */
  rivals: string,
  /** What is cited for it. */
  citations: Array<CitationRow>,
};

/** Arguments of `filter` and of every list. */
export type ListArgs = {
  /** Which entries. */
  filter?: Filter,
};

/** For verbs that take nothing. */
export type NoArgs = Record<symbol, never>;

/** Reply of `workspace`. Counts are over the chronology and the layers that are on. */
export type Overview = {
  /** Name of the workspace. */
  name: string,
  /** Name of its file, without folders. */
  file_name: string,
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
  statuses: Array<WordCount>,
  /** Every tone word. */
  tones: Array<WordCount>,
  /** Severities 1 to 5. */
  severities: Array<SeverityCount>,
  /** Actors. */
  actors: Array<ActorCount>,
  /** Places. */
  places: Array<PlaceCount>,
  /** Sources, as numbered in exports. */
  sources: Array<SourceCount>,
  /** Layers. */
  layers: Array<LayerCount>,
  /** Ways to make lanes. */
  lanes: Array<string>,
};

/** Which colors. */
export type PaletteWord = "light" | "dark" | "print";

/** An actor with its role. */
export type ParticipantRow = {
  /** Handle of the actor. */
  actor: string,
  /** Name for reading. */
  name: string,
  /** Role; may be empty. */
  role: string,
};

/** A place and how many entries are there. */
export type PlaceCount = {
  /** Identity. */
  id: string,
  /** Name for reading. */
  name: string,
  /** Number of entries. */
  count: number,
};

/** A place. */
export type PlaceLine = {
  /** Identity. */
  id: string,
  /** Name for reading. */
  name: string,
  /** Degrees north. */
  latitude_deg: number | null,
  /** Degrees east. */
  longitude_deg: number | null,
};

/** Arguments of `search`. */
export type SearchArgs = {
  /** Words to look for; the last one may be unfinished. */
  words: string,
  /** At most this many hits, 1 to 1,000; 50 if absent. */
  limit?: number,
  /** Layers whose entries may be found, as in [`Filter::layers`]. */
  layers?: Array<string>,
};

/** A severity and how many entries have it. */
export type SeverityCount = {
  /** 1 to 5. */
  severity: number,
  /** Number of entries. */
  count: number,
};

/** A source and how many entries cite it. */
export type SourceCount = {
  /** Identity. */
  id: string,
  /** Its number in exports. */
  number: number,
  /** Short name ("A1"). */
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

/** A citation as listed under an event. */
export type SourceLine = {
  /** The source's number in exports. */
  number: number,
  /** Identity of the source. */
  id: string,
  /** Short name ("A1"). */
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
  stance: string,
};

/** A row of `sources`. */
export type SourceRow = {
  /** Identity. */
  id: string,
  /** Its number in exports. */
  number: number,
  /** Short name ("A1"). */
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
  reliability: string | null,
  /** Entries that pass the filter and cite it. */
  count: number,
};

/** A theme and how many entries it has, those of its subthemes included. */
export type ThemeCount = {
  /** Identity. */
  id: string,
  /** Word for typing. */
  handle: string,
  /** Name for reading. */
  name: string,
  /** The theme it is part of. */
  parent: string | null,
  /** Name of its hue. */
  hue: string,
  /** Number of entries. */
  count: number,
};

/** A row of `themes`. */
export type ThemeRow = {
  /** Identity. */
  id: string,
  /** Word for typing. */
  handle: string,
  /** Name for reading. */
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
  id: string,
  /** Word for typing. */
  handle: string,
  /** Name for reading. */
  name: string,
  /** Name of its hue. */
  hue: string,
};

/** Arguments of `timeline`. */
export type TimelineArgs = {
  /** Width in logical pixels, 100 to 8,000. */
  width_px: number,
  /** Height in logical pixels, 100 to 8,000. */
  height_px: number,
  /** Which colors. */
  theme?: PaletteWord,
  /** How far the content is scrolled down. */
  scroll_px?: number,
  /** Where the window in time begins, days since 1970-01-01; absent with `to_days`: fit. */
  from_days?: number,
  /** Where it ends. */
  to_days?: number,
  /** theme, category, actor, country or none; theme if absent. */
  lanes?: string,
  /** Which entries. */
  filter?: Filter,
  /** Id of the selected event. */
  selected?: string,
  /** Id of the event under the pointer. */
  hovered?: string,
  /** As-of day, ISO 8601; absent: the workspace's own. */
  as_of?: string,
  /** Whether the overview strip is drawn. */
  overview?: boolean,
};

/** A row of `verbs`. */
export type VerbInfo = {
  /** What it is called by. */
  name: string,
  /** read, write, picture or file. */
  kind: string,
  /** One line. */
  help: string,
};

/** A word and how many entries carry it. */
export type WordCount = {
  /** The word. */
  word: string,
  /** Number of entries. */
  count: number,
};

/** Verbs that answer with JSON. */
export interface Verbs {
  /** What the workspace holds, with counts to filter by */
  workspace: { args: NoArgs; reply: Overview };
  /** Which entries pass a filter, and what other choices would show */
  filter: { args: ListArgs; reply: FilterResult };
  /** One event with its claims, causes, effects and sources */
  event: { args: EventArgs; reply: EventDetail };
  /** Entries that pass a filter, in order of time */
  events: { args: ListArgs; reply: Array<EventRow> };
  /** Links between entries that pass a filter */
  links: { args: ListArgs; reply: Array<LinkRow> };
  /** Themes with the number of entries */
  themes: { args: ListArgs; reply: Array<ThemeRow> };
  /** Actors with the number of entries */
  actors: { args: ListArgs; reply: Array<ActorRow> };
  /** Sources with the number of entries */
  sources: { args: ListArgs; reply: Array<SourceRow> };
  /** Entries that contain the words, best first */
  search: { args: SearchArgs; reply: Array<EventRef> };
  /** The one entry meant by an id, a handle or enough of its title */
  find: { args: FindArgs; reply: EventRef };
  /** The filter that is meant by typed words */
  filter_words: { args: FilterWordsArgs; reply: Filter };
  /** How the words of a date are understood */
  date: { args: DateArgs; reply: DateReply };
  /** What the program can be asked to do */
  verbs: { args: NoArgs; reply: Array<VerbInfo> };
}

/** Verbs that answer with a picture's bytes. */
export interface Pictures {
  /** Entries in lanes, true to time */
  timeline: { args: TimelineArgs };
  /** What led to what, true to time */
  causes: { args: CausesArgs };
}
