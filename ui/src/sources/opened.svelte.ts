// Which source is open in the Sources view.

import { view } from "../state/view.svelte";

class Opened {
  id = $state<string | null>(null);
}

export const opened = new Opened();

/** Opens a source in the Sources view. */
export function openSource(id: string): void {
  opened.id = id;
  view.view = "sources";
}
