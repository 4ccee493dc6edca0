//! `urge`: somebody who waits for a step reminds those who are silent. Not more
//! often than every few hours, whoever does it.

use super::on_step::log;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::decide::timeout::waited_for;
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::journal::JournalRow;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use chrono::Duration;
use serde_json::json;

/// Nobody is urged again before so many hours have passed.
const HOURS: i64 = 4;

/// Urges them.
pub fn urge(draft: &mut Draft<'_>, row: &JournalRow, user: &User) -> Result<(), Refusal> {
    if let Some(last) = row.arguments.handling.urged_at {
        let next = last.plus(Duration::hours(HOURS));
        let left = next.since(draft.now);
        if left > Duration::zero() {
            let detail = format!("They were urged less than {HOURS} hours ago; urge them again after {next}.");
            let mut refusal = Refusal::new(Code::TooSoon, detail);
            refusal.retry_after = u32::try_from(left.num_seconds()).ok();
            return Err(refusal);
        }
    }
    let people: Vec<UserId> = waited_for(draft, row).into_iter().collect();
    let now = draft.now;
    draft.change_row(row.id, |row| row.arguments.handling.urged_at = Some(now));
    log(draft, EventType::StepUrged, row, json!({"by": user.username, "to": people.len()}));
    let values = json!({"by": user.name, "step": row.name});
    tell(draft, &people, "{number}: {by} asks you to see to “{step}”.", values);
    Ok(())
}
