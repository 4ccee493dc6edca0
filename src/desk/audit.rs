//! The desk-wide log, for admins and auditors: who signed in, made tokens,
//! published, exported.

use super::views::{Page, View};
use super::workers::unavailable;
use super::{Caller, Desk};
use crate::model::access::Right;
use crate::model::ids::UserId;
use crate::model::origin::{Action, Audited, From};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::model::view::PersonView;
use crate::store::AuditFilter;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// An entry of the desk-wide log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditView {
    /// Its place in the log.
    pub position: i64,
    /// When.
    pub at: Time,
    /// Who; absent where nobody was signed in.
    pub actor: Option<PersonView>,
    /// What.
    #[serde(rename = "type")]
    pub action: Action,
    /// To what: an id, a name.
    pub object: Option<String>,
    /// From where.
    pub origin: Option<From>,
    /// Details.
    #[schema(value_type = Object)]
    pub data: Map<String, Json>,
}

/// What is looked for in the log.
#[derive(Clone, Debug, Default)]
pub struct AuditQuery {
    /// Username.
    pub actor: Option<String>,
    /// What.
    pub action: Option<Action>,
    /// At this time or later.
    pub from: Option<Time>,
    /// Before this time.
    pub to: Option<Time>,
    /// Where it goes on.
    pub cursor: Option<String>,
    /// 1 to 200.
    pub limit: u32,
}

/// The desk-wide log, the newest first.
///
/// # Errors
/// 403 for others than admins and auditors, 400 for a cursor of another list.
pub fn audit(v: &mut View<'_>, user: &User, query: &AuditQuery) -> Result<Page<AuditView>, Refusal> {
    Right::ReadAudit.ask(user)?;
    let malformed = || Refusal::new(Code::Malformed, "The cursor does not belong to this list.");
    let before = query.cursor.as_deref().map(|text| text.parse().map_err(|_| malformed())).transpose()?;
    let nobody = UserId(uuid::Uuid::nil());
    let actor = query.actor.as_ref().map(|name| v.world.people.by_username(name).map_or(nobody, |user| user.id));
    let filter = AuditFilter { actor, action: query.action, from: query.from, to: query.to, before };
    let mut found = v.reader.audit(&filter, i64::from(query.limit) + 1).map_err(|error| unavailable(&error))?;
    let more = found.len() > query.limit as usize;
    found.truncate(query.limit as usize);
    let next_cursor = found.last().filter(|_| more).map(|last| last.position.to_string());
    let viewer = v.viewer(user);
    let shown = |entry: Audited| AuditView {
        position: entry.position,
        at: entry.at,
        actor: entry.actor.map(|actor| viewer.person(actor)),
        action: entry.action,
        object: entry.object,
        origin: entry.origin,
        data: entry.data,
    };
    Ok(Page { items: found.into_iter().map(shown).collect(), next_cursor, count: None })
}

impl Desk {
    /// Notes what a caller did that no other row tells of.
    ///
    /// # Errors
    /// 503 where the database does not answer: what is not noted is not done.
    pub async fn note(
        &self,
        caller: &Caller,
        entry: impl FnOnce(Audited) -> Audited,
        action: Action,
    ) -> Result<(), Refusal> {
        let entry = entry(self.noted(caller, action));
        self.write_store(move |store| store.note(entry)).await
    }

    /// The beginning of an entry of a caller.
    pub(super) fn noted(&self, caller: &Caller, action: Action) -> Audited {
        Audited::new(self.clock().now(), Some(caller.user.id), action).from(caller.origin.clone())
    }
}
