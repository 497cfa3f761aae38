// What the hit of a bucket tells.

import type { Span } from "../base/span";

/** Entries that are counted because there is no room for them. */
export interface Bucket {
  count: number;
  /** The stretch of time in which they begin. */
  span: Span;
  /** The weightiest of them, those first. */
  top: string[];
}

/** Buckets of no more than this are listed, as zooming further parts nothing that has no hour. */
const CLOSE_DAYS = 1;

/** Whether a bucket is rather listed than zoomed into. */
export function isClose({ span }: Bucket): boolean {
  return span.to - span.from <= CLOSE_DAYS;
}

/** Reads the id of a hit: the count, the two ends of the stretch in days, and ids. */
export function bucketOf(id: string): Bucket {
  const [count = 0, from = 0, to = 0] = id.split(" ", 3).map(Number);
  return { count, span: { from, to }, top: id.split(" ").slice(3) };
}
