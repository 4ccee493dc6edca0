//! `resolve`: a person reports the result. Where the ticket waits for its
//! `handle`, that is its answer and the script goes on.

use super::answer::{only_work, report};
use super::draft::Draft;
use super::people::in_the_way;
use super::submit::{LONGEST_REASON, too_long};
use super::{better_way, ending, kind_facts, knowledge, permit, relate};
use crate::desk::command::Resolve;
use crate::model::access::Right;
use crate::model::closing::DecidedWith;
use crate::model::ids::StepId;
use crate::model::journal::RowKind;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::status::{Operation, Standing};
use crate::model::ticket::ClosureCode;

const LONGEST: usize = 20_000;

/// Resolves by hand. Other open steps stand in the way, unless the service request
/// manager forces it with a reason; then nobody answers them any more.
pub fn resolve(draft: &mut Draft<'_>, wish: &Resolve) -> Result<(), Refusal> {
    permit(draft, Operation::Resolve)?;
    if wish.resolution.trim().is_empty() {
        return Err(Refusal::invalid("/resolution", "required", "Say what was done."));
    }
    let reason = wish.force.as_deref().unwrap_or_default();
    let errors = [too_long("/resolution", &wish.resolution, LONGEST), too_long("/force", reason, LONGEST_REASON)];
    if errors.iter().any(Option::is_some) {
        return Err(Refusal::invalid_fields(errors.into_iter().flatten().collect()));
    }
    let code = match wish.outcome.as_deref() {
        None | Some("done") => ClosureCode::Succeeded,
        Some("failed") => ClosureCode::Failed,
        Some(other) => {
            return Err(Refusal::invalid("/outcome", "enum", format!("`{other}` is neither done nor failed")));
        }
    };
    let decision = knowledge::wanted(draft, wish.knowledge.as_deref(), DecidedWith::Resolved)?;
    ending::check_reason(draft, wish.closure_reason.as_deref(), code)?;
    let way = better_way::wanted(draft, wish.closure_reason.as_deref(), wish.better_way.as_deref(), "/better_way");
    let way = way.map_err(|error| Refusal::invalid_fields(vec![error]))?;
    let forced = wish.force.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    draft.with_children = wish.children == Some(true);
    over(draft, forced, code)?;
    if let (Some(work), Some(user)) = (only_work(draft), draft.doer.person().cloned()) {
        report(draft, &work, &user, wish)?;
        knowledge::decide(draft, decision, DecidedWith::Resolved, &wish.resolution);
        return Ok(());
    }
    let open: Vec<StepId> = draft.open_steps().filter(|row| in_the_way(row)).map(|row| row.id).collect();
    if !open.is_empty() {
        force(draft, wish, &open)?;
    }
    in_hand(draft);
    draft.ticket.facts.closing.better_way = way;
    ending::resolve(draft, &wish.resolution, code, wish.closure_reason.clone(), Operation::Resolve);
    knowledge::decide(draft, decision, DecidedWith::Resolved, &wish.resolution);
    Ok(())
}

/// Who reports the result without a step had the work in their hand, if they are
/// of those who work on it.
fn in_hand(draft: &mut Draft<'_>) {
    let user = draft.doer.person().cloned();
    let works = |user: &User| {
        [Standing::Assignee, Standing::GroupMember].into_iter().any(|standing| standing.holds(user, &draft.ticket))
    };
    if let Some(user) = user.filter(|user| works(user)) {
        draft.ticket.facts.dispatch.hand = Some(user.id);
    }
}

/// What stands in the way beside steps: parts of the ticket that are open, and of
/// a change what policy wants on record. The service request manager forces it.
fn over(draft: &Draft<'_>, forced: bool, code: ClosureCode) -> Result<(), Refusal> {
    let with = draft.with_children;
    let children = if with { relate::check_with_children(draft) } else { relate::check_children(draft) };
    let facts = if code == ClosureCode::Succeeded { kind_facts::check_required(draft) } else { Ok(()) };
    let Err(refusal) = children.and(facts) else { return Ok(()) };
    match (forced, draft.doer.person()) {
        (true, Some(user)) => Right::ResolveOverSteps.ask(user),
        (true, None) => Err(Refusal::new(Code::Forbidden, "Only people do that.")),
        (false, _) => Err(refusal),
    }
}

fn force(draft: &mut Draft<'_>, wish: &Resolve, open: &[StepId]) -> Result<(), Refusal> {
    let Some(reason) = wish.force.as_deref().filter(|reason| !reason.trim().is_empty()) else {
        let waiting = draft.open_steps().filter(|row| in_the_way(row));
        let names: Vec<String> = waiting.map(|row| format!("{} “{}”", row.kind.as_str(), row.name)).collect();
        let detail = format!("Steps are open: {}. They must be answered first.", names.join(", "));
        return Err(Refusal::new(Code::StepsOpen, detail));
    };
    let user = draft.doer.person().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people do that."))?;
    Right::ResolveOverSteps.ask(user)?;
    // A call that may have been sent is never cut off: its answer is awaited.
    for step in open {
        if draft.row(*step).is_some_and(|row| row.kind != RowKind::Plugin) {
            draft.cancel_step(*step, reason);
        }
    }
    Ok(())
}
