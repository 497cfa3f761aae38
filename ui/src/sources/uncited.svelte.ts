// Statements without a citation, and stepping through them.

import { host } from "../api/client";
import type { Filter, Uncited, UncitedLine } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "../state/filter.svelte";
import { goTo } from "../state/navigate";

class UncitedState {
  now = $state.raw<Uncited | null>(null);
  /** The current statement; null when not stepping through. */
  at = $state.raw<UncitedLine | null>(null);
  /** Index of the current statement, or of where it was if it has a citation now. */
  place = $state(0);

  #newest = new Newest<Filter, Uncited>(
    (asked) => host.call("uncited", { filter: asked }),
    (answer) => {
      this.now = answer;
      const found = answer.uncited.findIndex((it) => isSame(it, this.at));
      if (found >= 0) this.place = found;
    },
    () => (this.now = null),
  );

  /** Reloads the list. */
  ask(): void {
    // Only statements that pass the filter count; datasets stay as shown.
    this.#newest.want(filter.now);
  }

  /** Goes to the next (1) or previous (-1) statement without a citation, wrapping around. */
  walk(by: 1 | -1): void {
    const all = this.now?.uncited ?? [];
    const stays = all.some((it) => isSame(it, this.at));
    const next = nextPlace(all.length, this.at === null ? null : this.place, stays, by);
    const line = next === null ? undefined : all[next];
    if (!line || next === null) return this.end();
    this.place = next;
    this.at = line;
    goTo(line.event.id);
  }

  end(): void {
    this.at = null;
    this.place = 0;
  }
}

function isSame(a: UncitedLine, b: UncitedLine | null): boolean {
  return b !== null && a.kind === b.kind && a.id === b.id;
}

/**
 * The next index when stepping through `count` statements; null when there is none. `stays` is false once the statement at
 * `place` has a citation: then the one after it has moved to its index.
 */
export function nextPlace(count: number, place: number | null, stays: boolean, by: 1 | -1): number | null {
  if (count === 0) return null;
  if (place === null) return by > 0 ? 0 : count - 1;
  const next = !stays && by > 0 ? place : place + by;
  return (next + count) % count;
}

export const uncited = new UncitedState();
