//! What some wishes need of the database beside the state of their ticket.

use super::command::Act;
use super::conversation::Talk;
use super::decide::Beside;
use super::worklog::{LogWork, Work};
use crate::model::ids::TicketId;
use crate::store::{Reader, StoreError};

/// What a wish needs beside the ticket's own state.
pub(super) fn beside(reader: &mut Reader, ticket: TicketId, act: &Act) -> Result<Beside, StoreError> {
    let mut beside = Beside::default();
    let names = |text: &str| text.contains('@');
    let (looks, comment) = match act {
        Act::Comment(wish) => (names(&wish.text), None),
        Act::Talk(Talk::Edit(id, wish)) => (names(&wish.text), Some(*id)),
        Act::Talk(Talk::Watch(_)) | Act::Appoint(_) => (true, None),
        _ => (false, None),
    };
    if looks {
        beside.viewers = reader.viewers_of(ticket)?;
    }
    if let Some(id) = comment {
        beside.comment = reader.comment(id)?;
    }
    match act {
        Act::Work(Work::Log(LogWork { step: Some(step), .. })) => beside.step = reader.step(*step)?,
        Act::Work(Work::Correct(id, _)) => beside.work = reader.work_entry(*id)?,
        _ => {}
    }
    Ok(beside)
}
