// A refusal that stands beside nothing that was typed.

import { asFault } from "../api/client";
import { refusalLine } from "../base/format";
import { edits } from "./edits.svelte";

/** Says why something was not done. */
export function notifyRefusal(refused: unknown): void {
  edits.notify(refusalLine(asFault(refused)));
}
