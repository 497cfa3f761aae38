// Requests where only the latest counts: one runs at a time, and of those that arrive meanwhile only the newest is sent.

/** Answers arrive in order; a request that was superseded before it was sent is never sent. */
export class Newest<Q, A> {
  #waiting: { question: Q } | null = null;
  #busy = false;
  #dropped = 0;

  constructor(
    private readonly ask: (question: Q) => Promise<A>,
    private readonly answered: (answer: A, question: Q) => void,
    private readonly refused: (reason: unknown, question: Q) => void,
  ) {}

  /** True while a request is running. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Requests this, and drops any earlier request that has not been sent yet. */
  want(question: Q): void {
    this.#waiting = { question };
    if (!this.#busy) void this.#run();
  }

  /** Drops everything: the answer to a running request is discarded. */
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
