import { describe, expect, test } from "vitest";
import type { LinePart, Understanding } from "../api/generated";
import { besideSource, still, stretches, unknownNames, unknownSource } from "./parts";

const part = (from: number, to: number, kind: string): LinePart => ({ from, to, kind, means: "" });

test("what lies before the place of typing holds, and what lies after it moves along", () => {
  const parts = [part(0, 8, "date"), part(9, 14, "title"), part(15, 23, "theme")];
  const asked = "May 2025 Talks #tariffs";
  expect(still(parts, asked, `${asked} @US`)).toEqual(parts);
  expect(still(parts, asked, "May 2025 Talks held #tariffs").map((it) => [it.from, it.kind])).toEqual([
    [0, "date"],
    [9, "title"],
    [20, "theme"],
  ]);
  expect(still(parts, asked, "May 2024 Talks #tariffs").map((it) => it.kind)).toEqual(["title", "theme"]);
  expect(still(parts, asked, "")).toEqual([]);
});

test("stretches make up the whole line, once", () => {
  const line = "May 2025 Talks #x";
  const all = stretches(
    line,
    [part(15, 17, "theme"), part(0, 8, "date"), part(0, 3, "title")],
    [{ from: 9, to: 14, message: "m", help: "h" }],
  );
  expect(all.map((it) => it.text).join("")).toBe(line);
  expect(all.filter((it) => it.kind).map((it) => [it.kind, it.wrong])).toEqual([
    ["date", false],
    ["problem", true],
    ["theme", false],
  ]);
});

test("names that are not known can be made new, unless something is wrong with them", () => {
  const line = "May 2025 Talks #shiping @Smith cat:xyz";
  const name = (name: string, id: string | null = null) => ({ id, name, near: ["one like it"] });
  const read = {
    parts: [part(15, 23, "theme"), part(24, 30, "actor"), part(31, 38, "category")],
    themes: [name("shiping")],
    actors: [name("Smith")],
    places: [name("Geneva", "7")],
    category: name("xyz"),
    problems: [{ from: 31, to: 38, message: "m", help: "h" }],
  } as unknown as Understanding;
  expect(unknownNames(line, read).map((it) => [it.kind, line.slice(it.from, it.to), it.makes])).toEqual([
    ["theme", "shiping", true],
    ["actor", "Smith", true],
    ["category", "xyz", false],
  ]);
});

describe("a source that the line names and that is not known", () => {
  const read = (line: string, source: object | null, problems: object[] = []) =>
    ({
      parts: [part(0, 5, "title"), ...(source ? [part(6, line.length, "source")] : [])],
      themes: [],
      actors: [],
      places: [],
      category: null,
      source,
      problems,
    }) as unknown as Understanding;
  const unknown = (line: string, id: string | null = null, near: string[] = []) => {
    const name = /(?:from|source):"?([^"]*)"?$/i.exec(line)?.[1] ?? "";
    return unknownSource(line, read(line, { id, name, near }, [{ from: 6, to: line.length, message: "m", help: "h" }]));
  };

  test.each([
    ["Talks from:AP", "AP", "AP"],
    ['Talks from:"Gulf Daily"', "Gulf Daily", '"Gulf Daily"'],
    ["Talks source:xyz", "xyz", "xyz"],
    ["Talks FROM:Reuters", "Reuters", "Reuters"],
    ["Talks from:新华社", "新华社", "新华社"],
  ])("%s", (line, name, words) => {
    const it = unknown(line);
    expect([it?.name, it && line.slice(it.from, it.to), it?.makes]).toEqual([name, words, true]);
  });

  test("it can be made new also when several go by its name", () =>
    expect(unknown("Talks from:AP", null, ["One", "Two"])).toMatchObject({ makes: true, near: ["One", "Two"] }));

  test("a known one is none, and neither is the unnamed one of a grade", () => {
    expect(unknown("Talks from:A1", "7")).toBeNull();
    expect(unknownSource("Talks B2", read("Talks B2", null))).toBeNull();
  });

  test("what else is wrong with the line stays", () => {
    const source = unknown("Talks from:AP");
    const problems = [
      { from: 6, to: 13, message: "there is no source", help: "" },
      { from: 14, to: 16, message: "no severity", help: "" },
      { from: 16, to: 16, message: "no title", help: "" },
    ];
    expect(besideSource(problems, source).map((it) => it.message)).toEqual(["no severity", "no title"]);
    expect(besideSource(problems, null)).toHaveLength(3);
  });
});
