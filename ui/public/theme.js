// Says light or dark before anything is painted; once the page runs, src/state/appearance.svelte.ts says it.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem("faultline.appearance");
  } catch {
    // Without storage it is what the system says.
  }
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = choice === "light" || choice === "dark" ? choice : isDark ? "dark" : "light";
})();
