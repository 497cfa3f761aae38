// Verbs as functions, and faults as something to show.

import type { Host } from "../host/host";
import { tauri } from "../host/tauri";
import type { Fault } from "./generated";

/** The program around the page. */
export let host: Host = tauri;

/** Puts a double in place of the program, for tests. */
export function useHost(double: Host): void {
  host = double;
}

/** What was refused, whatever shape it came in. */
export function asFault(refused: unknown): Fault {
  if (isFault(refused)) return refused;
  const message = refused instanceof Error ? refused.message : String(refused);
  return { code: "internal", message, help: null, field: null };
}

function isFault(value: unknown): value is Fault {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && typeof value.message === "string";
}
