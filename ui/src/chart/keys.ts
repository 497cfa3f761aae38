// What keys do in a chart.

import type { Toward } from "../api/generated";

/** Commands without arguments. */
type Plain =
  | "fit"
  | "focus"
  | "inspect"
  | "why"
  | "follows"
  | "delete"
  | "duplicate"
  | "pin"
  | "place"
  | "all"
  | "link"
  | "nextLink"
  | "order"
  | "menu";

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

/** What is selected, as far as keys are concerned. */
export type Selected = "event" | "link" | null;

/** The command of a key; null when the chart does not use it. With a selection, arrows go to the next event, or from a link to its
 * ends; with Shift they pan. */
export function commandOf(event: Key, selected: Selected): ChartCommand | null {
  if (event.altKey) return null;
  const isEvent = selected === "event";
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : held(event.key.toLowerCase(), isEvent);
  if (isEvent && /^[1-9]$/.test(event.key)) return { do: "reach", steps: Number(event.key) };
  const walks = selected !== null && !event.shiftKey;
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
      return isEvent ? { do: event.shiftKey ? "place" : "pin" } : null;
    case "l":
    case "L":
      return event.shiftKey ? (selected ? { do: "nextLink" } : null) : isEvent ? { do: "link" } : null;
    case "o":
    case "O":
      return { do: "order" };
    case "ContextMenu":
      return selected ? { do: "menu" } : null;
    case "F10":
      return selected && event.shiftKey ? { do: "menu" } : null;
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
    default:
      return null;
  }
}

function held(key: string, selected: boolean): ChartCommand | null {
  if (key === "a") return { do: "all" };
  return key === "d" && selected ? { do: "duplicate" } : null;
}
