//! A ticket at one glance, and notifications.

use super::closing::{self, BetterWayView, FollowUpView, KnowledgeView, RatingView};
use super::dispatch::{CancelWishView, HandBackView, RaisedView, cancel_wish, handed_back, raised};
use super::hold::{HoldView, hold};
use super::ranking::{OverrideView, on_site, overridden};
use super::worklog::{WorkSumView, work_sum};
use super::{AroundView, ChangeView, IncidentView, LinkView, ProblemView, Viewer, headline, kinds};
use crate::model::contact::Contact;
use crate::model::fault_codes;
use crate::model::ids::NotificationId;
use crate::model::journal::{JournalRow, Origin, RowKind};
use crate::model::people::Role;
use crate::model::problem::Fault;
use crate::model::status::{Status, actions_at};
use crate::model::text::fill;
use crate::model::ticket::{ClosureCode, Cost, Flags, Kind, Notification, Submission, Ticket, number_text};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// A person; contact and place only for staff.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonView {
    /// Username.
    pub username: String,
    /// Name.
    pub name: String,
    /// Mail address, for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone, for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Department, for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Location, for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The manager's username, for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<String>,
    /// Whether they are away now, or will be next; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absence: Option<super::AwayView>,
}

/// One thing that a ticket waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WaitView {
    /// Kind of the open step.
    pub kind: RowKind,
    /// Its name.
    pub name: String,
    /// `person`, `group`, `plugin`, `time`, `event` or `ticket`.
    pub party: String,
    /// By whom: names of people and groups.
    #[serde(rename = "for")]
    pub waits_for: Vec<String>,
    /// Since when.
    pub since: Time,
    /// Due at.
    pub due_at: Option<Time>,
}

/// The service level's clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SlaView {
    /// The service level.
    pub name: String,
    /// When the resolve clock started.
    pub started_at: Option<Time>,
    /// Whether it stands still now.
    pub paused: bool,
    /// When somebody must have responded.
    pub respond_due: Option<Time>,
    /// When somebody did.
    pub responded_at: Option<Time>,
    /// When it must be resolved.
    pub resolve_due: Option<Time>,
    /// Response overdue or too late.
    pub respond_breached: bool,
    /// Resolution overdue or too late.
    pub resolve_breached: bool,
}

/// A ticket (contracts.md "A ticket").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "the fields are the handbook's form and are described in contracts and model::ticket")]
pub struct TicketView {
    #[schema(example = "SR-000123")]
    pub number: String,
    pub kind: Kind,
    pub item: String,
    pub status: Status,
    pub flags: Flags,
    pub restricted_to: Option<String>,
    pub stage: Option<String>,
    pub tags: Vec<String>,
    pub services: Vec<String>,
    pub needed_by: Option<Time>,
    pub waiting_on: Vec<RowKind>,
    pub waiting: Vec<WaitView>,
    pub headline: String,
    /// Why nothing is done on it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<HoldView>,
    /// Why it lies with its owner again; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_back: Option<HandBackView>,
    /// Who asked wants it cancelled; the owner answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancel_wish: Option<CancelWishView>,
    /// How often it was reopened.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub reopened: u32,
    /// The last time that a manager was told; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised: Option<RaisedView>,
    /// What it has as an incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentView>,
    /// What it has as a problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemView>,
    /// What it has as a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeView>,
    /// What it has to do with; of one ticket, not in lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkView>,
    pub title: String,
    pub description: String,
    /// The form as sent; absent in lists.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<Map<String, Json>>,
    pub run: i32,
    pub requester: PersonView,
    pub requested_for: PersonView,
    pub opened_by: PersonView,
    /// Whom it concerns, if they are not in the directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    pub owner: Option<PersonView>,
    pub owner_group: Option<String>,
    pub assignee: Option<PersonView>,
    pub group: Option<String>,
    pub escalation_level: i32,
    pub channel: String,
    pub location: Option<String>,
    pub category: String,
    pub impact: String,
    pub urgency: String,
    pub priority: String,
    /// Who set another priority than the matrix gives; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_override: Option<OverrideView>,
    /// Whether somebody goes to see whom it is for; for those who see who is a VIP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_site: Option<bool>,
    pub cost: Option<Cost>,
    pub sla: Option<SlaView>,
    pub resolution: Option<String>,
    pub closure_code: Option<ClosureCode>,
    pub closure_reason: Option<String>,
    pub rejection_code: Option<String>,
    pub auto_closed: bool,
    pub remarks: Option<String>,
    /// What they may do instead of what was declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better_way: Option<BetterWayView>,
    /// Whether it is worth an article; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knowledge: Option<KnowledgeView>,
    /// Follow-up calls; for staff.
    pub follow_up: Option<FollowUpView>,
    /// How satisfied they were; for staff and who said so.
    pub rating: Option<RatingView>,
    /// Why the script cannot go on; for staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<FaultView>,
    /// How long people worked on it; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<WorkSumView>,
    /// Whether the caller watches it.
    #[serde(default)]
    pub watching: bool,
    /// What the caller may do now.
    pub actions: Vec<String>,
    pub created_at: Time,
    pub accepted_at: Option<Time>,
    pub resolved_at: Option<Time>,
    pub closed_at: Option<Time>,
    pub updated_at: Time,
    pub version: i64,
    /// What else is to be known at one glance; of `GET /tickets/{number}` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub around: Option<Box<AroundView>>,
}

/// Why a script cannot go on, and where that is explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FaultView {
    /// What is wrong, and where.
    #[serde(flatten)]
    pub fault: Fault,
    /// Where its code is explained.
    #[schema(example = "/problems/divergence")]
    pub help: String,
}

impl FaultView {
    /// A fault with its page.
    pub fn of(fault: &Fault) -> Self {
        Self { fault: fault.clone(), help: fault_codes::link(&fault.code) }
    }
}

/// A message kept for the caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NotificationView {
    /// Id.
    pub id: NotificationId,
    /// The number of the ticket that it is about, if it is about one.
    pub ticket: Option<String>,
    /// When.
    pub at: Time,
    /// The message with its values filled in.
    pub text: String,
    /// When it was read.
    pub read_at: Option<Time>,
    /// Whom it was for, where messages are redirected to me.
    pub meant_for: Option<PersonView>,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// What one open step waits for.
pub(super) fn wait(viewer: &Viewer<'_>, row: &JournalRow) -> WaitView {
    let parties = &row.arguments.parties;
    let people = parties.users.iter().map(|id| viewer.person(*id).name);
    let names: Vec<String> = people.chain(parties.groups.iter().map(|id| viewer.group_called(*id))).collect();
    let name = row.name.clone();
    // A call that the owner decides on waits for the owner.
    let (party, names) = match row.kind {
        RowKind::Plugin if names.is_empty() => ("plugin", vec![name.split('.').next().unwrap_or_default().to_owned()]),
        RowKind::Wait if name.is_empty() => ("time", names),
        RowKind::Wait => ("event", names),
        RowKind::Ticket if names.is_empty() => {
            let number = row.arguments.values.get("number").and_then(Json::as_str);
            ("ticket", number.map(str::to_owned).into_iter().collect())
        }
        RowKind::Ticket => ("ticket", names),
        _ if parties.users.is_empty() => ("group", names),
        _ => ("person", names),
    };
    WaitView {
        kind: row.kind,
        name: viewer.say(&name),
        party: party.to_owned(),
        waits_for: names,
        since: row.opened_at,
        due_at: row.due_at,
    }
}

/// Shapes a ticket for a viewer. `open` are its open steps, `submission` is
/// left out in lists.
pub fn ticket(
    viewer: &Viewer<'_>,
    ticket: &Ticket,
    open: &[JournalRow],
    submission: Option<&Submission>,
) -> TicketView {
    // What is being given back is the desk's own business.
    let shown = |row: &&JournalRow| row.is_open() && (row.origin != Origin::Undo || viewer.is_staff());
    let waiting: Vec<WaitView> = open.iter().filter(shown).map(|row| wait(viewer, row)).collect();
    let mut waiting_on: Vec<RowKind> = waiting.iter().map(|wait| wait.kind).collect();
    waiting_on.sort_unstable();
    waiting_on.dedup();
    let staff = viewer.is_staff();
    TicketView {
        number: number_text(ticket.kind, ticket.number),
        kind: ticket.kind,
        item: ticket.item.clone(),
        status: ticket.status,
        flags: Flags { vip: ticket.flags.vip && viewer.policy.sees_vips(viewer.user), ..ticket.flags },
        restricted_to: ticket.restricted_to.map(|id| viewer.group(id)),
        stage: ticket.stage.as_deref().map(|stage| viewer.say(stage)),
        tags: ticket.marks.tags.clone(),
        services: ticket.marks.services.clone(),
        needed_by: ticket.marks.needed_by,
        waiting_on,
        headline: headline::headline(viewer, ticket, &waiting),
        waiting,
        hold: hold(viewer, ticket),
        handed_back: handed_back(viewer, ticket),
        cancel_wish: cancel_wish(viewer, open),
        reopened: ticket.facts.dispatch.reopened,
        raised: raised(viewer, ticket),
        incident: kinds::incident(viewer, ticket),
        problem: kinds::problem(viewer, ticket),
        change: kinds::change(viewer, ticket),
        links: Vec::new(),
        title: viewer.say(&ticket.title),
        description: ticket.description.clone(),
        form: submission.map(|submission| submission.form.clone()),
        run: ticket.run,
        requester: viewer.person(ticket.requester),
        requested_for: viewer.person(ticket.requested_for),
        opened_by: viewer.person(ticket.opened_by),
        contact: ticket.facts.contact.clone(),
        owner: ticket.owner.map(|id| viewer.person(id)),
        owner_group: ticket.owner_group.map(|id| viewer.group(id)),
        assignee: ticket.assignee.map(|id| viewer.person(id)),
        group: ticket.group.map(|id| viewer.group(id)),
        escalation_level: ticket.escalation_level,
        channel: ticket.channel.clone(),
        location: ticket.location.clone(),
        category: ticket.category.clone(),
        impact: ticket.impact.clone(),
        urgency: ticket.urgency.clone(),
        priority: ticket.priority.clone(),
        priority_override: overridden(viewer, ticket),
        on_site: on_site(viewer, ticket),
        cost: ticket.cost.clone(),
        sla: ticket.sla.as_ref().map(|sla| SlaView {
            name: sla.name.clone(),
            started_at: sla.started_at,
            paused: sla.is_paused(),
            respond_due: sla.respond_due,
            responded_at: sla.responded_at,
            resolve_due: sla.resolve_due,
            respond_breached: sla.respond_breached,
            resolve_breached: sla.resolve_breached,
        }),
        resolution: ticket.resolution.as_deref().map(|text| viewer.say(text)),
        closure_code: ticket.closure_code.filter(|_| ticket.status == Status::Closed),
        closure_reason: ticket.closure_reason.clone(),
        rejection_code: ticket.rejection_code.clone(),
        auto_closed: ticket.auto_closed,
        remarks: ticket.remarks.clone(),
        better_way: closing::better_way(viewer, ticket),
        knowledge: closing::knowledge(viewer, ticket),
        follow_up: closing::follow_up(viewer, ticket),
        rating: closing::rating(viewer, ticket),
        fault: ticket.fault.as_ref().filter(|_| staff && may_see_scripts(viewer)).map(FaultView::of),
        work: work_sum(viewer, ticket),
        watching: ticket.facts.watchers.iter().any(|watcher| watcher.user == viewer.user.id),
        actions: actions_at(viewer.user, ticket, viewer.policy, viewer.now).into_iter().map(str::to_owned).collect(),
        created_at: ticket.created_at,
        accepted_at: ticket.accepted_at,
        resolved_at: ticket.resolved_at,
        closed_at: ticket.closed_at,
        updated_at: ticket.updated_at,
        version: ticket.version,
        around: None,
    }
}

/// Whether texts and faults of scripts are for the viewer.
pub(super) fn may_see_scripts(viewer: &Viewer<'_>) -> bool {
    [Role::Admin, Role::ServiceRequestManager, Role::Auditor].into_iter().any(|role| viewer.user.has(role))
}

/// Shapes a notification: its values are put into the text's placeholders, both
/// in the viewer's language.
pub fn notification(viewer: &Viewer<'_>, notification: &Notification, about: Option<(Kind, i64)>) -> NotificationView {
    let shown = |value: &Json| value.as_str().map_or_else(|| value.to_string(), |text| viewer.say(text));
    let text = fill(&viewer.say(&notification.text), |name| notification.values.get(name).map(shown));
    let ticket = about.map(|(kind, number)| number_text(kind, number));
    let meant_for = notification.meant_for.map(|user| viewer.person(user));
    NotificationView {
        id: notification.id,
        ticket,
        at: notification.at,
        text,
        read_at: notification.read_at,
        meant_for,
    }
}
