//! Why a ticket stands as it does: what it waits for and what would move it
//! on, who is asked and why they, how priority, due times and price came about.
//! Requesters get a sentence that a clerk would say, staff line and inputs too.
//! What is told of a wait is in `wait`, of the rest in `facts`; all from what
//! was read, nothing is looked up here.

mod facts;
mod wait;

pub use wait::{LevelWhy, Moment, StepWhy, levels};

use super::{FaultView, Viewer, headline};
use crate::model::approval::Vote;
use crate::model::changes::{Delivery, Timer};
use crate::model::event::Event;
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, Origin};
use crate::model::ladder::Rung;
use crate::model::money::Money;
use crate::model::ticket::{Submission, Ticket, number_text};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is to be explained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// What it waits for.
    #[default]
    Wait,
    /// Why these people are asked.
    Approver,
    /// Why it lies with this group or handler.
    Assignee,
    /// How its priority came about.
    Priority,
    /// How its due times came about.
    Sla,
    /// What its price is made of.
    Price,
}

impl Of {
    /// Every question, by name.
    pub const ALL: [(&'static str, Of); 6] = [
        ("wait", Of::Wait),
        ("approver", Of::Approver),
        ("assignee", Of::Assignee),
        ("priority", Of::Priority),
        ("sla", Of::Sla),
        ("price", Of::Price),
    ];

    /// The question of a name.
    pub fn parse(name: &str) -> Option<Of> {
        Of::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, of)| of)
    }
}

/// Everything that an explanation is made of.
pub struct Found<'a> {
    /// The ticket.
    pub ticket: &'a Ticket,
    /// What was sent in for its current run.
    pub submission: &'a Submission,
    /// Its open rows.
    pub open: &'a [JournalRow],
    /// Votes on them.
    pub votes: &'a [(StepId, Vote)],
    /// Its timers.
    pub timers: &'a [Timer],
    /// Its plugin calls on their way.
    pub deliveries: &'a [Delivery],
    /// The levels that open steps will go up if nobody answers.
    pub ladders: &'a [(StepId, Vec<Rung>)],
    /// The last event that gave it to somebody.
    pub given: Option<&'a Event>,
    /// What the item costs without options.
    pub item_price: Option<&'a Money>,
    /// The chosen options that cost something, with what they are called.
    pub options: &'a [(String, Decimal)],
}

/// An explanation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Explanation {
    /// The ticket's number.
    #[schema(example = "SR-000123")]
    pub ticket: String,
    /// The ticket's version that is explained.
    pub version: i64,
    /// What is explained.
    pub of: Of,
    /// As a clerk would say it, in the caller's language.
    pub sentence: String,
    /// For `wait` and `approver`: each open step.
    pub steps: Vec<StepWhy>,
    /// What it was made of, one line each, in the caller's language.
    pub because: Vec<String>,
    /// Why the script cannot go on; for staff who may see scripts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<FaultView>,
}

/// Explains a ticket to a viewer.
pub fn explain(viewer: &Viewer<'_>, found: &Found<'_>, of: Of) -> Explanation {
    let ticket = found.ticket;
    let mut explanation = Explanation {
        ticket: number_text(ticket.kind, ticket.number),
        version: ticket.version,
        of,
        sentence: String::new(),
        steps: Vec::new(),
        because: Vec::new(),
        fault: None,
    };
    match of {
        Of::Wait => {
            let held = found.open.iter().filter(|row| row.origin != Origin::Undo);
            let waiting: Vec<_> = held.map(|row| super::ticket::wait(viewer, row)).collect();
            explanation.sentence = headline::headline(viewer, ticket, &waiting);
            explanation.steps = wait::steps(viewer, found);
            explanation.because = wait::clocks(viewer, found);
            let fault = ticket.fault.as_ref().filter(|_| super::ticket::may_see_scripts(viewer));
            explanation.fault = fault.map(FaultView::of);
        }
        Of::Approver => {
            explanation.steps = wait::steps(viewer, found);
            (explanation.sentence, explanation.because) = facts::approver(viewer, found);
        }
        Of::Assignee => (explanation.sentence, explanation.because) = facts::assignee(viewer, found),
        Of::Priority => (explanation.sentence, explanation.because) = facts::priority(viewer, found),
        Of::Sla => (explanation.sentence, explanation.because) = facts::sla(viewer, found),
        Of::Price => (explanation.sentence, explanation.because) = facts::price(viewer, found),
    }
    explanation
}
