//! What leaves the desk: whether it does, and what was kept back on its way out.
//! Messages to people and calls of plugins alike; what a mode means for each is
//! carried out in `desk` and `scheduler`.

use super::ids::{OutgoingId, TicketId, UserId};
use super::said::Notification;
use super::time::Time;
use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// What stands in the place of a value that is for one person alone.
pub const HIDDEN: &str = "[hidden]";
/// Values of messages that are rights: whoever knows the link may rate.
const RIGHTS: [&str; 1] = ["link"];

/// What becomes of what wants to leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It leaves.
    #[default]
    Send,
    /// It is kept back, and can be read.
    Capture,
    /// It goes to one place that is named.
    Redirect,
}

impl Mode {
    /// Reads `send`, `capture`, `redirect`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "send" => Some(Self::Send),
            "capture" => Some(Self::Capture),
            "redirect" => Some(Self::Redirect),
            _ => None,
        }
    }
}

/// The rule by which things leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Whether they do.
    pub mode: Mode,
    /// Username of who gets all messages where they are redirected.
    pub redirect_to: Option<String>,
    /// URL that all calls go to where they are redirected; kept back where there is none.
    pub calls_to: Option<String>,
    /// How long what was kept back can be read.
    pub keep: Duration,
}

impl Default for Outgoing {
    fn default() -> Self {
        Self { mode: Mode::Send, redirect_to: None, calls_to: None, keep: Duration::days(30) }
    }
}

/// What kind of thing wanted to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutgoingKind {
    /// A message to a person.
    Message,
    /// A call of a plugin to a neighbour.
    Call,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It was kept back.
    Captured,
    /// It went elsewhere.
    Redirected,
}

macro_rules! names {
    ($type:ident: $($name:literal => $variant:ident),*) => {
        impl $type {
            /// The name in the database and in the API.
            pub fn as_str(self) -> &'static str {
                match self { $($type::$variant => $name),* }
            }
            /// Reads a name.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($name => Some($type::$variant),)* _ => None }
            }
        }
    };
}
names!(OutgoingKind: "message" => Message, "call" => Call);
names!(Fate: "captured" => Captured, "redirected" => Redirected);

/// A thing that was on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptBack {
    /// Row id; a later one is greater.
    pub id: OutgoingId,
    /// When it wanted to leave.
    pub at: Time,
    /// What became of it.
    pub fate: Fate,
    /// About which ticket, if it is about one.
    pub ticket: Option<TicketId>,
    /// What it is.
    pub what: What,
}

/// What wanted to leave.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A message.
    Message(KeptMessage),
    /// A call.
    Call(KeptCall),
}

impl What {
    /// Its kind.
    pub fn kind(&self) -> OutgoingKind {
        match self {
            Self::Message(_) => OutgoingKind::Message,
            Self::Call(_) => OutgoingKind::Call,
        }
    }
}

/// A message to a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptMessage {
    /// For whom.
    pub recipient: UserId,
    /// Who got it instead.
    pub redirected_to: Option<UserId>,
    /// Source text.
    pub text: String,
    /// Values of its placeholders, without those that are rights.
    pub values: Map<String, Json>,
}

impl KeptMessage {
    /// A message as it may be kept: what is a right of one person is hidden.
    pub fn new(recipient: UserId, redirected_to: Option<UserId>, text: &str, values: &Map<String, Json>) -> Self {
        Self { recipient, redirected_to, text: text.to_owned(), values: without_rights(values) }
    }
}

/// Values of a message for others than whom it is for.
pub fn without_rights(values: &Map<String, Json>) -> Map<String, Json> {
    let shown = |(name, value): (&String, &Json)| {
        let value = if RIGHTS.contains(&name.as_str()) { Json::from(HIDDEN) } else { value.clone() };
        (name.clone(), value)
    };
    values.iter().map(shown).collect()
}

/// A message after it passed: who gets it, and what can be read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The message as it is kept for a person.
    pub message: Notification,
    /// What was kept back of it, unless it just leaves.
    pub kept: Option<KeptBack>,
}

/// A call of a plugin's function, and what it wanted to send. Secrets stand by
/// their names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KeptCall {
    /// The plugin.
    pub plugin: String,
    /// Its function.
    pub function: String,
    /// The call's key: the same at every attempt.
    pub key: String,
    /// The attempt at which it was noted, from 1.
    pub attempt: u32,
    /// What the workflow called it with.
    #[schema(value_type = serde_json::Value)]
    pub arguments: Json,
    /// GET, POST, …
    pub method: String,
    /// Where to.
    pub url: String,
    /// Headers by name; a secret is its name in brackets.
    pub headers: Vec<(String, String)>,
    /// What was to be sent, at most 64 KiB of it.
    pub body: Option<String>,
    /// Whether more was to be sent than is kept.
    pub cut: bool,
    /// Where it went instead.
    pub redirected_to: Option<String>,
}
