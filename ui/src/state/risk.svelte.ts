// What the charts of numbers show: which of them, on what scale, beside which series, at which day.

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

/** The scales of the index, with what each is called. */
export const SCALES = [
  ["weight", "Sum of weights"],
  ["base", "100 = a base"],
  ["deviations", "Deviations"],
  ["share", "Share of all"],
] as const;
export type IndexScale = (typeof SCALES)[number][0];

/** Models of what is normal. */
export const MODELS = [
  ["mean", "Constant mean"],
  ["market", "Market model"],
  ["adjusted", "Adjusted by the market"],
] as const;
export type StudyModel = (typeof MODELS)[number][0];

class Risk {
  chart = $state<NumberChart>("index");
  /** What the chart is called. */
  name: string = $derived(
    this.chart === "index" ? "Index" : (CHARTS.find(([word]) => word === this.chart)?.[1] ?? "Index"),
  );
  scale = $state<IndexScale>("weight");
  /** First and last day of the base, ISO 8601. */
  base = $state.raw<readonly [string, string]>(["", ""]);
  /** Only by sources published until this day; empty: by all. */
  knownOn = $state("");
  /** Handles of the series that are drawn beside the index. */
  beside = $state.raw<readonly string[]>([]);
  /** The day whose point is opened, ISO 8601. */
  day = $state<string | null>(null);
  /** The day under the pointer. */
  over = $state<string | null>(null);
  /** Ids of the events that are studied. */
  studied = $state.raw<readonly string[]>([]);
  /** Handle of the series that is studied; empty: the first there is. */
  studiedSeries = $state("");
  model = $state<StudyModel>("mean");
  /** Handle of the series that stands for the market. */
  market = $state("");
  /** Ids of studied events whose news came after the close. */
  late = $state.raw<readonly string[]>([]);
  /** Day since which the outlook shows tails; empty: none. */
  since = $state("");
  /** Whether the weights, or the loading of a series, lie over the window. */
  dialog = $state<"weights" | "load" | null>(null);
  series = $state.raw<readonly SeriesRow[]>([]);
  fault = $state.raw<Fault | null>(null);

  /** The scale as the verbs take it. A base without both ends is not asked for yet. */
  scaling: Scaling = $derived.by(() => {
    const known = this.knownOn ? { known_on: this.knownOn } : {};
    const [from, to] = this.base;
    if (this.scale === "base") return from && to ? { scale: "base", base_from: from, base_to: to, ...known } : known;
    return { scale: this.scale, ...known };
  });

  /** The study as the verbs take it; null while something is missing. */
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

  /** The chart as an export asks for it; a study that is not complete is an index. */
  drawn: Chart = $derived.by(() => {
    const known = this.knownOn ? { known_on: this.knownOn } : {};
    if (this.chart === "study" && this.study) return { kind: "study", study: this.study };
    if (this.chart === "heat") return { kind: "heat", ...known };
    if (this.chart === "outlook") return { kind: "outlook", ...(this.since ? { since: this.since } : {}) };
    return { kind: "index", scaling: this.scaling, series: [...this.beside] };
  });

  /** Asks which series there are. */
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

  /** Draws a series beside the index, or takes it away. */
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
