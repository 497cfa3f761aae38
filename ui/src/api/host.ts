// What the window asks of the program around it. The rest of the page knows only this.

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
/** A workspace that was open lately. */
export interface Recent {
  /** What it is asked for by. */
  readonly id: string;
  /** Name of its file, without folders and ending. */
  readonly name: string;
  /** Where it is, shortened for reading. */
  readonly folder: string;
  /** It is not there now. */
  readonly missing: boolean;
  /** It is the one that is open. */
  readonly open: boolean;
}

/** The program around the page. Every promise may be refused with a `Fault`. */
export interface Host {
  /** A verb that answers with JSON. */
  call<V extends keyof Verbs>(verb: V, args: Verbs[V]["args"]): Promise<Verbs[V]["reply"]>;
  /** A verb that answers with a picture's bytes. */
  picture<V extends PictureVerb>(verb: V, args: Pictures[V]["args"]): Promise<ArrayBuffer>;
  /** Asks where to and writes the picture there; null when the analyst thought better of it. */
  exportPicture(args: ExportArgs, fileName: string): Promise<Exported | null>;
  /** Writes the picture that was exported last once more; null when none was, or the analyst thought better of it. */
  repeatExport(): Promise<Exported | null>;
  /** What an export would show: see `previewOf`. */
  previewPicture(args: ExportArgs, page: number, widthPx: number): Promise<ArrayBuffer>;
  /** Puts the picture on the clipboard. */
  copyPicture(args: ExportArgs): Promise<void>;
  /** Asks for an image and takes it as the logo; null when none was chosen. */
  chooseLogo(): Promise<Done | null>;
  /** Asks where to and writes the data there; null when the analyst thought better of it. */
  exportData(args: DataArgs, fileName: string): Promise<Exported | null>;
  /** Asks where to and writes the brief there; null when the analyst thought better of it. */
  exportBrief(args: BriefArgs, fileName: string): Promise<Exported | null>;
  /** Asks for a file of series and says what is in it; null when none was chosen. */
  chooseSeries(): Promise<SeriesFile | null>;
  /** Says what is in that file, read in another way. */
  readSeries(reading: SeriesReading): Promise<SeriesFile>;
  /** Takes series out of that file. */
  takeSeries(take: TakeSeries): Promise<Done>;
  /** Asks for a workspace and opens it; false when none was chosen. */
  openWorkspace(): Promise<boolean>;
  /** Asks for a workspace and opens it in a window of its own; false when none was chosen. */
  openInNewWindow(): Promise<boolean>;
  /** Asks for a place and makes an empty workspace there; false when none was chosen. */
  newWorkspace(): Promise<boolean>;
  /** Asks for a workspace that was exported as JSON and for a place, and makes it there; false when none was made. */
  newFromJson(): Promise<boolean>;
  /** Opens the sample workspace. */
  openSample(): Promise<void>;
  /** Opens what the window was started on, which did not work at first. */
  openFirst(): Promise<void>;
  /** The workspaces that were open lately, the last one first. */
  recentWorkspaces(): Promise<Recent[]>;
  /** Opens one of them. */
  openRecent(id: string): Promise<void>;
  /** Asks where to and writes a copy of the open workspace there; the copy's name, null when none was chosen. */
  saveCopy(): Promise<string | null>;
  /** Asks where to, writes there what can be read of the file that could not be opened, and opens that. */
  salvage(): Promise<Salvaged | null>;
  /** Says which day it is where the analyst is, so that "yesterday" means something. */
  setDay(year: number, month: number, day: number): Promise<void>;
  /** Says whether the window is dark, so that it opens with that background the next time, before its page is there. */
  setBackground(dark: boolean): Promise<void>;
  /** Opens a workspace of so many made-up events; only in a window that was started to be measured. */
  benchOpen(count: number): Promise<void>;
}

/** What could be saved of a damaged file. */
export interface Salvaged {
  /** Name of the new file. */
  readonly file_name: string;
  /** What was lost, a line each. */
  readonly lost: readonly string[];
}
