// The state of a field while it is edited: input, saving, error.

import { asFault } from "../api/client";
import type { Done, Fault } from "../api/generated";

/** Saves a value; unknown names are created only if `makeNew` is set. Throws the `Fault`. */
export type Save<T> = (value: T, makeNew: boolean) => Promise<Done | null>;

/** The result: nothing to save, saved, or refused (the input is kept). */
export type Outcome = "same" | "saved" | "refused" | "busy";

/** The edited value of a field that is shown as text otherwise. */
export class Draft<T> {
  editing = $state(false);
  fault = $state.raw<Fault | null>(null);
  saving = $state(false);
  /** The saved value that has not been reloaded yet. */
  kept = $state.raw<{ value: T } | null>(null);

  #value = $state.raw() as T;
  #before: T;

  constructor(value: T) {
    this.#value = value;
    this.#before = value;
  }

  /** The current input. */
  get value(): T {
    return this.#value;
  }

  /** New input clears the error. */
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

  /** True when the input differs from the stored value. */
  get changed(): boolean {
    return JSON.stringify(this.value) !== JSON.stringify(this.#before);
  }

  /** Cancels editing. */
  restore(): void {
    this.editing = false;
    this.fault = null;
    this.value = this.#before;
  }

  /** Saves the input. On an error the input stays, with the error. */
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
