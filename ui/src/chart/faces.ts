// Fonts must be there before letters are painted: a canvas does not repaint itself when one arrives.

import type { Scene } from "../scene/decode";
import { fonts } from "../scene/text";

const ready = new Set<number>();

/** Loads the faces that a picture uses and that were not loaded yet. Large ones wait until something needs them. */
export async function loadFaces(scene: Scene): Promise<void> {
  const wanted = new Set<number>();
  for (const item of scene.items) {
    if (item.kind === "text") for (const run of item.runs) if (!ready.has(run.face)) wanted.add(run.face);
  }
  if (wanted.size === 0) return;
  const all = fonts();
  await Promise.allSettled([...wanted].map((face) => document.fonts.load(all[face] ?? "12px Inter")));
  for (const face of wanted) ready.add(face);
}
