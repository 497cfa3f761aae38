// Every change goes through here: it is saved or an error is shown, views are reloaded, and it can be undone.

import { asFault, host } from "../api/client";
import type { Done, Fault, Refreshed, TakeSeries, Verbs } from "../api/generated";
import { refusalLine } from "../base/format";
import { filter } from "./filter.svelte";
import { selection } from "./selection.svelte";
import { frame, workspace } from "./workspace.svelte";

/** Verbs that write. */
export type WriteVerb = { [V in keyof Verbs]: Verbs[V]["reply"] extends Done ? V : never }[keyof Verbs];

/** The message about the last change. */
export interface Toast {
  readonly words: string;
  /** Offers to undo the step. */
  readonly undo: boolean;
}

/** How long a toast is shown, milliseconds. */
const TOAST_MS = 8000;

/** Verbs that may remove events. */
const MAY_REMOVE: ReadonlySet<string> = new Set(["delete", "merge_events", "undo", "redo", "restore"]);

class Edits {
  /** Writes in progress. */
  pending = $state(0);
  /** The error of the last write; null when it was saved. */
  notSaved = $state.raw<Fault | null>(null);
  /** The error of the last check of the file; null when it succeeded. */
  fileFault = $state.raw<Fault | null>(null);
  /** Name of the step that undo reverts; null for none. */
  undoName = $state<string | null>(null);
  /** Name of the step that redo restores; null for none. */
  redoName = $state<string | null>(null);
  toast = $state.raw<Toast | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Runs a verb that writes. Throws the `Fault` on an error, to be shown at the input. */
  async run<V extends WriteVerb>(verb: V, args: Verbs[V]["args"]): Promise<Done> {
    const done = await this.#write(() => host.call(verb, args) as Promise<Done>);
    return this.#wrote(done, verb);
  }

  /** Loads series from the chosen file. Throws like `run`. */
  async takeSeries(take: TakeSeries): Promise<Done> {
    return this.#wrote(await this.#write(() => host.takeSeries(take)), "take_series");
  }

  /** Asks for an image and uses it as the logo of exported pictures. Throws like `run`. */
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
      // A read-only file already has a notice under the top bar.
      if (ofTheFile(fault) && !workspace.overview?.read_only) this.notSaved = fault;
      throw fault;
    } finally {
      this.pending -= 1;
    }
  }

  /** Undoes the last step. Errors go to a toast, because there is no field to show them at. */
  undo = (): Promise<void> => this.#walk("undo", this.undoName);

  /** Redoes the step that was undone last. */
  redo = (): Promise<void> => this.#walk("redo", this.redoName);

  /** Shows a toast. */
  notify(words: string, undo = false): void {
    this.toast = { words, undo };
    this.hold(false);
  }

  /** Keeps the toast while the pointer is over it; then it times out. */
  hold(on: boolean): void {
    clearTimeout(this.#timer);
    if (!on) this.#timer = setTimeout(() => (this.toast = null), TOAST_MS);
  }

  /** Resets it for a newly opened workspace. */
  restart(): void {
    this.toast = null;
    this.notSaved = null;
    this.fileFault = null;
    [this.undoName, this.redoName] = [null, null];
    void this.look();
  }

  /** Checks whether another program has changed the file, and reloads if so. */
  async look(): Promise<void> {
    const before = workspace.generation;
    try {
      const found = await host.call("refresh", {});
      if (before !== workspace.generation) return;
      this.fileFault = null;
      this.#names(found);
      if (!found.changed) return;
      await this.#show(found.state, true);
      this.notify("The file was changed by another program and has been reloaded");
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
    // A read-only file has a history, but no undo or redo.
    const isClosed = workspace.overview?.read_only ?? false;
    this.undoName = isClosed ? null : of.undo;
    this.redoName = isClosed ? null : of.redo;
  }

  /** Reloads everything shown. Filter, selection, time window and scroll position stay; removed events are deselected. */
  async #show(state: number, mayRemove: boolean): Promise<void> {
    const pictured = workspace.changed(state);
    if (mayRemove) await dropGone();
    void pictured.then(askAgain);
  }
}

/** Reloads details at once and counts a frame later, so that the next picture is not delayed. */
async function askAgain(): Promise<void> {
  selection.ask();
  await frame();
  workspace.ask();
  filter.again();
}

/** Whether the error is about the file, not the input. */
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
    // On an error the selection stays; the inspector shows why.
  }
}

export const edits = new Edits();

/** Saves a copy of the workspace and confirms it in a toast. */
export async function saveCopy(): Promise<void> {
  const name = await workspace.copy();
  if (name !== null) edits.notify(`Copy saved as ${name}`);
}
