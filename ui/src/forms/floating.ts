// Placement of floating lists.

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Gaps to the owner and to the edges of the window. */
const GAP_PX = 3;
const EDGE_PX = 6;

/** Below its owner, or above where there is more space; inside the window. `height` is the maximum. */
export function placeUnder(owner: DOMRectReadOnly, list: Size, window: Size, least: number) {
  const width = Math.max(least, owner.width);
  const below = window.height - owner.bottom - GAP_PX - EDGE_PX;
  const above = owner.top - GAP_PX - EDGE_PX;
  const up = list.height > below && above > below;
  const height = Math.min(list.height, up ? above : below);
  const wide = Math.max(width, list.width);
  return {
    left: Math.max(EDGE_PX, Math.min(owner.left, window.width - wide - EDGE_PX)),
    top: up ? owner.top - GAP_PX - height : owner.bottom + GAP_PX,
    width,
    height,
  };
}
