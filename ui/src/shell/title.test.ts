import { expect, test } from "vitest";
import { titleOf } from "./title";

test.each([
  ["Iran 2025", "iran.faultline", false, "Iran 2025 – iran.faultline – Faultline"],
  ["iran", "iran.faultline", false, "iran.faultline – Faultline"],
  ["Iran", "iran.FAULTLINE", false, "iran.FAULTLINE – Faultline"],
  ["Sample: tariffs", "sample.faultline", true, "Sample: tariffs – sample.faultline (read-only) – Faultline"],
  ["", "notes.faultline", false, "notes.faultline – Faultline"],
  ["中美", "中美.faultline", true, "中美.faultline (read-only) – Faultline"],
  ["two\nlines\u202e", "a\u2066b.faultline", false, "two lines – a b.faultline – Faultline"],
])("%s in %s", (name, file_name, read_only, title) => expect(titleOf({ name, file_name, read_only })).toBe(title));

test("without a workspace it is the program's", () => expect(titleOf(null)).toBe("Faultline"));
