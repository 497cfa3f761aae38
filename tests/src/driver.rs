//! A screen of its own, and the driver of `WebKitGTK` on it, for one test.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use fantoccini::{Client, ClientBuilder};
use serde_json::{Map, json};
use tempfile::TempDir;

/// How the window is started.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// The workspace to open; the sample when not given.
    pub workspace: Option<PathBuf>,
    /// A desktop with dark colors.
    pub dark: bool,
    /// The window is started to be measured.
    pub bench: bool,
    /// What file dialogs answer with; a folder of the test's own when not given.
    pub answer: Option<PathBuf>,
}

/// The screen, the driver and the folders of one test. Dropping it ends both programs.
pub struct Driver {
    screen: Child,
    display: String,
    driver: Child,
    port: u16,
    folders: TempDir,
    arguments: Vec<String>,
}

impl Driver {
    /// Starts a screen and a driver on it, with folders of their own.
    pub fn start(setting: &Setting) -> Result<Self> {
        let folders = tempfile::tempdir()?;
        let saved = folders.path().join("saved");
        std::fs::create_dir(&saved)?;
        let (screen, display) = screen()?;
        let port = free_port()?;
        let answer = setting.answer.as_ref().unwrap_or(&saved);
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", &display);
        for (variable, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(variable, folders.path().join(folder));
        }
        command
            .env("FAULTLINE_DIALOG_REPLY", answer)
            .env(
                "GTK_THEME",
                if setting.dark {
                    "Adwaita:dark"
                } else {
                    "Adwaita"
                },
            )
            .env("LANG", "C.UTF-8")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("WAYLAND_DISPLAY");
        if setting.bench {
            command.env("FAULTLINE_BENCH", "1");
        }
        let driver = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let driver = driver.context("WebKitWebDriver: run `cargo xtask setup`")?;
        let arguments = setting
            .workspace
            .iter()
            .map(|it| it.to_string_lossy().into_owned())
            .collect();
        let started = Self {
            screen,
            display,
            driver,
            port,
            folders,
            arguments,
        };
        started.wait()?;
        Ok(started)
    }

    /// Opens the window and takes hold of it.
    pub async fn connect(&self) -> Result<Client> {
        let options = json!({ "binary": window_binary()?, "args": self.arguments });
        let wanted = Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let mut builder = ClientBuilder::new(connector);
        let address = format!("http://127.0.0.1:{}", self.port);
        let opening = builder.capabilities(wanted);
        let session =
            tokio::time::timeout(Duration::from_secs(60), opening.connect(&address)).await;
        session
            .context("the window did not open within a minute")?
            .context("the window did not open")
    }

    /// The screen, as `DISPLAY` names it.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// The folder that file dialogs answer with.
    pub fn saved(&self) -> PathBuf {
        self.folders.path().join("saved")
    }

    /// The folder with the data, settings and caches of this test.
    pub fn folders(&self) -> &Path {
        self.folders.path()
    }

    fn wait(&self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if Instant::now() > deadline {
                bail!("WebKitWebDriver does not answer on port {}", self.port);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    /// Without a screen a window that is still open goes, too.
    fn drop(&mut self) {
        for child in [&mut self.driver, &mut self.screen] {
            // It may have ended by itself; then there is nothing to end.
            let _ended = child.kill();
            let _ended = child.wait();
        }
    }
}

/// The release build of the window, which `cargo xtask test` names in `FAULTLINE_WINDOW`.
pub fn window_binary() -> Result<PathBuf> {
    let binary = std::env::var_os("FAULTLINE_WINDOW")
        .context("FAULTLINE_WINDOW is not set: run `cargo xtask test`")?;
    Ok(PathBuf::from(binary))
}

/// Starts a screen that picks its own number.
fn screen() -> Result<(Child, String)> {
    let words = [
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1920x1200x24",
        "-nolisten",
        "tcp",
    ];
    let started = Command::new("Xvfb")
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut screen = started.context("Xvfb: run `cargo xtask setup`")?;
    let mut number = String::new();
    let output = screen.stdout.take().context("Xvfb has no output")?;
    BufReader::new(output).read_line(&mut number)?;
    Ok((screen, format!(":{}", number.trim())))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
