// What a field says by itself about what is typed into it, so that whatever saves it does not say the same once more.

import { getContext, setContext } from "svelte";

const KEY = Symbol("said");

export class Said {
  /** What is wrong with what is typed; null when nothing is. */
  message = $state<string | null>(null);

  /** One for the fields inside the component that is being made. */
  static here(): Said {
    return setContext(KEY, new Said());
  }

  /** The one that the field that is being made is inside of. */
  static around(): Said | undefined {
    return getContext<Said | undefined>(KEY);
  }
}
