// A picture as it arrives: a header of 44 bytes that says what was drawn, facts as JSON, the legend as a scene of its own
// if one was asked for, then the scene.

import { type Hit, HitKind, type Outline, WireError, outline } from "../scene/decode";
import { marks } from "../scene/hit";
import type { PictureFacts } from "../api/generated";
import { Line } from "./line";
import type { Span } from "../base/span";

const HEADER_BYTES = 44;

/** A picture with what it shows. */
export interface Picture {
  readonly span: Span;
  readonly contentHeightPx: number;
  /** Entries in the window, before it and after it. */
  readonly inside: number;
  readonly earlier: number;
  readonly later: number;
  /** The state of the workspace it was drawn from. */
  readonly state: number;
  /** What the picture says of its own completeness, in sentences; empty if there is nothing to say. */
  readonly counts: string;
  /** Rows and order of a cause map that are to be kept; null if they are kept already. */
  readonly layout: PictureFacts["layout"];
  /** The bytes of the legend as a scene; null if none was asked for or nothing occurs that needs one. */
  readonly legend: ArrayBuffer | null;
  readonly scene: Outline;
  /** The whole picture for painting: these bytes from `offset` on. */
  readonly bytes: ArrayBuffer;
  readonly offset: number;
  /** The plot area: `span.from` at its left edge, `span.to` at its right. */
  readonly plot: Box;
  /** The pieces of a time scale with collapsed gaps, as `Line` reads them; empty if linear. */
  readonly pieces: string;
}

/** A rectangle in logical pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function factsOf(bytes: ArrayBuffer): PictureFacts {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as PictureFacts;
  } catch {
    throw new WireError("the facts of the picture cannot be read");
  }
}

/** Decodes a picture. Hits are decoded on first use, so that painting comes first. */
export function pictureOf(bytes: ArrayBuffer): Picture {
  if (bytes.byteLength < HEADER_BYTES) throw new WireError("the picture is cut off before it begins");
  const header = new DataView(bytes);
  const legendAt = HEADER_BYTES + header.getUint32(36, true);
  const offset = legendAt + header.getUint32(40, true);
  if (offset > bytes.byteLength) throw new WireError("the picture is cut off before its scene");
  const facts = factsOf(bytes.slice(HEADER_BYTES, legendAt));
  let read: Outline | null = null;
  const scene = () => (read ??= outline(bytes, offset));
  return {
    span: { from: header.getFloat64(0, true), to: header.getFloat64(8, true) },
    contentHeightPx: header.getFloat32(16, true),
    inside: header.getUint32(20, true),
    earlier: header.getUint32(24, true),
    later: header.getUint32(28, true),
    state: header.getUint32(32, true),
    counts: facts.counts,
    layout: facts.layout,
    legend: offset > legendAt ? bytes.slice(legendAt, offset) : null,
    bytes,
    offset,
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

/** The marks of a picture by event id; empty without a picture. */
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

/** The row at a height, or the nearest one; null in charts without rows. */
export function rowAt(scene: Outline, y: number): number | null {
  let [row, least]: [number | null, number] = [null, Infinity];
  for (const it of scene.hits) {
    if (it.hit !== HitKind.Row) continue;
    const far = Math.max(it.y - y, y - it.y - it.height, 0);
    if (far < least) [row, least] = [Number(it.id), far];
  }
  return row;
}

/** The day under a pixel of the plot, clamped to its ends. */
export function daysAt(picture: Picture, x: number): number {
  const { plot } = picture;
  return Line.of(picture).daysAt(Math.min(Math.max(x, plot.x), plot.x + plot.width));
}

/** The handle of the lane at a height. */
export function laneAt(scene: Outline, y: number): string | null {
  return scene.hits.find((it) => it.hit === HitKind.Lane && y >= it.y && y < it.y + it.height)?.id ?? null;
}
