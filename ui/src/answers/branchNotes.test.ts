import { expect, test } from "vitest";
import type { BranchLine } from "../api/generated";
import { notes, rivalGroups } from "./branchNotes";

function branch(handle: string, rivals: string, sign = "+", through = sign): BranchLine {
  return {
    event: { id: handle, handle, title: handle, date_words: "", tone: "neutral", severity: 3, status: "happened" },
    claims: [{ rivals, sign }],
    bundle: "",
    through,
    carried: "fair",
    order: "fits",
    is_again: false,
    branches: [],
    left_out: 0,
  } as unknown as BranchLine;
}

test("rival explanations stand side by side, at the position of the first", () => {
  const groups = rivalGroups([branch("a", "why"), branch("b", ""), branch("c", "why")]);
  expect(groups.map((it) => it.branch.event.handle)).toEqual(["a", "c", "b"]);
  expect(groups.map((it) => it.rival)).toEqual([true, true, false]);
});

test("a single explanation is not a rival", () => {
  expect(rivalGroups([branch("a", "why")])[0]?.rival).toBe(false);
});

test("a sign that changes along the way is noted", () => {
  expect(notes(branch("a", "", "+", "-"))).toContain("net effect: lowers");
  expect(notes(branch("a", "", "-", "-")).join("")).not.toContain("net effect");
});
