// The formats for exporting data.

/** A format: its name, its use, and its arguments. */
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

/** All formats, in the order of the dialog. */
export const DATA: readonly [DataWay, ...DataWay[]] = [
  FIRST,
  { words: "Events table", note: "CSV", format: "csv", ending: "csv", table: "events" },
  { words: "Links table", note: "CSV", format: "csv", ending: "csv", table: "links" },
  { words: "Citations table", note: "CSV", format: "csv", ending: "csv", table: "citations" },
  { words: "Everything", note: "JSON", format: "json", ending: "json" },
  { words: "Calendar", note: "planned and doubtful events (iCalendar)", format: "ics", ending: "ics" },
  { words: "Chronology as text", note: "Markdown, with numbered sources", format: "md", ending: "md" },
  { words: "Graph (GraphML)", note: "yEd, Gephi, NetworkX", format: "graphml", ending: "graphml" },
  { words: "Graph (GEXF)", note: "Gephi", format: "gexf", ending: "gexf" },
  { words: "Graph (DOT)", note: "Graphviz", format: "dot", ending: "dot" },
  { words: "Map", note: "GeoJSON, one point per place", format: "geojson", ending: "geojson" },
  { words: "TimelineJS", note: "JSON for Knight Lab's web timeline", format: "timelinejs", ending: "json" },
];
