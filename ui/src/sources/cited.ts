// What a source is cited for, found among the events and links.

import type { CitationRow, EventRow, LinkRow } from "../api/generated";

/** A statement that a source is cited for. */
export interface CitedFor {
  readonly citation: CitationRow;
  /** The event to show: for a link its effect. */
  readonly event: string;
  /** What is stated. */
  readonly words: string;
  readonly kind: "event" | "link";
}

/** Everything that each source is cited for, by its handle, in order of time. */
export function citedFor(events: readonly EventRow[], links: readonly LinkRow[]): Map<string, CitedFor[]> {
  const all = new Map<string, CitedFor[]>();
  const put = (it: CitedFor) => all.set(it.citation.source, [...(all.get(it.citation.source) ?? []), it]);
  for (const event of events) {
    for (const citation of event.citations) put({ citation, event: event.id, words: event.title, kind: "event" });
  }
  for (const link of links) {
    const words = `${link.cause_title} ${link.wording || link.label} ${link.effect_title}`;
    for (const citation of link.citations) put({ citation, event: link.effect, words, kind: "link" });
  }
  return all;
}

/** "B2 · against · paragraph 4": what is known of a citation beside its quote. */
export function citationFacts(citation: CitationRow): string {
  return [citation.grade, citation.stance === "against" ? "against" : "", citation.locator].filter(Boolean).join(" · ");
}
