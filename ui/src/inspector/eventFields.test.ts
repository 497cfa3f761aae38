import { expect, test } from "vitest";
import { codes, coordinates, likelihoodWords } from "./eventFields";

test("coordinates name their hemisphere", () => {
  const place = { id: "1", name: "", latitude_deg: 33.3152, longitude_deg: -44.3661 };
  expect(coordinates(place)).toBe("33.32 N 44.37 W");
  expect(coordinates({ ...place, latitude_deg: null })).toBe("");
});

test("codes and bands are left out when there are none", () => {
  expect(codes({ id: "1", name: "", cameo: "166", plover: "" })).toBe("CAMEO 166");
  expect(codes({ id: "1", name: "", cameo: "", plover: "" })).toBe("");
  expect(likelihoodWords({ word: "likely", low_percent: 55, high_percent: 80 })).toBe("likely, 55 to 80%");
  expect(likelihoodWords({ word: "perhaps", low_percent: null, high_percent: null })).toBe("perhaps");
});
