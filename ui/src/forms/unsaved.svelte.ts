// Input that could not be saved, kept until it is saved or discarded, whatever is selected since.

import { SvelteMap } from "svelte/reactivity";
import type { Fault } from "../api/generated";

/** Input that was refused. */
export interface Unsaved {
  /** Id of the object. */
  readonly id: string;
  /** Name of the field ("date"). */
  readonly name: string;
  /** Name of the object. */
  readonly about: string;
  readonly value: unknown;
  readonly fault: Fault;
}

class UnsavedWords {
  readonly #all = new SvelteMap<string, Unsaved>();

  /** Everything kept about objects other than the one shown. */
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

  /** Discards the input about one object. */
  dropAll(id: string): void {
    for (const [key, words] of this.#all) if (words.id === id) this.#all.delete(key);
  }
}

export const unsaved = new UnsavedWords();
