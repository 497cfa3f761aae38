// The messages between the page and the painting worker.

/** A picture as a range of bytes. */
export interface Bytes {
  readonly bytes: ArrayBuffer;
  readonly offset: number;
}

/** An order to paint: a picture, the start of a transition, or a step of it. */
export type Order =
  | { readonly do: "paint"; readonly picture: Bytes; readonly pixelRatio: number }
  | { readonly do: "begin"; readonly before: Bytes; readonly after: Bytes; readonly pixelRatio: number }
  | { readonly do: "step"; readonly share: number };

/** The painted bitmap, or an error. */
export type Answer = { readonly id: number } & ({ readonly bitmap: ImageBitmap } | { readonly words: string });
