//! The knowledge decision: whether a ticket is worth an article. It is asked
//! with the resolution and again with the close, as the policy says; where a
//! call says nothing, the policy's preset is the decision. What is proposed is
//! told to the knowledge managers.

use super::draft::Draft;
use crate::desk::world::World;
use crate::model::closing::{Decided, DecidedWith, Knowledge};
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::people::Role;
use crate::model::policy::Required;
use crate::model::problem::Refusal;
use crate::model::ticket::{Ticket, number_text, open_to_staff};
use serde_json::json;
use std::collections::BTreeSet;

/// The decision that a person sent; refused where it is none of the four, or
/// where the policy wants one and has no preset.
pub fn wanted(draft: &Draft<'_>, said: Option<&str>, when: DecidedWith) -> Result<Option<Knowledge>, Refusal> {
    let Some(name) = said else {
        let rules = &draft.policy().knowledge;
        let open = draft.ticket.facts.closing.knowledge.is_empty() && rules.decide.contains(&when);
        if open && rules.required != Required::Never && rules.preset.is_none() {
            return Err(Refusal::invalid("/knowledge", "required", "Say whether it is worth an article."));
        }
        return Ok(None);
    };
    let known = Knowledge::ALL.map(Knowledge::as_str).join(", ");
    let decision = Knowledge::parse(name);
    decision.map(Some).ok_or_else(|| Refusal::invalid("/knowledge", "enum", format!("`{name}` is none of {known}")))
}

/// Takes a person's decision, or the preset where nothing was decided yet.
pub fn decide(draft: &mut Draft<'_>, said: Option<Knowledge>, when: DecidedWith, text: &str) {
    let by = draft.doer.user_id();
    match said {
        Some(decision) => record(draft, decision, by, when, text),
        None => preset(draft, when, text, |required| required != Required::Never),
    }
}

/// Takes what the script says, or the preset where the policy wants a decision
/// on all tickets.
pub fn by_script(draft: &mut Draft<'_>, said: Option<Knowledge>, text: &str) {
    match said {
        Some(decision) => record(draft, decision, None, DecidedWith::Resolved, text),
        None => preset(draft, DecidedWith::Resolved, text, |required| required == Required::Always),
    }
}

fn preset(draft: &mut Draft<'_>, when: DecidedWith, text: &str, wants: impl FnOnce(Required) -> bool) {
    let rules = &draft.policy().knowledge;
    let decided = !draft.ticket.facts.closing.knowledge.is_empty();
    let preset = rules.preset.filter(|_| wants(rules.required) && rules.decide.contains(&when) && !decided);
    if let Some(decision) = preset {
        record(draft, decision, None, when, text);
    }
}

fn record(draft: &mut Draft<'_>, decision: Knowledge, by: Option<UserId>, when: DecidedWith, text: &str) {
    let before = draft.ticket.facts.closing.knowledge.last().map(|decided| decided.decision);
    draft.ticket.knowledge = Some(decision.as_str().to_owned());
    let at = draft.now;
    draft.ticket.facts.closing.knowledge.push(Decided { decision, by, when, at });
    draft.log(EventType::KnowledgeDecided, json!({"decision": decision, "when": when, "preset": by.is_none()}));
    if !decision.proposes() || before == Some(decision) {
        return;
    }
    let title = draft.ticket.title.clone();
    draft.log(EventType::KnowledgeProposed, json!({"title": title, "text": text, "decision": decision}));
    let values = json!({"number": number_text(draft.ticket.kind, draft.ticket.number), "title": title});
    for user in managers(&draft.world, &draft.ticket) {
        let values = values.as_object().cloned().unwrap_or_default();
        draft.notify(user, "{number} proposes an article: {title}", values);
    }
}

/// The knowledge managers who may see the ticket.
pub fn managers(world: &World, ticket: &Ticket) -> BTreeSet<UserId> {
    let mut managers = world.people.holders(Role::KnowledgeManager.as_str(), &world.policy().roles);
    managers.retain(|id| world.people.user(*id).is_some_and(|user| open_to_staff(user, ticket.restricted_to)));
    managers
}
