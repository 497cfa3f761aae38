// The details of the selected link: its claims, and the events at its ends.

import { asFault, host } from "../api/client";
import type { EventDetail, Fault, LinkLine, LinkRow } from "../api/generated";
import { Newest } from "../api/newest";
import { filter } from "./filter.svelte";
import { selection } from "./selection.svelte";
import { workspace } from "./workspace.svelte";

/** What the inspector shows of a link. */
export interface LinkDetail {
  /** All claims that the selected line stands for. */
  readonly claims: readonly LinkRow[];
  /** The claim that is shown: as a row, and as its effect lists it among its causes. */
  readonly row: LinkRow;
  readonly line: LinkLine;
  readonly cause: EventDetail;
  readonly effect: EventDetail;
}

interface Question {
  readonly claims: readonly string[];
  readonly shown: string;
  readonly datasets: string[] | undefined;
}

class SelectedLink {
  now = $state.raw<LinkDetail | null>(null);
  fault = $state.raw<Fault | null>(null);

  #newest = new Newest<Question, LinkDetail | null>(
    (question) => load(question),
    (detail, { claims }) => {
      if (selection.links !== claims) return;
      this.fault = null;
      if (detail) this.now = detail;
      else selection.clear();
    },
    (refused) => (this.fault = asFault(refused)),
  );

  /** Loads the selected link at once and after every change; drops it when it was removed: for use in an effect. */
  follow(): void {
    const [claims, shown, { datasets }] = [selection.links, selection.link, filter.now];
    void workspace.version;
    if (shown !== null) return this.#newest.want({ claims, shown, datasets });
    this.#newest.drop();
    [this.now, this.fault] = [null, null];
  }
}

/** The details of a link; null when none of its claims exists any more. */
async function load({ claims, shown, datasets }: Question): Promise<LinkDetail | null> {
  const found = (await Promise.all(claims.map(rowOf))).filter((it) => it !== null);
  const row = found.find((it) => it.id === shown) ?? found[0];
  if (!row) return null;
  const event = (id: string) => host.call("event", datasets ? { id, datasets } : { id });
  const [cause, effect] = await Promise.all([event(row.cause), event(row.effect)]);
  const line = effect.causes.find((it) => it.id === row.id);
  return line ? { claims: found, row, line, cause, effect } : null;
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
