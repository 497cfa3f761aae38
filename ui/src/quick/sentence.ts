// The reading of a line as one sentence, for screen readers.

import type { LikelihoodLine, Understanding } from "../api/generated";

/** "likely (55 to 80%)". */
export function likelihoodWords({ word, low_percent, high_percent }: LikelihoodLine): string {
  return low_percent === null || high_percent === null ? word : `${word} (${low_percent} to ${high_percent}%)`;
}

/** "counted from 11 June 2025, this workspace's as-of day": for dates that are relative to that day. */
export function countedFrom(read: Understanding): string {
  const means = read.parts.find((it) => it.kind === "date")?.means ?? "";
  return /counted from .*?(?=, still ahead|$)/.exec(means)?.[0] ?? "";
}

/** Everything that was understood, and all problems, in one sentence. */
export function sentence(read: Understanding): string {
  const names = (all: readonly { id: string | null; name: string }[]) =>
    all.map((it) => (it.id === null ? `new: ${it.name}` : it.name));
  const parts = [
    read.date?.in_words ?? (read.ask ? read.ask.question : "no date"),
    countedFrom(read),
    read.title,
    ...names(read.themes),
    ...names(read.actors),
    ...names(read.places),
    read.severity === null ? "" : `severity ${read.severity}`,
    read.status,
    read.likelihood ? likelihoodWords(read.likelihood) : "",
    read.grade ? `grade ${read.grade}` : "",
    ...read.problems.map((it) => it.message),
    read.alike[0] ? `possible duplicate of “${read.alike[0].event.title}”` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
