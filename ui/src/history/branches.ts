// Branches of the history: steps that were undone and abandoned are indented beside the current line.

import type { StepLine } from "../api/generated";

/** Indent of each step, by number: 0 on the current line, 1 and more on abandoned branches. */
export function indents(steps: readonly StepLine[]): Map<number, number> {
  const known = new Map(steps.map((it) => [it.number, it]));
  const onward = new Map<number, number>();
  for (const step of [...steps].sort((a, b) => a.number - b.number)) {
    const before = known.get(onward.get(step.parent) ?? Number.NaN);
    // Of several next steps, the one that was done counts, otherwise the newest.
    if (!before?.done) onward.set(step.parent, step.number);
  }
  const found = new Map<number, number>();
  for (const step of [...steps].sort((a, b) => a.number - b.number)) {
    const parent = found.get(step.parent) ?? 0;
    found.set(step.number, step.done ? 0 : onward.get(step.parent) === step.number ? parent : parent + 1);
  }
  return found;
}

/** "Today", "Yesterday" or "3 May 2026" in local time. */
export function dayOf(at: string | null, now: Date): string {
  if (at === null) return "Time unknown";
  const [then, today] = [new Date(at), new Date(now)];
  const days = Math.round((midnight(today) - midnight(then)) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return then.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** "14:05" in local time. */
export function timeOf(at: string | null): string {
  return at === null ? "" : new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

function midnight(day: Date): number {
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
}
