//! A call that changes something. It is read in the order of refusals: 401, 413,
//! 400; what is wrong with fields (422) is held back until the desk has said
//! 404, 403, 412 and 409.

use super::call::{Extracting, Signed, no_state, readable};
use super::caller::authenticate;
use super::problem::Problem;
use super::state::State;
use super::{body, once, precondition};
use crate::desk::command::{Act, Command, Doer, Done, StepAnswer, Target, WITHDRAWN_LONGEST, Withdrawal, fields_of};
use crate::desk::handling::StepAct;
use crate::desk::views::{self, Stands, View};
use crate::model::access::Right;
use crate::model::problem::{Code, Refusal};
use crate::model::status::{self, Operation};
use crate::model::step_actions::StepOperation;
use crate::model::view::TicketView;
use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use utoipa::PartialSchema;

/// A call that changes something.
pub struct Change {
    /// Who calls, and how.
    pub signed: Signed,
    /// The body as sent.
    body: Bytes,
    /// `Idempotency-Key`.
    key: Option<String>,
    /// `If-Match`.
    tag: Option<String>,
}

impl FromRequest for Change {
    type Error = Problem;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let state = State::of(&request).ok_or_else(no_state)?;
            let (caller, token) = authenticate(&request, &state).await?;
            let body = body::read(&request, &mut payload, &state.options).await?;
            let query = readable(&request, &state)?;
            let key = once::key(request.headers())?;
            let tag = precondition::if_match(request.headers())?;
            Ok(Self { signed: Signed { state, caller, token, query, request }, body, key, tag })
        })
    }
}

impl Change {
    /// The body, where it is no command for the desk's workers.
    ///
    /// # Errors
    /// 400, 422.
    pub fn body<B: DeserializeOwned + PartialSchema>(&self) -> Result<B, Refusal> {
        let body = body::typed(&self.body)?;
        self.signed.query.verdict()?;
        Ok(body)
    }

    /// The same, where `earlier` tells what the desk says before it looks at the
    /// fields; it is asked only where they are wrong.
    ///
    /// # Errors
    /// 400, what `earlier` says, 422.
    pub async fn body_after<B: DeserializeOwned + PartialSchema, T>(
        &self,
        earlier: impl Future<Output = Result<T, Refusal>>,
    ) -> Result<B, Refusal> {
        let read = self.body();
        if read.as_ref().is_err_and(|refusal: &Refusal| refusal.code == Code::Invalid) {
            earlier.await?;
        }
        read
    }

    /// Refuses who has not the right, before anything is said of the body.
    ///
    /// # Errors
    /// 403.
    pub fn ask(&self, right: Right) -> Result<(), Refusal> {
        right.ask(&self.signed.caller.user)
    }

    /// The body once more, for whom the order of its fields means something.
    ///
    /// # Errors
    /// 400; what is wrong with fields is told by `body`.
    pub fn in_order<B: DeserializeOwned>(&self) -> Result<B, Refusal> {
        serde_json::from_slice(&self.body).map_err(|error| Refusal::new(Code::Malformed, error.to_string()))
    }

    /// The entity tag that must be in force.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// How a repeat of this call is known again, where it was sent with a key.
    pub fn once(&self) -> Option<(String, [u8; 32])> {
        let Signed { caller, request, .. } = &self.signed;
        let (method, route) = (request.method().as_str(), request.match_pattern().unwrap_or_default());
        let key = self.key.as_deref()?;
        let print = once::fingerprint(method, request.path(), &self.body);
        Some((once::command_id(caller.user.id, method, &route, Some(key)), print))
    }

    /// Reads the body, makes a command of it and lets the desk carry it out.
    ///
    /// # Errors
    /// What the desk says; 422 of the body's shape only after what the desk
    /// would have said before it looked at the body.
    pub async fn carry_out<B: DeserializeOwned + PartialSchema>(
        &self,
        target: Target,
        operation: Option<Operation>,
        act: impl FnOnce(B) -> Result<Act, Refusal>,
    ) -> Result<Done, Problem> {
        match self.body().and_then(act) {
            Ok(act) => Ok(self
                .signed
                .desk()
                .carry_out_from(self.command(target, act), self.signed.caller.origin.clone())
                .await?),
            Err(refusal) if refusal.code == Code::Invalid => {
                self.refused_before(target, operation).await?;
                Err(refusal.into())
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// The same for what is done to the step in the path beside answering it.
    ///
    /// # Errors
    /// What the desk says; 422 of the body's shape last.
    pub async fn on_step<B: DeserializeOwned + PartialSchema>(
        &self,
        operation: StepOperation,
        act: impl FnOnce(B) -> StepAct,
    ) -> Result<Done, Problem> {
        let target = Target::Step(self.signed.id()?);
        self.carry_out_probing(target, Act::CouldOnStep(operation), |body| Act::OnStep(act(body))).await
    }

    /// The same where the operation alone does not tell who may: if the body cannot
    /// be read, `probe` tells what the desk says before it looks at the fields. It
    /// must be a wish that the desk refuses by its fields alone.
    ///
    /// # Errors
    /// As `carry_out`.
    pub async fn carry_out_probing<B: DeserializeOwned + PartialSchema>(
        &self,
        target: Target,
        probe: Act,
        act: impl FnOnce(B) -> Act,
    ) -> Result<Done, Problem> {
        match self.body() {
            Ok(wish) => Ok(self
                .signed
                .desk()
                .carry_out_from(self.command(target, act(wish)), self.signed.caller.origin.clone())
                .await?),
            Err(refusal) if refusal.code == Code::Invalid => {
                match self
                    .signed
                    .desk()
                    .carry_out_from(self.command(target, probe), self.signed.caller.origin.clone())
                    .await
                {
                    Err(earlier) if earlier.code != Code::Invalid => Err(earlier.into()),
                    _ => Err(refusal.into()),
                }
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// The body of a call that only looks ahead at an operation: what is wrong
    /// with its shape is told after what the desk says before it looks at it.
    ///
    /// # Errors
    /// 400, 404, 403, 412, 409, 422.
    pub async fn wish<B: DeserializeOwned + PartialSchema>(
        &self,
        number: i64,
        operation: Option<Operation>,
    ) -> Result<B, Problem> {
        match self.body() {
            Err(refusal) if refusal.code == Code::Invalid => {
                self.refused_before(Target::Ticket(number), operation).await?;
                Err(refusal.into())
            }
            read => Ok(read?),
        }
    }

    /// The version that the caller has seen.
    pub fn expected(&self) -> Option<i64> {
        self.tag().map(precondition::version)
    }

    fn command(&self, target: Target, act: Act) -> Command {
        let Signed { caller, request, .. } = &self.signed;
        let method = request.method().as_str();
        let route = request.match_pattern().unwrap_or_default();
        Command {
            id: once::command_id(caller.user.id, method, &route, self.key.as_deref()),
            fingerprint: once::fingerprint(method, request.path(), &self.body),
            doer: Doer::Person { user: caller.user.clone(), token: caller.token_name.clone() },
            target,
            expect: self.expected().filter(|_| target != Target::New),
            act,
        }
    }

    /// What the desk refuses before it looks at the body's fields: 404, 403, 412, 409.
    async fn refused_before(&self, target: Target, operation: Option<Operation>) -> Result<(), Problem> {
        let desk = self.signed.desk();
        let user = self.signed.caller.user.clone();
        let number = match target {
            Target::New => return self.unknown_item().await,
            Target::Ticket(number) => number,
            Target::Step(_) => return self.unanswerable(target).await,
        };
        let (seen, fields) = (self.expected(), fields_of(&serde_json::from_slice(&self.body).unwrap_or_default()));
        let look = move |view: &mut View<'_>| views::standing(view, &user, number, operation, seen, fields);
        let Stands { ticket, may, stale } = desk.read(look).await?;
        if let Some(operation) = operation.filter(|_| !may) {
            return Err(Problem::new(Code::Forbidden, status::forbidden(operation)));
        }
        if let Some(why) = stale {
            return Err(Problem::new(Code::PreconditionFailed, why));
        }
        match operation.and_then(|operation| illegal(operation, &ticket)) {
            Some(refusal) => Err(refusal.into()),
            None => Ok(()),
        }
    }

    /// What the desk refuses of a step before it looks at the body's fields: it
    /// is asked with a wish that no step takes, so nothing is done.
    async fn unanswerable(&self, target: Target) -> Result<(), Problem> {
        let route = self.signed.request.match_pattern().unwrap_or_default();
        let act = match route.ends_with("/withdraw") {
            true => Act::Withdraw(Withdrawal { reason: Some("?".repeat(WITHDRAWN_LONGEST + 1)) }),
            false => Act::Answer(StepAnswer::default()),
        };
        match self.signed.desk().carry_out_from(self.command(target, act), self.signed.caller.origin.clone()).await {
            Err(refusal) if refusal.code != Code::Invalid => Err(refusal.into()),
            _ => Ok(()),
        }
    }

    /// A submission's 404: the item that the body names, as far as it can be read.
    async fn unknown_item(&self) -> Result<(), Problem> {
        let body: Json = serde_json::from_slice(&self.body).unwrap_or_default();
        let Some(item) = body.get("item").and_then(Json::as_str).map(str::to_owned) else { return Ok(()) };
        let user = self.signed.caller.user.clone();
        self.signed.desk().read(move |view| views::catalog_item(view, &user, &item).map(drop)).await?;
        Ok(())
    }
}

fn illegal(operation: Operation, ticket: &TicketView) -> Option<Refusal> {
    // Whether a ticket can still be rated is said among the caller's actions alone.
    let once = operation != Operation::Rating || ticket.actions.iter().any(|action| action == operation.as_str());
    if once && status::allowed_in(operation, ticket.status, &ticket.flags) {
        return None;
    }
    let why = status::impossible(operation, ticket.status, &ticket.flags);
    let mut refusal = Refusal::new(Code::IllegalOperation, why);
    refusal.allowed.clone_from(&ticket.actions);
    Some(refusal)
}
