import { expect, test } from "vitest";
import type { Chart } from "../api/generated";
import {
  type Chosen,
  type OnScreen,
  ON_SCREEN,
  USUAL,
  allOf,
  chosenOf,
  lackingWords,
  measures,
  previewOf,
  request,
  sizeWords,
} from "./request";

const chosen: Chosen = {
  ...USUAL,
  preset: ON_SCREEN,
  scale: 3,
  title: "  What happened ",
  subtitle: " ",
  handling: "TLP:GREEN",
};
const screen: OnScreen = {
  size: [896.4, 764],
  span: { from: 20_000, to: 20_100 },
  chart: { kind: "timeline", lanes: "actor", arrange: { by_first: true }, steps: 2, overview: true },
  at: null,
  filter: { themes: ["4"] },
  selected: "21",
  asOf: "2025-06-01",
  highlight: null,
};

test("an export is what is on screen", () => {
  expect(request(chosen, screen)).toEqual({
    page: {
      preset: "custom",
      size_px: [896, 764],
      format: "png",
      scale: 3,
      theme: "print",
      title: "What happened",
      handling: "TLP:GREEN",
    },
    chart: {
      window: { from_days: 20_000, to_days: 20_100 },
      focus: { selected: "21" },
      filter: { themes: ["4"] },
      as_of: "2025-06-01",
      chart: screen.chart,
    },
  });
});

test("pixels are PNG's, a chart without a window has none, and what was not said stays unsaid", () => {
  const chart = { kind: "themes", by: "actor" } as const;
  const args = request(
    { ...chosen, format: "svg", preset: "a4-portrait", outlines: true, tiles: true, handling: "" },
    { ...screen, chart, selected: null },
  );
  expect(args).toEqual({
    page: { preset: "a4-portrait", format: "svg", scale: 1, theme: "print", outlines: true, title: "What happened" },
    chart: { filter: { themes: ["4"] }, chart },
  });
});

test("all charts together say what each asks for, but for the study", () => {
  const study: Chart = { kind: "study", study: { events: ["1"], series: "brent" } };
  expect(allOf([screen.chart, { kind: "cause-map", flow: "down" }, study])).toEqual({
    kind: "all",
    timeline: { lanes: "actor", arrange: { by_first: true }, steps: 2, overview: true },
    cause_map: { flow: "down" },
  });
});

test("what was asked for can be chosen again", () => {
  for (const some of [
    {},
    { preset: "poster", format: "pdf", tiles: true, logo: true },
    { preset: "slide", format: "pdf", sourcesPage: true },
    { preset: "custom", custom: [300, 400], transparent: true },
  ] as Partial<Chosen>[]) {
    const first = request({ ...USUAL, note: "n", ...some }, screen);
    expect(request(chosenOf(first), screen)).toEqual(first);
  }
});

test("a size out of bounds is brought within them", () => {
  const args = request({ ...USUAL, preset: "custom", custom: [5, 99_999] }, screen);
  expect(args.page?.size_px).toEqual([100, 8000]);
});

test("a preview is words and a picture", () => {
  const said = {
    page: 1,
    pages: 2,
    size_px: [1754, 1240],
    size_mm: [297, 209.97],
    title: "t",
    subtitle: "",
    note: "Nicht dargestellt: ä",
  };
  const words = new TextEncoder().encode(JSON.stringify(said));
  const bytes = new Uint8Array(4 + words.length + 3);
  new DataView(bytes.buffer).setUint32(0, words.length, true);
  bytes.set(words, 4);
  bytes.set([7, 8, 9], 4 + words.length);
  const { info, png } = previewOf(bytes.buffer);
  expect(info.note).toBe("Nicht dargestellt: ä");
  expect([...png]).toEqual([7, 8, 9]);
  expect(measures(info)).toBe("1,754 × 1,240 px, 297 × 210 mm");
});

test("a zoomed map is exported as it is on screen, or whole", () => {
  const at = { x_px: 10, y_px: 20, zoom: 1.5 };
  const zoomed: OnScreen = { ...screen, chart: { kind: "cause-map" }, at };
  expect(request(chosen, zoomed).chart).toMatchObject({
    look: { width_px: 896.4, height_px: 764 },
    chart: { kind: "cause-map", at },
  });
  for (const args of [request({ ...chosen, whole: true }, zoomed), request(chosen, { ...zoomed, at: null })]) {
    expect(args.chart.chart).not.toHaveProperty("at");
    expect(args.chart).not.toHaveProperty("look");
  }
});

test("sizes in words", () => expect([999, 41_200, 6_370_000].map(sizeWords)).toEqual(["999 bytes", "41 kB", "6.4 MB"]));

test("titles that no font can draw are named, the many are counted", () => {
  const end = ". No bundled font has all of their characters.";
  expect(lackingWords(["ᏣᎳᎩ"])).toBe(`Not drawn in full: “ᏣᎳᎩ”${end}`);
  expect(lackingWords(["a", "b"])).toBe(`Not drawn in full: “a”, “b”${end}`);
  expect(lackingWords(["a", "b", "c", "d", "e", "f", "g"])).toBe(
    `Not drawn in full: “a”, “b”, “c”, “d”, “e” and 2 more${end}`,
  );
});

test("an answer that stands out is exported as seen, but not with charts of numbers", () => {
  const highlight = { answer: "path", from: "1", to: "32" } as const;
  expect(request(chosen, { ...screen, highlight }).chart.highlight).toEqual(highlight);
  const outlook = { ...screen, highlight, chart: { kind: "outlook" } } as const;
  expect(request(chosen, outlook).chart).not.toHaveProperty("highlight");
});
