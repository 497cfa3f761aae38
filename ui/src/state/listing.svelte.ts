// The part of the list that is in the page: some rows around what is selected or shown, never all.

import { host } from "../api/client";
import type { ListSlice, PageArgs } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "./filter.svelte";
import { keepSame } from "./keepSame";

/** Rows in the page at once. */
export const ROWS = 200;

/** Where the rows should lie: around a place, or around an event, or else from a day on. */
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

  /** Asks for rows; resolves with the next answer. */
  ask(wanted: Wanted): Promise<void> {
    const answered = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#newest.want({ ...wanted, filter: filter.now, limit: ROWS });
    return answered;
  }

  /** Whether the row at this place is in the page. */
  has(place: number): boolean {
    return place >= this.now.offset && place < this.now.offset + this.now.rows.length;
  }

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

export const listing = new Listing();
