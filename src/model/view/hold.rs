//! A hold as its viewer sees it: what it is called in their language, and why
//! where they are the ones who are waited for.

use super::headline::Language;
use super::{PersonView, Viewer};
use crate::model::awaited::awaits_reply;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why nothing is done on a ticket now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HoldView {
    /// One of policy.toml `[[holds]]`.
    pub code: String,
    /// What it is called, in the caller's language.
    pub label: String,
    /// In words; for staff, and for who asked where an answer of theirs ends it.
    pub reason: Option<String>,
    /// Since when.
    pub since: Time,
    /// When it ends by itself.
    pub until: Option<Time>,
    /// Who held it.
    pub by: PersonView,
}

/// Shapes a ticket's hold.
pub(super) fn hold(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<HoldView> {
    let hold = ticket.hold.as_ref()?;
    let rule = viewer.policy.hold(&hold.code);
    let own = [ticket.requester, ticket.requested_for].contains(&viewer.user.id);
    let replies = awaits_reply(viewer.policy, ticket);
    let label = match rule {
        // The policy's words are for who is waited for; others are told who that is.
        Some(_) if replies && !own => {
            let texts = ["waits for {who}’s reply", "等待{who}答复", "ждём ответа: {who}"];
            let text = Language::of(&viewer.user.language).pick(texts);
            text.replace("{who}", &viewer.person(ticket.requester).name)
        }
        Some(rule) => rule.label(&viewer.user.language).to_owned(),
        None => hold.code.clone(),
    };
    let told = viewer.is_staff() || replies;
    Some(HoldView {
        code: hold.code.clone(),
        label,
        reason: hold.reason.clone().filter(|_| told),
        since: hold.since,
        until: hold.until,
        by: viewer.person(hold.by),
    })
}
