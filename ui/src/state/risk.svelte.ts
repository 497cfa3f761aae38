// The state of the charts of numbers: which chart, scale, series and day.

import { asFault, host } from "../api/client";
import type { Chart, Fault, Scaling, SeriesRow, StudyArgs } from "../api/generated";

/** The charts of numbers, in the order of their tabs. */
export const CHARTS = [
  ["index", "Over time"],
  ["study", "Event study"],
  ["heat", "Theme by month"],
  ["outlook", "Outlook"],
] as const;
export type NumberChart = (typeof CHARTS)[number][0];

/** The scales of the index, with their names. */
export const SCALES = [
  ["weight", "Sum of weights"],
  ["base", "Base period = 100"],
  ["deviations", "Standard deviations"],
  ["share", "Share of total"],
] as const;
export type IndexScale = (typeof SCALES)[number][0];

/** Models of expected changes. */
export const MODELS = [
  ["mean", "Constant mean"],
  ["market", "Market model"],
  ["adjusted", "Market-adjusted"],
] as const;
export type StudyModel = (typeof MODELS)[number][0];

class Risk {
  chart = $state<NumberChart>("index");
  /** Name of the chart. */
  name: string = $derived(
    this.chart === "index" ? "Index" : (CHARTS.find(([word]) => word === this.chart)?.[1] ?? "Index"),
  );
  scale = $state<IndexScale>("weight");
  /** First and last day of the base period, ISO 8601. */
  base = $state.raw<readonly [string, string]>(["", ""]);
  /** Uses only sources published by this day; empty for all. */
  knownOn = $state("");
  /** Handles of the series drawn with the index. */
  beside = $state.raw<readonly string[]>([]);
  /** The day whose details are open, ISO 8601. */
  day = $state<string | null>(null);
  /** The day under the pointer. */
  over = $state<string | null>(null);
  /** Ids of the events that are studied. */
  studied = $state.raw<readonly string[]>([]);
  /** Handle of the studied series; empty for the first. */
  studiedSeries = $state("");
  model = $state<StudyModel>("mean");
  /** Handle of the market series. */
  market = $state("");
  /** Ids of studied events reported after the market close. */
  late = $state.raw<readonly string[]>([]);
  /** Day since which the outlook shows changes; empty for none. */
  since = $state("");
  /** The open dialog. */
  dialog = $state<"weights" | "load" | null>(null);
  series = $state.raw<readonly SeriesRow[]>([]);
  fault = $state.raw<Fault | null>(null);

  /** The scale as an argument of verbs. An incomplete base period is left out. */
  scaling: Scaling = $derived.by(() => {
    const known = this.knownOn ? { known_on: this.knownOn } : {};
    const [from, to] = this.base;
    if (this.scale === "base") return from && to ? { scale: "base", base_from: from, base_to: to, ...known } : known;
    return { scale: this.scale, ...known };
  });

  /** The study as an argument of verbs; null while incomplete. */
  study: StudyArgs | null = $derived.by(() => {
    const series = this.series.find((it) => it.handle === this.studiedSeries) ?? this.series[0];
    const market = this.series.find((it) => it.handle === this.market);
    if (!series || this.studied.length === 0) return null;
    if (this.model !== "mean" && !market) return null;
    return {
      events: [...this.studied],
      series: series.handle,
      model: this.model,
      ...(market && this.model !== "mean" ? { market: market.handle } : {}),
      after_close: this.late.filter((it) => this.studied.includes(it)),
    };
  });

  /** The chart for an export; an incomplete study falls back to the index. */
  drawn: Chart = $derived.by(() => {
    const known = this.knownOn ? { known_on: this.knownOn } : {};
    if (this.chart === "study" && this.study) return { kind: "study", study: this.study };
    if (this.chart === "heat") return { kind: "heat", ...known };
    if (this.chart === "outlook") return { kind: "outlook", ...(this.since ? { since: this.since } : {}) };
    return { kind: "index", scaling: this.scaling, series: [...this.beside] };
  });

  /** Reloads the list of series. */
  async look(): Promise<void> {
    try {
      this.series = await host.call("series", {});
      this.fault = null;
      const there = (handle: string) => this.series.some((it) => it.handle === handle);
      this.beside = this.beside.filter(there);
    } catch (refused) {
      this.fault = asFault(refused);
    }
  }

  /** Shows or hides a series with the index. */
  toggle(handle: string): void {
    this.beside = this.beside.includes(handle) ? this.beside.filter((it) => it !== handle) : [...this.beside, handle];
  }

  /** Studies these events. */
  studyEvents(ids: readonly string[]): void {
    this.studied = ids;
    this.chart = "study";
  }

  restart(): void {
    this.day = null;
    this.over = null;
    this.studied = [];
    this.late = [];
    this.beside = [];
    this.series = [];
    this.dialog = null;
  }
}

export const risk = new Risk();
