// Where links are drawn, for the list that stands for them.

import { type Hit, HitKind, type Outline } from "../scene/decode";
import { hit } from "../scene/hit";

/** A drawn link: its claims, and a point of its line that nothing covers, if there is one. */
export interface LinkPlace {
  readonly claims: string;
  readonly at: readonly [number, number] | null;
}

/** More links than this are not listed; those of the selection are always in the inspector. */
const MOST = 200;

/** The links of a picture, each once, from back to front. */
export function linkPlaces(scene: Outline): LinkPlace[] {
  const found = new Map<string, LinkPlace>();
  for (const it of scene.hits) {
    if (it.hit !== HitKind.Link || found.get(it.id)?.at) continue;
    if (found.size === MOST && !found.has(it.id)) continue;
    found.set(it.id, { claims: it.id, at: free(scene, it) });
  }
  return [...found.values()];
}

/** The middle of a stretch of a link, if a press there meets the link. */
function free(scene: Outline, it: Hit): readonly [number, number] | null {
  const [x, y] = [it.x + it.width / 2, it.y + it.height / 2];
  const isInside = x > 0 && y > 0 && x < scene.width && y < scene.height;
  const met = isInside ? hit(scene, x, y) : null;
  return met?.hit === HitKind.Link && met.id === it.id ? [x, y] : null;
}
