// Which view is shown, the one window in time of all views, and how they are arranged.

import type { Arrange, LanesBy, MapAt } from "../api/generated";
import type { Span } from "../base/span";

/** The views there are. */
export const VIEWS = [
  ["timeline", "Timeline"],
  ["causes", "Causes"],
  ["cause-map", "Cause map"],
  ["themes", "Themes"],
  ["index", "Index"],
  ["sources", "Sources"],
] as const;
export type View = (typeof VIEWS)[number][0];

class ViewState {
  view = $state<View>("timeline");
  /** The picture to export: the one shown, or the timeline where none is. */
  picture: Exclude<View, "sources"> = $derived(this.view === "sources" ? "timeline" : this.view);
  /** The stretch of time wanted; null: what fits. */
  span = $state.raw<Span | null>(null);
  /** The stretch of time last drawn. */
  drawn = $state.raw<{ span: Span; inside: number; earlier: number; later: number; plot: { x: number } } | null>(null);
  lanes = $state<LanesBy>("theme");
  /** Handles of themes whose parts share their lane. */
  folded = $state.raw<readonly string[]>([]);
  /** Whether lanes stand in the order of their first date. */
  byFirst = $state(false);
  /** Events from which days are counted, a lane each; none: the calendar. */
  since = $state.raw<readonly string[]>([]);
  /** How the lanes are arranged. */
  arrange: Arrange = $derived({ fold: [...this.folded], by_first: this.byFirst, since: [...this.since] });
  /** Whether the timeline folds long empty stretches. */
  collapse = $state(false);
  /** How many steps of the causes and effects of the selection the timeline draws, 1 to 9. */
  steps = $state(1);
  /** The event whose neighborhood the relationship charts show alone, `steps` links far; null: everything. */
  focus = $state<string | null>(null);
  /** Whether events of one theme stand together on the chart of causes. */
  themeLanes = $state(false);
  /** Whether the cause map reads from the top down. */
  down = $state(false);
  /** Whether the cause map draws links that chains of others imply. */
  implied = $state(false);
  /** What the nodes of the theme map stand for. */
  by = $state<"theme" | "actor">("theme");
  /** Whether parts stand in their whole there. */
  wholes = $state(false);
  /** Ids of themes whose events stand in one box each of the cause map. */
  collapsed = $state.raw<readonly string[]>([]);
  /** Whether the timeline has the index under it. */
  strip = $state(false);
  /** What of a map is looked at; null: all of it. */
  at = $state.raw<MapAt | null>(null);
  /** Whether all links are drawn while nothing is selected. */
  links = $state(false);
  /** The as-of day while it is not the workspace's own. */
  asOf = $state<string | null>(null);
  /** Size of the picture on screen. */
  size = $state.raw<readonly [number, number]>([1200, 700]);
  filterOpen = $state(true);
  inspectorOpen = $state(true);
  /** An event that should be brought into view, `nudge` with as little motion as does it; a new object each time, so that asking twice works. */
  reveal = $state.raw<{ id: string; nudge?: boolean } | null>(null);

  /** Shows another view; each map is first shown as a whole again. */
  go(to: View): void {
    if (to !== this.view) this.at = null;
    this.view = to;
  }

  fit(): void {
    this.at = null;
    this.span = null;
  }

  /** Counts days from these events; from none: back to the calendar. */
  countSince(ids: readonly string[]): void {
    this.since = ids;
    this.span = null;
  }

  /** Folds the parts of a theme into its lane, or unfolds them. */
  fold(handle: string): void {
    this.folded = this.folded.includes(handle) ? this.folded.filter((it) => it !== handle) : [...this.folded, handle];
  }

  /** Has the events of a theme stand in one box of the cause map, or each by itself again. */
  collapseTheme(id: string): void {
    this.collapsed = this.collapsed.includes(id) ? this.collapsed.filter((it) => it !== id) : [...this.collapsed, id];
    this.at = null;
  }

  restart(): void {
    this.span = null;
    this.since = [];
    this.drawn = null;
    this.asOf = null;
    this.reveal = null;
    this.focus = null;
    this.at = null;
    this.collapsed = [];
  }
}

export const view = new ViewState();
