// What was typed and could not be saved, kept until it is saved or given up, wherever the analyst has gone since.

import { SvelteMap } from "svelte/reactivity";
import type { Fault } from "../api/generated";

/** Words that were refused. */
export interface Unsaved {
  /** Identity of what they are about. */
  readonly id: string;
  /** Which field, in words ("date"). */
  readonly name: string;
  /** What they are about, in words. */
  readonly about: string;
  readonly value: unknown;
  readonly fault: Fault;
}

class UnsavedWords {
  readonly #all = new SvelteMap<string, Unsaved>();

  /** Everything that is kept, of what is not shown now. */
  elsewhere(id: string | null): Unsaved[] {
    return [...this.#all.values()].filter((it) => it.id !== id);
  }

  of(id: string, field: string): Unsaved | undefined {
    return this.#all.get(`${id} ${field}`);
  }

  keep(field: string, words: Unsaved): void {
    this.#all.set(`${words.id} ${field}`, words);
  }

  drop(id: string, field: string): void {
    this.#all.delete(`${id} ${field}`);
  }

  /** Gives up what was typed about one thing. */
  dropAll(id: string): void {
    for (const [key, words] of this.#all) if (words.id === id) this.#all.delete(key);
  }
}

export const unsaved = new UnsavedWords();
