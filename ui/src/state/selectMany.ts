// Selecting many entries at once; above a limit the selection stays and a toast says why.

import { asFault, host } from "../api/client";
import type { Filter } from "../api/generated";
import { counted, number } from "../base/format";
import { edits } from "./edits.svelte";
import { selection } from "./selection.svelte";

/** Maximum number of selected events. */
export const MOST_SELECTED = 10_000;

/** Notifies the user that the limit is exceeded. */
export function notifyTooMany(total: number): void {
  edits.notify(`Too many entries to select (${number(total)}): narrow the filter first`);
}

/** Selects all entries that pass a filter. */
export async function selectPassing(filter: Filter): Promise<void> {
  try {
    const { total, ids } = await host.call("ids", { filter, most: MOST_SELECTED });
    if (total > MOST_SELECTED) notifyTooMany(total);
    else selection.selectAll(ids);
  } catch (refused) {
    edits.notify(asFault(refused).message);
  }
}

/** Selects the entries inside a frame; `crowded` more are only counted there, in buckets. */
export function selectWithin(ids: readonly string[], crowded: number): void {
  if (ids.length + crowded > MOST_SELECTED) return notifyTooMany(ids.length + crowded);
  // A frame around buckets only leaves the selection unchanged.
  if (ids.length > 0 || crowded === 0) selection.selectAll(ids);
  if (crowded > 0)
    edits.notify(`${counted(crowded, "grouped entry was", "grouped entries were")} not selected: zoom in first`);
}
