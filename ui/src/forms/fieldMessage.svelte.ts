// What a field says by itself about what is typed into it, so that whatever saves it does not say the same once more.

import { getContext, setContext } from "svelte";

const KEY = Symbol("said");

export class FieldMessage {
  /** What is wrong with what is typed; null when nothing is. */
  message = $state<string | null>(null);

  /** One for the fields inside the component that is being made. */
  static here(): FieldMessage {
    return setContext(KEY, new FieldMessage());
  }

  /** The one that the field that is being made is inside of. */
  static around(): FieldMessage | undefined {
    return getContext<FieldMessage | undefined>(KEY);
  }
}
