// Which entries are shown, in every view alike, and what any other choice would show.

import { asFault, host } from "../api/client";
import type { Fault, Filter, FilterResult } from "../api/generated";
import { Newest } from "../api/newest";
import { toggled } from "../base/format";

/** The parts of a filter that are lists of choices. */
export type ListPart =
  "themes" | "statuses" | "actors" | "places" | "sources" | "categories" | "kinds" | "tags" | "datasets";

/** Those of which choosing something may hide entries. */
const HIDING = ["themes", "statuses", "actors", "places", "sources", "categories", "kinds", "tags"] as const;

class FilterState {
  now = $state.raw<Filter>({});
  result = $state.raw<FilterResult | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** How many entries pass. */
  shown = $derived(this.result?.shown ?? 0);

  /** True when the filter may hide something; layers only ever add. */
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

  /** Asks again, for a workspace that was just opened. */
  restart(): void {
    this.#newest.drop();
    this.set({});
  }

  /** Asks again with the same filter, after a change of the workspace. */
  again(): void {
    this.#newest.want(this.now);
  }

  set(filter: Filter): void {
    this.now = filter;
    this.#newest.want(filter);
  }

  /** Whether a choice of a part is made. */
  has(part: ListPart, value: string): boolean {
    const chosen: readonly string[] = this.now[part] ?? [];
    return chosen.includes(value);
  }

  toggle(part: ListPart, value: string, present: readonly string[] = this.now[part] ?? []): void {
    this.set({ ...this.now, [part]: toggled(present, value) });
  }

  /** Everything off but the layers, which show more and hide nothing. */
  clear(): void {
    this.set(this.now.datasets ? { datasets: this.now.datasets } : {});
  }
}

export const filter = new FilterState();
