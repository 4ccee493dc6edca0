//! `[cancel]`: until when who asked cancels a ticket by a word, and how long its
//! script may clean up then.

use crate::model::duration::Span;
use schemars::JsonSchema;
use serde::Deserialize;

/// How a ticket is cancelled.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelFile {
    /// Until when who asked does it by a word; afterwards that is a wish to the owner.
    #[schemars(extend("default" = "closed"))]
    pub until: Option<CancelUntil>,
    /// Longest time that its script may clean up.
    #[schemars(extend("default" = "1d"))]
    pub within: Option<Span>,
}

/// Until when who asked cancels it; afterwards that is a wish to its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CancelUntil {
    /// Until an agent answers for it.
    Accepted,
    /// Until what had to be approved is; where nothing has to be, until work has begun.
    Approved,
    /// Until it is with a handler, or somebody has taken or done a piece of its work.
    WorkBegun,
    /// As long as it is open.
    Closed,
}

/// How a ticket is cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CancelRule {
    /// Until when who asked does it by a word.
    pub until: CancelUntil,
    /// Longest time that its script may clean up.
    pub within: Span,
}

impl CancelRule {
    /// The rule of the file.
    pub(super) fn of(file: &CancelFile) -> Self {
        Self { until: file.until.unwrap_or(CancelUntil::Closed), within: file.within.unwrap_or(Span::Elapsed(24 * 60)) }
    }
}
