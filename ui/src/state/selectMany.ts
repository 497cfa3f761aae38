// Selecting many entries at once, unless they are more than anybody means: then that is said, and the selection stays.

import { asFault, host } from "../api/client";
import type { Filter } from "../api/generated";
import { counted } from "../base/format";
import { edits } from "./edits.svelte";
import { selection } from "./selection.svelte";

/** More events than this are not selected at once. */
export const MOST_SELECTED = 10_000;

/** Says that so many are not selected. */
export function notifyTooMany(total: number): void {
  edits.notify(`${counted(total, "entry", "entries")} are too many to select: narrow the filter first`);
}

/** Selects everything that passes a filter. */
export async function selectPassing(filter: Filter): Promise<void> {
  try {
    const { total, ids } = await host.call("ids", { filter, most: MOST_SELECTED });
    if (total > MOST_SELECTED) notifyTooMany(total);
    else selection.selectAll(ids);
  } catch (refused) {
    edits.notify(asFault(refused).message);
  }
}

/** Selects the entries that a frame was drawn around: those drawn, while `crowded` more have no mark of their own there. */
export function selectWithin(ids: readonly string[], crowded: number): void {
  if (ids.length + crowded > MOST_SELECTED) return notifyTooMany(ids.length + crowded);
  // A frame around nothing but counted entries selects nothing, and leaves what is selected.
  if (ids.length > 0 || crowded === 0) selection.selectAll(ids);
  if (crowded > 0)
    edits.notify(
      `${counted(crowded, "entry has", "entries have")} no mark of their own there and ${crowded === 1 ? "is" : "are"} not selected: zoom in first`,
    );
}
