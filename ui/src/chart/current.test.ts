import { expect, test } from "vitest";
import { Current } from "./current";

/** A program that answers when it is told to, and what came of its answers. */
function program() {
  const it = { state: 1, asked: [] as string[], told: [] as number[], refused: 0 };
  const waiting: { done: (answer: { state: number }) => void; failed: (reason: Error) => void }[] = [];
  const current = new Current<string, { state: number }>(
    (question) =>
      new Promise((done, failed) => {
        it.asked.push(question);
        waiting.push({ done, failed });
      }),
    ({ state }) => it.told.push(state),
    () => (it.refused += 1),
    () => it.state,
  );
  const rest = () => new Promise((resolve) => setTimeout(resolve, 0));
  const answer = async (state: number) => (waiting.shift()?.done({ state }), await rest());
  const refuse = async () => (waiting.shift()?.failed(new Error("no")), await rest());
  return { it, current, answer, refuse };
}

test("a picture that knows of the change is not asked for again", async () => {
  const { it, current, answer } = program();
  current.want("a");
  it.state = 2;
  expect(current.renew()).toBe(false);
  await answer(2);
  current.renew();
  expect(it).toMatchObject({ asked: ["a"], told: [2] });
});

test("one that is on its way without it is not shown, and asked for again", async () => {
  const { it, current, answer } = program();
  current.want("a");
  it.state = 2;
  current.renew();
  await answer(1);
  expect(it).toMatchObject({ asked: ["a", "a"], told: [] });
  await answer(2);
  expect(it).toMatchObject({ asked: ["a", "a"], told: [2] });
});

test("one that is shown without it is asked for again", async () => {
  const { it, current, answer } = program();
  current.want("a");
  await answer(1);
  it.state = 2;
  expect(current.renew()).toBe(true);
  await answer(2);
  expect(it).toMatchObject({ asked: ["a", "a"], told: [1, 2] });
});

test("of the state before, the newest question is asked again and no other", async () => {
  const { it, current, answer } = program();
  current.want("a");
  current.want("b");
  it.state = 2;
  current.renew();
  await answer(1);
  await answer(2);
  expect(it).toMatchObject({ asked: ["a", "b"], told: [2] });
});

test("while the workspace changes without end every second picture is shown", async () => {
  const { it, current, answer } = program();
  current.want("a");
  for (const state of [1, 2, 3, 4, 5]) {
    it.state = state + 1;
    current.renew();
    await answer(state);
  }
  expect(it.told).toEqual([2, 4]);
});

test("what was refused is asked for again when the workspace changes", async () => {
  const { it, current, answer, refuse } = program();
  current.want("a");
  await refuse();
  expect(it.refused).toBe(1);
  it.state = 2;
  expect(current.renew()).toBe(true);
  await answer(2);
  expect(it.told).toEqual([2]);
});

test("nothing is asked again once nothing is wanted", async () => {
  const { it, current, answer } = program();
  current.want("a");
  current.drop();
  await answer(1);
  it.state = 2;
  expect(current.renew()).toBe(false);
  expect(it).toMatchObject({ asked: ["a"], told: [] });
});
