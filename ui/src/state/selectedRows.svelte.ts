// The rows of several selected events, reloaded with every change of filter and workspace.

import { host } from "../api/client";
import type { Chosen, ChosenArgs } from "../api/generated";
import { Newest } from "../api/newest";

export class SelectedRows {
  /** The rows; null before the first answer. */
  now = $state.raw<Chosen | null>(null);

  #newest = new Newest<ChosenArgs, Chosen>(
    (args) => host.call("chosen", args),
    (answer) => (this.now = answer),
    // Keep the old data; the chart shows the error.
    () => undefined,
  );

  /** Loads the rows of these events. */
  want(args: ChosenArgs): void {
    this.#newest.want(args);
  }
}
