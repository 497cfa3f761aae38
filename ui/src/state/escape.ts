// What Escape does anywhere in the window: it closes the innermost open thing, and last clears the selection.
// Fields, menus and dialogs handle the key themselves while they have the keyboard.

import { hits } from "./hits.svelte";
import { selection } from "./selection.svelte";

/** Closes something; false when there was nothing to close. */
export type Close = () => boolean;

/** What is open, the innermost last. */
const open: Close[] = [];

/** Adds something that Escape closes; it is asked before everything added earlier. Returns what removes it again: for use in an effect. */
export function onEscape(close: Close): () => void {
  open.push(close);
  return () => {
    const at = open.indexOf(close);
    if (at >= 0) open.splice(at, 1);
  };
}

/** Closes the innermost thing: a popup or a gesture, a part of the graph, the search, and at last the selection. */
export function escape(): void {
  if (open.toReversed().some((close) => close())) return;
  if (hits.words !== "") hits.look("");
  else selection.clear();
}
