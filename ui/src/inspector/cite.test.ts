import { beforeEach, expect, test, vi } from "vitest";

const run = vi.fn();
vi.mock("../state/edits.svelte", () => ({ edits: { run } }));
const { Citing } = await import("./cite.svelte");

beforeEach(() => {
  run.mockReset();
  run.mockResolvedValue({ added: [] });
});

/** What is asked for, which has to be one thing: one gesture is one step. */
function asked(): unknown[] {
  expect(run).toHaveBeenCalledTimes(1);
  return run.mock.calls[0] ?? [];
}

test("a new source is made in the step that cites it", async () => {
  const form = new Citing({ event: "8" });
  form.make("Talks resume");
  form.grade = { letter: "B", digit: "2" };
  form.quote = " They spoke. ";
  expect(await form.save()).toBe(true);
  const source_set = [
    { field: "title", value: "Talks resume" },
    { field: "reliability", value: "B" },
  ];
  expect(asked()).toEqual(["cite", { source_set, event: "8", quote: "They spoke.", credibility: "2", stance: "for" }]);
});

test("a source that is there keeps its letter, or gets another in the same step", async () => {
  for (const [letter, expected] of [
    ["C", {}],
    ["A", { source_set: [{ field: "reliability", value: "A" }] }],
    [null, { source_set: [{ field: "reliability", value: null }] }],
  ] as const) {
    run.mockClear();
    const form = new Citing({ link: "3" });
    form.choose({ id: "7", name: "A1" }, "C");
    form.grade = { letter, digit: null };
    await form.save();
    expect(asked()).toEqual(["cite", { source: "7", ...expected, link: "3", stance: "for" }]);
  }
});

test("without a source nothing is asked for, and that is said at its field", async () => {
  const form = new Citing({ claim: "2" });
  expect(await form.save()).toBe(false);
  expect(run).not.toHaveBeenCalled();
  expect(form.fault).toMatchObject({ field: "source" });
});

test("what was refused stays typed", async () => {
  run.mockRejectedValue({ code: "bad_argument", message: "no such day", help: null, field: "published" });
  const form = new Citing({ event: "8" });
  form.make("Talks resume");
  expect(await form.save()).toBe(false);
  expect([form.fault?.field, form.fresh?.title, form.busy]).toEqual(["published", "Talks resume", false]);
});
