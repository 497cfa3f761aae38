// Suggestions for the word being typed.

import { host } from "../api/client";
import type { Suggestion } from "../api/generated";
import { Newest } from "../api/newest";
import { type Token, begins, folded, tokenAt } from "./token";

const MOST = 8;

export class Completion {
  token = $state.raw<Token | null>(null);
  /** Index of the selected suggestion; -1 for none, then Tab accepts the first. */
  at = $state(-1);
  /** Selected with the arrow keys, not because it starts with what is typed. */
  moved = $state(false);
  #found = $state.raw<readonly Suggestion[]>([]);
  /** Start of the word for which the list was closed. */
  #closed = $state<number | null>(null);

  /** The suggestions; empty when the list is closed. */
  shown: readonly Suggestion[] = $derived.by(() => {
    const token = this.token;
    if (!token || token.from === this.#closed) return [];
    return this.#found.filter((it) => it.kind === token.kind);
  });

  #newest = new Newest<Token, Suggestion[]>(
    ({ kind, words }) => host.call("complete", { kind, words, limit: MOST }),
    (found, token) => this.#answered(found, token),
    // Suggestions are optional.
    () => (this.#found = []),
  );

  /** Updates the word at the cursor. */
  look(line: string, caret: number): void {
    const before = this.token;
    this.token = tokenAt(line, caret);
    if (this.token?.from !== this.#closed) this.#closed = null;
    if (!this.token) {
      this.#found = [];
      this.at = -1;
    } else if (
      before?.words !== this.token.words ||
      before.kind !== this.token.kind ||
      before.from !== this.token.from
    ) {
      // Until the answer arrives, Enter accepts nothing: the list belongs to other letters.
      this.at = -1;
      this.moved = false;
      this.#newest.want(this.token);
    }
  }

  /** Moves the selection. */
  move(by: 1 | -1): void {
    const count = this.shown.length;
    this.moved = true;
    this.at = this.at < 0 && by < 0 ? count - 1 : (this.at + by + count) % count;
  }

  /** Closes the list for this word. */
  close(): void {
    this.#closed = this.token?.from ?? null;
  }

  /** Resets it for a new line. */
  restart(): void {
    this.#newest.drop();
    this.token = null;
    this.#found = [];
    this.#closed = null;
    this.at = -1;
  }

  #answered(found: readonly Suggestion[], token: Token): void {
    if (this.token?.from !== token.from || this.token.kind !== token.kind) return;
    const [first] = found;
    const exact = found.filter((it) => [it.name, it.handle, it.insert].map(folded).includes(folded(token.words)));
    this.#found = exact.length > 0 && found.length === 1 ? [] : found;
    const begun = first !== undefined && exact.length === 0 && begins(token.words, [first.name, first.handle]);
    this.at = begun && this.token.words === token.words ? 0 : -1;
  }
}
