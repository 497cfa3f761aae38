// The open workspace: its overview, its state, and recent workspaces.

import { asFault, host } from "../api/client";
import type { Fault, Overview } from "../api/generated";
import { Newest } from "../api/newest";
import type { Recent, Salvaged } from "../api/host";

/** Timeout for a frame in a hidden window, milliseconds. */
const FRAME_MS = 50;

/** How long lists wait for a picture, milliseconds: it may fail. */
const PICTURE_MS = 500;

class WorkspaceState {
  overview = $state.raw<Overview | null>(null);
  /** Why no workspace is open. */
  fault = $state.raw<Fault | null>(null);
  /** Why opening another workspace or copying this one failed; the current one stays. */
  openFault = $state.raw<Fault | null>(null);
  /** The result of the recovery that this workspace came from. */
  salvaged = $state.raw<Salvaged | null>(null);
  /** Recent workspaces. */
  recent = $state.raw<readonly Recent[]>([]);
  /** Increases with every workspace that is opened; selection, filter and scroll are reset then. */
  generation = $state(0);
  /** Increases with every change of the content; views reload and keep their position. */
  version = $state(0);
  /** Number of the latest known state; pictures carry the state they were drawn from. */
  state = 0;
  /** Whether long lists may load: only after a picture of the same version was shown. */
  isListed = $state(false);
  /** How many pictures are on the page. */
  pictures = 0;

  #day = "";
  /** Called when a picture of the current state is shown. */
  #pictured: () => void = () => undefined;
  #newest = new Newest<null, Overview>(
    () => host.call("workspace", {}),
    (overview) => (this.overview = overview),
    // Keep the old data; the next request shows the error.
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

  /** The content has changed: pictures reload at once, lists when the picture is on the screen. */
  async changed(state: number): Promise<void> {
    const version = ++this.version;
    this.state = state;
    this.isListed = false;
    const pictured = new Promise<void>((resolve) => (this.#pictured = resolve));
    // The first picture of a newly opened workspace is requested in this frame.
    await frame();
    if (this.pictures > 0) await Promise.race([pictured, rest(PICTURE_MS)]);
    await frame();
    // After that frame is drawn.
    await rest(0);
    if (version === this.version) this.isListed = true;
  }

  /** A picture of this state is shown. */
  pictured(state: number): void {
    if (state >= this.state) this.#pictured();
  }

  /** Reloads the overview after a change. */
  ask(): void {
    this.#newest.want(null);
  }

  /** Sends the local date to the program; again when it changes. */
  async day(): Promise<void> {
    const now = new Date();
    if (this.#day === now.toDateString()) return;
    await host.setDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
    this.#day = now.toDateString();
  }

  /** Reloads the recent workspaces. */
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
  /** Tries again to open the file that the window was started with. */
  async again(): Promise<void> {
    try {
      await host.openFirst();
    } catch {
      // Loading the workspace shows the error.
    }
    await this.load();
  }
  openRecent = (id: string) => this.#change(async () => (await host.openRecent(id), true));
  /** Saves what can be read of the damaged file to a new one and opens that. */
  salvage = () =>
    this.#change(async () => {
      const salvaged = await host.salvage();
      this.salvaged = salvaged;
      return salvaged !== null;
    });

  /** Opens a workspace in a new window. */
  openBeside = () => this.#change(async () => (await host.openInNewWindow(), false));

  /** Saves a copy; returns its name, or null. */
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
      // The recovery message of an earlier file does not apply to this one.
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

/** Waits for the next frame, or a timeout where none is drawn. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, FRAME_MS);
  });
}

export const workspace = new WorkspaceState();
