//! A browser, driven over `WebDriver`: one JSON request at a time on a connection of its own.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// No answer of the driver takes this long; a test that hangs fails.
const PATIENCE: Duration = Duration::from_secs(110);

/// A browser with an empty profile, closed when it is let go.
pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
    _profile: tempfile::TempDir,
}

/// How a page is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// The width in CSS pixels.
    pub width: u32,
    /// Dark instead of light.
    pub dark: bool,
    /// How many pixels a CSS pixel is: 4 in a window of 1280 pixels at 400 per cent.
    pub zoom: u32,
    /// What else the reader has asked for: `("forced-colors", "active")`.
    pub preference: Option<(&'static str, &'static str)>,
}

impl Look {
    /// A light page of this width.
    pub(crate) const fn wide(width: u32) -> Self {
        Self { width, dark: false, zoom: 1, preference: None }
    }
}

/// A driver, its port, and what else it says.
fn start_driver() -> Option<(Child, u16, Lines<BufReader<ChildStdout>>)> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("these tests need Chromium: apt-get install chromium chromium-driver");
    let mut lines = BufReader::new(driver.stdout.take().expect("its output is piped")).lines();
    let port = lines.find_map(|line| {
        line.ok()?.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
    });
    if port.is_none() {
        driver.wait().expect("a driver that says nothing more has ended");
    }
    Some((driver, port?, lines))
}

impl Browser {
    /// Starts a browser that does not move what it scrolls to.
    pub(crate) fn start() -> Self {
        // One that ends before it says its port is started again: beside ten others, one does now and then.
        let (driver, port, lines) = (0..3).find_map(|_| start_driver()).expect("the driver says its port");
        // Read on, or the driver would wait for room in the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let folder = format!("--user-data-dir={}", profile.path().display());
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            &folder,
        ];
        let mut browser = Self { driver, port, session: String::new(), _profile: profile };
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": {"args": args},
            "timeouts": {"script": 100_000},
        }}});
        let answer = browser.request("POST", "/session", &wanted);
        answer["sessionId"].as_str().expect("a session has an id").clone_into(&mut browser.session);
        browser
    }

    /// Opens a page, looked at in this way.
    pub(crate) fn open(&self, address: &str, look: Look) {
        self.look(look);
        self.command("url", &json!({"url": address}));
    }

    /// Looks at the open page in another way.
    pub(crate) fn look(&self, look: Look) {
        let Look { width, dark, zoom, preference } = look;
        let height = if width < 600 { 844 } else { 800 };
        let metrics =
            json!({"width": width, "height": height / zoom, "deviceScaleFactor": zoom, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        let mut features =
            vec![json!({"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }})];
        features.extend(preference.map(|(name, value)| json!({"name": name, "value": value})));
        self.devtools("Emulation.setEmulatedMedia", &json!({"features": features}));
    }

    /// What a function's body returns in the page.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.command("execute/sync", &json!({"script": script, "args": []}))
    }

    /// What a script hands to `done`.
    pub(crate) fn wait_for(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.command("execute/async", &json!({"script": script, "args": []}))
    }

    /// Opens another `tab` or `window` and goes to it; gives what to go back to it by.
    pub(crate) fn new_window(&self, kind: &str) -> String {
        let window = self.command("window/new", &json!({"type": kind}));
        let handle = window["handle"].as_str().expect("a window has a handle").to_owned();
        self.go_to_window(&handle);
        handle
    }

    /// Goes to a window or a tab; what people would see is as it was.
    pub(crate) fn go_to_window(&self, handle: &str) {
        self.command("window", &json!({"handle": handle}));
    }

    /// Clicks on a place of the window with Alt held.
    pub(crate) fn click_with_alt(&self, x: f64, y: f64) {
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1, "modifiers": 1});
            self.devtools("Input.dispatchMouseEvent", &event);
        }
    }

    /// Presses a key and lets it go.
    pub(crate) fn press(&self, key: &str) {
        let mut letters = key.chars();
        let text = match (key, letters.next(), letters.next()) {
            ("Enter", ..) => "\r",
            (_, Some(_), None) => key,
            _ => "",
        };
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            "Tab" => 9,
            // The codes of letters are those of their capitals.
            _ => key.to_ascii_uppercase().bytes().next().map_or(0, i32::from),
        };
        for kind in ["keyDown", "keyUp"] {
            let event =
                json!({"type": kind, "key": key, "code": key, "text": text, "windowsVirtualKeyCode": code});
            self.devtools("Input.dispatchKeyEvent", &event);
        }
    }

    /// A command of the browser's own.
    pub(crate) fn devtools(&self, command: &str, params: &Value) -> Value {
        self.command("goog/cdp/execute", &json!({"cmd": command, "params": params}))
    }

    fn command(&self, command: &str, body: &Value) -> Value {
        self.request("POST", &format!("/session/{}/{command}", self.session), body)
    }

    fn request(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit can be set");
        let body = body.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .expect("the driver reads");
        // The driver leaves the connection open, so the answer ends where its length says.
        let mut reader = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while reader.read_line(&mut line).expect("the driver answers in time") > 2 {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().expect("a length is a number");
            }
            line.clear();
        }
        let mut json = vec![0; length];
        reader.read_exact(&mut json).expect("the driver answers in time");
        let answer: Value = serde_json::from_slice(&json).expect("the driver speaks JSON");
        let value = answer["value"].clone();
        assert!(value["error"].is_null(), "{path}: {value:#}");
        value
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.session.is_empty() {
            self.request("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        // After a failure the driver is told to stop, and it closes the browser.
        if std::thread::panicking() {
            drop(Command::new("kill").arg(self.driver.id().to_string()).status());
        } else {
            drop(self.driver.kill());
        }
        drop(self.driver.wait());
    }
}
