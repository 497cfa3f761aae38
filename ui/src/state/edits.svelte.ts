// Every change goes through here: it is saved or said why not, what is shown is asked for again, and it can be undone.

import { asFault, host } from "../api/client";
import type { Done, Fault, Refreshed, TakeSeries, Verbs } from "../api/generated";
import { refusalLine } from "../base/format";
import { filter } from "./filter.svelte";
import { selection } from "./selection.svelte";
import { frame, workspace } from "./workspace.svelte";

/** Verbs that write. */
export type WriteVerb = { [V in keyof Verbs]: Verbs[V]["reply"] extends Done ? V : never }[keyof Verbs];

/** What was done last, as told to the analyst. */
export interface Toast {
  readonly words: string;
  /** The step it is about can be taken back from here. */
  readonly undo: boolean;
}

/** How long the last thing done is told, in milliseconds. */
const TOAST_MS = 8000;

/** Verbs after which an event may be gone. */
const MAY_REMOVE: ReadonlySet<string> = new Set(["delete", "merge_events", "undo", "redo", "restore"]);

class Edits {
  /** Writes that have not been answered yet. */
  pending = $state(0);
  /** Why the last write did not reach the file; null when it did. */
  notSaved = $state.raw<Fault | null>(null);
  /** Why the file could not be looked at; null when it could. */
  fileFault = $state.raw<Fault | null>(null);
  /** Name of the step that undo takes back; null when there is none. */
  undoName = $state<string | null>(null);
  /** Name of the step that redo brings back. */
  redoName = $state<string | null>(null);
  toast = $state.raw<Toast | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Does a verb that writes. Throws the `Fault` when it was refused, to be shown where the words were typed. */
  async run<V extends WriteVerb>(verb: V, args: Verbs[V]["args"]): Promise<Done> {
    const done = await this.#write(() => host.call(verb, args) as Promise<Done>);
    return this.#wrote(done, verb);
  }

  /** Takes series out of the file that was chosen. Throws as `run` does. */
  async takeSeries(take: TakeSeries): Promise<Done> {
    return this.#wrote(await this.#write(() => host.takeSeries(take)), "take_series");
  }

  /** Asks for an image and takes it as the logo of exported pictures. Throws as `run` does. */
  async chooseLogo(): Promise<void> {
    const done = await host.chooseLogo();
    if (done) await this.#wrote(done, "choose_logo");
  }

  async #wrote(done: Done, verb: string): Promise<Done> {
    this.#names(done);
    if (done.step !== null) {
      this.notify(done.name, verb !== "undo");
      await this.#show(done.state, MAY_REMOVE.has(verb));
    }
    return done;
  }

  async #write(work: () => Promise<Done>): Promise<Done> {
    this.pending += 1;
    try {
      const done = await work();
      this.notSaved = null;
      return done;
    } catch (refused) {
      const fault = asFault(refused);
      // That a file can only be read stands under the top bar already.
      if (ofTheFile(fault) && !workspace.overview?.read_only) this.notSaved = fault;
      throw fault;
    } finally {
      this.pending -= 1;
    }
  }

  /** Takes the last step back. A refusal is told, for there is no field beside which it could stand. */
  undo = (): Promise<void> => this.#walk("undo", this.undoName);

  /** Brings the step back that was undone last. */
  redo = (): Promise<void> => this.#walk("redo", this.redoName);

  /** Says what was done, for a while. */
  notify(words: string, undo = false): void {
    this.toast = { words, undo };
    this.hold(false);
  }

  /** Keeps what is told while it is pointed at; afterwards it goes again. */
  hold(on: boolean): void {
    clearTimeout(this.#timer);
    if (!on) this.#timer = setTimeout(() => (this.toast = null), TOAST_MS);
  }

  /** For a workspace that was just opened. */
  restart(): void {
    this.toast = null;
    this.notSaved = null;
    this.fileFault = null;
    [this.undoName, this.redoName] = [null, null];
    void this.look();
  }

  /** Asks whether another program has changed the file, and shows what it holds now. */
  async look(): Promise<void> {
    const before = workspace.generation;
    try {
      const found = await host.call("refresh", {});
      if (before !== workspace.generation) return;
      this.fileFault = null;
      this.#names(found);
      if (!found.changed) return;
      await this.#show(found.state, true);
      this.notify("Another program changed the file; you see what it holds now");
    } catch (refused) {
      const fault = asFault(refused);
      if (before === workspace.generation && ofTheFile(fault)) this.fileFault = fault;
    }
  }

  async #walk(verb: "undo" | "redo", name: string | null): Promise<void> {
    if (name === null) return;
    try {
      await this.run(verb, {});
    } catch (refused) {
      this.notify(refusalLine(asFault(refused)));
    }
  }

  #names(of: Done | Refreshed): void {
    // In a file that can only be read there is a history, and no way to go along it.
    const isClosed = workspace.overview?.read_only ?? false;
    this.undoName = isClosed ? null : of.undo;
    this.redoName = isClosed ? null : of.redo;
  }

  /** Asks again for everything shown. Filter, selection, window in time and scroll stay; what is gone is not selected. */
  async #show(state: number, mayRemove: boolean): Promise<void> {
    const pictured = workspace.changed(state);
    if (mayRemove) await dropGone();
    void pictured.then(askAgain);
  }
}

/** Asks for what is said beside the picture, and a frame later for what is counted: all in one would hold up the next one. */
async function askAgain(): Promise<void> {
  selection.ask();
  await frame();
  workspace.ask();
  filter.again();
}

/** It is the file that is in the way, not what was typed. */
function ofTheFile({ code }: Fault): boolean {
  return code === "file" || code === "damaged";
}

async function dropGone(): Promise<void> {
  const asked = selection.ids;
  if (asked.length === 0) return;
  try {
    const there = await host.call("present", { ids: [...asked] });
    if (there.length < asked.length && selection.ids === asked) selection.selectAll(there);
  } catch {
    // What cannot be asked for stays selected; the inspector says why it cannot be shown.
  }
}

export const edits = new Edits();

/** Writes a copy of the workspace and says so. */
export async function saveCopy(): Promise<void> {
  const name = await workspace.copy();
  if (name !== null) edits.notify(`Saved a copy as ${name}`);
}
