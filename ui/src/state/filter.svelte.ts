// The filter, shared by all views, and the counts for every choice.

import { asFault, host } from "../api/client";
import type { Fault, Filter, FilterResult } from "../api/generated";
import { Newest } from "../api/newest";
import { toggled } from "../base/format";

/** The parts of a filter that are lists. */
export type ListPart =
  "themes" | "statuses" | "actors" | "places" | "sources" | "categories" | "kinds" | "tags" | "datasets";

/** Those that can hide entries. */
const HIDING = ["themes", "statuses", "actors", "places", "sources", "categories", "kinds", "tags"] as const;

class FilterState {
  now = $state.raw<Filter>({});
  result = $state.raw<FilterResult | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** How many entries pass. */
  shown = $derived(this.result?.shown ?? 0);

  /** True when the filter may hide entries; datasets only add some. */
  active = $derived(
    HIDING.some((part) => (this.now[part] ?? []).length > 0) ||
      this.now.from !== undefined ||
      this.now.to !== undefined ||
      (this.now.severity_min ?? 1) > 1 ||
      (this.now.words ?? "") !== "",
  );

  #newest = new Newest<Filter, FilterResult>(
    (filter) => host.call("filter", { filter }),
    (result) => {
      this.result = result;
      this.fault = null;
    },
    (refused) => (this.fault = asFault(refused)),
  );

  /** Resets it for a newly opened workspace. */
  restart(): void {
    this.#newest.drop();
    this.set({});
  }

  /** Reloads the counts after a change of the workspace. */
  again(): void {
    this.#newest.want(this.now);
  }

  set(filter: Filter): void {
    this.now = filter;
    this.#newest.want(filter);
  }

  /** Whether a value of a part is chosen. */
  has(part: ListPart, value: string): boolean {
    const chosen: readonly string[] = this.now[part] ?? [];
    return chosen.includes(value);
  }

  toggle(part: ListPart, value: string, present: readonly string[] = this.now[part] ?? []): void {
    this.set({ ...this.now, [part]: toggled(present, value) });
  }

  /** Clears everything except datasets, which hide nothing. */
  clear(): void {
    this.set(this.now.datasets ? { datasets: this.now.datasets } : {});
  }
}

export const filter = new FilterState();
