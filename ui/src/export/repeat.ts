// The last export once more, by one key.

import { asFault, host } from "../api/client";
import { edits } from "../state/edits.svelte";
import { sizeWords } from "./request";

/** Writes the picture that was exported last again, as the workspace is now, and says so. */
export async function repeatExport(): Promise<void> {
  try {
    const done = await host.repeatExport();
    edits.notify(done ? `Exported again: ${done.file_name}, ${sizeWords(done.bytes)}` : "Nothing was exported again");
  } catch (refused) {
    const fault = asFault(refused);
    edits.notify([fault.message, fault.help].filter(Boolean).join(". "));
  }
}
