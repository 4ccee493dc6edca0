//! Tickets that a log names, for who reads it: one that was closed to others after
//! the log was written is not named to these, as it would not have been written.

use super::View;
use crate::desk::unavailable;
use crate::model::event::EventType;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::relation::SECRET;
use crate::model::ticket::parse_number;
use crate::model::view::{EventView, Sight};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Keys that hold another ticket's number, or several.
const NUMBERS: [&str; 6] = ["what", "from", "into", "master", "children", "offered"];

fn names_others(kind: EventType) -> bool {
    use EventType::{ChildrenResolved, MasterResolved, TicketLinked, TicketMerged, TicketSplit, TicketUnlinked};
    matches!(kind, TicketLinked | TicketUnlinked | TicketMerged | TicketSplit | MasterResolved | ChildrenResolved)
}

fn texts(value: &mut Json) -> Vec<&mut Json> {
    match value {
        Json::Array(items) => items.iter_mut().collect(),
        one => vec![one],
    }
}

/// Takes the numbers of tickets that `user` does not see out of what staff read;
/// what was said of the link goes with them. Others are named only what is theirs.
pub(super) fn only_seen(v: &mut View<'_>, user: &User, log: &mut [EventView]) -> Result<(), Refusal> {
    if !user.is_staff() {
        return Ok(());
    }
    let mut named = Vec::new();
    for event in log.iter_mut().filter(|event| names_others(event.kind)) {
        for (_, value) in event.data.iter_mut().filter(|(key, _)| NUMBERS.contains(&key.as_str())) {
            named.extend(texts(value).into_iter().filter_map(|text| parse_number(text.as_str()?)));
        }
    }
    if named.is_empty() {
        return Ok(());
    }
    named.sort_unstable();
    named.dedup();
    let seen = v.reader.seen_of(&named, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    let seen: BTreeSet<i64> = seen.into_iter().map(|ticket| ticket.number).collect();
    for event in log.iter_mut().filter(|event| names_others(event.kind)) {
        let mut hidden = false;
        for (_, value) in event.data.iter_mut().filter(|(key, _)| NUMBERS.contains(&key.as_str())) {
            for text in texts(value) {
                if text.as_str().and_then(parse_number).is_some_and(|number| !seen.contains(&number)) {
                    *text = Json::from(SECRET);
                    hidden = true;
                }
            }
        }
        if hidden {
            event.data.remove("reason");
            event.data.remove("resolution");
        }
    }
    Ok(())
}
