//! Many at once: one command per ticket or step, each allowed or refused by its
//! own rules, each with a result of its own. Their ids come from the call's
//! `Idempotency-Key`: a repeat goes on where an earlier call was cut off.

use super::change::Change;
use super::language;
use super::once;
use super::problem::{Problem, ProblemDocument, status_of};
use super::request_id::RequestId;
use crate::desk::command::{Act, Carried, Command, Doer, Target};
use crate::desk::views;
use crate::model::changes::Made;
use crate::model::problem::{Code, FieldError, Refusal};
use actix_web::HttpMessage;
use actix_web::http::StatusCode;
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// Most tickets or steps of one call.
pub const MOST: usize = 200;
/// So many are under way at a time: others are served in between.
pub const ABREAST: usize = 8;

/// What became of one of many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BulkResult {
    /// The ticket's number, or the step's id, as sent.
    #[schema(example = "SR-000123")]
    pub of: String,
    /// The HTTP status that a call of its own would have had.
    #[schema(example = 200)]
    pub status: u16,
    /// The ticket's version after it; absent where it was refused, or done before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemDocument>,
}

/// What became of all of them, in the order in which they were named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BulkResults {
    /// One result each.
    pub items: Vec<BulkResult>,
    /// How many were done.
    pub done: usize,
    /// How many were refused.
    pub refused: usize,
    /// Whether an earlier call under the same key had done all that is done.
    #[serde(skip)]
    pub replayed: bool,
}

/// One of many wishes.
pub struct Wish {
    /// As the caller named it.
    of: String,
    /// On what; none where the name can be none of ours.
    target: Option<Target>,
}

impl Wish {
    /// What tells its command from the others of the call.
    fn key(&self) -> String {
        match self.target {
            Some(Target::Ticket(number)) => number.to_string(),
            Some(Target::Step(step)) => step.to_string(),
            Some(Target::New) | None => self.of.clone(),
        }
    }
}

/// The wishes on what a call lists: some, not too many, none twice.
///
/// # Errors
/// 422 with a pointer to each that is in the way.
pub fn listed(field: &str, names: Vec<String>, target: impl Fn(&str) -> Option<Target>) -> Result<Vec<Wish>, Refusal> {
    if names.is_empty() || names.len() > MOST {
        let wanted = format!("1 to {MOST} are wanted, {} were sent", names.len());
        return Err(Refusal::invalid(format!("/{field}"), "length", wanted));
    }
    let wishes: Vec<Wish> = names.into_iter().map(|of| Wish { target: target(&of), of }).collect();
    let mut seen = HashSet::new();
    let twice = wishes.iter().enumerate().filter(|(_, wish)| !seen.insert(wish.key()));
    let errors: Vec<FieldError> =
        twice.map(|(n, _)| FieldError::new(format!("/{field}/{n}"), "duplicate", "it is named twice")).collect();
    if errors.is_empty() { Ok(wishes) } else { Err(Refusal::invalid_fields(errors)) }
}

impl Change {
    /// Carries out one act on each of many. It goes on when the caller hangs up.
    ///
    /// # Errors
    /// 422 where the key came before with another body; 503.
    pub async fn carry_out_each(&self, wishes: Vec<Wish>, act: &Act) -> Result<BulkResults, Problem> {
        let (id, fingerprint) = self.base().await?;
        let doer = Doer::Person { user: self.signed.caller.user.clone(), token: self.signed.caller.token_name.clone() };
        let desk = self.signed.desk().clone();
        let commands: Vec<Option<Command>> = wishes
            .iter()
            .map(|wish| {
                let target = wish.target?;
                let id = format!("{id}/{}", wish.key());
                Some(Command { id, fingerprint, doer: doer.clone(), target, expect: None, act: act.clone() })
            })
            .collect();
        let origin = self.signed.caller.origin.clone();
        let all = async move {
            let each = commands.into_iter().map(|command| {
                let (desk, origin) = (desk.clone(), origin.clone());
                async move {
                    match command {
                        Some(command) => desk.carry_out_from(command, origin).await,
                        None => Err(Refusal::not_found()),
                    }
                }
            });
            futures_util::stream::iter(each).buffered(ABREAST).collect::<Vec<Carried>>().await
        };
        let carried = actix_web::rt::spawn(all).await;
        let carried = carried.map_err(|_| Problem::from(Refusal::unavailable("The desk is stopping.")))?;
        Ok(self.results(wishes, carried, act))
    }

    /// What the ids of the commands begin with, and what tells a repeat.
    pub async fn base(&self) -> Result<(String, [u8; 32]), Problem> {
        let Some((id, fingerprint)) = self.once() else {
            return Ok((once::command_id(self.signed.caller.user.id, "", "", None), [0; 32]));
        };
        let stem = format!("{id}/");
        let before = self.signed.desk().read(move |view| views::first_command(view, &stem)).await?;
        match before {
            Some(row) if row.fingerprint != fingerprint => {
                let detail = "The same Idempotency-Key came before with another body.";
                Err(Problem::new(Code::IdempotencyKeyReused, detail))
            }
            _ => Ok((id, fingerprint)),
        }
    }

    /// One of several commands of the call.
    pub fn one_of(&self, id: String, fingerprint: [u8; 32], act: Act) -> Command {
        let doer = Doer::Person { user: self.signed.caller.user.clone(), token: self.signed.caller.token_name.clone() };
        Command { id, fingerprint, doer, target: Target::New, expect: None, act }
    }

    fn results(&self, wishes: Vec<Wish>, carried: Vec<Carried>, act: &Act) -> BulkResults {
        let request_id = self.signed.request.extensions().get::<RequestId>().map(ToString::to_string);
        let request_id = request_id.unwrap_or_default();
        let speaks = language::of(&self.signed.request);
        let done: Vec<bool> = carried.iter().filter_map(|it| it.as_ref().ok()).map(|done| done.replayed).collect();
        let result = |(wish, carried): (Wish, Carried)| match carried {
            Ok(done) => {
                let status = match (done.made, act) {
                    (Made::Comment(_), _) => StatusCode::CREATED,
                    // Only asked of the owner.
                    (Made::Step(_), Act::Cancel(_)) => StatusCode::ACCEPTED,
                    _ => StatusCode::OK,
                };
                BulkResult { of: wish.of, status: status.as_u16(), version: done.version, problem: None }
            }
            Err(refusal) => {
                let status = status_of(refusal.code).as_u16();
                let problem = Some(Problem(refusal).document(&request_id, speaks));
                BulkResult { of: wish.of, status, version: None, problem }
            }
        };
        let items: Vec<BulkResult> = wishes.into_iter().zip(carried).map(result).collect();
        let refused = items.iter().filter(|item| item.problem.is_some()).count();
        BulkResults {
            done: done.len(),
            refused,
            replayed: !done.is_empty() && done.iter().all(|replayed| *replayed),
            items,
        }
    }
}
