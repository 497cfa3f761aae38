// What the page is told before it is painted is what it says itself once it runs.

import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test, vi } from "vitest";

const EARLY = readFileSync(new URL("../../public/theme.js", import.meta.url), "utf8");
const PAGE = readFileSync(new URL("../../index.html", import.meta.url), "utf8");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

function around(kept: string | null, isDark: boolean, throws: boolean) {
  const localStorage = {
    getItem: (key: string) => {
      if (throws) throw new Error("no storage");
      return key === "faultline.appearance" ? kept : null;
    },
  };
  const matchMedia = () => ({ matches: isDark, addEventListener: () => undefined });
  return { localStorage, matchMedia };
}

test.each([
  [null, false, false, "light"],
  [null, true, false, "dark"],
  ["system", true, false, "dark"],
  ["system", false, false, "light"],
  ["dark", false, false, "dark"],
  ["light", true, false, "light"],
  ["sepia", true, false, "dark"],
  ["dark", false, true, "light"],
  ["light", true, true, "dark"],
] as const)("kept %s, desktop dark %s, without storage %s: %s", async (kept, isDark, throws, theme) => {
  const page = around(kept, isDark, throws);
  const dataset: { theme?: string } = {};
  runInNewContext(EARLY, { ...page, document: { documentElement: { dataset } } });
  expect(dataset.theme).toBe(theme);
  vi.stubGlobal("localStorage", page.localStorage);
  vi.stubGlobal("matchMedia", page.matchMedia);
  const { appearance } = await import("./appearance.svelte");
  expect(appearance.theme).toBe(theme);
});

test("it is said before the page's own script, and blocks painting", () => {
  const [early, own] = [PAGE.indexOf('<script src="/theme.js"></script>'), PAGE.indexOf("/src/main.ts")];
  expect(early).toBeGreaterThan(0);
  expect(early).toBeLessThan(own);
});
