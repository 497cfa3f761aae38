// The formats in which the data leaves the program.

/** One of them: what it is called, what for, and how it is asked for. */
export interface DataWay {
  readonly words: string;
  readonly note: string;
  readonly format: string;
  readonly ending: string;
  readonly table?: "events" | "links" | "citations";
}

const FIRST: DataWay = {
  words: "Workbook",
  note: "events, links and citations as sheets (XLSX)",
  format: "xlsx",
  ending: "xlsx",
};

/** In the order of the dialog. */
export const DATA: readonly [DataWay, ...DataWay[]] = [
  FIRST,
  { words: "Table of events", note: "CSV", format: "csv", ending: "csv", table: "events" },
  { words: "Table of links", note: "CSV", format: "csv", ending: "csv", table: "links" },
  { words: "Table of citations", note: "CSV", format: "csv", ending: "csv", table: "citations" },
  { words: "Everything", note: "JSON", format: "json", ending: "json" },
  { words: "Calendar", note: "what is planned or in doubt (iCalendar)", format: "ics", ending: "ics" },
  { words: "Chronology as text", note: "Markdown, with numbered sources", format: "md", ending: "md" },
  { words: "Graph, GraphML", note: "yEd, Gephi, networkx", format: "graphml", ending: "graphml" },
  { words: "Graph, GEXF", note: "Gephi", format: "gexf", ending: "gexf" },
  { words: "Graph, DOT", note: "graphviz", format: "dot", ending: "dot" },
  { words: "Map", note: "GeoJSON, a point for each place", format: "geojson", ending: "geojson" },
  { words: "TimelineJS", note: "JSON of Knight Lab's web timeline", format: "timelinejs", ending: "json" },
];
