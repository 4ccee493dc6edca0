//! Parameters that several operations share, for their documentation; what is
//! documented here as a query parameter is what `Query` takes.

#![expect(dead_code, reason = "these structs only describe parameters; nothing is ever made of them")]

use crate::model::journal::RowKind;
use crate::model::origin::Action;
use crate::model::outgoing::{Fate, OutgoingKind};
use crate::model::people::Role;
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, Kind};
use crate::model::time::Time;
use crate::model::view::Of;
use utoipa::IntoParams;

/// Which ticket.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Number {
    /// The ticket's number. The digits identify; the prefix is ignored.
    #[param(example = "SR-000123")]
    number: String,
}

/// Which step, comment, notification, token or absence.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Id {
    /// Its id.
    #[param(example = "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11")]
    id: String,
}

/// About whom.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AccessOf {
    /// A username; I myself when absent.
    #[param(example = "ann")]
    user: Option<String>,
}

/// Where proposals stand.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Proposals {
    /// Only those that stand so.
    #[param(example = "open")]
    state: Option<crate::model::proposal::ProposalState>,
}

/// For whom.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OnBehalfOf {
    /// A username; I myself when absent.
    #[param(example = "ann")]
    requested_for: Option<String>,
}

/// Which part of the catalog, for whom and in which order.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Catalog {
    /// A username; I myself when absent.
    #[param(example = "ann")]
    requested_for: Option<String>,
    /// Items of this category.
    #[param(example = "technical")]
    category: Option<String>,
    /// Words in titles, keywords and descriptions, in any language of the desk.
    #[param(example = "password", max_length = 200)]
    q: Option<String>,
    /// `most_used` (of the last 90 days) or `new`; by category and order when absent.
    #[param(example = "most_used")]
    sort: Option<String>,
}

/// What the files of a template are called.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TemplateFor {
    /// The name of the new item; the template's when absent.
    #[param(example = "lost-card")]
    item: Option<String>,
}

/// Which workflow or form.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Name {
    /// Its name, without folder and ending.
    #[param(example = "laptop")]
    name: String,
}

/// Which job.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Job {
    /// Its name; `recurring%2FNAME` of a ticket that opens itself.
    #[param(example = "escalate-overdue")]
    name: String,
}

/// Which text of which workflow or form.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct NamedVersion {
    /// Its name, without folder and ending.
    #[param(example = "laptop")]
    name: String,
    /// The hash of the text, as `versions` lists it.
    #[param(example = "5b41…")]
    version: String,
}

/// Which files.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FilePrefix {
    /// What their paths begin with.
    #[param(example = "schemas/texts/")]
    prefix: Option<String>,
}

/// Which file.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FilePath {
    /// Its path in the content folder.
    #[param(example = "schemas/texts/zh.json")]
    path: String,
}

/// Headers of a submission.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct Once {
    /// 1 to 255 printable ASCII characters. A repeat under the same key is
    /// answered from what was made, with `Idempotency-Replayed: true`.
    #[param(rename = "Idempotency-Key", required = false, example = "4f1c2e")]
    key: Option<String>,
}

/// Headers of a call that changes a ticket.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct OnceAt {
    /// 1 to 255 printable ASCII characters. A repeat under the same key is
    /// answered from what was made, with `Idempotency-Replayed: true`.
    #[param(rename = "Idempotency-Key", required = false, example = "4f1c2e")]
    key: Option<String>,
    /// The version that the caller has seen, as `ETag` gave it; where others changed since what the call changes, 412.
    #[param(rename = "If-Match", required = false, example = "\"7\"")]
    version: Option<String>,
}

/// Headers of a publication of one file.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct SeenText {
    /// The text that the author has seen, as `ETag` gave it; another one is 412.
    #[param(rename = "If-Match", required = false, example = "\"5b41…\"")]
    text: Option<String>,
}

/// What is looked for in the desk-wide log.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Audit {
    /// Username of who did it.
    actor: Option<String>,
    /// What was done.
    #[param(rename = "type")]
    kind: Option<Action>,
    /// At this time or later.
    from: Option<Time>,
    /// Before this time.
    to: Option<Time>,
}

/// What is looked for of what was kept back on its way out.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Outgoing {
    /// Messages or calls.
    kind: Option<OutgoingKind>,
    /// What became of it.
    fate: Option<Fate>,
    /// About this ticket.
    #[param(example = "SR-000123")]
    ticket: Option<String>,
    /// Username of whom a message was for.
    recipient: Option<String>,
    /// The plugin of a call.
    plugin: Option<String>,
    /// At this time or later.
    from: Option<Time>,
    /// Before this time.
    to: Option<Time>,
}

/// Columns of a table.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExportColumns {
    /// Names of columns, `columns=number,title`; the usual ones when absent.
    #[param(required = false, example = "number,title,requester")]
    columns: Option<Vec<String>>,
}

/// Where a stream goes on.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct LastEvent {
    /// The `id` of the last event that was received; what has happened since is sent first.
    #[param(rename = "Last-Event-ID", required = false, example = "0-4711")]
    last: Option<String>,
}

/// Headers of a call that changes something that has a version.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct SeenVersion {
    /// The version that the caller has seen, as `ETag` gave it; another one is 412.
    #[param(rename = "If-Match", required = false, example = "\"7\"")]
    version: Option<String>,
}

/// Which draft.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct DraftKey {
    /// Words of letters, digits, `.`, `_`, `-` and `:`, with `/` between them; at most 200 characters.
    #[param(example = "tickets/SR-000123/comment")]
    key: String,
}

/// Which replies.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FitsTicket {
    /// Only what fits this ticket.
    #[param(example = "SR-000123")]
    ticket: Option<String>,
}

/// A page of a list.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Entries of a page, 1 to 200.
    #[param(required = false, minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Messages, a page of them.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Unread {
    /// Those that are not read yet alone.
    #[param(required = false, default = false)]
    unread: Option<bool>,
    /// Whether the answer counts them, exact to 10,000.
    #[param(required = false, default = false)]
    count: Option<bool>,
    /// Entries of a page, 1 to 200.
    #[param(required = false, minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Whose absences.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AbsencesOf {
    /// Username; for admins and service request managers anybody's, else one's own.
    user: Option<String>,
}

/// Who is to watch no more.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WhoWatches {
    /// Username; the caller when absent.
    user: Option<String>,
}

/// Which group.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfGroup {
    /// Its name.
    #[param(example = "service-desk")]
    name: String,
}

/// Which person.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfPerson {
    /// Their username.
    #[param(example = "dora")]
    username: String,
}

/// Which people.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PeopleFilter {
    /// A part of username, name or department.
    q: Option<String>,
    /// Name of a group that they are in.
    group: Option<String>,
    /// A role that they hold.
    #[param(inline)]
    role: Option<Role>,
    /// Whether they may act and be asked.
    active: Option<bool>,
}

/// Filters of tickets.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TicketFilter {
    /// Any of these, `status=new&status=accepted` or `status=new,accepted`.
    #[param(required = false)]
    status: Option<Vec<Status>>,
    /// Request, incident, change or problem.
    kind: Option<Kind>,
    /// Catalog item's name.
    item: Option<String>,
    /// Username of who asks.
    requester: Option<String>,
    /// Username of who it is for.
    requested_for: Option<String>,
    /// Username of who works on it.
    assignee: Option<String>,
    /// `true`: nobody works on it; `false`: somebody does.
    unassigned: Option<bool>,
    /// `true`: I work on it.
    mine: Option<bool>,
    /// Any of these groups, in whose queue it lies.
    #[param(required = false)]
    group: Option<Vec<String>>,
    /// `true`: it lies in the queue of a group of mine.
    my_groups: Option<bool>,
    /// Username of the agent who answers for it.
    owner: Option<String>,
    /// Group that answers for it.
    owner_group: Option<String>,
    /// Priority.
    priority: Option<String>,
    /// Row of the priority matrix.
    impact: Option<String>,
    /// Column of the priority matrix.
    urgency: Option<String>,
    /// Category of the item.
    category: Option<String>,
    /// Location.
    location: Option<String>,
    /// How it came in.
    channel: Option<String>,
    /// Service that it touches.
    service: Option<String>,
    /// Tag.
    tag: Option<String>,
    /// Closed with this code.
    closure_code: Option<ClosureCode>,
    /// Whether it is for a very important person; refused to whom policy.toml `[vip] seen_by` leaves out.
    vip: Option<bool>,
    /// Whether it is held.
    on_hold: Option<bool>,
    /// Whether its script cannot go on.
    stuck: Option<bool>,
    /// Whether a due time is past.
    overdue: Option<bool>,
    /// Whether it is open and its level is above 0, or a manager was told: `true` is the list of who runs the process.
    escalated: Option<bool>,
    /// Kind of an open step.
    waiting_on: Option<RowKind>,
    /// `true`: an open step waits for me or a group of mine, or the ticket for my reply or my confirmation.
    waiting_for_me: Option<bool>,
    /// `true`: I watch it.
    watched: Option<bool>,
    /// Submitted at this time or later.
    created_after: Option<Time>,
    /// Submitted before this time.
    created_before: Option<Time>,
    /// Changed at this time or later.
    updated_after: Option<Time>,
    /// Closed at this time or later.
    closed_after: Option<Time>,
    /// Words in title and description.
    q: Option<String>,
    /// `created_at`, `updated_at`, `priority` or `resolve_due`; `-` before it for descending.
    #[param(default = "-created_at")]
    sort: Option<String>,
    /// Whether to count: exact to 10,000, then `10000+`.
    count: Option<bool>,
}

/// Which known incidents and problems.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct KnownFilter {
    /// Of this catalog item.
    item: Option<String>,
}

/// Which steps.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AllSteps {
    /// For staff: effects, reads and joins, too.
    all: Option<bool>,
    /// Only of this run, from 1; of all when absent.
    #[param(minimum = 1)]
    run: Option<i32>,
}

/// What is to be explained.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Explained {
    /// Which question; what the ticket waits for when absent.
    #[param(required = false)]
    of: Option<Of>,
}

/// What a picker looks for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// A part of a name.
    q: Option<String>,
    /// Entries, 1 to 200.
    #[param(required = false, minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}
