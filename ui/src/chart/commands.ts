// What charts do for a key command. Commands that all charts share are here; charts add their own.

import { tick } from "svelte";
import { INSPECTOR, focusOn } from "../parts/focus";
import { asking } from "../state/asking.svelte";
import { attempt } from "../state/attempt";
import { walk } from "../state/navigate";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import type { ChartCommand } from "./keys";

/** The action of each command; a missing one does nothing. */
export type Commands = {
  readonly [D in ChartCommand["do"]]?: (command: Extract<ChartCommand, { do: D }>) => void;
};

/** The commands shared by all charts. */
export const COMMANDS = {
  walk: ({ toward }) => void walk(toward),
  reach: ({ steps }) => (view.steps = steps),
  clear: () => selection.clear(),
  delete: () => void attempt("delete", { ids: [...selection.ids] }),
  duplicate: () => void attempt("duplicate", { ids: [...selection.ids] }),
  pin: () => void attempt("pin", { ids: [...selection.ids] }),
  why: () => asking.ask("why", selection.ids),
  follows: () => asking.ask("follows", selection.ids),
  inspect: () => void inspect(),
} satisfies Commands;

/** Runs the action of a command. */
export function run(commands: Commands, command: ChartCommand): void {
  (commands[command.do] as ((command: ChartCommand) => void) | undefined)?.(command);
}

async function inspect(): Promise<void> {
  view.inspectorOpen = true;
  await tick();
  focusOn(INSPECTOR);
}
