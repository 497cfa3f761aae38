// The types that the form of a new link offers.

import type { LinkTypeChoice } from "../api/generated";

/** The types that what is typed may mean, the most used first; all of them while nothing is typed. */
export function typeChips(
  types: readonly LinkTypeChoice[],
  used: ReadonlyMap<string, number>,
  typed: string,
): LinkTypeChoice[] {
  const words = typed.trim().toLowerCase();
  const fits = ({ label, handle }: LinkTypeChoice) =>
    label.toLowerCase().startsWith(words) || handle.startsWith(words) || label.toLowerCase().includes(` ${words}`);
  const count = ({ handle }: LinkTypeChoice) => used.get(handle) ?? 0;
  return types.filter(fits).sort((a, b) => count(b) - count(a));
}

/** The line that Enter saves: what is typed when it names a type or fits none, else the type of the chip. */
export function lineOf(typed: string, chip: LinkTypeChoice | undefined, types: readonly LinkTypeChoice[]): string {
  const words = typed.trim().toLowerCase();
  const isNamed = types.some((it) => it.label.toLowerCase() === words);
  return chip && !isNamed ? chip.label : typed;
}
