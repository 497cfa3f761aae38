// Turns data/tokens.json, the one table of colors, sizes and distances, into custom properties for the window.

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const TABLE = new URL("../data/tokens.json", import.meta.url);
const NAME = "virtual:tokens.css";
const RESOLVED = `\0${NAME}`;

type Colors = { readonly [name: string]: string | Colors };

/** The parts of the table that the window uses. Lengths are pixels. */
export interface Tokens {
  readonly color: { readonly light: Colors; readonly dark: Colors };
  readonly type: { readonly scale: Readonly<Record<string, { readonly size: number }>> };
  readonly space: { readonly steps: readonly number[] };
  readonly radius: Readonly<Record<string, number>>;
  readonly z: Readonly<Record<string, number>>;
}

/** `--surface-canvas: …;` for every color of a theme; `semantic` is left out of the names. */
export function properties(colors: Colors, prefix = ""): string[] {
  return Object.entries(colors).flatMap(([name, value]) => {
    const path = name === "semantic" ? prefix : `${prefix}-${name.replaceAll("_", "-")}`;
    return typeof value === "string" ? [`-${path}: ${value};`] : properties(value, path);
  });
}

/** `--type-body: 12px;`, `--space-6: 6px;`, `--radius-control: 4px;` and `--z-menu: 20;`: what is the same in every theme. */
export function measures({ type, space, radius, z }: Tokens): string[] {
  const named = (prefix: string, all: Readonly<Record<string, number>>, unit: string) =>
    Object.entries(all).map(([name, value]) => `--${prefix}-${name}: ${value}${unit};`);
  // Sizes of exported pages are set by the charts.
  const sizes = Object.entries(type.scale).filter(([name]) => !name.startsWith("export_"));
  return [
    ...sizes.map(([name, { size }]) => `--type-${name}: ${size}px;`),
    ...space.steps.map((step) => `--space-${step}: ${step}px;`),
    ...named("radius", radius, "px"),
    ...named("z", z, ""),
  ];
}

/** The style sheet: light at the root, dark where `data-theme` says so. */
export function sheet(table: Tokens): string {
  const block = (selector: string, lines: readonly string[]) => `${selector} {\n  ${lines.join("\n  ")}\n}\n`;
  const light = [...properties(table.color.light), ...measures(table)];
  return block(":root", light) + block(`:root[data-theme="dark"]`, properties(table.color.dark));
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
