//! Who is told what, and what is written down for later.

use super::{Scratch, State};
use crate::desk::decide::{knowledge, relate};
use crate::model::closing::{Decided, DecidedWith, Knowledge};
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::journal::Arguments;
use crate::model::relation::Link;
use crate::model::ticket::{number_text, parse_number};
use crate::model::who::Who;
use serde_json::{Map, Value as Json, json};

impl Scratch {
    /// Members of a group get a notice each.
    pub(super) fn notify(
        &self,
        state: &mut State,
        whos: &[Who],
        text: &str,
        mut values: Map<String, Json>,
    ) -> Result<(), String> {
        values.entry("number").or_insert_with(|| json!(number_text(state.ticket.kind, state.ticket.number)));
        values.entry("title").or_insert_with(|| json!(state.ticket.title));
        let parties = self.world.people.resolve(whos, &self.world.bearings(&state.ticket));
        let members =
            parties.groups.iter().flat_map(|group| self.world.people.active_members(*group)).map(|user| user.id);
        let people: std::collections::BTreeSet<UserId> = parties.users.iter().copied().chain(members).collect();
        state.log.push((EventType::NoticeSent, json!({"text": text, "to": people.len()})));
        state.notices.extend(people.into_iter().map(|user| (user, text.to_owned(), values.clone())));
        Ok(())
    }

    pub(super) fn note(&self, state: &mut State, text: &str) -> Result<(), String> {
        state.log.push((EventType::NoteAdded, json!({"text": text})));
        Ok(())
    }

    /// Links the ticket to another, which is told by a signal, or to a thing.
    pub(super) fn link(&self, state: &mut State, arguments: &Arguments) -> Result<(), String> {
        let value = |name: &str| arguments.values.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let (kind, what) = (value("kind"), value("what"));
        state.ticket.facts.relations.linked = true;
        if let Some(wish) = relate::linked_ticket(&kind, &what) {
            if parse_number(&what) != Some(state.ticket.number) {
                state.wishes.push(wish);
            }
            return Ok(());
        }
        state.log.push((EventType::TicketLinked, json!({"kind": kind, "what": what})));
        state.links.push(Link {
            ticket: state.ticket.id,
            number: state.ticket.number,
            kind,
            name: what,
            to: 0,
            reason: None,
            at: state.now,
        });
        Ok(())
    }

    pub(super) fn announce(&self, state: &mut State, arguments: &Arguments, text: &str) -> Result<(), String> {
        let option = |name: &str| arguments.options.get(name).cloned().unwrap_or_default();
        let start = arguments.options.get("start").cloned().unwrap_or_else(|| json!(state.now));
        let data = json!({"text": text, "services": option("services"), "start": start, "end": option("end")});
        state.log.push((EventType::AnnouncementMade, data));
        Ok(())
    }

    /// Knowledge is proposed: the knowledge managers are told.
    pub(super) fn candidate(&self, state: &mut State, arguments: &Arguments, text: &str) -> Result<(), String> {
        let title = arguments.options.get("title").and_then(Json::as_str).unwrap_or(&state.ticket.title).to_owned();
        let number = number_text(state.ticket.kind, state.ticket.number);
        let values = json!({"number": number, "title": title}).as_object().cloned().unwrap_or_default();
        state.log.push((EventType::KnowledgeProposed, json!({"title": title, "text": text})));
        let decided = Decided { decision: Knowledge::Create, by: None, when: DecidedWith::Resolved, at: state.now };
        state.ticket.knowledge = Some(decided.decision.as_str().to_owned());
        state.ticket.facts.closing.knowledge.push(decided);
        let managers = knowledge::managers(&self.world, &state.ticket);
        let told = "{number} proposes an article: {title}";
        state.notices.extend(managers.into_iter().map(|user| (user, told.to_owned(), values.clone())));
        Ok(())
    }
}
