//! Real browsers, driven from blocking code: visits, frames, screenshots, and what a page logged or asked for.

mod command;
mod devtools;
mod driver;
mod engine;
mod log;
mod screen;
mod tier;

use std::cell::Cell;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use command::Command;
pub use devtools::Area;
use driver::Driver;
pub use engine::Engine;
pub use log::LogEntry;
pub use tier::Tier;

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(15);

/// The key, as WebDriver writes it.
const ENTER: &str = "\u{e007}";

/// How often a condition is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(40);

/// The folder in which a browser keeps what it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The folder.
    pub folder: PathBuf,
    /// Whether the browser opens what was open the last time.
    pub restores: bool,
}

/// A browser with a fresh profile; it ends, with its driver, when dropped.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    tier: Tier,
    /// Whether a frame was entered and not left.
    in_frame: Cell<bool>,
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
}

impl Browser {
    /// Starts a browser. [`crate::tools::browsers::ready`] makes sure that there is one.
    pub fn start(engine: Engine, tier: Tier) -> Result<Browser> {
        Browser::launch(engine, tier, None)
    }

    /// Starts a browser that does everything, in a profile that stays when it ends.
    pub fn start_in(engine: Engine, profile: &Profile) -> Result<Browser> {
        Browser::launch(engine, Tier::Wasm, Some(profile))
    }

    /// Ends the browser as a crash or a pulled plug does. Dropping it closes it as people do.
    pub fn end_hard(mut self) -> Result<()> {
        self.client = None;
        self.driver.kill()
    }

    fn launch(engine: Engine, tier: Tier, profile: Option<&Profile>) -> Result<Browser> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .context("could not start the thread that talks to the browser")?;
        let driver = Driver::start(engine, tier, profile)?;
        let address = driver.address();
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let session = builder.capabilities(engine.capabilities(tier, profile)).connect(&address);
            tokio::time::timeout(PATIENCE * 4, session).await
        });
        let client = client.with_context(|| format!("{engine:?} gave no session in time"))?;
        let client = client.with_context(|| format!("{engine:?} gave no session"))?;
        if engine == Engine::WebKit {
            // Its driver misses what it has to scroll a host to.
            runtime.block_on(client.set_window_size(1_200, 1_600)).context("could not size the window")?;
        }
        Ok(Browser { engine, tier, in_frame: Cell::new(false), client: Some(client), runtime, driver })
    }

    /// Which browser it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// What it does with a page.
    pub fn tier(&self) -> Tier {
        self.tier
    }

    /// Opens an address and waits until it has loaded.
    pub fn open(&self, url: &str) -> Result<()> {
        self.in_frame.set(false);
        self.runtime.block_on(self.client()?.goto(url)).with_context(|| format!("could not open {url}"))
    }

    /// The address of the page, as its address bar shows it.
    pub fn address(&self) -> Result<String> {
        Ok(self.runtime.block_on(self.client()?.current_url()).context("the page has no address")?.to_string())
    }

    /// The page's title.
    pub fn title(&self) -> Result<String> {
        self.runtime.block_on(self.client()?.title()).context("the page has no title")
    }

    /// Runs the body of a script function in the current frame and returns what it returns; its arguments are in
    /// `arguments`.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.runtime
            .block_on(self.client()?.execute(body, arguments.to_vec()))
            .with_context(|| format!("a script failed: {body}"))
    }

    /// Like [`Browser::script`], for a script that hands its result to its last argument, a function, later.
    pub fn script_later(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.runtime
            .block_on(self.client()?.execute_async(body, arguments.to_vec()))
            .with_context(|| format!("a script failed: {body}"))
    }

    /// Waits until something is so; `what` ends the sentence "waited 15 s for …".
    pub fn wait_for(&self, what: &str, mut holds: impl FnMut(&Browser) -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        loop {
            let seen = holds(self);
            if matches!(seen, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let waited = format!("waited {} s for {what}, at {}", PATIENCE.as_secs(), self.address()?);
                return match seen {
                    Ok(_) => Err(anyhow!(waited)),
                    Err(error) => Err(error.context(waited)),
                };
            }
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// Waits for a visible element.
    pub fn wait_for_visible(&self, css: &str) -> Result<()> {
        self.wait_for(&format!("`{css}` to be visible"), |browser| browser.is_visible(css))
    }

    /// Whether the first element of that kind exists and can be seen.
    pub fn is_visible(&self, css: &str) -> Result<bool> {
        match self.find_all(css)?.into_iter().next() {
            Some(element) => Ok(self.runtime.block_on(element.is_displayed())?),
            None => Ok(false),
        }
    }

    /// How many elements of that kind there are.
    pub fn count(&self, css: &str) -> Result<usize> {
        Ok(self.find_all(css)?.len())
    }

    /// Waits for an element to be visible and clicks it, as a person does. WebKit's driver cannot hit a link in a list that
    /// runs over columns, and misses what is in a frame after its host has scrolled: there, Enter is pressed on it. A summary in
    /// a frame takes no keys by this driver's lights: where a click on it changes nothing, the page itself clicks it.
    pub fn click(&self, css: &str) -> Result<()> {
        self.wait_for_visible(css)?;
        let element = self.find(css)?;
        let in_frame = self.engine == Engine::WebKit && self.in_frame.get();
        let open = "return document.querySelector(arguments[0])?.matches('summary, summary *') ? document.querySelector(arguments[0]).closest('details').open : null";
        let before = if in_frame { self.script(open, &[css.into()])? } else { Value::Null };
        let clicked = self.runtime.block_on(async {
            if in_frame && element.send_keys(ENTER).await.is_ok() {
                return Ok(());
            }
            match element.click().await {
                Err(_) if self.engine == Engine::WebKit => element.send_keys(ENTER).await,
                other => other,
            }
        });
        if before.is_boolean() && self.script(open, &[css.into()])? == before {
            self.script("document.querySelector(arguments[0]).click()", &[css.into()])?;
            return Ok(());
        }
        clicked.with_context(|| format!("could not click `{css}`"))
    }

    /// Waits for a field to be visible, empties it and types into it.
    pub fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.wait_for_visible(css)?;
        let field = self.find(css)?;
        self.bring_into_window(css)?;
        if self.engine == Engine::WebKit {
            // Its driver gives the focus to nothing in a frame that has none, and its click may miss there.
            self.runtime.block_on(field.click()).with_context(|| format!("could not click `{css}`"))?;
            self.script("document.querySelector(arguments[0]).focus()", &[css.into()])?;
        }
        self.runtime
            .block_on(async {
                field.clear().await?;
                field.send_keys(text).await
            })
            .with_context(|| format!("could not type into `{css}`"))
    }

    /// WebKit's driver would click on what lies over the edge of the window. In a frame, it misses once the host has scrolled.
    fn bring_into_window(&self, css: &str) -> Result<()> {
        if self.engine == Engine::WebKit {
            let scroll = "if (self === top) document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
            self.script(scroll, &[css.into()])?;
        }
        Ok(())
    }

    /// Presses keys, one after the other, wherever the focus is. Special keys are written as WebDriver does.
    pub fn keys(&self, keys: &str) -> Result<()> {
        let pressed = keys.chars().flat_map(|key| {
            let key = key.to_string();
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        });
        let source = json!({ "type": "key", "id": "keyboard", "actions": pressed.collect::<Vec<_>>() });
        let actions = json!({ "actions": [source] });
        self.send(Command::standard("actions", actions)).context("could not press keys").map(drop)
    }

    /// Presses a key while another one is held, wherever the focus is.
    pub fn chord(&self, held: &str, key: &str) -> Result<()> {
        let action = |kind: &str, value: &str| json!({ "type": kind, "value": value });
        let pressed = [action("keyDown", held), action("keyDown", key), action("keyUp", key), action("keyUp", held)];
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": pressed }] });
        self.send(Command::standard("actions", actions)).context("could not press keys").map(drop)
    }

    /// Chooses an option of a list by its value.
    pub fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.wait_for_visible(css)?;
        self.bring_into_window(css)?;
        self.runtime
            .block_on(self.find(css)?.select_by_value(value))
            .with_context(|| format!("could not choose {value} in `{css}`"))
    }

    /// The visible text of the first element of that kind.
    pub fn text(&self, css: &str) -> Result<String> {
        self.runtime.block_on(self.find(css)?.text()).with_context(|| format!("could not read `{css}`"))
    }

    /// The visible texts of all elements of that kind, in order.
    pub fn texts(&self, css: &str) -> Result<Vec<String>> {
        let elements = self.find_all(css)?;
        elements.into_iter().map(|element| Ok(self.runtime.block_on(element.text())?)).collect()
    }

    /// What is in a field now.
    pub fn value(&self, css: &str) -> Result<String> {
        let value = self.runtime.block_on(self.find(css)?.prop("value"));
        value.with_context(|| format!("could not read `{css}`"))?.with_context(|| format!("`{css}` has no value"))
    }

    /// An attribute of the first element of that kind, if it has it.
    pub fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        self.runtime.block_on(self.find(css)?.attr(name)).with_context(|| format!("could not read `{css}`"))
    }

    /// Goes into a frame of the current page; what follows happens there.
    pub fn enter_frame(&self, css: &str) -> Result<()> {
        self.in_frame.set(true);
        self.runtime
            .block_on(self.find(css)?.enter_frame())
            .with_context(|| format!("could not enter the frame `{css}`"))
    }

    /// Goes back to the page that all frames are in.
    pub fn leave_frames(&self) -> Result<()> {
        self.in_frame.set(false);
        self.send(Command::standard("frame", json!({ "id": null }))).map(drop)
    }

    /// Does something in a frame, and is back in the page afterwards, also when it failed: whoever waits tries again from there.
    pub fn within<T>(&self, css: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
        self.leave_frames()?;
        self.enter_frame(css)?;
        let done = act();
        self.leave_frames()?;
        done
    }

    /// The windows and tabs that are open.
    pub fn windows(&self) -> Result<usize> {
        Ok(self.runtime.block_on(self.client()?.windows()).context("could not count windows")?.len())
    }

    /// Closes every window and tab but the current one. Chromium closes by itself what a link to an e-mail program opened.
    pub fn close_other_windows(&self) -> Result<()> {
        let client = self.client()?;
        let closed: Result<(), CmdError> = self.runtime.block_on(async {
            let ours = client.window().await?;
            for other in client.windows().await?.into_iter().filter(|window| *window != ours) {
                let closed = match client.switch_to_window(other).await {
                    Ok(()) => client.close_window().await,
                    Err(error) => Err(error),
                };
                closed.or_else(|error| if error.is_no_such_window() { Ok(()) } else { Err(error) })?;
            }
            client.switch_to_window(ours).await
        });
        closed.context("could not close the other windows")
    }

    /// Does something that opens a new window or tab, looks at that, closes it and comes back, out of all frames.
    pub fn in_new_window<T>(&self, open: impl FnOnce() -> Result<()>, look: impl FnOnce() -> Result<T>) -> Result<T> {
        let client = self.client()?;
        let known = self.runtime.block_on(client.windows()).context("could not count windows")?;
        let ours = self.runtime.block_on(client.window()).context("the window has no name")?;
        open()?;
        let mut fresh = None;
        self.wait_for("a new window", |browser| {
            let windows = browser.runtime.block_on(client.windows())?;
            fresh = windows.into_iter().find(|window| !known.contains(window));
            Ok(fresh.is_some())
        })?;
        let fresh = fresh.context("the new window is gone")?;
        self.runtime.block_on(client.switch_to_window(fresh)).context("could not go to the new window")?;
        let seen = look();
        self.runtime.block_on(client.close_window()).context("could not close the new window")?;
        self.runtime.block_on(client.switch_to_window(ours)).context("could not come back")?;
        seen
    }

    /// What the page wrote to its console, and what the browser held against it, since the last call. Chromium only.
    pub fn log(&self) -> Result<Vec<LogEntry>> {
        log::read(&self.send(Command::log("browser"))?)
    }

    /// The addresses that all frames asked for since the last call, `data:` and `blob:` left out. Chromium only.
    pub fn requested(&self) -> Result<Vec<String>> {
        log::requested(&self.send(Command::log("performance"))?)
    }

    fn client(&self) -> Result<&Client> {
        self.client.as_ref().context("the browser has ended")
    }

    fn send(&self, command: Command) -> Result<Value> {
        Ok(self.runtime.block_on(self.client()?.issue_cmd(command))?)
    }

    fn find(&self, css: &str) -> Result<Element> {
        let found = self.runtime.block_on(self.client()?.find(Locator::Css(css)));
        found.with_context(|| format!("the page has no `{css}`"))
    }

    fn find_all(&self, css: &str) -> Result<Vec<Element>> {
        let found = self.runtime.block_on(self.client()?.find_all(Locator::Css(css)));
        found.with_context(|| format!("could not look for `{css}`"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // Ends the browser; the driver's own end, just after, catches what is left.
            let _ = self.runtime.block_on(client.close());
        }
    }
}
