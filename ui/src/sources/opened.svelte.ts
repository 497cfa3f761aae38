// Which source is looked at.

import { view } from "../state/view.svelte";

class Opened {
  id = $state<string | null>(null);
}

export const opened = new Opened();

/** Shows a source and what it is cited for. */
export function openSource(id: string): void {
  opened.id = id;
  view.view = "sources";
}
