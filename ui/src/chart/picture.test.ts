import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HitKind, WireError } from "../scene/decode";
import { marks } from "../scene/hit";
import { daysAt, pictureOf, scrollRange } from "./picture";

const golden = readFileSync(new URL("../scene/golden.bin", import.meta.url));

const HEADER = 44;

function bytes(counts = "", legend = new Uint8Array()): ArrayBuffer {
  const said = new TextEncoder().encode(JSON.stringify({ counts, layout: null }));
  const all = new Uint8Array(HEADER + said.length + legend.length + golden.length);
  const header = new DataView(all.buffer);
  header.setFloat64(0, 20_000, true);
  header.setFloat64(8, 20_100, true);
  header.setFloat32(16, 5_000, true);
  header.setUint32(20, 43, true);
  header.setUint32(24, 2, true);
  header.setUint32(28, 1, true);
  header.setUint32(32, 7, true);
  header.setUint32(36, said.length, true);
  header.setUint32(40, legend.length, true);
  all.set(said, HEADER);
  all.set(legend, HEADER + said.length);
  all.set(golden, HEADER + said.length + legend.length);
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

test("facts and legend stand between header and scene", () => {
  const counts = "36 of 43 linked entries named – 7 counted.";
  const picture = pictureOf(bytes(counts, golden));
  expect(picture.counts).toBe(counts);
  expect(new Uint8Array(picture.legend ?? new ArrayBuffer(0))).toEqual(new Uint8Array(golden));
  expect(picture.scene.hits).toEqual(pictureOf(bytes()).scene.hits);
  expect(pictureOf(bytes()).legend).toBeNull();
});

test("an event's place is its mark, the first of its hits", () => {
  const { scene } = pictureOf(bytes());
  const first = scene.hits.find((it) => it.hit === HitKind.Event);
  expect(first && marks(scene).get(first.id)).toBe(first);
});

test("a picture without its header is refused", () => {
  expect(() => pictureOf(new ArrayBuffer(HEADER - 1))).toThrow(WireError);
  expect(() => pictureOf(new ArrayBuffer(HEADER)).scene).toThrow(WireError);
});
