// The picture of a view: asked for at once, but no more than once a frame, and kept until a newer one is there.

import { asFault, host } from "../api/client";
import type { Fault, Pictures } from "../api/generated";
import { Newest } from "../api/newest";
import type { PictureVerb } from "../host/host";
import { loadFaces } from "./faces";
import { type Picture, pictureOf } from "./picture";

/** How long one waits before the window says that it works. */
const LATE_MS = 200;

export class Drawing<V extends PictureVerb> {
  picture = $state.raw<Picture | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** True while a picture has been under way for long. */
  late = $state(false);

  #wanted: Pictures[V]["args"] | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest: Newest<Pictures[V]["args"], Picture>;

  constructor(private readonly verb: V) {
    this.#newest = new Newest(
      (args) => this.fetch(args),
      (picture) => this.#settle(picture, null),
      (refused) => this.#settle(this.picture, asFault(refused)),
    );
  }

  /** Wants this picture: asked for at once if nothing was in this frame, else with the next. */
  want(args: Pictures[V]["args"]): void {
    this.#wanted = args;
    if (this.#frame) return;
    this.#ask();
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#wanted) this.want(this.#wanted);
    });
  }

  #ask(): void {
    if (!this.#wanted) return;
    this.#timer ??= setTimeout(() => (this.late = true), LATE_MS);
    this.#newest.want(this.#wanted);
    this.#wanted = null;
  }

  /** One picture beside the one that is shown. */
  async fetch(args: Pictures[V]["args"]): Promise<Picture> {
    const picture = pictureOf(await host.picture(this.verb, args));
    await loadFaces(picture.scene);
    return picture;
  }

  /** Wants nothing any more. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#newest.drop();
  }

  #settle(picture: Picture | null, fault: Fault | null): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.late = false;
    this.picture = picture;
    this.fault = fault;
  }
}
