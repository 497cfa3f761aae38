// A picture as it arrives: what was drawn, in 36 bytes, and then the scene.

import { type Hit, HitKind, type Outline, WireError, outline } from "../scene/decode";
import { marks } from "../scene/hit";
import { Line } from "./line";
import type { Span } from "../base/span";

const HEADER_BYTES = 36;

/** A picture with what it shows. */
export interface Picture {
  readonly span: Span;
  readonly contentHeightPx: number;
  /** Entries in the window, before it and after it. */
  readonly inside: number;
  readonly earlier: number;
  readonly later: number;
  /** Number of the state of the workspace that it was drawn of. */
  readonly state: number;
  readonly scene: Outline;
  /** The whole picture, to be painted: it lies in these bytes after the header. */
  readonly bytes: ArrayBuffer;
  readonly offset: number;
  /** Where time runs: from `span.from` at its left edge to `span.to` at its right. */
  readonly plot: Box;
  /** Where time does not run evenly: its pieces, as `Line` reads them. */
  readonly pieces: string;
}

/** A rectangle in logical pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The picture of these bytes. What can be pointed at in it is read when somebody asks, so that it is painted first. */
export function pictureOf(bytes: ArrayBuffer): Picture {
  if (bytes.byteLength < HEADER_BYTES) throw new WireError("the picture is cut off before it begins");
  const header = new DataView(bytes);
  let read: Outline | null = null;
  const scene = () => (read ??= outline(bytes, HEADER_BYTES));
  return {
    span: { from: header.getFloat64(0, true), to: header.getFloat64(8, true) },
    contentHeightPx: header.getFloat32(16, true),
    inside: header.getUint32(20, true),
    earlier: header.getUint32(24, true),
    later: header.getUint32(28, true),
    state: header.getUint32(32, true),
    bytes,
    offset: HEADER_BYTES,
    get scene() {
      return scene();
    },
    get plot() {
      return plotOf(scene());
    },
    get pieces() {
      return scene().hits.find((it) => it.hit === HitKind.Plot)?.id ?? "";
    },
  };
}

const NO_MARKS: ReadonlyMap<string, Hit> = new Map();

/** The marks of a picture by the event that they stand for; none without a picture. */
export function marksOf(picture: Picture | null): ReadonlyMap<string, Hit> {
  return picture ? marks(picture.scene) : NO_MARKS;
}

function plotOf(scene: Outline): Box {
  const found = scene.hits.find((it) => it.hit === HitKind.Plot);
  return found ?? { x: 0, y: 0, width: scene.width, height: scene.height };
}

/** How far the content can be scrolled down. */
export function scrollRange(picture: Picture): number {
  return Math.max(0, picture.contentHeightPx - picture.plot.height);
}

/** The row at a height that an event can be pinned to: the one there, or the nearest; null where there are none. */
export function rowAt(scene: Outline, y: number): number | null {
  let [row, least]: [number | null, number] = [null, Infinity];
  for (const it of scene.hits) {
    if (it.hit !== HitKind.Row) continue;
    const far = Math.max(it.y - y, y - it.y - it.height, 0);
    if (far < least) [row, least] = [Number(it.id), far];
  }
  return row;
}

/** Days under a pixel of the plot, held to its ends. */
export function daysAt(picture: Picture, x: number): number {
  const { plot } = picture;
  return Line.of(picture).daysAt(Math.min(Math.max(x, plot.x), plot.x + plot.width));
}

/** The lane at a height, as its header names it. */
export function laneAt(scene: Outline, y: number): string | null {
  return scene.hits.find((it) => it.hit === HitKind.Lane && y >= it.y && y < it.y + it.height)?.id ?? null;
}
