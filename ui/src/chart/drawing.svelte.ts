// The picture of a view: asked for at once, but no more than once a frame, painted while the next one is asked for, and
// kept until a newer one is there. When the workspace changes it is asked for again, unless it knows of the change.

import { untrack } from "svelte";
import { asFault, host } from "../api/client";
import type { Fault, Pictures } from "../api/generated";
import { Newest } from "../api/newest";
import type { PictureVerb } from "../api/host";
import { workspace } from "../state/workspace.svelte";
import { Current } from "./current";
import { type Picture, pictureOf } from "./picture";

/** How long one waits before the window says that it works. */
const LATE_MS = 200;

export class Drawing<V extends PictureVerb> {
  /** What is on the canvas. */
  picture = $state.raw<Picture | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** True while a picture has been under way for long. */
  late = $state(false);

  /** What waits for the next frame. */
  #wanted: Pictures[V]["args"] | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: Current<Pictures[V]["args"], Picture>;
  #painted: Newest<Picture, Picture>;

  /** `show` puts a picture on the canvas; when what `finer` reads changes, the same picture has other pixels and is shown
   * once more. To be made with the component that holds the canvas. */
  constructor(
    private readonly verb: V,
    show: (picture: Picture) => Promise<void>,
    finer: () => unknown,
  ) {
    $effect(() => {
      finer();
      untrack(() => this.#again());
    });
    $effect(() => {
      workspace.pictures += 1;
      return () => this.#stop();
    });
    $effect(() => {
      void workspace.version;
      // Not before what else changed with it is wanted.
      queueMicrotask(() => this.#renew());
    });
    const refused = (reason: unknown) => this.#settle(this.picture, asFault(reason));
    this.#painted = new Newest(
      async (picture) => (await Promise.all([show(picture), read(picture)]), picture),
      (picture) => this.#settle(picture, null),
      refused,
    );
    this.#asked = new Current(
      (args) => this.fetch(args),
      (picture) => this.#painted.want(picture),
      refused,
      () => workspace.state,
    );
  }

  /** Wants this picture: asked for at once if nothing was in this frame, else with the next. */
  want(args: Pictures[V]["args"]): void {
    this.#wanted = args;
    if (this.#frame) return;
    this.#ask(args);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#wanted) this.want(this.#wanted);
    });
  }

  #ask(args: Pictures[V]["args"]): void {
    this.#asked.want(args);
    this.#wanted = null;
    this.#wait();
  }

  /** The workspace has changed. */
  #renew(): void {
    if (this.#wanted) this.#ask(this.#wanted);
    else if (this.#asked.renew()) this.#wait();
  }

  #wait(): void {
    this.#timer ??= setTimeout(() => (this.late = true), LATE_MS);
  }

  /** One picture beside the one that is shown. */
  async fetch(args: Pictures[V]["args"]): Promise<Picture> {
    return pictureOf(await host.picture(this.verb, args));
  }

  #again(): void {
    if (this.picture) this.#painted.want(this.picture);
  }

  /** Wants nothing any more. */
  #stop(): void {
    workspace.pictures -= 1;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.#asked.drop();
    this.#painted.drop();
  }

  #settle(picture: Picture | null, fault: Fault | null): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.late = false;
    this.picture = picture;
    this.fault = fault;
    if (picture) workspace.pictured(picture.state);
  }
}

/** Reads what can be pointed at in a picture: on the page, while it is painted beside it. */
async function read(picture: Picture): Promise<unknown> {
  return picture.scene;
}
