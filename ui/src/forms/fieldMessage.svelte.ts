// The message that a field shows about its input, so that the form around it does not repeat it.

import { getContext, setContext } from "svelte";

const KEY = Symbol("said");

export class FieldMessage {
  /** The error of the input; null for none. */
  message = $state<string | null>(null);

  /** Creates one for the fields inside the current component. */
  static here(): FieldMessage {
    return setContext(KEY, new FieldMessage());
  }

  /** The one of the surrounding component. */
  static around(): FieldMessage | undefined {
    return getContext<FieldMessage | undefined>(KEY);
  }
}
