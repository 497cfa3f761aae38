// Options of exported pages: remembered for each view, and taken from named settings.

import { subgraph } from "../state/subgraph.svelte";
import { asFault, host } from "../api/client";
import type { ExportArgs, ExportSetting, Fault, PresetRow } from "../api/generated";
import type { Exportable } from "../api/host";
import { risk } from "../state/risk.svelte";
import { edits } from "../state/edits.svelte";
import { filter } from "../state/filter.svelte";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import { workspace } from "../state/workspace.svelte";
import { type Chosen, type OnScreen, USUAL, chosenOf, content, pageArgs } from "./request";

/** What is remembered of a view beyond this window: not the words, which belong to one workspace. */
const KEY = "faultline.export.";

class PageOptions {
  presets = $state.raw<readonly PresetRow[]>([]);
  settings = $state.raw<readonly ExportSetting[]>([]);
  fault = $state.raw<Fault | null>(null);
  /** Named settings that say what is drawn; null: what is on screen. */
  named = $state.raw<ExportSetting | null>(null);
  /** Whether all charts go into one PDF. */
  all = $state(false);
  chosen = $state.raw<Chosen>(USUAL);

  #words = new Map<string, Pick<Chosen, "title" | "subtitle" | "note">>();
  #generation = 0;

  /** The chart that is on screen. */
  chart: Exportable = $derived(view.picture === "index" ? risk.chart : view.picture);
  /** What is exported. */
  view: Exportable = $derived(this.all && this.chosen.format === "pdf" ? "all" : this.chart);
  /** What it is asked with. */
  args: ExportArgs = $derived({
    ...(this.named ? withoutPageOptions(this.named.args) : content(this.chosen, onScreen())),
    ...pageArgs(this.chosen, view.size),
  });

  /** Begins for the chart on screen: with what was chosen for it last. */
  async begin(): Promise<void> {
    if (this.#generation !== workspace.generation) this.#words.clear();
    this.#generation = workspace.generation;
    [this.named, this.all, this.fault] = [null, false, null];
    this.chosen = { ...remembered(this.chart), ...this.#words.get(this.chart) };
    await this.look();
  }

  /** Asks which pages and which settings there are. */
  async look(): Promise<void> {
    try {
      [this.presets, this.settings] = await Promise.all([host.call("presets", {}), host.call("export_settings", {})]);
    } catch (refused) {
      this.fault = asFault(refused);
    }
  }

  /** Chooses something, and remembers it for this chart. */
  choose(some: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...some };
    const { title, subtitle, note, ...rest } = this.chosen;
    this.#words.set(this.chart, { title, subtitle, note });
    try {
      localStorage.setItem(KEY + this.chart, JSON.stringify(rest));
    } catch {
      // Without storage the choice holds until the window closes.
    }
  }

  /** Takes everything from named settings; from none: what is on screen, with the options as they are now. */
  take(name: string): void {
    this.named = this.settings.find((it) => it.name === name) ?? null;
    this.all = this.named?.view === "all";
    if (this.named) this.choose(chosenOf(this.named.args));
  }

  /** Keeps everything under a name. */
  async save(name: string): Promise<void> {
    await edits.run("save_export_settings", { name, view: this.view, args: this.args });
    await this.look();
    this.named = this.settings.find((it) => it.name === name) ?? null;
  }

  /** Forgets named settings. */
  async forget(name: string): Promise<void> {
    await edits.run("delete_export_settings", { name });
    this.named = null;
    await this.look();
  }

  /** The settings that are for what is exported. */
  get fitting(): readonly ExportSetting[] {
    return this.settings.filter((it) => it.view === this.chart || it.view === "all");
  }
}

/** What named settings draw, without their page options: what was chosen since goes in its place, also where that is nothing. */
function withoutPageOptions(args: ExportArgs): ExportArgs {
  const bare: ExportArgs = { ...args };
  for (const name of [
    "preset",
    "size_px",
    "transparent",
    "outlines",
    "tiles",
    "logo",
    "title",
    "subtitle",
    "note",
    "handling",
  ] as const)
    delete bare[name];
  return bare;
}

function remembered(chart: Exportable): Chosen {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + chart) ?? "{}");
    return { ...USUAL, ...(typeof kept === "object" ? kept : {}) };
  } catch {
    return USUAL;
  }
}

function onScreen(): OnScreen {
  return {
    view: view.picture,
    size: view.size,
    span: view.span ?? view.drawn?.span ?? null,
    lanes: view.lanes,
    arrange: view.arrange,
    collapse: view.collapse,
    steps: view.steps,
    links: view.links,
    near: subgraph.near,
    map: {
      theme_lanes: view.themeLanes,
      down: view.down,
      implied: view.implied,
      collapsed: [...view.collapsed],
      by: view.by,
      wholes: view.wholes,
    },
    at: view.at,
    filter: filter.now,
    selected: selection.id,
    asOf: view.asOf,
    numbers: risk.numbers,
  };
}

export const pageOptions = new PageOptions();
