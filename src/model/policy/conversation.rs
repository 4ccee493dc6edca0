//! `[conversation]`: what is said on a ticket, and how long what was said or
//! begun may be changed.

use super::build::Faults;
use super::schema::Elapsed;
use crate::model::duration::Span;
use chrono::Duration;
use schemars::JsonSchema;
use serde::Deserialize;

/// What is said on a ticket, and for how long it may be changed; times on the clock.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConversationFile {
    /// Whether who asked is told at once that a request is registered.
    #[schemars(extend("default" = true))]
    pub acknowledge: Option<bool>,
    /// How long the author of a comment may change its text.
    #[schemars(with = "Option<Elapsed>", extend("default" = "30m"))]
    pub edit_within: Option<Span>,
    /// How long a draft that nobody touches is kept.
    #[schemars(with = "Option<Elapsed>", extend("default" = "30d"))]
    pub drafts_kept: Option<Span>,
    /// How long an entry of the work log may be corrected by who wrote it.
    #[schemars(with = "Option<Elapsed>", extend("default" = "1d"))]
    pub work_within: Option<Span>,
    /// How long before an appointment those whom it concerns are reminded.
    #[schemars(with = "Option<Elapsed>", extend("default" = "1h"))]
    pub appointment_remind: Option<Span>,
}

/// What is said, and for how long it may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Whether who asked is told at once that a request is registered.
    pub acknowledge: bool,
    /// How long the author of a comment may change its text.
    pub edit_within: Duration,
    /// How long a draft that nobody touches is kept.
    pub drafts_kept: Duration,
    /// How long an entry of the work log may be corrected by who wrote it.
    pub work_within: Duration,
    /// How long before an appointment those whom it concerns are reminded.
    pub appointment_remind: Duration,
}

impl Conversation {
    /// The rules of the file.
    pub(super) fn of(file: ConversationFile, faults: &mut Faults<'_>) -> Self {
        let mut elapsed = |key: &str, span: Option<Span>, usual: Duration| match span {
            None => usual,
            Some(span) => span.elapsed().unwrap_or_else(|| {
                faults.add(key, format!("`{key}` is a time on the clock, like \"30m\" or \"2d\", not working time"));
                usual
            }),
        };
        Self {
            acknowledge: file.acknowledge.unwrap_or(true),
            edit_within: elapsed("edit_within", file.edit_within, Duration::minutes(30)),
            drafts_kept: elapsed("drafts_kept", file.drafts_kept, Duration::days(30)),
            work_within: elapsed("work_within", file.work_within, Duration::days(1)),
            appointment_remind: elapsed("appointment_remind", file.appointment_remind, Duration::hours(1)),
        }
    }
}
