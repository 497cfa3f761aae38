// Keyboard shortcuts of the window.

/** The commands. */
export type Shortcut = "palette" | "export" | "repeat" | "add" | "undo" | "redo" | "history" | "back";

/** A key press. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the focus is. */
export interface Place {
  /** In a text field. */
  readonly field: boolean;
  /** In a field that has its own undo. */
  readonly ownUndo: boolean;
}

const WITH_CTRL: Readonly<Record<string, Shortcut>> = { k: "palette", e: "export", n: "add", h: "history" };

/** The command of a key press; null when it belongs to the focused element. */
export function shortcutOf(press: Press, place: Place): Shortcut | null {
  if (press.altKey) return press.key === "ArrowLeft" && !press.ctrlKey && !press.shiftKey ? "back" : null;
  const key = press.key.toLowerCase();
  if (!press.ctrlKey && !press.metaKey) return key === "n" && !press.shiftKey && !place.field ? "add" : null;
  if (key === "z" || key === "y") {
    if (place.ownUndo) return null;
    return key === "y" || press.shiftKey ? "redo" : "undo";
  }
  if (press.shiftKey) return key === "e" ? "repeat" : null;
  return WITH_CTRL[key] ?? null;
}

/** Whether an element takes text input. */
export function isField(at: Element | null): boolean {
  return (
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLSelectElement ||
    (at instanceof HTMLInputElement && at.type !== "checkbox" && at.type !== "radio" && at.type !== "range")
  );
}
