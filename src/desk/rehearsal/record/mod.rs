//! Records: a scenario written from what really happened to a ticket. Its log is
//! retold on a rehearsal, deed by deed; what is written is what the rehearsal
//! did, so that the scenario passes. People of the desk become people of the
//! demo desk, where scenarios play.

mod people;
mod retell;

#[cfg(test)]
mod tests;

use super::{Rehearsal, demo_world};
use crate::desk::world::Content;
use crate::model::approval::Vote;
use crate::model::event::Event;
use crate::model::ids::StepId;
use crate::model::journal::JournalRow;
use crate::model::people::People;
use crate::model::problem::Refusal;
use crate::model::ticket::{Submission, Ticket, number_text};
use crate::script::on_own_stack;
use crate::store::{Depth, Store, StoreError};
use retell::Retold;
use std::sync::Arc;

/// Events read at once.
const PAGE: i64 = 1_000;

/// All that is known of a ticket.
pub struct Story {
    /// The ticket.
    pub ticket: Ticket,
    /// What was sent in for its current run.
    pub submission: Submission,
    /// All rows of its journal.
    pub journal: Vec<JournalRow>,
    /// All votes.
    pub votes: Vec<(StepId, Vote)>,
    /// Its whole log.
    pub events: Vec<Event>,
    /// Everybody.
    pub people: People,
}

/// A scenario as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its text: a whole file.
    pub text: String,
    /// What happened and could not be told, one line each.
    pub untold: Vec<String>,
}

/// Reads all that is known of a ticket; nothing where there is none of that number.
///
/// # Errors
/// When the database does not answer.
pub fn read_story(store: &Store, number: i64) -> Result<Option<Story>, StoreError> {
    let mut reader = store.reader()?;
    let Some(state) = reader.state(number, Depth::Open)? else { return Ok(None) };
    let (users, groups) = reader.people()?;
    let mut events: Vec<Event> = Vec::new();
    loop {
        let after = events.last().map_or(0, |event| event.seq);
        let page = reader.events(state.ticket.id, after, PAGE)?;
        if page.is_empty() {
            break;
        }
        events.extend(page);
    }
    Ok(Some(Story {
        journal: reader.journal(state.ticket.id)?,
        votes: reader.votes_of(state.ticket.id)?,
        ticket: state.ticket,
        submission: state.submission,
        events,
        people: People::new(users, groups),
    }))
}

/// Writes a scenario of what happened to a ticket, for a folder's content.
///
/// # Errors
/// Where the request cannot be submitted on the demo desk at all.
pub fn record(story: &Story, content: Arc<Content>) -> Result<Recorded, Refusal> {
    let fault = |message: String| Refusal::unavailable(message);
    let recorded = on_own_stack("record", || written(story, content));
    let recorded = recorded.map_err(|error| fault(format!("There is no thread to record on: {error}")))?;
    recorded.unwrap_or_else(|_| Err(fault("The recorder panicked.".to_owned())))
}

fn written(story: &Story, content: Arc<Content>) -> Result<Recorded, Refusal> {
    let number = number_text(story.ticket.kind, story.ticket.number);
    let world = demo_world(content, story.ticket.created_at);
    let Retold { lines, untold } = retell::retell(story, &world)?;
    let name = number.to_lowercase().replace('-', "_");
    let mut text = format!(
        "//! What happened to {number}, told by people of the demo desk. Texts of forms, answers and\n//! comments are as people wrote them: read them before you pass this on.\n\nfn test_it_goes_as_{name}_did() {{\n"
    );
    for line in &lines {
        text.push_str(&format!("    {line}\n"));
    }
    text.push_str("}\n");
    Ok(Recorded { text, untold })
}
