//! `docs/status.md`, written from the table.

use super::table::{Becomes, TABLE};

/// The table as Markdown: `docs/status.md` is this text, and a test says so.
pub fn document() -> String {
    let mut text = String::from(
        "# What may be done to a ticket\n\nGenerated from `src/model/status/table.rs`; the desk decides by the same table, and the \
         `actions` of a ticket are read from it.\n\n| operation | from | to | who |\n|---|---|---|---|\n",
    );
    for row in TABLE {
        let from: Vec<&str> = row.from.iter().map(|status| status.as_str()).collect();
        let to = match row.becomes {
            Becomes::To(status) => status.as_str(),
            Becomes::AssignedUnlessEscalated => "assigned; escalated stays",
            Becomes::EscalatedUnlessNew => "escalated; new stays, only the group changes; to a manager as it was",
            Becomes::AcceptedUnlessLevelsAreLeft => "accepted; escalated while levels are left",
            Becomes::Same => "as it was",
        };
        let who: Vec<&str> = row.who.iter().map(|standing| standing.as_str()).collect();
        let who = if who.is_empty() { "scripts and clocks".to_owned() } else { who.join(", ") };
        text.push_str(&format!("| {} | {} | {to} | {who} |\n", row.operation.as_str(), from.join(", ")));
    }
    text.push_str(
        "\nOnly a ticket that is not held is given `hold`, only one that is `unhold`. A ticket is rated once, and only \
         where the work was done or has failed. A cancelled ticket is flagged `cancelling` until its script has cleaned up, then it is `closed`. An agent's first \
         act on a new ticket accepts it, but for an escalation. One that nobody ever accepted is new again when it is reopened. \
         From a point that the policy names, `cancel` of who asked is a wish that the owner answers.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_docs_is_the_table() {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/status.md");
        let written = std::fs::read_to_string(page).unwrap_or_default();
        assert!(written == document(), "docs/status.md is not the table; it should be:\n{}", document());
    }
}
