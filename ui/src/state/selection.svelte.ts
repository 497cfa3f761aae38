// The selection, shared by all views: one event with its details, several events, or a link.

import { asFault, host } from "../api/client";
import type { EventDetail, Fault } from "../api/generated";
import { Newest } from "../api/newest";
import { toggled } from "../base/format";
import { filter } from "./filter.svelte";

class Selection {
  /** Every selected event, the leading one last. */
  ids = $state.raw<readonly string[]>([]);
  /** The leading one, which charts mark and the inspector shows. */
  id: string | null = $derived(this.ids.at(-1) ?? null);
  detail = $state.raw<EventDetail | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** The selected link: its claims, as one line may stand for several. Empty while events are selected. */
  links = $state.raw<readonly string[]>([]);
  /** The claim of them that the inspector shows. */
  link = $state<string | null>(null);
  /** Whether an event or a link is selected. */
  any: boolean = $derived(this.id !== null || this.link !== null);

  #newest = new Newest<{ id: string; datasets: string[] | undefined }, EventDetail>(
    ({ id, datasets }) => host.call("event", datasets ? { id, datasets } : { id }),
    (detail) => {
      this.detail = detail;
      this.fault = null;
    },
    (refused) => (this.fault = asFault(refused)),
  );

  select(id: string): void {
    this.selectAll([id]);
  }

  /** Selects exactly these events; the last one leads. */
  selectAll(ids: readonly string[]): void {
    [this.links, this.link] = [[], null];
    this.ids = [...new Set(ids)];
    if (this.id === null) this.clear();
    else this.ask();
  }

  /** Selects a link by its claims, instead of events; the inspector shows the first claim unless told otherwise. */
  selectLink(claims: readonly string[], shown: string | undefined = claims[0]): void {
    this.clear();
    [this.links, this.link] = [claims, shown ?? null];
  }

  /** Adds an event to the selection, or removes it. */
  toggle(id: string): void {
    this.selectAll(toggled(this.ids, id));
  }

  /** Reloads the details of the leading one. */
  ask(): void {
    if (this.id) this.#newest.want({ id: this.id, datasets: filter.now.datasets });
  }

  clear(): void {
    this.#newest.drop();
    this.ids = [];
    [this.links, this.link] = [[], null];
    this.detail = null;
    this.fault = null;
  }
}

export const selection = new Selection();
