// Notes on the steps of an answer.

import type { BranchLine } from "../api/generated";

/** Notes on a step of a tree: the strength it carries, its effect on the root, and how certain the order of dates is. */
export function notes(branch: BranchLine): string[] {
  const own = branch.claims[0]?.sign ?? "+";
  const turned = own !== branch.through ? (branch.through === "-" ? "net effect: lowers" : "net effect: raises") : "";
  return [
    branch.bundle,
    (branch.claims[0]?.rivals ?? "") === "" ? "" : "rival explanation",
    turned,
    branch.carried,
    branch.order === "fits" ? "" : branch.order,
  ];
}

/** The branches, with rival explanations next to each other at the position of the first. */
export function rivalGroups(branches: readonly BranchLine[]): { branch: BranchLine; rival: boolean }[] {
  const word = (it: BranchLine) => it.claims[0]?.rivals ?? "";
  const place = (it: BranchLine) =>
    branches.findIndex((other) => other === it || (word(it) !== "" && word(other) === word(it)));
  const sorted = [...branches].sort((a, b) => place(a) - place(b));
  const many = (it: BranchLine) => word(it) !== "" && branches.filter((other) => word(other) === word(it)).length > 1;
  return sorted.map((branch) => ({ branch, rival: many(branch) }));
}
