// The lines of this session, to be brought back and changed.

/** Walks through earlier lines like a shell does; the line that was being typed comes back at the end. */
export class LineHistory {
  #lines: string[] = [];
  #back = 0;
  #typing = "";

  /** Notes a line that was added. */
  add(line: string): void {
    if (this.#lines.at(-1) !== line) this.#lines.push(line);
    this.#back = 0;
  }

  /** The line before (1) or after (-1) the one that is shown; null when there is none. */
  walk(by: 1 | -1, shown: string): string | null {
    const to = this.#back + by;
    if (to < 0 || to > this.#lines.length) return null;
    if (this.#back === 0) this.#typing = shown;
    this.#back = to;
    return to === 0 ? this.#typing : (this.#lines.at(-to) ?? null);
  }

  /** Typing starts from what is shown: the next walk begins at the newest line again. */
  stay(): void {
    this.#back = 0;
  }
}
