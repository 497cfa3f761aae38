// The vocabulary that forms offer, loaded once per workspace.

import { asFault, host } from "../api/client";
import type { Fault, GradeChoice, Vocabulary } from "../api/generated";
import { workspace } from "../state/workspace.svelte";

class VocabularyState {
  now = $state.raw<Vocabulary | null>(null);
  fault = $state.raw<Fault | null>(null);
  #of = -1;

  /** Loads it, unless it is loaded for this workspace. */
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

/** The meaning of a letter or digit of a grade; "not graded" for none. */
export function meaning(choices: readonly GradeChoice[], mark: string | null): string {
  return choices.find((it) => it.mark === mark)?.words ?? "not graded";
}
