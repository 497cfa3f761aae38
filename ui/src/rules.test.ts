// Rules for every file of the window, so that no one has to remember them.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sheet } from "../tokens.plugin";

const ROOT = new URL(".", import.meta.url).pathname;
const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter(
  (it) => /\.(ts|svelte|css)$/.test(it) && !/\.test\.ts$/.test(it),
);
const texts = files.map((name) => ({ name, text: readFileSync(join(ROOT, name), "utf8") }));
const having = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test("what people wrote is only ever shown as text", () => {
  expect(files.length).toBeGreaterThan(40);
  expect(having(/\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
});

test("nothing that the page's policy forbids", () => {
  expect(having(/\seval\(|new Function\(|["'(]data:|["'(]blob:|<[a-z]+[^>]*\sstyle=/)).toEqual([]);
});

test("colors are those of the token table", () => {
  expect(having(/#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b(?=[;"'\s)])/i)).toEqual([]);
});

test("only the host knows Tauri", () => expect(having(/@tauri-apps/)).toEqual([join("host", "tauri.ts")]));

test("every color that is used is in the table", () => {
  const table = JSON.parse(readFileSync(join(ROOT, "../../data/tokens.json"), "utf8")) as Parameters<typeof sheet>[0];
  const css = sheet(table);
  const own = new Set(texts.flatMap(({ text }) => [...text.matchAll(/(--[a-z-]+)[:=]/g)].map((it) => it[1])));
  const known = new Set([...css.matchAll(/(--[a-z-]+):/g)].map((it) => it[1]));
  const used = new Set(texts.flatMap(({ text }) => [...text.matchAll(/var\((--[a-z-]+)[),]/g)].map((it) => it[1])));
  expect([...used].filter((it) => !known.has(it) && !own.has(it))).toEqual([]);
  expect(known.has("--escalatory-tint") && known.has("--surface-canvas") && known.has("--themes-blue")).toBe(true);
});

test("what the program does hangs on no name that is for tests", () => {
  expect(having(/\[data-testid|dataset\[?\.?"?testid|getByTestId/i)).toEqual([]);
});

test("each lint that is turned off says why, on the line before", () => {
  const reasonless = (text: string) =>
    text.split("\n").some((line, at, lines) => {
      if (!/(?:<!--|\/\/) (?:svelte-ignore|eslint-disable)|@ts-(?:ignore|expect-error)/.test(line)) return false;
      return !/^\s*(?:<!--|\/\/) (?!svelte-ignore)[A-Z]/.test(lines[at - 1] ?? "");
    });
  expect(reasonless("<p>\n<!-- svelte-ignore a11y_autofocus -->")).toBe(true);
  expect(texts.filter(({ text }) => reasonless(text)).map(({ name }) => name)).toEqual([]);
});

test("files stay short", () => {
  const long = texts.filter(({ name, text }) => name !== join("api", "generated.ts") && text.split("\n").length > 500);
  expect(long.map(({ name }) => name)).toEqual([]);
});
