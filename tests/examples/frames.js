// Measures the real chart while it moves; `arguments` are how many events, and what to call with the figures.
// Page is what our code does for a step: asking, reading the answer, painting. Engine is what WebKit does afterwards to show
// it: style, layout, the canvas. Waiting for the program is told beside them. WebKit's clock ticks in whole milliseconds.
const [count, done] = [arguments[0], arguments[1]];
const bench = window.__bench;
const now = () => performance.now();
const channel = new MessageChannel();
let waiting = null;
let frameStart = 0;
channel.port1.onmessage = () => waiting?.(now());
const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      frameStart = now();
      waiting = resolve;
      channel.port2.postMessage(0);
    }),
  );
const part = (values, share) => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)];

async function step([from, to]) {
  const [start, waited] = [now(), bench.waited()];
  await bench.setWindow(from, to);
  const [drawn, asked] = [now(), bench.waited() - waited];
  const end = await painted();
  return { page: drawn - start - asked, engine: end - Math.max(frameStart, drawn), wait: asked, frame: end - start };
}

async function way(windows, edit) {
  const steps = [];
  await bench.setWindow(...windows[0]);
  await painted();
  for (const [at, window] of windows.slice(1).entries()) {
    if (edit && at % 10 === 5) void bench.edit(1 + at, 1 + ((at + edit) % 5));
    steps.push(await step(window));
  }
  const of = (name) => [0.5, 0.95, 1].map((share) => Math.round(part(steps.map((it) => it[name]), share) * 10) / 10);
  return { page: of("page"), engine: of("engine"), wait: of("wait"), frame: of("frame") };
}

async function hover() {
  const canvas = document.querySelector("[data-testid=canvas]");
  const box = canvas.getBoundingClientRect();
  const start = now();
  const moves = 500;
  for (let at = 0; at < moves; at += 1) {
    const [x, y] = [100 + ((at * 37) % (box.width - 120)), 60 + ((at * 53) % (box.height - 140))];
    canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + x, clientY: box.top + y, bubbles: true }));
  }
  return Math.round(((now() - start) / moves) * 1000) / 1000;
}

async function measure() {
  await bench.prepare(count);
  await bench.load();
  await painted();
  const [from, to] = bench.extent;
  const length = (to - from) * 0.1;
  const pan = (share) => Array.from({ length: 61 }, (_, at) => from + length * share * at).map((start) => [start, start + length]);
  const zoom = Array.from({ length: 31 }, (_, at) => (to - from) * 0.003 ** (at / 30));
  const middle = from + (to - from) / 2;
  return {
    "pan by 15 %": await way(pan(0.15), 0),
    "pan by 1 %": await way(pan(0.01), 0),
    "zoom": await way(zoom.map((it) => [middle - it / 2, middle + it / 2]), 0),
    "pan with edits": await way(pan(0.15), 2),
    hover: await hover(),
  };
}
measure().then(done, (error) => done({ error: String(error?.message ?? error) }));
