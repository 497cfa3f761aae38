// Checks that important lints work in every kind of file.

import { ESLint } from "eslint";
import { expect, test } from "vitest";

const HERE = new URL(".", import.meta.url).pathname;
const TIMEOUT_MS = 120_000;

async function found(file: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: new URL("..", import.meta.url).pathname, ignore: false });
  const [result] = await eslint.lintFiles([`${HERE}fixtures/${file}`]);
  return (result?.messages ?? []).map((it) => it.ruleId ?? it.message);
}

test.each([
  ["a component", "Shown.svelte"],
  ["a module with runes", "counter.svelte.ts"],
  ["a plain module", "doubled.ts"],
])("a cycle of imports through %s", { timeout: TIMEOUT_MS }, async (_, file) =>
  expect(await found(file)).toEqual(["import-x/no-cycle"]),
);

test("promises that nobody awaits", { timeout: TIMEOUT_MS }, async () => {
  const floating = "@typescript-eslint/no-floating-promises";
  const misused = "@typescript-eslint/no-misused-promises";
  expect(await found("floating.ts")).toEqual([floating, misused]);
});
