//! `[retention]`: how long what is said of people is kept. Where nothing is
//! said, it is kept.

use super::build::Faults;
use super::schema::Elapsed;
use crate::model::duration::Span;
use chrono::Duration;
use schemars::JsonSchema;
use serde::Deserialize;

/// Sooner than this nothing of a closed ticket is erased: people come back to it.
const SOONEST_DAYS: i64 = 30;

/// How long what is said of people is kept: at least 30 days on the clock; for ever where nothing is said.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RetentionFile {
    /// A ticket's texts and people, after it was closed.
    #[schemars(with = "Option<Elapsed>")]
    pub tickets: Option<Span>,
    /// The desk-wide log.
    #[schemars(with = "Option<Elapsed>")]
    pub log: Option<Span>,
    /// Messages to people.
    #[schemars(with = "Option<Elapsed>")]
    pub messages: Option<Span>,
}

/// How long what is said of people is kept; for ever where absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retention {
    /// A ticket's texts and people, after it was closed.
    pub tickets: Option<Duration>,
    /// The desk-wide log.
    pub log: Option<Duration>,
    /// Messages to people.
    pub messages: Option<Duration>,
}

impl Retention {
    /// The rules of the file.
    pub(super) fn of(file: &RetentionFile, faults: &mut Faults<'_>) -> Self {
        let mut elapsed = |key: &str, span: Option<Span>| {
            let elapsed = span?.elapsed();
            if elapsed.is_none_or(|it| it < Duration::days(SOONEST_DAYS)) {
                faults
                    .add(key, format!("`{key}` is a time on the clock of at least {SOONEST_DAYS} days, like \"730d\""));
            }
            elapsed
        };
        Self {
            tickets: elapsed("tickets", file.tickets),
            log: elapsed("log", file.log),
            messages: elapsed("messages", file.messages),
        }
    }
}
