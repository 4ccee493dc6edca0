//! Rows of what is still to be done for a ticket: timers, deliveries, signals.

use crate::model::changes::{Delivery, Signal, Timer};
use crate::model::ids::{DeliveryId, StepId, TicketId, TimerId};
use crate::model::time::Time;
use crate::store::error::StoreError;
use crate::store::persisted;
use crate::store::schema::{deliveries, signals, timers};
use diesel::prelude::{Insertable, Queryable, Selectable};

/// A row of `timers`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = timers, treat_none_as_default_value = false)]
pub(in crate::store) struct TimerRow {
    id: TimerId,
    pub(in crate::store) ticket: TicketId,
    pub(in crate::store) key: String,
    due_at: Time,
}

impl TimerRow {
    pub(in crate::store) fn of(timer: &Timer) -> Self {
        Self { id: timer.id, ticket: timer.ticket, key: timer.key.clone(), due_at: timer.due_at }
    }
    pub(in crate::store) fn timer(self) -> Timer {
        Timer { id: self.id, ticket: self.ticket, key: self.key, due_at: self.due_at }
    }
}

/// A row of `deliveries`, without its lease.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = deliveries, treat_none_as_default_value = false)]
pub(in crate::store) struct DeliveryStored {
    id: DeliveryId,
    ticket: TicketId,
    step: StepId,
    plugin: String,
    function: String,
    key: String,
    arguments: String,
    format: i32,
    attempt: i32,
    next_at: Time,
    last_error: Option<String>,
    created_at: Time,
}

impl DeliveryStored {
    pub(in crate::store) fn of(delivery: &Delivery) -> Result<Self, StoreError> {
        Ok(Self {
            id: delivery.id,
            ticket: delivery.ticket,
            step: delivery.step,
            plugin: delivery.plugin.clone(),
            function: delivery.function.clone(),
            key: delivery.key.clone(),
            arguments: persisted::write(&delivery.arguments)?,
            format: persisted::FORMAT,
            attempt: delivery.attempt,
            next_at: delivery.next_at,
            last_error: delivery.last_error.clone(),
            created_at: delivery.created_at,
        })
    }
    pub(in crate::store) fn delivery(self) -> Result<Delivery, StoreError> {
        Ok(Delivery {
            id: self.id,
            ticket: self.ticket,
            step: self.step,
            plugin: self.plugin,
            function: self.function,
            key: self.key,
            arguments: persisted::read(self.format, &self.arguments, "deliveries.arguments")?,
            attempt: self.attempt,
            next_at: self.next_at,
            last_error: self.last_error,
            created_at: self.created_at,
        })
    }
}

/// A row of `signals`, not yet applied.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = signals, treat_none_as_default_value = false)]
pub(in crate::store) struct SignalRow {
    target: TicketId,
    source: TicketId,
    source_seq: i64,
    kind: String,
    data: String,
    format: i32,
    at: Time,
}

impl SignalRow {
    pub(in crate::store) fn of(signal: &Signal) -> Result<Self, StoreError> {
        Ok(Self {
            target: signal.target,
            source: signal.source,
            source_seq: signal.source_seq,
            kind: signal.kind.clone(),
            data: persisted::write(&signal.data)?,
            format: persisted::FORMAT,
            at: signal.at,
        })
    }
    pub(in crate::store) fn signal(self) -> Result<Signal, StoreError> {
        Ok(Signal {
            target: self.target,
            source: self.source,
            source_seq: self.source_seq,
            data: persisted::read(self.format, &self.data, "signals.data")?,
            kind: self.kind,
            at: self.at,
        })
    }
}
