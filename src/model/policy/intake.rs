//! In whose queue a ticket lies, whose turn it is, and when changes rest.

use crate::model::ticket::Kind;
use crate::model::time::Time;

/// One rule of `[[intake]]`; the first that matches names the group.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this category.
    pub category: Option<String>,
    /// Only this item.
    pub item: Option<String>,
    /// Only this location.
    pub location: Option<String>,
    /// Only this channel.
    pub channel: Option<String>,
    /// Only outside this calendar's hours.
    pub outside: Option<String>,
    /// The group.
    pub group: String,
    /// How a member is chosen; nobody is when absent.
    pub by: Option<Turn>,
}

/// A time in which changes rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    /// What it is called.
    pub name: String,
    /// From.
    pub from: Time,
    /// Until.
    pub to: Time,
    /// For which services; `"*"` is all.
    pub services: Vec<String>,
}

/// How a member of a group is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// In turn.
    RoundRobin,
    /// Who has the fewest open tickets.
    LeastLoaded,
}

impl Turn {
    /// Reads the option's text.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "round_robin" => Turn::RoundRobin,
            "least_loaded" => Turn::LeastLoaded,
            _ => return None,
        })
    }
}
