//! The desk's rules: `workflows/policy.toml`, checked and ready to be asked.
//! The file's own shape is in `file`; calendars' arithmetic in `calendar`.

mod batch;
mod build;
mod calendars;
mod cancel;
mod changes;
mod closing;
mod conversation;
mod desks;
mod escalation;
mod file;
mod holds;
mod holidays;
mod intake;
mod levels;
mod outgoing;
mod priority;
mod promises;
mod publishing;
mod recurring;
mod reopen;
mod retention;
pub mod schema;
mod steps;
pub mod text;
pub mod words;

pub use cancel::{CancelRule, CancelUntil};
pub use changes::Changes;
pub use closing::{Ask, CloseRules, Csat, FollowUpRule, KnowledgeRules, NeverAuto, Promote, Required};
pub use conversation::Conversation;
pub use desks::{Desk, related};
pub use escalation::{EscalationRule, Told};
pub use file::position;
pub use holds::{EndsOn, HoldRule, Returns};
pub use intake::{Freeze, Intake, Turn};
pub use levels::{Level, Responds, Starts};
pub use outgoing::is_base;
pub use priority::{Matrix, Vip};
pub use publishing::{Folder, Publishing};
pub use recurring::{Missed, Recurring};
pub use reopen::{ReopenClock, ReopenRule, Reopens};
pub use retention::Retention;
use steps::usual_failure;
pub use steps::{OnTimeout, OwnRequest, SamePerson, StepDefaults, Steps};

use super::calendar::Calendar;
use super::ids::GroupId;
use super::outgoing::Outgoing;
use super::problem::Fault;
use super::ticket::ClosureCode;
use super::time::Time;
use chrono::NaiveDate;
use chrono_tz::Tz;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Path of the policy in the content folder.
pub const FILE: &str = "workflows/policy.toml";

/// A value of `[values]`, read by scripts as `policy.NAME`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Digits in quotes.
    Decimal(Decimal),
    /// Yes or no.
    Bool(bool),
}

/// All rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// ISO 4217.
    pub currency: String,
    /// BCP 47 tags of the desk's languages.
    pub languages: Vec<String>,
    /// `policy.NAME`.
    pub values: BTreeMap<String, Value>,
    /// `role("NAME")` beyond the built-in ones: usernames.
    pub roles: BTreeMap<String, Vec<String>>,
    /// Desks by name.
    pub desks: BTreeMap<String, Desk>,
    /// Branches of groups by location.
    pub local_groups: BTreeMap<String, BTreeMap<String, String>>,
    /// When changes rest.
    pub freezes: Vec<Freeze>,
    /// Intake rules in order.
    pub intake: Vec<Intake>,
    /// Calendars by name.
    pub calendars: BTreeMap<String, Calendar>,
    /// Priority matrix.
    pub matrix: Matrix,
    /// VIP rules.
    pub vip: Vip,
    /// Which open steps stop the resolve clock.
    pub pauses: BTreeMap<String, bool>,
    /// Service levels by name, newest `valid_from` last.
    pub levels: BTreeMap<String, Vec<Level>>,
    /// Defaults of steps.
    pub steps: Steps,
    /// Labels of the four closure codes: language → text.
    pub closure_labels: BTreeMap<String, BTreeMap<String, String>>,
    /// The desk's own reasons, each under one code.
    pub closure_reasons: BTreeMap<String, ClosureCode>,
    /// Rejection codes with their words.
    pub rejection_codes: BTreeMap<String, String>,
    /// How a resolved ticket is closed.
    pub close: CloseRules,
    /// How satisfaction is asked for.
    pub csat: Csat,
    /// Whether a ticket is worth an article.
    pub knowledge: KnowledgeRules,
    /// The item of the ticket under which several requests of one call lie.
    pub batch_parent: Option<String>,
    /// What is wanted of changes.
    pub changes: Changes,
    /// With which reasons a ticket may rest.
    pub holds: Vec<HoldRule>,
    /// What is wanted of who hands work back.
    pub returns: Returns,
    /// Tickets that open themselves.
    pub recurring: Vec<Recurring>,
    /// What is said, and for how long it may be changed.
    pub conversation: Conversation,
    /// How long what is said of people is kept.
    pub retention: Retention,
    /// What happens by itself when time passes.
    pub escalations: Vec<EscalationRule>,
    /// Whether messages and calls leave the desk.
    pub outgoing: Outgoing,
    /// Until when a ticket is taken up again.
    pub reopen: ReopenRule,
    /// How a ticket is cancelled.
    pub cancel: CancelRule,
    /// How content is published.
    pub publishing: Publishing,
}

impl Policy {
    /// Reads and checks the policy of a content, with the calendars of holidays
    /// that it names: path in the content folder → text.
    ///
    /// # Errors
    /// All faults found: that the file is missing, syntax and unknown keys with
    /// line and column, names that nothing declares with their line.
    pub fn read(files: &BTreeMap<String, String>) -> Result<Policy, Vec<Fault>> {
        let missing = || vec![Fault::of_file(FILE, "policy", "the file is missing")];
        Policy::beside(files.get(FILE).ok_or_else(missing)?, files)
    }

    /// Reads and checks a policy that names no other file.
    ///
    /// # Errors
    /// As of [`Policy::read`].
    pub fn parse(text: &str) -> Result<Policy, Vec<Fault>> {
        Policy::beside(text, &BTreeMap::new())
    }

    fn beside(text: &str, files: &BTreeMap<String, String>) -> Result<Policy, Vec<Fault>> {
        let file: file::PolicyFile = toml::from_str(text).map_err(|error| vec![file::fault(text, &error)])?;
        build::build(file, text, files)
    }

    /// The cell of the matrix; the last cell where a value is unknown.
    pub fn priority(&self, impact: &str, urgency: &str, vip: bool) -> String {
        let column = self.matrix.urgencies.iter().position(|u| u == urgency);
        let row = self.matrix.cells.get(impact);
        let cell = row.and_then(|row| column.and_then(|column| row.get(column)));
        let priority = cell.cloned().unwrap_or_else(|| "P4".to_owned());
        if vip { self.raised(&priority) } else { priority }
    }

    /// All priorities in order, best first.
    pub fn priorities(&self) -> Vec<String> {
        let all: BTreeSet<&String> = self.matrix.cells.values().flatten().collect();
        all.into_iter().cloned().collect()
    }

    fn raised(&self, priority: &str) -> String {
        let order = self.priorities();
        let place = |p: &str| order.iter().position(|o| o == p);
        let Some(now) = place(priority) else { return priority.to_owned() };
        let best = self.vip.best.as_deref().and_then(place).unwrap_or(0);
        let raised = now.saturating_sub(self.vip.raise).max(best.min(now));
        order.get(raised).cloned().unwrap_or_else(|| priority.to_owned())
    }

    /// The version of a service level that counts for a ticket created on `day`.
    pub fn level(&self, name: &str, day: NaiveDate) -> Option<&Level> {
        let versions = self.levels.get(name)?;
        versions.iter().rev().find(|level| level.valid_from <= day).or_else(|| versions.first())
    }

    /// The calendar that a level keeps for a priority; where none is named the first
    /// one with hours, by name; always open where there is no such.
    pub fn calendar(&self, level: Option<&Level>, priority: &str) -> &Calendar {
        static ALWAYS: Calendar = Calendar::Always { day: 24 * 60 };
        level
            .and_then(|level| level.calendar.get(priority).or_else(|| level.calendar.get("*")))
            .and_then(|name| self.calendars.get(name))
            .or_else(|| self.office())
            .unwrap_or(&ALWAYS)
    }

    /// The first calendar with hours.
    fn office(&self) -> Option<&Calendar> {
        self.calendars.values().find(|calendar| matches!(calendar, Calendar::Office(_)))
    }

    /// The zone in which a form's days begin: that of the first calendar with hours.
    pub fn zone(&self) -> Tz {
        self.office().map_or(Tz::UTC, Calendar::zone)
    }

    /// Whether a window touches a freeze that counts for these services.
    pub fn freezes(&self, from: Time, to: Time, services: &[String]) -> bool {
        self.freeze(from, to, services).is_some()
    }

    /// The freeze that a window touches, if one counts for these services.
    pub fn freeze(&self, from: Time, to: Time, services: &[String]) -> Option<&Freeze> {
        let counts = |freeze: &&Freeze| freeze.services.iter().any(|name| name == "*" || services.contains(name));
        // Half open, as windows are: what ends when the freeze begins is not in it. A
        // moment is in it from its first to before its last.
        let begins_in = |freeze: &&Freeze| freeze.from <= from && from < freeze.to;
        let reaches = |freeze: &&Freeze| from < freeze.from && freeze.from < to;
        self.freezes.iter().filter(counts).find(|freeze| begins_in(freeze) || reaches(freeze))
    }

    /// The defaults of a kind of step.
    pub fn step(&self, kind: &str) -> StepDefaults {
        self.steps.by_kind.get(kind).cloned().unwrap_or(StepDefaults {
            within: None,
            remind: Vec::new(),
            on_timeout: OnTimeout::Remind,
            on_fail: usual_failure(kind).to_owned(),
        })
    }

    /// Whether an open step of this kind stops the resolve clock of a level.
    pub fn pauses(&self, level: Option<&Level>, kind: &str) -> bool {
        let own = level.and_then(|level| level.pauses.get(kind));
        own.or_else(|| self.pauses.get(kind)).copied().unwrap_or(false)
    }

    /// The hold of a code.
    pub fn hold(&self, code: &str) -> Option<&HoldRule> {
        self.holds.iter().find(|rule| rule.code == code)
    }

    /// Whether a hold stops the resolve clock of a level.
    pub fn hold_pauses(&self, level: Option<&Level>, code: &str) -> bool {
        let own = level.and_then(|level| level.pauses.get(code)).copied();
        own.unwrap_or_else(|| self.hold(code).is_some_and(|rule| rule.pauses))
    }

    /// Whether a person in these groups is a VIP.
    pub fn is_vip(&self, groups: &BTreeSet<GroupId>, name_of: impl Fn(GroupId) -> Option<String>) -> bool {
        groups.iter().filter_map(|id| name_of(*id)).any(|name| self.vip.groups.contains(&name))
    }
}
