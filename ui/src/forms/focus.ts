// Where the focus goes when what had it is gone, or has not been drawn yet.

/** Frames to wait for what is still being asked for: about a second. */
const FRAMES = 60;

/** Focuses the first match once it is there, unless the focus has gone somewhere by then. */
export function focusWhenThere(selector: string, frames = FRAMES): void {
  const element = document.querySelector<HTMLElement>(selector);
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if (element && isFree) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(selector, frames - 1));
}
