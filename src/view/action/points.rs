//! The points of the campaign: the supporter chooses those that matter to them, in their own order.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::{Event, Task};
use crate::view::action::controls::{back, next};
use crate::view::field::field;
use crate::view::hooks::use_visit::Visitor;
use crate::view::live::Live;
use crate::view::piece::{heading, hint_line};

/// A box to tick for each point. A ticked one says at which place of the letter it will stand.
pub fn points_screen(live: &Live, visitor: &Visitor) -> Html {
    let guide = &visitor.visit.guide;
    let points = live.page().action.letter.points.iter().enumerate().map(|(at, point)| {
        let place = guide.place_of(at);
        let onclick = visitor.on(Event::PointToggled(at));
        let place_text = place.map(|place| place.to_string()).unwrap_or_default();
        html! {
            <li key={at}>
                <label class="choice point">
                    { field! { <input type="checkbox" checked={place.is_some()} {onclick} data-point={at.to_string()} /> } }
                    <span>{ point.label.clone() }</span>
                    <span class="order">{ place_text }</span>
                </label>
            </li>
        }
    });
    html! {
        <div>
            { back(live, visitor, Event::TurnedTo(Task::Words)) }
            { heading(live.text(Message::PointsTitle)) }
            { hint_line(live.text(Message::PointsHint)) }
            <ul class="choices">{ for points }</ul>
            { next(live, visitor, Event::TurnedTo(Task::Letter)) }
        </div>
    }
}
