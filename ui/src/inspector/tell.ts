// A refusal that stands beside nothing that was typed.

import { asFault } from "../api/client";
import { edits } from "../state/edits.svelte";

/** Says why something was not done. */
export function tell(refused: unknown): void {
  const fault = asFault(refused);
  edits.tell([fault.message, fault.help].filter(Boolean).join(". "));
}
