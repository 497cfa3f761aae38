// Hit testing in a picture.

import { type Hit, HitKind, type Outline } from "./decode";

/** The front-most hit at a point, or null. Rows are found by height only. */
export function hit({ hits }: Outline, x: number, y: number): Hit | null {
  const isThere = (it: Hit) => x >= it.x && x < it.x + it.width && y >= it.y && y < it.y + it.height;
  return hits.findLast((it) => it.hit !== HitKind.Row && isThere(it)) ?? null;
}

/** The position of each drawn event: its mark, which comes before its label. */
export function marks({ hits }: Outline): Map<string, Hit> {
  const found = new Map<string, Hit>();
  for (const it of hits) {
    if (it.hit === HitKind.Event && !found.has(it.id)) found.set(it.id, it);
  }
  return found;
}
