import { expect, test } from "vitest";
import { Newest } from "./newest";

function slow() {
  const open: { question: number; answer: (fail?: boolean) => void }[] = [];
  const ask = (question: number) =>
    new Promise<number>((resolve, reject) => {
      open.push({ question, answer: (fail) => (fail ? reject(new Error("no")) : resolve(question * 10)) });
    });
  return { open, ask };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("of the questions that come while one is under way only the newest is asked", async () => {
  const { open, ask } = slow();
  const answers: number[] = [];
  const newest = new Newest(
    ask,
    (answer) => answers.push(answer),
    () => undefined,
  );
  for (const question of [1, 2, 3, 4]) newest.want(question);
  open[0]?.answer();
  await settled();
  open[1]?.answer();
  await settled();
  expect(open.map((it) => it.question)).toEqual([1, 4]);
  expect(answers).toEqual([10, 40]);
  expect(newest.busy).toBe(false);
});

test("a refusal does not end it, and what was dropped is not answered", async () => {
  const { open, ask } = slow();
  const answers: number[] = [];
  const refusals: unknown[] = [];
  const newest = new Newest(
    ask,
    (answer) => answers.push(answer),
    (reason) => refusals.push(reason),
  );
  newest.want(1);
  newest.want(2);
  open[0]?.answer(true);
  await settled();
  newest.drop();
  open[1]?.answer();
  await settled();
  newest.want(3);
  open[2]?.answer();
  await settled();
  expect(refusals).toHaveLength(1);
  expect(answers).toEqual([30]);
});
