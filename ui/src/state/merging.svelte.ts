// Merging events, and finding look-alikes.

import { host } from "../api/client";
import type { EventDetail, LookAlike } from "../api/generated";
import { notifyRefusal } from "./notifyRefusal";

class Merging {
  /** The events to merge; empty while the dialog is closed. */
  events = $state.raw<readonly EventDetail[]>([]);
  /** Look-alikes found; null while the dialog is closed. */
  found = $state.raw<readonly LookAlike[] | null>(null);
  /** The event whose look-alikes are shown; null for the whole workspace. */
  of = $state<string | null>(null);

  /** Opens the dialog to merge these events. */
  async open(ids: readonly string[]): Promise<void> {
    try {
      this.events = await Promise.all(ids.map((id) => host.call("event", { id })));
    } catch (refused) {
      notifyRefusal(refused);
    }
  }

  /** Finds look-alikes of an event, or of the whole workspace. */
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
