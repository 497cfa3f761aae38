// Answers in words.

import type { BranchLine } from "../api/generated";

/** What a step of a tree says beside its claim: what it carries, what it does to the root, how sure its order is. */
export function notes(branch: BranchLine): string[] {
  const own = branch.claims[0]?.sign ?? "+";
  const turned =
    own !== branch.through ? (branch.through === "-" ? "in the end lowers it" : "in the end raises it") : "";
  return [
    branch.bundle,
    (branch.claims[0]?.rivals ?? "") === "" ? "" : "rival explanation",
    turned,
    branch.carried,
    branch.order === "fits" ? "" : branch.order,
  ];
}

/** Branches with rival explanations side by side, where the first of them stands. */
export function rivalGroups(branches: readonly BranchLine[]): { branch: BranchLine; rival: boolean }[] {
  const word = (it: BranchLine) => it.claims[0]?.rivals ?? "";
  const place = (it: BranchLine) =>
    branches.findIndex((other) => other === it || (word(it) !== "" && word(other) === word(it)));
  const sorted = [...branches].sort((a, b) => place(a) - place(b));
  const many = (it: BranchLine) => word(it) !== "" && branches.filter((other) => word(other) === word(it)).length > 1;
  return sorted.map((branch) => ({ branch, rival: many(branch) }));
}
