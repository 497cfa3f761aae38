// The position of a theme among the lanes, and what can be done with it.

import type { ThemeCount } from "../api/generated";

/** A theme and its neighbors, for the menu of its lane. */
export interface LaneOf {
  readonly theme: ThemeCount;
  /** The neighbors it can swap with: siblings that have entries. */
  readonly above: ThemeCount | null;
  readonly below: ThemeCount | null;
  /** Its sub-themes. */
  readonly parts: readonly ThemeCount[];
  /** Its parent theme. */
  readonly whole: ThemeCount | null;
}

/** Looks up a theme by handle; `themes` are in the order of the lanes. */
export function laneOf(themes: readonly ThemeCount[], handle: string): LaneOf | null {
  const theme = themes.find((it) => it.handle === handle);
  if (!theme) return null;
  const held = (it: ThemeCount): boolean =>
    it.count > 0 || themes.some((other) => other.parent === it.id && held(other));
  const beside = themes.filter((it) => it.parent === theme.parent && (it === theme || held(it)));
  const at = beside.indexOf(theme);
  return {
    theme,
    above: beside[at - 1] ?? null,
    below: beside[at + 1] ?? null,
    parts: themes.filter((it) => it.parent === theme.id),
    whole: themes.find((it) => it.id === theme.parent) ?? null,
  };
}
