// What keys do in a chart.

import type { Toward } from "../api/generated";

/** Commands without arguments. */
type Plain =
  "fit" | "focus" | "inspect" | "why" | "follows" | "clear" | "delete" | "duplicate" | "pin" | "place" | "all";

/** A command to a chart. */
export type ChartCommand =
  | { readonly do: "pan"; readonly share: number }
  | { readonly do: "scroll"; readonly share: number }
  | { readonly do: "walk"; readonly toward: Toward }
  | { readonly do: "zoom"; readonly factor: number }
  | { readonly do: "reach"; readonly steps: number }
  | { readonly do: "step"; readonly toward: "earlier" | "later" }
  | { [D in Plain]: { readonly do: D } }[Plain];

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The command of a key; null when the chart does not use it. With a selection, arrows go to the next event; with Shift they pan. */
export function commandOf(event: Key, selected: boolean): ChartCommand | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : held(event.key.toLowerCase(), selected);
  if (selected && /^[1-9]$/.test(event.key)) return { do: "reach", steps: Number(event.key) };
  const walks = selected && !event.shiftKey;
  switch (event.key) {
    case "ArrowLeft":
      return walks ? { do: "walk", toward: "earlier" } : { do: "pan", share: -0.1 };
    case "ArrowRight":
      return walks ? { do: "walk", toward: "later" } : { do: "pan", share: 0.1 };
    case "ArrowUp":
      return walks ? { do: "walk", toward: "above" } : { do: "scroll", share: -0.1 };
    case "ArrowDown":
      return walks ? { do: "walk", toward: "below" } : { do: "scroll", share: 0.1 };
    case "PageUp":
      return { do: "scroll", share: -0.9 };
    case "PageDown":
      return { do: "scroll", share: 0.9 };
    case "Home":
      return { do: "pan", share: -0.9 };
    case "End":
      return { do: "pan", share: 0.9 };
    case "+":
    case "=":
      return { do: "zoom", factor: 1 / 1.4 };
    case "-":
    case "_":
      return { do: "zoom", factor: 1.4 };
    case "0":
      return { do: "fit" };
    case "f":
    case "F":
      return { do: "focus" };
    case "p":
    case "P":
      return selected ? { do: event.shiftKey ? "place" : "pin" } : null;
    case "w":
      return selected ? { do: "why" } : null;
    case "W":
      return selected ? { do: "follows" } : null;
    case "[":
      return { do: "step", toward: "earlier" };
    case "]":
      return { do: "step", toward: "later" };
    case "Enter":
      return selected ? { do: "inspect" } : null;
    case "Delete":
      return selected ? { do: "delete" } : null;
    case "Escape":
      return selected ? { do: "clear" } : null;
    default:
      return null;
  }
}

function held(key: string, selected: boolean): ChartCommand | null {
  if (key === "a") return { do: "all" };
  return key === "d" && selected ? { do: "duplicate" } : null;
}

/** The action of a wheel movement. The wheel zooms unless there is something to scroll. */
export function wheelAction(
  event: { deltaX: number; deltaY: number; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean },
  over: { readonly lanes: boolean; readonly scrolls: boolean },
): "zoom" | "pan" | "scroll" {
  if (event.ctrlKey || event.metaKey) return "zoom";
  if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return "pan";
  return over.lanes && over.scrolls ? "scroll" : "zoom";
}
