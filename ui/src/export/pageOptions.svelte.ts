// Options of exported pages: remembered for each chart, or from named settings.

import { subgraph } from "../state/subgraph.svelte";
import { asFault, host } from "../api/client";
import type { Chart, ExportArgs, ExportSetting, Fault, PresetRow, UnreadableSetting } from "../api/generated";
import { risk } from "../state/risk.svelte";
import { edits } from "../state/edits.svelte";
import { filter } from "../state/filter.svelte";
import { highlighted } from "../state/highlight.svelte";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import { workspace } from "../state/workspace.svelte";
import { type Chosen, type OnScreen, USUAL, allOf, chosenOf, content, pageArgs } from "./request";

/** Prefix of the storage keys. Title, subtitle and note are not stored: they belong to one workspace. */
const KEY = "faultline.export.";

type Kind = Chart["kind"];

class PageOptions {
  presets = $state.raw<readonly PresetRow[]>([]);
  settings = $state.raw<readonly ExportSetting[]>([]);
  /** Named settings that cannot be read, and why. */
  unreadable = $state.raw<readonly UnreadableSetting[]>([]);
  fault = $state.raw<Fault | null>(null);
  /** The applied named settings; null for what is on screen. */
  named = $state.raw<ExportSetting | null>(null);
  /** Whether to export all charts into one PDF. */
  all = $state(false);
  chosen = $state.raw<Chosen>(USUAL);

  #words = new Map<string, Pick<Chosen, "title" | "subtitle" | "note">>();
  #generation = 0;

  /** The chart that is on screen. */
  chart: Kind = $derived(view.picture === "index" ? risk.drawn.kind : view.picture);
  /** Which chart is exported, or all. */
  kind: Kind = $derived(this.all && this.chosen.format === "pdf" ? "all" : this.chart);
  /** The arguments of the export. */
  args: ExportArgs = $derived({
    page: pageArgs(this.chosen, view.size),
    chart: this.named?.args.chart ?? content(this.chosen, onScreen(this.kind)),
  });

  /** Starts with the options last used for the chart on screen. */
  async begin(): Promise<void> {
    if (this.#generation !== workspace.generation) this.#words.clear();
    this.#generation = workspace.generation;
    [this.named, this.all, this.fault] = [null, false, null];
    this.chosen = { ...remembered(this.chart), ...this.#words.get(this.chart) };
    await this.look();
  }

  /** Loads the page presets and named settings. */
  async look(): Promise<void> {
    try {
      const [presets, kept] = await Promise.all([host.call("presets", {}), host.call("export_settings", {})]);
      [this.presets, this.settings, this.unreadable] = [presets, kept.settings, kept.unreadable];
    } catch (refused) {
      this.fault = asFault(refused);
    }
  }

  /** Changes options and remembers them for this chart. */
  choose(some: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...some };
    const { title, subtitle, note, ...rest } = this.chosen;
    this.#words.set(this.chart, { title, subtitle, note });
    try {
      localStorage.setItem(KEY + this.chart, JSON.stringify(rest));
    } catch {
      // Without storage the choice lasts until the window closes.
    }
  }

  /** Applies named settings; an unknown name returns to what is on screen, with the current options. */
  take(name: string): void {
    this.named = this.settings.find((it) => it.name === name) ?? null;
    this.all = this.named?.args.chart.chart.kind === "all";
    if (this.named) this.choose(chosenOf(this.named.args));
  }

  /** Saves everything under a name. */
  async save(name: string): Promise<void> {
    await edits.run("save_export_settings", { name, args: this.args });
    await this.look();
    this.named = this.settings.find((it) => it.name === name) ?? null;
  }

  /** Deletes named settings. */
  async forget(name: string): Promise<void> {
    await edits.run("delete_export_settings", { name });
    this.named = null;
    await this.look();
  }

  /** The settings for the exported chart. */
  get fitting(): readonly ExportSetting[] {
    return this.settings.filter(({ args }) => [this.chart, "all"].includes(args.chart.chart.kind));
  }
}

function remembered(chart: Kind): Chosen {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + chart) ?? "{}");
    return { ...USUAL, ...(typeof kept === "object" ? kept : {}) };
  } catch {
    return USUAL;
  }
}

function onScreen(kind: Kind): OnScreen {
  return {
    size: view.size,
    span: view.span ?? view.drawn?.span ?? null,
    chart: kind === "all" ? allOf([...RELATED, "timeline" as const].map(chartOf).concat(risk.drawn)) : chartOf(kind),
    at: view.at,
    filter: filter.now,
    selected: selection.id,
    asOf: view.asOf,
    highlight: highlighted.now,
  };
}

/** Charts of relations. */
const RELATED = ["causes", "cause-map", "themes"] as const;

/** A chart as it is arranged on screen. */
function chartOf(kind: Kind): Chart {
  const { near } = subgraph;
  switch (kind) {
    case "timeline": {
      const { lanes, arrange, collapse, steps, links } = view;
      return { kind, lanes, arrange, collapse, steps, links, overview: true };
    }
    case "causes":
      return { kind, near, theme_lanes: view.themeLanes, order: view.order };
    case "cause-map":
      return {
        kind,
        near,
        flow: view.flow,
        implied: view.implied,
        collapsed: [...view.collapsed],
        folded: [...view.behind],
      };
    case "themes":
      return { kind, near, by: view.by, wholes: view.wholes, matrix: view.matrix };
    default:
      return risk.drawn;
  }
}

export const pageOptions = new PageOptions();
