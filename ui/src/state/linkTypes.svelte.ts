// How often each type of link is used, so that the form of a new link offers the most used first.

import { SvelteMap } from "svelte/reactivity";
import { host } from "../api/client";
import { Newest } from "../api/newest";
import type { LinkRow, RowsArgs } from "../api/generated";

/** How many links are counted: enough to know what an analyst uses. */
const COUNTED = 1000;

class LinkTypes {
  /** Number of links by the handle of their type. */
  readonly used = new SvelteMap<string, number>();

  #newest = new Newest<RowsArgs, LinkRow[]>(
    (args) => host.call("links", args),
    (links) => this.#count(links),
    // Without counts, the types keep the order of the vocabulary.
    () => undefined,
  );

  ask(): void {
    this.#newest.want({ limit: COUNTED });
  }

  #count(links: readonly LinkRow[]): void {
    this.used.clear();
    for (const { type } of links) this.used.set(type, (this.used.get(type) ?? 0) + 1);
  }
}

export const linkTypes = new LinkTypes();
