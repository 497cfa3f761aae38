// What an export asks for, from what was chosen and what is on screen.

import type { Arrange, ExportArgs, Filter, MapAt, Near, PaletteWord } from "../api/generated";
import type { View } from "../state/view.svelte";
import type { Span } from "../chart/span";

/** Formats, by the ending of the file. */
export const FORMATS = ["png", "svg", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** Sizes of the page, in its own pixels; null: as large as on screen. A4 at 96 pixels to the inch. */
export const SIZES = [
  ["1920 × 1080", [1920, 1080]],
  ["A4 landscape", [1123, 794]],
  ["As on screen", null],
] as const;

/** What was chosen. */
export interface Chosen {
  readonly format: Format;
  readonly size: number;
  readonly scale: number;
  readonly theme: PaletteWord;
  readonly title: string;
  readonly subtitle: string;
  /** Whether all of a map is drawn, and not only what of it is on screen. */
  readonly whole: boolean;
}

/** What is on screen. */
export interface OnScreen {
  readonly view: Exclude<View, "sources">;
  readonly size: readonly [number, number];
  readonly span: Span | null;
  readonly lanes: string;
  readonly arrange: Arrange;
  readonly collapse: boolean;
  readonly steps: number;
  readonly links: boolean;
  readonly near: Near;
  readonly map: Pick<ExportArgs, "theme_lanes" | "down" | "implied" | "collapsed" | "by" | "wholes">;
  /** What of a map is looked at; null: all of it. */
  readonly at: MapAt | null;
  readonly filter: Filter;
  readonly selected: string | null;
  readonly asOf: string | null;
  /** What the charts of numbers ask for. */
  readonly numbers: Pick<ExportArgs, "scaling" | "series" | "study" | "since">;
}

/** The arguments of the export. */
export function request(chosen: Chosen, screen: OnScreen): ExportArgs {
  const preset = SIZES[chosen.size]?.[1] ?? null;
  const [width, height] = preset ?? screen.size;
  return {
    size_px: [Math.round(width), Math.round(height)],
    // Only PNG has pixels to multiply.
    scale: chosen.format === "png" ? chosen.scale : 1,
    theme: chosen.theme,
    filter: screen.filter,
    ...(screen.span ? { from_days: screen.span.from, to_days: screen.span.to } : {}),
    ...(screen.view === "timeline"
      ? { lanes: screen.lanes, arrange: screen.arrange, collapse: screen.collapse, steps: screen.steps, links: screen.links, overview: true }
      : screen.view === "index"
        ? screen.numbers
        : { near: screen.near, ...screen.map, ...part(chosen, screen) }),
    ...(screen.selected ? { selected: screen.selected } : {}),
    ...(screen.asOf ? { as_of: screen.asOf } : {}),
    ...(chosen.title.trim() ? { title: chosen.title.trim() } : {}),
    ...(chosen.subtitle.trim() ? { subtitle: chosen.subtitle.trim() } : {}),
  };
}

/** What of a map is on screen. */
function part({ whole }: Chosen, { view, at, size }: OnScreen): Pick<ExportArgs, "at" | "seen_px"> {
  return at === null || whole || view === "causes" ? {} : { at, seen_px: [...size] };
}

/** "41 kB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
