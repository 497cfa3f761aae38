// Buckets: groups of entries that are counted for lack of space.

import type { Span } from "../base/span";

/** Entries that are counted because there is no space to draw them. */
export interface Bucket {
  count: number;
  /** The span in which they begin. */
  span: Span;
  /** The most important entries, in order. */
  top: string[];
}

/** Buckets no longer than this are listed, because zooming in would not separate entries without a time of day. */
const CLOSE_DAYS = 1;

/** Whether a bucket is listed instead of zoomed into. */
export function isClose({ span }: Bucket): boolean {
  return span.to - span.from <= CLOSE_DAYS;
}

/** Reads the id of a hit: the count, the ends of the span in days, and ids of events. */
export function bucketOf(id: string): Bucket {
  const [count = 0, from = 0, to = 0] = id.split(" ", 3).map(Number);
  return { count, span: { from, to }, top: id.split(" ").slice(3) };
}
