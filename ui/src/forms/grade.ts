// Admiralty grades as a grid: letters down, digits across, each with "not graded".

import type { Credibility, Reliability } from "../api/generated";

/** A grade: the letter of the source and the digit of the statement; null where not graded. */
export interface Grade {
  readonly letter: Reliability | null;
  readonly digit: Credibility | null;
}

/** Rows and columns, with "not graded" last. */
export const LETTERS = ["A", "B", "C", "D", "E", "F", null] as const;
export const DIGITS = ["1", "2", "3", "4", "5", "6", null] as const;

/** "B2", "B", "2" or empty. */
export function gradeWord(grade: Grade): string {
  return `${grade.letter ?? ""}${grade.digit ?? ""}`;
}

/** The grade that a key leads to; null when the grid does not use the key. */
export function gradeAfter(key: string, grade: Grade): Grade | null {
  const step = <M>(marks: readonly M[], at: M, by: number): M =>
    marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(at) + by))] as M;
  const letter = (by: number) => ({ ...grade, letter: step<Grade["letter"]>(LETTERS, grade.letter, by) });
  const digit = (by: number) => ({ ...grade, digit: step<Grade["digit"]>(DIGITS, grade.digit, by) });
  if (key === "ArrowUp") return letter(-1);
  if (key === "ArrowDown") return letter(1);
  if (key === "ArrowLeft") return digit(-1);
  if (key === "ArrowRight") return digit(1);
  if (/^[a-f]$/i.test(key)) return { ...grade, letter: key.toUpperCase() as Reliability };
  if (/^[1-6]$/.test(key)) return { ...grade, digit: key as Credibility };
  if (["0", "-", "Delete", "Backspace"].includes(key)) return { letter: null, digit: null };
  return null;
}
