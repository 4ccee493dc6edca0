//! How answers look: one thing, a list with its `Link`, a ticket with its
//! version, what was made.

use super::bulk::BulkResults;
use super::call::Signed;
use super::change::Change;
use super::once::REPLAYED;
use super::precondition::etag;
use super::problem::Problem;
use super::query::with_cursor;
use crate::desk::authoring::Publication;
use crate::desk::command::{Done, Target};
use crate::desk::views::{self, Page};
use crate::model::changes::Made;
use crate::model::ids::StepId;
use crate::model::problem::Code;
use crate::model::status::Operation;
use crate::model::view::{StepView, TicketView};
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpResponse, HttpResponseBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::PartialSchema;

/// What a handler gives back.
pub type Answer = Result<HttpResponse, Problem>;

/// Answers with one page, and a `Link` to the next.
pub fn page<T: Serialize>(call: &Signed, page: Page<T>) -> Answer {
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = &page.next_cursor {
        let (path, query) = (call.request.uri().path(), with_cursor(call.request.query_string(), cursor));
        response.insert_header((header::LINK, format!("<{path}?{query}>; rel=\"next\"")));
    }
    Ok(response.json(page))
}

/// Answers with a list that is always whole.
pub fn whole<T: Serialize>(items: Vec<T>) -> Answer {
    Ok(HttpResponse::Ok().json(Page { items, next_cursor: None, count: None }))
}

/// Answers with a page of a list that the desk gives whole; its cursor is the id
/// of the last entry that was seen.
pub fn cut<T: Serialize>(call: &Signed, items: Vec<T>, id: impl Fn(&T) -> String) -> Answer {
    let limit = usize::try_from(call.query.limit()).unwrap_or(usize::MAX);
    let start = match call.query.text("cursor") {
        Some(cursor) => items.iter().position(|item| id(item) == cursor).map(|at| at + 1),
        None => Some(0),
    };
    let start = start.ok_or_else(|| Problem::malformed("The cursor is none of this list."))?;
    call.query.verdict()?;
    let more = items.len() > start.saturating_add(limit);
    let items: Vec<T> = items.into_iter().skip(start).take(limit).collect();
    let next_cursor = items.last().filter(|_| more).map(id);
    page(call, Page { items, next_cursor, count: None })
}

/// Where a ticket is.
pub fn location(ticket: &TicketView) -> String {
    format!("/api/v1/tickets/{}", ticket.number)
}

/// A ticket, with its version as `ETag`.
pub fn ticket(mut response: HttpResponseBuilder, ticket: &TicketView) -> HttpResponse {
    response.insert_header((header::ETAG, etag(ticket.version))).json(ticket)
}

/// Answers with the step that a command made.
///
/// # Errors
/// What the desk says.
pub async fn made_step(call: &Signed, done: &Done) -> Answer {
    let (id, step) = step_of(call, done).await?;
    let mut response = to(done, StatusCode::CREATED);
    Ok(response.insert_header((header::LOCATION, format!("/api/v1/steps/{id}"))).json(step))
}

/// Answers with the step that a command changed.
///
/// # Errors
/// What the desk says.
pub async fn changed_step(call: &Signed, done: &Done) -> Answer {
    let (_, step) = step_of(call, done).await?;
    Ok(to(done, StatusCode::OK).json(step))
}

async fn step_of(call: &Signed, done: &Done) -> Result<(StepId, StepView), Problem> {
    let Made::Step(id) = done.made else {
        return Err(Problem::new(Code::Internal, "a step made something else"));
    };
    Ok((id, call.see(move |view, user| views::step(view, user, id)).await?))
}

/// Begins the answer to a command, and says where an earlier one did it.
pub fn to(done: &Done, status: StatusCode) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    if done.replayed {
        response.insert_header((REPLAYED, "true"));
    }
    response
}

/// Answers with what became of each of many.
pub fn each(results: &BulkResults) -> Answer {
    let mut response = HttpResponse::Ok();
    if results.replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(results))
}

/// Carries out an operation on the ticket in the path and answers with the ticket.
///
/// # Errors
/// What the desk says.
pub async fn operation<B: DeserializeOwned + PartialSchema>(
    call: Change,
    operation: Option<Operation>,
    act: impl FnOnce(B) -> Result<crate::desk::command::Act, crate::model::problem::Refusal>,
) -> Answer {
    let number = call.signed.number()?;
    let done = call.carry_out(Target::Ticket(number), operation, act).await?;
    let view = call.signed.after(&done).await?;
    Ok(ticket(to(&done, StatusCode::OK), &view))
}

/// Answers with what came of publishing: 202 and where the proposal is, where
/// the policy wants a second pair of eyes.
pub fn published(publication: &Publication) -> HttpResponse {
    match publication.proposal {
        Some(id) => HttpResponse::Accepted()
            .insert_header((header::LOCATION, format!("/api/v1/releases/proposals/{id}")))
            .json(publication),
        None => HttpResponse::Ok().json(publication),
    }
}
