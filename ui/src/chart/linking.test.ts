import { expect, test } from "vitest";
import { type Hit, HitKind, type Outline } from "../scene/decode";
import { Linking, handleAt } from "./linking.svelte";

const event = (id: string, x: number, width = 10): Hit => ({ id, x, y: 0, width, height: 10, hit: HitKind.Event });
const SCENE: Outline = { width: 500, height: 100, hits: [event("1", 0), event("2", 100)] };
const PLACES = new Map(SCENE.hits.map((it) => [it.id, it]));
const linking = (isOpen = true) =>
  new Linking(
    () => PLACES,
    () => isOpen,
  );

test("the handle of a small mark is below its middle, that of a wide one below the pointer", () => {
  expect(handleAt(event("1", 20), 29)).toEqual([25, 14]);
  expect(handleAt(event("1", 0, 200), 80)).toEqual([80, 14]);
  expect(handleAt(event("1", 0, 200), 199)).toEqual([188, 14]);
});

test("a link is dragged from the handle that shows on hover to another entry", () => {
  const it = linking();
  it.point(SCENE, 4, 4);
  expect(it.handle?.id).toBe("1");
  // Over the handle, below the mark, it stays.
  expect(it.point(SCENE, 5, 18)).toBe(true);
  expect(it.press(SCENE, 5, 18, false)).toBe(true);
  it.move(SCENE, 104, 5);
  expect(it.draft).toMatchObject({ cause: "1", effect: "2" });
  it.drop(104, 5);
  expect(it.form).toEqual({ cause: "1", effect: "2", x: 104, y: 5 });
  expect(it.draft).toBeNull();
});

test("dropped on nothing or on its own entry, no form opens", () => {
  const it = linking();
  for (const x of [4, 300]) {
    expect(it.press(SCENE, 4, 4, true)).toBe(true);
    it.move(SCENE, x, 5);
    it.drop(x, 5);
    expect(it.form).toBeNull();
  }
});

test("a press elsewhere belongs to the chart, and so does everything in a file that can only be read", () => {
  expect(linking().press(SCENE, 4, 4, false)).toBe(false);
  const closed = linking(false);
  closed.point(SCENE, 4, 4);
  expect(closed.handle).toBeNull();
  expect(closed.press(SCENE, 4, 4, true)).toBe(false);
  closed.begin("1");
  expect(closed.cause).toBeNull();
});

test("by key, the next entry that is clicked or chosen is the effect", () => {
  const it = linking();
  it.begin("1");
  expect(it.press(SCENE, 300, 50, false)).toBe(false);
  expect(it.press(SCENE, 104, 5, false)).toBe(true);
  // The press itself would close the form.
  expect(it.form).toBeNull();
  it.drop(104, 5);
  expect([it.form?.effect, it.cause]).toEqual(["2", null]);
  it.begin("2");
  it.end("2", 0, 0);
  expect([it.form, it.cause]).toEqual([null, "2"]);
  expect(it.cancel()).toBe(true);
  expect(it.cancel()).toBe(false);
});
