//! Who may make which call: each route, and what it asks of its caller. The
//! desk itself decides by `model::access` and `model::status`; this says which of
//! their rows a route stands under. `docs/access.md` is written from all three,
//! and a test makes each call as each role.

use crate::model::access::{self, Right, STAFF};
use crate::model::people::Role;
use crate::model::status::{self, Operation};
use Asks::{Does, Nothing, Roles, Sees, SignedIn, Theirs};

/// What a route asks of its caller.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    /// Nothing: strangers may, too.
    Nothing,
    /// A session or a token. Everybody finds there what is theirs, or what they may see.
    SignedIn,
    /// What the call is about must be theirs in this way; no role opens it.
    Theirs(&'static str),
    /// A right; who else may, in words.
    Of(Right, &'static str),
    /// One of these roles; who else may, in words.
    Roles(&'static [Role], &'static str),
    /// To see the ticket.
    Sees,
    /// To see the ticket, and to stand to it so that the operation is theirs.
    Does(Operation),
}

/// One route: its method, its path without `/api/v1`, what it asks.
pub type Route = (&'static str, &'static str, Asks);

const fn of(right: Right) -> Asks {
    Asks::Of(right, "")
}

const ASKED: &str = "whom the step waits for";
const HANDLES: &str = "who handles the ticket, who opened the step";

/// Every route that the document has.
pub const ROUTES: &[Route] = &[
    ("POST", "/session", Nothing),
    ("DELETE", "/session", SignedIn),
    ("GET", "/me", SignedIn),
    ("PATCH", "/me", SignedIn),
    ("POST", "/me/password", SignedIn),
    ("GET", "/tokens", SignedIn),
    ("POST", "/tokens", SignedIn),
    ("DELETE", "/tokens/{id}", Theirs("whose token it is")),
    ("GET", "/catalog", SignedIn),
    ("GET", "/catalog/categories", SignedIn),
    ("GET", "/catalog/{item}", SignedIn),
    ("GET", "/catalog/{item}/access", SignedIn),
    ("POST", "/catalog/{item}/preview", SignedIn),
    ("GET", "/incidents/known", SignedIn),
    ("GET", "/tickets", SignedIn),
    ("POST", "/tickets", SignedIn),
    ("POST", "/tickets/batch", SignedIn),
    ("POST", "/tickets/bulk", SignedIn),
    ("GET", "/tickets/export.csv", SignedIn),
    ("GET", "/tickets/export.xlsx", SignedIn),
    ("GET", "/stream", SignedIn),
    ("GET", "/tickets/{number}", Sees),
    ("PATCH", "/tickets/{number}", Does(Operation::Change)),
    ("GET", "/tickets/{number}/events", Sees),
    ("GET", "/tickets/{number}/steps", Sees),
    ("GET", "/tickets/{number}/explain", Sees),
    ("GET", "/tickets/{number}/copy", Sees),
    ("POST", "/tickets/{number}/accept", Does(Operation::Accept)),
    ("POST", "/tickets/{number}/assign", Does(Operation::Assign)),
    ("POST", "/tickets/{number}/return", Does(Operation::Return)),
    ("POST", "/tickets/{number}/escalate", Does(Operation::Escalate)),
    ("POST", "/tickets/{number}/owner", Does(Operation::Owner)),
    ("POST", "/tickets/{number}/resolve", Does(Operation::Resolve)),
    ("POST", "/tickets/{number}/close", Does(Operation::Close)),
    ("POST", "/tickets/{number}/reopen", Does(Operation::Reopen)),
    ("POST", "/tickets/{number}/cancel", Does(Operation::Cancel)),
    ("POST", "/tickets/{number}/reclassify", Does(Operation::Reclassify)),
    ("POST", "/tickets/{number}/correction/preview", Does(Operation::Change)),
    ("POST", "/tickets/{number}/resume", of(Right::Mend)),
    ("POST", "/tickets/{number}/hold", Does(Operation::Hold)),
    ("POST", "/tickets/{number}/unhold", Does(Operation::Unhold)),
    ("POST", "/tickets/{number}/restrict", Does(Operation::Restrict)),
    ("POST", "/tickets/{number}/unrestrict", Does(Operation::Unrestrict)),
    ("POST", "/tickets/{number}/follow-up", Does(Operation::FollowUp)),
    ("POST", "/tickets/{number}/rating", Does(Operation::Rating)),
    ("POST", "/tickets/{number}/steps", Does(Operation::OpenStep)),
    ("GET", "/tickets/{number}/comments", Sees),
    ("POST", "/tickets/{number}/comments", Does(Operation::Comment)),
    ("GET", "/comments/{id}", Sees),
    ("PATCH", "/comments/{id}", Theirs("who wrote it")),
    ("GET", "/tickets/{number}/watchers", Sees),
    ("POST", "/tickets/{number}/watchers", Does(Operation::Watch)),
    ("DELETE", "/tickets/{number}/watchers", Does(Operation::Watch)),
    ("GET", "/tickets/{number}/attachments", Sees),
    ("POST", "/tickets/{number}/attachments", Does(Operation::Attach)),
    ("POST", "/attachments", SignedIn),
    ("GET", "/attachments/{id}", Theirs("who sent it up; of a file on a ticket, who sees the ticket")),
    ("GET", "/attachments/{id}/content", Theirs("who sent it up; of a file on a ticket, who sees the ticket")),
    ("DELETE", "/attachments/{id}", Theirs("who sent it up")),
    ("GET", "/tickets/{number}/links", Sees),
    ("POST", "/tickets/{number}/links", Does(Operation::Link)),
    ("DELETE", "/tickets/{number}/links", Does(Operation::Link)),
    ("POST", "/tickets/{number}/merge", Does(Operation::Merge)),
    ("POST", "/tickets/{number}/split", Does(Operation::Split)),
    ("POST", "/tickets/{number}/me-too", SignedIn),
    ("GET", "/tickets/{number}/affected", of(Right::SeeTickets)),
    ("GET", "/tickets/{number}/work", of(Right::SeeTickets)),
    ("POST", "/tickets/{number}/work", Does(Operation::Work)),
    ("GET", "/work/{id}", of(Right::SeeTickets)),
    ("PATCH", "/work/{id}", Theirs("who logged it")),
    ("GET", "/appointments", SignedIn),
    ("GET", "/tickets/{number}/appointments", Sees),
    ("POST", "/tickets/{number}/appointments", Does(Operation::Appoint)),
    ("GET", "/appointments/{id}", Asks::Of(Right::SeeTickets, "who is invited")),
    ("GET", "/appointments/{id}/invitation.ics", Asks::Of(Right::SeeTickets, "who is invited")),
    ("PATCH", "/appointments/{id}", Does(Operation::Appoint)),
    ("POST", "/appointments/{id}/cancel", Does(Operation::Appoint)),
    ("GET", "/canned-replies", of(Right::SeeTickets)),
    ("POST", "/canned-replies", of(Right::WriteNotes)),
    ("GET", "/canned-replies/{name}", of(Right::SeeTickets)),
    (
        "PATCH",
        "/canned-replies/{name}",
        Roles(&[Role::ServiceRequestManager, Role::KnowledgeManager], "whose own reply it is"),
    ),
    (
        "DELETE",
        "/canned-replies/{name}",
        Roles(&[Role::ServiceRequestManager, Role::KnowledgeManager], "whose own reply it is"),
    ),
    ("POST", "/tickets/{number}/canned-replies/{name}", of(Right::SeeTickets)),
    ("GET", "/drafts", SignedIn),
    ("GET", "/drafts/{key}", Theirs("whose draft it is")),
    ("PUT", "/drafts/{key}", SignedIn),
    ("DELETE", "/drafts/{key}", Theirs("whose draft it is")),
    ("GET", "/inbox", SignedIn),
    ("GET", "/steps/{id}", Sees),
    ("POST", "/steps/{id}/answer", Theirs(ASKED)),
    ("POST", "/steps/bulk-answer", SignedIn),
    ("POST", "/steps/{id}/claim", Theirs(ASKED)),
    ("POST", "/steps/{id}/return", Theirs(ASKED)),
    ("POST", "/steps/{id}/transfer", Theirs(ASKED)),
    ("POST", "/steps/{id}/add", Theirs(ASKED)),
    ("POST", "/steps/{id}/consult", Theirs(ASKED)),
    ("POST", "/steps/{id}/withdraw", Theirs("whose vote it is")),
    (
        "POST",
        "/steps/{id}/urge",
        Roles(&[Role::ServiceRequestManager], "who asked for the ticket, who handles it, who opened the step"),
    ),
    ("POST", "/steps/{id}/reopen", Roles(&[Role::ServiceRequestManager], HANDLES)),
    ("POST", "/steps/{id}/retry", Roles(&[Role::Admin], "the ticket's owner")),
    ("POST", "/steps/{id}/skip", Roles(&[Role::Admin], "the ticket's owner")),
    ("GET", "/absences", SignedIn),
    ("POST", "/absences", SignedIn),
    ("GET", "/absences/{id}", Asks::Of(Right::SeeAbsences, "who is away, who stands in")),
    ("PATCH", "/absences/{id}", Asks::Of(Right::ManageAbsences, "who is away")),
    ("DELETE", "/absences/{id}", Asks::Of(Right::ManageAbsences, "who is away")),
    ("GET", "/notifications", SignedIn),
    ("POST", "/notifications/{id}/read", Theirs("whom it is for")),
    ("POST", "/notifications/read", SignedIn),
    ("GET", "/lookup/people", SignedIn),
    ("GET", "/lookup/groups", SignedIn),
    ("GET", "/lookup/locations", SignedIn),
    ("GET", "/lookup/lists/{name}", SignedIn),
    ("GET", "/lookup/codes", SignedIn),
    ("GET", "/queues", SignedIn),
    ("GET", "/views", SignedIn),
    ("POST", "/views", SignedIn),
    ("GET", "/views/{id}", Theirs("whose view it is, with whom it is shared")),
    ("PATCH", "/views/{id}", Theirs("whose view it is; of a shared one, an admin and the service request manager")),
    ("DELETE", "/views/{id}", Theirs("whose view it is; of a shared one, an admin and the service request manager")),
    ("GET", "/users", of(Right::SeePeople)),
    ("POST", "/users", of(Right::ManagePeople)),
    ("GET", "/users/{username}", Asks::Of(Right::SeePeople, "that person")),
    ("PATCH", "/users/{username}", of(Right::ManagePeople)),
    ("POST", "/users/{username}/password", of(Right::ManagePeople)),
    ("GET", "/users/{username}/load", Asks::Of(Right::SeeGroups, "that person")),
    ("GET", "/groups", of(Right::SeeGroups)),
    ("POST", "/groups", of(Right::ManagePeople)),
    ("GET", "/groups/{name}", of(Right::SeeGroups)),
    ("PATCH", "/groups/{name}", of(Right::ManagePeople)),
    ("DELETE", "/groups/{name}", of(Right::ManagePeople)),
    ("GET", "/groups/{name}/load", of(Right::SeeGroups)),
    ("GET", "/workflows", of(Right::ReadContent)),
    ("GET", "/workflows/{name}", of(Right::ReadContent)),
    ("PUT", "/workflows/{name}", of(Right::Publish)),
    ("GET", "/workflows/{name}/versions", of(Right::ReadContent)),
    ("GET", "/workflows/{name}/versions/{version}", of(Right::ReadContent)),
    ("POST", "/workflows/{name}/plan", of(Right::ReadContent)),
    ("POST", "/workflows/{name}/test", of(Right::ReadContent)),
    ("GET", "/schemas/{name}", of(Right::ReadContent)),
    ("PUT", "/schemas/{name}", of(Right::Publish)),
    ("GET", "/schemas/{name}/versions", of(Right::ReadContent)),
    ("GET", "/schemas/{name}/versions/{version}", of(Right::ReadContent)),
    ("GET", "/schemas/forms/{name}", of(Right::ReadContent)),
    ("PUT", "/schemas/forms/{name}", of(Right::Publish)),
    ("GET", "/schemas/forms/{name}/versions", of(Right::ReadContent)),
    ("GET", "/schemas/forms/{name}/versions/{version}", of(Right::ReadContent)),
    ("GET", "/policy/schema", of(Right::ReadContent)),
    ("POST", "/policy/read", of(Right::ReadContent)),
    ("POST", "/policy/write", of(Right::ReadContent)),
    ("GET", "/gallery", of(Right::ReadContent)),
    ("GET", "/gallery/{name}", of(Right::ReadContent)),
    ("GET", "/releases", of(Right::ReadContent)),
    ("PUT", "/releases", of(Right::Publish)),
    ("GET", "/releases/drift", of(Right::ReadContent)),
    ("POST", "/releases/check", of(Right::Publish)),
    ("GET", "/releases/current/files", of(Right::ReadContent)),
    ("GET", "/releases/current/file", of(Right::ReadContent)),
    ("GET", "/releases/{id}", of(Right::ReadContent)),
    ("POST", "/releases/{id}/rollback", of(Right::RollBack)),
    ("GET", "/releases/proposals", of(Right::ReadContent)),
    ("GET", "/releases/proposals/{id}", of(Right::ReadContent)),
    ("POST", "/releases/proposals/{id}/approve", of(Right::Publish)),
    ("POST", "/releases/proposals/{id}/reject", of(Right::Publish)),
    ("POST", "/releases/proposals/{id}/withdraw", Theirs("who proposed it")),
    ("GET", "/outgoing", of(Right::ReadOutgoing)),
    ("GET", "/outgoing/{id}", Roles(&[Role::Admin, Role::Auditor], "of a call, an integrator")),
    ("GET", "/audit", of(Right::ReadAudit)),
    ("GET", "/jobs", of(Right::RunJobs)),
    ("GET", "/jobs/{name}/runs", of(Right::RunJobs)),
    ("POST", "/jobs/{name}/run", of(Right::RunJobs)),
    ("GET", "/plugins", of(Right::SeePlugins)),
    ("GET", "/metrics", Asks::Of(Right::ReadFigures, "the metrics token")),
    ("GET", "/health/live", Nothing),
    ("GET", "/health/ready", Nothing),
    ("GET", "/problems/{code}", Nothing),
    ("GET", "/rate/{token}", Nothing),
    ("POST", "/rate/{token}", Nothing),
];

impl Asks {
    /// Whether a role alone lets somebody make the call, who is nothing else to
    /// what it is about.
    pub fn open_to(self, role: Role) -> bool {
        match self {
            Nothing | SignedIn => true,
            Theirs(_) => false,
            Asks::Of(right, _) => right.row().roles.contains(&role),
            Roles(roles, _) => roles.contains(&role),
            Sees => STAFF.contains(&role),
            // Auditors only read.
            Does(operation) => {
                let row = status::row(operation);
                role != Role::Auditor && row.who.iter().any(|standing| standing.roles().contains(&role))
            }
        }
    }

    /// Who else may, in words.
    fn others(self) -> String {
        match self {
            Nothing => "anybody, signed in or not".to_owned(),
            SignedIn => String::new(),
            Theirs(words) | Asks::Of(_, words) | Roles(_, words) => words.to_owned(),
            Sees => "who sees the ticket".to_owned(),
            Does(operation) => {
                let further = status::row(operation).who.iter().filter(|standing| standing.roles().is_empty());
                further.map(|standing| standing.as_str()).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// `docs/access.md`.
pub fn access_page() -> String {
    let mut text = access::document();
    text.push_str(
        "\n## By route\n\nWhat a role alone opens, of what is somebody else's and not confidential; the last column says who may as \
         well. Paths begin with `/api/v1` but for health, figures, problems and ratings. What lists show is what the \
         caller may see. Who sees a ticket: who asked for it, whom it is for, who typed it in, who is or was asked, who \
         watches it, and staff as long as it is not confidential; of a confidential one staff of its group.\n\n| call |",
    );
    for role in Role::ALL {
        text.push_str(&format!(" {} |", role.as_str()));
    }
    text.push_str(" and |\n|---|");
    text.push_str(&"---|".repeat(Role::ALL.len() + 1));
    text.push('\n');
    for (method, path, asks) in ROUTES {
        text.push_str(&format!("| `{method} {path}` |"));
        for role in Role::ALL {
            text.push_str(if asks.open_to(role) { " yes |" } else { " – |" });
        }
        text.push_str(&format!(" {} |\n", asks.others()));
    }
    text
}
