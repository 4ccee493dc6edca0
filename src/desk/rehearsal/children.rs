//! Tickets that a rehearsed workflow opens: they are not carried themselves. One
//! that could be submitted is there at its time; how it ends, the scenario says.

use super::{NUMBER, Rehearsal};
use crate::desk::command::{Act, Doer, Target};
use crate::desk::decide;
use crate::desk::signals::{ChildNews, News, OpenChild, Wish, wish};
use crate::model::changes::Signal;
use crate::model::ids::StepId;
use crate::model::problem::Refusal;
use crate::model::ticket::{ClosureCode, Kind, number_text};
use crate::model::time::Time;

/// A ticket that is to be opened, or was.
#[derive(Clone)]
pub(super) struct Child {
    wish: OpenChild,
    at: Time,
    /// Its number, as people say it; none before it is there.
    number: Option<String>,
}

impl Rehearsal {
    /// Takes note of what a command has sent on its way.
    pub(super) fn note_children(&mut self, signals: Vec<Signal>) {
        // A preview says itself what becomes of them.
        if self.oracle.is_some() {
            return;
        }
        for signal in signals {
            if let Some(Wish::Open(wish)) = wish(&signal) {
                self.children.push(Child { wish: *wish, at: signal.at, number: None });
            }
        }
    }

    /// When the next of them is to be opened.
    pub(super) fn next_child(&self) -> Option<Time> {
        self.children.iter().filter(|child| child.number.is_none()).map(|child| child.at).min()
    }

    /// Opens those whose time has come, and tells the ticket.
    ///
    /// # Errors
    /// The desk's refusal of the news.
    pub(super) fn open_children(&mut self) -> Result<(), Refusal> {
        while let Some(at) = self.children.iter().position(|child| child.number.is_none() && child.at <= self.now) {
            let number = NUMBER + 1 + i64::try_from(at).unwrap_or_default();
            let Some(child) = self.children.get_mut(at) else { return Ok(()) };
            let wish = child.wish.clone();
            let item = self.world.content.items.get(&wish.item);
            let wrong = item.map(|item| decide::wrong_form(&self.world, item, &wish.form)).unwrap_or_default();
            let kind = item.map_or(Kind::Request, |item| item.meta.kind);
            let label = number_text(kind, number);
            child.number = Some(label.clone());
            let what = match wrong.is_empty() {
                true => News::Opened { link: wish.link.clone() },
                false => News::Refused { message: Refusal::invalid_fields(wrong).in_words() },
            };
            // One that nobody waits for may find its step settled.
            self.tell(&wish, label, what).or_else(settled)?;
        }
        Ok(())
    }

    /// A ticket that a step waits for ends.
    ///
    /// # Errors
    /// Where the step opened none, or nobody waits for it any more.
    pub fn child_ends(&mut self, step: StepId, code: ClosureCode, said: Option<String>) -> Result<(), Refusal> {
        let child = self.children.iter().find(|child| child.wish.step == step && child.number.is_some()).cloned();
        let child = child.ok_or_else(|| Refusal::unavailable("That step has opened no ticket yet."))?;
        let what = News::Ended { closure_code: code, code: None, resolution: said };
        self.tell(&child.wish, child.number.unwrap_or_default(), what)
    }

    fn tell(&mut self, wish: &OpenChild, child: String, what: News) -> Result<(), Refusal> {
        let news = ChildNews { parent: NUMBER, steps: vec![wish.step], child, restricted_to: None, what };
        self.carry(Doer::System("workflow"), Target::Ticket(NUMBER), Act::Child(news))
    }
}

fn settled(refusal: Refusal) -> Result<(), Refusal> {
    if refusal.code == crate::model::problem::Code::StepSettled { Ok(()) } else { Err(refusal) }
}
