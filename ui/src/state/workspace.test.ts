import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { workspace } from "./workspace.svelte";

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (then: () => void) => frames.push(then));
});

afterEach(() => {
  workspace.pictures = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The window draws a frame. */
async function drawn(): Promise<void> {
  frames.splice(0).forEach((then) => then());
  await vi.advanceTimersByTimeAsync(0);
}

test("without a picture lists ask two frames later", async () => {
  const changed = workspace.changed(1);
  expect(workspace.isListed).toBe(false);
  await drawn();
  expect(workspace.isListed).toBe(false);
  await drawn();
  await changed;
  expect(workspace.isListed).toBe(true);
});

test("of several changes lists wait for the last", async () => {
  const first = workspace.changed(2);
  await drawn();
  const second = workspace.changed(3);
  await drawn();
  await first;
  expect(workspace.isListed).toBe(false);
  await drawn();
  await second;
  expect(workspace.isListed).toBe(true);
});

test("lists wait for a picture of the new state", async () => {
  workspace.pictures = 1;
  const changed = workspace.changed(5);
  await drawn();
  workspace.pictured(4);
  await drawn();
  await drawn();
  expect(workspace.isListed).toBe(false);
  workspace.pictured(5);
  await vi.advanceTimersByTimeAsync(0);
  await drawn();
  await changed;
  expect(workspace.isListed).toBe(true);
});

test("a picture may be shown before lists begin to wait for it", async () => {
  workspace.pictures = 1;
  const changed = workspace.changed(6);
  workspace.pictured(6);
  await drawn();
  await drawn();
  await changed;
  expect(workspace.isListed).toBe(true);
});

test("lists do not wait for ever for a picture that is refused", async () => {
  workspace.pictures = 1;
  const changed = workspace.changed(7);
  await drawn();
  await vi.advanceTimersByTimeAsync(1000);
  await changed;
  expect(workspace.isListed).toBe(true);
});

test("a window that is not drawn does not wait for ever", async () => {
  const changed = workspace.changed(8);
  await vi.advanceTimersByTimeAsync(1000);
  await changed;
  expect(workspace.isListed).toBe(true);
});
