//! A page that a browser's translator has been through says what the same page says without one.
//!
//! Chrome's translator puts each text into two `<font>` elements and takes away the text that was there; where a sentence is
//! made of several elements, it moves them into one of its own. Neither changes what is read here, because these translators
//! know no other language: whatever differs is a message that was lost, kept too long, or put elsewhere.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine, Tier};

use crate::stage;

/// Defines `translate()`. `word` says what becomes of a text.
const TRANSLATOR: &str = "
    const kept = 'script,style,noscript,textarea,option,[translate=no]';
    const texts = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found.filter(text => text.data.trim() && !text.parentElement.closest(kept));
    };
    const font = content => {
      const font = document.createElement('font');
      font.append(...content);
      return font;
    };
    self.translate = (word, moving) => {
      for (const text of texts()) {
        if (text.parentElement.localName === 'font') continue;
        text.replaceWith(font([font([word(text.data)])]));
      }
      // Sentences of several elements become one.
      if (moving) for (const sentence of document.querySelectorAll('p,h2,h3,button,summary,label,li > span,.action a')) {
        if (!sentence.closest(kept) && sentence.childNodes.length) sentence.replaceChildren(font([...sentence.childNodes]));
      }
    };";

/// Presses what was not pressed yet, the ways back last; types where one can type. Gives a name for what was done, or nothing.
const ACT: &str = "
    const done = arguments[0], places = arguments[1], root = document.querySelector('.part:not([hidden]) .action');
    const step = root.querySelector('[data-state]').dataset.state;
    const often = name => done.filter(other => other === name).length;
    const shown = element => element.checkVisibility() && !element.disabled;
    const ways = [...root.querySelectorAll('button:not([data-go],[data-action=find]),summary,input[type=checkbox]')].filter(shown);
    const nameOf = way => [step, way.closest('[data-person]')?.dataset.person,
      way.dataset.action || way.dataset.point || way.dataset.choice || way.textContent.trim()].join(' ');
    const back = ['again', 'change', 'back', 'finish', 'by-state', 'reset', 'lose'];
    const isBack = way => back.includes(way.dataset.action);
    const press = way => {
      const name = nameOf(way);
      way.click();
      return name;
    };
    const region = root.querySelector('#state');
    if (region) region.value = [...region.options].find(option => option.value === 'NH')?.value || region.options[3].value;
    for (const field of root.querySelectorAll('textarea:not([readonly])')) {
      const name = step + ' types into ' + field.id;
      if (!shown(field) || often(name)) continue;
      field.value += ' In my own words.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return name;
    }
    const place = root.querySelector('#zip');
    if (place) {
      const next = places.find(place => !often('place ' + place)) ?? places.at(-1), name = 'place ' + next;
      const byState = ways.find(way => isBack(way) && !often(nameOf(way)));
      if (often(name) && byState) return press(byState);
      if (often(name) > 4) return null;
      place.value = next;
      root.querySelector('[data-action=find]').click();
      return name;
    }
    const limit = way => ['next', 'done'].includes(way.dataset.action) ? 6
      : /copy/.test(nameOf(way)) || way.type === 'checkbox' ? 2 : 1;
    const fresh = ways.find(way => !isBack(way) && often(nameOf(way)) < limit(way));
    if (fresh) return press(fresh);
    ways.sort((one, other) => often(nameOf(one)) - often(nameOf(other)));
    const last = ways.find(isBack) || ways[0];
    return last ? press(last) : null;";

/// What the action says now, in its fields too; the time of the day aside.
const SAID: &str = r"
    const root = document.querySelector('.part:not([hidden]) .action');
    const fields = [...root.querySelectorAll('input,textarea,select')].map(field => field.type === 'checkbox' ? field.checked : field.value);
    const focus = document.activeElement.id || document.activeElement.dataset.action || '';
    return [root.textContent.replace(/\s+/g, ' ').replace(/\d+:\d\d[^:]*: [^.]*\./g, '(time)').trim(), fields, focus]";

/// The end of the world, for a program that stops.
const STOPPED: &str = "return self.stopped || ''";

/// What can be typed as a place: every kind of answer, the last one with somebody to write to.
const STATES: [&str; 12] =
    ["", "123", "123456", "abc", "SW1A 1AA", "K1A 0B6", "00000", "09001", "96940", "49348", "20001", "05401"];
const KINGDOM: [&str; 10] =
    ["", "SW1A", "London", "05401", "GIR 0AA", "JE2 3AB", "BFPO 12", "BT1 1AA", "FIQQ 1ZZ", "SW1A 1AA"];

#[derive(Clone, Copy, PartialEq)]
enum Translator {
    None,
    Wrapping,
    Moving,
}

/// Everything that one can do, and what the page said after it.
fn walked(visitor: &Visitor<'_>, part: usize, places: &[&str], by: Translator) -> Result<Vec<(String, Value)>> {
    let browser = &visitor.browser;
    visitor.open_landing("en")?;
    if part > 0 {
        visitor.live_in(part)?;
        browser.wait_for_visible(&format!("#action-{part} #zip"))?;
    }
    browser.script(TRANSLATOR, &[])?;
    browser.script(
        "let copies = 0;
        document.execCommand = () => copies++ % 2 === 0;
        self.print = () => {};
        addEventListener('error', event => self.stopped = event.message);
        addEventListener('unhandledrejection', event => self.stopped = String(event.reason));",
        &[],
    )?;
    let mut told: Vec<(String, Value)> = Vec::new();
    let mut done: Vec<Value> = Vec::new();
    loop {
        if by != Translator::None {
            browser.script("translate(text => text, arguments[0])", &[json!(by == Translator::Moving)])?;
        }
        let act = browser.script(ACT, &[json!(done), json!(places)])?;
        let Some(act) = act.as_str() else { return Ok(told) };
        done.push(act.into());
        // The tables come once.
        browser.wait_for("the tables", |browser| {
            Ok(!browser.text(".action [data-step]")?.is_empty()
                && browser.count(".action [role=status] [data-waiting]")? == 0
                && !browser.text(".part:not([hidden]) .action")?.contains("One moment"))
        })?;
        told.push((act.to_owned(), browser.script(SAID, &[])?));
        let stopped = browser.script(STOPPED, &[])?;
        ensure!(stopped == "", "{act}: {stopped}");
        ensure!(told.len() < 250, "{done:?}");
    }
}

#[test]
fn every_message_of_every_screen_is_there_in_a_translated_page() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    for (part, places) in [(0, &STATES[..]), (1, &KINGDOM[..])] {
        let plain = walked(&visitor, part, places, Translator::None)?;
        ensure!(
            plain.len() > 60,
            "only {} things were done: {:?}",
            plain.len(),
            plain.iter().map(|(act, _)| act).collect::<Vec<_>>()
        );
        for step in ["people", "thanks"] {
            ensure!(
                plain.iter().any(|(act, _)| act.starts_with(step)),
                "{step} was not reached: {:?}",
                plain.iter().map(|(act, _)| act).collect::<Vec<_>>()
            );
        }
        for by in [Translator::Wrapping, Translator::Moving] {
            let translated = walked(&visitor, part, places, by)?;
            for ((act, said), (plain_act, plain_said)) in translated.iter().zip(&plain) {
                assert_eq!((act, said), (plain_act, plain_said), "part {part}, moving: {}", by == Translator::Moving);
            }
            assert_eq!(translated.len(), plain.len());
        }
    }
    Ok(())
}

/// Copies by a button of the page and says what is on the clipboard.
fn copied(browser: &Browser, button: &str) -> Result<String> {
    browser.click(button)?;
    Ok(browser.clipboard()?.replace("\r\n", "\n"))
}

#[test]
fn what_is_copied_from_a_translated_page_is_the_letter() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    browser.allow_clipboard()?;
    visitor.open_landing("en")?;
    visitor.find("05401")?;
    visitor.write()?;
    visitor.send()?;
    let letter = visitor.letter_to_send()?;
    browser.script(TRANSLATOR, &[])?;
    browser.script("translate(text => 'Übersetzt ' + text, true)", &[])?;
    ensure!(browser.text("#action-title")?.contains("Übersetzt"), "nothing was translated");
    visitor.copy_letter()?;
    assert_eq!(browser.clipboard()?.replace("\r\n", "\n"), letter);
    Ok(())
}

#[test]
fn what_scripts_copy_and_say_without_wasm_survives_a_translator() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::in_tier(&stage, Engine::Chromium, Tier::Scripts)?;
    let browser = &visitor.browser;
    browser.allow_clipboard()?;
    visitor.open(&stage.open_campaign()?.landing("en"))?;
    browser.click(".below-tier-3 > details:has(#static-letter) > summary")?;
    let letter = browser.text("#static-letter")?;
    browser.script(TRANSLATOR, &[])?;
    for refused in [false, true] {
        browser.script("translate(text => 'Übersetzt ' + text, true)", &[])?;
        if refused {
            browser.script("document.execCommand = () => false", &[])?;
        }
        let found = copied(browser, "[data-copy='static-letter']")?;
        assert_eq!(found.trim(), letter.trim());
        let expected = browser
            .attribute("[data-copy='static-letter']", if refused { "data-refused" } else { "data-done" })?
            .context("what the button says")?;
        assert_eq!(browser.text(".copy:has([data-copy='static-letter']) [role='status']")?.trim(), expected.trim());
    }
    Ok(())
}
