import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HitKind, WireError } from "../scene/decode";
import { marks } from "../scene/hit";
import { daysAt, pictureOf, scrollRange } from "./picture";

const golden = readFileSync(new URL("../scene/golden.bin", import.meta.url));

function bytes(): ArrayBuffer {
  const all = new Uint8Array(36 + golden.length);
  const header = new DataView(all.buffer);
  header.setFloat64(0, 20_000, true);
  header.setFloat64(8, 20_100, true);
  header.setFloat32(16, 5_000, true);
  header.setUint32(20, 43, true);
  header.setUint32(24, 2, true);
  header.setUint32(28, 1, true);
  header.setUint32(32, 7, true);
  all.set(golden, 36);
  return all.buffer;
}

test("the header says what was drawn", () => {
  const picture = pictureOf(bytes());
  expect(picture.span).toEqual({ from: 20_000, to: 20_100 });
  expect([picture.inside, picture.earlier, picture.later]).toEqual([43, 2, 1]);
  expect(picture.state).toBe(7);
  expect(scrollRange(picture)).toBe(5_000 - picture.plot.height);
  expect(daysAt(picture, picture.plot.x + picture.plot.width / 2)).toBeCloseTo(20_050);
  expect(daysAt(picture, -1e6)).toBe(20_000);
});

test("an event's place is its mark, the first of its hits", () => {
  const { scene } = pictureOf(bytes());
  const first = scene.hits.find((it) => it.hit === HitKind.Event);
  expect(first && marks(scene).get(first.id)).toBe(first);
});

test("a picture without its header is refused", () => {
  expect(() => pictureOf(new ArrayBuffer(35))).toThrow(WireError);
  expect(() => pictureOf(new ArrayBuffer(36)).scene).toThrow(WireError);
});
