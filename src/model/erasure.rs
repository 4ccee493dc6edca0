//! What is left of a closed ticket of which everything personal goes: figures,
//! times, codes and the shape of its journal, no text and no name. The entries
//! of the log stay; what they said goes.

use super::ids::UserId;
use super::journal::{Answer, Arguments, JournalRow};
use super::kind_facts::{ChangeFacts, IncidentFacts, ProblemFacts};
use super::status::Status;
use super::submission::{PersonSnapshot, Submission};
use super::ticket::Ticket;
use super::time::Time;
use serde_json::{Map, Value as Json, json};

/// What stands where something was erased.
pub const ERASED: &str = "[erased]";

/// Keys of an entry's data that figures are made of, and that say nothing of anybody.
pub(super) const FIGURES: [&str; 12] = [
    "breached",
    "closure_code",
    "closure_reason",
    "item",
    "kind",
    "level",
    "minutes",
    "outcome",
    "run",
    "score",
    "status",
    "step",
];

/// Whether a ticket may be erased: closed, and nothing of it is still to be done.
pub fn may_be_erased(ticket: &Ticket, journal: &[JournalRow]) -> bool {
    ticket.status == Status::Closed && ticket.facts.erased.is_none() && !journal.iter().any(JournalRow::is_open)
}

/// Takes everything personal out of a ticket. `nobody` takes the place of who
/// asked and whom it was for; where absent they stay, having been forgotten.
pub fn ticket(ticket: &mut Ticket, at: Time, nobody: Option<UserId>) {
    if let Some(nobody) = nobody {
        ticket.requester = nobody;
        ticket.requested_for = nobody;
        ticket.opened_by = nobody;
    }
    ticket.title.clone_from(&ticket.item);
    ticket.description.clear();
    ticket.resolution = ticket.resolution.take().map(|_| ERASED.to_owned());
    ticket.remarks = None;
    ticket.hold = None;
    ticket.fault = None;
    ticket.flags.vip = false;
    if let Some(call) = ticket.follow_up.as_mut() {
        call.comment = None;
    }
    if let Some(rating) = ticket.rating.as_mut() {
        rating.text = None;
        rating.by = nobody.unwrap_or(rating.by);
    }
    let facts = &mut ticket.facts;
    facts.contact = None;
    facts.watchers.clear();
    facts.by_workflow.clear();
    facts.appointments.clear();
    facts.closing.better_way = None;
    if let Some(set) = facts.ranking.overridden.as_mut() {
        set.reason = ERASED.to_owned();
    }
    facts.incident = facts.incident.take().map(|it| IncidentFacts { workaround: None, public_title: None, ..it });
    let problem = facts.problem.take();
    facts.problem = problem.map(|it| ProblemFacts { root_cause: None, workaround: None, public_title: None, ..it });
    let change = facts.change.take();
    facts.change = change.map(|it| ChangeFacts { plan: None, back_out: None, freeze_reason: None, ..it });
    if let Some(risk) = facts.change.as_mut().and_then(|change| change.risk.as_mut()) {
        risk.text = None;
    }
    for line in ticket.cost.iter_mut().flat_map(|cost| &mut cost.lines) {
        line.text = ERASED.to_owned();
    }
    facts.dispatch.handed_back = None;
    facts.dispatch.raised = None;
    facts.erased = Some(at);
}

/// Takes the form and the people out of a submission.
pub fn submission(submission: &mut Submission) {
    submission.form = Map::new();
    submission.title = ERASED.to_owned();
    for person in [&mut submission.requester, &mut submission.requested_for] {
        *person = PersonSnapshot {
            id: person.id,
            username: ERASED.to_owned(),
            name: ERASED.to_owned(),
            email: None,
            phone: None,
            department: person.department.take(),
            location: person.location.take(),
            language: std::mem::take(&mut person.language),
        };
    }
}

/// Takes out of a settled row what was shown and what was said.
pub fn row(row: &mut JournalRow) {
    let Arguments { amount, parties, rule, level, .. } = std::mem::take(&mut row.arguments);
    row.arguments = Arguments { amount, parties, rule, level, ..Arguments::default() };
    if let Some(answer) = row.answer.take() {
        row.answer = Some(Answer { outcome: answer.outcome, code: answer.code, ..Answer::default() });
    }
    if let Some(actor) = row.settled_by.as_mut() {
        actor.name = ERASED.to_owned();
    }
}

/// What is left of what an entry of the log said.
pub fn data(data: &Map<String, Json>) -> Map<String, Json> {
    let kept = data.iter().filter(|(key, _)| FIGURES.contains(&key.as_str()));
    let mut left: Map<String, Json> = kept.map(|(key, value)| (key.clone(), value.clone())).collect();
    left.insert("erased".to_owned(), json!(true));
    left
}
