// The open workspace as a whole: its name and what there is to filter by, and which other ones there are.

import { asFault, host } from "../api/client";
import type { Fault, Overview } from "../api/generated";
import { Newest } from "../api/newest";
import type { Recent, Salvaged } from "../api/host";

/** How long a window that is not drawn waits for a frame, in milliseconds. */
const FRAME_MS = 50;

/** How long lists wait for a picture, in milliseconds: one may be refused. */
const PICTURE_MS = 500;

class WorkspaceState {
  overview = $state.raw<Overview | null>(null);
  /** Why there is no workspace to show. */
  fault = $state.raw<Fault | null>(null);
  /** Why opening another one, or copying this one, did not work; the present one stays. */
  openFault = $state.raw<Fault | null>(null);
  /** What was lost of the damaged file that this one was read out of. */
  salvaged = $state.raw<Salvaged | null>(null);
  /** The workspaces that were open lately. */
  recent = $state.raw<readonly Recent[]>([]);
  /** Grows with every workspace that is opened: another one, of which nothing is selected, filtered or scrolled to. */
  generation = $state(0);
  /** Grows with every change of what the workspace holds: what shows it asks again and stays where it is. */
  version = $state(0);
  /** Number of the state that it is in, as far as the page was told; a picture says of which it was drawn. */
  state = 0;
  /** Whether long lists may ask: not before there was time to show a picture of the same version. */
  isListed = $state(false);
  /** How many pictures are shown beside each other. */
  pictures = 0;

  #day = "";
  /** To be called when one of the present state is shown. */
  #pictured: () => void = () => undefined;
  #newest = new Newest<null, Overview>(
    () => host.call("workspace", {}),
    (overview) => (this.overview = overview),
    // What is shown stays; whatever asks next says what is wrong.
    () => undefined,
  );

  async load(): Promise<void> {
    this.#newest.drop();
    try {
      await this.day();
      this.overview = await host.call("workspace", {});
      this.fault = null;
      this.generation += 1;
      void this.changed(this.overview.state);
    } catch (refused) {
      this.overview = null;
      this.fault = asFault(refused);
    }
    await this.remember();
  }

  /** What it holds is another: pictures ask again at once, lists when the picture is on the screen, which is awaited. */
  async changed(state: number): Promise<void> {
    const version = ++this.version;
    this.state = state;
    this.isListed = false;
    const pictured = new Promise<void>((resolve) => (this.#pictured = resolve));
    // Of a workspace that has just been opened the first picture is not wanted before.
    await frame();
    if (this.pictures > 0) await Promise.race([pictured, rest(PICTURE_MS)]);
    await frame();
    // Not before that frame is drawn.
    await rest(0);
    if (version === this.version) this.isListed = true;
  }

  /** A picture of the state with this number is shown. */
  pictured(state: number): void {
    if (state >= this.state) this.#pictured();
  }

  /** Asks again after a change of the open workspace. */
  ask(): void {
    this.#newest.want(null);
  }

  /** Says which day it is, for "yesterday"; again once it is another one. */
  async day(): Promise<void> {
    const now = new Date();
    if (this.#day === now.toDateString()) return;
    await host.setDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
    this.#day = now.toDateString();
  }

  /** Asks which workspaces were open lately. */
  async remember(): Promise<void> {
    try {
      this.recent = await host.recentWorkspaces();
    } catch {
      this.recent = [];
    }
  }

  open = () => this.#change(() => host.openWorkspace());
  create = () => this.#change(() => host.newWorkspace());
  createFromJson = () => this.#change(() => host.newFromJson());
  sample = () => this.#change(async () => (await host.openSample(), true));
  /** Opens what the window was started on, which did not work at first. */
  async again(): Promise<void> {
    try {
      await host.openFirst();
    } catch {
      // Asking for the workspace says why.
    }
    await this.load();
  }
  openRecent = (id: string) => this.#change(async () => (await host.openRecent(id), true));
  /** Reads what can be read of the file that could not be opened, into a new one. */
  salvage = () =>
    this.#change(async () => {
      const salvaged = await host.salvage();
      this.salvaged = salvaged;
      return salvaged !== null;
    });

  /** In a window of its own, so that this one stays. */
  openBeside = () => this.#change(async () => (await host.openInNewWindow(), false));

  /** Writes a copy; its name, null when none was made. */
  async copy(): Promise<string | null> {
    this.openFault = null;
    try {
      return await host.saveCopy();
    } catch (refused) {
      this.openFault = asFault(refused);
      return null;
    }
  }

  async #change(how: () => Promise<boolean>): Promise<void> {
    this.openFault = null;
    try {
      const told = this.salvaged;
      if (!(await how())) return await this.remember();
      // What was lost of an earlier file is no news of this one.
      if (this.salvaged === told) this.salvaged = null;
      await this.load();
    } catch (refused) {
      this.openFault = asFault(refused);
      await this.remember();
    }
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The next frame, or a moment later where none is drawn. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, FRAME_MS);
  });
}

export const workspace = new WorkspaceState();
