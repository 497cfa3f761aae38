import { expect, test } from "vitest";
import { type Item, HitKind, type Scene } from "./decode";
import { eased, movers } from "./transition";

const mark = (y: number): Item => ({ kind: "rect", x: 0, y, width: 4, height: 4, radius: 0, fill: null, stroke: null });

function scene(events: readonly (readonly [id: string, y: number])[]): Scene {
  const of = ([id, y]: readonly [string, number]): Item[] => [
    { kind: "group", id: `event-${id}`, title: id },
    mark(y),
    { kind: "ungroup" },
  ];
  const hit = ([id, y]: readonly [string, number]) => ({ x: 0, y, width: 4, height: 4, hit: HitKind.Event, id });
  return { width: 90, height: 90, items: [mark(-1), ...events.flatMap(of)], hits: events.map(hit) };
}

test("what both show moves from its place, and the rest stays behind to fade", () => {
  const found = movers(
    scene([
      ["1", 10],
      ["2", 20],
    ]),
    scene([
      ["2", 60],
      ["3", 70],
    ]),
  );
  expect([...found.ids]).toEqual(["2"]);
  expect(found.movers).toEqual([{ items: [mark(60)], fromPx: [0, -40] }]);
  expect(found.rest.items).toEqual([mark(-1), mark(70)]);
});

test("it begins and ends slowly", () => {
  expect([0, 0.5, 1].map(eased)).toEqual([0, 0.5, 1]);
  expect(eased(0.1)).toBeLessThan(0.1);
});
