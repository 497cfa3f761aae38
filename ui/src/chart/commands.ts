// What charts do when a key asks for it. What is the same in all of them stands here, what is not they add.

import { tick } from "svelte";
import { INSPECTOR, focusOn } from "../parts/focus";
import { asking } from "../state/asking.svelte";
import { attempt } from "../state/attempt";
import { walk } from "../state/navigate";
import { selection } from "../state/selection.svelte";
import { view } from "../state/view.svelte";
import type { ChartCommand } from "./keys";

/** What is done for each command; for one that is missing, nothing. */
export type Commands = {
  readonly [D in ChartCommand["do"]]?: (command: Extract<ChartCommand, { do: D }>) => void;
};

/** What is the same in every chart. */
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

/** Does what is in the table for a command. */
export function run(commands: Commands, command: ChartCommand): void {
  (commands[command.do] as ((command: ChartCommand) => void) | undefined)?.(command);
}

async function inspect(): Promise<void> {
  view.inspectorOpen = true;
  await tick();
  focusOn(INSPECTOR);
}
