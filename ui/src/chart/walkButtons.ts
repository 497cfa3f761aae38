// Arrow-key navigation in a list of buttons.

/** Moves the focus to the next or previous button, wrapping around. */
export function walkButtons(event: KeyboardEvent, list: HTMLElement): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const all = [...list.querySelectorAll("button")];
  all[(all.indexOf(document.activeElement as HTMLButtonElement) + by + all.length) % all.length]?.focus();
}
