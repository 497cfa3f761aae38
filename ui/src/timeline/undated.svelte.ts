// Entries without a date, and where their links say that they lie.

import { host } from "../api/client";
import type { Filter, Undated } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "../state/filter.svelte";

class UndatedState {
  now = $state.raw<Undated | null>(null);
  /** Whether the tray shows them, or only how many there are. */
  open = $state(false);

  #newest = new Newest<Filter, Undated>(
    (asked) => host.call("undated", { filter: asked }),
    (answer) => (this.now = answer),
    // What was known stays; the chart says what is wrong with the file.
    () => undefined,
  );

  ask(): void {
    this.#newest.want(filter.now);
  }
}

export const undated = new UndatedState();
