//! How a ticket ends: what is recorded of it (a better way, the knowledge
//! decision, the follow-up call, how satisfied they were) and what a resolved
//! ticket still waits for before it is closed.

use super::ids::{TicketId, UserId};
use super::policy::Policy;
use super::status::Status;
use super::ticket::{ClosureCode, Ticket};
use super::time::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The closure reason of what is no service of ours: a better way is wanted with it.
pub const OUT_OF_SCOPE: &str = "out_of_scope";

/// The closure reason of what works again while its cause is still there.
pub const WORKAROUND: &str = "workaround";

/// What the process records of a ticket's end. One fact of the ticket's `Facts`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Closing {
    /// What they may do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better_way: Option<BetterWay>,
    /// The knowledge decisions, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub knowledge: Vec<Decided>,
    /// How long silence is waited out.
    pub silence: Silence,
    /// Its priority when it was resolved: whoever lowers it later is not spared a call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_at_priority: Option<String>,
    /// When somebody was asked how satisfied they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<Time>,
}

/// What they may do instead of what is declined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BetterWay {
    /// In words; the title where it is a catalog item.
    pub text: String,
    /// The catalog item that they may ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}

/// Whether a ticket is worth an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Knowledge {
    /// A new article is proposed.
    Create,
    /// An article is to be changed.
    Update,
    /// There is an article already.
    Exists,
    /// It is worth none.
    #[serde(rename = "none")]
    Nothing,
}

impl Knowledge {
    /// The four.
    pub const ALL: [Knowledge; 4] = [Knowledge::Create, Knowledge::Update, Knowledge::Exists, Knowledge::Nothing];
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Knowledge::Create => "create",
            Knowledge::Update => "update",
            Knowledge::Exists => "exists",
            Knowledge::Nothing => "none",
        }
    }
    /// The decision of a name.
    pub fn parse(name: &str) -> Option<Knowledge> {
        Knowledge::ALL.into_iter().find(|decision| decision.as_str() == name)
    }
    /// Whether the knowledge managers are to hear of it.
    pub fn proposes(self) -> bool {
        matches!(self, Knowledge::Create | Knowledge::Update)
    }
}

/// When the knowledge decision is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecidedWith {
    /// With the resolution.
    Resolved,
    /// With the close.
    Closed,
}

/// One knowledge decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Which.
    pub decision: Knowledge,
    /// Who decided; nobody where the workflow or the policy's preset did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// At which moment of its life.
    pub when: DecidedWith,
    /// When.
    pub at: Time,
}

/// How long silence after the resolution is waited out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Silence {
    /// Until when; none where nothing runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Who asked has written, and nobody of the staff has answered.
    #[serde(skip_serializing_if = "is_false")]
    pub unread: bool,
    /// Its end did not close the ticket, and the owner was told.
    #[serde(skip_serializing_if = "is_false")]
    pub told: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// The follow-up calls after a resolution, the last one in detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// How many attempts there were.
    pub attempts: u32,
    /// Whether one of them reached somebody.
    pub reached: bool,
    /// By which channel the last was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// What they said of the result, when last reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Who made the last.
    pub by: UserId,
    /// When.
    pub at: Time,
}

/// How satisfied somebody was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// From 1 to 5.
    pub score: u8,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who gave it.
    pub by: UserId,
    /// When.
    pub at: Time,
}

/// Somebody is asked how satisfied they are, by a link that needs no sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// About which ticket: one survey each; the last, where it was reopened and closed again.
    pub ticket: TicketId,
    /// Who is asked.
    pub person: UserId,
    /// SHA-256 of the link's token; the token itself is in their message alone.
    pub token_hash: [u8; 32],
    /// When they were asked.
    pub asked_at: Time,
    /// Until when the link is good.
    pub expires_at: Time,
}

/// What keeps a resolved ticket from being closed by silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Awaits {
    /// Who asked has written and waits for an answer.
    Answer,
    /// Who asked was reached and is not satisfied.
    Satisfaction,
    /// Who asked is to be called first.
    FollowUp,
    /// Nothing but a confirmation: the policy lets such a ticket never close by itself.
    Confirmation,
}

impl Awaits {
    /// The name in the log and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Awaits::Answer => "answer",
            Awaits::Satisfaction => "satisfaction",
            Awaits::FollowUp => "follow_up",
            Awaits::Confirmation => "confirmation",
        }
    }
}

/// Whether a follow-up call must be made before the owner or silence closes it.
pub fn follow_up_due(policy: &Policy, ticket: &Ticket) -> bool {
    let rule = &policy.close.follow_up;
    let made = ticket.follow_up.as_ref();
    ticket.status == Status::Resolved
        && rule.wants(ticket)
        && !made.is_some_and(|made| made.reached || made.attempts >= rule.attempts)
}

/// What keeps a resolved ticket from being closed by silence; none where nothing does.
pub fn kept_open(policy: &Policy, ticket: &Ticket) -> Option<Awaits> {
    if ticket.status != Status::Resolved {
        return None;
    }
    let never = &policy.close.never_auto;
    if never.unread_reply && ticket.facts.closing.silence.unread {
        return Some(Awaits::Answer);
    }
    if ticket.follow_up.as_ref().is_some_and(|made| made.satisfied == Some(false)) {
        return Some(Awaits::Satisfaction);
    }
    if follow_up_due(policy, ticket) {
        return Some(Awaits::FollowUp);
    }
    never.spares(ticket).then_some(Awaits::Confirmation)
}

/// Whether the work on it can still be rated: it was done or has failed, and
/// nobody has rated it.
pub fn can_be_rated(ticket: &Ticket) -> bool {
    let carried_out = matches!(ticket.closure_code, Some(ClosureCode::Succeeded | ClosureCode::Failed));
    carried_out && ticket.rating.is_none()
}
