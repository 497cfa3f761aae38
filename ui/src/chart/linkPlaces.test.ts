import { expect, test } from "vitest";
import { type Hit, HitKind } from "../scene/decode";
import { linkPlaces } from "./linkPlaces";

const box = (kind: HitKind, id: string, x: number, y: number): Hit => ({ x, y, width: 20, height: 8, hit: kind, id });

test("each link is listed once, at a stretch that nothing covers", () => {
  const hits = [
    box(HitKind.Link, "1 2", 0, 0),
    box(HitKind.Link, "1 2", 40, 0),
    box(HitKind.Link, "3", 80, 0),
    box(HitKind.Event, "7", 0, 0),
    box(HitKind.Event, "8", 80, 0),
  ];
  expect(linkPlaces({ width: 200, height: 50, hits })).toEqual([
    { claims: "1 2", at: [50, 4] },
    { claims: "3", at: null },
  ]);
});

test("of very many links only the first are listed", () => {
  const hits = Array.from({ length: 300 }, (_, at) => box(HitKind.Link, String(at), at * 30, 0));
  expect(linkPlaces({ width: 9000, height: 50, hits })).toHaveLength(200);
});
