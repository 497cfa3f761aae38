// What the search for cycles of imports sees of a Svelte file: its scripts, at the places where they stand. The parser that
// lints such a file gives them as elements of the page, in which the search does not look for imports.

const { parser } = require("typescript-eslint");

const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)<\/script>/g;

const spaces = (text) => text.replace(/[^\n]/g, " ");

function scripts(text) {
  let [seen, from] = ["", 0];
  for (const found of text.matchAll(SCRIPT)) {
    const start = found.index + found[1].length;
    seen += spaces(text.slice(from, start)) + found[2];
    from = start + found[2].length;
  }
  return seen + spaces(text.slice(from));
}

module.exports = {
  meta: { name: "faultline-svelte-scripts", version: "1.0.0" },
  parseForESLint: (text, options) =>
    parser.parseForESLint(scripts(text), { ...options, filePath: `${options.filePath}.ts` }),
};
