//! A voter takes their vote back while the step is open. The vote goes, the log
//! keeps both; who has taken one back is asked again and may vote anew.

use super::draft::Draft;
use super::submit::too_long;
use crate::desk::command::{Target, WITHDRAWN_LONGEST, Withdrawal};
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::problem::{Code, Refusal};
use serde_json::json;

/// Takes the doer's vote back.
pub fn withdraw(draft: &mut Draft<'_>, target: Target, wish: &Withdrawal) -> Result<(), Refusal> {
    let Target::Step(step) = target else { return Err(Refusal::not_found()) };
    let row = draft.row(step).filter(|row| row.kind.waits()).cloned().ok_or_else(Refusal::not_found)?;
    let user = draft.doer.person().cloned();
    let user = user.ok_or_else(|| Refusal::new(Code::Forbidden, "Only people take votes back."))?;
    let rule = row.arguments.rule.as_ref();
    if !rule.map_or_else(|| row.arguments.parties.include(&user), |rule| rule.may_vote(user.id)) {
        return Err(Refusal::new(Code::Forbidden, "This step does not wait for you."));
    }
    draft.check_version()?;
    if !row.is_open() {
        return Err(Refusal::new(Code::StepSettled, "The step is settled; its votes stand."));
    }
    if !draft.votes.iter().any(|(id, vote)| *id == step && vote.voter == user.id) {
        return Err(Refusal::new(Code::IllegalOperation, "You have no vote on this step to take back."));
    }
    if let Some(error) = wish.reason.as_ref().and_then(|text| too_long("/reason", text, WITHDRAWN_LONGEST)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    draft.take_vote_back(step, user.id);
    draft.made(Made::Step(step));
    draft.log(EventType::StepWithdrawn, json!({"step": step, "name": row.name, "reason": wish.reason}));
    draft.ask_silent(step);
    Ok(())
}
