// Keys that work anywhere in the window.

/** What a key asks for. */
export type Shortcut = "palette" | "export" | "repeat" | "add" | "undo" | "redo" | "history";

/** A key as it was pressed. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the keyboard is. */
export interface Place {
  /** A field that letters are typed into. */
  readonly field: boolean;
  /** A field whose own typing can be taken back. */
  readonly ownUndo: boolean;
}

const WITH_CTRL: Readonly<Record<string, Shortcut>> = { k: "palette", e: "export", n: "add", h: "history" };

/** What the key asks for there; null when it is the place's own. */
export function shortcutOf(press: Press, place: Place): Shortcut | null {
  if (press.altKey) return null;
  const key = press.key.toLowerCase();
  if (!press.ctrlKey && !press.metaKey) return key === "n" && !press.shiftKey && !place.field ? "add" : null;
  if (key === "z" || key === "y") {
    if (place.ownUndo) return null;
    return key === "y" || press.shiftKey ? "redo" : "undo";
  }
  if (press.shiftKey) return key === "e" ? "repeat" : null;
  return WITH_CTRL[key] ?? null;
}

/** True where letters go into a field. */
export function isField(at: Element | null): boolean {
  return (
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLSelectElement ||
    (at instanceof HTMLInputElement && at.type !== "checkbox" && at.type !== "radio" && at.type !== "range")
  );
}
