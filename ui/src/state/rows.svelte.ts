// A cache of rows of single events and links. Only a few are kept, and none longer than
// the filter and version of the workspace that they belong to.

import { SvelteMap } from "svelte/reactivity";
import { host } from "../api/client";
import type { Filter, LinkDetail, LinkRow, RowPlace } from "../api/generated";
import { filter } from "./filter.svelte";
import { workspace } from "./workspace.svelte";

/** Maximum number of cached rows. */
const MOST = 500;

interface CachedRow<T> {
  readonly value: T;
  readonly filter: Filter;
  readonly version: number;
}

class RowCache<T> {
  #cache = new SvelteMap<string, CachedRow<T>>();
  #asked = new Map<string, Promise<T | null>>();

  constructor(private readonly call: (id: string) => Promise<T>) {}

  /** The cached row, if it is current. */
  get(id: string): T | undefined {
    const cached = this.#cache.get(id);
    return cached && cached.filter === filter.now && cached.version === workspace.version ? cached.value : undefined;
  }

  /** Loads a row unless it is cached or being loaded; null if it does not exist. */
  ask(id: string): Promise<T | null> {
    const known = this.get(id);
    if (known !== undefined) return Promise.resolve(known);
    const key = `${id} ${workspace.version}`;
    const under = this.#asked.get(key) ?? this.#fetch(id).finally(() => this.#asked.delete(key));
    this.#asked.set(key, under);
    return under;
  }

  async #fetch(id: string): Promise<T | null> {
    const of = { filter: filter.now, version: workspace.version };
    try {
      const value = await this.call(id);
      this.#cache.delete(id);
      this.#cache.set(id, { value, ...of });
      const oldest = this.#cache.size > MOST ? this.#cache.keys().next().value : undefined;
      if (oldest !== undefined) this.#cache.delete(oldest);
      return value;
    } catch {
      // It no longer exists, or the file cannot be read; the chart shows the error.
      return null;
    }
  }
}

/** Rows of events, with their positions among the shown entries. */
export const rows = new RowCache<RowPlace>((id) => host.call("row", { id, filter: filter.now }));

/** Rows of links. */
export const linkRows = new RowCache<LinkRow>((id) => host.call("link_row", { id }));

/** Everything about links, for what is hovered. */
export const linkDetails = new RowCache<LinkDetail>((id) => host.call("link_detail", { id, filter: filter.now }));
