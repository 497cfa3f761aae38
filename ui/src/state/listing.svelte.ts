// The loaded part of the list: rows around the selection or the window, never all.

import { host } from "../api/client";
import type { ListSlice, PageArgs } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "./filter.svelte";
import { keepSame } from "./keepSame";

/** Rows in the page at once. */
export const ROWS = 200;

/** Which rows to load: around an index, around an event, or from a day on. */
export type Wanted = Pick<PageArgs, "offset" | "around" | "from_days">;

class Listing {
  now = $state.raw<ListSlice>({ total: 0, offset: 0, rows: [] });

  #waiting: (() => void)[] = [];
  #newest = new Newest<PageArgs, ListSlice>(
    (args) => host.call("list", args),
    (page) => {
      this.now = { ...page, rows: keepSame(this.now.rows, page.rows) };
      this.#settle();
    },
    () => this.#settle(),
  );

  /** Loads rows; resolves with the next answer. */
  ask(wanted: Wanted): Promise<void> {
    const answered = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#newest.want({ ...wanted, filter: filter.now, limit: ROWS });
    return answered;
  }

  /** Whether the row at this index is loaded. */
  has(place: number): boolean {
    return place >= this.now.offset && place < this.now.offset + this.now.rows.length;
  }

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

export const listing = new Listing();
