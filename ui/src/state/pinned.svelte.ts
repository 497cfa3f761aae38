// Pinned nodes of the relationship chart that is shown.

import { host } from "../api/client";
import type { Board, Flow, HeldNode } from "../api/generated";
import { Newest } from "../api/newest";
import { attempt } from "./attempt";
import { view } from "./view.svelte";

/** A pane that is so many times as wide as high shows a cause map from left to right, if it may choose. */
const STRIP = 3;

/** Whether a cause map reads from left to right in a pane of this size. */
export function readsRight(flow: Flow, size: readonly number[]): boolean {
  const [width = 0, height = 0] = size;
  return flow === "right" || (flow === "auto" && width > STRIP * height);
}

class Pinned {
  /** The chart that is shown, as pins name it; null where nothing can be pinned. With lanes, the lanes set the positions. */
  on: Board | null = $derived.by(() => {
    if (view.view === "causes") return view.themeLanes ? null : "causes";
    if (view.view === "cause-map") return readsRight(view.flow, view.size) ? "layers" : "layers-down";
    if (view.view === "themes") return view.by === "theme" ? "themes" : "actors";
    return null;
  });
  now = $state.raw<readonly HeldNode[]>([]);

  #newest = new Newest<Board, HeldNode[]>(
    (on) => host.call("pins", { on }),
    (found, on) => {
      if (on === this.on) this.now = found;
    },
    // Keep the old data; the chart shows the error.
    () => undefined,
  );

  ask(): void {
    if (this.on) this.#newest.want(this.on);
    else this.now = [];
  }

  has(ids: readonly string[]): boolean {
    return this.now.some((it) => ids.includes(it.id));
  }

  put(nodes: readonly HeldNode[]): void {
    if (this.on && nodes.length > 0) void attempt("hold", { on: this.on, nodes: [...nodes] });
  }

  /** Unpins these if any is pinned; otherwise pins each in place. */
  toggle(ids: readonly string[], stands: (id: string) => HeldNode | null): void {
    if (!this.on) return;
    const held = ids.filter((id) => this.has([id]));
    if (held.length > 0) void attempt("let_go", { on: this.on, ids: held });
    else this.put(ids.flatMap((id) => stands(id) ?? []));
  }

  unpinAll(): void {
    if (this.on) void attempt("let_go", { on: this.on });
  }
}

export const pinned = new Pinned();
