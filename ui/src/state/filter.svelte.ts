// Which entries are shown, in every view alike, and what any other choice would show.

import { asFault, host } from "../api/client";
import type { EventRow, Fault, Filter, FilterResult, LinkRow } from "../api/generated";
import { Newest } from "../api/newest";
import { toggled } from "../parts/words";

/** The parts of a filter that are lists of choices. */
export type ListPart = "themes" | "statuses" | "actors" | "layers";

interface Shown {
  readonly result: FilterResult;
  readonly rows: EventRow[];
  readonly links: LinkRow[];
}

class FilterState {
  now = $state.raw<Filter>({});
  result = $state.raw<FilterResult | null>(null);
  /** What passes, in order of time. */
  rows = $state.raw<EventRow[]>([]);
  links = $state.raw<LinkRow[]>([]);
  fault = $state.raw<Fault | null>(null);
  byId = $derived(new Map(this.rows.map((row) => [row.id, row])));
  linkById = $derived(new Map(this.links.map((link) => [link.id, link])));

  /** True when the filter may hide something; layers only ever add. */
  active = $derived(
    (["themes", "statuses", "actors"] as const).some((part) => (this.now[part] ?? []).length > 0) ||
      (this.now.severity_min ?? 1) > 1 ||
      (this.now.words ?? "") !== "",
  );

  #newest = new Newest<Filter, Shown>(
    async (filter) => {
      const [result, rows, links] = await Promise.all([
        host.call("filter", { filter }),
        host.call("events", { filter }),
        host.call("links", { filter }),
      ]);
      return { result, rows, links };
    },
    ({ result, rows, links }) => {
      this.#settle();
      this.result = result;
      this.rows = rows;
      this.links = links;
      this.fault = null;
    },
    (refused) => {
      this.#settle();
      this.fault = asFault(refused);
    },
  );
  #waiting: (() => void)[] = [];

  /** Asks again, for a workspace that was just opened. */
  restart(): void {
    this.#newest.drop();
    this.set({});
  }

  /** Asks again with the same filter, after a change of the workspace; resolves with the next answer. */
  again(): Promise<void> {
    const answered = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#newest.want(this.now);
    return answered;
  }

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  set(filter: Filter): void {
    this.now = filter;
    this.#newest.want(filter);
  }

  toggle(part: ListPart, value: string, present: readonly string[] = this.now[part] ?? []): void {
    this.set({ ...this.now, [part]: toggled(present, value) });
  }

  /** Everything off but the layers, which show more and hide nothing. */
  clear(): void {
    this.set(this.now.layers ? { layers: this.now.layers } : {});
  }
}

export const filter = new FilterState();
