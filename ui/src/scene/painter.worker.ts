// Paints pictures in a worker, so that the page stays responsive.

import { type Drawn, type Scene, decode, drawn } from "./decode";
import { FACES } from "./faces";
import { LabelCache } from "./labelCache";
import type { Answer, Bytes, Order } from "./orders";
import { paintOn } from "./paint";
import { Transition } from "./transition";

/** For how many pixel ratios labels are cached: that of the screen and those of zoomed pages. */
const MOST_CACHES = 3;

const canvas = new OffscreenCanvas(1, 1);
const ready = new Map<number, Promise<void>>();
let labels: LabelCache[] = [];
let transition: Transition | null = null;

self.addEventListener(
  "message",
  ({ data }: MessageEvent<{ id: number; order: Order }>) => void answer(data.id, data.order),
);

// Every picture has Latin glyphs, so load that font in advance.
for (const number of [0, 1, 2]) void loaded(number);

async function answer(id: number, order: Order): Promise<void> {
  const told = (it: Answer, moved: Transferable[] = []) => self.postMessage(it, { transfer: moved });
  try {
    const paint = await prepared(order);
    // Paint and transfer in one go: another order that waited for the same font must not paint in between.
    paint();
    const bitmap = canvas.transferToImageBitmap();
    told({ id, bitmap }, [bitmap]);
  } catch (error) {
    told({ id, words: error instanceof Error ? error.message : String(error) });
  }
}

/** Loads everything needed; the returned function paints. */
async function prepared(order: Order): Promise<() => void> {
  if (order.do === "step") return () => transition?.paint(canvas, order.share);
  if (order.do === "paint") {
    const scene = await withFaces(drawn(order.picture.bytes, order.picture.offset));
    return () => paintOn(canvas, scene, labelsFor(order.pixelRatio));
  }
  const [before, after] = [await whole(order.before), await whole(order.after)];
  return () => {
    transition = new Transition(before, after, labelsFor(order.pixelRatio));
    transition.paint(canvas, 0);
  };
}

function whole({ bytes, offset }: Bytes): Promise<Scene> {
  return withFaces(decode(bytes, offset));
}

/** Decodes a picture and loads its fonts first: a canvas does not repaint itself when a font arrives. */
async function withFaces<T extends Drawn>(picture: T): Promise<T> {
  const faces = new Set(picture.items.flatMap((it) => (it.kind === "text" ? it.runs.map((run) => run.face) : [])));
  await Promise.all([...faces].map(loaded));
  return picture;
}

/** Loads a font face. If that fails, the system font is used. */
function loaded(number: number): Promise<void> {
  const known = ready.get(number);
  if (known) return known;
  const loading = load(number).catch(() => undefined);
  ready.set(number, loading);
  return loading;
}

async function load(number: number): Promise<void> {
  const it = FACES[number];
  if (!it) return;
  const face = new FontFace(it.family, `url("${it.file}")`, { weight: it.weight, style: it.style });
  (self as unknown as { fonts: FontFaceSet }).fonts.add(face);
  await face.load();
}

function labelsFor(pixelRatio: number): LabelCache {
  const found = labels.find((it) => it.pixelRatio === pixelRatio) ?? new LabelCache(pixelRatio);
  labels = [found, ...labels.filter((it) => it !== found)].slice(0, MOST_CACHES);
  return found;
}
