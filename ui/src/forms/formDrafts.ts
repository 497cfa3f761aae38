// Input of forms that were closed before saving, kept until they are opened again.

/** Unsaved input by key. */
export class FormDrafts<T> {
  readonly #all = new Map<string, T>();

  get(key: string): T | undefined {
    return this.#all.get(key);
  }

  keep(key: string, typed: T): T {
    this.#all.set(key, typed);
    return typed;
  }

  drop(key: string): void {
    this.#all.delete(key);
  }
}
