// What is looked for: the words of a search, which hide nothing, or else what the filter lets pass.

import type { Filter } from "../api/generated";
import { filter } from "./filter.svelte";

class HitsState {
  /** The words that are looked for; empty when nothing is. */
  words = $state("");
  /** How many entries are hits, and which of them is selected, counted from 1; null while not known. */
  count = $state.raw<{ total: number; at: number | null } | null>(null);
  /** What is a hit; null when nothing is looked for and nothing filtered. */
  wanted = $derived<Filter | null>(wantedOf(filter.now, filter.active, this.words));

  look(words: string): void {
    this.words = words.trim();
    this.count = null;
  }
}

/** The filter that hits pass: with a search, that of its words and the filter's; without one, the filter in force. */
export function wantedOf(now: Filter, active: boolean, words: string): Filter | null {
  // A search looks into the sources too, which the words of a filter do not.
  if (words !== "") return { ...now, found: words };
  return active ? now : null;
}

export const hits = new HitsState();
