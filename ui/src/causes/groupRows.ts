// A map of groups as text: its nodes and lines, for the list that stands for the picture.

import { type Hit, HitKind, type Scene } from "../scene/decode";

/** A node or a line of the map. */
export interface GroupRow {
  /** "theme 3", "actor 5", or the ids of the claims of a line, separated by spaces. */
  readonly id: string;
  readonly kind: "node" | "line";
  readonly words: string;
  /** Where it is drawn; null if outside the picture. */
  readonly place: Hit | null;
}

/** The nodes, then the lines, each in drawing order. */
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
