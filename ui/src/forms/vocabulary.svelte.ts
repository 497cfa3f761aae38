// The words that forms offer, asked for once per workspace.

import { asFault, host } from "../api/client";
import type { Fault, GradeChoice, Vocabulary } from "../api/generated";
import { workspace } from "../state/workspace.svelte";

class VocabularyState {
  now = $state.raw<Vocabulary | null>(null);
  fault = $state.raw<Fault | null>(null);
  #of = -1;

  /** Asks, unless this workspace has been asked already. */
  want(): void {
    if (this.#of === workspace.generation) return;
    this.#of = workspace.generation;
    host.call("vocabulary", {}).then(
      (words) => {
        this.now = words;
        this.fault = null;
      },
      (refused: unknown) => {
        this.fault = asFault(refused);
        this.#of = -1;
      },
    );
  }
}

export const vocabulary = new VocabularyState();

/** What a letter or digit of a grade means; "not judged" for none. */
export function meaning(choices: readonly GradeChoice[], mark: string | null): string {
  return choices.find((it) => it.mark === mark)?.words ?? "not judged";
}
