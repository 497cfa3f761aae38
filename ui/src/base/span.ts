// Arithmetic of time windows. Days are counted from 1970-01-01; pixels are logical.

/** A span of time. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Half an hour: nothing in a workspace is more precise. */
const SHORTEST_DAYS = 1 / 48;
const LONGEST_DAYS = 365.2425 * 5000;
const FURTHEST_DAYS = 365.2425 * 10000;

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** The span made longer (factor above 1) or shorter, with the time `at` staying in place. */
export function zoomed(span: Span, factor: number, at: number): Span {
  const length = span.to - span.from;
  const wanted = clamp(length * factor, SHORTEST_DAYS, LONGEST_DAYS);
  const share = (at - span.from) / length;
  const from = clamp(at - wanted * share, -FURTHEST_DAYS, FURTHEST_DAYS);
  return { from, to: from + wanted };
}

/** The span moved later (above 0) or earlier. */
export function moved(span: Span, days: number): Span {
  const from = clamp(span.from + days, -FURTHEST_DAYS, FURTHEST_DAYS);
  return { from, to: from + (span.to - span.from) };
}

/** The span with one end moved to `days`, never reversed. */
export function resized(span: Span, end: "from" | "to", days: number): Span {
  if (end === "from") return { from: Math.min(days, span.to - SHORTEST_DAYS), to: span.to };
  return { from: span.from, to: Math.max(days, span.from + SHORTEST_DAYS) };
}

/** The span with `days` at its center. */
export function centered(span: Span, days: number): Span {
  return moved(span, days - (span.from + span.to) / 2);
}

/** Margin around what a window is moved to, as a share of the window. */
const MARGIN = 0.08;

/** The span moved just enough to contain another, with a margin; if the other is longer, its start is shown. */
export function nudged(span: Span, other: Span): Span {
  const length = span.to - span.from;
  const margin = length * MARGIN;
  const [from, to] = [other.from - margin, Math.min(other.to + margin, other.from - margin + length)];
  return moved(span, from < span.from ? from - span.from : Math.max(to - span.to, 0));
}

/** The span that contains both, with a margin at each end. */
export function widened(span: Span, other: Span): Span {
  const [from, to] = [Math.min(span.from, other.from), Math.max(span.to, other.to)];
  const room = Math.min((to - from) * 0.06, LONGEST_DAYS);
  return { from: from - room, to: to + room };
}

/** Fitting never zooms in further than this. */
const CLOSEST_DAYS = 21;

/** The window that fits a span, with a margin at each end. */
export function fitted(span: Span): Span {
  const length = Math.max((span.to - span.from) * 1.16, CLOSEST_DAYS);
  const middle = (span.from + span.to) / 2;
  return { from: middle - length / 2, to: middle + length / 2 };
}

/** Half the window shown where there is nothing to fit. */
const AROUND_DAYS = 183;

/** The window of an empty chart: everything there would be without the filter, or else around the as-of day or today. */
export function emptyWindow(extent: Span | null, asOf: string | null | undefined, nowMs: number): Span {
  if (extent) return fitted(extent);
  const day = daysOf(asOf) ?? Math.floor(nowMs / DAY_MS);
  return { from: day - AROUND_DAYS, to: day + AROUND_DAYS };
}

/** Zoom factor of a wheel movement; one notch of a mouse is about 100 pixels. */
export function wheelFactor(deltaPx: number): number {
  return Math.exp(clamp(deltaPx, -300, 300) * 0.0022);
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date or date with time; null for anything else. */
export function daysOf(iso: string | null | undefined): number | null {
  const parts = iso ? /^(-?\d{1,6})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(iso) : null;
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map((it) => Number(it ?? 0));
  const date = new Date(0);
  // Date.UTC reads years 0 to 99 as 1900 to 1999; this does not.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** The ISO date of a day. */
export function isoOf(days: number): string {
  const date = new Date(Math.floor(days) * DAY_MS);
  const year = date.getUTCFullYear();
  const two = (value: number) => String(value).padStart(2, "0");
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}
