// What need not keep up with every picture while the pointer moves things.

/** So long a value must stand still before it is followed again. */
const REST_MS = 120;

/** A value that follows another: at once after a rest, but while that keeps changing only when it rests again. */
export class Settled<T> {
  now: T;
  #changed = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** To be made with the component that shows it. */
  constructor(first: T) {
    this.now = $state.raw(first);
    $effect(() => () => clearTimeout(this.#timer));
  }

  follow(value: T): void {
    const rested = performance.now() - this.#changed > REST_MS;
    this.#changed = performance.now();
    clearTimeout(this.#timer);
    if (rested) this.now = value;
    else this.#timer = setTimeout(() => (this.now = value), REST_MS);
  }
}
