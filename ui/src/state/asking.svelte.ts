// The Answers panel: which question, about which events.

import { asFault, host } from "../api/client";
import type { Fault, Verbs } from "../api/generated";
import { Newest } from "../api/newest";
import { history } from "./history.svelte";

/** The questions, in the order of their tabs. */
export const QUESTIONS = [
  ["why", "Why?"],
  ["follows", "What follows?"],
  ["path", "Path"],
  ["drivers", "Key drivers"],
  ["loops", "Loops"],
  ["check", "Check"],
] as const;
export type Question = (typeof QUESTIONS)[number][0];

class Asking {
  open = $state(false);
  question = $state<Question>("why");
  /** The event in question; the end of a path. */
  about = $state<string | null>(null);
  /** The start of a path. */
  from = $state<string | null>(null);
  /** How many steps of causes and effects are shown. */
  steps = $state(3);
  /** Whether charts show only conflicts. */
  lens = $state(false);

  /** Asks about these events: the last one, or the path from the first to the last. */
  ask(question: Question, ids: readonly string[] = []): void {
    const last = ids.at(-1);
    if (last !== undefined) this.about = last;
    if (question === "path" && ids.length > 1) this.from = ids[0] ?? null;
    this.question = question;
    history.open = false;
    this.open = true;
  }

  close(): void {
    this.open = false;
    this.lens = false;
  }

  restart(): void {
    this.close();
    [this.about, this.from] = [null, null];
  }
}

export const asking = new Asking();

/** The answer to one question, or its error. */
export class Answer<V extends Question> {
  reply = $state.raw<Verbs[V]["reply"] | null>(null);
  fault = $state.raw<Fault | null>(null);

  #newest: Newest<Verbs[V]["args"], Verbs[V]["reply"]>;

  constructor(verb: V) {
    this.#newest = new Newest<Verbs[V]["args"], Verbs[V]["reply"]>(
      (args) => host.call(verb, args),
      (reply) => {
        this.reply = reply;
        this.fault = null;
      },
      (refused) => {
        this.reply = null;
        this.fault = asFault(refused);
      },
    );
  }

  want(args: Verbs[V]["args"]): void {
    this.#newest.want(args);
  }
}
