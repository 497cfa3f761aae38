// The part of the graph that relationship charts show: all, only conflicts, or the neighborhood of an event.

import { asking } from "./asking.svelte";
import { fit } from "./fit.svelte";
import type { Near } from "../api/generated";
import { view } from "./view.svelte";

class Subgraph {
  near: Near = $derived(
    asking.lens && fit.events.length > 0
      ? { ids: [...fit.events], steps: 0 }
      : view.focus
        ? { ids: [view.focus], steps: view.steps }
        : {},
  );
  /** A description of that part; empty for everything. */
  words: string = $derived(
    asking.lens && fit.events.length > 0
      ? "Conflicts only"
      : view.focus
        ? `Within ${view.steps === 1 ? "1 step" : `${view.steps} steps`}`
        : "",
  );

  /** Shows only the neighborhood of an event. */
  show(id: string): void {
    if (view.focus !== id) this.focus(id);
  }

  /** Shows only the neighborhood of an event; everything again when it is shown already. */
  focus(id: string | null): void {
    asking.lens = false;
    view.focus = view.focus === id ? null : id;
    view.fit();
  }

  /** Shows everything again. */
  clear(): void {
    asking.lens = false;
    view.focus = null;
    view.fit();
  }
}

export const subgraph = new Subgraph();
