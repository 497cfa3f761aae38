// What charts do for a key command. Commands that all charts share are here; charts add their own.

import { tick } from "svelte";
import { INSPECTOR, focusOn } from "../parts/focus";
import { asking } from "../state/asking.svelte";
import { attempt } from "../state/attempt";
import { goToEnd, nextLink, walk } from "../state/navigate";
import { selectedLink } from "../state/selectedLink.svelte";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import type { ChartCommand } from "./keys";

/** The action of each command; a missing one does nothing. */
export type Commands = {
  readonly [D in ChartCommand["do"]]?: (command: Extract<ChartCommand, { do: D }>) => void;
};

/** The commands shared by all charts. */
export const COMMANDS = {
  walk: ({ toward }) => void (selection.link ? goToEnd(toward) : walk(toward)),
  reach: ({ steps }) => (view.steps = steps),
  delete: () =>
    void (selection.link
      ? attempt("delete_links", { ids: [...selection.links] })
      : attempt("delete", { ids: [...selection.ids] })),
  duplicate: () => void attempt("duplicate", { ids: [...selection.ids] }),
  pin: () => void attempt("pin", { ids: [...selection.ids] }),
  why: () => asking.ask("why", asked("effect")),
  follows: () => asking.ask("follows", asked("cause")),
  nextLink: () => void nextLink(),
  inspect: () => void inspect(),
} satisfies Commands;

/** Runs the action of a command. */
export function run(commands: Commands, command: ChartCommand): void {
  (commands[command.do] as ((command: ChartCommand) => void) | undefined)?.(command);
}

/** The events that a question is about: the selected ones, or an end of the selected link. */
function asked(end: "cause" | "effect"): readonly string[] {
  const row = selection.link ? selectedLink.now?.row : undefined;
  return row ? [row[end]] : selection.ids;
}

async function inspect(): Promise<void> {
  view.inspectorOpen = true;
  await tick();
  focusOn(INSPECTOR);
}
