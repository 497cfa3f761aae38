// Lines added in this session, for recall with the arrow keys.

/** Line history as in a shell; the line being typed comes back at the end. */
export class LineHistory {
  #lines: string[] = [];
  #back = 0;
  #typing = "";

  /** Adds a line to the history. */
  add(line: string): void {
    if (this.#lines.at(-1) !== line) this.#lines.push(line);
    this.#back = 0;
  }

  /** The line before (1) or after (-1) the one shown; null when there is none. */
  walk(by: 1 | -1, shown: string): string | null {
    const to = this.#back + by;
    if (to < 0 || to > this.#lines.length) return null;
    if (this.#back === 0) this.#typing = shown;
    this.#back = to;
    return to === 0 ? this.#typing : (this.#lines.at(-to) ?? null);
  }

  /** Typing ends the recall: the next one starts at the newest line. */
  stay(): void {
    this.#back = 0;
  }
}
