// The check of dates and links: repeated after every change, for the panel, the badge in the top bar and the charts.

import { asFault, host } from "../api/client";
import type { Fault, FitReply } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "./filter.svelte";
import { workspace } from "./workspace.svelte";

/** With more links than this, the check runs only while the panel is open. */
const MANY_LINKS = 20_000;
/** Delay after a change before the badge in the top bar is updated. */
const REST_MS = 400;

class Fit {
  reply = $state.raw<FitReply | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** Events in conflict. */
  events: readonly string[] = $derived([...new Set((this.reply?.contradictions ?? []).flatMap((it) => it.events))]);

  #newest = new Newest<object, FitReply>(
    (args) => host.call("check", args),
    (reply) => {
      this.reply = reply;
      this.fault = null;
    },
    (refused) => {
      this.reply = null;
      this.fault = asFault(refused);
    },
  );

  /** Checks at once and after every change of workspace or filter: for use in an effect. */
  follow(): void {
    const now = filter.now;
    if (workspace.isListed) this.#newest.want({ filter: now });
  }

  /** Checks after a delay, unless the workspace is too large: for use in an effect. */
  keep(): (() => void) | undefined {
    const now = filter.now;
    if (!workspace.isListed || (workspace.overview?.link_count ?? 0) > MANY_LINKS) return undefined;
    const timer = setTimeout(() => this.#newest.want({ filter: now }), REST_MS);
    return () => clearTimeout(timer);
  }
}

export const fit = new Fit();
