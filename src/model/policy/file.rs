//! The shape of policy.toml, key by key. Unknown keys are errors; what the keys
//! mean together is checked in `build`.

use super::batch::BatchFile;
use super::cancel::CancelFile;
use super::changes::ChangesFile;
use super::closing::{CloseFile, CsatFile, KnowledgeFile};
use super::conversation::ConversationFile;
use super::desks::DeskFile;
use super::escalation::EscalationFile;
use super::holds::{HoldFile, ReturnsFile};
use super::intake::IntakeFile;
use super::outgoing::OutgoingFile;
use super::priority::{PriorityFile, VipFile};
use super::publishing::PublishingFile;
use super::recurring::RecurringFile;
use super::reopen::ReopenFile;
use super::retention::RetentionFile;
use super::schema::{
    By, CalendarName, Day, GroupName, LanguageTag, LocationName, Moment, OnFail, Outcome, PausingName, PlainValue,
    PriorityName, RoleName, Stretch, UserName, Weekday, WrittenDay, ZoneName,
};
use super::{FILE, OnTimeout, OwnRequest, Responds, SamePerson, Starts};
use crate::model::duration::Span;
use crate::model::problem::Fault;
use crate::model::ticket::ClosureCode;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A TOML error as a fault with line and column.
pub fn fault(text: &str, error: &toml::de::Error) -> Fault {
    let at = error.span().map_or(0, |span| span.start);
    let (line, column) = position(text, at);
    Fault::of_file(FILE, "policy", error.message()).at(line, column)
}

/// Line and column (from 1) of a byte offset.
pub fn position(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// The desk's rules: `workflows/policy.toml`. Unknown keys are errors.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "policy.toml of maitred")]
pub struct PolicyFile {
    /// The currency of all amounts: ISO 4217.
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub currency: String,
    /// The desk's languages as BCP 47 tags, the usual one first.
    #[serde(default)]
    #[schemars(with = "Vec<LanguageTag>", extend("default" = ["en"]))]
    pub languages: Vec<String>,
    /// Values that scripts read as `policy.NAME`; digits in quotes are decimals.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, PlainValue>")]
    pub values: BTreeMap<String, toml::Value>,
    /// The desk's own roles, `role("NAME")` in scripts: their holders by username.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<UserName>>")]
    pub roles: BTreeMap<String, Vec<String>>,
    /// Service desks by name.
    #[serde(default)]
    pub desks: BTreeMap<String, DeskFile>,
    /// By group and location the branch of that group: `local_group("NAME")` in scripts.
    #[serde(default)]
    #[schemars(with = "By<GroupName, By<LocationName, GroupName>>")]
    pub local_groups: BTreeMap<String, BTreeMap<String, String>>,
    /// Times in which changes rest.
    #[serde(default)]
    pub freezes: Vec<FreezeFile>,
    /// In whose queue a new ticket lies: the first rule that matches.
    #[serde(default)]
    pub intake: Vec<IntakeFile>,
    /// Calendars of working time by name.
    #[serde(default)]
    pub calendars: BTreeMap<String, CalendarFile>,
    /// The matrix of impact and urgency.
    pub priority: PriorityFile,
    /// Very important people.
    #[serde(default)]
    pub vip: VipFile,
    /// Which open steps (`question`, `cost`, `approval`, …) and holds stop the resolve clock.
    #[serde(default)]
    #[schemars(with = "By<PausingName, bool>")]
    pub pauses: BTreeMap<String, bool>,
    /// Service levels. A later version of one has the same name and a later `valid_from`.
    #[serde(default)]
    pub sla: Vec<SlaFile>,
    /// What a script need not say about its steps.
    #[serde(default)]
    pub steps: StepsFile,
    /// What the four closure codes are called.
    #[serde(default)]
    pub closure_codes: Vec<ClosureCodeFile>,
    /// The desk's own reasons for an end, each under one closure code.
    #[serde(default)]
    pub closure_reasons: BTreeMap<String, ClosureCode>,
    /// Why an approval is rejected: codes with their words.
    #[serde(default)]
    pub rejection_codes: BTreeMap<String, String>,
    /// What is wanted of changes.
    #[serde(default)]
    pub changes: ChangesFile,
    /// With which reasons a ticket may rest.
    #[serde(default)]
    pub holds: Vec<HoldFile>,
    /// What is wanted of who hands work back.
    #[serde(default)]
    pub returns: ReturnsFile,
    /// Several requests of one call.
    #[serde(default)]
    pub batch: BatchFile,
    /// What is said on a ticket, and for how long it may be changed.
    #[serde(default)]
    pub conversation: ConversationFile,
    /// How content is published.
    #[serde(default)]
    pub publishing: PublishingFile,
    /// How a resolved ticket is closed.
    #[serde(default)]
    pub close: CloseFile,
    /// How satisfaction is asked for; without this nobody is asked.
    pub csat: Option<CsatFile>,
    /// Whether a ticket is worth an article.
    #[serde(default)]
    pub knowledge: KnowledgeFile,
    /// What happens by itself when so much of the time to resolve has passed.
    #[serde(default)]
    pub escalation: Vec<EscalationFile>,
    /// Until when a ticket is taken up again.
    #[serde(default)]
    pub reopen: ReopenFile,
    /// How a ticket is cancelled.
    #[serde(default)]
    pub cancel: CancelFile,
    /// Tickets that open themselves by a timetable.
    #[serde(default)]
    pub recurring: Vec<RecurringFile>,
    /// Whether messages and calls leave the desk.
    #[serde(default)]
    pub outgoing: OutgoingFile,
    /// How long what is said of people is kept; for ever where nothing is said.
    #[serde(default)]
    pub retention: RetentionFile,
}

/// A time in which changes rest.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FreezeFile {
    /// What it is called.
    pub name: String,
    /// Its first moment.
    #[schemars(with = "Moment")]
    pub from: toml::value::Datetime,
    /// Its end; this moment is not in it any more.
    #[schemars(with = "Moment")]
    pub to: toml::value::Datetime,
    /// For which services; `*` is all.
    pub services: Vec<String>,
}

/// A calendar of working time: hours of a week, or several calendars in one, or always.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// The IANA time zone of its hours.
    #[schemars(with = "Option<ZoneName>", extend("default" = "UTC"))]
    pub zone: Option<String>,
    /// How much of it is one working day, `1wd`.
    pub day: Option<Span>,
    /// By weekday (`mon` … `sun`) the stretches in which it is open, `08:00-12:00`.
    #[serde(default)]
    #[schemars(with = "By<Weekday, Vec<Stretch>>")]
    pub hours: BTreeMap<String, Vec<String>>,
    /// Days on which it is closed.
    #[serde(default)]
    #[schemars(with = "Vec<WrittenDay>")]
    pub holidays: Vec<String>,
    /// A file of holidays beside the policy, `calendars/ru.ics` (RFC 5545).
    pub holidays_ics: Option<String>,
    /// Single days with hours of their own, `2027-02-20`.
    #[serde(default)]
    #[schemars(with = "By<WrittenDay, Vec<Stretch>>")]
    pub days: BTreeMap<String, Vec<String>>,
    /// Open whenever one of these calendars is.
    #[schemars(with = "Option<Vec<CalendarName>>")]
    pub any_of: Option<Vec<String>>,
    /// Open at all times.
    #[serde(default)]
    pub always: bool,
}

/// One calendar for all priorities, or one for each.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ByPriority {
    /// One for all.
    One(#[schemars(with = "CalendarName")] String),
    /// One for each priority; `*` is any other.
    Each(#[schemars(with = "By<PriorityName, CalendarName>")] BTreeMap<String, String>),
}

/// A service level, or a version of one.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SlaFile {
    /// Its name, `sla("NAME")` in scripts.
    pub name: String,
    /// Counts for tickets created from this day (UTC).
    #[schemars(with = "Day")]
    pub valid_from: toml::value::Datetime,
    /// Who agreed to it, and when.
    pub agreed_by: Option<String>,
    /// The calendar that its times are counted by.
    pub calendar: ByPriority,
    /// When the resolve clock starts.
    #[schemars(extend("default" = "submitted"))]
    pub starts: Option<Starts>,
    /// What stops the response clock.
    #[schemars(extend("default" = "accepted"))]
    pub responds: Option<Responds>,
    /// Time to respond, by priority.
    #[serde(default)]
    #[schemars(with = "By<PriorityName, Span>")]
    pub response: BTreeMap<String, Span>,
    /// Time to resolve, by priority.
    #[serde(default)]
    #[schemars(with = "By<PriorityName, Span>")]
    pub resolve: BTreeMap<String, Span>,
    /// Time for a task that names none, by priority.
    #[serde(default)]
    #[schemars(with = "By<PriorityName, Span>")]
    pub task: BTreeMap<String, Span>,
    /// Which open steps and holds stop the resolve clock, over the desk's usual ones.
    #[serde(default)]
    #[schemars(with = "By<PausingName, bool>")]
    pub pauses: BTreeMap<String, bool>,
}

/// What a script need not say about its steps.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepsFile {
    /// How often `on_timeout = "escalate"` asks one level higher.
    #[schemars(extend("default" = 3))]
    pub max_levels: Option<u32>,
    /// Approvals.
    pub approval: Option<ApprovalFile>,
    /// Confirmations of cost.
    pub cost: Option<StepFile>,
    /// Tasks.
    pub task: Option<StepFile>,
    /// The work itself.
    pub work: Option<StepFile>,
    /// Questions.
    pub question: Option<StepFile>,
    /// Tickets that a ticket waits for.
    pub ticket: Option<StepFile>,
    /// Calls of plugins.
    pub plugin: Option<StepFile>,
}

/// What a script need not say about steps of one kind.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepFile {
    /// Time for it.
    pub within: Option<Span>,
    /// Reminders after its opening.
    #[serde(default)]
    pub remind: Vec<Span>,
    /// What happens when its time is over. Only approvals may be decided by time-out.
    #[schemars(extend("default" = "remind"))]
    pub on_timeout: Option<OnTimeout>,
    /// What a failure comes to.
    #[schemars(with = "Option<OnFail>")]
    pub on_fail: Option<String>,
}

/// What a script need not say about approvals.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovalFile {
    /// Time for it.
    pub within: Option<Span>,
    /// Reminders after its opening.
    #[serde(default)]
    pub remind: Vec<Span>,
    /// What happens when its time is over.
    #[schemars(extend("default" = "remind"))]
    pub on_timeout: Option<OnTimeout>,
    /// What happens where the approver is who asked.
    #[schemars(extend("default" = "up"))]
    pub own_request: Option<OwnRequest>,
    /// Where the approver asked for somebody else, that is the yes.
    #[schemars(extend("default" = true))]
    pub asking_counts: Option<bool>,
    /// Whether a yes to the same facts counts once more without asking.
    #[schemars(extend("default" = "carry"))]
    pub same_person: Option<SamePerson>,
    /// The role that is asked where nobody else is to be found.
    #[schemars(with = "Option<RoleName>", extend("default" = "service_request_manager"))]
    pub last_resort: Option<String>,
    /// Which answers want a comment.
    #[schemars(with = "Option<Vec<Outcome>>", extend("default" = []))]
    pub comment_for: Option<Vec<String>>,
    /// Which answers want one of the rejection codes.
    #[schemars(with = "Option<Vec<Outcome>>", extend("default" = []))]
    pub code_for: Option<Vec<String>>,
}

/// What a closure code is called.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosureCodeFile {
    /// One of the four of the handbook.
    pub code: ClosureCode,
    /// By language.
    #[serde(default)]
    #[schemars(with = "By<LanguageTag, String>")]
    pub label: BTreeMap<String, String>,
}
