// Requests that depend on the state of the workspace: an answer from before the last change is requested again.

import { Newest } from "../api/newest";

/** Something that carries the state of the workspace it was made from. */
interface Dated {
  readonly state: number;
}

export class Current<Q, A extends Dated> {
  #last: { question: Q } | null = null;
  /** The state of the last answer; -1 after an error, which may no longer apply. */
  #state = -1;
  /** True when the last answer was of an earlier state and discarded. */
  #overtaken = false;
  #asked: Newest<Q, A>;

  /** `state` returns the number of the current state of the workspace. */
  constructor(
    ask: (question: Q) => Promise<A>,
    private readonly answered: (answer: A) => void,
    refused: (reason: unknown) => void,
    private readonly state: () => number,
  ) {
    this.#asked = new Newest(
      ask,
      (answer) => this.#arrived(answer),
      (reason) => {
        this.#state = -1;
        refused(reason);
      },
    );
  }

  want(question: Q): void {
    this.#last = { question };
    this.#asked.want(question);
  }

  /** The workspace has changed. A running request may already include the change; that is checked when it arrives. True when requested again. */
  renew(): boolean {
    if (!this.#last || this.#asked.busy || !this.#isOld(this.#state)) return false;
    this.#asked.want(this.#last.question);
    return true;
  }

  /** Drops everything. */
  drop(): void {
    this.#last = null;
    this.#asked.drop();
  }

  /** Answers of an earlier state are discarded; while the workspace keeps changing, every second one is still delivered. */
  #arrived(answer: A): void {
    const isOld = this.#isOld(answer.state);
    if (isOld && this.#last) this.#asked.want(this.#last.question);
    this.#overtaken = isOld && !this.#overtaken;
    if (this.#overtaken) return;
    this.#state = answer.state;
    this.answered(answer);
  }

  #isOld(state: number): boolean {
    return state < this.state();
  }
}
