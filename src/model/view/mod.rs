//! What a viewer sees of a ticket, its steps and its events: the one place that
//! shapes wire types from domain types (contracts.md "What a viewer sees").
//! Whether a viewer sees a ticket at all is the store's filter and
//! `Sight::sees`.

mod absence;
mod appointment;
mod around;
mod attachment;
mod canned;
mod closing;
mod columns;
mod correction;
mod dispatch;
mod event;
mod explain;
mod handling;
mod headline;
mod hold;
mod kinds;
mod moment;
mod ranking;
mod relations;
mod said;
mod step;
mod ticket;
mod worklog;

pub use absence::{AbsenceView, AwayView, absence};
pub use appointment::{AppointmentView, appointment, invitation_path, sees_appointment};
pub use around::{AroundView, LAST_SHOWN, OTHERS_SHOWN, OtherTicketView, other_ticket};
pub use attachment::{AttachmentView, attachment};
pub use canned::{CannedReplyView, DraftView, RenderedReply, canned_reply};
pub use closing::{BetterWayView, FollowUpView, KnowledgeView, RatingView, rating};
pub use columns::{COLUMNS, Column, Holds, USUAL_COLUMNS, column};
pub use correction::{AnsweredStep, CorrectionView, LostStep, Why as LostWhy, answered, lost, opens};
pub use dispatch::{CancelWishView, HandBackView, RaisedView};
pub use event::{EventView, event};
pub use explain::{Explanation, Found, LevelWhy, Moment, Of, StepWhy, explain, levels};
pub use hold::HoldView;
pub use kinds::{ChangeView, FreezeView, IncidentView, ProblemView};
pub use moment::{spoken, spoken_span};
pub use ranking::OverrideView;
pub use relations::{AffectedView, KnownView, LinkView, OverlapView, affected, known, links, overlap};
pub use said::{CommentView, FormerTextView, WatcherView, comment, former_text, watcher};
pub use step::{AskedFormView, QuorumView, StepFor, StepView, VoteView, step};
pub use ticket::{FaultView, NotificationView, PersonView, SlaView, TicketView, WaitView, notification, ticket};
pub use worklog::{FormerWorkView, WorkOfView, WorkSumView, WorkView, former_work, work_entry};

use super::ids::{GroupId, UserId};
use super::people::{People, User};
use super::policy::Policy;
use super::policy::words::called;
use super::texts::Texts;
use super::time::Time;

/// Whoever looks, with what is needed to show it to them.
#[derive(Clone, Copy)]
pub struct Viewer<'a> {
    /// The person.
    pub user: &'a User,
    /// For names.
    pub people: &'a People,
    /// For labels and calendars.
    pub policy: &'a Policy,
    /// For texts in the person's language.
    pub texts: &'a Texts,
    /// The moment of looking: who is away is asked at it.
    pub now: Time,
}

/// What the store's visibility filter needs of a viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The person: sees what a viewer row names them for.
    pub user: UserId,
    /// Staff see every ticket that is not restricted from them.
    pub staff: bool,
    /// Groups whose restricted tickets are open to them as staff.
    pub groups: Vec<GroupId>,
}

impl Sight {
    /// The sight of a person.
    pub fn of(user: &User) -> Self {
        Self { user: user.id, staff: user.is_staff(), groups: user.groups.iter().copied().collect() }
    }
}

impl Viewer<'_> {
    /// Whether the viewer is staff.
    pub fn is_staff(&self) -> bool {
        self.user.is_staff()
    }
    /// A text of the content in the viewer's language.
    pub fn say(&self, text: &str) -> String {
        self.texts.say(&self.user.language, text).into_owned()
    }
    /// A group's name.
    pub fn group(&self, id: GroupId) -> String {
        self.people.group(id).map_or_else(|| id.to_string(), |group| group.name.clone())
    }
    /// A group as the viewer reads it: `service-desk` as "Service desk".
    pub fn group_called(&self, id: GroupId) -> String {
        self.say(&called(&self.group(id)))
    }
    /// A person as this viewer may see them.
    pub fn person(&self, id: UserId) -> PersonView {
        let Some(user) = self.people.user(id) else {
            return PersonView { username: id.to_string(), ..PersonView::default() };
        };
        let mut view = PersonView { username: user.username.clone(), name: user.name.clone(), ..PersonView::default() };
        if self.is_staff() {
            view.email = user.email.clone();
            view.phone = user.phone.clone();
            view.department = user.department.clone();
            view.location = user.location.clone();
            view.manager = user.manager.and_then(|id| self.people.user(id)).map(|manager| manager.username.clone());
            view.absence = self.people.next_absence(id, self.now).map(|absence| AwayView {
                from: absence.from,
                to: absence.to,
                substitute: self.people.user(absence.substitute).map(|user| user.username.clone()),
            });
        }
        view
    }
}
