// The state of the form that cites a source, kept until it is saved or discarded.

import { asFault } from "../api/client";
import type { CiteArgs, Fault, Reliability } from "../api/generated";
import type { Grade } from "../forms/grade";
import { FormDrafts } from "../forms/formDrafts";
import type { Name } from "../forms/names";
import { newSource, sourceFields, type TypedSource } from "../sources/sourceFields";
import { edits } from "../state/edits.svelte";

/** What a source is cited for. */
export type Target = { readonly event: string } | { readonly claim: string } | { readonly link: string };

/** The input of the form that cites a source. */
export class Citing {
  /** An existing source. */
  source = $state.raw<readonly Name[]>([]);
  /** A new source. */
  fresh = $state.raw<TypedSource | null>(null);
  quote = $state("");
  locator = $state("");
  grade = $state.raw<Grade>({ letter: null, digit: null });
  /** The current reliability of the source. */
  letter: string | null = null;
  stance = $state<"for" | "against">("for");
  /** The field that the citation is for; empty for the whole event. */
  field = $state("");
  value = $state("");
  fault = $state.raw<Fault | null>(null);
  busy = $state(false);

  constructor(readonly target: Target) {}

  /** True when there is unsaved input. */
  get begun(): boolean {
    return this.source.length > 0 || this.fresh !== null || (this.quote + this.locator + this.value).trim() !== "";
  }

  /** Starts a new source from a search that found none. */
  make(words: string): void {
    this.source = [];
    this.fresh = newSource(words);
  }

  choose(source: Name, letter: Reliability | null): void {
    this.source = [source];
    this.letter = letter;
    this.grade = { ...this.grade, letter };
  }

  /** Saves it; false on an error, which is in `fault`. */
  async save(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.fault = null;
    try {
      await edits.run("cite", { ...this.#source(), ...this.#args() });
      return true;
    } catch (refused) {
      this.fault = asFault(refused);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The source, and what is set on it in the same step: all fields of a new one, or a new reliability. */
  #source(): CiteArgs {
    if (this.fresh) return { source_set: sourceFields(this.fresh, this.grade.letter) };
    const [chosen] = this.source;
    const source = chosen?.id ?? chosen?.name;
    if (source === undefined)
      throw {
        code: "bad_argument",
        message: "choose a source",
        help: "type part of its title or its handle",
        field: "source",
      };
    const isOther = this.grade.letter !== this.letter;
    return { source, ...(isOther ? { source_set: [{ field: "reliability", value: this.grade.letter }] } : {}) };
  }

  #args(): CiteArgs {
    const on =
      "event" in this.target && this.field.trim() !== ""
        ? { field: this.field.trim(), ...(this.value.trim() ? { value: this.value.trim() } : {}) }
        : {};
    return {
      ...this.target,
      ...on,
      ...(this.quote.trim() ? { quote: this.quote.trim() } : {}),
      ...(this.locator.trim() ? { locator: this.locator.trim() } : {}),
      ...(this.grade.digit ? { credibility: this.grade.digit } : {}),
      stance: this.stance,
    };
  }
}

const drafts = new FormDrafts<Citing>();

/** The unsaved form of a target, or a new one. */
export function citing(target: Target): Citing {
  const key = JSON.stringify(target);
  return drafts.get(key) ?? drafts.keep(key, new Citing(target));
}

/** Discards the input. */
export function forget(target: Target): void {
  drafts.drop(JSON.stringify(target));
}
