//! From where somebody did something, and the desk-wide log of what concerns no
//! ticket.

use super::ids::UserId;
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// By which door somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// A session whose token travels in a header.
    Session,
    /// A session whose token travels as a cookie.
    Cookie,
    /// An API token.
    Token,
    /// The command line of the desk's own machine.
    Console,
    /// Not signed in yet.
    None,
}

/// What kind of program somebody used, as it says itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Agent {
    /// A browser.
    Browser,
    /// A browser on a telephone.
    Mobile,
    /// Anything else.
    Program,
}

impl Agent {
    /// What a `User-Agent` header says.
    pub fn of(header: Option<&str>) -> Self {
        match header {
            Some(text) if text.contains("Mozilla/") && text.contains("Mobi") => Agent::Mobile,
            Some(text) if text.contains("Mozilla/") => Agent::Browser,
            _ => Agent::Program,
        }
    }
}

/// From where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct From {
    /// The address, as our own proxy says it where there is one.
    #[schema(example = "192.0.2.7")]
    pub address: String,
    /// By which door.
    pub door: Door,
    /// With what.
    pub agent: Agent,
}

impl From {
    /// Whoever works on the desk's own machine: nobody is signed in there.
    pub fn console() -> Self {
        Self { address: "localhost".to_owned(), door: Door::Console, agent: Agent::Program }
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What the desk-wide log tells, `noun.past`. Public for ever.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Action {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }
        // The derive does not see the names that the macro gives.
        impl utoipa::PartialSchema for Action {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::Type::String)
                    .description(Some("What the desk-wide log tells, `noun.past`. Public for ever."))
                    .enum_values(Some([$($name),*]))
                    .into()
            }
        }
        impl ToSchema for Action {}
        impl Action {
            /// The name in the database and the API.
            pub fn as_str(self) -> &'static str {
                match self { $(Action::$variant => $name,)* }
            }
            /// The action of a name.
            pub fn parse(name: &str) -> Option<Action> {
                match name { $($name => Some(Action::$variant),)* _ => None }
            }
        }
    };
}

actions! {
    /// Somebody signed in.
    SessionBegun = "session.begun",
    /// Somebody did not get in.
    SessionRefused = "session.refused",
    /// Somebody signed out.
    SessionEnded = "session.ended",
    /// An API token was made.
    TokenMade = "token.made",
    /// An API token was taken back.
    TokenRevoked = "token.revoked",
    /// Content was published.
    ReleasePublished = "release.published",
    /// Somebody said when they are away.
    AbsenceRegistered = "absence.registered",
    /// An absence became another, or ended before its time.
    AbsenceChanged = "absence.changed",
    /// An absence was taken back before it began.
    AbsenceDropped = "absence.dropped",
    /// A person was added.
    PersonAdded = "person.added",
    /// A person's record, roles, groups became others; or they left, or came again.
    PersonChanged = "person.changed",
    /// An admin gave somebody a new password.
    PasswordSet = "password.set",
    /// Somebody changed their own password.
    PasswordChanged = "password.changed",
    /// A group was made.
    GroupMade = "group.made",
    /// A group became another.
    GroupChanged = "group.changed",
    /// A group was dissolved.
    GroupDissolved = "group.dissolved",
    /// Somebody was forgotten.
    PersonForgotten = "person.forgotten",
    /// A job was run out of turn.
    JobStarted = "job.started",
    /// Tickets were exported.
    TicketsExported = "tickets.exported",
}

/// An entry of the desk-wide log.
#[derive(Clone, Debug, PartialEq)]
pub struct Audited {
    /// Its place; given by the database.
    pub position: i64,
    /// When.
    pub at: Time,
    /// Who; nobody where nobody was signed in.
    pub actor: Option<UserId>,
    /// What.
    pub action: Action,
    /// To what: an id, a name.
    pub object: Option<String>,
    /// From where.
    pub origin: Option<From>,
    /// Details.
    pub data: Map<String, Json>,
}

impl Audited {
    /// An entry without details.
    pub fn new(at: Time, actor: Option<UserId>, action: Action) -> Self {
        Self { position: 0, at, actor, action, object: None, origin: None, data: Map::new() }
    }
    /// With what it was done to.
    #[must_use]
    pub fn to(mut self, object: impl ToString) -> Self {
        self.object = Some(object.to_string());
        self
    }
    /// With where it came from.
    #[must_use]
    pub fn from(mut self, origin: Option<From>) -> Self {
        self.origin = origin;
        self
    }
    /// With a detail.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.data.insert(name.to_owned(), value.into());
        self
    }
}

/// What is another in a record than it was: each field with what it was and what
/// it is. Of a record that was not there, what it has.
pub fn differences(before: &Json, after: &Json) -> Map<String, Json> {
    let none = Map::new();
    let (before, after) = (before.as_object().unwrap_or(&none), after.as_object().unwrap_or(&none));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let value = |record: &Map<String, Json>, name: &String| record.get(name).cloned().unwrap_or(Json::Null);
    let empty = |value: &Json| match value {
        Json::Null => true,
        Json::Array(list) => list.is_empty(),
        Json::Object(map) => map.is_empty(),
        _ => false,
    };
    let differs = |name: &&String| {
        let (from, to) = (value(before, name), value(after, name));
        from != to && !(empty(&from) && empty(&to))
    };
    let told = |name: &String| (name.clone(), json!({"from": value(before, name), "to": value(after, name)}));
    names.into_iter().filter(differs).map(told).collect()
}
