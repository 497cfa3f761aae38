// The open workspace as a whole: its name and what there is to filter by.

import { asFault, host } from "../api/client";
import type { Fault, Overview } from "../api/generated";
import { Newest } from "../api/newest";

class WorkspaceState {
  overview = $state.raw<Overview | null>(null);
  /** Why there is no workspace to show. */
  fault = $state.raw<Fault | null>(null);
  /** Why opening another one did not work; the present one stays. */
  openFault = $state.raw<Fault | null>(null);
  /** Grows with every workspace that is opened: another one, of which nothing is selected, filtered or scrolled to. */
  generation = $state(0);
  /** Grows with every change of what the workspace holds: pictures and lists ask again and stay where they are. */
  version = $state(0);

  #newest = new Newest<null, Overview>(
    () => host.call("workspace", {}),
    (overview) => (this.overview = overview),
    // What is shown stays; whatever asks next says what is wrong.
    () => undefined,
  );

  async load(): Promise<void> {
    this.#newest.drop();
    try {
      this.overview = await host.call("workspace", {});
      this.fault = null;
      this.generation += 1;
      this.version += 1;
    } catch (refused) {
      this.overview = null;
      this.fault = asFault(refused);
    }
  }

  /** Asks again after a change of the open workspace. */
  ask(): void {
    this.#newest.want(null);
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
