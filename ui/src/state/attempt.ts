// Changes made by pointer or key. There is no field to show an error at, so it goes to a toast.

import { asFault } from "../api/client";
import type { Done, Verbs } from "../api/generated";
import { refusalLine } from "../base/format";
import { type WriteVerb, edits } from "./edits.svelte";

/** Runs a verb that writes; null on an error. */
export async function attempt<V extends WriteVerb>(verb: V, args: Verbs[V]["args"]): Promise<Done | null> {
  try {
    return await edits.run(verb, args);
  } catch (refused) {
    edits.notify(refusalLine(asFault(refused)));
    return null;
  }
}
