import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { type Scene, decode } from "./decode";
import { LabelCache } from "./labelCache";
import { paint } from "./paint";
import type { Canvas } from "./pen";

/** A fake canvas that records its calls. */
function recorder(): { canvas: Canvas; log: string[] } {
  const log: string[] = [];
  const state: Record<string, unknown> = {};
  const canvas = new Proxy(state, {
    get: (_, name) => {
      if (name === "createLinearGradient") return () => ({ addColorStop: () => undefined });
      return (...values: unknown[]) => {
        const said = [String(name), ...values.map(String)].join(" ");
        log.push(
          name === "fillText" || name === "strokeText"
            ? `${said} ${String(state["direction"])} ${String(state["textAlign"])} ${String(state["font"])}`
            : said,
        );
      };
    },
    set: (_, name, value) => {
      state[String(name)] = value;
      return true;
    },
  });
  return { canvas: canvas as unknown as Canvas, log };
}

const golden = decode(new Uint8Array(readFileSync(new URL("golden.bin", import.meta.url))));

test("every run is written at its left edge in its direction and face", () => {
  const { canvas, log } = recorder();
  paint(canvas, golden, 2);
  const texts = log.filter((line) => line.startsWith("fillText"));
  expect(texts.length).toBeGreaterThan(2);
  expect(texts[0]).toContain(`fillText US– 160 320 ltr left 600 96px "Inter"`);
  expect(texts.find((line) => line.includes("ایران"))).toMatch(/ rtl left 400 96px "IBM Plex Sans Arabic"/);
  // Set eight times larger on a canvas scaled down as much, and back.
  expect(log.filter((line) => line.startsWith("scale "))).toEqual([
    "scale 0.125 0.125",
    "scale 8 8",
    "scale 0.125 0.125",
    "scale 8 8",
  ]);
  expect(log.findIndex((line) => line.startsWith("fillText"))).toBeGreaterThan(
    log.findLastIndex((line) => line.startsWith("strokeText")),
  );
});

test("a label on a sheet is set as on the picture", () => {
  const sheets: string[][] = [];
  vi.stubGlobal(
    "OffscreenCanvas",
    class {
      getContext() {
        const { canvas, log } = recorder();
        sheets.push(log);
        return canvas;
      }
    },
  );
  const { canvas, log } = recorder();
  paint(canvas, golden, 2, new LabelCache(2));
  const texts = sheets.flat().filter((line) => line.startsWith("fillText"));
  expect(texts.find((line) => line.includes("ایران"))).toMatch(/ rtl left 400 96px "IBM Plex Sans Arabic"/);
  expect(texts[0]).toMatch(/ ltr left 600 96px "Inter"/);
  expect(log.some((line) => line.startsWith("drawImage"))).toBe(true);
  vi.unstubAllGlobals();
});

test("the picture fills the device pixels and leaves the canvas as it was", () => {
  const { canvas, log } = recorder();
  paint(canvas, golden, 2);
  expect(log).toContain("setTransform 2 0 0 2 0 0");
  expect(log.filter((line) => line === "save").length).toBe(log.filter((line) => line === "restore").length);
});

test("stray ends of clips do no harm", () => {
  const { canvas, log } = recorder();
  const scene: Scene = {
    width: 9,
    height: 9,
    hits: [],
    items: [{ kind: "unclip" }, { kind: "clip", x: 0, y: 0, width: 1, height: 1 }],
  };
  paint(canvas, scene, 1);
  expect(log.filter((line) => line === "save").length).toBe(log.filter((line) => line === "restore").length);
});

test("dots and dashes are those of the design tokens", () => {
  const tokens = JSON.parse(readFileSync(new URL("../../../data/tokens.json", import.meta.url), "utf8")) as {
    stroke: Record<string, string>;
  };
  const { canvas, log } = recorder();
  paint(canvas, golden, 1);
  const drawn = log.filter((line) => line.startsWith("setLineDash ")).map((line) => line.slice("setLineDash ".length));
  for (const name of ["dash_doubtful", "dash_hypothetical", "link_moderate", "link_low"]) {
    const [on, off] = (tokens.stroke[name] ?? "").split(" ");
    expect(drawn).toContain(`${on},${off}`);
  }
});
