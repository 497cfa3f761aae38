import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { workspace } from "./workspace.svelte";

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (then: () => void) => frames.push(then));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The window draws a frame. */
async function drawn(): Promise<void> {
  frames.splice(0).forEach((then) => then());
  await vi.advanceTimersByTimeAsync(0);
}

test("lists of a workspace that was just opened ask after the frames in which its chart asks", async () => {
  const changed = workspace.changed();
  expect(workspace.isListed).toBe(false);
  await drawn();
  expect(workspace.isListed).toBe(false);
  await drawn();
  await changed;
  expect(workspace.isListed).toBe(true);
});

test("of several changes lists wait for the last", async () => {
  const first = workspace.changed();
  await drawn();
  const second = workspace.changed();
  await drawn();
  await first;
  expect(workspace.isListed).toBe(false);
  await drawn();
  await second;
  expect(workspace.isListed).toBe(true);
});

test("a window that is not drawn does not wait for ever", async () => {
  const changed = workspace.changed();
  await vi.advanceTimersByTimeAsync(1000);
  await changed;
  expect(workspace.isListed).toBe(true);
});
