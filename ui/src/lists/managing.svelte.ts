// The list that is open in the lists dialog.

import { asFault, host } from "../api/client";
import type { Fault, ItemRow, Vocabulary } from "../api/generated";
import type { List } from "./lists";

class Managing {
  /** Which list; null while the dialog is closed. */
  list = $state<List | null>(null);
  rows = $state.raw<readonly ItemRow[]>([]);
  vocabulary = $state.raw<Vocabulary | null>(null);
  fault = $state.raw<Fault | null>(null);

  async open(list: List): Promise<void> {
    this.list = list;
    await this.ask();
  }

  /** Reloads it after a change. */
  async ask(): Promise<void> {
    const list = this.list;
    if (!list) return;
    try {
      const [rows, vocabulary] = await Promise.all([host.call("items", { list }), host.call("vocabulary", {})]);
      if (this.list !== list) return;
      [this.rows, this.vocabulary, this.fault] = [rows, vocabulary, null];
    } catch (refused) {
      this.fault = asFault(refused);
    }
  }

  close(): void {
    [this.list, this.rows, this.fault] = [null, [], null];
  }
}

export const managing = new Managing();
