//! Which items of the catalog are asked for most, and which are new. Counted now
//! and then, not at every look; a release is seen at once.

use super::unavailable;
use super::world::World;
use crate::model::problem::Refusal;
use crate::model::time::Time;
use crate::store::{Reader, StoreError};
use chrono::Duration;
use parking_lot::Mutex;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Tickets count for so long.
const LATELY: Duration = Duration::days(90);
/// An item is new for so long.
const NEW: Duration = Duration::days(30);
/// Figures are counted again after so long.
const STALE: Duration = Duration::minutes(10);

/// The figures, with when they were counted.
#[derive(Default)]
pub struct Popular(Mutex<Option<Arc<Figures>>>);

/// What is known of the items.
#[derive(Default)]
pub struct Figures {
    at: Option<Time>,
    content_version: i64,
    asked: BTreeMap<String, i64>,
    published: BTreeMap<String, Time>,
    /// When the desk's first content came into force.
    began: Option<Time>,
}

impl Popular {
    /// The figures as they are now, or were some minutes ago.
    ///
    /// # Errors
    /// 503 where the database does not answer.
    pub fn figures(&self, reader: &mut Reader, world: &World, now: Time) -> Result<Arc<Figures>, Refusal> {
        let fresh = |known: &&Arc<Figures>| {
            known.content_version == world.content_version && known.at.is_some_and(|at| now < at.plus(STALE))
        };
        if let Some(known) = self.0.lock().as_ref().filter(fresh) {
            return Ok(Arc::clone(known));
        }
        let counted = count(reader, world, now).map_err(|error| unavailable(&error))?;
        let counted = Arc::new(counted);
        *self.0.lock() = Some(Arc::clone(&counted));
        Ok(counted)
    }
}

fn count(reader: &mut Reader, world: &World, now: Time) -> Result<Figures, StoreError> {
    let item = |path: String| Some(path.strip_prefix("schemas/")?.strip_suffix(".json")?.to_owned());
    let published: BTreeMap<String, Time> =
        reader.first_published()?.into_iter().filter_map(|(path, at)| Some((item(path)?, at?))).collect();
    Ok(Figures {
        at: Some(now),
        content_version: world.content_version,
        asked: reader.asked_since(now.plus(-LATELY))?.into_iter().collect(),
        began: published.values().min().copied(),
        published,
    })
}

impl Figures {
    /// How often an item was asked for lately.
    pub fn asked(&self, item: &str) -> i64 {
        self.asked.get(item).copied().unwrap_or(0)
    }

    /// When an item came into force for the first time.
    pub fn published(&self, item: &str) -> Option<Time> {
        self.published.get(item).copied()
    }

    /// Whether an item came not long ago. What was there from the beginning of
    /// the desk was never new.
    pub fn is_new(&self, item: &str, now: Time) -> bool {
        self.published(item).is_some_and(|at| Some(at) != self.began && now < at.plus(NEW))
    }
}
