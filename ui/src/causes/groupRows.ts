// A map of groups in words: its nodes and lines as the picture says them, for those who walk it as a list.

import { type Hit, HitKind, type Scene } from "../scene/decode";

/** A node or a line of the map. */
export interface GroupRow {
  /** "theme 3", "actor 5", or the ids of the claims of a line, separated by spaces. */
  readonly id: string;
  readonly kind: "node" | "line";
  readonly words: string;
  /** Where it is drawn; null outside the picture. */
  readonly place: Hit | null;
}

/** The nodes, then the lines, each in the order in which they are drawn. */
export function groupRows(scene: Scene): GroupRow[] {
  const places = new Map<string, Hit>();
  for (const it of scene.hits) {
    if ((it.hit === HitKind.Lane || it.hit === HitKind.Link) && !places.has(it.id)) places.set(it.id, it);
  }
  const [nodes, lines]: [GroupRow[], GroupRow[]] = [[], []];
  for (const item of scene.items) {
    if (item.kind !== "group") continue;
    const [what, ...ids] = item.id.split("-");
    const isLine = what === "link";
    const id = isLine ? ids.join(" ") : `${what} ${ids.join(" ")}`;
    (isLine ? lines : nodes).push({
      id,
      kind: isLine ? "line" : "node",
      words: item.title,
      place: places.get(id) ?? null,
    });
  }
  return [...nodes, ...lines];
}
