// What the page and the worker that paints for it say to each other.

/** Where a picture lies in bytes. */
export interface Bytes {
  readonly bytes: ArrayBuffer;
  readonly offset: number;
}

/** What is to be painted: a picture, the beginning of the way from one to another, or a place on that way. */
export type Order =
  | { readonly do: "paint"; readonly picture: Bytes; readonly pixelRatio: number }
  | { readonly do: "begin"; readonly before: Bytes; readonly after: Bytes; readonly pixelRatio: number }
  | { readonly do: "step"; readonly share: number };

/** What was painted, or why not. */
export type Answer = { readonly id: number } & ({ readonly bitmap: ImageBitmap } | { readonly words: string });
