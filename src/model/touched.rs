//! Which fields of a ticket changed at which version, so that two people who
//! change different fields at the same time do not stand in each other's way.
//! Kept in the ticket's facts: written by the very commit that changes a field.

use super::ticket::Ticket;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The last change of each field that people may change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Touched {
    /// The first version of which it is known; 0 where nothing is.
    pub since: i64,
    /// The version that changed a field last. A field of the form is `form/NAME`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, i64>,
}

impl Touched {
    /// Whether a field may have changed after the version that somebody saw.
    pub fn moved(&self, field: &str, seen: i64) -> bool {
        self.since == 0 || seen < self.since || self.fields.get(field).is_some_and(|at| *at > seen)
    }
}

/// What stands in the way of a wish whose caller saw an older version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Any change since.
    Any,
    /// None: what is added stands beside what others add.
    Never,
    /// A change of one of these fields.
    Fields(Vec<String>),
}

impl Clash {
    /// Why a caller who saw a version must look again; none where they need not.
    pub fn with(&self, ticket: &Ticket, seen: i64) -> Option<String> {
        let now = ticket.version;
        if seen == now {
            return None;
        }
        let moved = match self {
            // A version that the ticket never had is no version of it.
            _ if seen < 1 || seen > now => None,
            Clash::Any => None,
            Clash::Never => return None,
            Clash::Fields(fields) => {
                let moved = |field: &&String| ticket.facts.touched.moved(field, seen);
                Some(fields.iter().find(moved)?)
            }
        };
        Some(match moved {
            Some(field) => format!("`{field}` was changed since version {seen}: the ticket is at version {now} now."),
            None => format!("The ticket is at version {now} now."),
        })
    }
}

/// Names of the fields in which two states of a ticket differ.
pub fn differing(before: &Ticket, after: &Ticket) -> Vec<&'static str> {
    let differs = [
        ("title", before.title != after.title),
        ("description", before.description != after.description),
        ("impact", before.impact != after.impact),
        ("urgency", before.urgency != after.urgency),
        ("priority", before.priority != after.priority),
        ("location", before.location != after.location),
        ("remarks", before.remarks != after.remarks),
        ("item", before.item != after.item),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_moved_where_its_change_is_younger_than_what_was_seen() {
        let touched = Touched { since: 3, fields: [("title".to_owned(), 5)].into() };
        assert!(touched.moved("title", 4) && !touched.moved("title", 5) && !touched.moved("location", 3));
        assert!(touched.moved("location", 2), "of what was before nothing is known");
        assert!(Touched::default().moved("location", 9));
    }
}
