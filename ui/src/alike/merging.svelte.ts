// Making several events one, and looking for those that should be.

import { asFault, host } from "../api/client";
import type { EventDetail, Fault, LookAlike } from "../api/generated";

class Merging {
  /** The events to be made one; empty while none are. */
  events = $state.raw<readonly EventDetail[]>([]);
  /** Look-alikes found; null while none are looked for. */
  found = $state.raw<readonly LookAlike[] | null>(null);
  /** The event whose look-alikes they are; null for those of the whole workspace. */
  of = $state<string | null>(null);
  fault = $state.raw<Fault | null>(null);

  /** Asks which one stays of these. */
  async open(ids: readonly string[]): Promise<void> {
    this.fault = null;
    try {
      this.events = await Promise.all(ids.map((id) => host.call("event", { id })));
    } catch (refused) {
      this.fault = asFault(refused);
    }
  }

  /** Looks for entries that may tell of the same thing as this one; of the whole workspace if none is said. */
  async look(id: string | null): Promise<void> {
    this.fault = null;
    this.of = id;
    try {
      this.found = await host.call("look_alikes", id ? { event: id } : {});
    } catch (refused) {
      this.fault = asFault(refused);
    }
  }

  close(): void {
    [this.events, this.found, this.fault] = [[], null, null];
  }
}

export const merging = new Merging();
