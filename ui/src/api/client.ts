// Verbs as functions, and faults as something to show.

import type { Host } from "./host";
import type { Fault } from "./generated";

/** The program around the page; set before the window is mounted. */
export let host: Host;

/** Says which program is around the page: Faultline's window, or a double in tests. */
export function useHost(program: Host): void {
  host = program;
}

/** What was refused, whatever shape it came in. */
export function asFault(refused: unknown): Fault {
  if (isFault(refused)) return refused;
  const message = refused instanceof Error ? refused.message : String(refused);
  return { code: "internal", message, help: null, field: null };
}

function isFault(value: unknown): value is Fault {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    "message" in value &&
    typeof value.message === "string"
  );
}
