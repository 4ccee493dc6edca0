//! Parameters that several operations share, for their documentation; what is
//! documented here as a query parameter is what `Query` takes.

#![expect(dead_code, reason = "these structs only describe parameters; nothing is ever made of them")]

use crate::model::journal::RowKind;
use crate::model::status::Status;
use crate::model::ticket::Kind;
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

/// For whom.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OnBehalfOf {
    /// A username; I myself when absent.
    #[param(example = "ann")]
    requested_for: Option<String>,
}

/// Which workflow or form.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct Name {
    /// Its name, without folder and ending.
    #[param(example = "laptop")]
    name: String,
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
    /// Username of who works on it.
    assignee: Option<String>,
    /// Group in whose queue it lies.
    group: Option<String>,
    /// Username of the agent who answers for it.
    owner: Option<String>,
    /// Priority.
    priority: Option<String>,
    /// Whether a due time is past.
    overdue: Option<bool>,
    /// Kind of an open step.
    waiting_on: Option<RowKind>,
    /// Words in title and description.
    q: Option<String>,
    /// `created_at`, `updated_at`, `priority` or `resolve_due`; `-` before it for descending.
    #[param(default = "-created_at")]
    sort: Option<String>,
    /// Whether to count: exact to 10,000, then `10000+`.
    count: Option<bool>,
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
