//! `consult`: who is asked for their approval wants to know what somebody else
//! thinks. That is a question under the approval, without a vote; its answer is
//! shown to those who vote.

use super::add;
use super::on_step::{log, somebody_else, wanted};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::handling::Consult;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::handling::{Handling, Opinion};
use crate::model::ids::StepId;
use crate::model::journal::{Answer, Arguments, JournalRow, RowKind};
use crate::model::people::User;
use crate::model::problem::{FieldError, Refusal};
use crate::model::who::Who;
use serde_json::{Map, Value as Json, json};

/// An approval is asked about at most so many times.
const MOST: usize = 20;
/// What such a question is called.
const NAME: &str = "Opinion";

/// Asks for an opinion.
pub fn consult(draft: &mut Draft<'_>, row: &JournalRow, by: &User, wish: &Consult) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    let user = somebody_else(draft, "/user", &wish.user, by, &mut errors);
    errors.extend(wanted("/question", &wish.question));
    let votes = |user: &User| row.arguments.rule.as_ref().is_some_and(|rule| rule.may_vote(user.id));
    if let Some(user) = user.as_ref().filter(|user| votes(user)) {
        let message = format!("{} has a vote, and says with it what they think.", user.name);
        errors.push(FieldError::new("/user", "has_vote", message));
    }
    if draft.journal.iter().filter(|old| old.arguments.handling.of == Some(row.id)).count() >= MOST {
        errors.push(FieldError::new("/user", "maxItems", format!("at most {MOST} opinions are asked for")));
    }
    let Some(user) = user.filter(|_| errors.is_empty()) else { return Err(Refusal::invalid_fields(errors)) };
    let arguments = Arguments {
        who: vec![Who::Person { id: user.id, username: user.username.clone() }],
        about: Some(row.name.clone()),
        text: Some(wish.question.clone()),
        show: row.arguments.show.clone(),
        amount: row.arguments.amount.clone(),
        // The approval is what the ticket waits for; its clock stands as that says.
        options: Map::from_iter([("pause".to_owned(), json!(false))]),
        handling: Handling { by: Some(by.id), of: Some(row.id), ..Handling::default() },
        ..Arguments::default()
    };
    let step = add(draft, RowKind::Question, NAME, arguments)?;
    draft.made(Made::Step(step));
    let data = json!({"user": user.username, "by": by.username, "question": wish.question, "opinion": step});
    log(draft, EventType::StepConsulted, row, data);
    let values = json!({"by": by.name, "step": row.name, "question": wish.question});
    tell(draft, &[user.id], "{number}: {by} asks what you think of “{step}”: {question}", values);
    Ok(())
}

/// An opinion was given: it is kept with the approval, for those who vote on it.
pub fn given(draft: &mut Draft<'_>, row: &JournalRow, of: StepId, answer: &Answer) {
    let said = answer.output.get("answer").and_then(Json::as_str);
    let (Some(by), Some(said), Some(asked_by)) = (&answer.by, said, row.arguments.handling.by) else { return };
    let opinion = Opinion {
        step: row.id,
        by: by.id,
        asked_by,
        question: row.arguments.text.clone().unwrap_or_default(),
        answer: said.to_owned(),
        at: draft.now,
    };
    let values = json!({"by": by.name, "step": row.arguments.about, "answer": said});
    draft.change_row(of, |approval| approval.arguments.handling.opinions.push(opinion));
    tell(draft, &[asked_by], "{number}: {by} on “{step}”: {answer}", values);
}
