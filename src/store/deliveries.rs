//! Plugin calls on their way out, and the plugins' own key-value store. A
//! delivery is claimed with a lease in a short transaction; its answer removes
//! it in the commit that settles the step.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::dialect;
use super::error::StoreError;
use super::reader::Reader;
use super::rows::DeliveryStored;
use super::schema::{deliveries, plugin_kv, tickets};
use crate::model::changes::Delivery;
use crate::model::ids::{DeliveryId, TicketId};
use crate::model::time::Time;
use diesel::prelude::*;
use std::collections::HashMap;

/// A delivery that this node has for itself for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimed {
    /// The call.
    pub delivery: Delivery,
    /// The ticket's number.
    pub number: i64,
}

impl Store {
    /// Claims deliveries due at `now` until `lease_until`, the oldest first. A
    /// node that dies loses them when the lease is over.
    pub fn claim_deliveries(
        &self,
        node: &str,
        now: Time,
        lease_until: Time,
        limit: i64,
    ) -> Result<Vec<Claimed>, StoreError> {
        let node = node.to_owned();
        self.write(move |connection| {
            let ids = dialect::due_deliveries(connection, now, limit)?;
            for id in &ids {
                // The lease is also the time at which it is due again.
                let set = (
                    deliveries::lease_until.eq(lease_until),
                    deliveries::leased_by.eq(&node),
                    deliveries::next_at.eq(lease_until),
                );
                let row = deliveries::table.find(id);
                on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?);
            }
            claimed(connection, &ids)
        })
    }

    /// Puts a delivery back after a failed attempt, if this node still has it.
    pub fn delivery_failed(
        &self,
        id: DeliveryId,
        node: &str,
        attempt: i32,
        next_at: Time,
        error: &str,
    ) -> Result<bool, StoreError> {
        let (node, error) = (node.to_owned(), error.replace('\0', "\u{fffd}"));
        self.write(move |connection| {
            let row = deliveries::table.find(id).filter(deliveries::leased_by.eq(&node));
            let set = (
                deliveries::attempt.eq(attempt),
                deliveries::next_at.eq(next_at),
                deliveries::last_error.eq(&error),
                deliveries::lease_until.eq(None::<Time>),
                deliveries::leased_by.eq(None::<String>),
            );
            Ok(on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?) == 1)
        })
    }

    /// Keeps or removes a plugin's value.
    pub fn plugin_put(&self, plugin: &str, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        let (plugin, key, value) = (plugin.to_owned(), key.to_owned(), value.map(str::to_owned));
        self.write(move |connection| put(connection, &plugin, &key, value.as_deref()))
    }

    /// Changes a plugin's value only if it is what the plugin believes; true when it was.
    pub fn plugin_swap(
        &self,
        plugin: &str,
        key: &str,
        expected: Option<&str>,
        value: Option<&str>,
    ) -> Result<bool, StoreError> {
        let (plugin, key) = (plugin.to_owned(), key.to_owned());
        let (expected, value) = (expected.map(str::to_owned), value.map(str::to_owned));
        self.write(move |connection| swap(connection, &plugin, &key, expected.as_deref(), value.as_deref()))
    }
}

impl Reader {
    /// When the next delivery is due.
    pub fn next_delivery(&mut self) -> Result<Option<Time>, StoreError> {
        self.read(|connection| {
            let query = deliveries::table.order(deliveries::next_at).select(deliveries::next_at);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// The calls that are on their way for a ticket, oldest first.
    pub fn deliveries_of(&mut self, ticket: TicketId) -> Result<Vec<Delivery>, StoreError> {
        self.read(|connection| {
            let query = deliveries::table.filter(deliveries::ticket.eq(ticket)).order(deliveries::id);
            let rows: Vec<DeliveryStored> =
                on_either!(connection, inner => query.select(DeliveryStored::as_select()).load(inner)?);
            rows.into_iter().map(DeliveryStored::delivery).collect()
        })
    }

    /// A plugin's value.
    pub fn plugin_get(&mut self, plugin: &str, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let query = plugin_kv::table.find((plugin, key)).select(plugin_kv::value);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// A plugin's values whose keys begin so, by key.
    pub fn plugin_list(&mut self, plugin: &str, prefix: &str, limit: i64) -> Result<Vec<(String, String)>, StoreError> {
        self.read(|connection| {
            let query = plugin_kv::table
                .filter(plugin_kv::plugin.eq(plugin))
                .filter(plugin_kv::key.ge(prefix))
                .order(plugin_kv::key)
                .limit(limit)
                .select((plugin_kv::key, plugin_kv::value));
            let rows: Vec<(String, String)> = on_either!(connection, inner => query.load(inner)?);
            // Keys are in the order of their bytes: the first that begins otherwise ends it.
            Ok(rows.into_iter().take_while(|(key, _)| key.starts_with(prefix)).collect())
        })
    }
}

fn claimed(connection: &mut AnyConnection, ids: &[DeliveryId]) -> Result<Vec<Claimed>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = deliveries::table
        .inner_join(tickets::table.on(tickets::id.eq(deliveries::ticket)))
        .filter(deliveries::id.eq_any(ids.to_vec()));
    let rows: Vec<(DeliveryStored, i64)> =
        on_either!(connection, inner => rows.select((DeliveryStored::as_select(), tickets::number)).load(inner)?);
    let mut found = HashMap::new();
    for (row, number) in rows {
        let delivery = row.delivery()?;
        found.insert(delivery.id, Claimed { delivery, number });
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

fn put(connection: &mut AnyConnection, plugin: &str, key: &str, value: Option<&str>) -> Result<(), StoreError> {
    let Some(value) = value else {
        let row = plugin_kv::table.find((plugin, key));
        on_either!(connection, inner => diesel::delete(row).execute(inner)?);
        return Ok(());
    };
    let row = (plugin_kv::plugin.eq(plugin), plugin_kv::key.eq(key), plugin_kv::value.eq(value));
    on_either!(connection, inner => diesel::insert_into(plugin_kv::table)
        .values(row)
        .on_conflict((plugin_kv::plugin, plugin_kv::key))
        .do_update()
        .set(plugin_kv::value.eq(value))
        .execute(inner)?);
    Ok(())
}

fn swap(
    connection: &mut AnyConnection,
    plugin: &str,
    key: &str,
    expected: Option<&str>,
    value: Option<&str>,
) -> Result<bool, StoreError> {
    let changed = match (expected, value) {
        (None, None) => {
            let row = plugin_kv::table.find((plugin, key)).select(plugin_kv::key);
            let found: Option<String> = on_either!(connection, inner => row.first(inner).optional()?);
            usize::from(found.is_none())
        }
        (None, Some(value)) => {
            let row = (plugin_kv::plugin.eq(plugin), plugin_kv::key.eq(key), plugin_kv::value.eq(value));
            on_either!(connection, inner => diesel::insert_into(plugin_kv::table)
                .values(row).on_conflict_do_nothing().execute(inner)?)
        }
        (Some(expected), value) => {
            let row = plugin_kv::table.find((plugin, key)).filter(plugin_kv::value.eq(expected));
            match value {
                None => on_either!(connection, inner => diesel::delete(row).execute(inner)?),
                Some(value) => {
                    let set = plugin_kv::value.eq(value);
                    on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?)
                }
            }
        }
    };
    Ok(changed == 1)
}
