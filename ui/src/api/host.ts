// The interface of the program that hosts the page. The rest of the page knows only this.

import type {
  BriefArgs,
  DataArgs,
  Done,
  ExportArgs,
  Exported,
  Pictures,
  SeriesFile,
  SeriesReading,
  TakeSeries,
  Verbs,
} from "./generated";

/** A verb that draws. */
export type PictureVerb = keyof Pictures;
/** A recently opened workspace. */
export interface Recent {
  /** Identifies it in `openRecent`. */
  readonly id: string;
  /** Name of its file, without folder and extension. */
  readonly name: string;
  /** Its folder, shortened for display. */
  readonly folder: string;
  /** The file no longer exists. */
  readonly missing: boolean;
  /** It is the workspace that is open. */
  readonly open: boolean;
}

/** The program that hosts the page. Every promise may be rejected with a `Fault`. */
export interface Host {
  /** Calls a verb that replies with JSON. */
  call<V extends keyof Verbs>(verb: V, args: Verbs[V]["args"]): Promise<Verbs[V]["reply"]>;
  /** Calls a verb that replies with the bytes of a picture. */
  picture<V extends PictureVerb>(verb: V, args: Pictures[V]["args"]): Promise<ArrayBuffer>;
  /** Asks where to save the picture and writes it; null when the user cancels. */
  exportPicture(args: ExportArgs, fileName: string): Promise<Exported | null>;
  /** Repeats the last picture export; null when there was none or the user cancels. */
  repeatExport(): Promise<Exported | null>;
  /** A preview of an export: see `previewOf`. */
  previewPicture(args: ExportArgs, page: number, widthPx: number): Promise<ArrayBuffer>;
  /** Puts the picture on the clipboard. */
  copyPicture(args: ExportArgs): Promise<void>;
  /** Asks for an image file and uses it as the logo; null when none was chosen. */
  chooseLogo(): Promise<Done | null>;
  /** Asks where to save the data and writes it; null when the user cancels. */
  exportData(args: DataArgs, fileName: string): Promise<Exported | null>;
  /** Asks where to save the brief and writes it; null when the user cancels. */
  exportBrief(args: BriefArgs, fileName: string): Promise<Exported | null>;
  /** Asks for a file of series and describes its content; null when none was chosen. */
  chooseSeries(): Promise<SeriesFile | null>;
  /** Reads the same file again with other options. */
  readSeries(reading: SeriesReading): Promise<SeriesFile>;
  /** Loads series from that file. */
  takeSeries(take: TakeSeries): Promise<Done>;
  /** Asks for a workspace and opens it; false when none was chosen. */
  openWorkspace(): Promise<boolean>;
  /** Asks for a workspace and opens it in a new window; false when none was chosen. */
  openInNewWindow(): Promise<boolean>;
  /** Asks where to create an empty workspace and creates it; false when the user cancels. */
  newWorkspace(): Promise<boolean>;
  /** Asks for a JSON export and where to create the workspace, and creates it; false when the user cancels. */
  newFromJson(): Promise<boolean>;
  /** Opens the sample workspace. */
  openSample(): Promise<void>;
  /** Tries again to open the file that the window was started with. */
  openFirst(): Promise<void>;
  /** Recently opened workspaces, latest first. */
  recentWorkspaces(): Promise<Recent[]>;
  /** Opens a recent workspace. */
  openRecent(id: string): Promise<void>;
  /** Asks where to save a copy of the open workspace and writes it; returns its name, or null when the user cancels. */
  saveCopy(): Promise<string | null>;
  /** Saves what can be read of the damaged file to a new file, and opens that. */
  salvage(): Promise<Salvaged | null>;
  /** Sets the local date, which words like "yesterday" depend on. */
  setDay(year: number, month: number, day: number): Promise<void>;
  /** Stores whether the window is dark, so that it opens with the right background before the page has loaded. */
  setBackground(dark: boolean): Promise<void>;
  /** Opens a workspace of `count` synthetic events; only in a window started for benchmarks. */
  benchOpen(count: number): Promise<void>;
}

/** What was recovered from a damaged file. */
export interface Salvaged {
  /** Name of the new file. */
  readonly file_name: string;
  /** What was lost, one line per item. */
  readonly lost: readonly string[];
}
