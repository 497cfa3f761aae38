// Marks of events and signs of links as in charts: shapes written by crates/chart.

import drawn from "../look/marks.generated.json";

/** A shape of an icon. Colors are names of tokens, without the dashes before them. */
export interface Shape {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
  readonly cap?: string;
}

/** Shapes from back to front, in a `viewBox`. */
export interface Icon {
  readonly box: string;
  readonly shapes: readonly Shape[];
}

interface Drawn {
  readonly names: Readonly<Record<string, number>>;
  readonly icons: readonly Icon[];
}

const MARKS: Drawn = drawn.marks;
const LINKS: Drawn = drawn.links;
const NOTHING: Icon = { box: "0 0 16 16", shapes: [] };

const named = ({ names, icons }: Drawn, ...wanted: readonly string[]): Icon =>
  wanted.map((it) => icons[names[it] ?? -1]).find((it) => it !== undefined) ?? NOTHING;

/** The mark of an event. Unknown words get the default mark. */
export function markIcon(tone: string, status = "happened", kind = "event"): Icon {
  const word = tone === "deescalatory" ? "de-escalatory" : tone;
  return named(MARKS, `${kind} ${status} ${word}`, `event ${status} neutral`, "event happened neutral");
}

/** The sign of a link; for an unknown type, by the direction of its effect. */
export function linkIcon(type: string, sign: string, confidence: string, lagged: boolean): Icon {
  const how = `${confidence}${lagged ? " lagged" : ""}`;
  return named(LINKS, `${type} ${how}`, `${sign} ${how}`, "+ moderate");
}
