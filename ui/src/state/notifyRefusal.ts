// Errors without a field to show them at.

import { asFault } from "../api/client";
import { refusalLine } from "../base/format";
import { edits } from "./edits.svelte";

/** Shows an error in a toast. */
export function notifyRefusal(refused: unknown): void {
  edits.notify(refusalLine(asFault(refused)));
}
