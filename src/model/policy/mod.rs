//! The desk's rules: `workflows/policy.toml`, checked and ready to be asked.
//! The file's own shape is in `file`; calendars' arithmetic in `calendar`.

mod build;
mod file;
mod holds;

pub use file::position;
pub use holds::{EndsOn, HoldRule, Returns};

use super::calendar::Calendar;
use super::duration::Span;
use super::ids::GroupId;
use super::problem::Fault;
use super::ticket::{ClosureCode, Kind};
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

/// When a resolve clock starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Starts {
    /// At the submission.
    Submitted,
    /// When no approval stands open any more.
    Approved,
}

/// What stops the response clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responds {
    /// Acceptance by an agent.
    Accepted,
    /// The first public comment by staff, or the resolution.
    FirstReply,
}

/// One version of a service level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Counts for tickets created from this day (UTC).
    pub valid_from: NaiveDate,
    /// Who agreed to it, and when.
    pub agreed_by: Option<String>,
    /// Calendar by priority.
    pub calendar: BTreeMap<String, String>,
    /// When the resolve clock starts.
    pub starts: Starts,
    /// What stops the response clock.
    pub responds: Responds,
    /// Response target by priority.
    pub response: BTreeMap<String, Span>,
    /// Resolve target by priority.
    pub resolve: BTreeMap<String, Span>,
    /// Time for a task that names none, by priority.
    pub task: BTreeMap<String, Span>,
    /// Which open steps stop the resolve clock, over `[pauses]`.
    pub pauses: BTreeMap<String, bool>,
}

/// Who or what decides when an approver is the requester.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnRequest {
    /// The approver's manager is asked instead.
    Up,
    /// The step counts as approved.
    Skip,
    /// They may approve it themselves.
    Allow,
}

/// Whether a yes to the same facts counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SamePerson {
    /// It counts again without asking.
    Carry,
    /// It is asked again.
    Again,
}

/// What happens when a step's time is over (language.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnTimeout {
    /// Stays open, reminded daily, shown as overdue.
    Remind,
    /// Others are asked in addition.
    Escalate,
    /// Ends the step: error `expired`.
    Expire,
    /// Ends the step with `ok == false`.
    GoOn,
    /// Approval only: recorded as approved by time-out.
    Approve,
    /// Approval only: recorded as rejected by time-out.
    Reject,
}

impl OnTimeout {
    /// Reads the option's text.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "remind" => OnTimeout::Remind,
            "escalate" => OnTimeout::Escalate,
            "expire" => OnTimeout::Expire,
            "go_on" => OnTimeout::GoOn,
            "approve" => OnTimeout::Approve,
            "reject" => OnTimeout::Reject,
            _ => return None,
        })
    }
}

/// What a script need not say about a step of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct StepDefaults {
    /// Time for it.
    pub within: Option<Span>,
    /// Reminders after opening.
    pub remind: Vec<Span>,
    /// What happens then.
    pub on_timeout: OnTimeout,
    /// What a failure does: `ask_owner`, `end`, `go_on`.
    pub on_fail: String,
}

/// What a failure does where neither script nor policy says it: work that fails
/// ends with it, of anything else the owner decides.
fn usual_failure(kind: &str) -> &'static str {
    if kind == "work" { "end" } else { "ask_owner" }
}

/// `[steps]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Levels of `on_timeout = "escalate"`.
    pub max_levels: u32,
    /// By kind: `approval`, `cost`, `task`, `work`, `question`, `ticket`, `plugin`.
    pub by_kind: BTreeMap<String, StepDefaults>,
    /// Approver and requester are one.
    pub own_request: OwnRequest,
    /// The approver asked for somebody else: that is the yes.
    pub asking_counts: bool,
    /// A yes to the same facts.
    pub same_person: SamePerson,
    /// Who is asked where nobody stands behind the who.
    pub last_resort: String,
    /// Outcomes that want a comment.
    pub comment_for: BTreeSet<String>,
    /// Outcomes that want a code.
    pub code_for: BTreeSet<String>,
}

/// `[vip]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vip {
    /// Whose members are VIPs.
    pub groups: Vec<String>,
    /// Steps of priority gained.
    pub raise: usize,
    /// Never better than this by rank alone.
    pub best: Option<String>,
}

/// `[priority]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// Rows.
    pub impacts: Vec<String>,
    /// Columns.
    pub urgencies: Vec<String>,
    /// Urgencies that a requester may choose.
    pub requester_may: BTreeSet<String>,
    /// Cells by row.
    pub cells: BTreeMap<String, Vec<String>>,
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
    /// Time to confirm a resolution before silence closes.
    pub confirm_within: Option<Span>,
    /// Whether silence closes at all.
    pub auto_close: bool,
    /// With which reasons a ticket may rest.
    pub holds: Vec<HoldRule>,
    /// What is wanted of who hands work back.
    pub returns: Returns,
    /// Longest time that a cancelled ticket's script may clean up.
    pub cancel_within: Span,
}

impl Policy {
    /// Reads and checks policy.toml; every fault with its place.
    ///
    /// # Errors
    /// All faults found: syntax and unknown keys with line and column, names
    /// that nothing declares with their line.
    pub fn parse(text: &str) -> Result<Policy, Vec<Fault>> {
        let file: file::PolicyFile = toml::from_str(text).map_err(|error| vec![file::fault(text, &error)])?;
        build::build(file, text)
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

    /// The calendar that a level keeps for a priority; always open where none is named.
    pub fn calendar(&self, level: Option<&Level>, priority: &str) -> &Calendar {
        static ALWAYS: Calendar = Calendar::Always { day: 24 * 60 };
        level
            .and_then(|level| level.calendar.get(priority).or_else(|| level.calendar.get("*")))
            .and_then(|name| self.calendars.get(name))
            .or_else(|| self.calendars.values().next())
            .unwrap_or(&ALWAYS)
    }

    /// The zone in which a form's days begin: that of the first calendar with hours.
    pub fn zone(&self) -> Tz {
        let offices = self.calendars.values().filter(|calendar| matches!(calendar, Calendar::Office(_)));
        offices.map(Calendar::zone).next().unwrap_or(Tz::UTC)
    }

    /// Whether a window touches a freeze that counts for these services.
    pub fn freezes(&self, from: Time, to: Time, services: &[String]) -> bool {
        let counts = |freeze: &&Freeze| freeze.services.iter().any(|name| name == "*" || services.contains(name));
        self.freezes.iter().filter(counts).any(|freeze| from <= freeze.to && to >= freeze.from)
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
