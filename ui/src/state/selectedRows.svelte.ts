// The rows of the events that are selected together, asked for again with every change of the filter and the workspace.

import { host } from "../api/client";
import type { Chosen, ChosenArgs } from "../api/generated";
import { Newest } from "../api/newest";

export class SelectedRows {
  /** What is known; null before the first answer. */
  now = $state.raw<Chosen | null>(null);

  #newest = new Newest<ChosenArgs, Chosen>(
    (args) => host.call("chosen", args),
    (answer) => (this.now = answer),
    // What is shown stays; whatever is wrong with the file is said by the chart.
    () => undefined,
  );

  /** Asks for the rows of these events. */
  want(args: ChosenArgs): void {
    this.#newest.want(args);
  }
}
