// Repeats the last export.

import { asFault, host } from "../api/client";
import { edits } from "../state/edits.svelte";
import { sizeWords } from "./request";

/** Exports the last picture again from the current workspace, and confirms it in a toast. */
export async function repeatExport(): Promise<void> {
  try {
    const done = await host.repeatExport();
    edits.notify(done ? `Exported again: ${done.file_name}, ${sizeWords(done.bytes)}` : "No export to repeat");
  } catch (refused) {
    const fault = asFault(refused);
    edits.notify([fault.message, fault.help].filter(Boolean).join(". "));
  }
}
