// The distribution of search results over time, for the overview strip.

import { host } from "../api/client";
import type { Hits, HitsArgs } from "../api/generated";
import { Newest } from "../api/newest";
import { hits } from "./hits.svelte";

class HitBins {
  /** Results per bin, and the span that the bins divide. */
  bins = $state.raw<{ counts: readonly number[]; from: number; to: number } | null>(null);

  #newest = new Newest<HitsArgs, Hits>(
    (args) => host.call("hits", args),
    (answer, asked) => {
      this.bins = { counts: answer.bins, from: asked.from_days, to: asked.to_days };
      hits.count = { total: answer.total, at: answer.place === null ? null : answer.place + 1 };
    },
    () => this.drop(),
  );

  want(args: HitsArgs): void {
    this.#newest.want(args);
  }

  drop(): void {
    this.#newest.drop();
    this.bins = null;
    hits.count = null;
  }
}

export const hitBins = new HitBins();
