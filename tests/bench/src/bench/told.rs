//! How much the host of a frame could tell of the visitor in it, in bits: from the heights it is told, and from everything
//! else that it can see.
//!
//! One visitor goes through every district, with all offices opened and a letter begun, through postcodes of every kind, and
//! through letters of many lengths. The host writes down all that reaches it. People whom it cannot tell apart are one class;
//! the entropy of the classes is what it learns at most, if it knows where each district's people come from.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::heights::COLUMN;
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

/// Bits that a host could learn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// How many districts were looked at.
    pub districts: usize,
    /// Which of them it is.
    pub district: Bits,
    /// In which state.
    pub state: Bits,
    /// Which of some postcodes was typed, refused ones included.
    pub postcode: Bits,
    /// How long a letter is.
    pub letter: Bits,
}

/// Of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bits {
    /// From the sequence of heights alone.
    pub heights: f64,
    /// From everything that a page around a frame can see.
    pub everything: f64,
}

/// In the host page: writes down, by name of what is looked at, what it is told, and what becomes of its own page. The frame
/// says when something new begins, and asks to be asked for its height.
const WATCH: &str = "window.seen = {};
    let now, frame = document.querySelector('iframe[data-undersigned]');
    const note = (...what) => now && seen[now].push(what);
    addEventListener('message', ({ source, data }) => {
        if (!data || !data.bench) return note('message', data);
        if (data.begin) seen[now = data.begin] = seen[now] || [];
        if (data.end) now = undefined;
        note('history', history.length, 'frames', frames.length, 'active', document.activeElement.tagName);
        note('place', frame.getAttribute('height'), frame.style.height, scrollY);
        source.postMessage({ undersigned: 1, type: 'ping' }, '*');
        source.postMessage({ bench: 1 }, '*');
    });
    for (const event of ['scroll', 'focus', 'blur', 'resize', 'visibilitychange', 'popstate', 'hashchange'])
        addEventListener(event, () => note(event), true);";

/// In the frame: what the walks below are made of. `quiet` waits until everything that was to be told has been told.
const WALK: &str = "window.LETTER = '[data-step=write]';
    window.walk = {
        all: css => [...document.querySelectorAll('#act ' + css)].filter(found => found.checkVisibility()),
        until: css => new Promise(resolve => {
            const look = () => walk.all(css).length ? resolve(walk.all(css)[0]) : setTimeout(look, 5);
            look();
        }),
        press: async css => (await walk.until(css)).click(),
        say: message => new Promise(resolve => {
            const hear = ({ data }) => {
                if (!data || !data.bench) return;
                removeEventListener('message', hear);
                resolve();
            };
            addEventListener('message', hear);
            parent.postMessage({ bench: 1, ...message }, '*');
        }),
        quiet: async () => {
            for (let times = 0; times < 2; times++) await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
            await walk.say({});
        },
        type: (field, text) => {
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        open: () => document.querySelectorAll('#act [data-step] details').forEach(details => details.open = true),
        toStart: async () => {
            for (;;) {
                if (walk.all('#zip').length) return;
                const back = walk.all('[data-action=change], [data-action=back], [data-action=again]');
                if (back.length) back[0].click();
                await new Promise(resolve => setTimeout(resolve, 5));
            }
        },
    }";

/// Everybody in one state: its people, all offices opened, a letter begun.
const STATE: &str = "const [state, done] = arguments;
    (async () => {
        const names = [];
        for (let at = 0;; at++) {
            await walk.toStart();
            await walk.press('[data-action=by-state]');
            const list = await walk.until('#state');
            list.value = state;
            await walk.say({ begin: names[at] = state + '-' + at });
            list.form.requestSubmit();
            await walk.until('[data-choice], [data-person]');
            const choices = walk.all('[data-choice]');
            await walk.quiet();
            if (choices[at]) choices[at].click();
            await walk.until('[data-action=write]');
            await walk.quiet();
            walk.open();
            await walk.quiet();
            (await walk.until('[data-action=write]')).click();
            await walk.until(LETTER);
            await walk.quiet();
            await walk.say({ end: 1 });
            if (at + 1 >= choices.length) break;
        }
        return names;
    })().then(done, error => done(String(error)));";

/// Whatever somebody types as a postcode.
const POSTCODE: &str = "const [typed, done] = arguments;
    (async () => {
        await walk.toStart();
        const field = await walk.until('#zip');
        field.focus();
        await walk.say({ begin: 'typed ' + typed });
        walk.type(field, typed);
        await walk.quiet();
        field.form.requestSubmit();
        await walk.quiet();
        const map = walk.all('[data-action=map]');
        if (map.length) {
            map[0].click();
            await walk.until('.map-picture');
        }
        await walk.quiet();
        await walk.say({ end: 1 });
    })().then(() => done(true), error => done(String(error)));";

/// Letters of many lengths, in every field of the way to the last screen.
const LETTERS: &str = "const [texts, done] = arguments;
    (async () => {
        await walk.toStart();
        walk.type(await walk.until('#zip'), '05401');
        await walk.press('[data-action=find]');
        await walk.press('[data-action=write]');
        await walk.until(LETTER);
        const fill = async () => {
            walk.open();
            for (const [at, text] of texts.entries()) {
                await walk.say({ begin: 'letter ' + at });
                for (const field of walk.all('textarea:not([readonly]), input:not([type=radio],[type=checkbox])')) {
                    field.focus();
                    walk.type(field, text);
                }
                await walk.quiet();
                await walk.say({ end: 1 });
            }
        };
        for (let screens = 0; screens < 8; screens++) {
            await fill();
            // The letter itself, where it is only shown at first.
            const edit = walk.all('[data-action=edit]');
            if (edit.length) {
                edit[0].click();
                await walk.quiet();
                await fill();
            }
            const next = walk.all('[data-action=next]');
            if (!next.length) break;
            next[0].click();
            await walk.quiet();
        }
    })().then(() => done(true), error => done(String(error)));";

/// What people type as a postcode: right, split, unknown, military, outside, refused in several ways, and long.
const TYPED: [&str; 14] = [
    "05401",
    "82001",
    "10001",
    "48103",
    "00000",
    "09012",
    "00901",
    "96799",
    "20500",
    "",
    "12",
    "abc",
    "123456789",
    "05401-1234 and more",
];

/// How much a host could tell, in Chromium: what it is told does not depend on the engine.
pub fn measure(stage: &Stage) -> Result<Told> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    browser.set_size(COLUMN + 40, 1_000)?;
    visitor.open_partner()?;
    browser.script(WALK, &[])?;
    // The first press is the same for everybody, and comes before anything is known.
    visitor.find("05401")?;
    browser.leave_frames()?;
    browser.script(WATCH, &[])?;
    browser.enter_frame("iframe[data-undersigned]")?;
    let states = browser.script_later(STATES, &[])?;
    let states: Vec<String> = serde_json::from_value(states).context("the action lists no states")?;
    // Once without being looked at: a history grows only on the first way through the steps.
    browser.script_later(STATE, &[json!("VT")])?;
    browser.leave_frames()?;
    browser.script("window.seen = {}", &[])?;
    browser.enter_frame("iframe[data-undersigned]")?;
    for state in &states {
        let names = browser.script_later(STATE, &[json!(state)])?;
        ensure!(names.is_array(), "{state}: {names}");
    }
    for typed in TYPED {
        let done = browser.script_later(POSTCODE, &[json!(typed)])?;
        ensure!(done == true, "{typed}: {done}");
    }
    let lengths = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144];
    let texts = lengths.map(|lines| "A line of a letter in somebody's own words.\n".repeat(lines));
    let done = browser.script_later(LETTERS, &[json!(texts)])?;
    ensure!(done == true, "letters: {done}");
    browser.leave_frames()?;
    let seen = browser.script("return window.seen", &[])?;
    let seen: BTreeMap<String, Vec<Value>> = serde_json::from_value(seen).context("the host has seen nothing")?;
    let of = |start: &str| -> BTreeMap<&str, &[Value]> {
        seen.iter().filter_map(|(name, seen)| Some((name.strip_prefix(start)?, seen.as_slice()))).collect()
    };
    let (postcodes, letters) = (of("typed "), of("letter "));
    let districts: BTreeMap<&str, &[Value]> = seen
        .iter()
        .filter(|(name, _)| name.contains('-') && !name.contains(' '))
        .map(|(name, seen)| (name.as_str(), seen.as_slice()))
        .collect();
    ensure!(postcodes.len() == TYPED.len() && letters.len() == texts.len(), "something was not looked at");
    Ok(Told {
        districts: districts.len(),
        district: bits(&districts, |name| name),
        state: bits(&districts, |name| name.split('-').next().unwrap_or(name)),
        postcode: bits(&postcodes, |name| name),
        letter: bits(&letters, |name| name),
    })
}

/// The codes of all states and territories.
const STATES: &str = "const done = arguments[0];
    (async () => {
        await walk.toStart();
        await walk.press('[data-action=by-state]');
        const list = await walk.until('#state');
        return [...list.options].map(option => option.value).filter(Boolean);
    })().then(done, error => done(String(error)));";

/// What is learnt of an answer by what is seen of everybody, from heights alone and from everything.
fn bits(seen: &BTreeMap<&str, &[Value]>, answer: impl Fn(&str) -> &str) -> Bits {
    let is_height = |entry: &&Value| entry.pointer("/1/height").is_some();
    let learnt = |view: &dyn Fn(&[Value]) -> String| {
        let pairs: Vec<(String, String)> =
            seen.iter().map(|(name, entries)| (view(entries), answer(name).to_owned())).collect();
        let (views, answers): (Vec<_>, Vec<_>) = pairs.iter().cloned().unzip();
        // What the two have in common.
        (entropy(&views) + entropy(&answers) - entropy(&pairs)).max(0.0)
    };
    Bits {
        heights: learnt(&|entries| Value::from_iter(entries.iter().filter(is_height).cloned()).to_string()),
        everything: learnt(&|entries| Value::from_iter(entries.iter().cloned()).to_string()),
    }
}

/// In bits, of things that are equally likely.
fn entropy<T: Ord>(things: &[T]) -> f64 {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_insert(0_u32) += 1;
    }
    let all = things.len() as f64;
    counts.values().map(|count| f64::from(*count) / all).map(|share| -share * share.log2()).sum()
}

/// The rows of the table.
pub(super) fn bars(stage: &Stage) -> Result<Vec<Bar>> {
    let told = measure(stage)?;
    let row = |what, bits: f64| Bar::measured(what, bits * 100.0, 0, 100, Unit::Hundredths);
    Ok(vec![
        row("Bits about the district in a frame's heights", told.district.heights),
        row("Bits about the state in a frame's heights", told.state.heights),
        row("Bits about a typed postcode in a frame's heights", told.postcode.heights),
        row("Bits about a letter's length in a frame's heights", told.letter.heights),
        row("Bits about the district in all that a host sees", told.district.everything),
        row("Bits about a letter's length in all that a host sees", told.letter.everything),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learnt_is_measured_in_bits() {
        let height = |number: u32| json!(["message", { "undersigned": 1, "type": "size", "height": number }]);
        let views = |heights: [u32; 4]| heights.map(|number| vec![height(number), json!(["scroll"])]);
        for (heights, district, state) in [
            ([64, 64, 64, 64], 0.0, 0.0),
            ([64, 64, 128, 128], 1.0, 1.0),
            ([64, 128, 64, 128], 1.0, 0.0),
            ([64, 128, 192, 256], 2.0, 1.0),
        ] {
            let seen = views(heights);
            let names = ["CA-0", "CA-1", "VT-0", "VT-1"];
            let seen: BTreeMap<&str, &[Value]> = names.into_iter().zip(seen.iter().map(Vec::as_slice)).collect();
            let found = [bits(&seen, |name| name), bits(&seen, |name| &name[..2])];
            assert_eq!(found.map(|bits| bits.heights), [district, state], "{heights:?}");
            assert_eq!(found.map(|bits| bits.everything), [district, state], "{heights:?}");
        }
    }

    #[test]
    fn what_is_no_height_counts_only_in_everything() {
        let entries = [vec![json!(["scroll"])], vec![], vec![json!(["focus"])], vec![json!(["scroll"])]];
        let names = ["A", "B", "C", "D"];
        let seen: BTreeMap<&str, &[Value]> = names.into_iter().zip(entries.iter().map(Vec::as_slice)).collect();
        assert_eq!(bits(&seen, |name| name), Bits { heights: 0.0, everything: 1.5 });
    }
}
