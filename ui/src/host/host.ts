// What the window asks of the program around it. The rest of the page knows only this.

import type { ExportArgs, Exported, Pictures, Verbs } from "../api/generated";

/** A picture that can be exported. */
export type PictureVerb = keyof Pictures;

/** The program around the page. Every promise may be refused with a `Fault`. */
export interface Host {
  /** A verb that answers with JSON. */
  call<V extends keyof Verbs>(verb: V, args: Verbs[V]["args"]): Promise<Verbs[V]["reply"]>;
  /** A verb that answers with a picture's bytes. */
  picture<V extends PictureVerb>(verb: V, args: Pictures[V]["args"]): Promise<ArrayBuffer>;
  /** Asks where to and writes the picture there; null when the analyst thought better of it. */
  exportPicture(view: PictureVerb, args: ExportArgs, fileName: string): Promise<Exported | null>;
  /** Asks for a workspace and opens it; false when none was chosen. */
  openWorkspace(): Promise<boolean>;
  /** Asks for a place and makes an empty workspace there; false when none was chosen. */
  newWorkspace(): Promise<boolean>;
  /** Opens the sample workspace. */
  openSample(): Promise<void>;
}
