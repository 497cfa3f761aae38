// Results: of the search, which hides nothing, or else of the filter.

import type { Filter } from "../api/generated";
import { filter } from "./filter.svelte";

class HitsState {
  /** The search words; empty without a search. */
  words = $state("");
  /** The number of results, and the position of the selected one from 1; null while unknown. */
  count = $state.raw<{ total: number; at: number | null } | null>(null);
  /** The filter that results pass; null without search and filter. */
  wanted = $derived<Filter | null>(wantedOf(filter.now, filter.active, this.words));

  look(words: string): void {
    this.words = words.trim();
    this.count = null;
  }
}

/** The filter that results pass: the search words plus the filter; without a search, the active filter. */
export function wantedOf(now: Filter, active: boolean, words: string): Filter | null {
  // A search covers sources too, unlike the text filter.
  if (words !== "") return { ...now, found: words };
  return active ? now : null;
}

export const hits = new HitsState();
