//! What became of a related ticket, carried out on this one.

use crate::desk::decide::answer::only_work;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::people::in_the_way;
use crate::desk::decide::{desks, ending, steps};
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::journal::{Answer, JournalRow, RowState};
use crate::model::problem::{Code, Refusal};
use crate::model::relation::{Affected, Related, RelatedNews};
use crate::model::status::Operation;
use crate::model::ticket::{ClosureCode, Why};
use serde_json::json;

/// Takes note of it.
pub fn news(draft: &mut Draft<'_>, news: &RelatedNews) -> Result<(), Refusal> {
    draft.actor = news.by.clone();
    let from = news.from.as_str();
    match &news.what {
        Related::Linked { kind, reason } => {
            draft.ticket.facts.relations.linked = true;
            draft.log(EventType::TicketLinked, json!({"kind": kind, "what": from, "reason": reason}));
        }
        Related::NotLinked { message } => not_linked(draft, from, message),
        Related::Unlinked { kind, reason } => {
            draft.log(EventType::TicketUnlinked, json!({"kind": kind, "what": from, "reason": reason}));
        }
        Related::Merged { people, affected, reason } => {
            draft.ticket.facts.relations.linked = true;
            for person in people {
                draft.see(*person, Why::Watcher);
            }
            also_hit(draft, affected);
            draft.log(EventType::TicketMerged, json!({"from": from, "reason": reason}));
        }
        Related::Split { reason } => {
            draft.ticket.facts.relations.linked = true;
            draft.log(EventType::TicketSplit, json!({"into": from, "reason": reason}));
            let text = "{number} “{title}”: a part of it is {into} from now on: {reason}";
            ending::tell_requester(draft, text, &[("into", from), ("reason", reason)]);
        }
        Related::Resolve { resolution, failed, closure_reason } => {
            return resolve(draft, from, resolution, *failed, closure_reason.as_deref());
        }
        Related::Offer { resolution } => {
            check_open(draft)?;
            let data = json!({"master": from, "resolution": resolution, "done": false});
            draft.log(EventType::MasterResolved, data);
            tell_handler(
                draft,
                "{number} “{title}”: {master}, which caused it, is resolved: {resolution}",
                from,
                resolution,
            );
        }
    }
    Ok(())
}

/// Whom the ticket that goes on here hit as well.
fn also_hit(draft: &mut Draft<'_>, people: &[UserId]) {
    let own = [draft.ticket.requester, draft.ticket.requested_for];
    for person in people {
        if own.contains(person) || draft.kin.affected.contains(person) {
            continue;
        }
        draft.ticket.facts.relations.affected += 1;
        let at = draft.now;
        draft.changes().affected.push(Affected { person: *person, at, note: None });
    }
}

fn check_open(draft: &Draft<'_>) -> Result<(), Refusal> {
    if draft.ticket.status.is_open() && !draft.ticket.flags.cancelling {
        return Ok(());
    }
    Err(Refusal::new(Code::IllegalOperation, "The ticket has ended by itself."))
}

/// Resolves it as the other was: its open work is done by that. Where other
/// steps are open, or its work asks for a form, that is left to people.
fn resolve(
    draft: &mut Draft<'_>,
    master: &str,
    resolution: &str,
    failed: bool,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    check_open(draft)?;
    let work = only_work(draft);
    let busy = draft.open_steps().any(in_the_way) && work.as_ref().is_none_or(wants_form);
    let data = json!({"master": master, "resolution": resolution, "done": !busy});
    draft.log(EventType::MasterResolved, data);
    if busy {
        let text = "{number} “{title}” was to be resolved with {master}, but steps are open: {resolution}";
        tell_handler(draft, text, master, resolution);
        return Ok(());
    }
    desks::answered_for(draft);
    match work {
        Some(work) => {
            let group = draft.ticket.group.and_then(|id| draft.world.group_name(id));
            let answer = Answer {
                outcome: if failed { "failed" } else { "done" }.to_owned(),
                output: json!({"resolution": resolution, "group": group}),
                comment: failed.then(|| resolution.to_owned()),
                code: reason.map(str::to_owned),
                ..Answer::default()
            };
            let state = if failed { steps::failure(draft, &work) } else { RowState::Done };
            steps::settle(draft, work.id, state, answer);
        }
        None => {
            let code = if failed { ClosureCode::Failed } else { ClosureCode::Succeeded };
            ending::resolve(draft, resolution, code, reason.map(str::to_owned), Operation::ScriptResolve);
        }
    }
    Ok(())
}

fn wants_form(work: &JournalRow) -> bool {
    steps::option(work, "form").is_some()
}

fn tell_handler(draft: &mut Draft<'_>, text: &str, master: &str, resolution: &str) {
    let people: Vec<UserId> = draft.ticket.assignee.into_iter().chain(draft.ticket.owner).collect();
    ending::tell(draft, &people, text, json!({"master": master, "resolution": resolution}));
}

/// The workflow named what there is not: who handles the ticket may set it right.
fn not_linked(draft: &mut Draft<'_>, what: &str, message: &str) {
    draft.log(EventType::NoteAdded, json!({"text": format!("{what} was not linked: {message}")}));
    let mut people: Vec<UserId> = draft.ticket.assignee.into_iter().chain(draft.ticket.owner).collect();
    if people.is_empty() {
        let members = draft.ticket.group.into_iter().flat_map(|group| draft.world.people.active_members(group));
        people = members.map(|user| user.id).collect();
    }
    let text = "{number} “{title}”: {what} was not linked: {message}";
    ending::tell(draft, &people, text, json!({"what": what, "message": message}));
}
