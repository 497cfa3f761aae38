import { expect, test } from "vitest";
import type { CitationRow, FitReply, LinkLine, LinkRow } from "../api/generated";
import { bestQuote, datesVerdict, linkNote, linkSentence, linkWords, rivalsTogether, stanceWords } from "./links";

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

const cited = (quote: string, grade: string, stance: "for" | "against" = "for"): CitationRow => ({
  id: quote,
  source: "S1",
  quote,
  locator: "",
  grade,
  stance,
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

test("the best quote speaks for the link and has the best grade", () => {
  const all = [cited("c", "C3"), cited("none", ""), cited("b", "B2"), cited("a", "A1", "against"), cited("", "A2")];
  expect(bestQuote(all)?.quote).toBe("b");
  expect(bestQuote([cited("a", "A1", "against")])).toBeNull();
  expect(stanceWords(all)).toBe("4 for, 1 against");
  expect(stanceWords([])).toBe("no source");
});

test("the verdict on the dates is that of the last check", () => {
  const clash = { told: "The pause is before the talks", links: [row({ id: "5" })], dates: [], events: [], fixes: [] };
  const check: Pick<FitReply, "contradictions" | "unknown"> = { contradictions: [clash], unknown: [row({ id: "6" })] };
  expect(datesVerdict("5", check)).toEqual({ words: clash.told, clash: true });
  expect(datesVerdict("6", check).words).toContain("either order");
  expect(datesVerdict("7", check)).toEqual({ words: "compatible", clash: false });
  expect(datesVerdict("7", null).words).toBe("not checked");
});
