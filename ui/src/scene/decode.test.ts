import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HitKind, WireError, decode, drawn, outline } from "./decode";
import { FACES } from "./faces";
import { hit } from "./hit";

const golden = new Uint8Array(readFileSync(new URL("golden.bin", import.meta.url)));
const told: unknown = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8"));

/** Numbers in the JSON were written as the shortest that round to the same f32. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Math.fround(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

describe("decode", () => {
  test("reads what Rust wrote", () => {
    expect(decode(golden)).toEqual(rounded(told));
  });

  test("knows every face", () => {
    const faces = decode(golden).items.flatMap((it) => (it.kind === "text" ? it.runs.map((run) => run.face) : []));
    expect(new Set(faces).size).toBe(FACES.length);
  });

  test("skips the items for an outline", () => {
    const { width, height, hits } = decode(golden);
    expect(outline(golden)).toEqual({ width, height, hits });
  });

  test("skips the places to be painted", () => {
    const { width, height, items } = decode(golden);
    expect(drawn(golden)).toEqual({ width, height, items });
  });

  test("refuses items that end elsewhere than is said", () => {
    const other = golden.slice();
    const itemBytes = new DataView(other.buffer);
    itemBytes.setUint32(24, itemBytes.getUint32(24, true) - 1, true);
    for (const read of [decode, drawn]) expect(() => read(other)).toThrow(/not where they should/);
  });

  test("skips a header before the picture", () => {
    const shifted = new Uint8Array(golden.length + 32);
    shifted.set(golden, 32);
    expect(decode(shifted.buffer, 32)).toEqual(decode(golden));
  });

  test("refuses a cut, a longer and a foreign picture", () => {
    for (let length = 0; length < golden.length; length += 1) {
      for (const read of [decode, outline])
        expect(() => read(golden.slice(0, length)), `${length} bytes`).toThrow(WireError);
    }
    expect(() => decode(new Uint8Array([...golden, 0]))).toThrow(WireError);
    const newer = golden.slice();
    newer[4] = 9;
    expect(() => decode(newer)).toThrow(/version 9/);
  });
});

describe("hit", () => {
  const scene = decode(golden);

  test("gives the front-most thing", () => {
    expect(hit(scene, 15, 15)).toMatchObject({ hit: HitKind.Event, id: "17" });
    expect(hit(scene, 5, 5)).toMatchObject({ hit: HitKind.Lane, id: "tariffs" });
  });

  test("finds nothing outside of hits; the right edge is outside", () => {
    expect(hit(scene, 100, 5)).toBeNull();
    expect(hit(scene, -1, 5)).toBeNull();
  });
});
