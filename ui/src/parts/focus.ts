// Where the keyboard goes: to what is known by its id, now, or once it is there.

/** Ids of what the keyboard is sent to from elsewhere. */
export const CHART = "chart";
export const INSPECTOR = "inspector";
/** The title of the event in the inspector, as it is read. */
export const TITLE = "event-title";
export const OPEN_CITE = "open-cite";
export const NOTE_CLAIM = "note-claim";
export const DUPLICATE_ALL = "duplicate-all";
/** The line that events are added with, and all that belongs to it. */
export const QUICK_BAR = "quick-bar";
/** The first answer to a question about that line. */
export const QUICK_ANSWER = "quick-answer";
/** The line under a link that opens it. */
export const linkLine = (id: string): string => `link-${id}`;
/** The button that adds a cause or an effect. */
export const addLink = (word: "cause" | "effect"): string => `add-a-${word}`;

/** Frames to wait for what is still being asked for: about a second. */
const FRAMES = 60;

/** Sends the keyboard to what has this id, if it is there. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** Sends the keyboard there once it is there, unless it has gone somewhere by then. */
export function focusWhenThere(id: string, frames = FRAMES): void {
  const element = document.getElementById(id);
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if (element && isFree) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}
