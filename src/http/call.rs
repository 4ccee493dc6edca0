//! What a handler takes: a call that is signed, or one by somebody who is not
//! signed in yet. What changes something is in `change`.

use super::body;
use super::caller::{self, authenticate};
use super::encoding::decode;
use super::problem::Problem;
use super::query::Query;
use super::state::State;
use crate::desk::command::Done;
use crate::desk::confidential::Subject;
use crate::desk::views::{self, View};
use crate::desk::{Caller, Desk};
use crate::model::origin::{Door, From};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::parse_number;
use crate::model::view::TicketView;
use actix_web::dev::Payload;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use std::net::IpAddr;
use std::pin::Pin;
use std::str::FromStr;
use utoipa::PartialSchema;

/// What actix awaits of something that is read from a call.
pub(super) type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// A call by somebody who is signed in.
pub struct Signed {
    /// What all calls share.
    pub state: Data<State>,
    /// Who calls.
    pub caller: Caller,
    /// With which token.
    pub token: String,
    /// Query parameters.
    pub query: Query,
    /// The request itself.
    pub request: HttpRequest,
}

impl FromRequest for Signed {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = State::of(&request).ok_or_else(no_state)?;
            let (caller, token) = authenticate(&request, &state).await?;
            let query = readable(&request, &state)?;
            Ok(Self { state, caller, token, query, request })
        })
    }
}

/// A server without its state: a mistake of ours.
pub fn no_state() -> Problem {
    Problem::new(Code::Internal, "the server has no state")
}

/// Refuses a path or a query that is no UTF-8 (400).
pub(super) fn readable(request: &HttpRequest, state: &State) -> Result<Query, Problem> {
    if decode(request.uri().path(), false).is_none_or(|path| path.contains('\0')) {
        return Err(Problem::malformed("The path is not percent-encoded UTF-8."));
    }
    let pattern = request.match_pattern().unwrap_or_default();
    Query::read(request.query_string(), state.routes.query_parameters(request.method().as_str(), &pattern))
}

impl Signed {
    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.state.desk
    }

    /// The digits of the ticket's number in the path; what is no number is no ticket.
    ///
    /// # Errors
    /// 404.
    pub fn number(&self) -> Result<i64, Problem> {
        self.part("number").as_deref().and_then(parse_number).ok_or_else(|| Refusal::not_found().into())
    }

    /// An id in the path; what is no id is nothing of ours.
    ///
    /// # Errors
    /// 404.
    pub fn id<T: FromStr>(&self) -> Result<T, Problem> {
        self.part("id").and_then(|text| text.parse().ok()).ok_or_else(|| Refusal::not_found().into())
    }

    /// A part of the path, decoded.
    pub fn part(&self, name: &str) -> Option<String> {
        decode(self.request.match_info().get(name)?, false)
    }

    /// Looks at something with the caller's eyes. Wrong query parameters are told
    /// only to who may see it.
    ///
    /// # Errors
    /// What the desk says, then 422.
    pub async fn see<T: Send + 'static>(
        &self,
        look: impl FnOnce(&mut View<'_>, &User) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Problem> {
        let user = self.caller.user.clone();
        let look = move |view: &mut View<'_>| look(view, &user);
        let seen = match self.opens() {
            Some(subject) => self.state.desk.read_on_record(&self.caller, subject, look).await?,
            None => self.state.desk.read(look).await?,
        };
        self.query.verdict()?;
        Ok(seen)
    }

    /// Refuses unknown query parameters (422), after what `earlier` says.
    ///
    /// # Errors
    /// What `earlier` says, 422.
    pub async fn verdict_after<T>(&self, earlier: impl Future<Output = Result<T, Refusal>>) -> Result<(), Refusal> {
        let verdict = self.query.verdict();
        if verdict.is_err() {
            earlier.await?;
        }
        verdict
    }

    /// What of a ticket this call opens, by its path: opening a confidential one is on record.
    fn opens(&self) -> Option<Subject> {
        if !self.request.method().is_safe() {
            return None;
        }
        let pattern = self.request.match_pattern().unwrap_or_default();
        match pattern.split('/').nth(3) {
            Some("steps") => self.id().ok().map(Subject::Step),
            Some("comments") => self.id().ok().map(Subject::Comment),
            Some("work") => self.id().ok().map(Subject::Work),
            Some("appointments") => self.id().ok().map(Subject::Appointment),
            _ => self.number().ok().map(Subject::Ticket),
        }
    }
}

impl Signed {
    /// The ticket as a command left it: as it was decided where the doer may
    /// see that, else read.
    ///
    /// # Errors
    /// What the desk says, then 422.
    pub async fn after(&self, done: &Done) -> Result<TicketView, Problem> {
        if let Some(glance) = &done.after {
            self.query.verdict()?;
            let (world, now) = (self.desk().world(), self.desk().clock().now());
            return Ok(views::glanced(&world, &self.caller.user, now, glance));
        }
        let number = done.number;
        self.see(move |view, user| views::ticket(view, user, number)).await
    }
}

/// A call by somebody who is not signed in yet.
pub struct Stranger {
    /// What all calls share.
    pub state: Data<State>,
    /// The caller's address.
    pub address: IpAddr,
    /// From where they call.
    pub origin: From,
    /// Whether a browser says that another site's page calls.
    pub foreign: bool,
    body: Bytes,
    query: Query,
}

impl FromRequest for Stranger {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let state = State::of(&request).ok_or_else(no_state)?;
            let body = body::read(&request, &mut payload, &state.options).await?;
            let query = readable(&request, &state)?;
            let address = caller::address(&request, &state.options);
            let foreign = caller::is_foreign(request.headers(), &state.options);
            let origin = caller::origin(&request, &state.options, Door::None);
            Ok(Self { state, address, origin, foreign, body, query })
        })
    }
}

impl Stranger {
    /// The body.
    ///
    /// # Errors
    /// 400, 422.
    pub fn body<B: DeserializeOwned + PartialSchema>(&self) -> Result<B, Refusal> {
        let body = body::typed(&self.body)?;
        self.query.verdict()?;
        Ok(body)
    }
}
