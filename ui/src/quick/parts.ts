// The recognized parts of a line, kept in place while typing continues.

import type { LinePart, LineProblem, Understanding } from "../api/generated";

/** A range of the line as drawn under the text. */
export interface Stretch {
  readonly text: string;
  /** The kind of part; empty for text between parts. */
  readonly kind: string;
  readonly means: string;
  /** Cannot be saved like this. */
  readonly wrong: boolean;
}

/** The parts of a reading of `asked` that still apply to `now`: those before and after the edit. */
export function still<T extends { readonly from: number; readonly to: number }>(
  all: readonly T[],
  asked: string,
  now: string,
): T[] {
  const same = commonStart(asked, now);
  const most = Math.min(asked.length, now.length) - same;
  let end = 0;
  while (end < most && asked.at(-1 - end) === now.at(-1 - end)) end += 1;
  const shift = now.length - asked.length;
  return all.flatMap((it) => {
    if (it.to <= same) return [it];
    return it.from >= asked.length - end ? [{ ...it, from: it.from + shift, to: it.to + shift }] : [];
  });
}

function commonStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
}

/** The whole line as ranges, for drawing. */
export function stretches(line: string, parts: readonly LinePart[], problems: readonly LineProblem[]): Stretch[] {
  const all: Stretch[] = [];
  let at = 0;
  const plain = (to: number) => to > at && all.push({ text: line.slice(at, to), kind: "", means: "", wrong: false });
  for (const part of [...withProblems(parts, problems)].sort((a, b) => a.from - b.from)) {
    if (part.from < at || part.to > line.length) continue;
    plain(part.from);
    all.push({
      text: line.slice(part.from, part.to),
      kind: part.kind,
      means: part.means,
      wrong: problems.some((it) => it.from < part.to && part.from < it.to),
    });
    at = part.to;
  }
  plain(line.length);
  return all;
}

/** Problems outside of any part become parts of their own. */
function withProblems(parts: readonly LinePart[], problems: readonly LineProblem[]): LinePart[] {
  const alone = problems.filter(
    (it) => it.to > it.from && !parts.some((part) => it.from < part.to && part.from < it.to),
  );
  return [...parts, ...alone.map(({ from, to }) => ({ from, to, kind: "problem", means: "" }))];
}

/** An unknown or ambiguous name, with similar known names. */
export interface Unknown {
  readonly kind: "theme" | "actor" | "place" | "category" | "source";
  readonly name: string;
  readonly near: readonly string[];
  /** Its range in the line. */
  readonly from: number;
  readonly to: number;
  /** Whether it can be created; otherwise a similar one has to be chosen. */
  readonly makes: boolean;
}

/** The unknown names of a line. */
export function unknownNames(line: string, read: Understanding): Unknown[] {
  const lists = [
    ["theme", read.themes],
    ["actor", read.actors],
    ["place", read.places],
    ["category", read.category ? [read.category] : []],
    ["source", read.source ? [read.source] : []],
  ] as const;
  return lists.flatMap(([kind, names]) =>
    names.flatMap(({ id, name, near }) => {
      const part = read.parts.find((it) => it.kind === kind && line.slice(it.from, it.to).includes(name));
      if (id !== null || !part) return [];
      // New sources always go through a form, so their problems do not count here.
      const wrong = kind !== "source" && read.problems.some((it) => touches(it, part));
      const sign =
        /^(?:[#@]|(?:in|cat|category|place|theme|actor|from|source):)/i.exec(line.slice(part.from, part.to))?.[0]
          .length ?? 0;
      return [{ kind, name, near, from: part.from + sign, to: part.to, makes: !wrong }];
    }),
  );
}

/** The source named in a line, if it is unknown or ambiguous. */
export function unknownSource(line: string, read: Understanding): Unknown | null {
  return unknownNames(line, read).find((it) => it.kind === "source") ?? null;
}

/** The problems of a line, except those of its source. */
export function besideSource<T extends { readonly from: number; readonly to: number }>(
  all: readonly T[],
  source: Unknown | null,
): T[] {
  return all.filter((it) => !source || !touches(it, source));
}

function touches(
  one: { readonly from: number; readonly to: number },
  other: { readonly from: number; readonly to: number },
): boolean {
  return one.from < other.to && other.from < one.to;
}
