//! The columns of a list that is shown or exported as a table: each is a place in
//! the ticket as its viewer sees it, so that a table tells nobody more than the
//! ticket does.

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A moment.
    Time,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// Several texts.
    List,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the API.
    pub name: &'static str,
    /// Its title; translated when shown.
    pub title: &'static str,
    /// Where it is in the ticket.
    pub at: &'static str,
    /// What stands in it.
    pub holds: Holds,
}

const fn of(name: &'static str, title: &'static str, at: &'static str, holds: Holds) -> Column {
    Column { name, title, at, holds }
}

use Holds::{Flag, List, Number, Text, Time};

/// All columns.
pub const COLUMNS: &[Column] = &[
    of("number", "Number", "/number", Text),
    of("kind", "Kind", "/kind", Text),
    of("item", "Item", "/item", Text),
    of("title", "Title", "/title", Text),
    of("description", "Description", "/description", Text),
    of("status", "Status", "/status", Text),
    of("stage", "Stage", "/stage", Text),
    of("headline", "Stands", "/headline", Text),
    of("priority", "Priority", "/priority", Text),
    of("impact", "Impact", "/impact", Text),
    of("urgency", "Urgency", "/urgency", Text),
    of("category", "Category", "/category", Text),
    of("channel", "Channel", "/channel", Text),
    of("location", "Location", "/location", Text),
    of("tags", "Tags", "/tags", List),
    of("services", "Services", "/services", List),
    of("requester", "Requester", "/requester/name", Text),
    of("requester_email", "Requester's mail address", "/requester/email", Text),
    of("requester_phone", "Requester's telephone", "/requester/phone", Text),
    of("requester_department", "Requester's department", "/requester/department", Text),
    of("requested_for", "Requested for", "/requested_for/name", Text),
    of("requested_for_email", "Mail address of who it is for", "/requested_for/email", Text),
    of("owner", "Owner", "/owner/name", Text),
    of("owner_group", "Owner's group", "/owner_group", Text),
    of("assignee", "Assignee", "/assignee/name", Text),
    of("group", "Group", "/group", Text),
    of("escalation_level", "Escalation level", "/escalation_level", Number),
    of("vip", "VIP", "/flags/vip", Flag),
    of("on_hold", "On hold", "/flags/on_hold", Flag),
    of("stuck", "Stuck", "/flags/stuck", Flag),
    of("cost_estimated", "Estimated cost", "/cost/estimated", Text),
    of("cost_actual", "Actual cost", "/cost/actual", Text),
    of("cost_currency", "Currency", "/cost/currency", Text),
    of("sla", "Service level", "/sla/name", Text),
    of("respond_due", "Respond by", "/sla/respond_due", Time),
    of("resolve_due", "Resolve by", "/sla/resolve_due", Time),
    of("respond_breached", "Response late", "/sla/respond_breached", Flag),
    of("resolve_breached", "Resolution late", "/sla/resolve_breached", Flag),
    of("resolution", "Resolution", "/resolution", Text),
    of("closure_code", "Closure code", "/closure_code", Text),
    of("closure_reason", "Closure reason", "/closure_reason", Text),
    of("created_at", "Created", "/created_at", Time),
    of("accepted_at", "Accepted", "/accepted_at", Time),
    of("resolved_at", "Resolved", "/resolved_at", Time),
    of("closed_at", "Closed", "/closed_at", Time),
    of("updated_at", "Changed", "/updated_at", Time),
];

/// The columns of a table when nobody chooses.
pub const USUAL_COLUMNS: &[&str] = &[
    "number",
    "title",
    "status",
    "priority",
    "requester",
    "assignee",
    "group",
    "created_at",
    "resolve_due",
    "updated_at",
];

/// The column of a name.
pub fn column(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.name == name)
}
