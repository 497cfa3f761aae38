// Dragging events: drag to re-date or stretch, up or down to pin in a row, Shift-drag over empty time to select.

import { type Hit, HitKind } from "../scene/decode";
import { marks } from "../scene/hit";
import type { RowPlace } from "../api/generated";
import { rows } from "../state/rows.svelte";
import { selection } from "../state/selection.svelte";
import { selectWithin } from "../state/selectMany";
import { bucketOf } from "./bucket";
import { type Box, type Picture, daysAt, rowAt } from "./picture";
import { isDrag } from "./pointing.svelte";
import { type End, dayAt, grainAt, shiftDays } from "./snap";

/** A drag that starts within this distance of an end resizes the period instead of moving it. */
const END_PX = 6;
/** Marks narrower than this cannot be resized. */
const WIDE_PX = 24;

/** Modifier keys held while the pointer moves. */
export interface Keys {
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** A drag, until the pointer is released. */
export interface Drag {
  readonly cursor: string;
  move(picture: Picture, x: number, y: number, keys: Keys): void;
  /** True when it was dragged; false when it was only pressed. */
  drop(picture: Picture, x: number, y: number): boolean;
  cancel(): void;
}

/** Events being moved to another date. */
export interface Moving {
  readonly ids: readonly string[];
  readonly end: End;
  readonly byDays: number;
  /** The day that the dragged end would get. */
  readonly day: number;
  /** Outlines of the marks at their new position. */
  readonly boxes: readonly Box[];
}

/** An event being moved to another row. */
export interface Lifted {
  readonly id: string;
  readonly row: number;
  /** Outline of its mark at its new position. */
  readonly box: Box;
}

/** What is done when something is dropped. */
export interface Drops {
  pin(lifted: Lifted): void;
  redate(moving: Moving): void;
}

export class DragController {
  moving = $state.raw<Moving | null>(null);
  lifted = $state.raw<Lifted | null>(null);
  frame = $state.raw<Box | null>(null);

  /** True where events cannot be moved. */
  fixed = false;

  constructor(private readonly drops: Drops) {}

  /** The drag that starts here; null for none. */
  take(picture: Picture, under: Hit | null, x: number, y: number, keys: Keys): Drag | null {
    if (under?.hit === HitKind.Event && this.fixed) return null;
    if (under?.hit === HitKind.Event) return this.#eitherWay(picture, under.id, x, y, keys);
    const empty = under?.hit === HitKind.Plot || under === null;
    return empty && keys.shiftKey ? this.#selecting(x, y) : null;
  }

  /** Which end of an event is under the pointer. */
  endAt(picture: Picture, id: string, x: number): End {
    const mark = marks(picture.scene).get(id);
    if (this.fixed || !mark || mark.width < WIDE_PX || x > mark.x + mark.width + END_PX) return "both";
    if (x - mark.x < END_PX) return "start";
    return mark.x + mark.width - x < END_PX ? "end" : "both";
  }

  /** Moves in time, or to another row where the chart has rows: decided by the direction in which the drag starts. */
  #eitherWay(picture: Picture, id: string, x: number, y: number, keys: Keys): Drag | null {
    const [inTime, toRow] = [this.#moving(picture, id, x, y, keys), this.#lifting(picture, id, y)];
    if (!toRow || !inTime) return inTime;
    let chosen: Drag | null = null;
    return {
      get cursor() {
        return (chosen ?? inTime).cursor;
      },
      move: (now, toX, toY, held) => {
        const [dx, dy] = [Math.abs(toX - x), Math.abs(toY - y)];
        if (!chosen && isDrag(dx, dy)) chosen = dy > dx ? toRow : inTime;
        chosen?.move(now, toX, toY, held);
      },
      drop: (now, toX, toY) => chosen?.drop(now, toX, toY) ?? false,
      cancel: () => chosen?.cancel(),
    };
  }

  #lifting(picture: Picture, id: string, y: number): Drag | null {
    const mark = marks(picture.scene).get(id);
    if (!mark || rowAt(picture.scene, y) === null) return null;
    return {
      cursor: "grabbing",
      move: (now, _toX, toY) => {
        const box = { x: mark.x, y: mark.y + toY - y, width: mark.width, height: mark.height };
        const row = rowAt(now.scene, box.y + box.height / 2);
        if (row !== null) this.lifted = { id, row, box };
      },
      drop: () => {
        const lifted = this.lifted;
        this.lifted = null;
        if (lifted) this.drops.pin(lifted);
        return lifted !== null;
      },
      cancel: () => (this.lifted = null),
    };
  }

  #moving(picture: Picture, id: string, x: number, y: number, keys: Keys): Drag | null {
    const end = keys.shiftKey ? "end" : this.endAt(picture, id, x);
    const ids = selection.ids.includes(id) ? selection.ids : [id];
    const start = daysAt(picture, x);
    let [day, dragged, left]: [number | null, boolean, boolean] = [null, false, false];
    let last: (() => void) | null = null;
    const finish = () => {
      const moving = this.moving;
      this.moving = null;
      if (moving && moving.byDays !== 0) this.drops.redate(moving);
    };
    // If the pointer is released before the date is known, the event is moved once it is.
    const known = (row: RowPlace | null) => {
      day = row?.event.date ? dayAt(row.event.date, end) : null;
      last?.();
      if (left) finish();
    };
    const row = rows.get(id);
    if (row) known(row);
    else void rows.ask(id).then(known);
    return {
      cursor: end === "both" ? "grabbing" : "ew-resize",
      move: (now, toX, toY, held) => {
        dragged ||= isDrag(toX - x, toY - y);
        last = () => {
          if (!dragged || day === null) return;
          const perPx = (now.span.to - now.span.from) / Math.max(now.plot.width, 1);
          const byDays = shiftDays(day, daysAt(now, toX) - start, end, held.altKey ? "day" : grainAt(perPx));
          this.moving = { ids, end, byDays, day: day + byDays, boxes: shifted(now, ids, end, byDays / perPx) };
        };
        last();
      },
      drop: () => {
        left = dragged;
        if (day !== null) finish();
        return dragged;
      },
      cancel: () => {
        [last, this.moving] = [null, null];
      },
    };
  }

  #selecting(x: number, y: number): Drag {
    return {
      cursor: "crosshair",
      move: (_now, toX, toY) => {
        this.frame = { x: Math.min(x, toX), y: Math.min(y, toY), width: Math.abs(toX - x), height: Math.abs(toY - y) };
      },
      drop: (now) => {
        const frame = this.frame;
        this.frame = null;
        if (frame) selectWithin(within(now, frame), crowded(now, frame));
        return frame !== null;
      },
      cancel: () => (this.frame = null),
    };
  }
}

function shifted(picture: Picture, ids: readonly string[], end: End, byPx: number): Box[] {
  const all = marks(picture.scene);
  return ids.flatMap((id) => {
    const mark = all.get(id);
    if (!mark) return [];
    const { x, y, width, height } = mark;
    if (end === "both") return [{ x: x + byPx, y, width, height }];
    const [left, right] = end === "start" ? [x + byPx, x + width] : [x, x + width + byPx];
    return [{ x: Math.min(left, right), y, width: Math.abs(right - left), height }];
  });
}

/** The events whose marks touch a box. */
function within(picture: Picture, box: Box): string[] {
  return [...marks(picture.scene)].filter(([, mark]) => touch(mark, box)).map(([id]) => id);
}

/** How many entries inside a box are only counted in buckets. */
function crowded(picture: Picture, box: Box): number {
  const buckets = picture.scene.hits.filter((it) => it.hit === HitKind.Bucket && touch(it, box));
  return buckets.reduce((sum, it) => sum + bucketOf(it.id).count, 0);
}

function touch(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    one.x + one.width > other.x &&
    one.y < other.y + other.height &&
    one.y + one.height > other.y
  );
}
