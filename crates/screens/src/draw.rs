//! Markup of the live part: templates as data, and a pen that draws them.
//!
//! What Yew's `html!` makes is code, of which every visitor downloads a third of a kilobyte for each element, and what a
//! function gives back must be moved and dropped by whoever called it. Here, one function reads all templates, and each screen
//! draws straight into the tree. What is drawn at build time only keeps `html!`.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VNode, VTag, VText};

use visit::catalogue::Message;
use visit::{Event, Field, Visit};

use crate::context::Live;
use crate::hooks::visitor::Visitor;
use crate::hooks::visitor_acts::{Act, Actor};

/// What every field says to the browser, as in `crates/pages/src/field.rs`: what is typed is written to no disk, and no service reads it.
const GUARD: &str = "\x02autocomplete\x03off\x02spellcheck\x03false\x02writingsuggestions\x03false\x02data-gramm\x03false\
                     \x02data-gramm_editor\x03false\x02data-enable-grammarly\x03false";

/// Draws one tree. [`draw!`](crate::draw) is how screens use it.
pub struct Pen<'a> {
    /// The words.
    pub live: &'a Live,
    /// What is known, and who is told what happens.
    pub visitor: &'a Visitor,
    open: Vec<Element>,
}

/// An element that is being drawn.
struct Element {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

impl Element {
    fn new(name: &'static str) -> Element {
        Element { tag: VTag::new(name), names: Vec::new(), values: Vec::new() }
    }

    fn done(mut self) -> VTag {
        self.values.resize(self.names.len(), None);
        self.tag.set_attributes(Attributes::Dynamic { keys: same(self.names), values: self.values.into() });
        self.tag
    }
}

/// The same names at one place in memory, by which Yew knows that only values can differ. Kept for as long as the page is open:
/// there are as many as templates have kinds of elements. Maps, which Yew has for other names, would cost a visitor 2 kB.
fn same(names: Vec<&'static str>) -> &'static [&'static str] {
    thread_local! {
        static KNOWN: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KNOWN.with_borrow_mut(|known| match known.iter().find(|other| ***other == *names) {
        Some(same) => *same,
        None => {
            let names: &[_] = Vec::leak(names);
            known.push(names);
            names
        }
    })
}

impl<'a> Pen<'a> {
    /// A pen at the beginning of a tree.
    pub fn new(live: &'a Live, visitor: &'a Visitor) -> Pen<'a> {
        Pen { live, visitor, open: vec![Element::new("")] }
    }

    /// What is known.
    pub fn visit(&self) -> &'a Visit {
        &self.visitor.visit
    }

    /// What was drawn.
    pub fn done(mut self) -> Html {
        self.close().into_children().unwrap_or_default()
    }

    /// Follows a template: each step is a code and a word. 1 opens an element, 6 closes it, 2 names an attribute, 3 gives it
    /// this value, 7 is a text; 4 opens a place that stays one among its neighbours, whatever is drawn in it, and 5 closes it.
    pub fn follow(&mut self, mut rest: &'static str) {
        while let Some(code) = rest.bytes().next() {
            let end = rest.bytes().skip(1).position(|byte| byte < 8).map_or(rest.len(), |end| end + 1);
            let word = rest.get(1..end).unwrap_or_default();
            rest = rest.get(end..).unwrap_or_default();
            match code {
                1 | 4 => {
                    self.open.push(Element::new(word));
                    if matches!(word, "input" | "textarea" | "select") {
                        self.follow(GUARD);
                    }
                }
                2 => self.last(|element| {
                    element.values.resize(element.names.len(), None);
                    element.names.push(word);
                }),
                3 => self.attribute(AttrValue::Static(word)),
                7 => self.text(word),
                _ => {
                    let done = self.close();
                    self.add(if code == 6 { done.into() } else { done.into_children().unwrap_or_default() });
                }
            }
        }
    }

    fn close(&mut self) -> VTag {
        self.open.pop().unwrap_or_else(|| Element::new("")).done()
    }

    fn last(&mut self, act: impl FnOnce(&mut Element)) {
        if let Some(element) = self.open.last_mut() {
            act(element);
        }
    }

    fn add(&mut self, child: VNode) {
        self.last(|element| element.tag.add_child(child));
    }

    fn attribute(&mut self, value: AttrValue) {
        self.last(|element| {
            let Some(name) = element.names.pop() else { return };
            match name {
                "key" => element.tag.key = Some(Key::from(&*value)),
                "value" if element.tag.tag() != "option" => element.tag.set_value(Some(value)),
                name => {
                    element.names.push(name);
                    element.values.push(Some(AttributeOrProperty::Attribute(value)));
                }
            }
        });
    }

    /// Draws a text, in an element of its own that is replaced whole when the text changes.
    ///
    /// A browser's translator may take a text away: Chrome's puts each into elements of its own, and removes the text that was
    /// there. What a program writes into that text afterwards is seen by nobody, and what it puts before it is refused by the
    /// browser. Elements stay where they are. A button or a message around the text stays, with its focus.
    pub fn text(&mut self, text: &str) {
        let drawn = VNode::from(VText::new(Rc::<str>::from(text)));
        let is_option = self.open.last().is_some_and(|element| element.tag.tag() == "option");
        if is_option || text.trim_ascii().is_empty() {
            return self.add(drawn);
        }
        // In a place of its own, so that two equal texts beside each other do not share a key.
        self.follow("\x04\x01span\x02key");
        self.set(text);
        self.add(drawn);
        self.follow("\x06\x05");
    }

    /// Draws a text of the interface.
    pub fn say(&mut self, message: Message) {
        self.text(self.live.text(message));
    }

    /// Gives the attribute that was named this value.
    pub fn set(&mut self, value: &str) {
        self.attribute(AttrValue::from(Rc::<str>::from(value)));
    }

    /// Gives it this value, or leaves it out.
    pub(crate) fn set_if(&mut self, value: Option<&'static str>) {
        if let Some(value) = value {
            self.attribute(AttrValue::Static(value));
        }
    }

    /// Gives it a text of the interface.
    pub fn set_text(&mut self, message: Message) {
        self.set(self.live.text(message));
    }

    /// Ticks a box, or not, and says that it began so: Firefox keeps for after a crash what differs from that.
    pub fn check(&mut self, is_checked: bool) {
        self.follow("\x02checked");
        self.set_if(is_checked.then_some(""));
        self.last(|element| element.tag.set_checked(is_checked));
    }

    /// Pressing the element says that this happened.
    pub fn press(&mut self, event: Event) {
        self.act(Act::Tell(event));
    }

    /// Typing into the element says what is typed in this field, if there is one.
    pub fn typed(&mut self, field: Option<Field>) {
        if let Some(field) = field {
            self.act(Act::Type(field));
        }
    }

    /// The element does this.
    pub fn act(&mut self, act: Act) {
        let actor = Actor { act, live: self.live.clone(), tell: self.visitor.tell.clone() };
        self.last(|element| {
            element.tag.add_listener(Rc::new(actor));
        });
    }
}

/// Markup as data: `draw!(pen; p(class="hint" id={id}) { ~WordsHint (text) [more(pen)] })`.
///
/// An element has attributes in parentheses and children in braces, each of which may be left out. Among children, `~Name` is
/// a text of the interface, `~{message}` one that is chosen, `(text)` a text, and `[code]` whatever the code draws. An attribute
/// is a text, `{text}`, `~Name`, or `?{an optional text}`; `key` tells items of a list apart, `checked={bool}` ticks a box. What
/// an element does: `on={event}` when it is pressed, `typed={an optional field}`, `act={act}`.
#[macro_export]
macro_rules! draw {
    (@say [] $pen:ident) => {};
    (@say [$($c:expr,)+] $pen:ident) => { $pen.follow(concat!($($c,)+)) };
    // All is read.
    (@[$($c:expr,)*] $pen:ident;) => { $crate::draw!(@say [$($c,)*] $pen) };
    // What an element does, and its attributes, up to @children.
    (@[$($c:expr,)*] $pen:ident; @attributes on = { $event:expr } $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)*] $pen press ($event) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes act = { $act:expr } $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)*] $pen act ($act) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes typed = { $field:expr } $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)*] $pen typed ($field) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes checked = { $is:expr } $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)*] $pen check ($is) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes $name:ident $(- $more:ident)* = $text:literal $($rest:tt)*) => {
        $crate::draw!(@[$($c,)* "\x02", stringify!($name) $(, "-", stringify!($more))*, "\x03", $text,] $pen; @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes $name:ident $(- $more:ident)* = { $text:expr } $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)* "\x02", stringify!($name) $(, "-", stringify!($more))*,] $pen set (&$text) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes $name:ident $(- $more:ident)* = ? { $text:expr } $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)* "\x02", stringify!($name) $(, "-", stringify!($more))*,] $pen set_if ($text) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes $name:ident $(- $more:ident)* = ~ $say:ident $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)* "\x02", stringify!($name) $(, "-", stringify!($more))*,] $pen set_text (visit::catalogue::Message::$say) @attributes $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; @attributes @children $($rest:tt)*) => { $crate::draw!(@[$($c,)*] $pen; $($rest)*) };
    (@[$($c:expr,)*] $pen:ident; @close $($rest:tt)*) => { $crate::draw!(@[$($c,)* "\x06",] $pen; $($rest)*) };
    // Follows what was read so far, does something, and reads on.
    (@do [$($c:expr,)*] $pen:ident $what:ident ($($with:expr)?) $($rest:tt)*) => {{
        $crate::draw!(@say [$($c,)*] $pen);
        $pen.$what($($with)?);
        $crate::draw!(@[] $pen; $($rest)*);
    }};
    // Children.
    (@[$($c:expr,)*] $pen:ident; ~ { $say:expr } $($rest:tt)*) => { $crate::draw!(@do [$($c,)*] $pen say ($say) $($rest)*) };
    (@[$($c:expr,)*] $pen:ident; ~ $say:ident $($rest:tt)*) => {
        $crate::draw!(@do [$($c,)*] $pen say (visit::catalogue::Message::$say) $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; ( $text:expr ) $($rest:tt)*) => { $crate::draw!(@do [$($c,)*] $pen text (&$text) $($rest)*) };
    (@[$($c:expr,)*] $pen:ident; [ $($code:tt)* ] $($rest:tt)*) => {{
        $crate::draw!(@say [$($c,)* "\x04",] $pen);
        { $($code)* };
        $crate::draw!(@["\x05",] $pen; $($rest)*);
    }};
    (@[$($c:expr,)*] $pen:ident; $text:literal $($rest:tt)*) => { $crate::draw!(@[$($c,)* "\x07", $text,] $pen; $($rest)*) };
    (@[$($c:expr,)*] $pen:ident; $tag:ident ( $($attributes:tt)* ) { $($children:tt)* } $($rest:tt)*) => {
        $crate::draw!(@[$($c,)* "\x01", stringify!($tag),] $pen; @attributes $($attributes)* @children $($children)* @close $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; $tag:ident ( $($attributes:tt)* ) $($rest:tt)*) => {
        $crate::draw!(@[$($c,)* "\x01", stringify!($tag),] $pen; @attributes $($attributes)* @children @close $($rest)*)
    };
    (@[$($c:expr,)*] $pen:ident; $tag:ident { $($children:tt)* } $($rest:tt)*) => {
        $crate::draw!(@[$($c,)* "\x01", stringify!($tag),] $pen; $($children)* @close $($rest)*)
    };
    ($pen:ident; $($markup:tt)*) => { $crate::draw!(@[] $pen; $($markup)*) };
}
