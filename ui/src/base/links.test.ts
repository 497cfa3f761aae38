import { expect, test } from "vitest";
import type { LinkLine } from "../api/generated";
import { linkNote, linkWords, rivalsTogether } from "./links";

const link = (more: Partial<LinkLine>): LinkLine => ({
  id: "1",
  event: { id: "2", handle: "E2", title: "", date_words: "", tone: "neutral", severity: 1, status: "happened" },
  link_type: "triggers",
  label: "triggers",
  wording: "",
  sign: "+",
  strength: null,
  confidence: "moderate",
  lag_days: null,
  lag_words: "",
  basis: "judged",
  note: "",
  rivals: "",
  sources: [3],
  citations: [],
  ...more,
});

test("a link says how, how sure and from where", () => {
  expect(linkWords(link({}))).toBe("triggers · moderate · judged, 3");
  expect(
    linkWords(link({ wording: "officially explains", sources: [2, 3], lag_days: 1, lag_words: "1 day later" })),
  ).toBe("officially explains · moderate · judged, 2, 3 · 1 day later");
});

test("rivals and links that are no causes are counted", () => {
  expect(linkNote([link({ rivals: "why" }), link({ rivals: "why" }), link({})])).toBe("3, 2 rival");
  expect(linkNote([link({ sign: "0" })])).toBe("1, none causal");
  expect(linkNote([link({}), link({ sign: "0" })])).toBe("2, 1 not causal");
});

test("rivals stand together", () => {
  const all = [
    link({ id: "a" }),
    link({ id: "b", rivals: "why" }),
    link({ id: "c" }),
    link({ id: "d", rivals: "why" }),
  ];
  expect(rivalsTogether(all).map((it) => it.id)).toEqual(["b", "d", "a", "c"]);
});
