import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { tokens } from "./tokens.plugin.ts";

export default defineConfig({
  plugins: [tokens(), svelte(), svelteTesting({ autoCleanup: false })],
  // The content security policy allows only files of the page: nothing may be inlined as data URLs.
  build: { target: "safari17", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  test: { include: ["src/**/*.test.ts", "lint/**/*.test.ts"], environment: "node" },
});
