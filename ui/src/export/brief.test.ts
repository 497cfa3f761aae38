import { expect, test } from "vitest";
import { PARTS, briefOf, moved, switched } from "./brief";

const words = (parts: typeof PARTS) => parts.map((it) => it.word);

test("a part moves as far as there is room", () => {
  const three = PARTS.slice(0, 3);
  expect(words(moved(three, 0, 1))).toEqual(["happened", "summary", "changed"]);
  expect(words(moved(three, 2, -1))).toEqual(["summary", "changed", "happened"]);
  expect(words(moved(three, 0, -1))).toEqual(words(three));
  expect(words(moved(three, 2, 1))).toEqual(words(three));
  expect(words(moved(three, 9, 1))).toEqual(words(three));
});

test("what is on is asked for in its order", () => {
  const parts = moved(switched(switched(PARTS, "index"), "notes"), 3, -2);
  const asked = briefOf(
    { since: "2025-06-04", until: "", title: " ", author: " A. Writer ", handling: "TLP:AMBER", parts },
    {},
  );
  expect(asked).toEqual({
    since: "2025-06-04",
    author: "A. Writer",
    handling: "TLP:AMBER",
    parts: ["summary", "coming", "happened", "changed", "timeline", "index", "sources"],
    filter: {},
  });
});
