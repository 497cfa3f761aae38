// The unfinished line of each workspace, kept in local storage.

const KEY = "faultline.line.";

/** The unfinished line of this workspace, or empty. */
export function keptLine(fileName: string): string {
  try {
    return localStorage.getItem(KEY + fileName) ?? "";
  } catch {
    return "";
  }
}

/** Stores the current line. */
export function keepLine(fileName: string, line: string): void {
  try {
    if (line.trim() === "") localStorage.removeItem(KEY + fileName);
    else localStorage.setItem(KEY + fileName, line);
  } catch {
    // Without storage the line lasts as long as the window.
  }
}
