// Which pictures are under way: what can wait waits for them, for both processors of a small machine are needed to draw.

/** How long a picture is waited for, in milliseconds. */
const MOST_MS = 400;

class Pictures {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** One is asked for. */
  begin(): void {
    this.#underWay += 1;
  }

  /** One is on the screen, or will not be. */
  end(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves when none is under way, or after a while. */
  rest(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, MOST_MS);
    });
  }
}

export const pictures = new Pictures();
