//! What a ticket is: its service level, its stage, its fields, its costs.

use super::{Scratch, State, kind};
use crate::desk::decide::prioritise;
use crate::model::by_workflow;
use crate::model::event::EventType;
use crate::model::journal::Arguments;
use crate::model::policy::Starts;
use crate::model::ranking;
use crate::model::sla::SlaState;
use crate::model::text::did_you_mean;
use crate::model::ticket::CostLine;
use crate::model::time::Time;
use serde_json::{Map, Value as Json, json};

/// Longest title and location, in characters.
const LONGEST: usize = 200;

impl Scratch {
    pub(super) fn sla(&self, state: &mut State, arguments: &Arguments) -> Result<(), String> {
        let name = arguments.values.get("name").and_then(Json::as_str).unwrap_or_default();
        let time = |key: &str| arguments.options.get(key).and_then(Json::as_str).and_then(Time::parse);
        if !self.world.policy().levels.contains_key(name) {
            return Err(format!("policy.toml has no service level `{name}`"));
        }
        let mut sla = SlaState::new(name);
        sla.responded_at = state.ticket.accepted_at;
        sla.fixed_due = time("due");
        sla.started_at = time("from");
        sla.starts = match arguments.options.get("from").and_then(Json::as_str) {
            Some("submitted") => Some(Starts::Submitted),
            Some("approved") => Some(Starts::Approved),
            _ => None,
        };
        sla.recompute(self.world.policy(), state.ticket.created_at, &state.ticket.priority);
        state.log.push((
            EventType::SlaSet,
            json!({"name": name, "respond_due": sla.respond_due, "resolve_due": sla.resolve_due}),
        ));
        state.ticket.sla = Some(sla);
        Ok(())
    }

    pub(super) fn stage(&self, state: &mut State, arguments: &Arguments) -> Result<(), String> {
        let name = arguments.values.get("name").and_then(Json::as_str).unwrap_or_default();
        if state.ticket.stage.as_deref() != Some(name) {
            state.ticket.stage = Some(name.to_owned());
            state.log.push((EventType::TicketStaged, json!({"stage": name})));
        }
        Ok(())
    }

    /// Sets fields; what is not changed is not logged, and the priority follows.
    pub(super) fn set(&self, state: &mut State, arguments: &Arguments) -> Result<(), String> {
        let matrix = &self.world.policy().matrix;
        let ticket = &mut state.ticket;
        let mut fields = Map::new();
        for (name, value) in &arguments.options {
            let text = value.as_str().unwrap_or_default().to_owned();
            let before = match name.as_str() {
                of_kind if kind::is_fact(of_kind) => None,
                "impact" => known(&matrix.impacts, "impact", &text).map(|()| set(&mut ticket.impact, text))?,
                "urgency" => known(&matrix.urgencies, "urgency", &text).map(|()| set(&mut ticket.urgency, text))?,
                "category" => set(&mut ticket.category, text),
                // What people call it stays.
                "title" if ticket.facts.titled => None,
                "title" => short("title", &text).map(|()| set(&mut ticket.title, text))?,
                "location" => short("location", &text).map(|()| set(&mut ticket.location, Some(text)))?,
                "tags" => set(&mut ticket.marks.tags, texts(value)),
                "services" => set(&mut ticket.marks.services, texts(value)),
                _ => set(&mut ticket.marks.needed_by, Time::parse(&text)),
            };
            if let Some(before) = before {
                // The category is the item's, whatever it was before.
                if name != "category" {
                    let now = by_workflow::field(ticket, name);
                    by_workflow::keep(&mut ticket.facts.by_workflow, name, &before, &now);
                }
                fields.insert(name.clone(), json!({"from": before, "to": value}));
            }
        }
        if let Some(because) = prioritise::because(&fields) {
            let said = ranking::follow(self.world.policy(), ticket, &because);
            fields.extend(said.map(|said| ("priority".to_owned(), said)));
        }
        if !fields.is_empty() {
            state.log.push((EventType::TicketChanged, json!({"fields": fields})));
        }
        kind::state(state, &arguments.options)
    }

    /// Adds a line of cost.
    pub(super) fn cost(&self, state: &mut State, arguments: &Arguments, text: &str) -> Result<(), String> {
        let Some(money) = &arguments.amount else { return Err("cost: no amount was said".to_owned()) };
        if let Some(cost) = state.ticket.cost.as_ref().filter(|cost| cost.currency != money.currency) {
            return Err(format!("cost: the ticket's costs are in {}, not {}", cost.currency, money.currency));
        }
        let option = |name: &str| arguments.options.get(name).and_then(Json::as_str).map(str::to_owned);
        let line = CostLine {
            text: text.to_owned(),
            amount: money.amount.to_string(),
            actual: arguments.options.get("actual") == Some(&json!(true)),
            every: option("every"),
            cost_centre: option("cost_centre"),
        };
        state.log.push((EventType::CostAdded, json!({"line": line, "currency": money.currency})));
        state.ticket.add_cost(&money.currency, line);
        Ok(())
    }
}

/// Puts a value into a field; gives what was there, where that was another.
fn set<T: PartialEq + serde::Serialize>(field: &mut T, value: T) -> Option<Json> {
    (*field != value).then(|| json!(std::mem::replace(field, value)))
}

fn known(names: &[String], what: &str, name: &str) -> Result<(), String> {
    if names.iter().any(|known| known == name) {
        return Ok(());
    }
    let near = did_you_mean(name, names.iter().map(String::as_str));
    let guess = near.map_or(String::new(), |near| format!(" — did you mean \"{near}\"?"));
    Err(format!("set: there is no {what} \"{name}\"{guess}"))
}

fn short(what: &str, text: &str) -> Result<(), String> {
    match text.chars().count() {
        0 => Err(format!("set: the {what} is empty")),
        n if n > LONGEST => Err(format!("set: the {what} is over {LONGEST} characters")),
        _ => Ok(()),
    }
}

fn texts(value: &Json) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}
