// What an export asks for, from what was chosen and what is on screen.

import type {
  AllCharts,
  Chart,
  ChartArgs,
  ExportArgs,
  Filter,
  MapAt,
  PageOptions,
  PaletteWord,
  Preset,
  PreviewInfo,
} from "../api/generated";
import type { Span } from "../base/span";

/** Formats, by the ending of the file. */
export const FORMATS = ["png", "svg", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** Marks of the Traffic Light Protocol, the strictest last. */
export const MARKS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;

/** A page that is no preset: as large as the chart on screen. */
export const ON_SCREEN = "screen";
/** A page of any size. */
export const CUSTOM = "custom";

/** Options of the page, as chosen. */
export interface Chosen {
  readonly format: Format;
  /** A page by name, or one of the two above. */
  readonly preset: Preset | typeof ON_SCREEN;
  readonly custom: readonly [number, number];
  readonly scale: number;
  readonly theme: PaletteWord;
  readonly transparent: boolean;
  readonly outlines: boolean;
  readonly tiles: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly handling: string;
  readonly logo: boolean;
  /** Whether all of a map is drawn, and not only what of it is on screen. */
  readonly whole: boolean;
}

/** Before anything was chosen. */
export const USUAL: Chosen = {
  format: "png",
  preset: "slide",
  custom: [1600, 900],
  scale: 2,
  theme: "print",
  transparent: false,
  outlines: false,
  tiles: false,
  title: "",
  subtitle: "",
  note: "",
  handling: "",
  logo: false,
  whole: false,
};

/** What is on screen. */
export interface OnScreen {
  readonly size: readonly [number, number];
  readonly span: Span | null;
  /** Which chart, with what only it asks for. */
  readonly chart: Chart;
  /** What of a map is looked at; null: all of it. */
  readonly at: MapAt | null;
  readonly filter: Filter;
  readonly selected: string | null;
  readonly asOf: string | null;
}

/** Charts that have no window in time. */
const TIMELESS: readonly Chart["kind"][] = ["themes", "study", "outlook"];
/** Charts that know no as-of day. */
const NO_AS_OF: readonly Chart["kind"][] = [...TIMELESS, "heat"];

/** The arguments of an export of what is on screen. */
export function request(chosen: Chosen, screen: OnScreen): ExportArgs {
  return { page: pageArgs(chosen, screen.size), chart: content(chosen, screen) };
}

/** What is in the chart. */
export function content(chosen: Chosen, screen: OnScreen): ChartArgs {
  const { kind } = screen.chart;
  return {
    ...(screen.span && !TIMELESS.includes(kind)
      ? { window: { from_days: screen.span.from, to_days: screen.span.to } }
      : {}),
    ...(screen.selected ? { focus: { selected: screen.selected } } : {}),
    filter: screen.filter,
    ...(screen.asOf && !NO_AS_OF.includes(kind) ? { as_of: screen.asOf } : {}),
    ...part(chosen, screen),
  };
}

/** The chart, and what of a map is on which screen. */
function part({ whole }: Chosen, { chart, at, size }: OnScreen): Pick<ChartArgs, "chart" | "look"> {
  const isMap = chart.kind === "cause-map" || chart.kind === "themes";
  if (at === null || whole || !isMap) return { chart };
  return { look: { width_px: size[0], height_px: size[1] }, chart: { ...chart, at } };
}

/** All charts, with what each asks for on screen. */
export function allOf(charts: readonly Chart[]): Chart {
  const all: AllCharts = {};
  for (const chart of charts) {
    const { kind, ...rest } = chart;
    if (kind !== "study" && kind !== "all") Object.assign(all, { [kind.replace("-", "_")]: rest });
  }
  return { kind: "all", ...all };
}

/** What stands around it, and how it is written. */
export function pageArgs(chosen: Chosen, screenPx: readonly [number, number]): PageOptions {
  const words = (name: "title" | "subtitle" | "note" | "handling") =>
    chosen[name].trim() ? { [name]: chosen[name].trim() } : {};
  return {
    ...page(chosen, screenPx),
    format: chosen.format,
    // Only PNG has pixels to multiply.
    scale: chosen.format === "png" ? chosen.scale : 1,
    theme: chosen.theme,
    ...(chosen.transparent ? { transparent: true } : {}),
    ...(chosen.outlines && chosen.format === "svg" ? { outlines: true } : {}),
    ...(chosen.tiles && chosen.format === "pdf" ? { tiles: true } : {}),
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

/** What was chosen for an export with these arguments. */
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
    title: args.title ?? "",
    subtitle: args.subtitle ?? "",
    note: args.note ?? "",
    handling: args.handling ?? "",
    logo: args.logo ?? false,
    whole: at === undefined,
  };
}

/** What a preview brings: what it says, and a PNG. The length of the JSON comes first, as four bytes, little end first. */
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

/** Titles beyond these are only counted: the list would hide the preview. */
const NAMED = 5;

/** "Not drawn in full: “የንግድ ድርድር”, “…” and 3 more. No bundled font has their letters." */
export function lackingWords(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED).map((it) => `“${it}”`);
  const more = titles.length - named.length;
  return `Not drawn in full: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}. No bundled font has all of their letters.`;
}

/** "41 kB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
