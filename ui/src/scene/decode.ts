// Reads a picture from the bytes that `scene::wire` in Rust writes. No DOM here: this also runs in
// tests and workers. The layout of the bytes is documented in crates/scene/src/wire/mod.rs.

import { FACES } from "./faces";

/** Red, green, blue and opacity, 0 to 255 each. */
export type Color = readonly [number, number, number, number];

/** The paint of a shape or an outline; null for none. */
export type Paint =
  | { readonly kind: "solid"; readonly color: Color }
  | { readonly kind: "fade"; readonly fromX: number; readonly toX: number; readonly from: Color; readonly to: Color }
  | null;

/** The style of an outline. `dash` is an index into `DASHES` of the painter. */
export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  readonly dash: number;
}

/** A segment of a path. */
export type Segment =
  | readonly ["M", number, number]
  | readonly ["L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

/** A run of text in one face and one direction; x is its left edge. */
export interface Run {
  readonly x: number;
  readonly width: number;
  readonly face: number;
  readonly rtl: boolean;
  readonly text: string;
}

/** A drawn item. */
export type Item =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: Paint;
      readonly stroke: Stroke | null;
    }
  | { readonly kind: "path"; readonly path: readonly Segment[]; readonly fill: Paint; readonly stroke: Stroke | null }
  | {
      readonly kind: "text";
      readonly runs: readonly Run[];
      readonly y: number;
      readonly size: number;
      readonly color: Color;
      readonly halo: { readonly color: Color; readonly width: number } | null;
    }
  | { readonly kind: "clip"; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: "unclip" }
  | { readonly kind: "group"; readonly id: string; readonly title: string }
  | { readonly kind: "ungroup" };

/** Kinds of hits; the numbers are those on the wire. */
export const HitKind = {
  Event: 0,
  Link: 1,
  Lane: 2,
  Overview: 3,
  AsOf: 4,
  Plot: 5,
  Bucket: 6,
  Row: 7,
  Part: 8,
} as const;
export type HitKind = (typeof HitKind)[keyof typeof HitKind];

/** A region that can be hovered and clicked. */
export interface Hit {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hit: HitKind;
  readonly id: string;
}

/** The hits of a picture, from back to front, and its size; logical pixels, y downward. */
export interface Outline {
  readonly width: number;
  readonly height: number;
  readonly hits: readonly Hit[];
}

/** The items of a picture, from back to front, and its size; logical pixels, y downward. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** A finished picture. */
export interface Scene extends Outline, Drawn {}

/** The bytes are not a picture of this version. */
export class WireError extends Error {
  override readonly name = "WireError";
}

const MAGIC = 0x43534c46; // "FLSC", little-endian
const VERSION = 2;
const DASHES = 5;
const HITS = 9;

/** Decodes a picture; `offset` skips a header. */
export function decode(bytes: ArrayBuffer | Uint8Array, offset = 0): Scene {
  return read(bytes, offset, scene);
}

/** Decodes a picture without its hits. */
export function drawn(bytes: ArrayBuffer | Uint8Array, offset = 0): Drawn {
  return read(bytes, offset, (input) => {
    const { width, height, itemCount, itemsEnd } = header(input);
    return { width, height, items: items(input, itemCount, itemsEnd) };
  });
}

/** Decodes only size and hits, which is much faster. */
export function outline(bytes: ArrayBuffer | Uint8Array, offset = 0): Outline {
  return read(bytes, offset, (input) => {
    const { width, height, hitCount, itemsEnd } = header(input);
    input.skipTo(itemsEnd);
    return { width, height, hits: hits(input, hitCount) };
  });
}

function read<T>(bytes: ArrayBuffer | Uint8Array, offset: number, what: (input: Input) => T): T {
  const input = new Input(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), offset);
  try {
    return what(input);
  } catch (error) {
    // DataView throws a RangeError where the bytes are cut off.
    if (error instanceof RangeError) throw new WireError(`the picture is cut off at byte ${input.at}`);
    throw error;
  }
}

function scene(input: Input): Scene {
  const { width, height, itemCount, hitCount, itemsEnd } = header(input);
  return { width, height, items: items(input, itemCount, itemsEnd), hits: hits(input, hitCount) };
}

function items(input: Input, count: number, end: number): Item[] {
  const all = several(count, () => item(input));
  if (input.at !== end) throw new WireError(`the items of the picture end at byte ${input.at}, not where they should`);
  return all;
}

function hits(input: Input, count: number): Hit[] {
  const all = several(count, () => place(input));
  if (input.left() > 0) throw new WireError(`the picture goes on after its end at byte ${input.at}`);
  return all;
}

function header(input: Input): {
  width: number;
  height: number;
  itemCount: number;
  hitCount: number;
  itemsEnd: number;
} {
  if (input.long() !== MAGIC) throw new WireError("not a picture");
  const version = input.short();
  if (version !== VERSION)
    throw new WireError(`the picture has layout version ${version}, this window reads ${VERSION}`);
  input.short();
  const width = input.float();
  const height = input.float();
  const itemCount = input.count();
  const hitCount = input.count();
  const itemBytes = input.count();
  return { width, height, itemCount, hitCount, itemsEnd: input.at + itemBytes };
}

function several<T>(count: number, one: () => T): T[] {
  const all: T[] = [];
  for (let index = 0; index < count; index += 1) all.push(one());
  return all;
}

function item(input: Input): Item {
  const tag = input.byte();
  switch (tag) {
    case 0:
      return { kind: "rect", ...box(input), radius: input.float(), fill: paint(input), stroke: stroke(input) };
    case 1:
      return {
        kind: "path",
        path: several(input.count(), () => segment(input)),
        fill: paint(input),
        stroke: stroke(input),
      };
    case 2:
      return text(input);
    case 3:
      return { kind: "clip", ...box(input) };
    case 4:
      return { kind: "unclip" };
    case 5:
      return { kind: "group", id: input.string(), title: input.string() };
    case 6:
      return { kind: "ungroup" };
    default:
      throw input.unknown("item", tag);
  }
}

function box(input: Input): { x: number; y: number; width: number; height: number } {
  return { x: input.float(), y: input.float(), width: input.float(), height: input.float() };
}

function text(input: Input): Item {
  const runs = several(input.count(), () => run(input));
  const y = input.float();
  const size = input.float();
  const color = input.color();
  const halo = input.flag() ? { color: input.color(), width: input.float() } : null;
  return { kind: "text", runs, y, size, color, halo };
}

function run(input: Input): Run {
  const x = input.float();
  const width = input.float();
  const face = input.below(FACES.length, "face");
  return { x, width, face, rtl: input.flag(), text: input.string() };
}

function segment(input: Input): Segment {
  const tag = input.byte();
  const f = () => input.float();
  switch (tag) {
    case 0:
      return ["M", f(), f()];
    case 1:
      return ["L", f(), f()];
    case 2:
      return ["C", f(), f(), f(), f(), f(), f()];
    case 3:
      return ["Z"];
    default:
      throw input.unknown("path segment", tag);
  }
}

function paint(input: Input): Paint {
  const tag = input.byte();
  switch (tag) {
    case 0:
      return null;
    case 1:
      return { kind: "solid", color: input.color() };
    case 2:
      return { kind: "fade", fromX: input.float(), toX: input.float(), from: input.color(), to: input.color() };
    default:
      throw input.unknown("paint", tag);
  }
}

function stroke(input: Input): Stroke | null {
  if (!input.flag()) return null;
  return { paint: paint(input), width: input.float(), dash: input.below(DASHES, "dash") };
}

function place(input: Input): Hit {
  return { ...box(input), hit: input.below(HITS, "hit") as HitKind, id: input.string() };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A cursor over the bytes. */
class Input {
  at: number;
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    start: number,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = start;
  }

  left(): number {
    return this.bytes.length - this.at;
  }

  skipTo(at: number): void {
    this.at = at;
  }

  byte(): number {
    const value = this.view.getUint8(this.at);
    this.at += 1;
    return value;
  }

  short(): number {
    const value = this.view.getUint16(this.at, true);
    this.at += 2;
    return value;
  }

  long(): number {
    const value = this.view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }

  float(): number {
    const value = this.view.getFloat32(this.at, true);
    this.at += 4;
    return value;
  }

  /** A count of items of at least one byte each. */
  count(): number {
    const count = this.long();
    if (count > this.left()) throw new RangeError("count");
    return count;
  }

  below(limit: number, what: string): number {
    const value = this.byte();
    if (value >= limit) throw this.unknown(what, value);
    return value;
  }

  flag(): boolean {
    return this.below(2, "yes or no") === 1;
  }

  color(): Color {
    return [this.byte(), this.byte(), this.byte(), this.byte()];
  }

  string(): string {
    const length = this.count();
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    try {
      return ascii(part) ?? utf8.decode(part);
    } catch {
      throw new WireError(`the text at byte ${this.at - length} of the picture is not UTF-8`);
    }
  }

  unknown(what: string, found: number): WireError {
    return new WireError(`byte ${this.at - 1} of the picture says ${what} ${found}, which does not exist`);
  }
}

/** Short ASCII text without the cost of a TextDecoder call, or null. */
function ascii(part: Uint8Array): string | null {
  if (part.length > 200) return null;
  for (const byte of part) if (byte > 127) return null;
  return String.fromCharCode(...part);
}
