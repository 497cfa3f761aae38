// Changes made with the pointer or a key. There is no field for a refusal to stand beside: it is said in a toast.

import { asFault } from "../api/client";
import type { Done, Verbs } from "../api/generated";
import { refusalLine } from "../base/format";
import { type WriteVerb, edits } from "./edits.svelte";

/** Does a verb that writes; null when it was refused. */
export async function attempt<V extends WriteVerb>(verb: V, args: Verbs[V]["args"]): Promise<Done | null> {
  try {
    return await edits.run(verb, args);
  } catch (refused) {
    edits.notify(refusalLine(asFault(refused)));
    return null;
  }
}
