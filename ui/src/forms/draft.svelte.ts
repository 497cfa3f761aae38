// A field while it is edited: what is typed, whether it is being saved, and why it could not be.

import { asFault } from "../api/client";
import type { Done, Fault } from "../api/generated";

/** Saves a value; unknown names are made only when that was said. Throws the `Fault`. */
export type Save<T> = (value: T, makeNew: boolean) => Promise<Done | null>;

/** How it came out: nothing to save, saved, or refused and kept. */
export type Outcome = "same" | "saved" | "refused" | "busy";

/** What is typed into a field that stands somewhere else when it is not edited. */
export class Draft<T> {
  editing = $state(false);
  fault = $state.raw<Fault | null>(null);
  saving = $state(false);
  /** What was saved and has not been read back yet. */
  kept = $state.raw<{ value: T } | null>(null);

  #value = $state.raw() as T;
  #before: T;

  constructor(value: T) {
    this.#value = value;
    this.#before = value;
  }

  /** What is typed or picked now. */
  get value(): T {
    return this.#value;
  }

  /** Other words are not the ones that were refused. */
  set value(value: T) {
    this.#value = value;
    this.fault = null;
  }

  begin(stored: T, typed: T = stored, fault: Fault | null = null): void {
    this.#before = stored;
    this.value = typed;
    this.fault = fault;
    this.kept = null;
    this.editing = true;
  }

  /** True when something else is typed than is stored. */
  get changed(): boolean {
    return JSON.stringify(this.value) !== JSON.stringify(this.#before);
  }

  /** Ends without saving. */
  restore(): void {
    this.editing = false;
    this.fault = null;
    this.value = this.#before;
  }

  /** Saves what is typed. Refused, it stays as it is, with the reason. */
  async commit(save: Save<T>, makeNew = false): Promise<Outcome> {
    if (!this.editing || this.saving) return "busy";
    if (!this.changed) {
      this.restore();
      return "same";
    }
    this.saving = true;
    this.fault = null;
    try {
      const value = this.value;
      const done = await save(value, makeNew);
      this.kept = done?.step == null ? null : { value };
      this.editing = false;
      return "saved";
    } catch (refused) {
      this.fault = asFault(refused);
      return "refused";
    } finally {
      this.saving = false;
    }
  }
}
