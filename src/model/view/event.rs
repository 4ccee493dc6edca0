//! An event as its viewer sees it. Staff see all of the log; others see what
//! happened, without what was said to and by others.

use super::Viewer;
use crate::model::event::{Actor, ActorType, Event, EventType};
use crate::model::origin::From;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// One entry of the log (contracts.md "An event").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EventView {
    /// Its place in the log, from 1.
    pub seq: i64,
    /// When.
    pub at: Time,
    /// Who.
    pub actor: Actor,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// Details.
    #[schema(value_type = Object)]
    pub data: Map<String, Json>,
    /// From where a person did it; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<From>,
}

/// Keys of an event's data that who is not staff may see; `None` hides the event.
fn open_keys(kind: EventType) -> Option<&'static [&'static str]> {
    match kind {
        EventType::TicketSubmitted | EventType::TicketRerun => Some(&["item", "run"]),
        EventType::TicketReturned => Some(&["step", "name", "comment"]),
        EventType::TicketReclassified => Some(&["from", "item", "run", "reason"]),
        EventType::TicketAccepted
        | EventType::TicketAssigned
        | EventType::TicketEscalated
        | EventType::TicketHandedBack => Some(&["group", "assignee", "status"]),
        EventType::TicketReopened => Some(&["reason", "times", "group", "assignee", "status"]),
        EventType::TicketCancelAsked => Some(&["step", "reason"]),
        EventType::TicketCancelRefused => Some(&["step", "comment"]),
        EventType::TicketHandedOver => Some(&["owner", "group"]),
        EventType::TicketResolved => Some(&["resolution", "outcome", "status", "better_way"]),
        EventType::TicketClosed => {
            Some(&["closure_code", "closure_reason", "rejection_code", "auto_closed", "message", "status"])
        }
        EventType::TicketCancelling | EventType::TicketResumed => Some(&[]),
        EventType::TicketChanged => Some(&["fields", "status"]),
        EventType::SlaSet => Some(&["respond_due", "resolve_due"]),
        EventType::StepOpened | EventType::StepSettled | EventType::StepCancelled => {
            Some(&["step", "kind", "name", "outcome", "due_at"])
        }
        EventType::StepClaimed | EventType::StepUrged | EventType::StepReopened | EventType::StepTransferred => {
            Some(&["step", "kind", "name"])
        }
        EventType::TicketMerged => Some(&["into", "reason"]),
        EventType::TicketSplit => Some(&["reason"]),
        EventType::TicketHeld => Some(&["code", "until"]),
        EventType::TicketUnheld => Some(&[]),
        EventType::AttachmentAdded => Some(&["attachment", "name", "size", "place"]),
        EventType::CommentAdded | EventType::CommentEdited => Some(&["comment"]),
        // When and where is told to those whom it concerns, by the appointment itself.
        EventType::AppointmentMade | EventType::AppointmentChanged | EventType::AppointmentCancelled => {
            Some(&["appointment"])
        }
        EventType::TicketStaged => Some(&["stage"]),
        EventType::CostAdded => Some(&["line", "currency"]),
        EventType::AnnouncementMade => Some(&["text", "services", "start", "end"]),
        EventType::StepVoted
        | EventType::StepWithdrawn
        | EventType::StepSubstituted
        | EventType::StepReminded
        | EventType::StepEscalated
        | EventType::StepRedirected
        | EventType::StepHandedBack
        | EventType::StepSignerAdded
        | EventType::StepConsulted
        | EventType::TicketStuck
        | EventType::TicketMigrated
        | EventType::SlaBreached
        | EventType::SlaWarned
        | EventType::StepRetried
        | EventType::DeliveryFailed
        | EventType::CallKept
        | EventType::TicketRestricted
        | EventType::TicketUnrestricted
        | EventType::TicketViewed
        | EventType::TicketLinked
        | EventType::WatcherAdded
        | EventType::WatcherRemoved
        | EventType::TicketUnlinked
        | EventType::FactsChanged
        | EventType::PersonAffected
        | EventType::ChildrenResolved
        | EventType::MasterResolved
        | EventType::WorkLogged
        | EventType::WorkCorrected
        | EventType::AppointmentReminded
        | EventType::NoteAdded
        | EventType::KnowledgeProposed
        | EventType::KnowledgeDecided
        | EventType::CloseWithheld
        | EventType::FollowUpRecorded
        | EventType::RatingAsked
        | EventType::RatingGiven
        | EventType::NoticeSent => None,
    }
}

/// Why a priority was set so, and that this has ended, is said among staff; of
/// one that stayed the same nothing is left to say.
fn priority_for_all(fields: &mut Map<String, Json>) {
    let Some(priority) = fields.get_mut("priority").and_then(Json::as_object_mut) else { return };
    priority.retain(|key, _| key == "from" || key == "to");
    if priority.get("from") == priority.get("to") {
        fields.remove("priority");
    }
}

/// Keys of an event's data that hold texts of the content.
const SAID: [&str; 6] = ["better_way", "message", "name", "resolution", "stage", "text"];

/// Shapes an event for a viewer; `None` where it is not for them.
pub fn event(viewer: &Viewer<'_>, event: &Event) -> Option<EventView> {
    let mut view = EventView {
        seq: event.seq,
        at: event.at,
        actor: event.actor.clone(),
        kind: event.kind,
        data: event.data.clone(),
        origin: event.origin.clone().filter(|_| viewer.is_staff()),
    };
    for key in SAID {
        if let Some(value) = view.data.get_mut(key)
            && let Some(text) = value.as_str()
        {
            *value = Json::String(viewer.say(text));
        }
    }
    if viewer.is_staff() {
        return Some(view);
    }
    let keys = open_keys(event.kind)?;
    if event.data.get("internal") == Some(&Json::Bool(true)) {
        return None;
    }
    view.data.retain(|key, _| keys.contains(&key.as_str()));
    if let Some(fields) = view.data.get_mut("fields").and_then(Json::as_object_mut) {
        let told = !fields.is_empty();
        priority_for_all(fields);
        if told && fields.is_empty() && !view.data.contains_key("status") {
            return None;
        }
    }
    if view.actor.kind == ActorType::Person {
        view.actor.token = None;
    }
    Some(view)
}
