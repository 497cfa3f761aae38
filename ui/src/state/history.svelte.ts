// The loaded steps of the history, newest first.

import { asFault, host } from "../api/client";
import type { Fault, HistoryArgs, HistoryPage, StepLine } from "../api/generated";
import { Newest } from "../api/newest";

const PAGE = 100;
/** Maximum per request, set by the verb. */
const MOST = 1000;

export class Steps {
  steps = $state.raw<readonly StepLine[]>([]);
  now = $state(0);
  more = $state(false);
  fault = $state.raw<Fault | null>(null);
  /** False until the first answer. */
  asked = $state(false);

  #newest: Newest<HistoryArgs, HistoryPage>;

  /** Of one event, or of the whole workspace. */
  constructor(private readonly event: () => string | null) {
    this.#newest = new Newest(
      (args) => host.call("history", args),
      (page, args) => this.#answered(page, args),
      (refused) => (this.fault = asFault(refused)),
    );
  }

  /** Reloads as many steps as are shown. */
  ask(): void {
    this.#want({ limit: Math.min(Math.max(PAGE, this.steps.length), MOST) });
  }

  /** Loads the next older page. */
  older(): void {
    const last = this.steps.at(-1);
    if (last) this.#want({ limit: PAGE, before: last.number });
  }

  /** Starts over for another event or workspace. */
  restart(): void {
    this.#newest.drop();
    [this.steps, this.more, this.asked] = [[], false, false];
    this.ask();
  }

  #want(args: HistoryArgs): void {
    const event = this.event();
    this.#newest.want(event === null ? args : { ...args, event });
  }

  #answered(page: HistoryPage, args: HistoryArgs): void {
    this.fault = null;
    this.asked = true;
    this.steps =
      args.before === undefined
        ? page.steps
        : [...this.steps.filter((it) => it.number >= (args.before ?? 0)), ...page.steps];
    this.more = page.more;
    this.now = page.now;
  }
}

class History {
  open = $state(false);
}

export const history = new History();
