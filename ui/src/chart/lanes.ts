// Where a theme stands among the lanes, and what can be done there.

import type { ThemeCount } from "../api/generated";

/** What the menu of a lane offers of themes. */
export interface LaneOf {
  readonly theme: ThemeCount;
  /** The neighbors with entries that it can change places with: those that are part of the same. */
  readonly above: ThemeCount | null;
  readonly below: ThemeCount | null;
  /** What is part of it. */
  readonly parts: readonly ThemeCount[];
  /** What it is part of. */
  readonly whole: ThemeCount | null;
}

/** The theme of this handle among all, which stand in the order of their lanes. */
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
