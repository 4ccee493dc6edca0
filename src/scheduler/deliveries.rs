//! Plugin calls on their way out: claimed with a lease, made outside any
//! transaction, answered by a command that settles the step. A call that fails
//! is made again, later and later; it is never given up, since a broken
//! neighbour ends no step: when its attempts are used up the owner is told, and
//! it goes on about once an hour.

use super::on_script_stack;
use super::outbound::Way;
use super::values::PluginValues;
use crate::desk::Desk;
use crate::desk::command::{self, Act, Command, Delivered, Doer, Target};
use crate::model::changes::Delivery;
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::plugins::{KeyValue, Outbound, Plugins, Reply, Request};
use crate::store::{Claimed, Reader, StoreError};
use chrono::Duration;
use parking_lot::Mutex;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What a lease is longer than the longest call: time to commit the answer.
const MARGIN: Duration = Duration::seconds(5);
/// The pause after the first failed attempt; each one after is three times as long.
const FIRST_PAUSE: i64 = 5;
/// The longest pause.
const LONGEST_PAUSE: i64 = 60 * 60;
/// When an answer is brought again that the desk was too busy for.
const BUSY: Duration = Duration::seconds(2);
/// How often a call is tried that no plugin in force declares.
const USUAL_ATTEMPTS: u32 = 8;
/// How many calls are taken back at start; the leases of more run out by themselves.
/// How much of an error is kept.
const LONGEST_ERROR: usize = 2_000;

/// Makes due calls.
pub struct Deliveries {
    desk: Desk,
    node: String,
    values: Arc<dyn KeyValue>,
    /// Whoever claims holds it, so that idle threads do not run for the same call.
    reader: Mutex<Reader>,
}

impl Deliveries {
    /// Calls of a desk, claimed in the name of `node`.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk, node: &str) -> Result<Deliveries, StoreError> {
        Ok(Deliveries {
            values: Arc::new(PluginValues::new(desk.store())?),
            reader: Mutex::new(desk.store().reader()?),
            node: node.to_owned(),
            desk,
        })
    }

    /// Makes every call that is due at `now`, one after the other; says how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&self, now: Time) -> Result<usize, StoreError> {
        let mut made = 0;
        while on_script_stack(|| self.run_one(now))?? {
            made += 1;
        }
        Ok(made)
    }

    /// Makes one call that is due at `now`; false when there is none. Wants a
    /// thread with the stack of scripts.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_one(&self, now: Time) -> Result<bool, StoreError> {
        let Some(claimed) = self.claim(now)? else { return Ok(false) };
        let plugins = Arc::clone(&self.desk.world().content.plugins);
        let request = request(&claimed.delivery);
        let way: Arc<dyn Outbound> = Arc::new(Way::new(&self.desk, claimed.delivery.ticket));
        let reply = plugins.call(&request, &self.values, &way);
        // A test's clock may stand still, the caller's moment may be behind.
        let after = now.max(self.desk.clock().now());
        self.settle(&plugins, &claimed, reply, after)?;
        Ok(true)
    }

    /// When the next call is due.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn next(&self) -> Result<Option<Time>, StoreError> {
        self.reader.lock().next_delivery()
    }

    fn claim(&self, now: Time) -> Result<Option<Claimed>, StoreError> {
        let mut reader = self.reader.lock();
        if self.desk.is_stopping() || reader.next_delivery()?.is_none_or(|next| next > now) {
            return Ok(None);
        }
        let longest = longest_call(&self.desk.world().content.plugins);
        let claimed = self.desk.store().claim_deliveries(&self.node, now, now.plus(longest + MARGIN), 1)?;
        Ok(claimed.into_iter().next())
    }

    fn settle(&self, plugins: &Plugins, claimed: &Claimed, reply: Reply, now: Time) -> Result<(), StoreError> {
        let delivery = &claimed.delivery;
        let name = settle_id(delivery);
        let answer = match reply {
            Reply::Done(output) => command::Reply::Done(output),
            Reply::Refused { code, message } => command::Reply::Refused { code, message },
            Reply::Failed { message, retry } => {
                return self.failed(plugins, claimed, &shortened(&message), retry, now);
            }
        };
        match self.carry(claimed, name, answer) {
            Ok(()) => Ok(()),
            Err(refusal) => self.not_taken(delivery, &refusal, now),
        }
    }

    /// A failed attempt: another one is due later.
    fn failed(
        &self,
        plugins: &Plugins,
        claimed: &Claimed,
        message: &str,
        retry: bool,
        now: Time,
    ) -> Result<(), StoreError> {
        let delivery = &claimed.delivery;
        let attempt = delivery.attempt.saturating_add(1);
        let signature = plugins.signature(&delivery.plugin, &delivery.function);
        let attempts = signature.map_or(USUAL_ATTEMPTS, |signature| signature.attempts);
        tracing::warn!(plugin = %delivery.plugin, function = %delivery.function, key = %delivery.key, attempt, message,
            "a plugin call failed");
        // What will go wrong again is told at once; what may do better, when the attempts are used up.
        let told_at = if retry { i32::try_from(attempts).unwrap_or(i32::MAX) } else { 1 };
        if attempt == told_at {
            let reply = command::Reply::Unreachable { message: message.to_owned(), attempts: attempt };
            let name = format!("{}/{attempt}", settle_id(delivery));
            if let Err(refusal) = self.carry(claimed, name, reply) {
                return self.not_taken(delivery, &refusal, now);
            }
        }
        let pause = if attempt >= told_at { Duration::seconds(LONGEST_PAUSE) } else { pause(delivery, attempt) };
        self.put_back(delivery, attempt, now.plus(pause), message)
    }

    /// The desk did not take the answer. The call will be made again with the
    /// same key and answer the same.
    fn not_taken(&self, delivery: &Delivery, refusal: &Refusal, now: Time) -> Result<(), StoreError> {
        let pause = match refusal.code {
            Code::Unavailable | Code::Busy => BUSY,
            // Its step was settled by a person meanwhile, who took the delivery away.
            Code::StepSettled | Code::NotFound => Duration::days(1),
            _ => {
                tracing::error!(key = %delivery.key, %refusal, "a plugin's answer was refused");
                Duration::seconds(LONGEST_PAUSE)
            }
        };
        self.put_back(delivery, delivery.attempt, now.plus(pause), &refusal.to_string())
    }

    fn put_back(&self, delivery: &Delivery, attempt: i32, next_at: Time, error: &str) -> Result<(), StoreError> {
        self.desk.store().delivery_failed(delivery.id, &self.node, attempt, next_at, error).map(|_| ())
    }

    fn carry(&self, claimed: &Claimed, id: String, reply: command::Reply) -> Result<(), Refusal> {
        let delivery = &claimed.delivery;
        let wish = Delivered { delivery: delivery.id, step: delivery.step, reply };
        let command = Command {
            id,
            fingerprint: [0; 32],
            doer: Doer::Plugin(delivery.plugin.clone()),
            target: Target::Ticket(claimed.number),
            expect: None,
            act: Act::Delivered(wish),
        };
        self.desk.carry_out_blocking(command).map(|_| ())
    }
}

/// The id of the command that settles the step. A step whose call is made anew
/// after it was answered has another one, since its delivery was made later.
fn settle_id(delivery: &Delivery) -> String {
    format!("delivery/{}/{}", delivery.id, delivery.created_at.micros())
}

fn request(delivery: &Delivery) -> Request {
    Request {
        plugin: delivery.plugin.clone(),
        function: delivery.function.clone(),
        arguments: delivery.arguments.clone(),
        key: delivery.key.clone(),
        attempt: u32::try_from(delivery.attempt).unwrap_or(0).saturating_add(1),
    }
}

fn longest_call(plugins: &Plugins) -> Duration {
    let limits =
        plugins.manifests().flat_map(|manifest| manifest.functions.values()).map(|function| function.time_limit);
    Duration::from_std(limits.max().unwrap_or_default()).unwrap_or(MARGIN)
}

/// The pause after a failed attempt: three times as long each time, and a fifth
/// more or less, so that calls that failed together do not come back together.
/// The delivery's own id is the dice: the same attempt always waits the same.
fn pause(delivery: &Delivery, attempt: i32) -> Duration {
    let power = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0);
    let seconds = 3_i64.checked_pow(power).and_then(|factor| FIRST_PAUSE.checked_mul(factor));
    let millis = seconds.unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE) * 1_000;
    let mut hash = Sha256::new();
    hash.update(delivery.id.bytes());
    hash.update(attempt.to_be_bytes());
    let dice = hash.finalize().first().copied().unwrap_or(128);
    Duration::milliseconds(millis * (80 * 255 + 40 * i64::from(dice)) / (100 * 255))
}

fn shortened(message: &str) -> String {
    message.chars().take(LONGEST_ERROR).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::{DeliveryId, StepId, TicketId};
    use serde_json::json;
    use uuid::Uuid;

    fn delivery(n: u128) -> Delivery {
        let at = Time::parse("2026-01-05T09:00:00Z").unwrap();
        Delivery {
            id: DeliveryId(Uuid::from_u128(n)),
            ticket: TicketId(Uuid::from_u128(1)),
            step: StepId(Uuid::from_u128(n)),
            plugin: "asset".to_owned(),
            function: "reserve".to_owned(),
            key: "SR-000001/1/4".to_owned(),
            arguments: json!({}),
            attempt: 0,
            next_at: at,
            last_error: None,
            created_at: at,
        }
    }

    #[test]
    fn pauses_grow_to_an_hour_and_differ_from_call_to_call() {
        for (attempt, seconds) in [(1, 5), (2, 15), (3, 45), (6, 1_215), (7, 3_600), (99, 3_600)] {
            let waited = pause(&delivery(1), attempt).num_milliseconds();
            let (least, most) = (seconds * 800, seconds * 1_200);
            assert!((least..=most).contains(&waited), "{attempt}: {waited}");
        }
        let pauses: std::collections::BTreeSet<_> = (1..20).map(|n| pause(&delivery(n), 1)).collect();
        assert!(pauses.len() > 10);
    }

    #[test]
    fn a_delivery_made_anew_is_settled_by_another_command() {
        let mut again = delivery(1);
        again.created_at = again.created_at.plus(Duration::hours(1));
        assert_ne!(settle_id(&delivery(1)), settle_id(&again));
    }
}
