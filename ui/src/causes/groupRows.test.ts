import { expect, test } from "vitest";
import { HitKind, type Scene } from "../scene/decode";
import { groupRows } from "./groupRows";

test("nodes come before lines, each with where it is drawn", () => {
  const at = { x: 1, y: 2, width: 30, height: 4 };
  const scene: Scene = {
    width: 100,
    height: 100,
    items: [
      { kind: "group", id: "link-12-13", title: "A → B: 2 claims" },
      { kind: "ungroup" },
      { kind: "group", id: "theme-3", title: "A, 4 events" },
      { kind: "ungroup" },
      { kind: "group", id: "actor-5", title: "US, acts in A" },
      { kind: "ungroup" },
    ],
    hits: [
      { ...at, hit: HitKind.Plot, id: "" },
      { ...at, hit: HitKind.Link, id: "12 13" },
      { ...at, x: 50, hit: HitKind.Link, id: "12 13" },
      { ...at, hit: HitKind.Lane, id: "theme 3" },
    ],
  };
  expect(groupRows(scene).map((it) => [it.kind, it.id, it.words, it.place?.x ?? null])).toEqual([
    ["node", "theme 3", "A, 4 events", 1],
    ["node", "actor 5", "US, acts in A", null],
    ["line", "12 13", "A → B: 2 claims", 1],
  ]);
});
