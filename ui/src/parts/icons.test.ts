import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Tokens, sheet } from "../../tokens.plugin";
import drawn from "../look/marks.generated.json";
import { type Icon, linkIcon, markIcon } from "./icons";

test("marks differ by tone, status and kind, and unknown words have the plain one", () => {
  const plain = markIcon("neutral");
  expect(plain.shapes.length).toBeGreaterThan(0);
  expect(markIcon("de-escalatory")).not.toEqual(plain);
  expect(markIcon("deescalatory")).toEqual(markIcon("de-escalatory"));
  expect(markIcon("neutral", "disputed")).not.toEqual(plain);
  expect(markIcon("neutral", "happened", "assessment")).not.toEqual(plain);
  expect(markIcon("neutral", "no such status")).toEqual(plain);
});

test("signs of links differ by type, confidence and lag; of an unknown type they follow the sign", () => {
  const plain = linkIcon("causes", "+", "high", false);
  expect(linkIcon("causes", "+", "low", false)).not.toEqual(plain);
  expect(linkIcon("causes", "+", "high", true)).not.toEqual(plain);
  expect(linkIcon("blocks", "-", "high", false)).not.toEqual(linkIcon("mitigates", "-", "high", false));
  expect(linkIcon("no such type", "-", "high", false)).toEqual(linkIcon("mitigates", "-", "high", false));
});

test("their colors are tokens", () => {
  const table = JSON.parse(readFileSync(new URL("../../../data/tokens.json", import.meta.url), "utf8")) as Tokens;
  const known = new Set([...sheet(table).matchAll(/--([a-z0-9-]+):/g)].map((it) => it[1]));
  const icons: readonly Icon[] = [...(drawn.marks.icons as readonly Icon[]), ...(drawn.links.icons as readonly Icon[])];
  const shapes = icons.flatMap((it) => it.shapes);
  const used = new Set(shapes.flatMap((it) => [it.fill, it.stroke]).filter((it) => it !== undefined));
  expect([...used].filter((it) => !known.has(it))).toEqual(["icon-background"]);
});
