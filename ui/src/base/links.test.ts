import { expect, test } from "vitest";
import type { LinkLine, LinkRow } from "../api/generated";
import { linkNote, linkSentence, linkWords, rivalsTogether, stanceWords } from "./links";

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

const row = (more: Partial<LinkRow>): LinkRow => ({
  id: "1",
  cause: "2",
  cause_handle: "E2",
  cause_title: "Tariffs rise",
  effect: "3",
  effect_handle: "E3",
  effect_title: "Shares fall",
  type: "triggers",
  label: "triggers",
  wording: "",
  sign: "+",
  strength: null,
  confidence: "moderate",
  lag_days: null,
  basis: "judged",
  note: "",
  rivals: "",
  citations: [],
  ...more,
});

test("a link is a sentence, in the words of its source where it has some", () => {
  expect(linkSentence(row({}))).toBe("Tariffs rise triggers Shares fall");
  expect(linkSentence(row({ wording: "sent down" }))).toBe("Tariffs rise sent down Shares fall");
});

test("who speaks for a link and who against is counted", () => {
  const all = [{ stance: "for" }, { stance: "against" }, { stance: "for" }];
  expect(stanceWords(all)).toBe("2 for, 1 against");
  expect(stanceWords([])).toBe("no source");
});
