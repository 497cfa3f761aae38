import { expect, test } from "vitest";
import { type Chosen, type OnScreen, request, sizeWords } from "./request";

const chosen: Chosen = { format: "png", size: 2, scale: 3, theme: "print", title: "  What happened ", subtitle: " ", whole: false };
const screen: OnScreen = {
  view: "timeline",
  size: [896.4, 764],
  span: { from: 20_000, to: 20_100 },
  lanes: "actor",
  arrange: { by_first: true },
  collapse: false,
  steps: 2,
  links: false,
  near: {},
  map: { down: true },
  at: null,
  filter: { themes: ["4"] },
  selected: "21",
  asOf: "2025-06-01",
  numbers: {},
};

test("an export is what is on screen", () => {
  expect(request(chosen, screen)).toEqual({
    size_px: [896, 764],
    scale: 3,
    theme: "print",
    filter: { themes: ["4"] },
    from_days: 20_000,
    to_days: 20_100,
    lanes: "actor",
    arrange: { by_first: true },
    collapse: false,
    steps: 2,
    links: false,
    overview: true,
    selected: "21",
    as_of: "2025-06-01",
    title: "What happened",
  });
});

test("lanes are the timeline's, pixels are PNG's, and what was not said stays unsaid", () => {
  const args = request({ ...chosen, format: "svg", size: 0 }, { ...screen, view: "causes", span: null, selected: null, asOf: null });
  expect(args).toEqual({ size_px: [1920, 1080], scale: 1, theme: "print", filter: { themes: ["4"] }, near: {}, down: true, title: "What happened" });
});

test("a zoomed map is exported as it is on screen, or whole", () => {
  const at = { x_px: 10, y_px: 20, zoom: 1.5 };
  const zoomed: OnScreen = { ...screen, view: "layers", at };
  expect(request(chosen, zoomed)).toMatchObject({ at, seen_px: [896.4, 764] });
  for (const args of [request({ ...chosen, whole: true }, zoomed), request(chosen, { ...zoomed, at: null })]) {
    expect(args).not.toHaveProperty("at");
  }
});

test("sizes in words", () => expect([999, 41_200, 6_370_000].map(sizeWords)).toEqual(["999 bytes", "41 kB", "6.4 MB"]));
