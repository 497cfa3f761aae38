// The open workspace as a whole: its name and what there is to filter by.

import { asFault, host } from "../api/client";
import type { Fault, Overview } from "../api/generated";

class WorkspaceState {
  overview = $state.raw<Overview | null>(null);
  /** Why there is no workspace to show. */
  fault = $state.raw<Fault | null>(null);
  /** Why opening another one did not work; the present one stays. */
  openFault = $state.raw<Fault | null>(null);
  /** Grows with every workspace that is opened. */
  generation = $state(0);

  async load(): Promise<void> {
    try {
      this.overview = await host.call("workspace", {});
      this.fault = null;
      this.generation += 1;
    } catch (refused) {
      this.overview = null;
      this.fault = asFault(refused);
    }
  }

  open = () => this.#change(() => host.openWorkspace());
  create = () => this.#change(() => host.newWorkspace());
  sample = () => this.#change(async () => (await host.openSample(), true));

  async #change(how: () => Promise<boolean>): Promise<void> {
    this.openFault = null;
    try {
      if (await how()) await this.load();
    } catch (refused) {
      this.openFault = asFault(refused);
    }
  }
}

export const workspace = new WorkspaceState();
