//! `reopen`: what was done is to be done again. An answer that the script has
//! read is never taken back: a step of a person is opened that asks the same of
//! the same, and names the one that it reopens.

use super::add;
use super::on_step::{log, wanted};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::handling::Reopen;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::handling::Handling;
use crate::model::ids::UserId;
use crate::model::journal::{Arguments, JournalRow};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use serde_json::{Map, Value as Json, json};

/// The options that count again.
const KEPT: [&str; 4] = ["form", "checklist", "optional", "within"];

/// Opens it again.
pub fn reopen(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &Reopen) -> Result<(), Refusal> {
    if draft.open_steps().any(|other| other.arguments.handling.reopens == Some(row.id)) {
        return Err(Refusal::new(Code::IllegalOperation, "It is open again already."));
    }
    if let Some(error) = wanted("/reason", &wish.reason) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    let old = &row.arguments;
    let mut options: Map<String, Json> =
        KEPT.iter().filter_map(|name| Some(((*name).to_owned(), old.options.get(*name)?.clone()))).collect();
    options.insert("on_fail".to_owned(), json!("end"));
    let arguments = Arguments {
        who: old.who.clone(),
        options,
        about: old.about.clone(),
        text: old.text.clone(),
        show: old.show.clone(),
        handling: Handling {
            by: Some(user.id),
            mandatory: true,
            reopens: Some(row.id),
            reason: Some(wish.reason.clone()),
            ..Handling::default()
        },
        ..Arguments::default()
    };
    let step = add(draft, row.kind, &row.name, arguments)?;
    draft.made(Made::Step(step));
    log(draft, EventType::StepReopened, row, json!({"by": user.username, "reason": wish.reason, "again": step}));
    let did_it: Vec<UserId> = row.answer.iter().filter_map(|answer| answer.by.as_ref()).map(|by| by.id).collect();
    let values = json!({"step": row.name, "reason": wish.reason});
    tell(draft, &did_it, "{number}: “{step}” is to be done again: {reason}", values);
    Ok(())
}
