// What every chart on the screen has: its size, its picture, where marks stand, and what is open over it.

import type { ChartArgs } from "../api/generated";
import type { Hit } from "../scene/decode";
import { appearance } from "../state/appearance.svelte";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import type { Keys } from "./drag.svelte";
import { Drawing } from "./drawing.svelte";
import { type Picture, marksOf } from "./picture";
import type { Pointing } from "./pointing.svelte";
import { Room } from "./room.svelte";
import { Settled } from "./settled.svelte";

/** What the pointer does on a chart. Places are pixels of its picture. */
export interface Pointer {
  readonly cursor: string;
  readonly pointing: Pointing;
  down(x: number, y: number, keys: Keys): void;
  move(x: number, y: number, keys: Keys): void;
  up(x: number, y: number, keys: Keys): void;
  /** The pointer is gone, or what it held was taken from it. */
  leave(): void;
  wheel(event: WheelEvent, x: number, y: number): void;
  /** The event under a point. */
  event(x: number, y: number): string | null;
}

/** A smaller room than this has no picture, pixels. */
const LEAST_PX = 100;

export class Stage {
  frame!: HTMLElement;
  canvas!: HTMLCanvasElement;
  readonly room: Room;
  readonly drawing: Drawing<"chart">;
  readonly picture: Picture | null = $derived.by(() => this.drawing.picture);
  /** Marks of the picture by the event that they stand for. */
  readonly places: ReadonlyMap<string, Hit> = $derived(marksOf(this.picture));
  /** The same, but not followed while they change with every frame. */
  readonly settled = new Settled<ReadonlyMap<string, Hit>>(marksOf(null));
  /** The event that has the keyboard in the list beside the picture. */
  focusedId = $state<string | null>(null);
  /** Where the menu of what is selected is open. */
  menu = $state.raw<{ x: number; y: number } | null>(null);
  /** The screen that every chart is drawn on. */
  readonly look = $derived.by(() => ({
    width_px: this.room.width,
    height_px: this.room.height,
    theme: appearance.theme,
  }));
  /** What is selected, as every chart is told. */
  readonly focus = $derived.by(() => (selection.id ? { selected: selection.id } : {}));

  /** `show` puts a picture on the canvas. To be made with the component that has the stage. */
  constructor(show: (canvas: HTMLCanvasElement, picture: Picture, pixelRatio: number) => Promise<void>) {
    this.room = new Room(() => this.frame);
    this.drawing = new Drawing(
      "chart",
      (picture) => show(this.canvas, picture, this.room.pixelRatio),
      () => this.room.pixelRatio,
    );
    $effect(() => this.settled.follow(this.places));
    $effect(() => {
      view.size = [this.room.width, this.room.height];
    });
    $effect(() => {
      if (this.picture) document.documentElement.dataset["painted"] = "true";
    });
  }

  /** Wants this picture, if there is room for one: for an effect. */
  want(args: ChartArgs): void {
    if (this.room.width >= LEAST_PX && this.room.height >= LEAST_PX) this.drawing.want(args);
  }

  /** Where on the picture something happened. */
  at(event: MouseEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}
