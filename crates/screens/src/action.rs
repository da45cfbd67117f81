//! The way to act: find the people, write one letter, send it to each. A live part.
//!
//! Its screens are functions of what is known, not components: a component costs every visitor a kilobyte.

mod asking;
mod close_up;
mod controls;
mod find;
mod locate;
mod on_paper;
mod own_letter;
mod paper;
mod pass_on;
mod people;
mod person_card;
mod place_form;
mod reach;
mod region_choice;
mod seat_choice;
mod send;
mod sender;
mod steps;
mod terms;
mod thanks;
mod unavailable;
mod ways;
mod write;

use yew::prelude::*;

use visit::{Editing, Event, Screen, Step, Visit};

use crate::context::Live;
use crate::draw;
use crate::draw::Pen;
use crate::hooks::followed::{Followed, Listener, listen};
use crate::hooks::visitor::Visitor;
use controls::TITLE;
use find::find_screen;
use person_card::CURRENT;
use place_form::place_form;
use region_choice::region_choice;
use send::send_screen;
use steps::steps;
use thanks::thanks;
use unavailable::unavailable;
use write::write_screen;

/// See [`Action`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Words and tables of the campaign.
    pub live: Live,
    /// What was typed as a postcode before the program was there.
    pub typed: String,
}

/// The action card: one step at a time.
pub struct Action {
    visitor: Visitor,
    root: NodeRef,
    shown: Option<Followed>,
    listener: Option<Listener>,
}

impl Component for Action {
    type Message = Event;
    type Properties = Props;

    fn create(context: &Context<Action>) -> Action {
        let Props { live, typed } = context.props();
        let visitor = Visitor::new(live, typed, context.link().callback(|event| event));
        Action { visitor, root: NodeRef::default(), shown: None, listener: None }
    }

    fn update(&mut self, context: &Context<Action>, event: Event) -> bool {
        self.visitor.take(&context.props().live, event);
        true
    }

    fn view(&self, context: &Context<Action>) -> Html {
        draw_action(&context.props().live, &self.visitor, &self.root)
    }

    fn rendered(&mut self, context: &Context<Action>, first_render: bool) {
        let Props { live, typed } = context.props();
        let visit = &self.visitor.visit;
        if first_render {
            self.visitor.arrive(live, typed);
            self.listener = Some(listen(self.root.clone(), self.visitor.tell.clone()));
        }
        let screen = visit.screen();
        // Within a screen, the focus goes on to the next card, and into the letter once it is opened for editing.
        let (part, part_at) = match &screen {
            Screen::Send => (visit.current().map(|person| person.id.clone()), CURRENT),
            _ => ((visit.editing == Editing::Everybodys).then(|| "edit".into()), "letter-body"),
        };
        let now = Followed { step: visit.step, screen: state(visit, &screen), part: part.unwrap_or_default() };
        now.follow(self.shown.as_ref(), TITLE, part_at, &visit.typed);
        self.shown = Some(now);
    }
}

/// What a screen is called.
fn state(visit: &Visit, screen: &Screen) -> &'static str {
    match screen {
        Screen::Place(_) => "place",
        Screen::Regions(_) => "choose-state",
        Screen::Seats(..) => "choose",
        Screen::Unavailable => "unavailable",
        Screen::People(_) => "people",
        Screen::Write if matches!(visit.editing, Editing::Own(_)) => "own",
        Screen::Write => "write",
        Screen::Send => "send",
        Screen::Thanks => "thanks",
    }
}

fn draw_action(live: &Live, visitor: &Visitor, root: &NodeRef) -> Html {
    let visit = &visitor.visit;
    let screen = visit.screen();
    let step = match visit.step {
        Step::Find => "find",
        Step::Write => "write",
        Step::Send => "send",
    };
    let mut pen = Pen::new(live, visitor);
    let to = &mut pen;
    steps(to);
    draw!(to;
        div(class="screen" key={state(visit, &screen)} data-step={step} data-state={state(visit, &screen)}) {
            [match &screen {
                Screen::Place(question) => place_form(to, question),
                Screen::Regions(why) => region_choice(to, *why, false),
                Screen::Seats(seats, why) => find_screen(to, None, Some((seats, why))),
                Screen::People(found) => find_screen(to, found.as_ref(), None),
                Screen::Unavailable => unavailable(to),
                Screen::Write => write_screen(to),
                Screen::Send => send_screen(to),
                Screen::Thanks => thanks(to),
            }]
        }
    );
    let acting = !matches!(screen, Screen::Place(_));
    html! {
        <div class="action" ref={root.clone()} data-draft={visit.has_draft().then_some("")} data-acting={acting.then_some("")}>
            { pen.done() }
        </div>
    }
}
