import { expect, test, vi } from "vitest";
import type { Done, Fault } from "../api/generated";
import { Draft } from "./draft.svelte";

const done: Done = { step: 4, state: 2, name: "Edit", events: [], links: [], added: [], undo: null, redo: null };
const fault: Fault = { code: "bad_argument", message: "no such day", help: "try 28 February", field: "date" };

test("what did not change is not saved", async () => {
  const save = vi.fn(() => Promise.resolve(done));
  const draft = new Draft(["a"]);
  draft.begin(["a"]);
  draft.value = ["a"];
  expect(await draft.commit(save)).toBe("same");
  expect(save).not.toHaveBeenCalled();
  expect(draft.editing).toBe(false);
});

test("a refusal keeps what is typed and says why; the next try may pass", async () => {
  const draft = new Draft("5 June");
  draft.begin("5 June");
  draft.value = "30 February";
  expect(await draft.commit(() => Promise.reject(fault))).toBe("refused");
  expect(draft).toMatchObject({ editing: true, value: "30 February", fault });
  draft.value = "28 February";
  expect(draft.fault).toBeNull();
  expect(await draft.commit(() => Promise.resolve(done))).toBe("saved");
  expect(draft).toMatchObject({ editing: false, fault: null, kept: { value: "28 February" } });
});

test("Esc gives back what was there", () => {
  const draft = new Draft("a");
  draft.begin("a");
  draft.value = "b";
  draft.restore();
  expect(draft).toMatchObject({ editing: false, value: "a", kept: null });
});

test("leaving while it is being saved does not save twice", async () => {
  const save = vi.fn(() => Promise.resolve(done));
  const draft = new Draft("a");
  draft.begin("a");
  draft.value = "b";
  const [first, second] = await Promise.all([draft.commit(save), draft.commit(save)]);
  expect([first, second]).toEqual(["saved", "busy"]);
  expect(save).toHaveBeenCalledTimes(1);
});

test("a change that left no step shows what is stored", async () => {
  const draft = new Draft("a");
  draft.begin("a");
  draft.value = "a ";
  await draft.commit(() => Promise.resolve({ ...done, step: null }));
  expect(draft.kept).toBeNull();
});
