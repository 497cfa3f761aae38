// @vitest-environment happy-dom
// The fields: that they show what they are given, take keys, and save, refuse or call back.

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { createRawSnippet, tick } from "svelte";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { useHost } from "../api/client";
import type { Suggestion } from "../api/generated";
import type { Host } from "../api/host";
import Completion from "./Completion.svelte";
import FieldTest from "./FieldTest.test.svelte";
import Form from "./Form.svelte";
import Severity from "./Severity.svelte";
import TextField from "./TextField.svelte";
import WordChoice from "./WordChoice.svelte";

const call = vi.fn<(verb: string, args: unknown) => Promise<unknown>>();

beforeAll(() => {
  useHost({ call } as unknown as Host);
  // What happy-dom lacks of lists that float.
  HTMLElement.prototype.showPopover = vi.fn();
});

beforeEach(() => {
  call.mockReset();
});

afterEach(cleanup);

test("TextField takes pasted lines as one, unless lines are wanted", async () => {
  const { unmount } = render(TextField, { value: "Talks", label: "Title" });
  const area = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Title" });
  expect(area.value).toBe("Talks");
  await fireEvent.input(area, { target: { value: "Talks\n  resume" } });
  expect(area.value).toBe("Talks resume");
  unmount();
  render(TextField, { value: "", label: "Note", lines: true });
  const note = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" });
  await fireEvent.input(note, { target: { value: "one\ntwo" } });
  expect(note.value).toBe("one\ntwo");
});

test("Severity is set by digits, walked by arrows to its ends, and chosen by a click", async () => {
  const chosen = vi.fn();
  render(Severity, { value: 3, chosen });
  const steps = screen.getByRole("radiogroup");
  const now = () => screen.getAllByRole("radio").findIndex((it) => it.getAttribute("aria-checked") === "true") + 1;
  await fireEvent.keyDown(steps, { key: "5" });
  expect(now()).toBe(5);
  await fireEvent.keyDown(steps, { key: "ArrowRight" });
  expect(now()).toBe(5);
  await fireEvent.keyDown(steps, { key: "ArrowLeft" });
  expect(now()).toBe(4);
  expect(chosen).not.toHaveBeenCalled();
  await fireEvent.click(screen.getAllByRole("radio")[0] as HTMLElement);
  expect([now(), chosen.mock.calls.length]).toEqual([1, 1]);
});

test("WordChoice is walked by arrows and first letters, and chosen by a click", async () => {
  const chosen = vi.fn();
  const choices = [{ word: "happened" }, { word: "planned" }, { word: "cancelled" }];
  render(WordChoice, { value: "happened", choices, label: "Status", chosen });
  const group = screen.getByRole("radiogroup", { name: "Status" });
  const now = () =>
    screen.getAllByRole("radio").find((it) => it.getAttribute("aria-checked") === "true")?.dataset["word"];
  await fireEvent.keyDown(group, { key: "ArrowDown" });
  expect(now()).toBe("planned");
  await fireEvent.keyDown(group, { key: "c" });
  expect(now()).toBe("cancelled");
  await fireEvent.keyDown(group, { key: "ArrowDown" });
  expect(now()).toBe("happened");
  await fireEvent.click(screen.getByText("Planned"));
  expect([now(), chosen.mock.calls.length]).toEqual(["planned", 1]);
});

const suggestion = (id: string, name: string) => ({ id, name, handle: "", note: "" }) as Suggestion;

test("Completion offers what the workspace knows and takes what was walked to", async () => {
  call.mockResolvedValue([suggestion("1", "Tariffs"), suggestion("2", "Tariff truce")]);
  const pick = vi.fn();
  render(Completion, { kind: "theme", label: "Theme", pick });
  const input = screen.getByRole("combobox", { name: "Theme" });
  await fireEvent.focus(input);
  await fireEvent.input(input, { target: { value: "tar" } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(2));
  expect(call).toHaveBeenLastCalledWith("complete", { kind: "theme", words: "tar", limit: 9 });
  await fireEvent.keyDown(input, { key: "ArrowDown" });
  expect(screen.getAllByRole("option")[1]?.getAttribute("aria-selected")).toBe("true");
  await fireEvent.keyDown(input, { key: "Enter" });
  expect(pick).toHaveBeenCalledWith({ id: "2", name: "Tariff truce" }, suggestion("2", "Tariff truce"));
});

test("Completion offers to make what is not known, only where that can be made", async () => {
  call.mockResolvedValue([]);
  const pick = vi.fn();
  render(Completion, { kind: "theme", label: "Theme", pick, makes: "theme" });
  const input = screen.getByRole("combobox", { name: "Theme" });
  await fireEvent.focus(input);
  await fireEvent.input(input, { target: { value: "Chips" } });
  await waitFor(() => expect(screen.getByRole("option").textContent).toContain("New theme “Chips”"));
  await fireEvent.click(screen.getByRole("option"));
  expect(pick).toHaveBeenCalledWith({ id: null, name: "Chips", isNew: true }, null);
});

test("Form is done by Enter in a line, closed by Escape, and says what is wrong", async () => {
  const [done, close, discard] = [vi.fn(), vi.fn(), vi.fn()];
  const children = createRawSnippet(() => ({ render: () => `<input type="text" aria-label="Name" data-first>` }));
  const fault = { code: "bad_argument", message: "no such day", help: null, field: "date" } as const;
  const props = { name: "New", act: "Add", fields: [], busy: false, done, close, discard, children };
  const { rerender } = render(Form, { ...props, fault });
  expect(screen.getByRole("alert").textContent).toContain("No such day.");
  const line = screen.getByLabelText("Name");
  await waitFor(() => expect(document.activeElement).toBe(line));
  await fireEvent.keyDown(line, { key: "Enter" });
  await fireEvent.keyDown(line, { key: "Escape" });
  await fireEvent.click(screen.getByText("Discard"));
  expect([done, close, discard].map((it) => it.mock.calls.length)).toEqual([1, 1, 1]);
  // A field that shows it itself is not answered twice.
  await rerender({ ...props, fault, fields: ["date"], busy: true });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Add" }).disabled).toBe(true);
});

test("Field is read until Enter, saved by Enter, and takes the keyboard back", async () => {
  const save = vi.fn().mockResolvedValue({ step: 1 });
  render(FieldTest, { value: "Talks", save });
  const read = screen.getByRole("button", { name: "Talks" });
  read.focus();
  await fireEvent.keyDown(read, { key: "Enter" });
  await tick();
  const area = screen.getByRole("textbox", { name: "Title" });
  expect(document.activeElement).toBe(area);
  await fireEvent.input(area, { target: { value: "Talks resume" } });
  await fireEvent.keyDown(area, { key: "Enter" });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Talks resume" })));
  expect(save).toHaveBeenCalledWith("Talks resume", false);
});

test("Field is left as it was by Escape, and keeps what was refused with the reason", async () => {
  const save = vi.fn().mockRejectedValue({ code: "bad_argument", message: "too long", help: null, field: null });
  render(FieldTest, { value: "Talks", save });
  const open = async () => {
    await fireEvent.keyDown(screen.getByRole("button", { name: "Talks" }), { key: "Enter" });
    await tick();
    return screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Title" });
  };
  const first = await open();
  await fireEvent.input(first, { target: { value: "Other" } });
  await fireEvent.keyDown(first, { key: "Escape" });
  expect(save).not.toHaveBeenCalled();
  const area = await open();
  await fireEvent.input(area, { target: { value: "Other" } });
  await fireEvent.keyDown(area, { key: "Enter" });
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Too long."));
  expect(area.value).toBe("Other");
});
