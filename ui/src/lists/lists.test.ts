import { expect, it } from "vitest";
import type { ItemRow } from "../api/generated";
import { mayBePartOf } from "./lists";

const row = (id: string, parent: string | null) => ({ id, parent }) as ItemRow;

it("keeps a tree a tree", () => {
  const rows = [row("1", null), row("2", "1"), row("3", "2"), row("4", null)];
  expect(mayBePartOf(rows, "1", "3")).toBe(false);
  expect(mayBePartOf(rows, "1", "1")).toBe(false);
  expect(mayBePartOf(rows, "3", "1")).toBe(true);
  expect(mayBePartOf(rows, "1", "4")).toBe(true);
});
