// The picture of a view: requested at once, but at most once a frame; painted while the next one is requested, and
// kept until a newer one is ready. When the workspace changes it is requested again, unless it already includes the change.

import { untrack } from "svelte";
import { asFault, host } from "../api/client";
import type { Fault, Pictures } from "../api/generated";
import { Newest } from "../api/newest";
import type { PictureVerb } from "../api/host";
import { workspace } from "../state/workspace.svelte";
import { Current } from "./current";
import { type Picture, pictureOf } from "./picture";

/** Delay before the window shows that it is working. */
const LATE_MS = 200;

export class Drawing<V extends PictureVerb> {
  /** The picture on the canvas. */
  picture = $state.raw<Picture | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** True when a picture takes long. */
  late = $state(false);

  /** Waiting for the next frame. */
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
      // After other changes of the same moment have been requested.
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

  /** Requests this picture: at once if nothing was requested in this frame, otherwise with the next frame. */
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

  /** Fetches a picture without showing it. */
  async fetch(args: Pictures[V]["args"]): Promise<Picture> {
    return pictureOf(await host.picture(this.verb, args));
  }

  #again(): void {
    if (this.picture) this.#painted.want(this.picture);
  }

  /** Drops everything. */
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

/** Decodes the hits of a picture on the page, while the worker paints it. */
async function read(picture: Picture): Promise<unknown> {
  return picture.scene;
}
