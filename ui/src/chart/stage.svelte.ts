// State shared by all charts on screen: size, picture, positions of marks, and the open menu.

import type { ChartArgs, Focus } from "../api/generated";
import type { Hit } from "../scene/decode";
import { appearance } from "../state/appearance.svelte";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import type { Keys } from "./drag.svelte";
import { Drawing } from "./drawing.svelte";
import { Linking } from "./linking.svelte";
import { type LinkPlace, linkPlaces } from "./linkPlaces";
import { type Picture, marksOf } from "./picture";
import { type Pointed, type Pointing, hoverOf } from "./pointing.svelte";
import { Room } from "./room.svelte";
import { Settled } from "./settled.svelte";

/** Pointer handling of a chart. Positions are pixels of its picture. */
export interface Pointer {
  readonly cursor: string;
  readonly pointing: Pointing;
  down(x: number, y: number, keys: Keys): void;
  move(x: number, y: number, keys: Keys): void;
  up(x: number, y: number, keys: Keys): void;
  /** The pointer has left, or lost its capture. */
  leave(): void;
  /** False when there is nothing to scroll. */
  wheel(event: WheelEvent, x: number, y: number): boolean;
  /** The front-most hit under a point. */
  under(x: number, y: number): Hit | null;
}

/** Charts smaller than this are not drawn, pixels. */
const LEAST_PX = 100;

/** What the legend leaves free at its edges, pixels. */
const LEGEND_EDGES_PX = 24;

export class Stage {
  frame!: HTMLElement;
  canvas!: HTMLCanvasElement;
  readonly room: Room;
  readonly drawing: Drawing<"chart">;
  readonly picture: Picture | null = $derived.by(() => this.drawing.picture);
  /** Marks of the picture by event id. */
  readonly places: ReadonlyMap<string, Hit> = $derived(marksOf(this.picture));
  /** The same, but not updated while they change with every frame. */
  readonly settled = new Settled<ReadonlyMap<string, Hit>>(marksOf(null));
  /** The event with the keyboard focus in the hidden list. */
  focusedId = $state<string | null>(null);
  /** The claims of the link with the keyboard focus in the hidden list. */
  focusedLink = $state<string | null>(null);
  /** The drawn links, not updated while they change with every frame. */
  readonly links = new Settled<readonly LinkPlace[]>([]);
  /** Whether links can be drawn here. */
  isLinkable = $state(false);
  /** The link that is being drawn. */
  readonly linking = new Linking(
    () => this.places,
    () => this.isLinkable,
  );
  /** Position of the open context menu. */
  menu = $state.raw<{ x: number; y: number } | null>(null);
  /** Size and theme, for the request of a picture. */
  readonly look = $derived.by(() => ({
    width_px: this.room.width,
    height_px: this.room.height,
    theme: appearance.theme,
    ...(view.legend ? { legend_width_px: Math.max(this.room.width - LEGEND_EDGES_PX, LEAST_PX) } : {}),
  }));
  /** The selection, for the request of a picture. */
  readonly focus: Focus = $derived.by(() => ({
    ...(selection.id ? { selected: selection.id } : {}),
    ...(selection.link ? { selected_link: selection.link } : {}),
  }));

  /** `show` puts a picture on the canvas. Create it during the initialization of the component. */
  constructor(show: (canvas: HTMLCanvasElement, picture: Picture, pixelRatio: number) => Promise<void>) {
    this.room = new Room(() => this.frame);
    this.drawing = new Drawing(
      "chart",
      (picture) => show(this.canvas, picture, this.room.pixelRatio),
      () => this.room.pixelRatio,
    );
    $effect(() => this.settled.follow(this.places));
    $effect(() => this.links.follow(this.picture ? linkPlaces(this.picture.scene) : []));
    $effect(() => {
      view.size = [this.room.width, this.room.height];
    });
    $effect(() => {
      if (this.picture) document.documentElement.dataset["painted"] = "true";
    });
  }

  /** What the pointer rests on, or else what has the keyboard focus in the lists, for the request of a picture. */
  hover(pointed: Pointed | null): Focus {
    if (pointed) return hoverOf(pointed);
    if (this.focusedId) return { hovered: this.focusedId };
    const link = this.focusedLink?.split(" ")[0];
    return link ? { hovered_link: link } : {};
  }

  /** Requests this picture if there is enough space: for use in an effect. */
  want(args: ChartArgs): void {
    if (this.room.width >= LEAST_PX && this.room.height >= LEAST_PX) this.drawing.want(args);
  }

  /** The position of an event on the picture. */
  at(event: MouseEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}
