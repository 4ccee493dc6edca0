//! `[close]`, `[csat]` and `[knowledge]`: how long silence is waited out, where
//! somebody is called first, who is asked how satisfied they are, and whether a
//! ticket is worth an article.

use super::build::Faults;
use super::schema::{ItemName, PriorityName, ToldName};
use crate::model::closing::{DecidedWith, Knowledge};
use crate::model::duration::Span;
use crate::model::people::Role;
use crate::model::ticket::Ticket;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// How a resolved ticket is closed.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseFile {
    /// Time to confirm a resolution before silence closes; without it silence closes nothing.
    pub confirm_within: Option<Span>,
    /// When who asked is reminded of it, after the resolution.
    #[serde(default)]
    pub nudge: Vec<Span>,
    /// Whether silence closes at all.
    #[schemars(extend("default" = true))]
    pub auto: Option<bool>,
    /// What silence never closes.
    #[serde(default)]
    pub never_auto: NeverAuto,
    /// Whose requesters are called first.
    pub follow_up: Option<FollowUpFile>,
}

/// Which resolved tickets silence never closes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeverAuto {
    /// Those of these priorities.
    #[serde(default)]
    #[schemars(with = "Vec<PriorityName>")]
    pub priorities: Vec<String>,
    /// Those of very important people.
    #[serde(default)]
    pub vip: bool,
    /// Those whose requester has written and has no answer.
    #[serde(default)]
    pub unread_reply: bool,
}

impl NeverAuto {
    /// Whether silence never closes such a ticket, whatever is said on it.
    pub fn spares(&self, ticket: &Ticket) -> bool {
        self.priorities.contains(&ticket.priority) || (self.vip && ticket.flags.vip)
    }
}

/// Whose requesters are called before the ticket is closed.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpFile {
    /// Those of tickets of these priorities.
    #[serde(default)]
    #[schemars(with = "Vec<PriorityName>")]
    pub priorities: Vec<String>,
    /// Very important people.
    #[serde(default)]
    pub vip: bool,
    /// Those of these catalog items.
    #[serde(default)]
    #[schemars(with = "Vec<ItemName>")]
    pub items: Vec<String>,
    /// So many attempts are made.
    #[schemars(range(min = 1), extend("default" = 1))]
    pub attempts: Option<u32>,
}

/// Whose requesters are called before the ticket is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUpRule {
    /// Those of tickets of these priorities.
    pub priorities: Vec<String>,
    /// Very important people.
    pub vip: bool,
    /// Those of these catalog items.
    pub items: Vec<String>,
    /// So many attempts are made.
    pub attempts: u32,
}

impl FollowUpRule {
    /// Whether such a ticket wants a call.
    pub fn wants(&self, ticket: &Ticket) -> bool {
        let then = ticket.facts.closing.resolved_at_priority.as_ref();
        self.priorities.contains(&ticket.priority)
            || then.is_some_and(|priority| self.priorities.contains(priority))
            || (self.vip && ticket.flags.vip)
            || self.items.contains(&ticket.item)
    }
}

/// How a resolved ticket is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CloseRules {
    /// Time to confirm a resolution before silence closes.
    pub confirm_within: Option<Span>,
    /// When who asked is reminded of it, after the resolution.
    pub nudge: Vec<Span>,
    /// Whether silence closes at all.
    pub auto: bool,
    /// What silence never closes.
    pub never_auto: NeverAuto,
    /// Where somebody is called first.
    pub follow_up: FollowUpRule,
}

impl CloseRules {
    /// The rules of the file.
    pub(super) fn of(file: CloseFile, priorities: &BTreeSet<String>, faults: &mut Faults<'_>) -> Self {
        let follow_up = file.follow_up.map(|rule| FollowUpRule {
            priorities: rule.priorities,
            vip: rule.vip,
            items: rule.items,
            attempts: rule.attempts.unwrap_or(1),
        });
        if follow_up.as_ref().is_some_and(|rule| rule.attempts == 0) {
            faults.add("attempts", "`attempts` of a follow-up is at least 1");
        }
        let follow_up = follow_up.unwrap_or_default();
        for priority in file.never_auto.priorities.iter().chain(&follow_up.priorities) {
            if !priorities.contains(priority) {
                faults.unknown("priority", priority, priorities.iter().map(String::as_str));
            }
        }
        if !file.nudge.is_empty() && file.confirm_within.is_none() {
            faults.add("nudge", "`nudge` reminds of a time to confirm: `confirm_within` is wanted, too");
        }
        Self {
            confirm_within: file.confirm_within,
            nudge: file.nudge,
            auto: file.auto.unwrap_or(true),
            never_auto: file.never_auto,
            follow_up,
        }
    }
}

/// When people are asked how satisfied they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// When their ticket is closed.
    Closed,
    /// Never.
    #[default]
    Never,
}

/// How satisfaction is asked for.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CsatFile {
    /// When.
    #[schemars(extend("default" = "closed"))]
    pub ask: Option<Ask>,
    /// Of so many tickets in a hundred.
    #[schemars(range(max = 100), extend("default" = 100))]
    pub share: Option<u32>,
    /// Nobody is asked again so soon.
    pub quiet: Option<Span>,
    /// A score of 1 to 5 up to which it is told at once; 0 for none.
    #[schemars(range(max = 5), extend("default" = 2))]
    pub low: Option<u8>,
    /// To these: `owner`, `assignee`, `lead_of_group`, or the holders of a role.
    #[serde(default)]
    #[schemars(with = "Vec<ToldName>")]
    pub tell: Vec<String>,
}

/// How satisfaction is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csat {
    /// When.
    pub ask: Ask,
    /// Of so many tickets in a hundred.
    pub share: u32,
    /// Nobody is asked again so soon.
    pub quiet: Option<Span>,
    /// A score up to this is told at once.
    pub low: u8,
    /// To these: `owner`, `assignee`, `lead_of_group`, or the holders of a role.
    pub tell: Vec<String>,
}

/// Who stands to a ticket so, beside the holders of roles.
const OF_THE_TICKET: [&str; 3] = ["owner", "assignee", "lead_of_group"];

impl Csat {
    /// The rules of the file; without them nobody is asked.
    pub(super) fn of(file: Option<CsatFile>, roles: &BTreeMap<String, Vec<String>>, faults: &mut Faults<'_>) -> Self {
        let there = file.is_some();
        let file = file.unwrap_or_default();
        let share = file.share.unwrap_or(100);
        if share > 100 {
            faults.add("share", "`share` is per cent: 0 to 100");
        }
        let low = file.low.unwrap_or(2);
        if low > 5 {
            faults.add("low", "`low` is a score: 1 to 5, or 0 for none");
        }
        let known = || OF_THE_TICKET.into_iter().chain(Role::ALL.map(Role::as_str));
        for name in &file.tell {
            if !known().any(|known| known == name) && !roles.contains_key(name) {
                faults.unknown("role", name, known());
            }
        }
        let ask = file.ask.unwrap_or(if there { Ask::Closed } else { Ask::Never });
        Self { ask, share, quiet: file.quiet, low, tell: file.tell }
    }
}

/// Which tickets want a knowledge decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Required {
    /// Those whose resolution a person wrote.
    WrittenByHand,
    /// None.
    #[default]
    Never,
    /// All.
    Always,
}

/// Whether a ticket is worth an article.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnowledgeFile {
    /// When it is decided.
    #[schemars(extend("default" = ["resolved"]))]
    pub decide: Option<Vec<DecidedWith>>,
    /// Of which tickets it must be.
    #[schemars(extend("default" = "never"))]
    pub required: Option<Required>,
    /// What is decided where a call says nothing.
    pub preset: Option<Knowledge>,
    /// When a candidate is worth an article.
    pub promote: Option<Promote>,
    /// How often articles are looked through.
    pub review_every: Option<Span>,
}

/// When a candidate is worth an article.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promote {
    /// After so many uses.
    pub uses: u32,
    /// With such a rating.
    pub rating: f64,
    /// What it becomes then.
    pub to: String,
}

/// Whether a ticket is worth an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnowledgeRules {
    /// When it is decided.
    pub decide: Vec<DecidedWith>,
    /// Of which tickets it must be.
    pub required: Required,
    /// What is decided where a call says nothing.
    pub preset: Option<Knowledge>,
    /// When a candidate is worth an article.
    pub promote: Option<Promote>,
    /// How often articles are looked through.
    pub review_every: Option<Span>,
}

impl From<KnowledgeFile> for KnowledgeRules {
    fn from(file: KnowledgeFile) -> Self {
        Self {
            decide: file.decide.unwrap_or_else(|| vec![DecidedWith::Resolved]),
            required: file.required.unwrap_or_default(),
            preset: file.preset,
            promote: file.promote,
            review_every: file.review_every,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::policy::Policy;

    const SMALL: &str = r#"
currency = "EUR"
[priority]
impacts = ["person"]
urgencies = ["low"]
[priority.matrix]
person = ["P4"]
"#;

    #[test]
    fn faulty_rules_are_named() {
        let message = |more: &str| Policy::parse(&format!("{SMALL}{more}")).unwrap_err()[0].message.clone();
        let close = "[close]\nconfirm_within = \"3wd\"\n";
        assert_eq!(message(&format!("{close}never_auto = {{ priorities = [\"P9\"] }}")), "there is no priority \"P9\"");
        let never = message(&format!("{close}follow_up = {{ attempts = 0 }}"));
        assert_eq!(never, "`attempts` of a follow-up is at least 1");
        assert!(message("[close]\nnudge = [\"1d\"]").contains("confirm_within"));
        assert_eq!(message("[csat]\nshare = 101"), "`share` is per cent: 0 to 100");
        assert_eq!(message("[csat]\ntell = [\"ownr\"]"), "there is no role \"ownr\"");
        assert!(message("[knowledge]\npreset = \"maybe\"").contains("unknown variant"));
    }
}
