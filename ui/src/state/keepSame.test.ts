import { expect, test } from "vitest";
import { keepSame } from "./keepSame";

const row = (id: string, title: string) => ({ id, title });

test("rows that are as before stay the same ones", () => {
  const [one, two] = [row("1", "Talks"), row("2", "Pause")];
  const after = keepSame([one, two], [row("2", "Pause"), row("1", "Talks resume"), row("3", "Tariffs")]);
  expect(after[0]).toBe(two);
  expect(after.slice(1)).toEqual([row("1", "Talks resume"), row("3", "Tariffs")]);
});
