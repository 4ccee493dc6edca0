//! Which problems an operation may answer with, for its documentation: one set
//! per family of operations, each problem with an example.

use crate::http::problem::{Problem, status_of};
use crate::model::problem::{Code, FieldError, Refusal};
use std::collections::BTreeMap;
use utoipa::IntoResponses;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

type Responses = BTreeMap<String, RefOr<Response>>;

/// An example of a refusal.
fn example(code: Code) -> Refusal {
    let detail = match code {
        Code::Unauthenticated => "Sign in by POST /api/v1/session, or send `Authorization: Bearer TOKEN`.",
        Code::WrongCredentials => "The username or the password is wrong.",
        Code::TooManyAttempts => "Too many failed sign-ins; try again in a minute.",
        Code::TooLarge => "The body is over 1 MiB.",
        Code::Malformed => "The body is no JSON: expected value at line 1 column 9.",
        Code::NotFound => "There is no such thing here, or you may not see it.",
        Code::Forbidden => "You may not resolve this ticket.",
        Code::CrossSite => "A call by cookie that changes something must come from our own pages.",
        Code::PreconditionFailed => "The ticket is at version 8.",
        Code::IllegalOperation => "You cannot resolve this ticket while it is closed.",
        Code::AlreadyVoted => "You have voted on this step.",
        Code::StepSettled => "The step has its answer.",
        Code::ChangedSinceSeen => "What is asked has changed since it was shown to you.",
        Code::StepsOpen => "Other steps of the ticket are open.",
        Code::TooSoon => "They were urged less than 4 hours ago.",
        Code::FollowUpDue => "Call Ann Lee first: a follow-up is due, 0 of 2 attempts were made.",
        Code::AlreadyRated => "This ticket was rated before.",
        Code::Expired => "The link has expired.",
        Code::TooMany => "Nobody has more than 10 streams.",
        Code::TooLate => "SR-000123 was resolved too long ago. A new request may name it as the one that it `follows`.",
        Code::AlreadyExists => "Something of that name exists.",
        Code::Invalid => "1 of the fields sent cannot be accepted.",
        Code::IdempotencyKeyReused => "This key came with another body before.",
        Code::Busy => "The ticket is busy.",
        Code::Unavailable => "The desk cannot take this now.",
        Code::Internal => "Something went wrong on our side. The request id finds it in the log.",
        Code::MethodNotAllowed => "This path has no method PUT.",
    };
    let mut refusal = Refusal::new(code, detail);
    match code {
        Code::Invalid => {
            refusal.errors.push(FieldError::new("/form/model", "required", "`model` is missing"));
        }
        Code::IllegalOperation => refusal.allowed = vec!["comment".to_owned()],
        _ => {}
    }
    refusal
}

fn described(codes: &[Code]) -> Responses {
    let mut by_status: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
    for code in codes {
        by_status.entry(status_of(*code).as_u16()).or_default().push(*code);
    }
    by_status.into_iter().map(|(status, codes)| (status.to_string(), RefOr::T(response(&codes)))).collect()
}

fn response(codes: &[Code]) -> Response {
    let examples = codes.iter().map(|code| {
        let document = Problem(example(*code)).document("5d0c0f3b8a5e4c1f9f2a7b6c8d9e0f1a", "en");
        (code.as_str(), ExampleBuilder::new().value(serde_json::to_value(document).ok()).build())
    });
    let schema = Ref::from_schema_name("ProblemDocument");
    let content = ContentBuilder::new().schema(Some(schema)).examples_from_iter(examples).build();
    let titles: Vec<_> = codes.iter().map(|code| format!("`{}`: {}", code.as_str(), code.title())).collect();
    ResponseBuilder::new().description(titles.join("; ")).content("application/problem+json", content).build()
}

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = [$($code:ident),* $(,)?];)*) => {
        $(
            $(#[$doc])*
            pub struct $name;
            impl IntoResponses for $name {
                fn responses() -> Responses {
                    described(&[$(Code::$code),*])
                }
            }
        )*
    };
}

sets! {
    /// Signing in.
    SignIn = [WrongCredentials, TooLarge, Malformed, CrossSite, Invalid, TooManyAttempts, Unavailable, Internal];
    /// Reading what every caller has.
    Own = [Unauthenticated, Malformed, Invalid, Unavailable, Internal];
    /// Reading something that may not be there, or not for the caller.
    Shown = [Unauthenticated, Malformed, NotFound, Invalid, Unavailable, Internal];
    /// A submission.
    Submission = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, Invalid, IdempotencyKeyReused, Busy,
        Unavailable, Internal,
    ];
    /// Looking at what a request would come to.
    Previewed = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, Invalid, Unavailable, Internal,
    ];
    /// Changing a ticket.
    Changed = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, IllegalOperation,
        Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Resolving or closing a ticket: steps may be in the way.
    Ended = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, IllegalOperation,
        StepsOpen, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Changing many things at once; what is refused of each is in its result.
    Many = [
        Unauthenticated, TooLarge, Malformed, CrossSite, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Closing a ticket: a follow-up call may be due first.
    Closed = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, IllegalOperation,
        FollowUpDue, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Rating a ticket.
    Rated = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, IllegalOperation,
        AlreadyRated, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Looking at a link that needs no sign-in.
    Opened = [Malformed, NotFound, Expired, TooManyAttempts, Unavailable, Internal];
    /// Rating a ticket by such a link.
    RatedByLink = [
        TooLarge, Malformed, NotFound, IllegalOperation, AlreadyRated, Expired, Invalid, TooManyAttempts, Busy,
        Unavailable, Internal,
    ];
    /// Linking a ticket.
    Linked = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, IllegalOperation,
        AlreadyExists, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Reading what is for staff alone of a ticket.
    StaffShown = [Unauthenticated, Malformed, NotFound, Forbidden, Invalid, Unavailable, Internal];
    /// Taking a ticket up again.
    Reopened = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, IllegalOperation,
        TooLate, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Answering a step.
    Answered = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, AlreadyVoted,
        StepSettled, ChangedSinceSeen, IllegalOperation, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Doing something to a step beside answering it.
    StepChanged = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, AlreadyVoted,
        StepSettled, IllegalOperation, Invalid, IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Urging those who are silent.
    Urged = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, StepSettled,
        IllegalOperation, Invalid, IdempotencyKeyReused, TooSoon, Busy, Unavailable, Internal,
    ];
    /// Changing something of one's own that is no ticket.
    OwnChanged = [Unauthenticated, TooLarge, Malformed, NotFound, CrossSite, Invalid, Unavailable, Internal];
    /// Making an API token, which a session alone may.
    TokenMade = [Unauthenticated, TooLarge, Malformed, Forbidden, CrossSite, Invalid, Unavailable, Internal];
    /// Looking at what one would ask for again.
    Copied = [Unauthenticated, Malformed, NotFound, IllegalOperation, Invalid, Unavailable, Internal];
    /// Sending a file up.
    Uploaded = [Unauthenticated, TooLarge, Malformed, CrossSite, Invalid, Unavailable, Internal];
    /// Taking a file away.
    FileGone = [
        Unauthenticated, Malformed, NotFound, Forbidden, CrossSite, IllegalOperation, Invalid, Unavailable, Internal,
    ];
    /// Keeping a view, or changing one.
    ViewKept = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, AlreadyExists, Invalid,
        IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Exporting a list.
    Exported = [Unauthenticated, Malformed, Invalid, TooMany, Unavailable, Internal];
    /// Listening to what happens.
    Streamed = [Unauthenticated, Malformed, Invalid, TooMany, Unavailable, Internal];
    /// Registering an absence.
    AbsenceMade = [
        Unauthenticated, TooLarge, Malformed, Forbidden, CrossSite, Invalid, IdempotencyKeyReused, Busy, Unavailable,
        Internal,
    ];
    /// Changing an absence, or taking it back.
    AbsenceChanged = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, IllegalOperation, Invalid, Busy,
        Unavailable, Internal,
    ];
    /// Making something that has a name.
    NamedMade = [
        Unauthenticated, TooLarge, Malformed, Forbidden, CrossSite, AlreadyExists, Invalid, IdempotencyKeyReused,
        Unavailable, Internal,
    ];
    /// Changing something that has a name, or taking it away.
    NamedChanged = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, Invalid, Busy,
        Unavailable, Internal,
    ];
    /// Keeping a draft, or taking it away.
    DraftKept = [
        Unauthenticated, TooLarge, Malformed, NotFound, CrossSite, PreconditionFailed, Invalid, Busy, Unavailable,
        Internal,
    ];
    /// Adding a person or a group.
    DirectoryAdded = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, Invalid, IdempotencyKeyReused, Busy,
        Unavailable, Internal,
    ];
    /// Changing a person or a group.
    DirectoryChanged = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, Invalid, Busy, Unavailable, Internal,
    ];
    /// Dissolving a group.
    Dissolved = [
        Unauthenticated, Malformed, NotFound, Forbidden, CrossSite, IllegalOperation, Invalid, Busy, Unavailable,
        Internal,
    ];
    /// Changing one's own record.
    MeChanged = [Unauthenticated, TooLarge, Malformed, CrossSite, Invalid, Busy, Unavailable, Internal];
    /// Changing one's own password.
    PasswordChanged = [
        Unauthenticated, TooLarge, Malformed, Forbidden, CrossSite, Invalid, TooManyAttempts, Unavailable, Internal,
    ];
    /// Reading what staff or the directory's readers see.
    Listed = [Unauthenticated, Malformed, Forbidden, Invalid, Unavailable, Internal];
    /// Running a job out of turn.
    JobRan = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, IllegalOperation, Invalid,
        IdempotencyKeyReused, Busy, Unavailable, Internal,
    ];
    /// Reading what authors see.
    Authored = [Unauthenticated, Malformed, NotFound, Forbidden, Invalid, Unavailable, Internal];
    /// Publishing content, or planning to.
    Published = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, PreconditionFailed, Invalid, Unavailable,
        Internal,
    ];
    /// Deciding on a proposed release.
    ProposalDecided = [
        Unauthenticated, TooLarge, Malformed, NotFound, Forbidden, CrossSite, ChangedSinceSeen, IllegalOperation,
        Invalid, Unavailable, Internal,
    ];
    /// Taking something of one's own away.
    Gone = [Unauthenticated, Malformed, NotFound, CrossSite, Invalid, Unavailable, Internal];
    /// Ending a session.
    SignOut = [Unauthenticated, Malformed, Forbidden, CrossSite, Invalid, Unavailable, Internal];
    /// Figures.
    Figures = [Unauthenticated, Forbidden, Unavailable, Internal];
    /// What strangers may read.
    Absent = [NotFound];
    /// Readiness.
    NotReady = [Unavailable];
}
