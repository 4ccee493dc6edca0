//! A ticket's row and its submissions'.

use crate::model::facts::Facts;
use crate::model::ids::{GroupId, TicketId, UserId};
use crate::model::sla::SlaState;
use crate::model::status::Status;
use crate::model::text::fold;
use crate::model::ticket::{ClosureCode, Flags, Kind, Marks, Pins, Submission, Ticket, number_text};
use crate::model::time::Time;
use crate::store::error::StoreError;
use crate::store::persisted;
use crate::store::schema::{submissions, tickets};
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};

/// A row of `tickets`. What identifies it and how it began is never updated.
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tickets, treat_none_as_default_value = false, treat_none_as_null = true, primary_key(id))]
pub(in crate::store) struct TicketRow {
    #[diesel(skip_update)]
    number: i64,
    #[diesel(skip_update)]
    pub(in crate::store) id: TicketId,
    kind: Kind,
    item: String,
    status: Status,
    stuck: bool,
    cancelling: bool,
    on_hold: bool,
    vip: bool,
    restricted_to: Option<GroupId>,
    stage: Option<String>,
    marks: Option<String>,
    parents: Option<String>,
    once: Option<String>,
    hold: Option<String>,
    facts: Option<String>,
    title: String,
    description: String,
    run: i32,
    requester: UserId,
    requested_for: UserId,
    #[diesel(skip_update)]
    opened_by: UserId,
    owner: Option<UserId>,
    owner_group: Option<GroupId>,
    assignee: Option<UserId>,
    group_id: Option<GroupId>,
    escalation_level: i32,
    channel: String,
    location: Option<String>,
    category: String,
    impact: String,
    urgency: String,
    priority: String,
    cost: Option<String>,
    sla: Option<String>,
    respond_due: Option<Time>,
    responded_at: Option<Time>,
    resolve_due: Option<Time>,
    respond_breached: bool,
    resolve_breached: bool,
    resolution: Option<String>,
    closure_code: Option<ClosureCode>,
    closure_reason: Option<String>,
    rejection_code: Option<String>,
    auto_closed: bool,
    remarks: Option<String>,
    follow_up: Option<String>,
    rating: Option<String>,
    knowledge: Option<String>,
    fault: Option<String>,
    pin_workflow: String,
    pin_schema: String,
    pin_engine: String,
    #[diesel(skip_update)]
    created_at: Time,
    accepted_at: Option<Time>,
    resolved_at: Option<Time>,
    closed_at: Option<Time>,
    updated_at: Time,
    last_seq: i64,
    last_position: i32,
    version: i64,
    search: String,
    format: i32,
}

impl TicketRow {
    /// The row of a ticket. The due times and marks lie in columns of their
    /// own beside the facts, so that lists and jobs can ask for them.
    pub(in crate::store) fn of(ticket: &Ticket) -> Result<Self, StoreError> {
        let sla = ticket.sla.as_ref();
        Ok(Self {
            number: ticket.number,
            id: ticket.id,
            kind: ticket.kind,
            item: ticket.item.clone(),
            status: ticket.status,
            stuck: ticket.flags.stuck,
            cancelling: ticket.flags.cancelling,
            on_hold: ticket.flags.on_hold,
            vip: ticket.flags.vip,
            restricted_to: ticket.restricted_to,
            stage: ticket.stage.clone(),
            parents: persisted::write_option(Some(&ticket.parents).filter(|parents| !parents.is_empty()))?,
            once: ticket.once.clone(),
            hold: persisted::write_option(ticket.hold.as_ref())?,
            facts: persisted::write_option(Some(&ticket.facts).filter(|facts| **facts != Facts::default()))?,
            marks: persisted::write_option(Some(&ticket.marks).filter(|marks| **marks != Marks::default()))?,
            title: ticket.title.clone(),
            description: ticket.description.clone(),
            run: ticket.run,
            requester: ticket.requester,
            requested_for: ticket.requested_for,
            opened_by: ticket.opened_by,
            owner: ticket.owner,
            owner_group: ticket.owner_group,
            assignee: ticket.assignee,
            group_id: ticket.group,
            escalation_level: ticket.escalation_level,
            channel: ticket.channel.clone(),
            location: ticket.location.clone(),
            category: ticket.category.clone(),
            impact: ticket.impact.clone(),
            urgency: ticket.urgency.clone(),
            priority: ticket.priority.clone(),
            cost: persisted::write_option(ticket.cost.as_ref())?,
            sla: persisted::write_option(sla)?,
            respond_due: sla.and_then(|sla| sla.respond_due),
            responded_at: sla.and_then(|sla| sla.responded_at),
            resolve_due: sla.and_then(|sla| sla.resolve_due),
            respond_breached: sla.is_some_and(|sla| sla.respond_breached),
            resolve_breached: sla.is_some_and(|sla| sla.resolve_breached),
            resolution: ticket.resolution.clone(),
            closure_code: ticket.closure_code,
            closure_reason: ticket.closure_reason.clone(),
            rejection_code: ticket.rejection_code.clone(),
            auto_closed: ticket.auto_closed,
            remarks: ticket.remarks.clone(),
            follow_up: persisted::write_option(ticket.follow_up.as_ref())?,
            rating: persisted::write_option(ticket.rating.as_ref())?,
            knowledge: ticket.knowledge.clone(),
            fault: persisted::write_option(ticket.fault.as_ref())?,
            pin_workflow: ticket.pins.workflow.clone(),
            pin_schema: ticket.pins.schema.clone(),
            pin_engine: ticket.pins.engine.clone(),
            created_at: ticket.created_at,
            accepted_at: ticket.accepted_at,
            resolved_at: ticket.resolved_at,
            closed_at: ticket.closed_at,
            updated_at: ticket.updated_at,
            last_seq: ticket.last_seq,
            last_position: ticket.last_position,
            version: ticket.version,
            search: search_text(ticket),
            format: persisted::FORMAT,
        })
    }

    /// The ticket of a row.
    pub(in crate::store) fn ticket(self) -> Result<Ticket, StoreError> {
        let format = self.format;
        let sla: Option<SlaState> = persisted::read_option(format, self.sla.as_deref(), "tickets.sla")?;
        Ok(Ticket {
            id: self.id,
            number: self.number,
            kind: self.kind,
            item: self.item,
            status: self.status,
            flags: Flags { stuck: self.stuck, cancelling: self.cancelling, on_hold: self.on_hold, vip: self.vip },
            restricted_to: self.restricted_to,
            stage: self.stage,
            parents: persisted::read_option(format, self.parents.as_deref(), "tickets.parents")?.unwrap_or_default(),
            once: self.once,
            hold: persisted::read_option(format, self.hold.as_deref(), "tickets.hold")?,
            facts: persisted::read_option(format, self.facts.as_deref(), "tickets.facts")?.unwrap_or_default(),
            marks: persisted::read_option(format, self.marks.as_deref(), "tickets.marks")?.unwrap_or_default(),
            title: self.title,
            description: self.description,
            run: self.run,
            requester: self.requester,
            requested_for: self.requested_for,
            opened_by: self.opened_by,
            owner: self.owner,
            owner_group: self.owner_group,
            assignee: self.assignee,
            group: self.group_id,
            escalation_level: self.escalation_level,
            channel: self.channel,
            location: self.location,
            category: self.category,
            impact: self.impact,
            urgency: self.urgency,
            priority: self.priority,
            cost: persisted::read_option(format, self.cost.as_deref(), "tickets.cost")?,
            sla,
            resolution: self.resolution,
            closure_code: self.closure_code,
            closure_reason: self.closure_reason,
            rejection_code: self.rejection_code,
            auto_closed: self.auto_closed,
            remarks: self.remarks,
            follow_up: persisted::read_option(format, self.follow_up.as_deref(), "tickets.follow_up")?,
            rating: persisted::read_option(format, self.rating.as_deref(), "tickets.rating")?,
            knowledge: self.knowledge,
            fault: persisted::read_option(format, self.fault.as_deref(), "tickets.fault")?,
            pins: Pins { workflow: self.pin_workflow, schema: self.pin_schema, engine: self.pin_engine },
            created_at: self.created_at,
            accepted_at: self.accepted_at,
            resolved_at: self.resolved_at,
            closed_at: self.closed_at,
            updated_at: self.updated_at,
            last_seq: self.last_seq,
            last_position: self.last_position,
            version: self.version,
        })
    }
}

/// What the search looks into, folded, since the databases' ideas of case differ.
fn search_text(ticket: &Ticket) -> String {
    let number = number_text(ticket.kind, ticket.number);
    let contact = ticket.facts.contact.as_ref().map(|contact| contact.name.as_str()).unwrap_or_default();
    fold(&format!("{number} {}\n{}\n{}\n{contact}", ticket.title, ticket.description, ticket.marks.tags.join(" ")))
}

/// A row of `submissions`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = submissions, treat_none_as_default_value = false)]
pub(in crate::store) struct SubmissionRow {
    ticket: TicketId,
    run: i32,
    data: String,
    format: i32,
}

impl SubmissionRow {
    pub(in crate::store) fn of(ticket: &Ticket, submission: &Submission) -> Result<Self, StoreError> {
        let data = persisted::write(submission)?;
        Ok(Self { ticket: ticket.id, run: ticket.run, data, format: persisted::FORMAT })
    }
    pub(in crate::store) fn submission(self) -> Result<Submission, StoreError> {
        persisted::read(self.format, &self.data, "submissions.data")
    }
}
