// Which view is shown, the time window shared by all views, and display options.

import type { Arrange, Flow, LanesBy, MapAt } from "../api/generated";
import type { Span } from "../base/span";

/** The views. */
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
  /** The chart to export: the one shown, or the timeline in the Sources view. */
  picture: Exclude<View, "sources"> = $derived(this.view === "sources" ? "timeline" : this.view);
  /** The requested time window; null to fit everything. */
  span = $state.raw<Span | null>(null);
  /** The time window last drawn, with counts. */
  drawn = $state.raw<{ span: Span; inside: number; earlier: number; later: number; plot: { x: number } } | null>(null);
  lanes = $state<LanesBy>("theme");
  /** Handles of themes whose sub-themes share their lane. */
  folded = $state.raw<readonly string[]>([]);
  /** Whether lanes are sorted by first date. */
  byFirst = $state(false);
  /** Events from which days are counted, one lane each; empty for the calendar. */
  since = $state.raw<readonly string[]>([]);
  /** How the lanes are arranged. */
  arrange: Arrange = $derived({ fold: [...this.folded], by_first: this.byFirst, since: [...this.since] });
  /** Whether the timeline collapses long gaps. */
  collapse = $state(false);
  /** How many steps of causes and effects of the selection are drawn, 1 to 9. */
  steps = $state(1);
  /** The event whose neighborhood, up to `steps` links, relationship charts show; null for everything. */
  focus = $state<string | null>(null);
  /** Whether the causes chart groups events by theme. */
  themeLanes = $state(false);
  /** Whether the causes chart shows order instead of distance in time: one column for each date that occurs. */
  order = $state(false);
  /** The direction in which the cause map reads. */
  flow = $state<Flow>("auto");
  /** Whether the cause map draws indirect links. */
  implied = $state(false);
  /** What the nodes of the theme map stand for. */
  by = $state<"theme" | "actor">("theme");
  /** Whether sub-themes are merged into their parents there. */
  wholes = $state(false);
  /** Ids of themes that are collapsed into one box on the cause map. */
  collapsed = $state.raw<readonly string[]>([]);
  /** Ids of events behind which the cause map collapses what follows. */
  behind = $state.raw<readonly string[]>([]);
  /** Whether themes or actors are drawn as a matrix. */
  matrix = $state(false);
  /** Whether the legend is shown under the chart. */
  legend = $state(false);
  /** Increases when what is not pinned is to be laid out again. */
  tidied = $state(0);
  /** Whether the index is shown under the timeline. */
  strip = $state(false);
  /** The visible part of a map; null to fit all of it. */
  at = $state.raw<MapAt | null>(null);
  /** Whether all links are drawn while nothing is selected. */
  links = $state(false);
  /** The as-of day, while it differs from that of the workspace. */
  asOf = $state<string | null>(null);
  /** Size of the picture on screen. */
  size = $state.raw<readonly [number, number]>([1200, 700]);
  filterOpen = $state(true);
  inspectorOpen = $state(true);
  /** An event to bring into view, with `nudge` by moving as little as possible; a new object each time, so that repeating works. */
  reveal = $state.raw<{ id: string; nudge?: boolean } | null>(null);

  /** Switches the view; maps are fitted again. */
  go(to: View): void {
    if (to !== this.view) this.at = null;
    this.view = to;
  }

  fit(): void {
    this.at = null;
    this.span = null;
  }

  /** Counts days from these events; none returns to the calendar. */
  countSince(ids: readonly string[]): void {
    this.since = ids;
    this.span = null;
  }

  /** Merges the sub-themes of a theme into its lane, or separates them. */
  fold(handle: string): void {
    this.folded = this.folded.includes(handle) ? this.folded.filter((it) => it !== handle) : [...this.folded, handle];
  }

  /** Collapses the events of a theme into one box of the cause map, or expands them. */
  collapseTheme(id: string): void {
    this.collapsed = this.collapsed.includes(id) ? this.collapsed.filter((it) => it !== id) : [...this.collapsed, id];
    this.at = null;
  }

  /** Collapses what follows from an event into a count beside it on the cause map, or expands it. */
  foldBehind(id: string): void {
    this.behind = this.behind.includes(id) ? this.behind.filter((it) => it !== id) : [...this.behind, id];
  }

  /** Expands everything on the cause map. */
  expandAll(): void {
    [this.collapsed, this.behind, this.at] = [[], [], null];
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
    this.behind = [];
  }
}

export const view = new ViewState();
