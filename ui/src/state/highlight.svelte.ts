// The answer that stands out on the charts while everything else is faded; its list stays in the Answers panel.

import type { Highlight } from "../api/generated";
import { asking } from "./asking.svelte";
import { selection } from "./selection.svelte";
import { view } from "./view.svelte";

/** A feedback loop, by its place in the list, from 1. */
export type Loop = Extract<Highlight, { number: number }>;

const WORDS: Readonly<Record<Highlight["answer"], string>> = {
  path: "Path",
  loop: "Loop",
  "loop-through": "Loop",
  "theme-loop": "Loop of themes",
  why: "Why?",
  follows: "What follows?",
  drivers: "Key drivers",
};

class Highlighted {
  /** Whether the answer in the panel is shown on the charts. */
  on = $state(false);
  /** The loop that is shown, if the question is about loops. */
  loop = $state.raw<Loop | null>(null);
  /** What charts are asked to bring out; null for nothing. */
  now: Highlight | null = $derived(this.on && asking.open ? this.#answer() : null);

  /** What stands out, in words; empty for nothing. */
  words: string = $derived(this.now ? WORDS[this.now.answer] : "");

  /** Shows the answer in the panel on the charts, or no longer. */
  toggle(): void {
    this.on = !this.on;
    if (this.on) toChart();
  }

  /** Shows a loop on the charts, or no longer. */
  toggleLoop(loop: Loop): void {
    const isShown = this.isLoop(loop);
    [this.on, this.loop] = [!isShown, isShown ? null : loop];
    if (this.on) toChart();
  }

  /** Whether this loop is shown. */
  isLoop({ answer, number }: Loop): boolean {
    return this.on && this.loop?.answer === answer && this.loop.number === number;
  }

  /** Shows nothing any more; false when nothing was shown. */
  clear(): boolean {
    const was = this.now !== null;
    this.on = false;
    return was;
  }

  #answer(): Highlight | null {
    const { question, about, from, steps } = asking;
    const event = about ?? selection.id;
    if (question === "why" || question === "follows") return event ? { answer: question, event, steps } : null;
    if (question === "path") return from && about && from !== about ? { answer: "path", from, to: about } : null;
    if (question === "drivers") return { answer: "drivers" };
    return question === "loops" ? this.loop : null;
  }
}

/** Goes to a chart that draws links, if none is shown. */
function toChart(): void {
  if (view.view === "sources" || view.view === "index") view.go("cause-map");
}

export const highlighted = new Highlighted();
