// A cache of rendered labels. Rendering text on a canvas takes ten times as long as copying it, and while the
// user pans, most labels stay the same from picture to picture.

import type { Item } from "./decode";
import { type Canvas, type Pen, penOn } from "./pen";
import { setText } from "./text";

type Text = Extract<Item, { kind: "text" }>;

/** Size of a sheet of labels, device pixels; small, because a modified sheet is copied as a whole. */
const SHEET_WIDTH = 1024;
const SHEET_HEIGHT = 256;
/** Maximum number of sheets; the least recently used one is cleared. */
const MOST_SHEETS = 24;
/** Space above and below the baseline, in font sizes. */
const ABOVE = 1.15;
const BELOW = 0.4;

/** The position of a label on its sheet, and the offset of its corner from its origin; device pixels. */
interface Place {
  readonly sheet: Sheet;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly up: number;
}

class Sheet {
  used = 0;
  readonly canvas = new OffscreenCanvas(SHEET_WIDTH, SHEET_HEIGHT);
  readonly pen: Pen;
  readonly labels = new Set<string>();
  #x = 0;
  #y = 0;
  #rowHeight = 0;

  constructor() {
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("no canvas for labels");
    this.pen = penOn(context);
  }

  /** The corner of a free area of this size, or null. Labels are placed in rows. */
  take(width: number, height: number): { x: number; y: number } | null {
    if (this.#x + width > SHEET_WIDTH) [this.#x, this.#y, this.#rowHeight] = [0, this.#y + this.#rowHeight, 0];
    if (this.#y + height > SHEET_HEIGHT) return null;
    const place = { x: this.#x, y: this.#y };
    this.#x += width;
    this.#rowHeight = Math.max(this.#rowHeight, height);
    return place;
  }

  wipe(): void {
    this.pen.canvas.clearRect(0, 0, SHEET_WIDTH, SHEET_HEIGHT);
    this.labels.clear();
    this.#x = this.#y = this.#rowHeight = 0;
  }
}

/** Cached labels for one pixel ratio. */
export class LabelCache {
  #places = new Map<string, Place>();
  /** Labels of the picture being painted. */
  #now = new Map<Item, Place>();
  #sheets: Sheet[] = [];
  #picture = 0;

  constructor(readonly pixelRatio: number) {}

  /** Renders the missing labels of a picture: all before the first is copied from a sheet, so that no sheet is copied
   * more than once. */
  prepare(items: readonly Item[]): void {
    this.#picture += 1;
    this.#now.clear();
    for (const item of items) {
      if (item.kind !== "text" || !item.runs[0]) continue;
      const key = keyOf(item);
      const known = this.#places.get(key) ?? this.#set(key, item);
      if (!known) continue;
      known.sheet.used = this.#picture;
      this.#now.set(item, known);
    }
  }

  /** Draws a label from the cache, on whole device pixels; false when it is not cached. */
  stamp(canvas: Canvas, item: Text): boolean {
    const [first] = item.runs;
    const place = this.#now.get(item);
    if (!first || !place) return false;
    const ratio = this.pixelRatio;
    const x = (Math.round(first.x * ratio) - place.left) / ratio;
    const y = (Math.round(item.y * ratio) - place.up) / ratio;
    const { width, height } = place;
    canvas.drawImage(place.sheet.canvas, place.x, place.y, width, height, x, y, width / ratio, height / ratio);
    return true;
  }

  #set(key: string, item: Text): Place | null {
    const first = item.runs[0];
    if (!first) return null;
    const ratio = this.pixelRatio;
    const from = Math.min(...item.runs.map((run) => run.x));
    const to = Math.max(...item.runs.map((run) => run.x + run.width));
    const halo = item.halo?.width ?? 0;
    // Slanted glyphs reach beyond their advance.
    const margin = Math.ceil((halo + item.size * 0.3) * ratio);
    const up = Math.ceil((item.size * ABOVE + halo) * ratio);
    const width = Math.ceil((to - from) * ratio) + 2 * margin;
    const height = up + Math.ceil((item.size * BELOW + halo) * ratio);
    const sheet = this.#room(width, height);
    if (!sheet) return null;
    const left = margin + Math.round((first.x - from) * ratio);
    const place = { ...sheet, width, height, left, up };
    const { canvas } = sheet.sheet.pen;
    canvas.setTransform(ratio, 0, 0, ratio, place.x + left - first.x * ratio, place.y + up - item.y * ratio);
    setText(sheet.sheet.pen, item);
    canvas.setTransform(1, 0, 0, 1, 0, 0);
    sheet.sheet.labels.add(key);
    this.#places.set(key, place);
    return place;
  }

  /** A free area; null if it is too large for any sheet, or if all sheets are full of labels of this picture. */
  #room(width: number, height: number): { sheet: Sheet; x: number; y: number } | null {
    if (width > SHEET_WIDTH || height > SHEET_HEIGHT / 2) return null;
    const sheet = this.#sheets.at(-1);
    const place = sheet?.take(width, height);
    if (sheet && place) return { sheet, ...place };
    const next = this.#next();
    const there = next?.take(width, height);
    return next && there ? { sheet: next, ...there } : null;
  }

  /** An empty sheet, put last: a new one, or the least recently used. */
  #next(): Sheet | null {
    if (this.#sheets.length < MOST_SHEETS) {
      const sheet = new Sheet();
      this.#sheets.push(sheet);
      return sheet;
    }
    const oldest = this.#sheets.reduce((a, b) => (b.used < a.used ? b : a));
    if (oldest.used === this.#picture) return null;
    for (const key of oldest.labels) this.#places.delete(key);
    oldest.wipe();
    this.#sheets = [...this.#sheets.filter((it) => it !== oldest), oldest];
    return oldest;
  }
}

/** The cache key of a label: its appearance without its position. */
function keyOf(item: Text): string {
  const x = item.runs[0]?.x ?? 0;
  let key = `${item.size} ${item.color.join()} ${item.halo ? `${item.halo.color.join()} ${item.halo.width}` : ""}`;
  for (const run of item.runs) key += `|${(run.x - x).toFixed(1)} ${run.face} ${run.rtl ? 1 : 0} ${run.text}`;
  return key;
}
