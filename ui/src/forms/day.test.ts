// @vitest-environment happy-dom
// The day field: understood words become the day, others stay with the reason.

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { useHost } from "../api/client";
import type { DateDetail } from "../api/generated";
import type { Host } from "../api/host";
import DayField from "./DayField.svelte";
import { dayAtEnd } from "./day";

const june = { start_earliest: "2025-06-01", end_latest: "2025-06-30" } as DateDetail;

beforeAll(() => {
  const call = (_: string, { words }: { words: string }) =>
    words === "June 2025"
      ? Promise.resolve({ understood: june })
      : Promise.reject({ code: "bad_argument", message: "there is no 32 June", help: null, field: null });
  useHost({ call } as unknown as Host);
  HTMLElement.prototype.showPopover = vi.fn();
});

afterEach(cleanup);

test("a period stands for its first or its last day, and an open end for none", () => {
  expect([dayAtEnd(june, "first"), dayAtEnd(june, "last")]).toEqual(["2025-06-01", "2025-06-30"]);
  expect(dayAtEnd({ ...june, end_latest: null }, "last")).toBeNull();
  expect(dayAtEnd({ ...june, start_earliest: "2025-06-11T18:00:00" }, "first")).toBe("2025-06-11");
});

test("Enter takes what was understood, and the field shows the day in words", async () => {
  const changed = vi.fn();
  render(DayField, { value: "2025-05-01", label: "Until", end: "last", changed });
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Until" });
  expect(field.value).toBe("1 May 2025");
  await fireEvent.input(field, { target: { value: "June 2025" } });
  await fireEvent.keyDown(field, { key: "Enter" });
  await waitFor(() => expect(field.value).toBe("30 June 2025"));
  expect(changed).toHaveBeenLastCalledWith("2025-06-30");
});

test("what is not understood stays, with the reason, and clearing the field clears the day", async () => {
  const changed = vi.fn();
  render(DayField, { value: "2025-05-01", label: "Since", changed });
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Since" });
  await fireEvent.input(field, { target: { value: "32 June" } });
  await fireEvent.blur(field);
  await waitFor(() => expect(field.title).toBe("There is no 32 June"));
  expect([field.value, changed.mock.calls.length]).toEqual(["32 June", 0]);
  await fireEvent.input(field, { target: { value: "" } });
  expect(changed).toHaveBeenLastCalledWith("");
});
