import { beforeEach, expect, test } from "vitest";
import { useHost } from "../api/client";
import type { Host } from "../api/host";
import { escape, onEscape } from "./escape";
import { hits } from "./hits.svelte";
import { selection } from "./selection.svelte";

beforeEach(() => useHost({ call: () => new Promise(() => undefined) } as unknown as Host));

test("Escape closes the innermost first, then the search, and last clears the selection", () => {
  selection.select("3");
  hits.look("tariff");
  const closed: string[] = [];
  const isOpen = { chart: true, popup: true };
  const leave = (["chart", "popup"] as const).map((it) =>
    onEscape(() => {
      if (!isOpen[it]) return false;
      isOpen[it] = false;
      closed.push(it);
      return true;
    }),
  );
  escape();
  escape();
  expect(closed).toEqual(["popup", "chart"]);
  expect(hits.words).toBe("tariff");
  escape();
  expect([hits.words, selection.id]).toEqual(["", "3"]);
  escape();
  expect(selection.id).toBeNull();
  leave.forEach((it) => it());
  isOpen.popup = true;
  escape();
  expect(closed).toHaveLength(2);
});

test("Escape clears a selected link, too", () => {
  selection.selectLink(["7", "8"]);
  escape();
  expect([selection.links, selection.link]).toEqual([[], null]);
});
