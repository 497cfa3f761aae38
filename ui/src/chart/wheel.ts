// What the wheel does, the same on every chart: it scrolls; with Ctrl, and by pinching, it zooms; with Shift it goes sideways.

/** The part of a wheel event that matters here. */
export interface Turn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 for pixels, 1 for lines, 2 for pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Height of a line, for wheels that report lines, pixels. */
const LINE_PX = 33;

/** What a turn of the wheel asks for. */
export type Turned =
  | { readonly does: "zoom"; readonly px: number }
  | { readonly does: "sideways"; readonly px: number }
  | { readonly does: "scroll"; readonly px: number };

/** What a turn asks for, in pixels; `page` is the height of a page. */
export function turned(turn: Turn, page: number): Turned {
  const unit = turn.deltaMode === 1 ? LINE_PX : turn.deltaMode === 2 ? page : 1;
  // A pinch arrives as a wheel with Ctrl held and small steps.
  if (turn.ctrlKey || turn.metaKey) return { does: "zoom", px: turn.deltaY * unit * (turn.ctrlKey ? 2 : 1) };
  if (turn.shiftKey || Math.abs(turn.deltaX) > Math.abs(turn.deltaY))
    return { does: "sideways", px: (turn.deltaX || turn.deltaY) * unit };
  return { does: "scroll", px: turn.deltaY * unit };
}
