//! Rights: what a role lets somebody do, whatever the ticket. One table is the
//! truth: the desk refuses by it, `may` in `/me` is read from it, and
//! `docs/access.md` is generated from it. What standing to a ticket lets people
//! do is in `status` and `step_actions`.

use super::people::{Role, User};
use super::problem::{Code, Refusal};
use super::status::{Standing, TABLE};
use Role::{Admin, Agent, Auditor, Author, Handler, Integrator, KnowledgeManager, ServiceRequestManager};

/// Something that roles let people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Asks for what the catalog offers.
    Ask,
    /// Asks for something for anybody.
    AskForAnybody,
    /// Sees every ticket that is not confidential, and every item of the catalog.
    SeeTickets,
    /// Accepts new tickets.
    AcceptTickets,
    /// Writes internal notes.
    WriteNotes,
    /// Resolves a ticket over steps that are open.
    ResolveOverSteps,
    /// Mends what is stuck: resumes, moves to another version, answers for plugins.
    Mend,
    /// Lifts the restriction of a confidential ticket, which they need not see.
    LiftRestriction,
    /// Registers and changes absences of others.
    ManageAbsences,
    /// Sees absences of others.
    SeeAbsences,
    /// Adds and changes people and groups.
    ManagePeople,
    /// Sees the records of other people.
    SeePeople,
    /// Sees who is in which group, and how much work lies with whom.
    SeeGroups,
    /// Reads scripts, forms, releases and proposals.
    ReadContent,
    /// Publishes content: an admin all, an author what belongs to their categories.
    Publish,
    /// Brings an earlier release back.
    RollBack,
    /// Reads what was kept back on its way out.
    ReadOutgoing,
    /// Reads the figures of the running desk.
    ReadFigures,
    /// Reads the desk-wide log.
    ReadAudit,
    /// Sees jobs with their runs, and runs them out of turn.
    RunJobs,
    /// Sees plugins, and which of their calls do not arrive.
    SeePlugins,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The right.
    pub right: Right,
    /// The name in `may` and in the docs.
    pub name: &'static str,
    /// What it is, in words.
    pub means: &'static str,
    /// Roles that give it.
    pub roles: &'static [Role],
    /// What somebody without it is told.
    pub refused: &'static str,
}

/// Roles of the staff.
pub const STAFF: &[Role] = &[Agent, Handler, ServiceRequestManager, KnowledgeManager, Admin, Auditor];

/// The table.
pub const RIGHTS: &[Row] = &[
    Row {
        right: Right::Ask,
        name: "ask",
        means: "ask for what the catalog offers them",
        roles: &Role::ALL,
        refused: "Only people of the desk ask for something.",
    },
    Row {
        right: Right::AskForAnybody,
        name: "ask_for_anybody",
        means: "ask on behalf of anybody; others for themselves and their reports",
        roles: &[Agent, ServiceRequestManager],
        refused: "You may ask for yourself and for your reports.",
    },
    Row {
        right: Right::SeeTickets,
        name: "see_tickets",
        means: "see every ticket that is not confidential, and the whole catalog",
        roles: STAFF,
        refused: "Only staff see that.",
    },
    Row {
        right: Right::AcceptTickets,
        name: "accept_tickets",
        means: "accept new tickets",
        roles: &[Agent],
        refused: "Only an agent accepts tickets.",
    },
    Row {
        right: Right::WriteNotes,
        name: "write_notes",
        means: "write internal notes on tickets that they may comment",
        roles: &[Agent, Handler, ServiceRequestManager, KnowledgeManager, Admin],
        refused: "Only staff write internal notes.",
    },
    Row {
        right: Right::ResolveOverSteps,
        name: "resolve_over_steps",
        means: "resolve a ticket over steps that are open, with a reason",
        roles: &[ServiceRequestManager],
        refused: "Only the service request manager resolves over open steps.",
    },
    Row {
        right: Right::Mend,
        name: "mend",
        means: "resume stuck tickets, move tickets to another version, answer for plugins",
        roles: &[Admin],
        refused: "Only an admin does that.",
    },
    Row {
        right: Right::LiftRestriction,
        name: "lift_restriction",
        means: "lift the restriction of a confidential ticket without seeing it first, on record",
        roles: &[ServiceRequestManager, Admin],
        refused: "This is for the ticket's group, the service request manager and admins.",
    },
    Row {
        right: Right::ManageAbsences,
        name: "manage_absences",
        means: "register and change absences of others",
        roles: &[ServiceRequestManager, Admin],
        refused: "You may register and change your own absences only.",
    },
    Row {
        right: Right::SeeAbsences,
        name: "see_absences",
        means: "see absences of others",
        roles: &[ServiceRequestManager, Admin, Auditor],
        refused: "You may see your own absences only.",
    },
    Row {
        right: Right::ManagePeople,
        name: "manage_people",
        means: "add and change people and groups, set passwords anew",
        roles: &[Admin],
        refused: "Only admins change people and groups.",
    },
    Row {
        right: Right::SeePeople,
        name: "see_people",
        means: "see the records of other people",
        roles: &[ServiceRequestManager, Admin, Auditor],
        refused: "You may see your own record only.",
    },
    Row {
        right: Right::SeeGroups,
        name: "see_groups",
        means: "see who is in which group, and how much work lies with whom",
        roles: STAFF,
        refused: "Only staff see who is in which group.",
    },
    Row {
        right: Right::ReadContent,
        name: "read_content",
        means: "read scripts, forms, releases and proposals",
        roles: &[ServiceRequestManager, Author, Admin, Auditor],
        refused: "Scripts are for admins, authors, managers and auditors to read.",
    },
    Row {
        right: Right::Publish,
        name: "publish",
        means: "publish content: an admin all of it, an author items of their categories",
        roles: &[Author, Admin],
        refused: "Only an admin or an author publishes content.",
    },
    Row {
        right: Right::RollBack,
        name: "roll_back",
        means: "bring an earlier release back",
        roles: &[Admin],
        refused: "Only an admin brings a release back.",
    },
    Row {
        right: Right::ReadOutgoing,
        name: "read_outgoing",
        means: "read what was kept back on its way out, integrators calls alone",
        roles: &[Admin, Auditor, Integrator],
        refused: "What was kept back on its way out is for admins, auditors and integrators.",
    },
    Row {
        right: Right::ReadFigures,
        name: "read_figures",
        means: "read the figures of the running desk",
        roles: &[Admin, Auditor],
        refused: "Figures are for admins, auditors and the metrics token.",
    },
    Row {
        right: Right::ReadAudit,
        name: "read_audit",
        means: "read the desk-wide log of who did what from where",
        roles: &[Admin, Auditor],
        refused: "Only admins and auditors read this log.",
    },
    Row {
        right: Right::RunJobs,
        name: "run_jobs",
        means: "see jobs with their runs, and run them out of turn",
        roles: &[Admin],
        refused: "Jobs are for admins.",
    },
    Row {
        right: Right::SeePlugins,
        name: "see_plugins",
        means: "see plugins, and which of their calls do not arrive",
        roles: &[Admin, Integrator],
        refused: "Plugins are for admins and integrators.",
    },
];

/// The beginning of `docs/access.md`: the rights of each role, and what standing to
/// a ticket lets people do, from the tables that the desk decides by.
pub fn document() -> String {
    let mut text = String::from(
        "# Who may do and see what\n\nGenerated from `src/model/access.rs`, `src/model/status/table.rs` and `src/http/document/access.rs`; the \
         desk refuses by the first two, and `may` in `/me` is read from the first.\n\n## By role, whatever the ticket\n\nWho is not signed in may read \
         the documentation and whether the desk is well, sign in, and answer by links that were sent to them; nothing else.\n\n|",
    );
    for role in Role::ALL {
        text.push_str(&format!(" | {}", role.as_str()));
    }
    text.push_str(" |\n|---");
    text.push_str(&"|---".repeat(Role::ALL.len()));
    text.push_str("|\n");
    for row in RIGHTS {
        text.push_str(&format!("| `{}`: {}", row.name, row.means));
        for role in Role::ALL {
            text.push_str(if row.roles.contains(&role) { " | yes" } else { " | –" });
        }
        text.push_str(" |\n");
    }
    text.push_str(
        "\nAn author publishes what belongs to items of the categories that they are given: forms, scripts, scenarios, forms of \
         tasks that no other item asks for. An auditor without another role of the staff changes only what they asked for \
         themselves. The roles of policy.toml mean something to scripts and to the audiences of items; they give no right.\n\n\
         ## By standing to a ticket\n\nWho does not see a ticket gets 404. The status must allow it, too: see status.md.\n\n|",
    );
    for standing in Standing::ALL {
        text.push_str(&format!(" | {}", standing.as_str()));
    }
    text.push_str(" |\n|---");
    text.push_str(&"|---".repeat(Standing::ALL.len()));
    text.push_str("|\n");
    for row in TABLE.iter().filter(|row| !row.who.is_empty()) {
        text.push_str(&format!("| `{}`", row.operation.as_str()));
        for standing in Standing::ALL {
            text.push_str(if row.who.contains(&standing) { " | yes" } else { " | –" });
        }
        text.push_str(" |\n");
    }
    text
}

impl Right {
    /// The table's row.
    pub fn row(self) -> &'static Row {
        const NOBODY: Row = Row { right: Right::Ask, name: "", means: "", roles: &[], refused: "Nobody does that." };
        RIGHTS.iter().find(|row| row.right == self).unwrap_or(&NOBODY)
    }

    /// Whether `user` has it.
    pub fn is_of(self, user: &User) -> bool {
        self.row().roles.iter().any(|role| user.has(*role))
    }

    /// Refuses who does not have it.
    ///
    /// # Errors
    /// 403.
    pub fn ask(self, user: &User) -> Result<(), Refusal> {
        if self.is_of(user) { Ok(()) } else { Err(Refusal::new(Code::Forbidden, self.row().refused)) }
    }
}

/// What `user` may do by their roles, by name.
pub fn rights(user: &User) -> Vec<&'static str> {
    RIGHTS.iter().filter(|row| row.right.is_of(user)).map(|row| row.name).collect()
}

/// A role as it is given: an author's with a category, perhaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Of `author:hardware` the category.
    pub category: Option<String>,
}

impl Grant {
    /// Reads `agent`, `author`, `author:hardware`, `author:*`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None => Some(Self { role: Role::parse(text)?, category: None }),
            Some((name, category)) => {
                let role = Role::parse(name).filter(|role| *role == Author && !category.trim().is_empty())?;
                Some(Self { role, category: Some(category.trim().to_owned()) })
            }
        }
    }
}

impl User {
    /// Whether this person writes items of a category.
    pub fn writes(&self, category: &str) -> bool {
        let named = self.categories.contains(category) || self.categories.contains("*");
        self.has(Admin) || (self.has(Author) && named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Approver, Requester};
    use std::collections::BTreeSet;

    /// What these may do comes from steps, and from what is their own.
    const BY_STANDING: &[Role] = &[Requester, Approver];

    #[test]
    fn every_right_has_one_row_and_every_role_its_place() {
        let names: BTreeSet<&str> = RIGHTS.iter().map(|row| row.name).collect();
        assert_eq!(names.len(), RIGHTS.len());
        for role in Role::ALL {
            let has = RIGHTS.iter().any(|row| row.right != Right::Ask && row.roles.contains(&role));
            assert_ne!(has, BY_STANDING.contains(&role), "{}", role.as_str());
        }
    }

    #[test]
    fn a_category_is_for_authors() {
        let hardware = Grant { role: Author, category: Some("hardware".to_owned()) };
        assert_eq!(Grant::parse("author:hardware"), Some(hardware));
        assert_eq!(Grant::parse("agent").map(|grant| grant.role), Some(Agent));
        for wrong in ["agent:hardware", "author:", "boss", ""] {
            assert_eq!(Grant::parse(wrong), None, "{wrong}");
        }
    }
}
