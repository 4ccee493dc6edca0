//! Tickets that a workflow opens: their opening, what they tell the ticket that
//! waits for them, and what that one makes of it.

use super::answer::ask_owner;
use super::draft::Draft;
use super::steps::{failure, on_fail, option, settle};
use super::{Case, Decision, relate, submit};
use crate::desk::command::{Command, Submit};
use crate::desk::load::LoadBoard;
use crate::desk::signals::{ChildNews, NEWS, News, OpenChild};
use crate::desk::world::World;
use crate::model::changes::{Guard, Signal};
use crate::model::event::EventType;
use crate::model::ids::{IdSource, StepId, TicketId};
use crate::model::journal::{Answer, JournalRow, RowKind, RowState};
use crate::model::problem::{Code, Refusal};
use crate::model::relation::LinkType;
use crate::model::ticket::{ClosureCode, number_text};
use crate::model::time::Time;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Opens a ticket for another: as a submission, but for what a person would be
/// asked to prove. The script's author answers for who may have it.
pub fn open(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    command: &Command,
    wish: &OpenChild,
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Decision, Refusal> {
    let unknown = || Refusal::invalid("/item", "unknown", format!("There is no item `{}`.", wish.item));
    let item = world.content.items.get(&wish.item).cloned().ok_or_else(unknown)?;
    let person = |id| {
        let user = world.people.user(id).cloned();
        user.ok_or_else(|| Refusal::invalid("/requested_for", "unknown", "There is nobody that it could be for."))
    };
    let (requester, requested_for, opener) =
        (person(wish.requester)?, person(wish.requested_for)?, person(wish.opened_by)?);
    let wrong = submit::wrong_form(world, &item, &wish.form);
    if !wrong.is_empty() {
        return Err(Refusal::invalid_fields(wrong));
    }
    let sent = Submit {
        item: wish.item.clone(),
        form: wish.form.clone(),
        title: wish.title.clone(),
        channel: Some(wish.channel.clone()),
        location: wish.location.clone(),
        ..Submit::default()
    };
    let submission = submit::submission(world, &sent, &item, &requester, &requested_for);
    let mut ticket = submit::ticket(world, &sent, &item, &submission, &opener, case.number, now, wish.child)?;
    ticket.restricted_to = ticket.restricted_to.or(wish.restricted_to);
    ticket.once.clone_from(&wish.once);
    ticket.parents.push(wish.parent.clone());
    let mut draft = Draft::start(ticket, Guard::New, world, board, command, now, ids);
    draft.program = case.program;
    submit::enters(&mut draft, &item, submission);
    let data = json!({"item": item.name, "run": 1, "channel": draft.ticket.channel, "parent": wish.parent.label});
    draft.log(EventType::TicketSubmitted, data);
    opened(&mut draft, wish);
    draft.run_due = true;
    draft.finish()
}

/// Links the ticket to the one that opened it, as that one says it: what it waits for is a part of it, unless the workflow says otherwise.
fn link(draft: &mut Draft<'_>, wish: &OpenChild) {
    let usual = if wish.parent.step.is_some() { LinkType::ParentOf } else { LinkType::RelatesTo };
    relate::linked_by(draft, &wish.parent, LinkType::parse(&wish.link).unwrap_or(usual));
}

/// An open ticket of the same key serves another parent too.
pub fn adopt(draft: &mut Draft<'_>, wish: &OpenChild) {
    draft.ticket.parents.push(wish.parent.clone());
    draft.log(EventType::TicketLinked, json!({"kind": wish.link, "what": wish.parent.label}));
    opened(draft, wish);
}

fn opened(draft: &mut Draft<'_>, wish: &OpenChild) {
    link(draft, wish);
    let link = wish.link.clone();
    say(draft, wish.parent.ticket, wish.parent.number, vec![wish.step], News::Opened { link });
}

fn say(draft: &mut Draft<'_>, target: TicketId, parent: i64, steps: Vec<StepId>, what: News) {
    let child = number_text(draft.ticket.kind, draft.ticket.number);
    let news = json!(ChildNews { parent, steps, child, restricted_to: draft.ticket.restricted_to, what });
    let signal = Signal {
        target,
        source: draft.ticket.id,
        source_seq: draft.ticket.last_seq,
        kind: NEWS.to_owned(),
        data: news.as_object().cloned().unwrap_or_default(),
        at: draft.now,
    };
    draft.changes().signals.push(signal);
}

/// A closed ticket tells all that wait for it, each once.
pub fn ended(draft: &mut Draft<'_>, closure_code: ClosureCode) {
    let mut waiting: BTreeMap<TicketId, (i64, Vec<StepId>)> = BTreeMap::new();
    for parent in &draft.ticket.parents {
        if let Some(step) = parent.step {
            waiting.entry(parent.ticket).or_insert((parent.number, Vec::new())).1.push(step);
        }
    }
    let ticket = &draft.ticket;
    let code = ticket.rejection_code.clone().or_else(|| ticket.closure_reason.clone());
    let resolution = ticket.resolution.clone();
    for (target, (number, steps)) in waiting {
        let what = News::Ended { closure_code, code: code.clone(), resolution: resolution.clone() };
        say(draft, target, number, steps, what);
    }
}

/// The ticket that waits learns what became of the one it opened.
pub fn news(draft: &mut Draft<'_>, wish: &ChildNews) -> Result<(), Refusal> {
    let rows = wish.steps.iter().filter_map(|step| draft.row(*step));
    let open: Vec<JournalRow> = rows.filter(|row| row.is_open() && row.kind == RowKind::Ticket).cloned().collect();
    if open.is_empty() {
        return Err(Refusal::new(Code::StepSettled, "Nobody waits for that ticket any more."));
    }
    for row in open {
        match &wish.what {
            News::Opened { link } => is_there(draft, &row, &wish.child, link),
            News::Refused { message } => bad(draft, &row, "failed", None, message, Json::Null),
            News::Ended { closure_code, code, resolution } => {
                // What was done on a confidential ticket is for those who see it.
                let shared = wish.restricted_to.is_none() || wish.restricted_to == draft.ticket.restricted_to;
                let resolution = resolution.as_ref().filter(|_| shared);
                let output = json!({"number": wish.child, "closure_code": closure_code, "resolution": resolution});
                let message = match resolution {
                    Some(said) => format!("{}: {said}", wish.child),
                    None => format!("{} closed as {}", wish.child, closure_code.as_str()),
                };
                let outcome = match closure_code {
                    ClosureCode::Succeeded => {
                        let answer = Answer { outcome: "succeeded".to_owned(), output, ..Answer::default() };
                        settle(draft, row.id, RowState::Done, answer);
                        continue;
                    }
                    ClosureCode::Failed => "failed",
                    ClosureCode::ApprovalRejected => "rejected",
                    ClosureCode::CancelledByUser => "cancelled",
                };
                bad(draft, &row, outcome, code.clone(), &message, output);
            }
        }
    }
    Ok(())
}

/// The number is known; a step that does not wait for the end has its answer.
fn is_there(draft: &mut Draft<'_>, row: &JournalRow, child: &str, link: &str) {
    draft.log(EventType::TicketLinked, json!({"kind": link, "what": child}));
    draft.change_row(row.id, |row| drop(row.arguments.values.insert("number".to_owned(), json!(child))));
    if option(row, "wait") == Some(&json!(false)) {
        let answer = Answer { outcome: "succeeded".to_owned(), output: json!({"number": child}), ..Answer::default() };
        settle(draft, row.id, RowState::Done, answer);
    }
}

/// It did not succeed: the owner decides, unless script or policy have done so.
pub fn bad(draft: &mut Draft<'_>, row: &JournalRow, outcome: &str, code: Option<String>, message: &str, output: Json) {
    if on_fail(draft, row) == "ask_owner" && !draft.ticket.flags.cancelling && draft.ticket.status.is_open() {
        ask_owner(draft, row, message);
        return;
    }
    let answer =
        Answer { outcome: outcome.to_owned(), output, comment: Some(message.to_owned()), code, ..Answer::default() };
    settle(draft, row.id, failure(draft, row), answer);
}
