// Links in words.

import type { LinkLine, LinkReading, LinkRow } from "../api/generated";

/** "triggers · moderate · judged, 3": wording, confidence, basis and source numbers. */
export function linkWords(link: LinkLine): string {
  const lag = link.lag_days ? ` · ${link.lag_words}` : "";
  const basis = [link.basis, ...link.sources].join(", ");
  return [link.wording || link.label, link.confidence, basis].filter(Boolean).join(" · ") + lag;
}

/** Rival links first and next to each other, the others in their original order. */
export function rivalsTogether(links: readonly LinkLine[]): LinkLine[] {
  const place = (link: LinkLine) =>
    link.rivals === "" ? links.length : links.findIndex((it) => it.rivals === link.rivals);
  return [...links].sort((a, b) => place(a) - place(b));
}

/** "3, 2 rival": how many links, and of what kind. */
export function linkNote(links: readonly LinkLine[]): string {
  const rivals = links.filter((it) => it.rivals !== "").length;
  const without = links.filter((it) => it.sign === "0").length;
  const parts = [String(links.length)];
  if (rivals > 1) parts.push(`${rivals === links.length ? "all" : rivals} rival`);
  if (without === links.length) parts.push("none causal");
  else if (without > 0) parts.push(`${without} not causal`);
  return parts.join(", ");
}

/** What the sign of a link says about the effect. */
export function signWords(sign: string): string {
  return sign === "+" ? "raises it" : sign === "-" ? "lowers it" : "no direction";
}

/** The reading of one line about a link: "triggers · high · judged · 3 days later". */
export function readingWords(reading: LinkReading): string {
  const lag = reading.lag_words;
  const parts = [
    reading.label,
    signWords(reading.sign),
    `${reading.confidence} confidence`,
    reading.strength,
    reading.basis,
    lag,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** The parts of a reading that the drawn link depends on. */
export function asDrawn(reading: LinkReading): Pick<LinkLine, "link_type" | "sign" | "confidence" | "lag_days"> {
  return {
    link_type: reading.link_type,
    sign: reading.sign,
    confidence: reading.confidence,
    lag_days: reading.lag_days,
  };
}

/** A link as a sentence: "Talks resume leads to Prices fall". */
export function linkSentence(link: LinkRow): string {
  return `${link.cause_title} ${link.wording || link.label} ${link.effect_title}`;
}

/** Who speaks for a link, and who against: "2 for, 1 against"; "no source" when nothing is cited. */
export function stanceWords(citations: readonly { readonly stance: string }[]): string {
  const against = citations.filter((it) => it.stance === "against").length;
  if (citations.length === 0) return "no source";
  return `${citations.length - against} for, ${against} against`;
}
