// Moving the focus to elements by id, now or once they exist.

/** Ids of elements that get the focus from elsewhere. */
export const CHART = "chart";
export const INSPECTOR = "inspector";
/** The title of the event in the inspector. */
export const TITLE = "event-title";
export const OPEN_CITE = "open-cite";
export const NOTE_CLAIM = "note-claim";
export const DUPLICATE_ALL = "duplicate-all";
/** The quick-add bar. */
export const QUICK_BAR = "quick-bar";
/** The first answer to a question in that bar. */
export const QUICK_ANSWER = "quick-answer";
/** The button that opens a link in the inspector. */
export const linkLine = (id: string): string => `link-${id}`;
/** The button that adds a cause or an effect. */
export const addLink = (word: "cause" | "effect"): string => `add-a-${word}`;

/** How many frames to wait for an element: about a second. */
const FRAMES = 60;

/** Focuses the element with this id, if it exists. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** Focuses an element once it exists, unless the focus has moved elsewhere. */
export function focusWhenThere(id: string, frames = FRAMES): void {
  const element = document.getElementById(id);
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if (element && isFree) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}
