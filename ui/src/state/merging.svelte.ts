// Making several events one, and looking for those that should be.

import { host } from "../api/client";
import type { EventDetail, LookAlike } from "../api/generated";
import { notifyRefusal } from "./notifyRefusal";

class Merging {
  /** The events to be made one; empty while none are. */
  events = $state.raw<readonly EventDetail[]>([]);
  /** Look-alikes found; null while none are looked for. */
  found = $state.raw<readonly LookAlike[] | null>(null);
  /** The event whose look-alikes they are; null for those of the whole workspace. */
  of = $state<string | null>(null);

  /** Asks which one stays of these. */
  async open(ids: readonly string[]): Promise<void> {
    try {
      this.events = await Promise.all(ids.map((id) => host.call("event", { id })));
    } catch (refused) {
      notifyRefusal(refused);
    }
  }

  /** Looks for entries that may tell of the same thing as this one; of the whole workspace if none is said. */
  async look(id: string | null): Promise<void> {
    this.of = id;
    try {
      this.found = await host.call("look_alikes", id ? { event: id } : {});
    } catch (refused) {
      notifyRefusal(refused);
    }
  }

  close(): void {
    [this.events, this.found] = [[], null];
  }
}

export const merging = new Merging();
