// Chooses Open in the menu of the workspace, whose dialog answers at once; tells how long it takes until the picture of what was
// opened is on the screen. `arguments` are what to call with that.
const [done] = arguments;
const root = document.documentElement;
const place = document.querySelector("[data-testid=workspace-name]");
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until something holds, without keeping the page busy meanwhile. */
function until(holds) {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!holds()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
  });
}

async function measure() {
  const button = () => place.querySelector("button").textContent;
  const before = button();
  place.querySelector("button").click();
  await frame();
  const start = performance.now();
  [...document.querySelectorAll("[role=menuitem]")].find((it) => it.textContent.trim() === "Open…").click();
  await until(() => button() !== before);
  // Told again by the first picture after the name.
  delete root.dataset.painted;
  await until(() => root.dataset.painted);
  await frame();
  return performance.now() - start;
}
measure().then(done, (error) => done(String(error?.message ?? error)));
