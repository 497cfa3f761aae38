// Benchmark hooks: the functions that the harness for comparing timelines calls, on the real chart.

import { host, useHost } from "../api/client";
import type { Span } from "../base/span";
import { painter } from "../scene/painter";
import { edits } from "../state/edits.svelte";
import { view } from "../state/view.svelte";
import { workspace } from "../state/workspace.svelte";

const DAY_MS = 864e5;
const EXTENT_MS = [Date.UTC(2016, 0, 1), Date.UTC(2026, 0, 1)] as const;
/** A picture shows the requested window if its edges are within this tolerance. */
const SAME_DAYS = 1e-6;

/** Resolves once the picture requested by `ask` is on the canvas. */
function painted(ask: () => unknown, isIt: (span: Span) => boolean): Promise<void> {
  return new Promise((resolve, refuse) => {
    const before = view.drawn;
    const stop = $effect.root(() => {
      $effect(() => {
        if (view.drawn === null || view.drawn === before || !isIt(view.drawn.span)) return;
        stop();
        resolve();
      });
    });
    Promise.resolve(ask()).catch(refuse);
  });
}

/** Milliseconds the page has spent waiting for pictures to arrive and to be painted. */
let waitedMs = 0;
async function timed<T>(wait: Promise<T>): Promise<T> {
  const asked = performance.now();
  const answer = await wait;
  waitedMs += performance.now() - asked;
  return answer;
}
const program = host;
useHost({ ...program, picture: (verb, args) => timed(program.picture(verb, args)) });
const paint = painter.paint.bind(painter);
painter.paint = (order) => timed(paint(order));

const bench = {
  extent: EXTENT_MS,
  /** Creates a workspace with `count` events. */
  prepare: (count: number) => host.benchOpen(count),
  /** Loads and shows all of them, as after opening a workspace. */
  load: () =>
    painted(
      () => workspace.load(),
      () => true,
    ),
  /** Shows this span of time. */
  setWindow(fromMs: number, toMs: number): Promise<void> {
    const wanted = { from: fromMs / DAY_MS, to: toMs / DAY_MS };
    return painted(
      () => (view.span = wanted),
      (span) => Math.abs(span.from - wanted.from) < SAME_DAYS && Math.abs(span.to - wanted.to) < SAME_DAYS,
    );
  },
  /** Milliseconds spent waiting for pictures so far. */
  waited: () => waitedMs,
  /** Changes an entry, as a form does. */
  edit: (id: number, severity: number) =>
    edits.run("edit", { events: [String(id)], set: [{ field: "severity", value: severity, way: "set" }] }),
  /** How many entries the picture shows, individually or in buckets. */
  drawn: () => view.drawn?.inside ?? 0,
};

Object.assign(window, { __bench: bench });
