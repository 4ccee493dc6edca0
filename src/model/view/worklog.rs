//! The work log as staff see it.

use super::{PersonView, Viewer};
use crate::model::ids::{StepId, WorkId};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::worklog::{FormerWork, WorkEntry};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An entry of the work log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WorkView {
    /// Id.
    pub id: WorkId,
    /// Who worked.
    pub author: PersonView,
    /// For how many minutes; below 0 where what was logged too much is taken back.
    pub minutes: i32,
    /// When it was done.
    pub when: Time,
    /// What was done.
    pub note: String,
    /// For which step.
    pub step: Option<StepId>,
    /// When it was written down.
    pub logged_at: Time,
    /// When it was last corrected.
    pub corrected_at: Option<Time>,
    /// What it said before, oldest first; of one entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<FormerWorkView>>,
}

/// What an entry said before it was corrected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FormerWorkView {
    /// Minutes.
    pub minutes: i32,
    /// When it was done.
    pub when: Time,
    /// What was done.
    pub note: String,
    /// Until when it said so.
    pub until: Time,
}

/// The sum of a ticket's work log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WorkSumView {
    /// All minutes.
    pub minutes: i64,
    /// How many entries there are.
    pub entries: u32,
    /// By person.
    pub by: Vec<WorkOfView>,
}

/// What one person worked on a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WorkOfView {
    /// Who.
    pub person: PersonView,
    /// For how many minutes.
    pub minutes: i64,
}

/// Shapes an entry.
pub fn work_entry(viewer: &Viewer<'_>, entry: &WorkEntry) -> WorkView {
    WorkView {
        id: entry.id,
        author: viewer.person(entry.author),
        minutes: entry.minutes,
        when: entry.when,
        note: entry.note.clone(),
        step: entry.step,
        logged_at: entry.logged_at,
        corrected_at: entry.corrected_at,
        history: None,
    }
}

/// Shapes what an entry said before.
pub fn former_work(former: FormerWork) -> FormerWorkView {
    FormerWorkView { minutes: former.minutes, when: former.when, note: former.note, until: former.until }
}

/// The sum; for staff, where something was logged.
pub(super) fn work_sum(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<WorkSumView> {
    let sum = &ticket.facts.work;
    let by = |(user, minutes): (&_, &i64)| WorkOfView { person: viewer.person(*user), minutes: *minutes };
    (viewer.is_staff() && !sum.is_empty()).then(|| WorkSumView {
        minutes: sum.minutes(),
        entries: sum.entries,
        by: sum.by.iter().map(by).collect(),
    })
}
