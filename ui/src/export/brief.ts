// The parts and options of a brief.

import type { BriefArgs, Filter } from "../api/generated";

/** A part of a brief: its word in verbs, and its name. */
export interface BriefPart {
  readonly word: string;
  readonly words: string;
  /** A chart, which Markdown cannot contain. */
  readonly chart?: true;
  readonly on: boolean;
}

/** All parts in the default order; the default ones are on. */
export const PARTS: readonly BriefPart[] = [
  { word: "summary", words: "In short", on: true },
  { word: "happened", words: "What happened", on: true },
  { word: "changed", words: "Changed assessments, and why", on: true },
  { word: "coming", words: "What is coming", on: true },
  { word: "timeline", words: "Timeline", chart: true, on: true },
  { word: "causes", words: "Causes", chart: true, on: false },
  { word: "cause-map", words: "Cause map", chart: true, on: false },
  { word: "themes", words: "Themes", chart: true, on: false },
  { word: "index", words: "Index", chart: true, on: false },
  { word: "heat", words: "Theme by month", chart: true, on: false },
  { word: "outlook", words: "Outlook", chart: true, on: false },
  { word: "sources", words: "Sources", on: true },
  { word: "notes", words: "Notes", on: true },
];

/** Marks of the Traffic Light Protocol; the first is none. */
export const MARKS = ["", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;

/** File formats of a brief. */
export const FORMS = [
  ["docx", "Word"],
  ["pdf", "PDF"],
  ["html", "HTML"],
  ["md", "Markdown"],
] as const;
export type Form = (typeof FORMS)[number][0];

/** The parts with the one at `at` moved by `by` places, within the list. */
export function moved(parts: readonly BriefPart[], at: number, by: number): readonly BriefPart[] {
  const to = Math.max(0, Math.min(at + by, parts.length - 1));
  const rest = parts.filter((_, place) => place !== at);
  const part = parts[at];
  return part ? [...rest.slice(0, to), part, ...rest.slice(to)] : parts;
}

/** The parts with the one of this word toggled. */
export function switched(parts: readonly BriefPart[], word: string): readonly BriefPart[] {
  return parts.map((it) => (it.word === word ? { ...it, on: !it.on } : it));
}

/** The chosen options. */
export interface BriefChoice {
  readonly since: string;
  readonly until: string;
  readonly title: string;
  readonly author: string;
  readonly handling: string;
  readonly parts: readonly BriefPart[];
}

/** The arguments of the brief. */
export function briefOf(choice: BriefChoice, filter: Filter): BriefArgs {
  const title = choice.title.trim();
  const author = choice.author.trim();
  return {
    since: choice.since,
    ...(choice.until ? { until: choice.until } : {}),
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(choice.handling ? { handling: choice.handling } : {}),
    parts: choice.parts.filter((it) => it.on).map((it) => it.word),
    filter,
  };
}
