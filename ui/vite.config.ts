import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { tokens } from "./tokens.plugin.ts";

export default defineConfig({
  plugins: [tokens(), svelte(), svelteTesting({ autoCleanup: false })],
  // The page's policy allows files of its own only: nothing may be folded into the style sheet as data.
  build: { target: "safari17", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  test: { include: ["src/**/*.test.ts", "lint/**/*.test.ts"], environment: "node" },
});
