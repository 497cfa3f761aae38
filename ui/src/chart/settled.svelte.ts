// Values that need not follow every frame while something is dragged.

/** How long a value must rest before it is followed again. */
const REST_MS = 120;

/** Follows a value: at once after a rest, but while it keeps changing only when it rests again. */
export class Settled<T> {
  now: T;
  #changed = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Create it during the initialization of the component that shows it. */
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
