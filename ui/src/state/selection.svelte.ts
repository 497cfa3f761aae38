// The one selected event, for every view, with everything said about it.

import { asFault, host } from "../api/client";
import type { EventDetail, Fault } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "./filter.svelte";

class Selection {
  id = $state<string | null>(null);
  detail = $state.raw<EventDetail | null>(null);
  fault = $state.raw<Fault | null>(null);

  #newest = new Newest<{ id: string; layers: string[] | undefined }, EventDetail>(
    ({ id, layers }) => host.call("event", layers ? { id, layers } : { id }),
    (detail) => {
      this.detail = detail;
      this.fault = null;
    },
    (refused) => (this.fault = asFault(refused)),
  );

  select(id: string): void {
    this.id = id;
    this.#newest.want({ id, layers: filter.now.layers });
  }

  clear(): void {
    this.#newest.drop();
    this.id = null;
    this.detail = null;
    this.fault = null;
  }

  /** The next (1) or previous (-1) event in time among those shown; from nothing, the first or last. */
  step(by: 1 | -1): string | null {
    const rows = filter.rows;
    const at = rows.findIndex((row) => row.id === this.id);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    const row = rows[next];
    if (row) this.select(row.id);
    return row?.id ?? null;
  }
}

export const selection = new Selection();
