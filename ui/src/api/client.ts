// The host of the page, and errors in a form that can be shown.

import type { Host } from "./host";
import type { Fault } from "./generated";

/** The host of the page; set before the window is mounted. */
export let host: Host;

/** Sets the host of the page: Faultline's window, or a fake in tests. */
export function useHost(program: Host): void {
  host = program;
}

/** Turns anything that was thrown into a `Fault`. */
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
