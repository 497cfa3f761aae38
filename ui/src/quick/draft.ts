// A line that is not added yet outlives the window, one per workspace.

const KEY = "faultline.line.";

/** The line that was left half typed in this workspace; empty if none was. */
export function keptLine(fileName: string): string {
  try {
    return localStorage.getItem(KEY + fileName) ?? "";
  } catch {
    return "";
  }
}

/** Keeps the line as it stands now. */
export function keepLine(fileName: string, line: string): void {
  try {
    if (line.trim() === "") localStorage.removeItem(KEY + fileName);
    else localStorage.setItem(KEY + fileName, line);
  } catch {
    // Without storage the line lives as long as the window.
  }
}
