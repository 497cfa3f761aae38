//! Nothing that gets into the page can get out of it: script, navigation, windows, commands.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::{Setting, Window, in_window};

/// Script that did not come with the program, tried in every way; each must leave `window.hacked` unset.
const INJECTIONS: [(&str, &str); 7] = [
    ("eval", "eval('window.hacked = 1')"),
    ("new Function", "new Function('window.hacked = 1')()"),
    ("a timer with text", "setTimeout('window.hacked = 1')"),
    (
        "inline script",
        "const it = document.createElement('script'); it.textContent = 'window.hacked = 1'; document.body.append(it)",
    ),
    (
        "data: script",
        "const it = document.createElement('script'); it.src = 'data:text/javascript,window.hacked = 1'; document.body.append(it)",
    ),
    (
        "an inline handler",
        "const it = document.createElement('div'); it.innerHTML = '<img src=x onerror=\"window.hacked = 1\">'; document.body.append(it)",
    ),
    (
        "a script in a frame",
        "const it = document.createElement('iframe'); it.srcdoc = '<script>parent.hacked = 1</script>'; document.body.append(it)",
    ),
];

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn foreign_script_does_not_run() -> Result<()> {
    in_window("script", &Setting::default(), async |window| {
        for (name, script) in INJECTIONS {
            window
                .script(&format!("try {{ {script} }} catch {{}}"), &[])
                .await?;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            let hacked = window.script("return window.hacked ?? null", &[]).await?;
            ensure!(hacked.is_null(), "{name} ran");
        }
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn nothing_leaves_the_window() -> Result<()> {
    in_window("network", &Setting::default(), async |window| {
        window.script("window.refused = []; addEventListener('securitypolicyviolation', (it) => window.refused.push(it.effectiveDirective));", &[]).await?;
        for attempt in [
            "fetch('https://example.org/').catch(() => {})",
            "new Image().src = 'https://example.org/x.png'",
            "new WebSocket('wss://example.org/')",
            "navigator.sendBeacon('https://example.org/', 'x')",
        ] {
            let before = count_refused(window).await?;
            window
                .script(&format!("try {{ {attempt} }} catch {{}}"), &[])
                .await?;
            let now = window
                .until(&format!("window.refused.length > {before}"))
                .await;
            now.map_err(|error| error.context(attempt))?;
        }
        Ok(())
    })
}

async fn count_refused(window: &Window) -> Result<u64> {
    Ok(window
        .script("return window.refused.length", &[])
        .await?
        .as_u64()
        .unwrap_or(0))
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn the_window_stays_on_its_page() -> Result<()> {
    in_window("navigation", &Setting::default(), async |window| {
        let home = window.client.current_url().await?;
        for attempt in [
            "location.href = 'https://example.org/'",
            "location.assign('http://127.0.0.1:9/')",
            "location.href = 'file:///etc/passwd'",
            "location.href = 'data:text/html,gone'",
            "window.open('https://example.org/')",
            "window.open('index.html')",
            "const it = document.createElement('a'); it.href = 'https://example.org/'; it.target = '_blank'; document.body.append(it); it.click()",
            "const it = document.createElement('form'); it.action = 'https://example.org/'; document.body.append(it); it.submit()",
        ] {
            window
                .script(
                    &format!("window.here = true; try {{ {attempt} }} catch {{}}"),
                    &[],
                )
                .await?;
            // There is nothing to wait for: it must not happen.
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            ensure!(
                window.client.current_url().await? == home,
                "{attempt} went somewhere"
            );
            ensure!(
                window.script("return window.here === true", &[]).await? == json!(true),
                "{attempt} loaded another page"
            );
            ensure!(
                window.client.windows().await?.len() == 1,
                "{attempt} opened a window"
            );
        }
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn only_the_windows_own_commands_are_granted() -> Result<()> {
    in_window("commands", &Setting::default(), async |window| {
        ensure!(
            window.script("return typeof window.__TAURI__", &[]).await? == json!("undefined"),
            "__TAURI__ is there"
        );
        for (command, arguments) in [
            ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
            ("plugin:dialog|open", json!({})),
            (
                "plugin:shell|open",
                json!({ "path": "https://example.org" }),
            ),
            (
                "plugin:window-state|save_window_state",
                json!({ "flags": 1 }),
            ),
            (
                "plugin:window|set_title",
                json!({ "label": "main", "value": "hacked" }),
            ),
            (
                "plugin:webview|create_webview_window",
                json!({ "options": { "label": "other" } }),
            ),
            ("plugin:event|emit", json!({ "event": "x", "payload": 1 })),
            ("plugin:path|resolve_directory", json!({ "directory": 1 })),
            ("no_such_command", json!({})),
        ] {
            let answer = window.invoke(command, arguments).await?;
            ensure!(answer.is_err(), "{command} was granted: {answer:?}");
        }
        Ok(())
    })
}

#[test]
#[ignore = "needs the window: cargo xtask test"]
fn arguments_are_checked() -> Result<()> {
    in_window("arguments", &Setting::default(), async |window| {
        for (verb, args) in [
            ("no_such_verb", json!({})),
            ("event", json!({})),
            ("event", json!({ "id": 1 })),
            ("event", json!({ "id": "1", "extra": true })),
            ("event", json!({ "id": "../../etc/passwd" })),
            (
                "search",
                json!({ "words": "x".repeat(1_000_000), "limit": 10 }),
            ),
            ("search", json!({ "words": "x", "limit": 1e18 })),
            ("filter", json!({ "filter": { "severity_min": 99 } })),
            ("filter", json!("tariffs")),
            ("filter", json!([])),
        ] {
            let answer = window
                .invoke("call", json!({ "verb": verb, "args": args }))
                .await?;
            let refusal = answer.err().map(|it| it["code"].clone());
            ensure!(
                refusal.is_some_and(|it| it.is_string() && it != "internal"),
                "{verb} took {:.80}",
                args.to_string()
            );
        }
        let look = json!({ "width_px": -1, "height_px": 1e12, "theme": "light", "scroll_px": 0 });
        let narrow = json!({ "look": look, "chart": { "kind": "timeline" } });
        ensure!(
            window
                .invoke("picture", json!({ "verb": "chart", "args": narrow }))
                .await?
                .is_err()
        );
        for command in ["open_recent", "set_day"] {
            let place = json!({ "id": "/etc/passwd", "year": "x", "month": 13, "day": 0 });
            ensure!(window.invoke(command, place).await?.is_err(), "{command}");
        }
        let outside = json!({ "args": { "chart": { "chart": { "kind": "timeline" } } }, "fileName": "../../outside.png" });
        ensure!(window.invoke("export_picture", outside).await?.is_err());
        // And it still works.
        ensure!(window.ask("workspace", json!({})).await?["event_count"] == 47);
        Ok(())
    })
}
