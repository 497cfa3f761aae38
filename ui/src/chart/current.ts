// Asking for what goes with the workspace as it is: an answer that does not know of the last change is asked for again.

import { Newest } from "../api/newest";

/** Something that says of which state of the workspace it is. */
interface Dated {
  readonly state: number;
}

export class Current<Q, A extends Dated> {
  #last: { question: Q } | null = null;
  /** Of which state the last answer was; none for a refusal, which may be none any more. */
  #state = -1;
  /** True when the last answer was of an earlier state and thrown away. */
  #overtaken = false;
  #asked: Newest<Q, A>;

  /** `state` tells the number of the state that the workspace is in. */
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

  /** The workspace has changed. What is under way may know of it, which is seen when it arrives. True when asked again. */
  renew(): boolean {
    if (!this.#last || this.#asked.busy || !this.#isOld(this.#state)) return false;
    this.#asked.want(this.#last.question);
    return true;
  }

  /** Wants nothing any more. */
  drop(): void {
    this.#last = null;
    this.#asked.drop();
  }

  /** An answer of an earlier state is not told; but while the workspace changes without end, every second one is. */
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
