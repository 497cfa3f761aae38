// What is understood of a line as one sentence, for screen readers.

import type { LikelihoodLine, Understanding } from "../api/generated";

/** "likely (55 to 80%)". */
export function likelihoodSaid({ word, low_percent, high_percent }: LikelihoodLine): string {
  return low_percent === null || high_percent === null ? word : `${word} (${low_percent} to ${high_percent}%)`;
}

/** What the date's part says beyond the date: from which day it counts, and that it lies ahead. */
export function dateNote(read: Understanding): string {
  const means = read.parts.find((it) => it.kind === "date")?.means ?? "";
  const words = read.date?.in_words ?? "";
  return words !== "" && means.startsWith(words) ? means.slice(words.length).replace(/^, /, "") : "";
}

/** Everything that was understood and everything in the way, in one sentence. */
export function said(read: Understanding): string {
  const names = (all: readonly { id: string | null; name: string }[]) =>
    all.map((it) => (it.id === null ? `new: ${it.name}` : it.name));
  const parts = [
    read.date?.in_words ?? (read.ask ? read.ask.question : "no date"),
    dateNote(read),
    read.title,
    ...names(read.themes),
    ...names(read.actors),
    ...names(read.places),
    read.severity === null ? "" : `severity ${read.severity}`,
    read.status,
    read.likelihood ? likelihoodSaid(read.likelihood) : "",
    read.grade ? `grade ${read.grade}` : "",
    ...read.problems.map((it) => it.message),
    read.alike[0] ? `looks like “${read.alike[0].event.title}”` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
