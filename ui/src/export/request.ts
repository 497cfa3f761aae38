// Builds the arguments of an export from the options and what is on screen.

import type {
  AllCharts,
  Chart,
  ChartArgs,
  ExportArgs,
  Filter,
  Highlight,
  MapAt,
  PageOptions,
  PaletteWord,
  Preset,
  PreviewInfo,
} from "../api/generated";
import type { Span } from "../base/span";

/** Formats, by file extension. */
export const FORMATS = ["png", "svg", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** Marks of the Traffic Light Protocol, the strictest last. */
export const MARKS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;

/** A page of the same size as the chart on screen. */
export const ON_SCREEN = "screen";
/** A page of any size. */
export const CUSTOM = "custom";

/** Options of the page, as chosen. */
export interface Chosen {
  readonly format: Format;
  /** A preset, or one of the two above. */
  readonly preset: Preset | typeof ON_SCREEN;
  readonly custom: readonly [number, number];
  readonly scale: number;
  readonly theme: PaletteWord;
  readonly transparent: boolean;
  readonly outlines: boolean;
  readonly tiles: boolean;
  /** Lists the sources of a PDF on a page of their own. */
  readonly sourcesPage: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly handling: string;
  readonly logo: boolean;
  /** Draws the whole map instead of the part on screen. */
  readonly whole: boolean;
}

/** The defaults. */
export const USUAL: Chosen = {
  format: "png",
  preset: "slide",
  custom: [1600, 900],
  scale: 2,
  theme: "print",
  transparent: false,
  outlines: false,
  tiles: false,
  sourcesPage: false,
  title: "",
  subtitle: "",
  note: "",
  handling: "",
  logo: false,
  whole: false,
};

/** The state of the screen. */
export interface OnScreen {
  readonly size: readonly [number, number];
  readonly span: Span | null;
  /** Which chart, with its own options. */
  readonly chart: Chart;
  /** The visible part of a map; null for all of it. */
  readonly at: MapAt | null;
  readonly filter: Filter;
  readonly selected: string | null;
  readonly asOf: string | null;
  /** The answer that stands out; null for none. */
  readonly highlight: Highlight | null;
}

/** Charts without a time window. */
const TIMELESS: readonly Chart["kind"][] = ["themes", "study", "outlook"];
/** Charts without an as-of day. */
const NO_AS_OF: readonly Chart["kind"][] = [...TIMELESS, "heat"];
/** Charts of numbers, in which no answer can stand out. */
const OF_NUMBERS: readonly Chart["kind"][] = ["index", "study", "heat", "outlook"];

/** The arguments of an export of what is on screen. */
export function request(chosen: Chosen, screen: OnScreen): ExportArgs {
  return { page: pageArgs(chosen, screen.size), chart: content(chosen, screen) };
}

/** The arguments of the chart. */
export function content(chosen: Chosen, screen: OnScreen): ChartArgs {
  const { kind } = screen.chart;
  return {
    ...(screen.span && !TIMELESS.includes(kind)
      ? { window: { from_days: screen.span.from, to_days: screen.span.to } }
      : {}),
    ...(screen.selected ? { focus: { selected: screen.selected } } : {}),
    ...(screen.highlight && !OF_NUMBERS.includes(kind) ? { highlight: screen.highlight } : {}),
    filter: screen.filter,
    ...(screen.asOf && !NO_AS_OF.includes(kind) ? { as_of: screen.asOf } : {}),
    ...part(chosen, screen),
  };
}

/** The chart, with the visible part of a map. */
function part({ whole }: Chosen, { chart, at, size }: OnScreen): Pick<ChartArgs, "chart" | "look"> {
  const isMap = chart.kind === "cause-map" || chart.kind === "themes";
  if (at === null || whole || !isMap) return { chart };
  return { look: { width_px: size[0], height_px: size[1] }, chart: { ...chart, at } };
}

/** All charts, with their options on screen. */
export function allOf(charts: readonly Chart[]): Chart {
  const all: AllCharts = {};
  for (const chart of charts) {
    const { kind, ...rest } = chart;
    if (kind !== "study" && kind !== "all") Object.assign(all, { [kind.replace("-", "_")]: rest });
  }
  return { kind: "all", ...all };
}

/** The arguments of the page and the file. */
export function pageArgs(chosen: Chosen, screenPx: readonly [number, number]): PageOptions {
  const words = (name: "title" | "subtitle" | "note" | "handling") =>
    chosen[name].trim() ? { [name]: chosen[name].trim() } : {};
  return {
    ...page(chosen, screenPx),
    format: chosen.format,
    // Only PNG is scaled.
    scale: chosen.format === "png" ? chosen.scale : 1,
    theme: chosen.theme,
    ...(chosen.transparent ? { transparent: true } : {}),
    ...(chosen.outlines && chosen.format === "svg" ? { outlines: true } : {}),
    ...(chosen.tiles && chosen.format === "pdf" ? { tiles: true } : {}),
    ...(chosen.sourcesPage && chosen.format === "pdf" ? { sources_page: true } : {}),
    ...(chosen.logo ? { logo: true } : {}),
    ...words("title"),
    ...words("subtitle"),
    ...words("note"),
    ...words("handling"),
  };
}

function page(chosen: Chosen, screenPx: readonly [number, number]): Pick<PageOptions, "preset" | "size_px"> {
  if (chosen.preset !== ON_SCREEN && chosen.preset !== CUSTOM) return { preset: chosen.preset };
  const [width, height] = chosen.preset === ON_SCREEN ? screenPx : chosen.custom;
  const side = (px: number) => Math.min(8000, Math.max(100, Math.round(px) || 100));
  return { preset: CUSTOM, size_px: [side(width), side(height)] };
}

/** The options of an export with these arguments. */
export function chosenOf({ page: args = {}, chart }: ExportArgs): Chosen {
  const at = "at" in chart.chart ? chart.chart.at : undefined;
  const format = FORMATS.find((it) => it === args.format) ?? USUAL.format;
  return {
    format,
    preset: args.preset ?? (args.size_px ? CUSTOM : USUAL.preset),
    custom: args.size_px ?? USUAL.custom,
    scale: args.scale ?? 1,
    theme: args.theme ?? "light",
    transparent: args.transparent ?? false,
    outlines: args.outlines ?? false,
    tiles: args.tiles ?? false,
    sourcesPage: args.sources_page ?? false,
    title: args.title ?? "",
    subtitle: args.subtitle ?? "",
    note: args.note ?? "",
    handling: args.handling ?? "",
    logo: args.logo ?? false,
    whole: at === undefined,
  };
}

/** Splits a preview into its info and a PNG. It starts with the length of the JSON, four bytes, little-endian. */
export function previewOf(bytes: ArrayBuffer): { info: PreviewInfo; png: Uint8Array<ArrayBuffer> } {
  const length = new DataView(bytes).getUint32(0, true);
  const info = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))) as PreviewInfo;
  return { info, png: new Uint8Array(bytes, 4 + length) };
}

/** "1920 × 1080 px, 338.7 × 190.5 mm". */
export function measures(info: PreviewInfo): string {
  const of = (sides: readonly number[], digits: number) =>
    sides.map((it) => Number(it.toFixed(digits)).toLocaleString("en-US")).join(" × ");
  const mm = info.size_mm ? `, ${of(info.size_mm, 1)} mm` : "";
  return `${of(info.size_px, 0)} px${mm}`;
}

/** How many titles are listed; more are only counted. */
const NAMED = 5;

/** "Not drawn in full: “የንግድ ድርድር”, “…” and 3 more. No bundled font has all of their characters." */
export function lackingWords(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED).map((it) => `“${it}”`);
  const more = titles.length - named.length;
  return `Not drawn in full: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}. No bundled font has all of their characters.`;
}

/** "41 kB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
