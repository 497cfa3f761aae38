import { beforeEach, expect, test } from "vitest";
import { useHost } from "../api/client";
import type { Host } from "../api/host";
import { selection } from "./selection.svelte";

beforeEach(() => useHost({ call: () => new Promise(() => undefined) } as unknown as Host));

test("either events are selected or a link", () => {
  selection.selectAll(["1", "2"]);
  selection.selectLink(["7", "8"]);
  expect([selection.id, selection.links, selection.link]).toEqual([null, ["7", "8"], "7"]);
  selection.select("1");
  expect([selection.ids, selection.links, selection.link]).toEqual([["1"], [], null]);
  selection.selectLink(["7", "8"], "8");
  selection.toggle("2");
  expect([selection.ids, selection.link]).toEqual([["2"], null]);
  selection.selectLink(["7"]);
  expect(selection.any).toBe(true);
  selection.selectAll([]);
  expect(selection.any).toBe(false);
});
