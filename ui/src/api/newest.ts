// Asking for what is wanted now: one question under way at a time, and of those that came meanwhile only the newest.

/** Answers arrive in order; a question that was overtaken before it was asked is never asked. */
export class Newest<Q, A> {
  #waiting: { question: Q } | null = null;
  #busy = false;
  #dropped = 0;

  constructor(
    private readonly ask: (question: Q) => Promise<A>,
    private readonly answered: (answer: A, question: Q) => void,
    private readonly refused: (reason: unknown, question: Q) => void,
  ) {}

  /** True while a question is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Wants the answer to this and no longer to anything earlier that has not been asked yet. */
  want(question: Q): void {
    this.#waiting = { question };
    if (!this.#busy) void this.#run();
  }

  /** Wants nothing any more: an answer under way is thrown away. */
  drop(): void {
    this.#waiting = null;
    this.#dropped += 1;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting) {
      const { question } = this.#waiting;
      this.#waiting = null;
      const dropped = this.#dropped;
      try {
        const answer = await this.ask(question);
        if (dropped === this.#dropped) this.answered(answer, question);
      } catch (reason) {
        if (dropped === this.#dropped) this.refused(reason, question);
      }
    }
    this.#busy = false;
  }
}
