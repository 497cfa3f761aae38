// Rules for all files of the window.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Tokens, sheet } from "../tokens.plugin";

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

const table = JSON.parse(readFileSync(join(ROOT, "../../data/tokens.json"), "utf8")) as Tokens;

/** From this length on, a distance is part of a layout, such as an indent that aligns with something; pixels. */
const LAYOUT_PX = 20;

/** Declarations of sizes, corners, layers and distances with a number instead of a token. */
function literals(css: string): string[] {
  const isToken = (px: string) => Number(px) < LAYOUT_PX || table.space.steps.includes(Number(px));
  const found = [
    ...css.matchAll(
      /(?<![\w-])(font-size|font|z-index|border-radius|padding|margin|(?:row-|column-)?gap)(?:-[a-z]+)?:\s*([^;{}]+);/g,
    ),
  ];
  return found.flatMap(([line, name = "", value = ""]) => {
    const px = [...value.matchAll(/(?<![\w.-])-?([\d.]+)(?:px|pt|r?em)(?!\/)/g)].map((it) => it[1] ?? "");
    if (name === "z-index") return /\d/.test(value.replaceAll(/var\([^)]*\)/g, "")) ? [line] : [];
    if (name === "font") return /[\d.]+px\//.test(value) ? [line] : [];
    if (name === "font-size" || name === "border-radius") return px.length > 0 ? [line] : [];
    return px.some(isToken) ? [line] : [];
  });
}

test("sizes, distances, corners and layers are those of the token table", () => {
  const refused = "font-size: 12px; z-index: 5; border-radius: 4px; padding: 0 6px; margin-top: -2px; gap: 24px;";
  expect(literals(`${refused} font: 400 12px/17px Inter;`)).toHaveLength(7);
  expect(
    literals("font-size: var(--type-body); padding: 0 var(--space-6); margin: 0 auto; margin-left: 66px;"),
  ).toEqual([]);
  const css = texts.filter(({ name }) => !name.endsWith(".ts"));
  expect(css.flatMap(({ name, text }) => literals(text).map((it) => `${name}: ${it}`))).toEqual([]);
});

test("every token that is used is in the table", () => {
  const css = sheet(table);
  const own = new Set(texts.flatMap(({ text }) => [...text.matchAll(/(--[a-z0-9-]+)[:=]/g)].map((it) => it[1])));
  const known = new Set([...css.matchAll(/(--[a-z0-9-]+):/g)].map((it) => it[1]));
  const used = new Set(texts.flatMap(({ text }) => [...text.matchAll(/var\((--[a-z0-9-]+)[),]/g)].map((it) => it[1])));
  expect([...used].filter((it) => !known.has(it) && !own.has(it))).toEqual([]);
  expect(
    known.has("--escalatory-tint") &&
      known.has("--surface-canvas") &&
      known.has("--themes-blue") &&
      known.has("--space-6"),
  ).toBe(true);
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
