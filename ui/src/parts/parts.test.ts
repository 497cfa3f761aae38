// @vitest-environment happy-dom
// The shared parts: that they show what they are given, take keys, and call back.

import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { createRawSnippet, tick } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import { edits } from "../state/edits.svelte";
import Mark from "./Mark.svelte";
import Menu from "./Menu.svelte";
import Problem from "./Problem.svelte";
import Section from "./Section.svelte";
import Toast from "./Toast.svelte";

afterEach(() => {
  cleanup();
  [edits.toast, edits.undoName, edits.notSaved] = [null, null, null];
});

const fault = { code: "file", message: "The file is gone", help: "Look for it", field: null } as const;

test("Problem says what went wrong and what to do, and tries again", async () => {
  const retry = vi.fn();
  render(Problem, { fault, retry });
  expect(screen.getByRole("alert").textContent).toContain("The file is gone");
  expect(screen.getByRole("alert").textContent).toContain("Look for it");
  await fireEvent.click(screen.getByText("Try again"));
  expect(retry).toHaveBeenCalledOnce();
});

test("Problem is silent about what the strip under the top bar says already", () => {
  edits.notSaved = fault;
  render(Problem, { fault });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("Menu opens by arrow, is walked round and round, and does what is chosen", async () => {
  const chosen = vi.fn();
  render(Menu, {
    words: "File",
    choices: [
      { words: "Open", choose: () => chosen("open") },
      { words: "Save", disabled: true, choose: () => chosen("save") },
      { words: "Close", choose: () => chosen("close") },
    ],
  });
  const opener = screen.getByRole("button", { name: "File" });
  expect(screen.queryByRole("menu")).toBeNull();
  await fireEvent.keyDown(opener, { key: "ArrowDown" });
  await tick();
  expect(document.activeElement?.textContent).toContain("Open");
  await fireEvent.keyDown(screen.getByRole("menu"), { key: "ArrowDown" });
  // What cannot be chosen is passed over.
  expect(document.activeElement?.textContent).toContain("Close");
  await fireEvent.keyDown(screen.getByRole("menu"), { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toContain("Open");
  await fireEvent.click(screen.getByText("Close"));
  expect(chosen.mock.calls).toEqual([["close"]]);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test("Menu closes by Escape and by a press elsewhere, and says which choice is on", async () => {
  render(Menu, { words: "Sort", choices: [{ words: "By date", on: true, choose: vi.fn() }] });
  const opener = screen.getByRole("button", { name: "Sort" });
  await fireEvent.click(opener);
  expect(screen.getByRole("menuitemradio").getAttribute("aria-checked")).toBe("true");
  await fireEvent.keyDown(screen.getByRole("menu"), { key: "Escape" });
  expect(screen.queryByRole("menu")).toBeNull();
  await fireEvent.click(opener);
  await fireEvent.pointerDown(document.body);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("Section has a heading with a note, and what it is given", () => {
  const children = createRawSnippet(() => ({ render: () => "<p>inside</p>" }));
  render(Section, { name: "Causes", note: "3, all rival", children });
  const section = screen.getByRole("region", { name: "Causes" });
  expect(section.querySelector("h2")?.textContent).toBe("Causes 3, all rival");
  expect(section.textContent).toContain("inside");
});

test("Mark draws tone and status with the colors of the table", () => {
  const { container, rerender } = render(Mark, { tone: "escalatory" });
  const inks = () => [...container.querySelectorAll("path")].map((it) => it.getAttribute("style") ?? "").join(" ");
  expect(inks()).toContain("var(--escalatory)");
  const filled = container.innerHTML;
  void rerender({ tone: "escalatory", status: "planned" });
  return tick().then(() => {
    expect(container.innerHTML).not.toBe(filled);
    expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  });
});

test("Toast says what was done, and takes it back", async () => {
  const undo = vi.spyOn(edits, "undo").mockResolvedValue();
  render(Toast);
  expect(screen.getByRole("status").textContent).toBe("");
  edits.undoName = "Rename";
  edits.notify("Renamed", true);
  await tick();
  expect(screen.getByRole("status").textContent).toContain("Renamed");
  await fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(undo).toHaveBeenCalledOnce();
  edits.notify("Nothing to take back");
  await tick();
  expect(screen.queryByRole("button")).toBeNull();
});
