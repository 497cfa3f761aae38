// The state of the quick-add line: input, reading, and adding the event.

import { asFault, host } from "../api/client";
import type {
  Credibility,
  Done,
  Fault,
  LinePart,
  LineProblem,
  LookAlike,
  SetField,
  Understanding,
} from "../api/generated";
import { Newest } from "../api/newest";
import { edits } from "../state/edits.svelte";
import { arrive, goTo } from "../state/navigate";
import { workspace } from "../state/workspace.svelte";
import { Completion } from "./completion.svelte";
import { keepLine, keptLine } from "./draft";
import { LineHistory } from "./lineHistory";
import { type Unknown, besideSource, still, unknownNames, unknownSource } from "./parts";
import { type Token, taken, written } from "./token";

/** Pause after typing before the line is parsed. */
const REST_MS = 50;

/** A source cited for every line until it is cleared. */
export interface Cited {
  readonly id: string;
  readonly name: string;
}

/** A new source to be added with the event of a line. */
export interface Making {
  readonly line: string;
  /** Its name in the line. */
  readonly name: string;
  /** The letter of the grade in the line, or empty. */
  readonly letter: string;
}

class QuickAdd {
  line = $state("");
  /** The last reading, with its line. */
  read = $state.raw<{ readonly line: string; readonly is: Understanding } | null>(null);
  /** The error of a line that was not added. */
  refused = $state.raw<{ readonly line: string; readonly fault: Fault } | null>(null);
  /** Unknown names similar to known ones, asked about once per line. */
  asked = $state.raw<{ readonly line: string; readonly names: readonly Unknown[] } | null>(null);
  source = $state.raw<Cited | null>(null);
  /** The open form for a new source. */
  #making = $state.raw<Making | null>(null);
  saving = $state(false);
  /** The line for which Enter was last pressed. */
  tried = $state("");
  /** The line was restored when the window opened. */
  fromLastTime = $state(false);
  readonly completion = new Completion();

  parts: LinePart[] = $derived(this.read ? still(this.read.is.parts, this.read.line, this.line) : []);
  problems: LineProblem[] = $derived(this.read ? still(this.read.is.problems, this.read.line, this.line) : []);
  /** Problems to show now: not those of the word still being typed. */
  shownProblems: LineProblem[] = $derived(
    this.tried === this.line
      ? this.problems
      : this.problems.filter((it) => it.to > it.from && it.to < this.line.trimEnd().length),
  );
  /** The reading; null for an empty line. */
  understood: Understanding | null = $derived(this.line.trim() === "" ? null : (this.read?.is ?? null));
  /** The error of the current line. */
  fault: Fault | null = $derived(this.refused?.line === this.line ? this.refused.fault : null);
  /** The form for a new source of the current line. */
  making: Making | null = $derived(this.#making?.line === this.line ? this.#making : null);
  /** The source named in the line, if it is unknown or ambiguous. */
  noSource: Unknown | null = $derived(this.read?.line === this.line ? unknownSource(this.line, this.read.is) : null);
  /** Names to decide on: those that Enter would create, once it was pressed, and those that cannot be created. */
  undecided: readonly Unknown[] = $derived.by(() => {
    if (this.asked?.line === this.line) return this.asked.names;
    if (this.read?.line !== this.line || this.shownProblems.length === 0) return [];
    return unknownNames(this.line, this.read.is).filter((it) => !it.makes && it.near.length > 0);
  });
  /** Whether to ask about the source now: Enter was pressed, or the cursor has left its name. */
  asksSource: boolean = $derived(
    this.noSource !== null &&
      !this.making &&
      besideSource(this.shownProblems, this.noSource).length < this.shownProblems.length,
  );

  /** Whether there is a source that can be cited for an existing entry. */
  cites: boolean = $derived(Boolean(this.#named(this.read?.is) ?? this.source?.id));

  #input: HTMLInputElement | null = null;
  #lineHistory = new LineHistory();
  #fileName = "";
  #rest: ReturnType<typeof setTimeout> | undefined;
  #newest = new Newest<string, Understanding>(
    (line) => host.call("understand", { line }),
    (is, line) => (this.read = { line, is }),
    // The line is parsed again when it is added, at the latest.
    () => undefined,
  );

  /** Registers the input field. */
  mounted(input: HTMLInputElement): () => void {
    this.#input = input;
    return () => (this.#input = null);
  }

  /** Focuses the line; an empty line starts with `start`. */
  enter(start = ""): void {
    if (start !== "" && this.line.trim() === "") this.put(`${start} `);
    this.#input?.focus();
  }

  /** Another workspace was opened: restores its unfinished line, and clears the source. */
  restart(fileName: string): void {
    this.#fileName = fileName;
    this.source = null;
    this.put(keptLine(fileName));
    this.fromLastTime = this.line !== "";
  }

  /** The line was changed by typing. */
  typed(line: string, caret: number): void {
    this.line = line;
    this.fromLastTime = false;
    this.#lineHistory.stay();
    keepLine(this.#fileName, line);
    this.completion.look(line, caret);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#ask(), REST_MS);
  }

  /** Sets the line, with the cursor at its end or at `caret`. */
  put(line: string, caret = line.length): void {
    this.line = line;
    keepLine(this.#fileName, line);
    this.completion.restart();
    this.#place(caret);
    this.#ask();
  }

  /** The suggestion that Enter accepts; -1 for none. A word that is already understood needs no completion. */
  chosen: number = $derived.by(() => {
    const { token, at, moved } = this.completion;
    if (!token || moved) return at;
    return this.read?.line === this.line && isOpen(token, this.line, this.read.is) ? at : -1;
  });

  /** Replaces a range of the line by a suggestion or other words. */
  take(of: Pick<Token, "from" | "to">, insert: string): void {
    const { line, caret } = taken(this.line, of, insert);
    this.put(line, caret);
    this.#input?.focus();
  }

  /** Replaces an unknown name by a known one. */
  mean(unknown: Unknown, name: string): void {
    this.answer(unknown, written(name));
  }

  /** Replaces a range of the line by an answer, with the cursor at the end of the line. */
  answer(of: Pick<Token, "from" | "to">, words: string): void {
    this.put(taken(this.line, of, words).line);
    this.#input?.focus();
  }

  /** Replaces an ambiguous date by one of its readings. */
  date(words: string): void {
    const part = this.parts.find((it) => it.kind === "date");
    if (part) this.answer(part, words);
    else this.put(`${words} ${this.line.trimStart()}`);
  }

  /** Recalls the previous (1) or next (-1) line. */
  walk(by: 1 | -1): void {
    const line = this.#lineHistory.walk(by, this.line);
    if (line !== null) this.put(line);
  }

  /** Adds the event. On an error the line stays, with the error. */
  async save(): Promise<void> {
    const line = this.line;
    if (line.trim() === "" || this.saving) return;
    this.saving = true;
    this.tried = line;
    try {
      const is = this.read?.line === line ? this.read.is : await host.call("understand", { line });
      this.read = { line, is };
      if (!this.#mustAsk(line, is)) await this.#add(line, is);
    } catch (refused) {
      this.refused = { line, fault: asFault(refused) };
    } finally {
      this.saving = false;
    }
  }

  /** Opens the form for a new source. */
  askSource(): void {
    const source = this.noSource;
    if (source)
      this.#making = {
        line: this.line,
        name: source.name,
        letter: /^[A-F]/.exec(this.read?.is.grade ?? "")?.[0] ?? "",
      };
  }

  /** Closes the form and returns to the line. */
  unmake(): void {
    this.#making = null;
    this.enter();
  }

  /** Adds the event together with a new source, in one step. */
  async make(fields: SetField[]): Promise<void> {
    const [line, is] = [this.line, this.read?.is];
    if (!is || this.saving || this.read?.line !== line) return;
    this.saving = true;
    try {
      await this.#add(line, is, fields);
      this.#making = null;
    } catch (refused) {
      this.refused = { line, fault: asFault(refused) };
    } finally {
      this.saving = false;
    }
  }

  /** Cites the source of the line for an existing entry instead of adding a duplicate. */
  async cite(alike: LookAlike): Promise<void> {
    const [line, is] = [this.line, this.read?.is];
    const source = this.#named(is) ?? this.source?.id;
    if (!source) return;
    const digit = /[1-6]$/.exec(is?.grade ?? "")?.[0] as Credibility | undefined;
    try {
      await edits.run("cite", { event: alike.event.id, source, ...(digit ? { credibility: digit } : {}) });
      this.#done(line);
      goTo(alike.event.id);
    } catch (refused) {
      this.refused = { line, fault: asFault(refused) };
    }
  }

  #mustAsk(line: string, is: Understanding): boolean {
    const source = unknownSource(line, is);
    // A line with other problems is refused with the reason.
    if (besideSource(is.problems, source).length > 0) return false;
    const names = unknownNames(line, is).filter((it) => it.near.length > 0);
    if (is.ask || (names.length > 0 && this.asked?.line !== line)) {
      this.asked = { line, names };
      return true;
    }
    if (source) this.askSource();
    return source !== null;
  }

  async #add(line: string, is: Understanding, new_source: SetField[] = []): Promise<void> {
    const make_new = unknownNames(line, is).some((it) => it.kind !== "source");
    const cited = new_source.length > 0 ? { new_source } : this.source ? { source: this.source.id } : {};
    const done = await edits.run("add", { line, make_new, ...cited });
    this.#remember(is, done);
    this.#done(line);
    const event = done.added.find((it) => it.kind === "event");
    if (event) arrive(event.id);
  }

  /** A source named in the line is cited for the next lines too. */
  #remember(is: Understanding, done: Done): void {
    if (!is.source || !namesSource(is)) return;
    const made = done.added.find((it) => it.kind === "source");
    const id = is.source.id ?? made?.id;
    const known = workspace.overview?.sources.find((it) => it.id === id);
    if (id) this.source = { id, name: known?.handle ?? made?.name ?? is.source.name };
  }

  /** The id of the known source that a line names. */
  #named(is: Understanding | undefined): string | null {
    return is && namesSource(is) ? (is.source?.id ?? null) : null;
  }

  #done(line: string): void {
    this.#lineHistory.add(line);
    this.refused = null;
    this.asked = null;
    // Text typed while saving is the start of the next line.
    this.put(this.line.startsWith(line) ? this.line.slice(line.length).trimStart() : this.line);
  }

  #ask(): void {
    clearTimeout(this.#rest);
    if (this.line.trim() !== "") this.#newest.want(this.line);
    else {
      this.#newest.drop();
      this.read = null;
    }
  }

  #place(caret: number): void {
    const input = this.#input;
    if (!input) return;
    // Set at once, before Svelte updates it, so that the cursor can be placed.
    if (input.value !== this.line) input.value = this.line;
    input.setSelectionRange(caret, caret);
  }
}

/** Whether the word at the cursor is unknown or ambiguous. */
function isOpen({ from }: Token, line: string, is: Understanding): boolean {
  const there = (it: { from: number; to: number }) => it.from <= from && from <= it.to;
  const unknown = unknownNames(line, is).some((it) => there(it));
  return unknown || is.problems.some((it) => there(it));
}

/** Whether the line names a source. A grade alone refers to an unnamed source, which is not cited for further lines. */
export function namesSource(is: Understanding): boolean {
  return is.parts.some((it) => it.kind === "source");
}

export const quickAdd = new QuickAdd();
