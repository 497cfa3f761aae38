// The details of the selected link, and the claims that its line stands for.

import { asFault, host } from "../api/client";
import type { Fault, Filter, LinkDetail, LinkRow } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "./filter.svelte";
import { selection } from "./selection.svelte";
import { workspace } from "./workspace.svelte";

/** What the inspector shows of a link. */
export interface ShownLink {
  /** All claims that the selected line stands for. */
  readonly claims: readonly LinkRow[];
  /** The claim that is shown, as a row and with everything about it. */
  readonly row: LinkRow;
  readonly detail: LinkDetail;
}

interface Question {
  readonly claims: readonly string[];
  readonly shown: string;
  readonly filter: Filter;
}

class SelectedLink {
  now = $state.raw<ShownLink | null>(null);
  fault = $state.raw<Fault | null>(null);

  #newest = new Newest<Question, ShownLink | null>(
    (question) => load(question),
    (shown, { claims }) => {
      if (selection.links !== claims) return;
      this.fault = null;
      if (shown) this.now = shown;
      else selection.clear();
    },
    (refused) => (this.fault = asFault(refused)),
  );

  /** Loads the selected link at once and after every change; drops it when it was removed: for use in an effect. */
  follow(): void {
    const [claims, shown, among] = [selection.links, selection.link, filter.now];
    void workspace.version;
    if (shown !== null) return this.#newest.want({ claims, shown, filter: among });
    this.#newest.drop();
    [this.now, this.fault] = [null, null];
  }
}

/** The details of a link; null when none of its claims exists any more. */
async function load({ claims, shown, filter: among }: Question): Promise<ShownLink | null> {
  const found = (await Promise.all(claims.map(rowOf))).filter((it) => it !== null);
  const row = found.find((it) => it.id === shown) ?? found[0];
  return row ? { claims: found, row, detail: await host.call("link_detail", { id: row.id, filter: among }) } : null;
}

/** A claim as a row; null when it does not exist any more. */
async function rowOf(id: string): Promise<LinkRow | null> {
  try {
    return await host.call("link_row", { id });
  } catch (refused) {
    if (asFault(refused).code === "not_found") return null;
    throw refused;
  }
}

export const selectedLink = new SelectedLink();
