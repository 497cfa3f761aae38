//! What a person can do in the window, and see there.

use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use fantoccini::actions::{
    Actions, InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions,
    PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::documents;
use crate::driver::{Driver, Setting};

const PATIENCE: Duration = Duration::from_secs(15);
/// How long one test may take, on a machine that is busy with others.
const LONGEST: Duration = Duration::from_secs(120);

/// The red, green, blue and opacity of every pixel of the chart, as an expression: its canvas only takes finished pictures,
/// so they are read from a copy.
pub const CANVAS_BYTES: &str = "(() => {
    const it = document.querySelector('[data-testid=canvas]');
    const copy = new OffscreenCanvas(it.width, it.height).getContext('2d');
    copy.drawImage(it, 0, 0);
    return copy.getImageData(0, 0, it.width, it.height).data;
})()";

/// The real window, open on a screen of its own.
pub struct Window {
    /// The connection, for what is not said here.
    pub client: Client,
    driver: Driver,
}

/// Opens a window, does `work` in it and closes it. Leaves a picture in `tests/out` when `work` fails. The driver of `WebKitGTK`
/// now and then loses an answer and then never gives another: what was not done in time is done once more, in a new window.
pub fn in_window(
    name: &str,
    setting: &Setting,
    work: impl AsyncFn(&Window) -> Result<()>,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        if let Some(outcome) = once(name, setting, &work).await? {
            return outcome;
        }
        let word = format!("{name}: not done within {LONGEST:?}, once more\n");
        std::io::stderr().write_all(word.as_bytes())?;
        once(name, setting, &work)
            .await?
            .unwrap_or_else(|| bail!("twice not done within {LONGEST:?}"))
    })
}

/// What `work` comes to; `None` when it is not done in time.
async fn once(
    name: &str,
    setting: &Setting,
    work: impl AsyncFn(&Window) -> Result<()>,
) -> Result<Option<Result<()>>> {
    let driver = Driver::start(setting)?;
    let window = Window {
        client: driver.connect().await?,
        driver,
    };
    let outcome = tokio::time::timeout(LONGEST, work(&window)).await.ok();
    if !matches!(outcome, Some(Ok(()))) {
        // The window may be gone; what matters is why `work` failed.
        let picture = format!("failed-{name}");
        let _picture = tokio::time::timeout(PATIENCE, window.screenshot(&picture)).await;
    }
    // A driver that has lost an answer never closes; dropping it ends the window all the same.
    let closed = tokio::time::timeout(PATIENCE, window.client.close()).await;
    Ok(match (outcome, closed) {
        (Some(Ok(())), Ok(closed)) => Some(closed.context("closing the window")),
        (outcome, _) => outcome,
    })
}

impl Window {
    /// The screen that it is on, as `DISPLAY` names it.
    pub fn display(&self) -> &str {
        self.driver.display()
    }

    /// The folder that file dialogs answer with.
    pub fn saved(&self) -> PathBuf {
        self.driver.saved()
    }

    /// Runs a script in the page and gives back what it returns.
    pub async fn script(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        Ok(self.client.execute(script, arguments.to_vec()).await?)
    }

    /// Loads the page again, and waits until it is there.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.client.refresh().await?)
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if self
                .script(&format!("return Boolean({expression})"), &[])
                .await?
                == json!(true)
            {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("still not so: {expression}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until the page is still: nothing in it changes, nothing in it is busy, and no canvas is drawn again.
    pub async fn still(&self) -> Result<()> {
        let script = "const done = arguments[0];
            let changed = true, seen = '', calm = 0;
            const watch = new MutationObserver(() => (changed = true));
            const all = { subtree: true, childList: true, attributes: true, characterData: true };
            watch.observe(document.documentElement, all);
            const until = performance.now() + 15000;
            const look = () => {
                const drawn = [...document.querySelectorAll('canvas')].map((it) => it.toDataURL()).join();
                const isBusy = document.querySelector('[aria-busy=true]') !== null;
                calm = changed || isBusy || drawn !== seen ? 0 : calm + 1;
                [changed, seen] = [false, drawn];
                if (calm < 4 && performance.now() < until) return setTimeout(look, 40);
                watch.disconnect();
                done(calm >= 4);
            };
            look();";
        let calm = self.client.execute_async(script, Vec::new()).await?;
        ensure!(calm == json!(true), "the page never came to rest");
        Ok(())
    }

    /// Waits for an element.
    pub async fn element(&self, css: &str) -> Result<Element> {
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .every(Duration::from_millis(25))
            .for_element(Locator::Css(css));
        found.await.with_context(|| format!("no {css}"))
    }

    /// Waits for an element and clicks it; once more if it moved away from under the pointer, as what stands around it grew.
    pub async fn click(&self, css: &str) -> Result<()> {
        if self.element(css).await?.click().await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        let clicked = self.element(css).await?.click().await;
        clicked.with_context(|| format!("clicking {css}"))
    }

    /// The text that an element shows.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.element(css).await?.text().await?)
    }

    /// Waits until an element shows a text with `part` in it.
    pub async fn shows(&self, css: &str, part: &str) -> Result<()> {
        let look = format!(
            "[...document.querySelectorAll({css:?})].some(it => it.innerText.includes({part:?}))"
        );
        self.until(&look)
            .await
            .with_context(|| format!("{css} does not show {part:?}"))
    }

    /// Clicks a place in the page, in pixels from its top left.
    pub async fn click_at(&self, x_px: f64, y_px: f64) -> Result<()> {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo {
                duration: None,
                x: x_px,
                y: y_px,
            })
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Moves the pointer to a place in the page, without a button.
    pub async fn point_at(&self, x_px: f64, y_px: f64) -> Result<()> {
        let mouse = MouseActions::new("mouse".to_owned()).then(to(x_px, y_px));
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Turns the wheel over the middle of the chart by `(right, down)` pixels; `held` is "" or the key that is held,
    /// "ctrl" or "shift".
    pub async fn wheel(&self, by: (f64, f64), held: &str) -> Result<()> {
        let script = "const it = document.querySelector('[data-testid=canvas]'); const box = it.getBoundingClientRect();
            it.dispatchEvent(new WheelEvent('wheel', { deltaX: arguments[0], deltaY: arguments[1],
                clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
                ctrlKey: arguments[2] === 'ctrl', shiftKey: arguments[2] === 'shift', bubbles: true, cancelable: true }));";
        let args = [json!(by.0), json!(by.1), json!(held)];
        self.script(script, &args).await.map(drop)
    }

    /// Where a link is drawn, by the handles of its ends, in pixels from the top left of the page.
    pub async fn place_of_link(&self, cause: &str, effect: &str) -> Result<(f64, f64)> {
        let links = self.ask("links", json!({})).await?;
        let links = links.as_array().context("a list of links")?;
        let link = links
            .iter()
            .find(|it| it["cause_handle"] == cause && it["effect_handle"] == effect)
            .with_context(|| format!("no link from {cause} to {effect}"))?;
        let id = link["id"].as_str().context("an id")?;
        let twin =
            format!("document.querySelector('[data-testid=links-list] [data-claims~=\"{id}\"]')");
        self.until(&format!("{twin}?.dataset.x !== undefined"))
            .await?;
        let place = format!(
            "const at = {twin}.dataset; const box = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
             return [box.left + Number(at.x), box.top + Number(at.y)]"
        );
        let place = self.script(&place, &[]).await?;
        let number = |at: usize| place[at].as_f64().context("the link is not drawn");
        Ok((number(0)?, number(1)?))
    }

    /// Clicks twice on a place in the page.
    pub async fn double_click_at(&self, x_px: f64, y_px: f64) -> Result<()> {
        let mut mouse = MouseActions::new("mouse".to_owned()).then(to(x_px, y_px));
        for _ in 0..2 {
            mouse = mouse
                .then(PointerAction::Down {
                    button: MOUSE_BUTTON_LEFT,
                })
                .then(PointerAction::Up {
                    button: MOUSE_BUTTON_LEFT,
                });
        }
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Drags from one place in the page to another in a few moves, with a key held down if one is said.
    pub async fn drag(&self, from: (f64, f64), by: (f64, f64), held: Option<char>) -> Result<()> {
        const MOVES: u32 = 5;
        let mut mouse = MouseActions::new("mouse".to_owned())
            .then(to(from.0, from.1))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            });
        let mut keys = KeyActions::new("keys".to_owned());
        keys = match held {
            Some(value) => keys.then(KeyAction::Down { value }),
            None => keys.pause(Duration::ZERO),
        };
        for step in 1..=MOVES {
            let share = f64::from(step) / f64::from(MOVES);
            mouse = mouse.then(to(from.0 + by.0 * share, from.1 + by.1 * share));
            keys = keys.pause(Duration::ZERO);
        }
        mouse = mouse.then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
        // One tick after the button has come up.
        keys = keys.pause(Duration::ZERO).pause(Duration::ZERO);
        if let Some(value) = held {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self
            .client
            .perform_actions(Actions::from(keys).and(mouse))
            .await?)
    }

    /// Presses keys one after the other, the first ones held down when `held` says so.
    pub async fn press(&self, held: &[char], key: char) -> Result<()> {
        let mut keys = KeyActions::new("keys".to_owned());
        for &value in held {
            keys = keys.then(KeyAction::Down { value });
        }
        keys = keys
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for &value in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let mut keys = KeyActions::new("keys".to_owned());
        for value in text.chars() {
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Asks the shell for a command the way a hostile script in the page would: the answer, or the refusal.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Result<Result<Value, Value>> {
        let script = "const [command, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, args).then(
                (value) => done({ good: value instanceof ArrayBuffer ? value.byteLength : value }),
                (error) => done({ bad: error instanceof Error ? String(error) : error }));";
        let answer = self
            .client
            .execute_async(script, vec![json!(command), arguments])
            .await?;
        Ok(match answer.get("bad") {
            Some(refusal) => Err(refusal.clone()),
            None => Ok(answer["good"].clone()),
        })
    }

    /// Asks a verb of the program.
    pub async fn ask(&self, verb: &str, args: Value) -> Result<Value> {
        let answer = self
            .invoke("call", json!({ "verb": verb, "args": args }))
            .await?;
        answer.map_err(|refusal| anyhow::anyhow!("{verb}: {refusal}"))
    }

    /// The bytes of the chart `kind`, as the page gets them; its arguments are written as one flat object.
    pub async fn picture(&self, kind: &str, flat: Value) -> Result<Vec<u8>> {
        let (verb, args) = ("chart", chart_args(kind, &flat));
        let script = "const [verb, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('picture', { verb, args }).then(
                (bytes) => done([...new Uint8Array(bytes)].map((it) => it.toString(16).padStart(2, '0')).join('')),
                (error) => done(String(error.message)));";
        let answer = self
            .client
            .execute_async(script, vec![json!(verb), args])
            .await?;
        let digits = answer.as_str().context("a picture in digits")?;
        let pairs = (0..digits.len())
            .step_by(2)
            .map(|at| digits.get(at..at + 2));
        let bytes = pairs.map(|pair| u8::from_str_radix(pair.unwrap_or("?"), 16));
        bytes
            .collect::<Result<_, _>>()
            .with_context(|| format!("{verb}: {digits:.200}"))
    }

    /// The timeline of everything that fits, lanes by theme and arranged so, as large as on screen: its bytes, and where
    /// its corner is on the page.
    pub async fn timeline(&self, arrange: Value) -> Result<(Vec<u8>, f64, f64)> {
        let place =
            "const box = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
            return [box.left, box.top, box.width, box.height]";
        let place = self.script(place, &[]).await?;
        let at = |at: usize| place[at].as_f64().context("the canvas");
        let args = json!({ "width_px": at(2)?, "height_px": at(3)?, "lanes": "theme", "overview": true,
            "arrange": arrange });
        Ok((self.picture("timeline", args).await?, at(0)?, at(1)?))
    }

    /// Waits until the first picture is on the screen.
    pub async fn painted(&self) -> Result<()> {
        self.until("document.documentElement.dataset.painted === 'true'")
            .await
    }

    /// Where an event is drawn, in pixels from the top left of the page, as the chart's list says.
    pub async fn place_of(&self, handle: &str) -> Result<(f64, f64)> {
        let twin = format!("document.querySelector('[data-testid=event-{handle}]')");
        self.until(&format!("{twin}?.dataset.x !== undefined"))
            .await?;
        let place = format!(
            "const at = {twin}.dataset; const box = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
             return [box.left + Number(at.x), box.top + Number(at.y)]"
        );
        let place = self.script(&place, &[]).await?;
        let number = |at: usize| {
            place[at]
                .as_f64()
                .with_context(|| format!("{handle} is not drawn"))
        };
        Ok((number(0)?, number(1)?))
    }

    /// How many different colors the canvas holds, counted on every tenth pixel.
    pub async fn colors_on_canvas(&self) -> Result<u64> {
        let count = format!(
            "const all = new Uint32Array({CANVAS_BYTES}.buffer);
            return new Set(all.filter((_, at) => at % 10 === 0)).size"
        );
        self.script(&count, &[])
            .await?
            .as_u64()
            .context("a count of colors")
    }

    /// Makes the page as large as said.
    pub async fn resize(&self, width_px: u32, height_px: u32) -> Result<()> {
        self.client.set_window_size(width_px, height_px).await?;
        self.until(&format!(
            "innerWidth === {width_px} && Math.abs(innerHeight - {height_px}) < 60"
        ))
        .await
    }

    /// Takes a picture of the page into `tests/out`, and into the documents if they show it and files are renewed.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let path = out(name)?;
        std::fs::write(&path, self.client.screenshot().await?)?;
        documents::renew(name, &path)?;
        Ok(path)
    }
}

fn to(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo {
        duration: None,
        x,
        y,
    }
}

/// A picture's place in `tests/out`.
pub fn out(name: &str) -> Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("out");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{name}.png")))
}

/// Arguments of the chart `kind` written as one flat object, in the form that the verb takes.
fn chart_args(kind: &str, flat: &Value) -> Value {
    let (mut look, mut window, mut focus) = (json!({}), json!({}), json!({}));
    let mut args = json!({});
    let mut chart = json!({ "kind": kind });
    for (name, value) in flat.as_object().into_iter().flatten() {
        let into = match name.as_str() {
            "width_px" | "height_px" | "theme" | "scroll_px" => &mut look,
            "from_days" | "to_days" => &mut window,
            "selected" | "hovered" => &mut focus,
            "filter" | "as_of" => &mut args,
            _ => &mut chart,
        };
        into[name] = value.clone();
    }
    for (name, part) in [
        ("look", look),
        ("window", window),
        ("focus", focus),
        ("chart", chart),
    ] {
        args[name] = part;
    }
    args
}
