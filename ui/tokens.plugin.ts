// Turns data/tokens.json, the one table of colors, into custom properties for the window.

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const TABLE = new URL("../data/tokens.json", import.meta.url);
const NAME = "virtual:tokens.css";
const RESOLVED = `\0${NAME}`;

type Colors = { readonly [name: string]: string | Colors };

interface Tokens {
  readonly color: { readonly light: Colors; readonly dark: Colors };
  readonly type: { readonly family: string };
}

/** `--surface-canvas: …;` for every color of a theme; `semantic` is left out of the names. */
export function properties(colors: Colors, prefix = ""): string[] {
  return Object.entries(colors).flatMap(([name, value]) => {
    const path = name === "semantic" ? prefix : `${prefix}-${name.replaceAll("_", "-")}`;
    return typeof value === "string" ? [`-${path}: ${value};`] : properties(value, path);
  });
}

/** The style sheet: light at the root, dark where `data-theme` says so. */
export function sheet(table: Tokens): string {
  const block = (selector: string, colors: Colors) => `${selector} {\n  ${properties(colors).join("\n  ")}\n}\n`;
  return block(":root", table.color.light) + block(`:root[data-theme="dark"]`, table.color.dark);
}

/** Serves the style sheet as `virtual:tokens.css`. */
export function tokens(): Plugin {
  return {
    name: "faultline-tokens",
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      this.addWatchFile(TABLE.pathname);
      return sheet(JSON.parse(readFileSync(TABLE, "utf8")) as Tokens);
    },
  };
}
