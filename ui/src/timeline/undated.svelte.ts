// Entries without a date, and the dates that their links imply.

import { host } from "../api/client";
import type { Filter, Undated } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "../state/filter.svelte";

class UndatedState {
  now = $state.raw<Undated | null>(null);
  /** Whether the tray is expanded. */
  open = $state(false);

  #newest = new Newest<Filter, Undated>(
    (asked) => host.call("undated", { filter: asked }),
    (answer) => (this.now = answer),
    // Keep the old data; the chart shows the error.
    () => undefined,
  );

  ask(): void {
    this.#newest.want(filter.now);
  }
}

export const undated = new UndatedState();
