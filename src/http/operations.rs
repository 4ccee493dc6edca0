//! The operations on a ticket that take one body and answer with the ticket, by
//! name: what many tickets at once can be given. The bodies are those of the
//! single calls, read the same way.

use super::fields::{self, Nothing};
use crate::desk::command::{Act, Assign, Cancel, Close, Patch, Resolve};
use crate::desk::confidential::{Lift, Restrict};
use crate::desk::conversation::NewComment;
use crate::desk::dispatch::{Escalate, HandOver, ReopenTicket};
use crate::desk::handling::{HandBack, Hold};
use crate::model::problem::{FieldError, Refusal};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use utoipa::PartialSchema;

/// An operation's name, and how its body becomes a wish.
type Entry = (&'static str, fn(&Json) -> Result<Act, Refusal>);

/// All that can be done to many tickets.
const OPERATIONS: &[Entry] = &[
    ("accept", |body| read(body, |_: Nothing| Act::Accept)),
    ("assign", |body| read(body, |wish: Assign| Act::Assign(wish))),
    ("cancel", |body| read(body, |wish: Cancel| Act::Cancel(wish))),
    ("change", |body| read(body, |wish: Patch| Act::Change(wish))),
    ("close", |body| read(body, |wish: Close| Act::Close(wish))),
    ("comment", |body| read(body, |wish: NewComment| Act::Comment(wish))),
    ("escalate", |body| read(body, |wish: Escalate| Act::Escalate(wish))),
    ("hold", |body| read(body, |wish: Hold| Act::Hold(wish))),
    ("owner", |body| read(body, |wish: HandOver| Act::HandOver(wish))),
    ("reopen", |body| read(body, |wish: ReopenTicket| Act::Reopen(wish))),
    ("resolve", |body| read(body, |wish: Resolve| Act::Resolve(wish))),
    ("restrict", |body| read(body, |wish: Restrict| Act::Restrict(wish))),
    ("return", |body| read(body, |wish: HandBack| Act::Return(wish))),
    ("unhold", |body| read(body, |_: Nothing| Act::Unhold)),
    ("unrestrict", |body| read(body, |wish: Lift| Act::Unrestrict(wish))),
];

/// Their names.
pub fn operations() -> Vec<&'static str> {
    OPERATIONS.iter().map(|(name, _)| *name).collect()
}

/// The wish of an operation with a body.
///
/// # Errors
/// 422: no such operation, or what is wrong with the body, under `/body`.
pub fn wish(operation: &str, body: &Json) -> Result<Act, Refusal> {
    let Some((_, read)) = OPERATIONS.iter().find(|(name, _)| *name == operation) else {
        let told = format!("`{operation}` is none of {}", operations().join(", "));
        return Err(Refusal::invalid("/operation", "enum", told));
    };
    read(body).map_err(|mut refusal| {
        let under = |error: FieldError| FieldError { pointer: format!("/body{}", error.pointer), ..error };
        refusal.errors = refusal.errors.into_iter().map(under).collect();
        refusal
    })
}

fn read<B: DeserializeOwned + PartialSchema>(body: &Json, act: impl FnOnce(B) -> Act) -> Result<Act, Refusal> {
    fields::read(body).map(act)
}
